"""The timing pass: one walk over the rows in elapsed milliseconds.

The rules stand in checklists/schema.md, "Timing: rules and deviations"; `tests/app/slow_schedule.py`
states them a second time by other means.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import cast

from app.show.show import DELAY, Anchor, Clock, Lock, Ms, Time
from app.show.timing.clock import DAY, HALF_DAY, WallClock
from app.show.timing.columns import Columns, advances
from app.show.timing.run import Kind, Note, PartRun, State, Walked

Place = tuple[int, int]  # a part's number and a row's number in it


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
        elif cols.backs or self._fixed:
            self._rows(run)
        else:
            run = self._again(run)
        if cols.count > 1 and cols.first >= 0:
            shift = (cols.count - 1) * run.round_ms
            self._end += shift
            self.latest = max(self.latest, run.start + cols.count * run.round_ms)
        return run

    def _again(self, run: PartRun) -> PartRun:
        """Take the walk of the last time if it began as this one does: most parts were not edited."""
        before = self._state()
        kept = run.cols.walked
        for walk in kept:
            same = walk.before == before and walk.clock is self._clock
            if same and walk.durations == run.durations:
                (self._end, self.latest, self._pend, self._acc, self._typed, self.first) = (
                    walk.after
                )
                return cast(PartRun, walk.run)
        durations = run.durations.copy()  # the walk puts typed ends into its own
        self._rows(run)
        kept[:] = [Walked(before, self._clock, durations, run, self._state())]
        return run

    def _state(self) -> State:
        return self._end, self.latest, self._pend, self._acc, self._typed, self.first

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
        for special, wall in zip(run.cols.special, run.cols.walls, strict=True):
            if at < special:
                self._stretch(run, moves, at, special)
            if wall < 0 or not self._quick(run, special, wall):
                self._special(run, special)
            at = special + 1
        self._stretch(run, moves, at, len(moves))

    def _stretch(self, run: PartRun, moves: list[Ms], at: int, to: int) -> None:
        """Walk rows that only follow the row before them."""
        plays, starts = run.cols.plays, run.starts
        while at < to and self._pend:
            if plays[at]:
                self._place(run, at, self._follow(run, at), run.durations[at])
            else:
                starts.append(self._end + self._pend)
            at += 1
        end, latest = self._end, self.latest
        while at < to and end < latest:  # beside a row above that still runs
            starts.append(end)
            if plays[at]:
                run.gaps[at] = end - latest
                end += moves[at]
            at += 1
        if at < to:
            ends = list(accumulate(moves[at:to], initial=end))
            end = ends.pop()
            if self.first is None and at <= run.cols.first < to:
                self.first = ends[run.cols.first - at]
            starts.extend(ends)
        self._end = end
        if end > latest:
            self.latest = end

    def _quick(self, run: PartRun, i: int, wall: Ms) -> bool:
        """Place a hard start where nothing is unusual: sheets come with one in every row."""
        clock, latest = self._clock, self.latest
        if self._pend or self._acc or self._fixed or self.first is None:
            return False
        if not clock.even_from <= latest <= clock.even_to:
            return False
        ahead = (wall - latest - clock.start_ms) % DAY
        start = latest + ahead if ahead <= HALF_DAY else latest + ahead - DAY
        if start < self._typed or start < 0:
            return False
        if start != latest:
            run.gaps[i] = start - latest
        self._typed = start
        run.starts.append(start)
        self._end = end = start + run.durations[i]
        if end > latest:
            self.latest = end
        return True

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
        cols, filled = parts[number], lengths[number]
        rows, rounds, right = cols.part.segments, parts[number].count, len(filled)
        ends = list(accumulate(advances(cols, filled), initial=0))
        for i in reversed(cols.special):
            row = rows[i]
            own = row.kind == DELAY or row.anchor is Anchor.BACK
            fixed = row.anchor is Anchor.HARD and row.start is not None
            if not (own or fixed):
                continue
            total += (ends[right] - ends[i + 1]) * rounds
            right = i
            if row.kind == DELAY or not fixed:
                total += filled[i] * rounds
            else:
                hit, time, total, rounds = (number, i), row.start, 0, 1
            if row.anchor is Anchor.BACK and cols.count == 1 and row.kind != DELAY:
                found[number, i] = Back(hit, time, total)
        total += ends[right] * rounds
    return found
