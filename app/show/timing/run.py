"""What the timing pass writes down of one part: starts, gaps, delays, and what it met."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from app.show.show import Ms, Time
from app.show.timing.clock import WallClock
from app.show.timing.columns import Columns

State = tuple[Ms, Ms, Ms, Ms, Ms, Ms | None]


class Kind(StrEnum):
    """What a warning is about."""

    OVERLAP = "overlap"  # starts before the rows above have ended
    GAP = "gap"  # nothing is planned before it
    BEFORE_SHOW = "before_show"
    OUT_OF_ORDER = "out_of_order"  # a typed start before the typed start above
    END_BEFORE_START = "end_before_start"
    BACK_TOO_LATE = "back_too_late"  # counted back, it would have to start before rows above end
    BACK_NOWHERE = "back_nowhere"  # nothing below to count back from
    DELAY_LOST = "delay_lost"  # a delay right before a fixed start moves nothing
    FIXED_IN_LOOP = "fixed_in_loop"
    NO_LENGTH = "no_length"
    WORDS_LONG = "words_long"  # the words take longer than the row
    CLOCK_MISSING = "clock_missing"  # summer time leaps over the typed time
    CLOCK_TWICE = "clock_twice"  # the typed time comes twice that day
    PART_OVER = "part_over"
    OVER_TARGET = "over_target"
    OVER_HARD_OUT = "over_hard_out"


@dataclass(frozen=True, slots=True)
class Note:
    """Something the pass met: what, at which row of the part, by how much, and the typed time."""

    kind: Kind
    row: int
    ms: Ms = 0
    time: Time | None = None
    at: Ms = 0


@dataclass(slots=True)
class PartRun:
    """When each row of one part starts, in its first round; written by the pass only."""

    cols: Columns
    durations: list[Ms]
    base: Ms = 0
    starts: list[Ms] = field(default_factory=list)  # after `base`; may hold the end as well
    gaps: dict[int, Ms] = field(default_factory=dict)  # of the rows that have one
    delays: list[tuple[int, Ms]] = field(default_factory=list)  # carried from that row on
    notes: list[Note] = field(default_factory=list)
    known_ms: Ms = -1  # the length of a round, once somebody asked

    @property
    def start(self) -> Ms:
        """Return when its first row that plays starts; without one, where the part stands."""
        first = max(0, self.cols.first)
        return self.base + (self.starts[first] if self.starts else 0)

    @property
    def round_ms(self) -> Ms:
        """Return the length of one round: from the first start to the latest end."""
        if self.known_ms < 0:
            self.known_ms = self._length()
        return self.known_ms

    def _length(self) -> Ms:
        cols = self.cols
        if cols.first < 0:
            return 0
        if not cols.special and not self.gaps:
            return self.starts[cols.last] + self.durations[cols.last] - self.starts[cols.first]
        rows = zip(self.starts, self.durations, cols.plays, strict=False)
        return max(s + d for s, d, plays in rows if plays) - self.starts[cols.first]


@dataclass(frozen=True, slots=True)
class Walked:
    """One walk through a part: how it began and ended, and what it found."""

    before: State
    clock: WallClock
    durations: list[Ms]
    run: PartRun
    after: State
