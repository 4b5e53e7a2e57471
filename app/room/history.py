"""What a list of saved reports and a trend over them show, without reading the reports themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.core.words import Text


@dataclass(frozen=True, slots=True)
class ReportHead:
    """One line of the history: which room, when, against which profile, and how it went.

    `room` is the id of the room ("" where none was chosen), `room_name` its name on that day.
    """

    id: str
    at: datetime
    room: str
    room_name: str
    profile: str
    profile_name: Text
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
    demo: bool
