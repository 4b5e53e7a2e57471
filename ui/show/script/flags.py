"""Tokens and cues under mouse and caret: which one it is, choosing it, what it says."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRectF
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from ui.show.script import document as paper
from ui.show.script.objects import InlineObjects


class Flags(QObject):
    """Works on an editor; `objects` paints what is chosen with a stronger line."""

    def __init__(self, editor: QTextEdit, objects: InlineObjects) -> None:
        super().__init__(editor)
        self._editor, self._objects = editor, objects
        editor.selectionChanged.connect(self._show_chosen)

    def at(self, point: QPoint) -> int:
        """Return the position of the object under a point of the viewport, −1 for none."""
        editor = self._editor
        near = editor.cursorForPosition(point).position()
        for at in (near - 1, near):
            if at < 0 or not paper.source_at(editor.document(), at):
                continue
            left, right = self.place(at), self.place(at + 1)
            wide = right.left() if right.top() == left.top() else editor.viewport().width()
            if left.left() <= point.x() < wide and left.top() <= point.y() <= left.bottom():
                return at
        return -1

    def under(self, point: QPoint) -> str:
        """Return the source of the object under a point, "" for none."""
        at = self.at(point)
        return paper.source_at(self._editor.document(), at) if at >= 0 else ""

    def choose(self, at: int) -> None:
        """Select the one character at a position."""
        cursor = self._editor.textCursor()
        cursor.setPosition(at)
        cursor.setPosition(at + 1, QTextCursor.MoveMode.KeepAnchor)
        self._editor.setTextCursor(cursor)

    def here(self) -> str:
        """Return the source of the object that is selected or next to the caret, "" for none."""
        cursor, document = self._editor.textCursor(), self._editor.document()
        if cursor.hasSelection():
            return paper.source_at(document, cursor.selectionStart()) if _one(cursor) else ""
        at = cursor.position()
        before = paper.source_at(document, at - 1) if not cursor.atBlockStart() else ""
        return paper.source_at(document, at) or before

    def place(self, position: int) -> QRectF:
        """Return where the caret stands at a position."""
        cursor = QTextCursor(self._editor.document())
        cursor.setPosition(position)
        return QRectF(self._editor.cursorRect(cursor))

    def _show_chosen(self) -> None:
        cursor = self._editor.textCursor()
        self._objects.chosen = cursor.selectionStart() if _one(cursor) else -1


def _one(cursor: QTextCursor) -> bool:
    return cursor.hasSelection() and cursor.selectionEnd() - cursor.selectionStart() == 1
