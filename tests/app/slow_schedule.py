"""The timing rules a second time, slowly and by other means: every round is laid out as rows of its
own, wall times are looked for day by day with datetime, ends are the maximum over a list, and what a
row counts back from is found by walking down from it.

Written from checklists/schema.md, "Timing: rules and deviations"; shares no code with the engine.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from app.show.show import DELAY, MILESTONE, Anchor, Clock, Lock, Segment, Show, Time

DAY = 24 * 60 * 60 * 1000
BASE = datetime(2001, 1, 1, tzinfo=UTC)  # any day, for shows without a date


@dataclass
class Row:
    """One row of one round."""

    segment: Segment
    part: int
    round: int
    start: int = 0
    length: int = 0
    gap: int = 0
    delay: int = 0


@dataclass
class Slow:
    """The state of the walk, kept as plain lists."""

    show: Show
    lengths: dict[str, int]
    rows: list[Row] = field(default_factory=list)
    played: list[Row] = field(default_factory=list)  # that have a place in time
    troubles: set[tuple[str, str]] = field(default_factory=set)
    hits: dict[str, int] = field(default_factory=dict)
    carried: int = 0
    waiting: int = 0
    last_typed: int = 0


def slow_schedule(show: Show, lengths: dict[str, int]) -> Slow:
    """Return every row of every round with its times."""
    state = Slow(show, lengths)
    for number, part in enumerate(show.parts):
        before = len(state.played)
        for segment in part.segments:
            row = Row(segment, number, 0, length=own_length(state, segment))
            state.rows.append(row)
            walk(state, row, looped=part.count > 1)
        first_round = state.played[before:]
        if part.count <= 1 or not first_round:
            continue
        began = first_round[0].start
        block = max(r.start + r.length for r in first_round) - began
        for again in range(1, part.count):
            for row in [r for r in state.rows if r.part == number and r.round == 0]:
                copy = Row(row.segment, number, again, row.start + again * block, row.length)
                state.rows.append(copy)
                if row in first_round:
                    state.played.append(copy)
    return state


def own_length(state: Slow, segment: Segment) -> int:
    if segment.kind == MILESTONE:
        return 0
    if segment.kind == DELAY:
        return segment.duration_ms or 0
    if segment.duration_ms is not None:
        return max(0, segment.duration_ms)
    return max(0, state.lengths.get(segment.id, 0))


def plays(segment: Segment) -> bool:
    return not segment.skip and segment.kind not in (DELAY, MILESTONE)


def end_of_last(state: Slow) -> int:
    return state.played[-1].start + state.played[-1].length if state.played else 0


def latest_end(state: Slow) -> int:
    return max((r.start + r.length for r in state.played), default=0)


def walk(state: Slow, row: Row, *, looped: bool) -> None:
    segment = row.segment
    if not plays(segment):
        row.start = end_of_last(state) + state.waiting
        if segment.kind == DELAY and not segment.skip:
            state.waiting += row.length
        return
    latest = latest_end(state)
    anchor = segment.anchor
    if anchor in (Anchor.SOFT, Anchor.HARD) and segment.start is None:
        anchor = Anchor.LINKED
    hit = hit_time(state, row) if anchor is Anchor.BACK and not looped else None
    if anchor is Anchor.BACK and hit is None:
        anchor = Anchor.LINKED
    if anchor is Anchor.LINKED:
        row.start = end_of_last(state) + state.waiting
        row.gap = end_of_last(state) - latest
        row.delay = state.carried + state.waiting
    elif anchor is Anchor.SOFT:
        assert segment.start is not None
        typed = typed_start(state, row, segment.start)
        soft(state, row, typed, latest)
    else:
        if anchor is Anchor.HARD:
            assert segment.start is not None
            row.start = typed_start(state, row, segment.start)
        else:
            assert hit is not None
            row.start = hit
        row.gap = row.start - latest
    if not state.played and row.gap < 0:
        row.gap = 0
    state.carried, state.waiting = row.delay, 0
    if segment.lock is Lock.END and segment.end is not None:
        ends = end_time(state.show, segment.end, row.start)
        if ends is None:
            state.troubles.add(("end_before_start", segment.id))
        else:
            state.carried = 0
        row.length = 0 if ends is None else ends - row.start
    state.played.append(row)


def soft(state: Slow, row: Row, typed: int, latest: int) -> None:
    if state.carried <= 0:
        row.start = max(typed + state.carried, latest) + state.waiting
        row.gap = row.start - state.waiting - latest
        row.delay = state.carried + state.waiting
        return
    # Without the delay the rows above would have ended earlier, with a gap that now eats the delay.
    gap_without = max(0, typed - (latest - state.carried))
    row.delay = max(0, state.carried - gap_without) + state.waiting
    row.start = max(typed, latest) + state.waiting
    row.gap = max(0, typed - latest)


def typed_start(state: Slow, row: Row, time: Time) -> int:
    at = state.hits[row.segment.id] if row.segment.id in state.hits else instant(state, time)
    if state.played and at < state.last_typed:
        state.troubles.add(("out_of_order", row.segment.id))
    state.last_typed = at
    return at


def hit_time(state: Slow, row: Row) -> int | None:
    """Walk down from `row` to the next fixed start and take off what lies between."""
    below = [(n, s) for n, p in enumerate(state.show.parts) for s in p.segments]
    at = next(i for i, (_, s) in enumerate(below) if s.id == row.segment.id)
    between, target = [], None
    for number, segment in below[at:]:
        if segment.anchor is Anchor.HARD and segment.start is not None and plays(segment):
            target = (number, segment)
            break
        between.append((number, segment))
    total = 0
    for number, segment in between:
        rounds = max(1, state.show.parts[number].count)
        if target is not None and number == target[0]:
            rounds = 1
        if plays(segment) or (segment.kind == DELAY and not segment.skip):
            total += rounds * own_length(state, segment)
    if target is None:
        out = hard_out(state.show)
        return None if out is None else out - total
    segment = target[1]
    assert segment.start is not None
    if segment.id not in state.hits:
        state.hits[segment.id] = instant(state, segment.start)
    return state.hits[segment.id] - total


def instant(state: Slow, time: Time) -> int:
    """Look through the days for the wall time nearest the latest end."""
    if time.clock is Clock.ELAPSED:
        return time.ms
    latest = latest_end(state)
    lowest = day_of(state.show, state.last_typed)
    middle = day_of(state.show, latest)
    best = None
    for day in range(lowest, max(lowest, middle + 1) + 1):
        if day < middle - 1 and day != lowest:
            continue
        for at in times_on(state.show, day, time.ms):
            if best is None or abs(at - latest) <= abs(best - latest):
                best = at
    assert best is not None
    return best


def end_time(show: Show, end: Time, start: int) -> int | None:
    if end.clock is Clock.ELAPSED:
        return end.ms if end.ms >= start else None
    today = day_of(show, start)
    for at in times_on(show, today, end.ms):
        if at >= start:
            return at
    tomorrow = times_on(show, today + 1, end.ms)[0]
    return tomorrow if tomorrow - start <= 12 * 60 * 60 * 1000 else None


def hard_out(show: Show) -> int | None:
    if show.hard_out is None:
        return None
    if show.hard_out.clock is Clock.ELAPSED:
        return show.hard_out.ms
    day = 0
    while True:
        for at in times_on(show, day, show.hard_out.ms):
            if at > 0:
                return at
        day += 1


def begin(show: Show) -> datetime:
    return local(show, 0, show.start_ms).astimezone(UTC)


def local(show: Show, day: int, ms: int, fold: int = 0) -> datetime:
    if show.on is None:
        return BASE + timedelta(days=day, milliseconds=ms)
    midnight = datetime(show.on.year, show.on.month, show.on.day)  # noqa: DTZ001 zone follows
    naive = midnight + timedelta(days=day) + timedelta(milliseconds=ms)
    return naive.replace(tzinfo=ZoneInfo(show.zone), fold=fold)


def times_on(show: Show, day: int, ms: int) -> list[int]:
    """Return in elapsed ms when a wall clock shows `ms` on that day, by trying both passes."""
    found = []
    for fold in (0, 1):
        at = local(show, day, ms, fold).astimezone(UTC) - begin(show)
        found.append(at // timedelta(milliseconds=1))
    if found[1] > found[0]:
        return found  # the clocks go back: it comes twice
    return found[:1]


def day_of(show: Show, elapsed: int) -> int:
    moment = begin(show) + timedelta(milliseconds=elapsed)
    if show.on is None:
        return (moment.date() - BASE.date()).days
    return (moment.astimezone(ZoneInfo(show.zone)).date() - show.on).days
