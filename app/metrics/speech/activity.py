"""When somebody speaks, as spans of seconds."""

from __future__ import annotations

from itertools import pairwise
from typing import TypeAlias

import numpy as np

from app.metrics.signals import Floats
from app.metrics.sound.chunk import FRAME_SECONDS, SPEECH

Span: TypeAlias = tuple[float, float]

LEAST_SPEECH = 0.05  # seconds; a single frame of 32 ms is no word
LEAST_GAP = 0.15  # what is shorter is a closure inside a word


def speech_spans(probability: Floats) -> tuple[Span, ...]:
    """Return the (start, end) of speech from its probability every 32 ms.

    One threshold, not two: with a lower one to end at, short pauses under music were lost
    (tests/bench/speech/RESULTS.md).
    """
    talking = np.concatenate(([False], probability > SPEECH, [False]))
    edges = np.flatnonzero(np.diff(talking.astype(np.int8))) * FRAME_SECONDS
    spans: list[Span] = []
    for start, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        if end - start < LEAST_SPEECH:
            continue
        if spans and start - spans[-1][1] < LEAST_GAP:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return tuple(spans)


def gaps(spans: tuple[Span, ...], least: float) -> tuple[Span, ...]:
    """Return the silences of `least` seconds and more between the first and the last speech."""
    pairs = pairwise(spans)
    return tuple((a[1], b[0]) for a, b in pairs if b[0] - a[1] >= least)
