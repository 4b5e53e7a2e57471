"""What one line of the readings table shows, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    """The four verdicts as they are drawn."""

    FAIL = "fail"
    WARN = "warn"
    PASS = "pass"  # noqa: S105 a verdict
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Bar:
    """A range bar in fractions of its axis: the pass zone, the warn zone around it, the marker."""

    pass_from: float
    pass_to: float
    warn_from: float
    warn_to: float
    at: float


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """One reading, said: `reason` stands in place of bar and limit where it is unknown."""

    id: str
    mark: Mark
    verdict: str
    name: str
    value: str
    unit: str
    plus_minus: str
    bar: Bar | None
    limit: str
    cause: str
    reason: str
    words: str  # the whole line for a screen reader and the tooltip


@dataclass(frozen=True, slots=True)
class GroupRow:
    """The line that stands for the readings that passed; pressing it opens or folds them."""

    id: str
    title: str
    detail: str
    open: bool


Row = ReadingRow | GroupRow
