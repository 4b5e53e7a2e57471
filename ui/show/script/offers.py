"""The list that opens after a brace: every token with what it says now."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from app.core.words import tr
from ui import theme
from ui.show.script import edit as act
from ui.words import say

if TYPE_CHECKING:
    from ui.show.script.text import ScriptText

_BEGUN = re.compile(r"(?<!\{)[{｛]([^{}｛｝\n]{0,24})$")
_TAKE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_WALK = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
MOST = 7
SOURCE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Offer:
    """A token as the list shows it: what it is called, what it says now, what is typed for it."""

    source: str
    name: str
    value: str
    found_by: tuple[str, ...] = ()


def prefix(before: str) -> str | None:
    """Return what was typed since the brace that ends `before`, None where no brace is open."""
    found = _BEGUN.search(before)
    return None if found is None else found[1]


class OfferList(QListWidget):
    """Stands under the caret; the editor keeps the focus and hands over its keys."""

    put = Signal()  # a token now stands in the place of what was typed

    def __init__(self, editor: ScriptText) -> None:
        super().__init__(editor)
        self._editor = editor
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setProperty("house", "offers")
        self.setItemDelegate(_OfferDelegate(self))
        self.itemClicked.connect(self._take_item)
        say(self.setAccessibleName, "Tokens")
        self.hide()

    def show_for(self, offers: Sequence[Offer], begun: str, caret: QRectF) -> None:
        """List what fits `begun`, under `caret` or above it; nothing fits: the list leaves."""
        wanted = begun.strip().casefold()
        fitting = [o for o in offers if any(wanted in name.casefold() for name in o.found_by)]
        self.clear()
        for offer in fitting:
            item = QListWidgetItem(offer.name, self)
            item.setData(SOURCE, offer)
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole,
                f"{offer.name} {offer.value or tr('nothing stated')}",
            )
        if not fitting:
            self.hide()
            return
        self.setCurrentRow(0)
        self._place(caret, min(len(fitting), MOST))
        self.show()
        self.raise_()

    def take(self, event: QKeyEvent) -> bool:
        """Use a key of the editor while the list is open; return whether it was used."""
        if not self.isVisible():
            return False
        key = event.key()
        step = _WALK.get(Qt.Key(key), 0)
        if step:
            self.setCurrentRow((self.currentRow() + step) % self.count())
        elif key in _TAKE and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._take_item(self.currentItem())
        elif key == Qt.Key.Key_Escape:
            self.hide()
        else:
            return False
        return True

    def look(self) -> None:
        """Open where a brace is open before the caret, close where none is."""
        editor = self._editor
        begun = prefix(act.before_caret(editor.textCursor()))
        if begun is None or editor.isReadOnly():
            self.hide()
        else:
            place = editor.flags.place(editor.textCursor().position())
            self.show_for(editor.offers(), begun, place)

    def _take_item(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        editor = self._editor
        begun = prefix(act.before_caret(editor.textCursor()))
        back = 0 if begun is None else act.units(begun) + 1
        editor.setTextCursor(act.put_object(editor.textCursor(), item.data(SOURCE).source, back))
        self.hide()
        self.put.emit()

    def _place(self, caret: QRectF, rows: int) -> None:
        editor = self._editor
        size = QSize(min(330, editor.width() - 8), rows * theme.grown(28) + 10)
        x = min(round(caret.left()), editor.width() - size.width() - 4)
        y = round(caret.bottom()) + 4
        if y + size.height() > editor.height():
            y = max(2, round(caret.top()) - size.height() - 4)
        self.setGeometry(QRect(QPoint(max(4, x), y), size))


class _OfferDelegate(QStyledItemDelegate):
    """Paints name, value and source of a token in one line."""

    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002
    ) -> QSize:
        """Return the height of a line."""
        return QSize(120, theme.grown(28))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one token."""
        offer: Offer = index.data(SOURCE)
        rect: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("surface.selected"))
        y = round(theme.baseline("body", rect))
        painter.setFont(theme.font("body"))
        painter.setPen(theme.color("text.primary"))
        painter.drawText(rect.left() + 10, y, offer.name)
        value = offer.value or tr("nothing stated")
        painter.setPen(theme.color("accent.text" if offer.value else "status.warn"))
        room = rect.width() - 20 - painter.fontMetrics().horizontalAdvance(offer.name) - 16
        said = painter.fontMetrics().elidedText(value, Qt.TextElideMode.ElideRight, room)
        painter.drawText(rect.right() - 10 - painter.fontMetrics().horizontalAdvance(said), y, said)
