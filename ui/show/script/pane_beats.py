"""The pane's hand on beats: the menu behind the dots, the form of one beat, stretching."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from app.core.ids import short_id
from app.core.words import Text, text
from app.show.formats import beat_times, kind_of
from app.show.show import Segment
from ui.show.script import beat_acts as acts
from ui.show.script.beat_form import BeatForm
from ui.show.script.pane_menu import Press

if TYPE_CHECKING:
    from ui.show.script.pane import ScriptPane


class BeatHand(QObject):
    """Every act is one undo step."""

    def __init__(self, pane: ScriptPane, form: BeatForm) -> None:
        super().__init__(pane)
        self._pane, self.form = pane, form
        self.menu: QMenu | None = None
        form.made.connect(self._made)
        form.moved.connect(self.move)
        form.removed.connect(self.remove)
        form.closed.connect(self._back)

    def open_menu(self) -> None:
        """Offer beats to add, the one at the caret to change, and templates."""
        row = self._pane.row()
        if row is None:
            return
        if self.menu is not None:
            self.menu.deleteLater()
        menu = self.menu = QMenu(self._pane)
        spec = kind_of(row.kind)
        here = self._pane.text.beat()
        more = menu.addMenu(text("Add a beat").say())
        for step in spec.beats:
            _offer(more, step.name, partial(self.add, step.id))
        _offer(more, text("Words without a step"), partial(self.add, ""))
        if any(beat.id == here for beat in row.beats):
            _offer(menu, text("Change this beat…"), partial(self.change, here))
            _offer(menu, text("Move earlier"), partial(self.move, here, -1))
            _offer(menu, text("Move later"), partial(self.move, here, 1))
            _offer(menu, text("Remove beat"), partial(self.remove, here))
        if spec.templates:
            menu.addSection(text("Templates").say())
            for template in spec.templates:
                action = _offer(menu, template.name, partial(self.apply, template.id))
                action.setToolTip(template.note.say())
        menu.setToolTipsVisible(True)
        head = self._pane.head
        button = head.steps if head.steps.hasFocus() else head.more
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))

    def add(self, kind: str) -> None:
        """Add a beat behind the one at the caret and go there."""
        fresh = short_id()
        here = self._pane.text.beat()
        label = text("Add a beat")
        if self._edit(label, lambda row: acts.added(row, kind, here, fresh)):
            self._pane.text.enter_beat(fresh)

    def remove(self, beat: str) -> None:
        """Remove a beat with its words."""
        self._edit(text("Remove beat"), lambda row: acts.removed(row, beat), say=True)
        self._back()

    def move(self, beat: str, by: int) -> None:
        """Move a beat."""
        self._edit(text("Move beat"), lambda row: acts.moved(row, beat, by))

    def apply(self, template: str) -> None:
        """Put the row into the steps of a template."""
        row = self._pane.row()
        if row is None:
            return
        spec = kind_of(row.kind)
        name = next((t.name for t in spec.templates if t.id == template), Text(template))
        label = text("Apply template {name}", name=name)
        self._edit(label, lambda found: acts.templated(found, spec, template), say=True)
        self._back()

    def stretch(self, beat: str, by_ms: int) -> None:
        """Make a beat longer by `by_ms` and the next one shorter."""
        total = self._total()
        self._edit(text("Stretch beat"), lambda row: acts.stretched(row, total, beat, by_ms))

    def change(self, beat: str) -> None:
        """Open the form of a beat."""
        self._pane.flush()
        row = self._pane.row()
        found = next((b for b in row.beats if b.id == beat), None) if row is not None else None
        if row is None or found is None or not self._pane.view.can_edit:
            return
        at = row.beats.index(found)
        share = beat_times(row, self._total())[at]
        bar = self._pane.head.bar
        corner = bar.mapTo(self._pane, QPoint(0, 0))
        boxes = bar.boxes()
        left = round(boxes[at].left()) if bar.isVisible() and at < len(boxes) else 0
        place = QRect(corner.x() + left, corner.y(), 20, bar.height())
        self.form.open_beat(found, kind_of(row.kind), share, place)

    def _made(self, beat: str, kind: str, title: str, ms: int | None) -> None:
        self._edit(text("Change beat"), lambda row: acts.named(row, beat, kind, title, ms))
        self._back()

    def _total(self) -> int:
        row, shown = self._pane.row(), self._pane.view.shown
        if row is None or shown is None:
            return 0
        return max(0, shown.times.row(row.id).duration_ms)

    def _edit(self, label: Text, how: Callable[[Segment], Segment], *, say: bool = False) -> bool:
        self._pane.flush()
        row = self._pane.row()
        if row is None:
            return False
        return self._pane.view.edit(
            label,
            lambda show: show.with_segments(lambda s: how(s) if s.id == row.id else s),
            say=say,
        )

    def _back(self) -> None:
        self._pane.text.setFocus()


def _offer(menu: QMenu, name: Text, do: Callable[[], object]) -> QAction:
    action = menu.addAction(name.say().replace("&", "&&"))
    action.triggered.connect(Press(action, do).press)
    return action
