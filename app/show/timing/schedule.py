"""When everything happens: the show's rows, parts and end, derived from what was typed.

`schedule` walks the rows once; what a row or part looks like in full is made when it is asked for.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING

from app.show.show import DELAY, MILESTONE, Anchor, Lock, Ms, Segment, Show
from app.show.timing.clock import Wall, WallClock, said_clock, wall_clock
from app.show.timing.columns import Lengths, columns, durations, word_length
from app.show.timing.flow import Flow, counted_back
from app.show.timing.run import PartRun

if TYPE_CHECKING:
    from app.show.timing.warnings import TimingWarning

NO_LENGTHS: Mapping[str, Ms] = {}


class Datum(StrEnum):
    """One of the three times of a row."""

    START = "start"
    END = "end"
    DURATION = "duration"


@dataclass(frozen=True, slots=True)
class RowTimes:
    """When one row happens, in elapsed ms, in the first round of its part."""

    segment: str
    part: str
    start_ms: Ms
    end_ms: Ms
    duration_ms: Ms
    gap_ms: Ms  # against the latest end above: over 0 nothing is planned, under 0 an overlap
    delay_ms: Ms  # how much of the start comes from delay rows
    over_ms: Ms  # by how much its words are longer than it
    rounds: int
    round_ms: Ms  # from one repeat to the next
    plays: bool  # False: skipped, a delay or a milestone
    computed: frozenset[Datum]  # the others were typed

    @property
    def repeats(self) -> tuple[Ms, ...]:
        """Return when it starts in every round."""
        return tuple(self.start_ms + n * self.round_ms for n in range(self.rounds))


@dataclass(frozen=True, slots=True)
class PartTimes:
    """When one part happens: from its first start to its latest end, through all rounds."""

    part: str
    start_ms: Ms
    end_ms: Ms
    duration_ms: Ms  # of one round, gaps included
    rounds: int
    target_ms: Ms | None  # of one round

    @property
    def total_ms(self) -> Ms:
        """Return the length of all rounds."""
        return self.duration_ms * self.rounds

    @property
    def over_ms(self) -> Ms:
        """Return by how much one round is longer than its target; 0 without one."""
        return 0 if self.target_ms is None else self.duration_ms - self.target_ms


class Schedule:
    """Every derived time of one show; equal shows and lengths give equal times."""

    def __init__(self, show: Show, lengths: Lengths, clock: WallClock) -> None:
        self.show = show
        self.lengths = lengths
        self.clock_of_show = clock
        self.hard_out_ms = None if show.hard_out is None else clock.out(show.hard_out)
        parts = [columns(part) for part in show.parts]
        took = [durations(cols, lengths) for cols in parts]
        flow = Flow(clock, self.hard_out_ms, counted_back(parts, took))
        walk = enumerate(zip(parts, took, strict=True))
        self.runs: list[PartRun] = [flow.part(n, cols, filled) for n, (cols, filled) in walk]
        self.start_ms: Ms = flow.first or 0
        self.end_ms: Ms = flow.latest

    @property
    def duration_ms(self) -> Ms:
        """Return durations plus gaps, overlaps counted once: from the first start to the end."""
        return self.end_ms - self.start_ms

    @property
    def goal_ms(self) -> Ms | None:
        """Return when the show should end: its hard out, else its target length, else None."""
        return self.show.target_ms if self.hard_out_ms is None else self.hard_out_ms

    @property
    def over_ms(self) -> Ms:
        """Return by how much the show ends after its goal; under 0 it has time to spare."""
        return 0 if self.goal_ms is None else self.end_ms - self.goal_ms

    def row(self, segment: str) -> RowTimes:
        """Return the times of one row; raises KeyError for a row the show does not have."""
        return self._row(*self._places[segment])

    def rows(self) -> tuple[RowTimes, ...]:
        """Return the times of every row in order, a loop's in its first round."""
        return tuple(
            self._row(run, i) for run in self.runs for i in range(len(run.cols.part.segments))
        )

    def part(self, part: str) -> PartTimes | None:
        """Return the times of one part, or None."""
        return next((self._part(run) for run in self.runs if run.cols.part.id == part), None)

    def parts(self) -> tuple[PartTimes, ...]:
        """Return the times of every part in order."""
        return tuple(self._part(run) for run in self.runs)

    def wall(self, elapsed_ms: Ms) -> Wall:
        """Return what the wall shows `elapsed_ms` after the show's planned begin."""
        return self.clock_of_show.wall(elapsed_ms)

    def clock_of(self, elapsed_ms: Ms) -> str:
        """Return an elapsed time as HH:MM:SS on the wall."""
        return said_clock(self.wall(elapsed_ms).ms)

    def clock(self, segment: str) -> str:
        """Return a row's start as HH:MM:SS on the wall."""
        run, i = self._places[segment]
        return self.clock_of(run.base + run.starts[i])

    def end_clock(self, segment: str) -> str:
        """Return a row's end as HH:MM:SS on the wall."""
        return self.clock_of(self.row(segment).end_ms)

    @cached_property
    def warnings(self) -> tuple[TimingWarning, ...]:
        """Return what is wrong or wants an answer, in the order of the rows."""
        # Late: most edits are drawn without anybody asking for the sentences.
        from app.show.timing.warnings import warnings_of

        return warnings_of(self)

    @cached_property
    def _places(self) -> dict[str, tuple[PartRun, int]]:
        return {
            row.id: (run, i) for run in self.runs for i, row in enumerate(run.cols.part.segments)
        }

    def _part(self, run: PartRun) -> PartTimes:
        part, rounds = run.cols.part, run.cols.count
        end = run.start + rounds * run.round_ms
        return PartTimes(part.id, run.start, end, run.round_ms, rounds, part.target_ms)

    def _row(self, run: PartRun, i: int) -> RowTimes:
        part = run.cols.part
        segment, plays, took = part.segments[i], run.cols.plays[i], run.durations[i]
        start = run.base + run.starts[i]
        carried = bisect_right(run.delays, i, key=itemgetter(0)) if plays else 0
        loops = run.cols.count if run.cols.first >= 0 else 1
        return RowTimes(
            segment.id,
            part.id,
            start,
            start + max(0, took),
            took,
            run.gaps.get(i, 0),
            run.delays[carried - 1][1] if carried else 0,
            words_over(segment, took, self.lengths) if plays else 0,
            loops,
            run.round_ms if loops > 1 else 0,
            plays,
            _COMPUTED[typed_start(segment), typed_end(segment), segment.duration_ms is None],
        )


def schedule(show: Show, lengths: Lengths = NO_LENGTHS) -> Schedule:
    """Return every time of `show`; `lengths` says how long a row's words take, in ms.

    Raises Refused for a time zone that this machine does not know.
    """
    return Schedule(show, lengths, wall_clock(show))


def typed_start(segment: Segment) -> bool:
    """Tell whether a row's start stands as typed."""
    return segment.start is not None and segment.anchor in (Anchor.SOFT, Anchor.HARD)


def typed_end(segment: Segment) -> bool:
    """Tell whether a row's end stands as typed, and its duration follows."""
    return segment.end is not None and segment.lock is Lock.END


def words_length(segment: Segment, lengths: Lengths) -> Ms:
    """Return how long the words of a row take that is written to the end, else 0."""
    if any(not beat.script and beat.duration_ms is None for beat in segment.beats):
        return 0
    return _said(segment, lengths)


def words_over(segment: Segment, took: Ms, lengths: Lengths) -> Ms:
    """Return by how much a row's words are longer than the row, 0 where they fit."""
    if segment.duration_ms is not None:
        return max(0, _said(segment, lengths) - took)
    return max(0, words_length(segment, lengths) - took) if typed_end(segment) else 0


def _said(segment: Segment, lengths: Lengths) -> Ms:
    if not any(beat.script for beat in segment.beats):
        return 0
    return word_length(lengths, segment) or 0


def lacks_length(segment: Segment) -> bool:
    """Tell whether nobody said how long a row is: nothing typed, no words."""
    if segment.duration_ms is not None or segment.skip or typed_end(segment):
        return False
    return segment.kind not in (DELAY, MILESTONE) and not any(b.script for b in segment.beats)


def _computed(start: bool, end: bool, wordy: bool) -> frozenset[Datum]:
    typed = {
        Datum.START: start,
        Datum.END: end,
        Datum.DURATION: not wordy and not end,
    }
    return frozenset(datum for datum, was in typed.items() if not was)


_COMPUTED = {
    (start, end, wordy): _computed(start, end, wordy)
    for start in (False, True)
    for end in (False, True)
    for wordy in (False, True)
}
