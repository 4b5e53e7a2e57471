"""sherpa-onnx behind the recogniser's protocol: streaming, offline, Mandarin and English together.

An extra (`greenroom[follow]`) with a model folder of the user's own; neither comes with the app. Sound
is pushed in by whoever owns the microphone. Mandarin recognition itself was not tested here.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.core.errors import Environment
from app.core.words import text
from app.rehearsal.follow.recogniser import Hear, Partial

if TYPE_CHECKING:
    import numpy as np

    Sound = np.ndarray[tuple[int], np.dtype[np.float32]]

RATE = 16_000  # Hz
PARTS = ("encoder", "decoder", "joiner")


class Sherpa:
    """A streaming transducer in a folder of encoder*.onnx, decoder*.onnx, joiner*.onnx, tokens.txt."""

    def __init__(self, model: Path) -> None:
        self._model = model
        self._recogniser: Any = None
        self._stream: Any = None
        self._hear: Hear | None = None
        self._samples = 0
        self._last = ""

    def start(self, hear: Hear) -> None:
        """Load the model; raises Environment where the extra or a file of the model is missing."""
        files = model_files(self._model)
        try:
            import sherpa_onnx
        except ImportError as error:
            raise Environment(
                text("Voice following needs the sherpa-onnx package, which is not installed."),
                text("Install greenroom[follow], or scroll by time or by hand."),
            ) from error
        try:
            self._recogniser = sherpa_onnx.OnlineRecognizer.from_transducer(
                **{name: str(file) for name, file in files.items()},
                sample_rate=RATE,
                num_threads=1,
                enable_endpoint_detection=True,
            )
        except (RuntimeError, ValueError) as error:
            raise Environment(
                text("The speech model in {folder} cannot be loaded.", folder=self._model.name),
                text("Choose a streaming transducer model made for sherpa-onnx."),
            ) from error
        self._stream, self._hear = self._recogniser.create_stream(), hear
        self._samples, self._last = 0, ""

    def push(self, sound: Sound) -> None:
        """Take mono samples at 16 kHz, −1 to 1, and hand on what is newly understood."""
        if self._hear is None:
            return
        self._samples += len(sound)
        self._stream.accept_waveform(RATE, sound)
        while self._recogniser.is_ready(self._stream):
            self._recogniser.decode_stream(self._stream)
        said = str(self._recogniser.get_result(self._stream)).strip()
        final = bool(self._recogniser.is_endpoint(self._stream))
        if said and (final or said != self._last):
            self._hear(Partial(self._samples / RATE, said, final))
        self._last = "" if final else said
        if final:
            self._recogniser.reset(self._stream)

    def stop(self) -> None:
        """Stop and let the model go."""
        self._hear = self._stream = self._recogniser = None


def model_files(folder: Path) -> dict[str, Path]:
    """Return the files of a model by what they are, int8 ones first; raises Environment for one missing."""
    found: dict[str, Path] = {}
    for part in PARTS:
        files = sorted(folder.glob(f"{part}*.onnx"), key=lambda f: ("int8" not in f.name, f.name))
        if not files:
            raise _missing(folder, f"{part}*.onnx")
        found[part] = files[0]
    found["tokens"] = folder / "tokens.txt"
    if not found["tokens"].is_file():
        raise _missing(folder, "tokens.txt")
    return found


def _missing(folder: Path, name: str) -> Environment:
    return Environment(
        text("The speech model folder {folder} has no {file}.", folder=folder.name, file=name),
        text("Choose the folder of a streaming model, or scroll by time or by hand."),
    )
