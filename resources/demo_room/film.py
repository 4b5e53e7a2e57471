"""The frames of the demo room, and the file they are written to."""

from __future__ import annotations

import math
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from demo_room import brush, stage
from demo_room.host import Host, Pose
from demo_room.timeline import FAULTS, FPS, FRAMES, HEIGHT, RATE, TIMELINE, WIDTH, cast_gains

Pixels = NDArray[np.uint8]
CLOSING, HELD, OPENING, APART = 0.19, 0.16, 0.34, 330.0  # a clap: seconds, and pixels
MUXED_LATE = (
    336  # samples: ffmpeg's Matroska starts the picture 7 ms late beside Opus' 6.5 ms delay
)


def mouth_openings(dry: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how far the mouth is open in every frame, from the speech as it is seen, not heard."""
    power = np.convolve(dry**2, np.ones(1600) / 1600, "same")
    at = np.arange(FRAMES) / FPS - FAULTS.sound_early_ms / 1000
    level = np.sqrt(power[np.clip((at * RATE).astype(int), 0, dry.size - 1)])
    return np.clip(np.convolve(level, (0.2, 0.6, 0.2), "same") / 1.9, 0, 1)


def _eased(x: float) -> float:
    x = min(max(x, 0.0), 1.0)
    return x * x * (3 - 2 * x)


def hands_apart(at: float) -> float | None:
    """Return the distance of the hands: they close at constant speed and stop at the clap's instant."""
    first, last = TIMELINE.claps[0], TIMELINE.claps[-1]
    if not first - 0.5 < at < last + 0.5:
        return None
    for clap in TIMELINE.claps:
        if clap - CLOSING <= at < clap:
            return APART * (clap - at) / CLOSING
        if clap <= at < clap + HELD:
            return 0.0
        if clap + HELD <= at < clap + HELD + OPENING:
            return APART * _eased((at - clap - HELD) / OPENING)
    return APART


def pose(number: int, mouth: float) -> Pose:
    """Return how the host is in frame `number`."""
    at = number / FPS
    hands = hands_apart(at)
    start, end, moves = *TIMELINE.sheet, TIMELINE.sheet_moves
    sheet = _eased((at - start + moves) / moves) * _eased((end + moves - at) / moves)
    calm = 0.25 if hands is not None else 1.0
    lids = min((abs(at - b) / 0.085 for b in TIMELINE.blinks), default=1.0)
    return Pose(
        sway=(7 * math.sin(0.83 * at), calm * 3 * math.sin(1.31 * at + 1)),
        roll=calm * 1.6 * math.sin(0.57 * at + 0.6),
        mouth=mouth,
        smile=0.55 + 0.25 * math.sin(0.31 * at),
        lids=min(max(lids, 0.05), 1.0),
        gaze=(2.0 * math.sin(0.41 * at), 0.8 * math.sin(0.9 * at)),
        hands=hands,
        sheet=sheet,
        breath=math.sin(1.6 * at),
    )


def seen_by_camera() -> Pixels:
    """Return the (3, 256) table from the drawn sRGB to what this camera makes of it in this light."""
    code = np.arange(256) / 255
    linear = np.where(code <= 0.04045, code / 12.92, ((code + 0.055) / 1.055) ** 2.4)
    gains = 2**FAULTS.exposure_stops * np.array(cast_gains(FAULTS.light_kelvin))
    lit = np.clip(gains[:, None] * linear, 0, 1)
    encoded = np.where(lit <= 0.0031308, 12.92 * lit, 1.055 * lit ** (1 / 2.4) - 0.055)
    return np.round(255 * encoded).astype(np.uint8)


class Scene:
    """Draws frames; the set is drawn once."""

    def __init__(self, seed: int) -> None:
        self._back, self._table, self._tin = stage.backdrop(seed), stage.table(), stage.tin()
        self._host, self._camera = Host(), seen_by_camera()

    def drawn(self, pose: Pose) -> Pixels:
        """Return (h, w, 3) sRGB as drawn, before the light and the camera."""
        image = self._back.copy()
        painter = brush.painter(image)
        self._host.draw(painter, pose)
        painter.drawImage(0, 0, self._table)
        self._host.draw_hands(painter, pose, self._tin)
        painter.end()
        return np.ascontiguousarray(brush.pixels(image)[..., :3])

    def frame(self, pose: Pose) -> Pixels:
        """Return (h, w, 3) sRGB as the camera of the demo room gives it."""
        drawn = self.drawn(pose)
        return np.dstack([self._camera[c][drawn[..., c]] for c in range(3)])


def _grain_table(folder: Path) -> Path:
    """Write an AV1 grain table: white Gaussian noise in luma, made by the decoder, costing no bits.

    AV1 specification 7.18.3: the grain template has a standard deviation of 32 at 8 bits; it is
    scaled by the table's value / 2^shift.
    """
    scale = round(FAULTS.grain / 32 * 2**11)
    file = folder / "grain.tbl"
    file.write_text(
        "filmgrn1\nE 0 9223372036854775807 1 7391 1\n"
        "\tp 0 7 0 11 0 0 128 192 256 128 192 256\n"
        f"\tsY 2 0 {scale} 255 {scale}\n\tsCb 0\n\tsCr 0\n\tcY\n\tcCb 0\n\tcCr 0\n",
        "ascii",
    )
    return file


def _planes(rgb: Pixels) -> tuple[Pixels, Pixels, Pixels]:
    """Return limited-range BT.709 Y, Cb, Cr, chroma halved by averaging 2×2."""
    import cv2

    weights = np.array([[0.2126, 0.7152, 0.0722], [-0.1146, -0.3854, 0.5], [0.5, -0.4542, -0.0458]])
    luma = cv2.transform(rgb, np.c_[weights[:1] * 219 / 255, 16.0])
    half = cv2.resize(rgb, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    chroma = cv2.transform(half, np.c_[weights[1:] * 224 / 255, [128.0, 128.0]])
    return luma.reshape(rgb.shape[:2]), chroma[..., 0], chroma[..., 1]


def write(
    file: Path, pictures: Iterator[Pixels], heard: NDArray[np.float32], *, frames: int
) -> None:
    """Write `frames` pictures and the sound as AV1 and Opus in Matroska, by the ffmpeg program."""
    with tempfile.TemporaryDirectory() as folder:
        grain, raw = _grain_table(Path(folder)), Path(folder) / "heard.f32"
        np.pad(heard, ((MUXED_LATE, 0), (0, 0)))[: len(heard)].tofile(raw)
        command = [
            "ffmpeg", "-y", "-loglevel", "error",
            "-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", f"{WIDTH}x{HEIGHT}", "-r", str(FPS),
            "-color_range", "tv", "-colorspace", "bt709", "-i", "-",
            "-f", "f32le", "-ar", str(RATE), "-ac", "2", "-i", str(raw),
            "-c:v", "libaom-av1", "-crf", "31", "-b:v", "0", "-cpu-used", "7", "-row-mt", "1",
            "-g", "150", "-aom-params", f"film-grain-table={grain}",
            "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709",
            "-color_range", "tv",
            "-c:a", "libopus", "-b:a", "112k", "-fflags", "+bitexact", "-flags:a", "+bitexact",
            "-map_metadata", "-1", str(file),
        ]  # fmt: skip
        with subprocess.Popen(command, stdin=subprocess.PIPE) as encoder:
            assert encoder.stdin is not None
            for _ in range(frames):
                for plane in _planes(next(pictures)):
                    encoder.stdin.write(plane.tobytes())
            encoder.stdin.close()
        if encoder.returncode:
            raise SystemExit(encoder.returncode)


def write_speech(file: Path, dry: NDArray[np.float64]) -> None:
    """Write dry speech without its long pauses as mono Opus."""
    parts = [dry[round(a * RATE) : round(b * RATE)] for a, b in TIMELINE.speech]
    joined = np.concatenate(parts)
    command = ["ffmpeg", "-y", "-loglevel", "error", "-f", "f32le", "-ar", str(RATE), "-ac", "1",
               "-i", "-", "-c:a", "libopus", "-b:a", "64k", "-fflags", "+bitexact",
               "-flags:a", "+bitexact", str(file)]  # fmt: skip
    quiet = (0.5 * joined / np.abs(joined).max()).astype(np.float32)
    subprocess.run(command, input=quiet.tobytes(), check=True)
