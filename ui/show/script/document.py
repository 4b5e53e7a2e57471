"""The words of one row as a Qt document: a run of paragraphs for each beat, tokens and cues inline.

Every paragraph carries the id of its beat; every token and cue is one object character that carries
its own source, `{live_price}` or `{cue:id}`. Reading a document gives back the scripts it was made of.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from ui import theme

OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"
INLINE = int(QTextFormat.ObjectTypes.UserObject.value) + 1
SOURCE = int(QTextFormat.Property.UserProperty.value) + 1
BEAT = int(QTextFormat.Property.UserProperty.value) + 2

_BREAKS = re.compile(r"\r\n|[\r\u2028\u2029\v\f]")

Cut = Callable[[str], Sequence[tuple[int, int, str]]]
"""Returns (start, end, source) of each token and cue mark in a line, in order."""


def plain(script: str) -> str:
    """Return `script` as a document can hold it: one kind of line break, no stray objects."""
    return _BREAKS.sub("\n", script).replace(OBJECT, "").replace("\0", "")


def word_format() -> QTextCharFormat:
    """Return how plain words look."""
    made = QTextCharFormat()
    made.setFont(theme.font("script"))
    made.setForeground(theme.color("text.primary"))
    return made


def object_format(source: str) -> QTextCharFormat:
    """Return the format of the one character that stands for `source`."""
    made = word_format()
    made.setObjectType(INLINE)
    made.setProperty(SOURCE, source)
    return made


def paragraph_format(beat: str) -> QTextBlockFormat:
    """Return the format of a paragraph of a beat."""
    made = QTextBlockFormat()
    made.setProperty(BEAT, beat)
    height = QTextBlockFormat.LineHeightTypes.FixedHeight
    made.setLineHeight(theme.line_height("script"), height.value)
    return made


def beat_of(block: QTextBlock) -> str:
    """Return the id of the beat that a paragraph belongs to."""
    return str(block.blockFormat().property(BEAT) or "")


def write(document: QTextDocument, scripts: Sequence[tuple[str, str]], cut: Cut) -> None:
    """Fill `document` with the scripts of (beat, script)."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.removeSelectedText()
    first = True
    for beat, script in scripts:
        for line in plain(script).split("\n"):
            if first:
                cursor.setBlockFormat(paragraph_format(beat))
                cursor.setBlockCharFormat(word_format())
                first = False
            else:
                cursor.insertBlock(paragraph_format(beat), word_format())
            put_line(cursor, line, cut)
    cursor.endEditBlock()


def put_line(cursor: QTextCursor, line: str, cut: Cut) -> None:
    """Insert one line of a script at `cursor`, its marks as objects."""
    at = 0
    for start, end, source in cut(line):
        _put_words(cursor, line[at:start])
        cursor.insertText(OBJECT, object_format(source))
        at = end
    _put_words(cursor, line[at:])


def put_source(cursor: QTextCursor, script: str, cut: Cut) -> None:
    """Insert a script at `cursor`, a paragraph a line, all in the beat of the cursor."""
    beat = beat_of(cursor.block())
    for at, line in enumerate(plain(script).split("\n")):
        if at:
            cursor.insertBlock(paragraph_format(beat), word_format())
        put_line(cursor, line, cut)


def blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    """Yield every paragraph."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def read(document: QTextDocument) -> tuple[tuple[str, str], ...]:
    """Return (beat, script) for each run of paragraphs, in the order they stand."""
    runs: list[tuple[str, list[str]]] = []
    for block in blocks(document):
        beat = beat_of(block)
        if not runs or runs[-1][0] != beat:
            runs.append((beat, []))
        runs[-1][1].append(source_of(block))
    return tuple((beat, "\n".join(lines)) for beat, lines in runs)


def beats(document: QTextDocument) -> tuple[str, ...]:
    """Return the beat of each run of paragraphs, in the order they stand."""
    return tuple(beat for beat, _ in groupby(beat_of(block) for block in blocks(document)))


def source_of(block: QTextBlock, start: int = 0, end: int | None = None) -> str:
    """Return the source of a paragraph, or of its characters from `start` to before `end`."""
    return "".join(
        source or word
        for at, word, source in _characters(block)
        if at >= start and (end is None or at < end)
    )


def selected_source(cursor: QTextCursor) -> str:
    """Return the source of a selection, a line a paragraph."""
    document = cursor.document()
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    block, lines = document.findBlock(start), []
    while block.isValid() and block.position() <= end:
        lines.append(source_of(block, start - block.position(), end - block.position()))
        block = block.next()
    return "\n".join(lines)


def objects(block: QTextBlock) -> Iterator[tuple[int, str]]:
    """Yield (place in the paragraph, source) of every token and cue."""
    for at, _, source in _characters(block):
        if source:
            yield at, source


def source_at(document: QTextDocument, position: int) -> str:
    """Return the source of the object whose character stands at `position`, "" for plain words."""
    block = document.findBlock(position)
    wanted = position - block.position()
    return next((source for at, source in objects(block) if at == wanted), "")


def spans(document: QTextDocument) -> Mapping[str, tuple[int, int]]:
    """Return the first and the last place of the caret in each beat."""
    found: dict[str, tuple[int, int]] = {}
    for block in blocks(document):
        beat = beat_of(block)
        start = found[beat][0] if beat in found else block.position()
        found[beat] = (start, block.position() + block.length() - 1)
    return found


def _put_words(cursor: QTextCursor, words: str) -> None:
    if words:
        cursor.insertText(words, word_format())


def _characters(block: QTextBlock) -> Iterator[tuple[int, str, str]]:
    """Yield (place, word, source) of each UTF-16 unit; surrogates come as one word on the first."""
    at_fragment = block.begin()
    while not at_fragment.atEnd():
        fragment = at_fragment.fragment()
        at_fragment += 1
        if not fragment.isValid():
            continue
        at = fragment.position() - block.position()
        form = fragment.charFormat()
        source = str(form.property(SOURCE) or "") if form.objectType() == INLINE else ""
        for letter in fragment.text():
            if letter == OBJECT:
                yield at, "", source
            else:
                yield at, "\n" if letter == "\u2028" else letter, ""
            at += 2 if ord(letter) > 0xFFFF else 1
