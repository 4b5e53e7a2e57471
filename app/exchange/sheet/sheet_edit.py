"""Cells of a sheet's XML set in place: style, neighbours and everything unknown stay byte for byte.

No library that reads and writes whole workbooks keeps charts, pictures and conditional formats it
does not know (openpyxl says so of itself), so the text of the part is edited, not its model.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.sax.saxutils import escape

from app.exchange.sheet.grid import letters

Value = str | float | None
_PREFIX = rb"(?:[A-Za-z_][\w.-]*:)?"
_ROW = re.compile(rb"<(" + _PREFIX + rb"row)\b([^>]*?)(/>|>(.*?)</\1\s*>)", re.DOTALL)
_CELL = re.compile(rb"<(" + _PREFIX + rb"c)\b([^>]*?)(/>|>(.*?)</\1\s*>)", re.DOTALL)
_NUMBER = re.compile(rb'\br\s*=\s*["\']([^"\']+)["\']')
_STYLE = re.compile(rb'\bs\s*=\s*["\'](\d+)["\']')
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class SheetText:
    """The XML of one sheet, rows found by number."""

    def __init__(self, xml: bytes) -> None:
        self._xml = xml
        self._rows = {_row_number(m): m for m in _ROW.finditer(xml)}
        self._changed: dict[int, dict[int, Value]] = {}
        self.skipped: list[tuple[int, int]] = []  # cells with a formula, which stay

    def has_row(self, row: int) -> bool:
        """Return whether the sheet writes this row down."""
        return row in self._rows

    def is_formula(self, row: int, column: int) -> bool:
        """Return whether a formula stands in a cell."""
        found = self._rows.get(row)
        if found is None or found[4] is None:
            return False
        wanted = f"{letters(column)}{row}".encode()
        cells = (m for m in _CELL.finditer(found[4]) if wanted in _place(m[2]))
        return any(_place(m[2]) == wanted and _has_formula(m[4]) for m in cells)

    def put(self, row: int, column: int, value: Value) -> None:
        """Set a cell; a formula stays and is listed in `skipped`."""
        if self.is_formula(row, column):
            self.skipped.append((row, column))
        else:
            self._changed.setdefault(row, {})[column] = value

    def written(self, like: int = 0) -> bytes:
        """Return the XML with the changes; rows that are new take the styles of the row `like`."""
        if not self._changed:
            return self._xml
        out, at = [], 0
        for number, found in self._rows.items():
            if number in self._changed:
                out += [self._xml[at : found.start()], _row(found, number, self._changed[number])]
                at = found.end()
        body = b"".join([*out, self._xml[at:]])
        fresh = sorted(set(self._changed) - set(self._rows))
        if fresh:
            body = self._with_rows(body, fresh, like)
        return body

    def _with_rows(self, xml: bytes, fresh: list[int], like: int) -> bytes:
        styles = self._styles(like)
        tag = next((m[1] for m in self._rows.values()), b"row")
        made = b"".join(_new_row(tag, n, self._changed[n], styles) for n in fresh)
        end = re.search(rb"</" + _PREFIX + rb"sheetData\s*>", xml)
        if end is None:
            empty = re.search(rb"<(" + _PREFIX + rb"sheetData)\s*/>", xml)
            assert empty is not None, "a worksheet has sheet data"
            return (
                xml[: empty.start()]
                + b"<%b>%b</%b>" % (empty[1], made, empty[1])
                + xml[empty.end() :]
            )
        return xml[: end.start()] + made + xml[end.start() :]

    def _styles(self, like: int) -> dict[int, bytes]:
        found = self._rows.get(like)
        styles: dict[int, bytes] = {}
        for m in _CELL.finditer(found[4] or b"") if found is not None else ():
            style = _STYLE.search(m[2])
            if style is not None:
                styles[_column(_place(m[2]))] = style[1]
        return styles


def _row(found: re.Match[bytes], number: int, values: Mapping[int, Value]) -> bytes:
    tag, attributes, inside = found[1], found[2], found[4] or b""
    cell_tag = tag[: -len(b"row")] + b"c"
    cells: list[tuple[int, bytes]] = []
    known: dict[int, bytes] = {}
    for m in _CELL.finditer(inside):
        column = _column(_place(m[2]))
        style = _STYLE.search(m[2])
        known[column] = style[1] if style is not None else b""
        if column not in values:
            cells.append((column, m[0]))
    for column, value in values.items():
        cells.append((column, _cell(cell_tag, number, column, value, known.get(column, b""))))
    body = b"".join(xml for _, xml in sorted(cells, key=lambda pair: pair[0]))
    return b"<%b%b>%b</%b>" % (tag, attributes.rstrip(b"/"), body, tag)


def _new_row(
    tag: bytes, number: int, values: Mapping[int, Value], styles: Mapping[int, bytes]
) -> bytes:
    cell_tag = tag[: -len(b"row")] + b"c"
    columns = sorted({*values, *styles})
    cells = (_cell(cell_tag, number, c, values.get(c), styles.get(c, b"")) for c in columns)
    return b'<%b r="%d">%b</%b>' % (tag, number, b"".join(cells), tag)


def _cell(tag: bytes, row: int, column: int, value: Value, style: bytes) -> bytes:
    head = b'<%b r="%b%d"' % (tag, letters(column).encode(), row)
    if style:
        head += b' s="%b"' % style
    prefix = tag[:-1]
    if value is None or value == "":
        return head + b"/>"
    if isinstance(value, str):
        words = escape(_ILLEGAL.sub("", value)).encode()
        return head + b' t="inlineStr"><%bis><%bt xml:space="preserve">%b</%bt></%bis></%b>' % (
            prefix, prefix, words, prefix, prefix, tag,
        )  # fmt: skip
    return head + b"><%bv>%b</%bv></%b>" % (prefix, repr(float(value)).encode(), prefix, tag)


def _row_number(found: re.Match[bytes]) -> int:
    said = _NUMBER.search(found[2])
    return int(said[1]) if said is not None and said[1].isdigit() else 0


def _place(attributes: bytes) -> bytes:
    said = _NUMBER.search(attributes)
    return said[1] if said is not None else b""


def _column(place: bytes) -> int:
    number = 0
    for letter in place:
        if 65 <= letter <= 90:
            number = number * 26 + letter - 64
    return number


def _has_formula(inside: bytes | None) -> bool:
    return inside is not None and re.search(rb"<" + _PREFIX + rb"f[\s/>]", inside) is not None
