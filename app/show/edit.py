"""Edits of a show's rows and parts: each takes a show and returns the next one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace

from app.core.errors import Refused
from app.core.ids import short_id
from app.core.words import text
from app.show.show import Beat, Column, Cue, Part, Segment, Show

ROUNDS = 99  # a part may loop so often; six hours of four minutes


def with_part(show: Show, part: Part) -> Show:
    """Return the show with the part of the same id replaced."""
    return replace(show, parts=tuple(part if p.id == part.id else p for p in show.parts))


def renamed(show: Show, part: str, title: str) -> Show:
    """Return the show with a part's title changed."""
    words = " ".join(title.split())
    return replace(
        show, parts=tuple(replace(p, title=words) if p.id == part else p for p in show.parts)
    )


def with_rounds(show: Show, part: str, count: int) -> Show:
    """Return the show with a part played `count` times; Refused outside 1 to ROUNDS."""
    if not 1 <= count <= ROUNDS:
        raise Refused(
            text("A part cannot be played {count} times.", count=count),
            text("Type a number from 1 to {most}.", most=ROUNDS),
        )
    return replace(
        show, parts=tuple(replace(p, count=count) if p.id == part else p for p in show.parts)
    )


def with_new_part(show: Show, part: Part, before: str | None = None) -> Show:
    """Return the show with `part` put in before the part `before`, or at the end."""
    at = next((i for i, p in enumerate(show.parts) if p.id == before), len(show.parts))
    return replace(show, parts=(*show.parts[:at], part, *show.parts[at:]))


def without_part(show: Show, part: str) -> Show:
    """Return the show without a part and its rows."""
    return replace(show, parts=tuple(p for p in show.parts if p.id != part))


def with_moved_part(show: Show, part: str, before: str | None) -> Show:
    """Return the show with a part moved before another, or to the end."""
    moved = next((p for p in show.parts if p.id == part), None)
    if moved is None or part == before:
        return show
    return with_new_part(without_part(show, part), moved, before)


def split_part(show: Show, segment: str, title: str, part: str) -> Show:
    """Return the show where a new part with the id `part` begins at the row `segment`."""
    parts: list[Part] = []
    for old in show.parts:
        at = _place(old.segments, segment)
        if at is None:
            parts.append(old)
            continue
        parts.append(replace(old, segments=old.segments[:at]))
        parts.append(Part(part, title, old.segments[at:]))
    return replace(show, parts=tuple(p for p in parts if p.segments or p.title))


def with_rows(
    show: Show, rows: Iterable[Segment], part: str | None = None, before: str | None = None
) -> Show:
    """Return the show with `rows` put in before the row `before`, else at the end of `part`.

    Without either they go to the end of the last part; a show without parts gets one.
    """
    fresh = tuple(rows)
    parts = show.parts or (Part(short_id()),)
    if before is not None:
        home = next((p.id for p in parts if _place(p.segments, before) is not None), None)
        part = home or part
    part = part if any(p.id == part for p in parts) else parts[-1].id
    return replace(
        show, parts=tuple(_with_rows(p, fresh, before) if p.id == part else p for p in parts)
    )


def without_rows(show: Show, ids: Collection[str]) -> Show:
    """Return the show without the rows `ids`; their parts stay."""
    gone = frozenset(ids)
    return replace(show, parts=tuple(_without(part, gone) for part in show.parts))


def with_moved_rows(
    show: Show, ids: Collection[str], part: str | None = None, before: str | None = None
) -> Show:
    """Return the show with the rows `ids`, in their order, moved as `with_rows` puts them."""
    gone = frozenset(ids)
    moved = [s for s in show.segments() if s.id in gone]
    if not moved:
        return show
    target = show.part_of(before) if before is not None else None
    part = target.id if target is not None else part
    while before in gone:
        before = _after(show, before)
    return with_rows(without_rows(show, gone), moved, part, before)


def copied(rows: Sequence[Segment]) -> tuple[Segment, ...]:
    """Return `rows` with fresh ids throughout, cue marks following their cues."""
    return tuple(_fresh(row) for row in rows)


def with_copies(show: Show, ids: Collection[str]) -> Show:
    """Return the show with copies of the rows `ids` behind the last of them."""
    chosen = [s for s in show.segments() if s.id in frozenset(ids)]
    if not chosen:
        return show
    last = chosen[-1].id
    home = show.part_of(last)
    return with_rows(show, copied(chosen), home.id if home else None, _after_in_part(show, last))


def with_change(show: Show, ids: Collection[str], change: Callable[[Segment], Segment]) -> Show:
    """Return the show with each row of `ids` as `change` returns it."""
    chosen = frozenset(ids)
    return show.with_segments(lambda s: change(s) if s.id in chosen else s)


def with_beat(segment: Segment, beat: Beat) -> Segment:
    """Return the segment with the beat of the same id replaced, or added at the end."""
    if all(b.id != beat.id for b in segment.beats):
        return replace(segment, beats=(*segment.beats, beat))
    return replace(segment, beats=tuple(beat if b.id == beat.id else b for b in segment.beats))


def with_script(segment: Segment, script: str) -> Segment:
    """Return the segment with `script` as its words where it has one beat or none."""
    if not segment.beats:
        return replace(segment, beats=(Beat(short_id(), script=script),)) if script else segment
    if len(segment.beats) > 1:
        raise Refused(
            text("This row's words are divided into {count} beats.", count=len(segment.beats)),
            text("Edit them in the script pane."),
        )
    return replace(segment, beats=(replace(segment.beats[0], script=script),))


def with_cue(segment: Segment, cue: Cue) -> Segment:
    """Return the segment with the cue of the same id replaced, or added at the end."""
    if all(c.id != cue.id for c in segment.cues):
        return replace(segment, cues=(*segment.cues, cue))
    return replace(segment, cues=tuple(cue if c.id == cue.id else c for c in segment.cues))


def without_cue(segment: Segment, cue: str) -> Segment:
    """Return the segment without a cue and without its mark in the words."""
    mark = cue_mark(cue)
    return replace(
        segment,
        cues=tuple(c for c in segment.cues if c.id != cue),
        beats=tuple(replace(b, script=b.script.replace(mark, "")) for b in segment.beats),
    )


def cue_mark(cue: str) -> str:
    """Return the mark that ties a cue to a word of the script."""
    return "{cue:" + cue + "}"


def with_column(show: Show, column: Column) -> Show:
    """Return the show with the column of the same id replaced, or added at the end.

    Raises Refused for a name that is empty or taken.
    """
    if not column.name.strip():
        raise Refused(text("A column needs a name."), text("Type one, in any script."))
    if any(c.name == column.name and c.id != column.id for c in show.columns):
        raise Refused(
            text("There is a column “{name}” already.", name=column.name), text("Type another.")
        )
    if all(c.id != column.id for c in show.columns):
        return replace(show, columns=(*show.columns, column))
    return replace(show, columns=tuple(column if c.id == column.id else c for c in show.columns))


def without_column(show: Show, column: str) -> Show:
    """Return the show without a column of its own and without its cells."""
    bare = replace(show, columns=tuple(c for c in show.columns if c.id != column))
    return bare.with_segments(
        lambda s: s.with_custom(column, "") if any(k == column for k, _ in s.custom) else s
    )


def with_products_linked(show: Show, ids: Collection[str], product: str) -> Show:
    """Return the show with `product` linked to the rows `ids` that do not have it yet."""
    return with_change(
        show,
        ids,
        lambda s: s if product in s.products else replace(s, products=(*s.products, product)),
    )


def without_product(show: Show, product: str) -> Show:
    """Return the show with no row linked to `product`."""
    return show.with_segments(
        lambda s: (
            replace(s, products=tuple(p for p in s.products if p != product))
            if product in s.products
            else s
        )
    )


def copy_of(show: Show, new_id: str, title: str) -> Show:
    """Return a show of its own with the same rows, no longer a template, sample or archived."""
    return replace(show, id=new_id, title=title, template=False, archived=False, sample=False)


def _place(rows: Sequence[Segment], segment: str) -> int | None:
    return next((i for i, s in enumerate(rows) if s.id == segment), None)


def _with_rows(part: Part, rows: tuple[Segment, ...], before: str | None) -> Part:
    at = None if before is None else _place(part.segments, before)
    at = len(part.segments) if at is None else at
    return replace(part, segments=(*part.segments[:at], *rows, *part.segments[at:]))


def _without(part: Part, gone: frozenset[str]) -> Part:
    kept = tuple(s for s in part.segments if s.id not in gone)
    return part if len(kept) == len(part.segments) else replace(part, segments=kept)


def _after(show: Show, segment: str | None) -> str | None:
    """Return the row that follows in the same part, or None at its end."""
    return None if segment is None else _after_in_part(show, segment)


def _after_in_part(show: Show, segment: str) -> str | None:
    part = show.part_of(segment)
    if part is None:
        return None
    at = _place(part.segments, segment)
    following = part.segments[at + 1 :] if at is not None else ()
    return following[0].id if following else None


def _fresh(row: Segment) -> Segment:
    renamed = {cue.id: short_id() for cue in row.cues}

    def moved(script: str) -> str:
        for old, new in renamed.items():
            script = script.replace(cue_mark(old), cue_mark(new))
        return script

    return replace(
        row,
        id=short_id(),
        cues=tuple(replace(c, id=renamed[c.id]) for c in row.cues),
        beats=tuple(replace(b, id=short_id(), script=moved(b.script)) for b in row.beats),
    )


def shifted(show: Show, ids: Collection[str], by: int) -> tuple[str | None, str | None] | None:
    """Return the part and the row before which `ids` go one place up (-1) or down (1), or None."""
    chosen = frozenset(ids)
    places = [(p, s) for p in show.parts for s in (*p.segments, None)]  # None: the part's end
    at = [i for i, (_, s) in enumerate(places) if s is not None and s.id in chosen]
    if not at:
        return None
    target = at[0] - 1 if by < 0 else at[-1] + 2
    if not 0 <= target < len(places):
        return None
    part, segment = places[target]
    return part.id, segment.id if segment is not None else None
