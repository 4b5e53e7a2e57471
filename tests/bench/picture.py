"""What one 1080p frame costs the whole picture pipeline on one core, as multiples of one pass over Y.

`python tests/bench/picture.py [--models FOLDER]` exits 1 where the mean is over 5 ms or p95 over 10 ms.
Times are of this thread's processor, so that other work on the machine counts little.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

import cv2
import numpy as np

from app.metrics.signals import Bytes, Frame, Matrix, Zone
from app.room.looking import Looking

MEAN_MS, P95_MS = 5.0, 10.0
FRAMES, WARM_UP = 360, 60


def main() -> int:
    """Measure with a face in the picture and with none; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--models", type=Path, default=None)
    models: Path | None = parser.parse_args().models
    cv2.setNumThreads(1)
    good = True
    for name, frames in (("face", scenes(face=True)), ("no face", scenes(face=False))):
        passes = one_pass(frames[0].y)
        costs, detector, found = pipeline(frames, models)
        mean, p95 = float(costs.mean()), float(np.percentile(costs, 95))
        fits = mean <= MEAN_MS and p95 <= P95_MS and found == (name == "face")
        good &= fits
        print(
            f"{name} ({detector}): mean {mean:.2f} ms = {mean / passes:.0f} × one pass over Y "
            f"({passes:.3f} ms), p95 {p95:.2f} ms = {p95 / passes:.0f} ×, "
            f"by turn {' '.join(f'{costs[turn::6].mean():.1f}' for turn in range(6))}: "
            f"{'fits' if fits else 'MISSED'} (mean ≤ {MEAN_MS:g}, p95 ≤ {P95_MS:g} ms)"
        )
    return 0 if good else 1


def one_pass(luma: Bytes) -> float:
    """Return the median milliseconds of cv2.mean over `luma`."""
    costs = []
    for _ in range(60):
        began = time.thread_time()
        cv2.mean(luma)
        costs.append(1000 * (time.thread_time() - began))
    return float(np.median(costs))


def pipeline(frames: list[Frame], models: Path | None) -> tuple[np.ndarray, str, bool]:
    """Return (n,) milliseconds of looking and, ten times a second, of the live picture."""
    looking = Looking(guided=True, nominal_fps=30, product=Zone(0.7, 0.6, 0.1, 0.3), models=models)
    costs = []
    for number in range(FRAMES + WARM_UP):
        like = frames[number % len(frames)]
        frame = Frame(number / 30, like.y, like.uv, like.full_range, like.matrix, number)
        began = time.thread_time()
        looking.see(frame)
        costs.append(1000 * (time.thread_time() - began))
    live = looking.live()
    assert live is not None
    return np.array(costs[WARM_UP:]), looking.detector, live.face is not None


def scenes(*, face: bool) -> list[Frame]:
    """Return eight noisy 1080p frames of the demo's still, or of a busy wall without a face."""
    still = Path(__file__).resolve().parents[2] / "resources" / "demo" / "still.jpg"
    random = np.random.default_rng(1)
    if face:
        bgr = cv2.resize(cv2.imread(str(still)), (1920, 1080))
    else:
        blobs = cv2.GaussianBlur(
            random.integers(0, 256, (1080, 1920, 3)).astype(np.float32), (0, 0), 9
        )
        bgr = cv2.normalize(blobs, None, 20, 220, cv2.NORM_MINMAX).astype(np.uint8)
    planes = cv2.cvtColor(bgr, cv2.COLOR_BGR2YUV_I420)
    luma = planes[:1080].astype(np.float32)
    cb, cr = planes[1080:1350].reshape(540, 960), planes[1350:].reshape(540, 960)
    uv = np.ascontiguousarray(np.stack([cb, cr], axis=-1))
    made = []
    for number in range(8):
        noisy = np.clip(np.round(luma + random.normal(0, 1.5, luma.shape)), 0, 255)
        made.append(Frame(0.0, noisy.astype(np.uint8), uv, False, Matrix.BT601, number))
    return made


if __name__ == "__main__":
    sys.exit(main())
