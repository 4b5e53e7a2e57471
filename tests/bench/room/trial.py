"""What a trial is: a generator with a known truth, and the numbers between which it is drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from app.metrics.reading import Reading
from app.room.catalogue import catalogue
from app.room.judge import Verdict, judge
from app.room.profiles import find_profile

Maker = Callable[[float, np.random.Generator, int], Reading]
CASES = 200  # on each side of a measure's fail limit
BETWEEN = 30  # between pass and fail, for the grey band


@dataclass(frozen=True, slots=True)
class Edge:
    """One limit of a measure in the units of the truth.

    Negatives are drawn evenly from `good` to `passes`, positives from `fails` (already a little
    beyond the limit) to `bad`. `unit` names the truth; `whole` rounds it to whole numbers.
    """

    name: str
    good: float
    passes: float
    fails: float
    bad: float
    unit: str
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Trial:
    """A measure, its edges, and how a case is made and measured."""

    id: str
    edges: tuple[Edge, ...]
    make: Maker
    truth: str
    faces: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one case: `kind` is good, bad or between."""

    id: str
    edge: str
    kind: str
    truth: float
    verdict: str
    value: float | None


def truths(edge: Edge, kind: str, count: int) -> list[float]:
    """Return `count` truths evenly spread over one kind's range, both ends included."""
    first, last = {
        "good": (edge.good, edge.passes),
        "bad": (edge.fails, edge.bad),
        "between": (edge.passes, edge.fails),
    }[kind]
    if kind == "between":
        values = [first + (last - first) * (i + 1) / (count + 1) for i in range(count)]
    else:
        values = [first + (last - first) * i / max(count - 1, 1) for i in range(count)]
    return [float(round(v)) for v in values] if edge.whole else values


def run(trial: Trial, edge: Edge, kind: str, index: int, truth: float) -> Outcome:
    """Make one case, measure it by the shipped class, judge it by the shipped general profile."""
    name = [ord(c) for c in f"{trial.id}/{edge.name}/{kind}"]
    random = np.random.default_rng([index, *name])
    reading = trial.make(truth, random, index)
    metric = next(m for m in catalogue() if m.id == trial.id)
    judged = judge(reading, find_profile("general").limit(trial.id), metric)
    return Outcome(trial.id, edge.name, kind, truth, judged.verdict.value, reading.value)


def failed(outcome: Outcome) -> bool:
    """Return whether the measure failed the room."""
    return outcome.verdict == Verdict.FAIL.value
