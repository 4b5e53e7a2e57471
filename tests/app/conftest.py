"""Small films and sound files, made on the spot."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest


def make_film(
    path: Path,
    *,
    seconds: float = 2.0,
    size: tuple[int, int] | None = (320, 180),
    fps: int = 30,
    sound: tuple[int, int] | None = (48000, 2),
    codec: str = "mpeg4",
    sound_codec: str = "pcm_s16le",
    options: dict[str, str] | None = None,
    turned: int = 0,
    pixels: str = "yuv420p",
    dark: bool = False,
) -> Path:
    """Write a film: a bar that moves and brightens, a 1 kHz sine at −20 dBFS on every channel."""
    import av

    with av.open(str(path), "w", options=options or {}) as out:
        video = audio = None
        if size is not None:
            video = out.add_stream(codec, rate=fps)
            video.width, video.height, video.pix_fmt = *size, pixels
            video.codec_context.time_base = Fraction(1, fps)
            if turned:
                video.set_display_rotation(turned)
        if sound is not None:
            audio = out.add_stream(sound_codec, rate=sound[0])
            audio.layout = {1: "mono", 2: "stereo", 8: "7.1"}[sound[1]]
        done = 0
        for number in range(round(seconds * fps)):
            if video is not None and size is not None:
                picture = np.full((size[1], size[0], 3), 60 + number % 100, np.uint8)
                picture[:, number % size[0] : number % size[0] + 8] = 200
                picture[:] *= not dark
                frame = av.VideoFrame.from_ndarray(picture, format="bgr24").reformat(format=pixels)
                frame.pts, frame.time_base = number, Fraction(1, fps)
                out.mux(video.encode(frame))
            if audio is not None and sound is not None:
                until = round((number + 1) * sound[0] / fps)
                out.mux(audio.encode(_sine(done, until, *sound, audio.format.name)))
                done = until
        for stream in (video, audio):
            if stream is not None:
                out.mux(stream.encode(None))
    return path


def _sine(first: int, until: int, rate: int, channels: int, kind: str) -> object:
    import av

    wave = 0.1 * np.sin(2 * np.pi * 1000 * np.arange(first, until) / rate)
    layout = {1: "mono", 2: "stereo", 8: "7.1"}[channels]
    if kind == "fltp":
        made = np.tile(wave.astype(np.float32), (channels, 1))
    else:
        made = np.repeat((wave * 32767).astype(np.int16), channels)[None]
    frame = av.AudioFrame.from_ndarray(made, format=kind, layout=layout)
    frame.sample_rate, frame.pts, frame.time_base = rate, first, Fraction(1, rate)
    return frame


@pytest.fixture
def film(tmp_path: Path) -> Callable[..., Path]:
    """Return a maker of films in the test's own folder."""
    return lambda name, **wishes: make_film(tmp_path / name, **wishes)
