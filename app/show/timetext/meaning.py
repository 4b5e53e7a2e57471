"""What a typed time turned out to be, and the kinds of field times are typed in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.core.words import Text


class Meaning(StrEnum):
    """What a text turned out to be."""

    DURATION = "duration"
    CLOCK = "clock"
    CLOCK_RANGE = "clock_range"
    ELAPSED_RANGE = "elapsed_range"
    REFUSED = "refused"


class Expect(StrEnum):
    """The kind of field a text was typed in."""

    ANY = "any"
    DURATION = "duration"
    CLOCK = "clock"


@dataclass(frozen=True, slots=True)
class Understood:
    """A text and what it means, in ms; `reason` says why it was refused, or what was assumed.

    `ms` is a duration, a clock, or the span of a range. `start_ms` and `end_ms` count from local
    midnight (an end reaches 86,400,000 only where the text names the next day) or from the show's
    beginning. `low_ms` and `high_ms` are the ends of a range of lengths where one was wanted.
    """

    text: str
    meaning: Meaning
    ms: int | None = None
    start_ms: int | None = None
    end_ms: int | None = None
    low_ms: int | None = None
    high_ms: int | None = None
    reason: Text | None = None
