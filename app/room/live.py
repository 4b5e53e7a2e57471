"""What the meters, the scopes and the preview show while a check runs: values, made new each time."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.metrics.signals import Bytes, Face


@dataclass(frozen=True, slots=True, eq=False)
class LiveSound:
    """The state of the sound meters. Loudness in LUFS (EBU Tech 3341), range in LU, peaks in dBTP."""

    at: float
    momentary: float | None
    shortterm: float | None
    integrated: float | None
    loudness_range: float | None
    momentary_max: float | None
    shortterm_max: float | None
    true_peak: tuple[float, ...]  # per channel, the highest of the last block
    true_peak_max: tuple[float, ...]  # per channel, since the start
    clipped: bool  # within the last second
    speech: bool
    speech_seconds: float
    silent_seconds: float  # how long nothing above −70 dBFS came in
    history: NDArray[
        np.float32
    ]  # short-term loudness every 0.1 s, at most the last 60 s, NaN = none


@dataclass(frozen=True, slots=True, eq=False)
class LivePicture:
    """The state of the picture tools. Masks and scopes are made from the picture at 480 px long side."""

    at: float
    size: tuple[int, int]  # width, height as delivered
    rate: float | None  # frames a second as measured
    face: Face | None
    preview: Bytes  # (h, w, 3) RGB, long side ≤ 960
    zebra: Bytes  # (h', w') 255 where ≥ 95 IRE
    focus: Bytes  # (h', w') 255 on the sharpest edges
    waveform: Bytes  # (256, columns) density; row 0 = 100 IRE and more
    vectorscope: Bytes  # (256, 256) density in Cb (right), Cr (up), BT.709
    histogram: NDArray[np.int64]  # (256,) full-range luma
    black: bool
    analysis_ms: float  # mean cost of one frame
