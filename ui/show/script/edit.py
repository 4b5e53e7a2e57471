"""Acts on the words that keep every paragraph in its beat; each works on an editor's document."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from ui.show.script import document as paper


def put_caret(cursor: QTextCursor, beat: str, offset: int) -> QTextCursor:
    """Return the caret `offset` places into a beat, or at its end."""
    start, end = paper.spans(cursor.document()).get(beat, (0, 0))
    cursor.setPosition(min(start + offset, end))
    return cursor


def across(cursor: QTextCursor) -> bool:
    """Return whether a selection begins and ends in different beats."""
    document = cursor.document()
    first = document.findBlock(cursor.selectionStart())
    last = document.findBlock(cursor.selectionEnd())
    return paper.beat_of(first) != paper.beat_of(last)


def cut_across(cursor: QTextCursor) -> QTextCursor:
    """Remove a selection over several beats, each beat's share by itself; return the caret."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    document = cursor.document()
    for first, last in reversed(list(paper.spans(document).values())):
        if first <= end and last >= start:
            share = QTextCursor(document)
            share.setPosition(max(start, first))
            share.setPosition(min(end, last), QTextCursor.MoveMode.KeepAnchor)
            share.removeSelectedText()
    fresh = QTextCursor(document)
    fresh.setPosition(start)
    return fresh


def edge(cursor: QTextCursor, key: int) -> QTextCursor | None:
    """Return the caret where deleting would run two beats together: Backspace steps back instead."""
    start, end = paper.spans(cursor.document())[paper.beat_of(cursor.block())]
    if key == Qt.Key.Key_Backspace and cursor.position() == start:
        cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter)
        return cursor
    if key == Qt.Key.Key_Delete and cursor.position() == end:
        return cursor
    return None


def convert(cursor: QTextCursor, cut: paper.Cut) -> bool:
    """Turn the marks in the paragraph of the caret into objects; return whether there were any."""
    block = cursor.block()
    words = block.text()
    found = [mark for mark in cut(words) if paper.OBJECT not in words[mark[0] : mark[1]]]
    for start, end, source in reversed(found):
        place = QTextCursor(block)
        place.setPosition(block.position() + units(words[:start]))
        after = block.position() + units(words[:end])
        place.setPosition(after, QTextCursor.MoveMode.KeepAnchor)
        place.insertText(paper.OBJECT, paper.object_format(source))
    return bool(found)


def before_caret(cursor: QTextCursor) -> str:
    """Return the words of the paragraph up to the caret."""
    words = cursor.block().text().encode("utf-16-le")
    return words[: 2 * cursor.positionInBlock()].decode("utf-16-le", "ignore")


def put_object(cursor: QTextCursor, source: str, back: int) -> QTextCursor:
    """Put a token or a cue in the place of the last `back` characters; return the caret."""
    cursor.setPosition(cursor.position() - back, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(paper.OBJECT, paper.object_format(source))
    return cursor


def joined(runs: Sequence[tuple[str, str]], order: Sequence[str]) -> dict[str, str]:
    """Return the words by beat, those of a beat that was torn apart joined again."""
    found: dict[str, list[str]] = {beat: [] for beat in order}
    for beat, script in runs:
        found.setdefault(beat, []).append(script)
    return {beat: "\n".join(parts) for beat, parts in found.items()}


def units(words: str) -> int:
    """Return how many places of a Qt document `words` take: UTF-16 units."""
    return len(words.encode("utf-16-le")) // 2
