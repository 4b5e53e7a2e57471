"""All trials, and one case of them as numbers that can be sent to another process."""

from __future__ import annotations

import time
from collections.abc import Iterator

from tests.bench.room import light, pictures, sounds
from tests.bench.room.trial import BETWEEN, CASES, Edge, Outcome, Trial, run, truths

TRIALS: tuple[Trial, ...] = (*sounds.TRIALS, *pictures.TRIALS, *light.TRIALS)
Job = tuple[int, int, str, int, float]


def jobs(chosen: list[int], cases: int) -> Iterator[Job]:
    """Return every case as numbers a process can be sent; the edges of a measure share its cases."""
    for number in chosen:
        edges = TRIALS[number].edges
        for place, edge in enumerate(edges):
            share = -(-cases // len(edges))
            between = max(round(share * BETWEEN / CASES), 3)
            for kind, count in (("good", share), ("bad", share), ("between", between)):
                for index, truth in enumerate(truths(edge, kind, count)):
                    yield number, place, kind, index, truth


def work(job: Job) -> tuple[Outcome, float]:
    """Run one case; returns what became of it and the seconds it took."""
    number, place, kind, index, truth = job
    began = time.process_time()
    edge: Edge = TRIALS[number].edges[place]
    return run(TRIALS[number], edge, kind, index, truth), time.process_time() - began
