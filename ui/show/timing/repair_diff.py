"""What a repair changes, row by row: before and after in words."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.words import text
from app.show.formats import kind_of
from app.show.show import Part, Segment, Show
from app.show.timing.clock import said_span
from app.show.timing.repair import Repair, apply
from app.show.timing.schedule import Schedule, schedule


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that changes; `number` is the row's, 0 for a part."""

    number: int
    title: str
    before: str
    after: str


def differences(show: Show, times: Schedule, repair: Repair) -> tuple[Difference, ...]:
    """Return what applying `repair` to `show` changes, in the order of the rows."""
    fixed = apply(show, repair)
    later = schedule(fixed, times.lengths)
    found: list[Difference] = []
    number = 0
    parts = {part.id: part for part in fixed.parts}
    for part in show.parts:
        found.extend(_part(part, parts.get(part.id)))
        rows = {s.id: s for s in parts[part.id].segments} if part.id in parts else {}
        for row in part.segments:
            number += 1
            found.extend(_row(number, row, rows.get(row.id), times, later))
    return tuple(found)


def _part(before: Part, after: Part | None) -> list[Difference]:
    if after is None or after.count == before.count:
        return []
    return [Difference(0, before.title, f"× {before.count}", f"× {after.count}")]


def _row(
    number: int, before: Segment, after: Segment | None, times: Schedule, later: Schedule
) -> list[Difference]:
    title = before.title or kind_of(before.kind).name.say()
    if after is None:
        return [Difference(number, title, said_span(times.row(before.id).duration_ms), "—")]
    if after == before:
        return []
    found = []
    kept = {beat.id for beat in after.beats}
    spec = kind_of(before.kind)
    for beat in before.beats:
        if beat.id not in kept:
            step = spec.beat(beat.kind)
            name = beat.title or ("" if step is None else step.name.say())
            gone = text("without {beat}", beat=name).say()
            found.append(Difference(number, title, name, gone))
    if before.skip != after.skip:
        words = [
            text("skipped").say() if skip else text("plays").say() for skip in _skips(before, after)
        ]
        found.append(Difference(number, title, words[0], words[1]))
    old, new = times.row(before.id).duration_ms, later.row(before.id).duration_ms
    if old != new and before.skip == after.skip:
        found.append(Difference(number, title, said_span(old), said_span(new)))
    return found


def _skips(before: Segment, after: Segment) -> tuple[bool, bool]:
    return before.skip, after.skip
