"""What a list of saved reports and a trend over them show, without reading the reports themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class ReportHead:
    """One line of the history: which room, when, against which profile, and how it went."""

    id: str
    at: datetime
    room: str
    profile: str
    demo: bool
    passed: int
    warned: int
    failed: int
    unknown: int
    has_still: bool


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """One reading of one saved report; `value` is None where it was not measured."""

    report: str
    at: datetime
    value: float | None
    plus_minus: float | None
    verdict: str
