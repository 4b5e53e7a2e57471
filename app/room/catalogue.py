"""The metrics Greenroom knows, as `checklists/rooms/readings.toml` states them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from app.core import paths, strict
from app.core.words import Text, number


class Group(StrEnum):
    """The parts of the readings table."""

    SOUND = "sound"
    SYNC = "sync"
    PICTURE = "picture"
    LIGHT = "light"
    FRAMING = "framing"
    BACKGROUND = "background"


@dataclass(frozen=True, slots=True)
class JudgedBy:
    """The detail that limits speak of where it is not the shown number.

    With `of`, the shown number is detail ÷ `full` × the detail `of` (frames a second as a share of
    the nominal rate); without it, the shown number differs from the detail by a shift (dB).
    """

    detail: str
    of: str | None = None
    full: float = 1.0


@dataclass(frozen=True, slots=True)
class Metric:
    """One kind of reading: names, unit, how it is shown, measured and put right.

    `low` and `high` are advice for a number below and above the pass range; of each list the first
    sentence counts whose numbers are all known. `drift` is how far it may move from the golden room;
    with `appears`, leaving the pass range is something new and not a change of degree.
    """

    id: str
    group: Group
    name: Text
    unit: str
    decimals: int
    axis: tuple[float, float]
    how: Text
    drift: float
    signed: bool = False
    judged: JudgedBy | None = None
    never_fails: bool = False
    appears: bool = False
    low: tuple[Text, ...] = ()
    high: tuple[Text, ...] = ()

    def __post_init__(self) -> None:
        """Refuse an id outside its group, an empty axis, a metric without any advice."""
        if self.id.split(".")[0] != self.group:
            raise ValueError(f"{self.id} does not begin with its group {self.group}")
        if self.axis[0] >= self.axis[1]:
            raise ValueError(f"{self.id}: the axis is empty")
        if not (self.low or self.high):
            raise ValueError(f"{self.id}: no advice, neither low nor high")

    def shown(self, value: float | None) -> str:
        """Return `value` with this metric's decimals and sign, without the unit; "—" for None."""
        return "—" if value is None else number(value, self.decimals, sign=self.signed)

    def said(self, value: float, *, sign: bool = False) -> Text:
        """Return `value` with its unit, as it stands in a sentence: "−17.2 LUFS", "3.1°"."""
        figure = number(value, self.decimals, sign=sign or self.signed)
        pattern = "{figure}{unit}" if self.unit in ("°", "ratio") else "{figure} {unit}"
        return Text(pattern, pattern, {"figure": figure, "unit": unit_text(self.unit)})


@dataclass(frozen=True, slots=True)
class Readings:
    """The data file: how units are written, and the metrics in the order of the table."""

    units: Mapping[str, Text]
    reading: tuple[Metric, ...]

    def __post_init__(self) -> None:
        """Refuse a metric stated twice and a unit nobody knows."""
        for metric in self.reading:
            if metric.unit not in self.units:
                raise ValueError(f"{metric.id}: no unit is called {metric.unit!r}")
        ids = [m.id for m in self.reading]
        twice = sorted({i for i in ids if ids.count(i) > 1})
        if twice:
            raise ValueError(f"{twice[0]} is stated twice")


@cache
def _shipped() -> Readings:
    return strict.load(paths.checklists("rooms", "readings.toml"), Readings)


def catalogue() -> tuple[Metric, ...]:
    """Return every metric, in the order of the readings table."""
    return _shipped().reading


def unit_text(unit: str) -> Text:
    """Return how `unit` is written after its number; raises KeyError."""
    return _shipped().units[unit]


@cache
def _by_id() -> dict[str, Metric]:
    return {m.id: m for m in catalogue()}


def metric(metric_id: str) -> Metric:
    """Return the metric of that id; raises KeyError."""
    return _by_id()[metric_id]
