"""Where a running show stands against its plan: pure functions of the schedule, the state and now.

Every time is elapsed ms since the planned begin, so nothing here knows midnight. Over 0 is behind.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from app.core.words import Text, text
from app.show.show import Anchor, Lock, Ms
from app.show.timing.clock import said_span
from app.show.timing.run import Kind
from app.show.timing.schedule import RowTimes, Schedule


@dataclass(frozen=True, slots=True)
class LiveState:
    """What a crash must not lose: the running row and what has happened to it."""

    began_ms: Ms  # when the show really began; 0 is on time
    segment: str
    started_ms: Ms  # when this row really started
    round: int = 0
    paused_ms: Ms = 0  # pauses of this row that are over
    pause_since_ms: Ms | None = None  # the pause that is running
    added_ms: Ms = 0  # time given to this row, or taken from it


@dataclass(frozen=True, slots=True)
class Offset:
    """How far behind the plan (over 0) or ahead of it (under 0) the show is."""

    absolute_ms: Ms  # against the wall
    relative_ms: Ms  # as if it had begun on time


@dataclass(frozen=True, slots=True)
class Expected:
    """When a row is expected to start and end, by the wall clock's elapsed ms."""

    start_ms: Ms
    end_ms: Ms


class Found(StrEnum):
    """What following the clock finds."""

    RUNNING = "running"
    NEXT = "next"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Rolled:
    """What the plan says is on now, or comes next; NOTHING where it says neither, and why."""

    found: Found
    say: Text
    segment: str = ""
    round: int = 0
    start_ms: Ms = 0
    end_ms: Ms = 0


def planned_start(times: Schedule, state: LiveState) -> Ms:
    """Return when the running row should have started in the round it is in."""
    row = times.row(state.segment)
    return row.start_ms + state.round * row.round_ms


def pauses(state: LiveState, now: Ms) -> Ms:
    """Return how long the running row has been paused, the pause that is running included."""
    running = 0 if state.pause_since_ms is None else max(0, now - state.pause_since_ms)
    return state.paused_ms + running


def expected_end(times: Schedule, state: LiveState, now: Ms) -> Ms:
    """Return when the running row's time is up: its length with pauses and added time.

    A row that counts to its end keeps to the plan's end, with added time.
    """
    row = times.row(state.segment)
    if _counts_to_end(times, state):
        return max(state.started_ms, row.end_ms + state.round * row.round_ms) + state.added_ms
    return state.started_ms + row.duration_ms + pauses(state, now) + state.added_ms


def left(times: Schedule, state: LiveState, now: Ms) -> Ms:
    """Return what is left of the running row; under 0 it is in overtime."""
    return expected_end(times, state, now) - now


def offset(times: Schedule, state: LiveState, now: Ms) -> Offset:
    """Return how far behind or ahead the show is.

    The lateness of the row's start, its overtime, its pauses and its added time; of a row that
    counts to its end only overtime and added time, for its own end takes up the rest.
    """
    behind = max(0, -left(times, state, now)) + state.added_ms
    if not _counts_to_end(times, state):
        behind += state.started_ms - planned_start(times, state) + pauses(state, now)
    return Offset(behind, behind - state.began_ms)


def expected(times: Schedule, state: LiveState, now: Ms, segment: str, round: int = 0) -> Expected:  # noqa: A002
    """Return when a row that is still to come is expected, in a round of its part.

    A linked row follows the offset. A soft one is never pulled earlier than planned, and the gaps
    before it take up what they can of being late. A hard or counted-back start stays where it is,
    and nothing after it is late any more; so does a typed end.
    """
    if (segment, round) == (state.segment, state.round):
        return Expected(state.started_ms, max(now, expected_end(times, state, now)))
    for row, number, starts, ends in _to_come(times, state, now):
        if (row.segment, number) == (segment, round):
            planned = row.start_ms + number * row.round_ms
            return Expected(planned + starts, planned + row.duration_ms + ends)
    raise KeyError(segment)


def expected_show_end(times: Schedule, state: LiveState, now: Ms) -> Ms:
    """Return when the show is expected to end: the latest expected end of what is to come."""
    latest = max(now, expected_end(times, state, now))
    for row, number, _, ends in _to_come(times, state, now):
        latest = max(latest, row.end_ms + number * row.round_ms + ends)
    return latest


def roll(times: Schedule, now: Ms) -> Rolled:
    """Return the row that the plan has running now, else the next to come, else say that none is.

    Rows without length are passed over; where two run, the one that started last is meant.
    """
    running: Rolled | None = None
    coming: Rolled | None = None
    for row in times.rows():
        if not row.plays or row.duration_ms <= 0:
            continue
        for number, start in enumerate(row.repeats):
            end = start + row.duration_ms
            if start <= now < end and (running is None or start >= running.start_ms):
                running = Rolled(Found.RUNNING, text("On now"), row.segment, number, start, end)
            if start > now and (coming is None or start < coming.start_ms):
                say = text("Starts in {span}", span=said_span(start - now))
                coming = Rolled(Found.NEXT, say, row.segment, number, start, end)
    if running is not None:
        return running
    if coming is not None:
        return coming
    if not any(row.plays and row.duration_ms > 0 for row in times.rows()):
        return Rolled(
            Found.NOTHING, text("No row has a length, so the clock has nothing to follow")
        )
    say = text("The plan ended {span} ago: no row is on and none follows",
               span=said_span(now - times.end_ms))  # fmt: skip
    return Rolled(Found.NOTHING, say)


def _counts_to_end(times: Schedule, state: LiveState) -> bool:
    row = times.show.segment(state.segment)
    return row is not None and row.count_to_end


def _to_come(times: Schedule, state: LiveState, now: Ms) -> Iterator[tuple[RowTimes, int, Ms, Ms]]:
    """Yield the rows after the running one, by round, with how late each starts and ends."""
    late = offset(times, state, now).absolute_ms
    listed: list[tuple[RowTimes, int]] = []
    rows = [row for row in times.rows() if row.plays]
    for part in times.parts():
        own = [row for row in rows if row.part == part.part]
        listed.extend((row, number) for number in range(part.rounds) for row in own)
    places = [(row.segment, number) for row, number in listed]
    for row, number in listed[places.index((state.segment, state.round)) + 1 :]:
        starts = _after_start(times, row, number, late)
        late = _after_end(times, row, starts)
        yield row, number, starts, late


def _after_start(times: Schedule, row: RowTimes, number: int, late: Ms) -> Ms:
    """Return how late a row starts when the one before it ends `late`."""
    segment = times.show.segment(row.segment)
    if segment is None or number > 0:
        return late  # later rounds repeat the first, one behind the other
    fixed = segment.anchor is Anchor.HARD and segment.start is not None
    if fixed or (segment.anchor is Anchor.BACK and not _follows(times, segment.id)):
        return 0
    if segment.anchor is Anchor.SOFT and segment.start is not None:
        return max(0, late - max(0, row.gap_ms)) if late > 0 else 0
    return late


def _follows(times: Schedule, segment: str) -> bool:
    """Tell whether a row that counts back found nothing to count from."""
    linked = (Kind.BACK_NOWHERE, Kind.FIXED_IN_LOOP)
    return any(w.segment == segment and w.kind in linked for w in times.warnings)


def _after_end(times: Schedule, row: RowTimes, late: Ms) -> Ms:
    """Return how late a row ends that starts `late`."""
    segment = times.show.segment(row.segment)
    if segment is None or row.rounds > 1:
        return late
    keeps = (segment.lock is Lock.END and segment.end is not None) or segment.count_to_end
    return max(0, late - row.duration_ms) if keeps else late
