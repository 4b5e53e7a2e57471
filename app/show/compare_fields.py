"""What differs in one row, one part and the whole show between two states, field by field in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.core.words import Text, text
from app.show.cells.cell import Around, Cell
from app.show.cells.columns import columns
from app.show.cue_names import CUE_NAMES
from app.show.difference import FieldChange
from app.show.show import Anchor, Clock, Lock, Part, Segment, Show, Time
from app.show.timetext.understand import clock_words, duration_words

_FIRST = ("kind", "title", "products", "owner")
_LAST = ("note",)
_ANCHORS: Mapping[Anchor, Text] = {
    Anchor.LINKED: text("follows the row above"),
    Anchor.SOFT: text("soft, {time}"),
    Anchor.HARD: text("hard, {time}"),
    Anchor.BACK: text("counted back"),
}


def cells_to_compare(before: Show, after: Show) -> tuple[Cell, ...]:
    """Return the columns to compare: those with words of their own, in the order of the table."""
    known = {cell.id: cell for show in (before, after) for cell in columns(show)}
    own = [c for c in known.values() if c.id.startswith(("field:", "own:"))]
    return (*(known[n] for n in _FIRST), *own, *(known[n] for n in _LAST))


def row_changes(
    old: Segment, new: Segment, was: Around, now: Around, cells: Sequence[Cell]
) -> tuple[FieldChange, ...]:
    """Return every field of a row that differs, in words."""
    if old == new:
        return ()
    pairs: list[tuple[Text, str, str]] = [
        (text("Start"), _start(old), _start(new)),
        (text("Duration"), _length(old), _length(new)),
    ]
    if old.products == new.products:
        cells = [c for c in cells if c.id != "products"]
    pairs += [(c.name, c.read(old, was), c.read(new, now)) for c in cells]
    pairs += [
        (text("Words"), old.script, new.script),
        (text("Cues"), _cues(old), _cues(new)),
        (text("Skipped"), _yes(old.skip), _yes(new.skip)),
        (text("Colour"), old.colour, new.colour),
    ]
    changed = [FieldChange(name, before, after) for name, before, after in pairs if before != after]
    if not changed and old.beats != new.beats:
        changed = [FieldChange(text("Beats"), _beats(old), _beats(new))]
    return tuple(changed)


def _start(row: Segment) -> str:
    time = row.start if row.anchor in (Anchor.SOFT, Anchor.HARD) else None
    return _ANCHORS[row.anchor].given(time=_time(time)).say()


def _time(time: Time | None) -> str:
    if time is None:
        return "—"
    return f"+{duration_words(time.ms)}" if time.clock is Clock.ELAPSED else clock_words(time.ms)


def _length(row: Segment) -> str:
    if row.lock is Lock.END and row.end is not None:
        return text("until {time}", time=_time(row.end)).say()
    if row.duration_ms is None:
        return text("as long as its words").say()
    return duration_words(row.duration_ms)


def _cues(row: Segment) -> str:
    lines = []
    for cue in row.cues:
        at = f"+{duration_words(cue.at_ms)}" if cue.at_ms else ""
        price = f"{cue.cents / 100:g}" if cue.cents is not None else ""
        every = f"/ {duration_words(cue.every_ms)}" if cue.every_ms else ""
        said = (at, CUE_NAMES[cue.kind].say(), cue.what, price, every)
        lines.append(" ".join(filter(None, said)))
    return "\n".join(lines)


def _beats(row: Segment) -> str:
    return "\n".join(
        " ".join(
            filter(
                None, (b.title or b.kind, duration_words(b.duration_ms) if b.duration_ms else "")
            )
        )
        for b in row.beats
    )


def _yes(value: bool) -> str:
    return text("yes").say() if value else text("no").say()


def show_changes(old: Show, new: Show) -> tuple[FieldChange, ...]:
    """Return what differs for the whole show, in words."""

    def length(show: Show) -> str:
        return duration_words(show.target_ms) if show.target_ms else ""

    def people(show: Show) -> str:
        return "、".join(p.name for p in show.people)

    def own(show: Show) -> str:
        return "、".join(c.name for c in show.columns)

    pairs = (
        (text("Title"), old.title, new.title),
        (text("Day"), str(old.on or ""), str(new.on or "")),
        (text("Start"), clock_words(old.start_ms), clock_words(new.start_ms)),
        (text("Time zone"), old.zone, new.zone),
        (text("Hard out"), _time(old.hard_out), _time(new.hard_out)),
        (text("Target length"), length(old), length(new)),
        (text("People"), people(old), people(new)),
        (text("Columns"), own(old), own(new)),
        (text("Co-branded theme (IP)"), old.theme, new.theme),
        (text("Notes"), old.note, new.note),
    )
    return tuple(FieldChange(name, was, now) for name, was, now in pairs if was != now)


def part_changes(old: Show, new: Show) -> tuple[FieldChange, ...]:
    """Return the parts that differ, added and removed ones with one side empty."""
    was, now = ({p.id: _part(p) for p in show.parts} for show in (old, new))
    ids = dict.fromkeys([*was, *now])
    pairs = ((was.get(part, ""), now.get(part, "")) for part in ids)
    return tuple(
        FieldChange(text("Part"), before, after) for before, after in pairs if before != after
    )


def _part(part: Part) -> str:
    count = f"× {part.count}" if part.count != 1 else ""
    target = duration_words(part.target_ms) if part.target_ms else ""
    return " ".join(filter(None, (part.title or "—", count, target, part.note)))
