"""What the keys do in the words beyond plain typing; undo and redo are left to the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from ui.show.script import document as paper
from ui.show.script import edit as act

if TYPE_CHECKING:
    from ui.show.script.text import ScriptText

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
CHANGING = (*ENTER, Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
UNDO = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


def is_undo(event: QKeyEvent) -> bool:
    """Return whether a key is the window's undo or redo."""
    return any(event.matches(key) for key in UNDO)


def is_command(event: QKeyEvent) -> bool:
    """Return whether a key is one of the pane's own acts: Ctrl+Enter, Ctrl+K."""
    command = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return command and event.key() in (*ENTER, Qt.Key.Key_K)


def take(editor: ScriptText, event: QKeyEvent) -> bool:
    """Do what only this editor knows of; return whether the key is done with."""
    if editor.isReadOnly():
        return False
    cursor, key = editor.textCursor(), event.key()
    if key in ENTER and cursor.hasSelection() and editor.open_flag(editor.flag_here()):
        return True
    if event.matches(QKeySequence.StandardKey.Cut):
        editor.cut()
        return True
    printable = bool(event.text()) and event.text().isprintable()
    if not printable and key not in CHANGING:
        return False
    if editor.cut_across():
        if not printable:
            editor.settle()
        return not printable
    stay = None if cursor.hasSelection() else act.edge(cursor, key)
    if stay is not None:
        editor.setTextCursor(stay)
        return True
    if key in ENTER:
        cursor.insertBlock(paper.paragraph_format(editor.beat()), paper.word_format())
        editor.setTextCursor(cursor)
        editor.settle()
        return True
    return False
