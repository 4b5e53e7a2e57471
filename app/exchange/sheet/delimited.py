"""A text table (CSV and its kin) as a grid: encoding and delimiter guessed, each guess said."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.core.errors import Refused
from app.core.words import Text, text
from app.exchange.sheet.grid import (
    MAX_CELL,
    MAX_CELLS,
    MAX_CHARACTERS,
    MAX_COLUMNS,
    MAX_ROWS,
    Cell,
    Grid,
    Held,
    letters,
)
from app.exchange.sheet.package import MIB, mebibytes
from app.exchange.sheet.refusals import NOTHING_READ, too_much

MAX_TEXT_FILE = 20 * MIB
DELIMITERS = (",", ";", "\t", "|")
_SAMPLE_LINES = 40
_READABLE = 0.5  # share of usual characters
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's words, the encoding they were taken for, and what was doubtful about it."""

    words: str
    encoding: str
    doubts: tuple[Text, ...] = ()


def read_text_table(file: Path) -> tuple[Grid, Decoded, str]:
    """Return the table, how it was decoded and its delimiter; raises Refused."""
    size = file.stat().st_size
    if size > MAX_TEXT_FILE:
        raise too_much(file, "—", mebibytes(size), mebibytes(MAX_TEXT_FILE))
    decoded = decode(file, file.read_bytes())
    if len(decoded.words) > MAX_CHARACTERS:
        said = text("{count} characters", count=len(decoded.words))
        raise too_much(file, "—", said, text("{count} characters", count=MAX_CHARACTERS))
    delimiter = delimiter_of(decoded.words)
    return _grid(file, decoded.words, delimiter), decoded, delimiter


def decode(file: Path, raw: bytes) -> Decoded:
    """Return the words of `raw`; raises Refused where it is no text."""
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return _marked(file, raw, encoding)
    if raw.count(0):
        return _with_nulls(file, raw)
    try:
        return Decoded(_without_controls(file, raw.decode("utf-8")), "utf-8")
    except UnicodeDecodeError:
        return _chinese(file, raw)


def _marked(file: Path, raw: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(_without_controls(file, raw.decode(encoding)), encoding)
    except UnicodeDecodeError as error:
        raise Refused(
            text(
                "{file}, byte {at}: not {encoding}, though it begins as such.",
                file=file.name,
                at=error.start,
                encoding=encoding.removesuffix("-sig").upper(),
            ),
            text("Save it again as CSV UTF-8."),
        ) from error


def _with_nulls(file: Path, raw: bytes) -> Decoded:
    """Return UTF-16 without its mark, or text with stray NULs; anything else is no text."""
    even, odd = raw[0:4096:2].count(0), raw[1:4096:2].count(0)
    for encoding, here, there in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if here > there:
            try:
                words = raw.decode(encoding)
            except UnicodeDecodeError:
                continue
            if usual(words) < _READABLE:
                continue
            doubt = text("taken for UTF-16 without its mark")
            return Decoded(_without_controls(file, words), encoding, (doubt,))
    if raw.count(0) * 1000 > len(raw) + 3000:
        raise _no_text(file)
    fewer = decode(file, raw.replace(b"\0", b""))
    doubt = text("{count} NUL characters were left out", count=raw.count(0))
    return Decoded(fewer.words, fewer.encoding, (*fewer.doubts, doubt))


def _chinese(file: Path, raw: bytes) -> Decoded:
    """Return GB18030 or Big5, whichever yields the more usual characters; both are said."""
    best: tuple[float, str, str] | None = None
    for encoding in ("gb18030", "big5", "utf-16-le"):
        if encoding == "utf-16-le" and len(raw) % 2:
            continue
        try:
            words = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        score = usual(words)
        if best is None or score > best[0]:
            best = (score, encoding, words)
    if best is None or best[0] < _READABLE / 2:
        raise _no_text(file)
    doubt = text("taken for {encoding}; a wrong guess shows as wrong characters", encoding=best[1])
    return Decoded(_without_controls(file, best[2]), best[1], (doubt,))


def usual(words: str) -> float:
    """Return which share of the characters beyond ASCII are in daily use, in either way of writing."""
    from app.exchange.sheet.columns import usual_characters

    beyond = [c for c in words[:200_000] if c > "\x7f"]
    if not beyond:
        return 1.0
    known = usual_characters()
    points = sum(1.0 if c in known else 0.6 if _common(c) else 0.0 for c in beyond)
    return points / len(beyond)


def _common(character: str) -> bool:
    """Whether a character is on the first level of GB 2312 or of Big5: those in daily use."""
    for encoding, first, last in (("gb2312", 0xB0, 0xD7), ("big5", 0xA4, 0xC6)):
        try:
            if first <= character.encode(encoding)[0] <= last:
                return True
        except UnicodeEncodeError:
            continue
    return False


def _without_controls(file: Path, words: str) -> str:
    controls = sum(1 for c in words[:100_000] if c < " " and c not in "\n\r\t\f")
    if controls * 50 > min(len(words), 100_000):
        raise _no_text(file)
    return "".join(c for c in words if c >= " " or c in "\n\r\t") if controls else words


def _no_text(file: Path) -> Refused:
    return Refused(
        text("{file} is neither a workbook nor text that can be read.", file=file.name),
        text("Export it as .xlsx, or as CSV UTF-8, and import that file."),
    )


def delimiter_of(words: str) -> str:
    """Return the delimiter that splits the first lines into the most columns of equal number."""
    best, chosen = 0.0, ","
    for delimiter in DELIMITERS:
        widths = Counter[int]()
        for number, record in enumerate(_records(words[:200_000], delimiter)):
            if number >= _SAMPLE_LINES:
                break
            if any(cell.strip() for cell in record):
                widths[len(record)] += 1
        if not widths:
            continue
        width, times = max(widths.items(), key=lambda pair: (pair[0] > 1, pair[1], pair[0]))
        score = 0.0 if width < 2 else times / sum(widths.values()) * min(width, 12) ** 0.5
        if score > best:
            best, chosen = score, delimiter
    return chosen


def _records(words: str, delimiter: str) -> Iterator[list[str]]:
    csv.field_size_limit(MAX_CELL)
    reader = csv.reader(io.StringIO(words, newline=""), delimiter=delimiter)
    while True:
        try:
            yield next(reader)
        except (StopIteration, csv.Error):
            return


def _grid(file: Path, words: str, delimiter: str) -> Grid:
    csv.field_size_limit(MAX_CELL)
    reader = csv.reader(io.StringIO(words, newline=""), delimiter=delimiter)
    cells: dict[tuple[int, int], Cell] = {}
    beyond, row = "", 0
    try:
        for row, record in enumerate(reader, 1):
            for column, said in enumerate(record, 1):
                if not said.strip():
                    continue
                if column > MAX_COLUMNS:
                    beyond = beyond or f"{letters(column)}{row}"
                    break
                if row > MAX_ROWS or len(cells) >= MAX_CELLS:
                    raise _too_long(file, row)
                cells[row, column] = _cell(said)
    except csv.Error as error:
        raise Refused(
            text(
                "{file}, row {row} (line {line}): a cell longer than {limit} characters.",
                file=file.name,
                row=row + 1,
                line=reader.line_num,
                limit=MAX_CELL,
            ),
            text("A quotation mark is probably never closed there. Correct it and try again."),
        ) from error
    if not cells:
        raise Refused(text("{file} holds no text.", file=file.name), NOTHING_READ)
    return Grid(file.stem, cells, is_text=True, beyond=beyond)


def _too_long(file: Path, row: int) -> Refused:
    said = text("content in row {row}", row=row)
    limit = text("{rows} rows and {count} cells with content", rows=MAX_ROWS, count=MAX_CELLS)
    return too_much(file, "—", said, limit)


def _cell(said: str) -> Cell:
    words = said.replace("\r\n", "\n").replace("\r", "\n")
    formula = words.lstrip()
    if formula.startswith("=") and len(formula) > 1:
        why = text("a formula in a text file: kept as words, never run")
        return Cell(Held.TEXT, words, formula=formula[1:], why=why)
    return Cell(Held.TEXT, words)
