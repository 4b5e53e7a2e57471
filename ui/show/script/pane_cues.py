"""The pane's hand on cues: asking for one, changing it by its flag, taking it away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.core.ids import short_id
from app.core.words import text
from app.show.cue_names import CUE_NAMES
from app.show.edit import cue_mark, with_cue, without_cue
from app.show.product import Product
from app.show.show import Cue, CueKind, Segment, Show
from ui.show.script.cue_form import CueForm
from ui.show.script.cue_words import USUAL_OWNER
from ui.show.script.keep import loose_cues

if TYPE_CHECKING:
    from ui.show.script.pane import ScriptPane


class CueHand(QObject):
    """Every act is one undo step; a new cue comes with its mark at the caret."""

    def __init__(self, pane: ScriptPane, form: CueForm) -> None:
        super().__init__(pane)
        self._pane, self.form = pane, form
        self._fresh = ""
        form.made.connect(self._made)
        form.removed.connect(self.remove)
        form.placed.connect(self._placed)
        form.closed.connect(self._back)

    def ask(self) -> None:
        """Open the form of the flag at the caret, or of a new cue there."""
        source = self._pane.text.flag_here()
        if source.startswith("{cue:"):
            self.change(source[5:-1])
            return
        if self._pane.row() is None or not self._pane.view.can_edit:
            return
        products = self._products()
        kind = CueKind.LINK if products else CueKind.CAMERA
        product = products[0].id if len(products) == 1 else ""
        cue = Cue(short_id(), kind, owner=USUAL_OWNER[kind], product=product)
        self._fresh = cue.id
        place = self._pane.caret_place()
        self.form.open_cue(cue, products, place, fresh=True, in_words=True)

    def change(self, cue: str) -> None:
        """Open the form of a cue of the row."""
        self._pane.flush()
        row = self._pane.row()
        found = next((c for c in row.cues if c.id == cue), None) if row is not None else None
        if row is None or found is None or not self._pane.view.can_edit:
            return
        self._fresh = ""
        placed = found not in loose_cues(row)
        place = self._pane.caret_place()
        self.form.open_cue(found, self._products(), place, fresh=False, in_words=placed)

    def remove(self, cue: str) -> None:
        """Take a cue and its mark away."""
        self._pane.flush()
        row = self._pane.row()
        found = next((c for c in row.cues if c.id == cue), None) if row is not None else None
        if row is None or found is None:
            return
        label = text("Remove cue {kind}", kind=CUE_NAMES[found.kind])
        self._pane.view.edit(
            label, lambda show: show.with_segment(without_cue(_row(show, row.id), cue)), say=True
        )
        self._back()

    def _made(self, cue: Cue) -> None:
        pane = self._pane
        row = pane.row()
        if row is None:
            return
        if cue.id == self._fresh:
            # One step: the mark brings the cue with it.
            pane.flush()
            pane.typing.know(cue)
            pane.text.insert(cue_mark(cue.id))
            pane.typing.flush_as(text("Add cue {kind}", kind=CUE_NAMES[cue.kind]))
        else:
            pane.view.edit(
                text("Change cue {kind}", kind=CUE_NAMES[cue.kind]),
                lambda show: show.with_segment(with_cue(_row(show, row.id), cue)),
            )
        self._back()

    def _placed(self, cue: Cue) -> None:
        """Give a cue without a place one: at the caret."""
        pane = self._pane
        row = pane.row()
        if row is None:
            return
        pane.flush()
        pane.typing.know(replace(cue, at_ms=None))
        pane.text.insert(cue_mark(cue.id))
        pane.typing.flush_as(text("Move cue {kind} into the words", kind=CUE_NAMES[cue.kind]))
        self._back()

    def _products(self) -> tuple[Product, ...]:
        row, shown = self._pane.row(), self._pane.view.shown
        return shown.linked(row) if row is not None and shown is not None else ()

    def _back(self) -> None:
        self._fresh = ""
        self._pane.text.setFocus()


def _row(show: Show, segment: str) -> Segment:
    found = show.segment(segment)
    assert found is not None, "the row in the pane is in the show"
    return found
