"""The timing pass: one walk over the rows in elapsed milliseconds.

The rules stand in checklists/schema.md, "Timing: rules and deviations"; `tests/app/slow_schedule.py`
states them a second time by other means.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import accumulate

from app.show.clock import WallClock
from app.show.schedule_columns import Columns, advances
from app.show.show import DELAY, Anchor, Clock, Lock, Ms, Segment, Time

Place = tuple[int, int]  # a part's number and a row's number in it


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

    @property
    def start(self) -> Ms:
        """Return when its first row that plays starts; without one, where the part stands."""
        first = max(0, self.cols.first)
        return self.base + (self.starts[first] if self.starts else 0)

    @property
    def round_ms(self) -> Ms:
        """Return the length of one round: from the first start to the latest end."""
        cols = self.cols
        if cols.first < 0:
            return 0
        if not cols.special and not self.gaps:
            return self.starts[cols.last] + self.durations[cols.last] - self.starts[cols.first]
        rows = zip(self.starts, self.durations, cols.plays, strict=False)
        return max(s + d for s, d, plays in rows if plays) - self.starts[cols.first]


@dataclass(frozen=True, slots=True)
class Back:
    """What a row is counted back from: a fixed start below, or the hard out; and how far."""

    hit: Place | None
    time: Time | None
    length: Ms


class Flow:
    """Where the walk stands: what has ended, what is carried, what was typed last."""

    __slots__ = (
        "_acc", "_back", "_before", "_clock", "_end", "_fixed", "_number", "_out", "_pend", "_typed",
        "first", "latest",
    )  # fmt: skip

    def __init__(self, clock: WallClock, hard_out: Ms | None, back: Mapping[Place, Back]) -> None:
        self._clock = clock
        self._out = hard_out
        self._back = back
        self._fixed: dict[Place, Ms] = {}  # hit times that rows above were counted back from
        self._end: Ms = 0  # of the last row that plays
        self.latest: Ms = 0  # of all ends so far
        self._pend: Ms = 0  # delays typed right before the next row
        self._acc: Ms = 0  # delay carried
        self._typed: Ms = 0  # the last typed start
        self._number = 0
        self.first: Ms | None = None  # the first start

    def part(self, number: int, cols: Columns, durations: list[Ms]) -> PartRun:
        """Walk one part, all its rounds, and return its first."""
        self._number = number
        run = PartRun(cols, durations)
        if not cols.special and not self._pend and self._end == self.latest:
            self._plain(run)
        else:
            self._rows(run)
        if cols.count > 1 and cols.first >= 0:
            shift = (cols.count - 1) * run.round_ms
            self._end += shift
            self.latest = max(self.latest, run.start + cols.count * run.round_ms)
        return run

    def _plain(self, run: PartRun) -> None:
        cols = run.cols
        run.base = self._end
        run.starts = cols.ends
        if cols.wordy:
            run.starts = list(accumulate(advances(cols, run.durations), initial=0))
        if self._acc:
            run.delays.append((0, self._acc))
        if cols.first >= 0 and self.first is None:
            self.first = run.start
        self._end = self.latest = run.base + run.starts[-1]

    def _rows(self, run: PartRun) -> None:
        if self._acc:
            run.delays.append((0, self._acc))
        if not run.durations:
            run.base = self._end
        moves = advances(run.cols, run.durations)
        at = 0
        for special in run.cols.special:
            if at < special:
                self._stretch(run, moves, at, special)
            self._special(run, special)
            at = special + 1
        self._stretch(run, moves, at, len(moves))

    def _stretch(self, run: PartRun, moves: list[Ms], at: int, to: int) -> None:
        """Walk rows that only follow the row before them."""
        while at < to and (self._pend or self._end != self.latest):
            if run.cols.plays[at]:
                self._place(run, at, self._follow(run, at), run.durations[at])
            else:
                run.starts.append(self._end + self._pend)
            at += 1
        if at == to:
            return
        ends = list(accumulate(moves[at:to], initial=self._end))
        self._end = self.latest = ends.pop()
        if self.first is None and at <= run.cols.first < to:
            self.first = ends[run.cols.first - at]
        run.starts.extend(ends)

    def _special(self, run: PartRun, i: int) -> None:
        row = run.cols.part.segments[i]
        if row.kind == DELAY:
            run.starts.append(self._end + self._pend)
            self._pend += run.durations[i]
            return
        looped = run.cols.count > 1
        if looped and (row.anchor is not Anchor.LINKED or row.lock is Lock.END):
            run.notes.append(Note(Kind.FIXED_IN_LOOP, i))
        if row.anchor is Anchor.BACK:
            start = self._counted_back(run, i)
        elif row.start is None or row.anchor is Anchor.LINKED:
            start = self._follow(run, i)
        elif row.anchor is Anchor.SOFT:
            start = self._soft(run, i, row.start)
        else:
            start = self._hard(run, i, row.start)
        length = run.durations[i]
        if row.lock is Lock.END and row.end is not None:
            length = self._until(run, i, row.end, start)
        self._place(run, i, start, length)

    def _follow(self, run: PartRun, i: int) -> Ms:
        start = self._end + self._pend
        if self._end != self.latest:
            self._gap(run, i, self._end - self.latest)
        self._carry(run, i, self._acc + self._pend)
        return start

    def _soft(self, run: PartRun, i: int, time: Time) -> Ms:
        typed = self._instant(run, i, time)
        start = max(typed + min(self._acc, 0), self.latest)
        self._gap(run, i, start - self.latest)
        carried = self._acc
        if carried > 0:
            # The gap that there would be without the delay uses it up.
            carried = max(0, carried - max(0, typed - (self.latest - carried)))
        start += self._pend
        self._carry(run, i, carried + self._pend)
        return start

    def _hard(self, run: PartRun, i: int, time: Time) -> Ms:
        place = (self._number, i)
        start = self._instant(run, i, time, self._fixed.get(place))
        self._stand(run, i, start)
        return start

    def _counted_back(self, run: PartRun, i: int) -> Ms:
        back = self._back.get((self._number, i))
        hit = None if back is None else self._hit(back)
        if back is None or hit is None:
            if run.cols.count == 1:
                run.notes.append(Note(Kind.BACK_NOWHERE, i))
            return self._follow(run, i)
        start = hit - back.length
        if start < self.latest:
            run.notes.append(Note(Kind.BACK_TOO_LATE, i, self.latest - start, None, start))
        self._stand(run, i, start)
        return start

    def _hit(self, back: Back) -> Ms | None:
        if back.hit is None or back.time is None:
            return self._out
        if back.hit not in self._fixed:
            time = back.time
            at = time.ms
            if time.clock is Clock.WALL:
                at = self._clock.nearest(time.ms, self.latest, self._typed)
            self._fixed[back.hit] = at
        return self._fixed[back.hit]

    def _instant(self, run: PartRun, i: int, time: Time, known: Ms | None = None) -> Ms:
        """Return a typed start in elapsed ms, and remember it for the next one's day."""
        if known is not None:
            at = known
        elif time.clock is Clock.ELAPSED:
            at = time.ms
        else:
            at = self._clock.nearest(time.ms, self.latest, self._typed)
        if time.clock is Clock.WALL:
            self._odd(run, i, time, at)
        if at < self._typed and self.first is not None:
            run.notes.append(Note(Kind.OUT_OF_ORDER, i, self._typed - at, time, at))
        self._typed = at
        return at

    def _odd(self, run: PartRun, i: int, time: Time, at: Ms) -> None:
        if odd := self._clock.oddity(time.ms, at):
            kind = Kind.CLOCK_MISSING if odd == "missing" else Kind.CLOCK_TWICE
            run.notes.append(Note(kind, i, 0, time, at))

    def _until(self, run: PartRun, i: int, end: Time, start: Ms) -> Ms:
        """Return the length of a row whose end is typed; 0 until somebody answers where it is none."""
        if end.clock is Clock.ELAPSED:
            at = end.ms if end.ms >= start else None
        else:
            at = self._clock.until(end.ms, start)
        if run.durations is run.cols.durations:
            run.durations = run.durations.copy()
        run.durations[i] = 0 if at is None else at - start
        if at is None:
            run.notes.append(Note(Kind.END_BEFORE_START, i, 0, end, start))
            return 0
        if end.clock is Clock.WALL:
            self._odd(run, i, end, at)
        self._carry(run, i + 1, 0)
        return at - start

    def _stand(self, run: PartRun, i: int, start: Ms) -> None:
        """Let a fixed start end every delay."""
        if self._pend:
            run.notes.append(Note(Kind.DELAY_LOST, i, self._pend))
        self._gap(run, i, start - self.latest)
        self._carry(run, i, 0)

    def _gap(self, run: PartRun, i: int, gap: Ms) -> None:
        if gap > 0 or (gap < 0 and self.first is not None):
            run.gaps[i] = gap

    def _carry(self, run: PartRun, i: int, delay: Ms) -> None:
        if delay != self._acc:
            run.delays.append((i, delay))
            self._acc = delay
        self._pend = 0

    def _place(self, run: PartRun, i: int, start: Ms, length: Ms) -> None:
        run.starts.append(start)
        if start < 0:
            run.notes.append(Note(Kind.BEFORE_SHOW, i, -start, None, start))
        self._end = start + length
        if self.first is None:
            self.first = start
            self.latest = self._end
        elif self._end > self.latest:
            self.latest = self._end


def counted_back(parts: Sequence[Columns], lengths: Sequence[list[Ms]]) -> dict[Place, Back]:
    """Return what each row that counts back is counted from: its own length and all below it.

    A loop between counts with all its rounds, a delay with its length.
    """
    found: dict[Place, Back] = {}
    if not any(cols.backs for cols in parts):
        return found
    hit: Place | None = None
    time: Time | None = None
    total = 0
    for number in range(len(parts) - 1, -1, -1):
        cols, rounds = parts[number], parts[number].count
        fixed = 0
        for i, row, length in _upwards(cols, lengths[number]):
            if row.anchor is Anchor.HARD and row.start is not None and cols.plays[i]:
                hit, time, total, fixed = (number, i), row.start, 0, 1
                continue
            total += length * (1 if fixed else rounds)
            if row.anchor is Anchor.BACK and cols.plays[i] and rounds == 1:
                found[number, i] = Back(hit, time, total)
    return found


def _upwards(cols: Columns, lengths: list[Ms]) -> Iterator[tuple[int, Segment, Ms]]:
    """Yield the rows from the last to the first, with the time each takes of what is below."""
    rows = cols.part.segments
    for i in range(len(rows) - 1, -1, -1):
        counts = cols.plays[i] or (rows[i].kind == DELAY and not rows[i].skip)
        yield i, rows[i], lengths[i] if counts else 0
