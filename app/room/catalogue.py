"""The metrics Greenroom knows, as `checklists/rooms/readings.toml` states them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Literal

from app.core import paths, strict
from app.core.words import Text, number

Unit = Literal[
    "LUFS", "LU", "dBTP", "dBFS", "dB", "/min", "s", "/30 s", "% FS", "kHz", "ms", "fps", "%",
    "px", "/255", "°", "ratio", "IRE", "stops", "ΔE76",
]  # fmt: skip


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
    sentence counts whose numbers are all known. `drift` is how far it may move from the golden room.
    """

    id: str
    group: Group
    name: Text
    unit: Unit
    decimals: int
    axis: tuple[float, float]
    how: Text
    drift: float
    signed: bool = False
    judged: JudgedBy | None = None
    never_fails: bool = False
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


@dataclass(frozen=True, slots=True)
class _Readings:
    reading: tuple[Metric, ...]

    def __post_init__(self) -> None:
        ids = [m.id for m in self.reading]
        twice = sorted({i for i in ids if ids.count(i) > 1})
        if twice:
            raise ValueError(f"{twice[0]} is stated twice")


def read_catalogue(file: Path) -> tuple[Metric, ...]:
    """Return the metrics of `file` in its order; raises Refused naming the place."""
    return strict.load(file, _Readings).reading


@cache
def catalogue() -> tuple[Metric, ...]:
    """Return every metric, in the order of the readings table."""
    return read_catalogue(paths.checklists("rooms", "readings.toml"))


@cache
def _by_id() -> dict[str, Metric]:
    return {m.id: m for m in catalogue()}


def metric(metric_id: str) -> Metric:
    """Return the metric of that id; raises KeyError."""
    return _by_id()[metric_id]
