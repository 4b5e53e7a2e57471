"""Delay rows turned into real times: the rows after them get the starts they had with the delay."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from app.show.show import DELAY, Anchor, Clock, Ms, Segment, Show, Time
from app.show.timing.clock import DAY
from app.show.timing.columns import Lengths
from app.show.timing.schedule import NO_LENGTHS, Schedule, schedule

TRIES = 4


def apply_delays(show: Show, lengths: Lengths = NO_LENGTHS) -> Show:
    """Return the show without its delay rows and with every other row where it was.

    Gaps have taken their share already. The first row after a delay is unlinked: it gets its start
    as a typed time, soft where it waits, hard where it comes earlier than the rows above end. A
    start before the show's begin becomes the begin.
    """
    times = schedule(show, lengths)
    if not any(_delays(row) for row in show.segments()):
        return show
    fresh = dict(_retimed(show, times))
    made = _with_rows(show, fresh)
    if any(row.start_ms < 0 for row in times.rows() if row.plays):
        return made
    for _ in range(TRIES):
        moved = dict(_moved(made, times, schedule(made, lengths)))
        if not moved:
            break
        made = made.with_segments(lambda row, moved=moved: moved.get(row.id, row))  # type: ignore[misc]
    return made


def _delays(row: Segment) -> bool:
    return row.kind == DELAY and not row.skip


def _retimed(show: Show, times: Schedule) -> Iterator[tuple[str, Segment]]:
    """Yield the rows whose typed times change, by id."""
    waiting = 0
    for row in show.segments():
        if _delays(row):
            waiting += row.duration_ms or 0
        at = times.row(row.id)
        if not at.plays:
            continue
        typed = row.start is not None and row.anchor is not Anchor.LINKED
        if row.anchor is Anchor.SOFT and row.start is not None and not waiting and at.delay_ms < 0:
            yield row.id, replace(row, start=_shifted(row.start, at.delay_ms))
        elif waiting and (row.anchor in (Anchor.LINKED, Anchor.SOFT) or not typed):
            anchor = Anchor.SOFT if waiting > 0 and at.gap_ms >= 0 else Anchor.HARD
            start = Time(times.wall(max(0, at.start_ms)).ms)
            yield row.id, replace(row, anchor=anchor, start=start)
        waiting = 0


def _shifted(time: Time, by: Ms) -> Time:
    if time.clock is Clock.ELAPSED:
        return replace(time, ms=max(0, time.ms + by))
    return replace(time, ms=(time.ms + by) % DAY)


def _with_rows(show: Show, fresh: Mapping[str, Segment]) -> Show:
    parts = []
    for part in show.parts:
        kept = tuple(fresh.get(r.id, r) for r in part.segments if not _delays(r))
        same = len(kept) == len(part.segments) and not any(r.id in fresh for r in kept)
        parts.append(part if same else replace(part, segments=kept))
    return replace(show, parts=tuple(parts))


def _moved(made: Show, before: Schedule, after: Schedule) -> Iterator[tuple[str, Segment]]:
    """Yield the first row that left its place, held there by an elapsed time.

    It is one that counted back over a delay, or whose wall time means another instant now.
    """
    for row in made.segments():
        wanted = before.row(row.id)
        if wanted.plays and after.row(row.id).start_ms != wanted.start_ms:
            start = Time(wanted.start_ms, Clock.ELAPSED)
            yield row.id, replace(row, anchor=Anchor.HARD, start=start)
            return
