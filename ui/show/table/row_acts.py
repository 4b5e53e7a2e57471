"""Acts on rows and parts: add, copy, remove, move, skip, pin, loop; one undo step each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject

from app.core.ids import short_id
from app.core.words import Text, text
from app.show import edit
from app.show.formats import kind_of, new_segment
from app.show.show import Anchor, Part, Segment, Show, Time
from ui.show.table.table import RundownTable
from ui.show.view import ShowView


class RowActs(QObject):
    """What a person does to the selected rows, or to the current part."""

    def __init__(self, view: ShowView, table: RundownTable) -> None:
        super().__init__(table)
        self._view, self._table = view, table

    def add(self, kind: str = "", beats: str = "") -> None:
        """Put a new row below the current one and begin to type its title."""
        if self._view.shown is None:
            return
        here = self._table.current_segment()
        kind = kind or (here.kind if here is not None else "product")
        row = replace(new_segment(kind, beats), duration_ms=kind_of(kind).default_ms or None)
        part, before = self._place_below()
        done = self._view.edit(
            text("Add a row"), lambda show: edit.with_rows(show, [row], part, before)
        )
        if done:
            self._table.go_to(row.id, "title", edit=True)

    def add_part(self) -> None:
        """Put a new part at the end and begin to type its name."""
        if self._view.shown is None:
            return
        part = Part(short_id())
        if self._view.edit(text("Add a part"), lambda show: edit.with_new_part(show, part)):
            self._table.go_to(part.id, edit=True)

    def split_part(self) -> None:
        """Begin a new part at the current row."""
        here = self._table.current_segment()
        if here is None:
            return
        part = short_id()
        label = text("Begin a part at “{title}”", title=here.title)
        if self._view.edit(label, lambda show: edit.split_part(show, here.id, "", part)):
            self._table.go_to(part, edit=True)

    def copy(self) -> None:
        """Put copies of the selected rows below them."""
        rows = self._rows()
        if rows:
            self._view.edit(
                text("Duplicate {count} rows", count=len(rows)),
                lambda show: edit.with_copies(show, rows),
                say=True,
            )

    def remove(self) -> None:
        """Remove the selected rows, or the current part with its rows."""
        part, rows = self._table.selected_part(), self._rows()
        if part is not None and not rows:
            self._view.edit(
                text("Remove part “{title}”", title=part.title),
                lambda show: edit.without_part(show, part.id),
                say=True,
            )
        elif rows:
            self._view.edit(
                text("Remove {count} rows", count=len(rows)),
                lambda show: edit.without_rows(show, rows),
                say=True,
            )

    def move_up(self) -> None:
        """Move the selected rows, or the current part, one place up."""
        self._shift(-1)

    def move_down(self) -> None:
        """Move the selected rows, or the current part, one place down."""
        self._shift(1)

    def skip(self) -> None:
        """Let the selected rows be skipped, or play again."""
        rows = self._rows()
        shown = self._view.shown
        if shown is None or not rows:
            return
        away = not all(s.skip for s in shown.show.segments() if s.id in rows)
        label = text("Skip {count} rows", count=len(rows))
        if not away:
            label = text("Play {count} rows again", count=len(rows))
        self._change(label, lambda s: replace(s, skip=away))

    def anchor(self, anchor: Anchor) -> None:
        """Pin the selected rows to the starts they have now, or let them follow."""
        shown = self._view.shown
        if shown is None or not self._rows():
            return
        times = shown.times

        def pinned(segment: Segment) -> Segment:
            if anchor in (Anchor.LINKED, Anchor.BACK):
                return replace(segment, anchor=anchor, start=None)
            start = segment.start or Time(times.wall(times.row(segment.id).start_ms).ms)
            return replace(segment, anchor=anchor, start=start)

        labels = {
            Anchor.LINKED: text("Start after the row before"),
            Anchor.SOFT: text("Start not before the time"),
            Anchor.HARD: text("Start at the time"),
            Anchor.BACK: text("Count the start back"),
        }
        self._change(labels[anchor], pinned)

    def colour(self, name: str) -> None:
        """Mark the selected rows with a colour, "" for none."""
        self._change(text("Colour rows"), lambda s: replace(s, colour=name))

    def rounds(self, part: str, count: int) -> None:
        """Let a part be played so many times."""
        label = text("Play a part {count} times", count=count)
        self._view.edit(label, lambda show: edit.with_rounds(show, part, count))

    def _change(self, label: Text, change: Callable[[Segment], Segment]) -> None:
        rows = self._rows()
        if rows:
            self._view.edit(
                label,
                lambda show: edit.with_change(show, rows, change),
            )

    def _rows(self) -> tuple[str, ...]:
        return self._table.selected_rows()

    def _place_below(self) -> tuple[str | None, str | None]:
        here, part = self._table.current_segment(), self._table.current_part()
        if part is None:
            return None, None
        if here is None:
            return part.id, part.segments[0].id if part.segments else None
        at = next(i for i, s in enumerate(part.segments) if s.id == here.id)
        below = part.segments[at + 1 :]
        return part.id, below[0].id if below else None

    def _shift(self, by: int) -> None:
        shown, part = self._view.shown, self._table.selected_part()
        rows = self._rows()
        if shown is None:
            return
        if part is not None and not rows:
            self._shift_part(shown.show, part, by)
        elif rows:
            to = edit.shifted(shown.show, rows, by)
            if to is not None:
                self._view.move_rows(rows, *to)
                self._table.select_rows(rows)

    def _shift_part(self, show: Show, part: Part, by: int) -> None:
        ids = [p.id for p in show.parts]
        at = ids.index(part.id) + by
        if not 0 <= at < len(ids):
            return
        rest = [i for i in ids if i != part.id]
        before = rest[at] if at < len(rest) else None
        self._view.edit(
            text("Move part “{title}”", title=part.title),
            lambda now: edit.with_moved_part(now, part.id, before),
        )
