"""Differences as text to read: headings with a mark, fields with what went struck out and what came."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit

from app.core.words import Text
from app.show.difference import FieldChange, Stays, pieces
from ui import theme
from ui.words import hear_switch

MOST = 400  # entries shown; more is said in numbers


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that differs: a word for what became of it, its name, a note, and its fields."""

    fate: Text
    name: str
    note: Text | None = None
    changes: tuple[FieldChange, ...] = ()
    tone: str = "text.secondary"


class DifferenceText(QTextEdit):
    """Shows entries; what went is struck out, what came is underlined, so that colour is not needed."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("house", "script")
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setMinimumHeight(240)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._entries: tuple[Entry, ...] = ()
        self._writing = False
        hear_switch(self.write)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these entries from the top."""
        self._entries = tuple(entries)
        self.write()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def changeEvent(self, event: QEvent) -> None:
        """Write again in the colours and sizes of the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and not self._writing:
            self.write()

    def write(self) -> None:
        """Write everything in the language and theme of now."""
        self._writing = True
        self.clear()
        at = QTextCursor(self.document())
        for number, entry in enumerate(self._entries[:MOST]):
            if number:
                at.insertBlock()
            _put(at, entry.fate.say() + "  ", _plain("section", entry.tone))
            _put(at, entry.name, _plain("section", "text.primary"))
            if entry.note is not None:
                _put(at, "  " + entry.note.say(), _plain("small", "text.tertiary"))
            for change in entry.changes:
                at.insertBlock()
                _put(at, change.name.say() + "  ", _plain("small", "text.tertiary"))
                _write_change(at, change)
        self._space()
        self._writing = False

    def _space(self) -> None:
        block = self.document().begin()
        at = QTextCursor(self.document())
        while block.isValid():
            at.setPosition(block.position())
            shape = block.blockFormat()
            shape.setLineHeight(130.0, 1)  # proportional
            shape.setBottomMargin(4)
            at.setBlockFormat(shape)
            block = block.next()


def _write_change(at: QTextCursor, change: FieldChange) -> None:
    gone, new = _plain("body", "status.fail"), _plain("body", "status.pass")
    gone.setFontStrikeOut(True)
    new.setFontUnderline(True)
    same = _plain("body", "text.secondary")
    if len(change.before) + len(change.after) < 60 or not (change.before and change.after):
        _put(at, change.before, gone)
        _put(at, " → " if change.before and change.after else "", same)
        _put(at, change.after, new)
        return
    formats = {Stays.SAME: same, Stays.GONE: gone, Stays.NEW: new}
    for piece in pieces(change.before, change.after):
        words = _shortened(piece.words) if piece.stays is Stays.SAME else piece.words
        _put(at, words, formats[piece.stays])


def _shortened(words: str) -> str:
    """Return what stayed with its middle left out: what changed is read in its surroundings."""
    return words if len(words) <= 64 else f"{words[:28].rstrip()} … {words[-28:].lstrip()}"


def _put(at: QTextCursor, words: str, shape: QTextCharFormat) -> None:
    # A line break inside a field stays inside its paragraph.
    at.insertText(words.replace("\n", "\u2028"), shape)


def _plain(role: str, tone: str) -> QTextCharFormat:
    shape = QTextCharFormat()
    shape.setFont(theme.font(role))
    shape.setForeground(theme.color(tone))
    return shape
