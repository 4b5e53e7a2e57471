"""What could be done about a show's length: every single step, sized to what is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from app.core.words import Text, text
from app.show.formats import beat_times, divided, kind_of
from app.show.show import Ms, Part, Segment, Show
from app.show.timing.repair_steps import Step, StepKind, if_time, may_return, plays, touchable
from app.show.timing.schedule import Schedule, words_length, words_over

SECOND: Ms = 1000
LEAST: Ms = 5 * SECOND  # a smaller step is not worth a sentence
SHARE = 4  # a row loses or gains a quarter of its length at most
MOST_OFFERS = 12  # of one kind

Offers = Callable[[Show, Schedule, Ms], Iterator[Step]]
"""From the show, its times and the ms that are missing to steps, the best first."""


def trims(show: Show, times: Schedule, need: Ms) -> Iterator[Step]:
    """Yield rows that are longer than their words, the most first."""
    found = []
    for row, rounds in _rows(show):
        words = words_length(row, times.lengths)
        room = (row.duration_ms or 0) - _up(words)
        if words and room >= LEAST:
            found.append((room * rounds, room, rounds, row))
    for _, room, rounds, row in sorted(found, key=lambda f: -f[0])[:MOST_OFFERS]:
        cut = min(room, _up(-(-need // rounds)))
        what = text("Row {row} “{title}” closer to its words", **_named(show, row))
        yield Step(StepKind.TRIM, row.id, ((row.id, (row.duration_ms or 0) - cut),), what=what)


def skips(show: Show, times: Schedule, need: Ms) -> Iterator[Step]:
    """Yield rows marked "if time": the shortest that is enough, else the longest first."""
    free = touchable(show)
    found = [
        (times.row(row.id).duration_ms * max(1, part.count), row)
        for part in show.parts
        for row in part.segments
        if row.id in free and if_time(row)
    ]
    for _, row in sorted(found, key=lambda f: _fit(f[0], need))[:MOST_OFFERS]:
        yield Step(
            StepKind.SKIP, row.id, what=text("Skip row {row} “{title}”", **_named(show, row))
        )


def beats(show: Show, times: Schedule, need: Ms) -> Iterator[Step]:
    """Yield optional beats of rows, such as the questions: the shortest that is enough first."""
    free = touchable(show)
    found = [
        (cut * max(1, part.count), cut, row, beat, name)
        for part in show.parts
        for row in part.segments
        if row.id in free and len(row.beats) > 1
        for cut, beat, name in _optional(row, times)
    ]
    for _, cut, row, beat, name in sorted(found, key=lambda f: _fit(f[0], need))[:MOST_OFFERS]:
        what = text("Drop {beat} of row {row}", row=_number(show, row), beat=name)
        new = () if row.duration_ms is None else ((row.id, row.duration_ms - cut),)
        yield Step(StepKind.DROP_BEAT, row.id, new, beat=beat, what=what)


def _optional(row: Segment, times: Schedule) -> Iterator[tuple[Ms, str, Text]]:
    """Yield the optional beats of a row: what each takes in whole seconds, its id and name."""
    spec = kind_of(row.kind)
    if not any(step.optional for step in spec.beats):
        return
    lasts = times.row(row.id).duration_ms
    for beat, took in zip(row.beats, beat_times(row, lasts), strict=True):
        step, cut = spec.beat(beat.kind), took // SECOND * SECOND
        if step is not None and step.optional and cut >= LEAST:
            yield cut, beat.id, step.name


def parts_over(show: Show, times: Schedule, need: Ms) -> Iterator[Step]:
    """Yield parts that are over their target, brought down to it: the most over first."""
    found = [(p.over_ms, p.part) for p in times.parts() if p.over_ms >= LEAST]
    for over, part in sorted(found, key=lambda f: -f[0]):
        yield from _spread(show, times, part, min(need, over), StepKind.SHORTEN_OVER)


def shortened(show: Show, times: Schedule, need: Ms) -> Iterator[Step]:
    """Yield parts with a share of each row taken off: the longest first."""
    longest = sorted(times.parts(), key=lambda p: -p.total_ms)
    for part in longest[:MOST_OFFERS]:
        yield from _spread(show, times, part.part, need, StepKind.SHORTEN)


def rounds_less(show: Show, times: Schedule, need: Ms) -> Iterator[Step]:  # noqa: ARG001
    """Yield loops played once less."""
    for part in show.parts:
        if part.count > 1:
            what = text("“{part}” one round less", part=part.title)
            yield Step(StepKind.DROP_ROUND, part.id, rounds=part.count - 1, what=what)


def fitted(show: Show, times: Schedule, need: Ms) -> Iterator[Step]:  # noqa: ARG001
    """Yield rows that are too short for their words, grown to them: the most first."""
    found = []
    for row, _ in _rows(show):
        over = words_over(row, row.duration_ms or 0, times.lengths)
        if over:
            found.append((over, row))
    for over, row in sorted(found, key=lambda f: -f[0])[:MOST_OFFERS]:
        what = text("Row {row} “{title}” as long as its words", **_named(show, row))
        yield Step(
            StepKind.GROW_WORDS, row.id, ((row.id, _up((row.duration_ms or 0) + over)),), what=what
        )


def returned(show: Show, times: Schedule, need: Ms) -> Iterator[Step]:  # noqa: ARG001
    """Yield skipped rows marked "if time"."""
    for row in show.segments():
        if may_return(row):
            what = text("Play row {row} “{title}”", **_named(show, row))
            yield Step(StepKind.UNSKIP, row.id, what=what)


def grown(show: Show, times: Schedule, need: Ms) -> Iterator[Step]:
    """Yield parts with a share added to each row: the longest first."""
    longest = sorted(times.parts(), key=lambda p: -p.total_ms)
    for part in longest[:MOST_OFFERS]:
        yield from _spread(show, times, part.part, need, StepKind.GROW)


def rounds_more(show: Show, times: Schedule, need: Ms) -> Iterator[Step]:  # noqa: ARG001
    """Yield loops played once more."""
    for part in show.parts:
        if part.count > 1:
            what = text("“{part}” one round more", part=part.title)
            yield Step(StepKind.ADD_ROUND, part.id, rounds=part.count + 1, what=what)


def _spread(show: Show, times: Schedule, part: str, need: Ms, kind: StepKind) -> Iterator[Step]:
    """Yield `need` spread over a part's rows by the room each has, in whole seconds."""
    home = next(p for p in show.parts if p.id == part)
    grows = kind is StepKind.GROW
    rooms = _rooms(show, times, home, grows=grows)
    per_round = need // max(1, home.count) if grows else -(-need // max(1, home.count))
    wanted = min(sum(rooms.values()), (per_round if grows else _up(per_round)) // SECOND)
    if wanted * SECOND < LEAST:
        return
    shares = divided(wanted, list(rooms.values()))
    sign = 1 if grows else -1
    lengths = {r.id: r.duration_ms or 0 for r in home.segments}
    changed = [(row, sign * share) for row, share in zip(rooms, shares, strict=True) if share]
    new = tuple((row, lengths[row] + share * SECOND) for row, share in changed)
    what = text("Lengthen “{part}”", part=home.title)
    if not grows:
        what = text("Shorten “{part}”", part=home.title)
    yield Step(kind, part, new, what=what)


def _rooms(show: Show, times: Schedule, part: Part, *, grows: bool) -> Mapping[str, int]:
    """Return by how many whole seconds each row of a part may give way, those that may at all."""
    free = touchable(show)
    rooms = {}
    for row in part.segments:
        if row.id in free and row.duration_ms is not None:
            room = row.duration_ms // SHARE
            if not grows:
                room = min(room, row.duration_ms - words_length(row, times.lengths))
            if room >= SECOND:
                rooms[row.id] = room // SECOND
    return rooms


def _rows(show: Show) -> Sequence[tuple[Segment, int]]:
    """Return the rows with a typed length that may be touched, and how often each is played."""
    free = touchable(show)
    return [
        (row, max(1, part.count))
        for part in show.parts
        for row in part.segments
        if row.id in free and row.duration_ms is not None and plays(row)
    ]


def _fit(saves: Ms, need: Ms) -> tuple[bool, Ms]:
    return (saves < need, saves if saves >= need else -saves)


def _up(ms: Ms) -> Ms:
    return -(-ms // SECOND) * SECOND


def _number(show: Show, row: Segment) -> int:
    return next(n for n, r in enumerate(show.segments(), 1) if r.id == row.id)


def _named(show: Show, row: Segment) -> dict[str, int | str | Text]:
    return {"row": _number(show, row), "title": row.title}
