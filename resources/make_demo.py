"""Make the demo room: `python resources/make_demo.py [--seconds N]`.

Draws, speaks and encodes `resources/demo/room.mkv`, a still, and the truth about both in
`room.toml`; with `--bench-speech` the dry speech of the labelled bench. Needs espeak-ng, ffmpeg
with libaom and the development tools; the app needs none of this.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import cv2
import numpy as np
from demo_room import film, sound
from demo_room.timeline import (
    FAULTS,
    FPS,
    FRAMES,
    HEIGHT,
    PRODUCT,
    RATE,
    SECONDS,
    SHEET,
    TIMELINE,
    WIDTH,
    angle_from_grey,
    cast_gains,
)  # fmt: skip
from PySide6.QtGui import QGuiApplication

import ui  # noqa: F401  makes None last where PySide6 counts it wrongly

SEED = 20261122
DEMO = Path(__file__).resolve().parent / "demo"
BENCH = DEMO.parents[1] / "tests/bench/room"


def _zone(place: tuple[int, int, int, int]) -> str:
    left, top, width, height = place
    return (f"{{ x = {left / WIDTH:.4f}, y = {top / HEIGHT:.4f}, "
            f"width = {width / WIDTH:.4f}, height = {height / HEIGHT:.4f} }}")  # fmt: skip


def truth() -> str:
    """Return `room.toml`: what the tests hold the measures against."""
    gains = cast_gains(FAULTS.light_kelvin)
    claps = ", ".join(f"{c:.4f}" for c in TIMELINE.claps)
    speech = ", ".join(f"[{a}, {b}]" for a, b in TIMELINE.speech)
    return f"""# The truth about room.mkv, written by make_demo.py together with it. Do not edit.
# Times are seconds on the picture's clock; all sound comes sound_early_ms before its picture.
width = {WIDTH}
height = {HEIGHT}
fps = {FPS}
seconds = {SECONDS}
rate = {RATE}

[timeline]
speech = [{speech}]
silence = [{TIMELINE.silence[0]}, {TIMELINE.silence[1]}]
claps = [{claps}]
sheet = [{TIMELINE.sheet[0]}, {TIMELINE.sheet[1]}]

[sound]
early_ms = {FAULTS.sound_early_ms}
rt60_s = {FAULTS.rt60_s}
c50_db = {FAULTS.c50_db}
speech_lufs = {FAULTS.speech_lufs}
hum_hz = {FAULTS.hum_hz}
hum_dbfs = {FAULTS.hum_dbfs}
hum_harmonics = {FAULTS.hum_harmonics}
floor_dbfs_a = {FAULTS.floor_dbfs_a}

[picture]
exposure_stops = {FAULTS.exposure_stops}
light_kelvin = {FAULTS.light_kelvin}
cast = [{gains[0]:.4f}, {gains[1]:.4f}, {gains[2]:.4f}]
cast_degrees = {angle_from_grey(gains):.2f}
grain = {FAULTS.grain}

[zones]
product = {_zone(PRODUCT)}
sheet = {_zone(SHEET)}
"""


def _pictures(scene: film.Scene, openings: np.ndarray) -> Iterator[film.Pixels]:
    for number in range(FRAMES):
        if number % 150 == 0:
            print(f"frame {number} of {FRAMES}", flush=True)
        yield scene.frame(film.pose(number, float(openings[number])))


def main() -> None:
    """Make the three files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=SECONDS)
    parser.add_argument("--into", type=Path, default=DEMO)
    parser.add_argument("--bench-speech", action="store_true", help="only the speech of the bench")
    chosen = parser.parse_args()
    if chosen.bench_speech:
        film.write_speech(BENCH / "speech.opus", sound.speech(np.random.default_rng(SEED)))
        return
    application = QGuiApplication([])
    chosen.into.mkdir(exist_ok=True)
    heard, dry = sound.microphone(SEED)
    scene, openings = film.Scene(SEED), film.mouth_openings(dry)
    still = scene.frame(film.pose(round(3.2 * FPS), 0.25))
    cv2.imwrite(str(chosen.into / "still.jpg"), still[..., ::-1],
                [cv2.IMWRITE_JPEG_QUALITY, 91])  # fmt: skip
    frames = min(round(chosen.seconds * FPS), FRAMES)
    film.write(chosen.into / "room.mkv", _pictures(scene, openings),
               heard[: frames * RATE // FPS], frames=frames)  # fmt: skip
    (chosen.into / "room.toml").write_text(truth(), "utf-8")
    application.shutdown()


if __name__ == "__main__":
    main()
