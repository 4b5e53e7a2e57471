"""A show written back into the workbook it was imported from: only cells that say something else now.

The rows of the table take the show's rows in order; a row more stands below the last one, a row less
leaves its cells empty. A formula stays, and so does a cell that lies under a merged one.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from app.core.errors import Environment, Refused
from app.core.files import whole
from app.core.reasons import reason
from app.core.words import text
from app.exchange.sheet.columns import UNIT_MS
from app.exchange.sheet.grid import Cell, Form, Held
from app.exchange.sheet.opening import open_file
from app.exchange.sheet.package import Package
from app.exchange.sheet.product_link import goods_of
from app.exchange.sheet.reading import read
from app.exchange.sheet.sheet_edit import SheetText, Value
from app.exchange.sheet.understood import Origin, SheetRead, SheetRow, Table
from app.exchange.sheet.workbook import read_workbook
from app.show.document import Document
from app.show.product import Product
from app.show.script.reading import lengths
from app.show.show import Segment
from app.show.timetext.understand import clock_words, duration_words
from app.show.timing.schedule import Schedule, schedule

DAY_MS = 86_400_000


@dataclass(frozen=True, slots=True)
class _Moment:
    """A time of day or a length: a number where the sheet keeps numbers there, else words."""

    ms: int
    words: str


_New = Value | _Moment


@dataclass(frozen=True, slots=True)
class _Now:
    """What the show says, to compare with what the sheet says."""

    products: Mapping[str, Product]
    times: Schedule
    columns: Mapping[str, str]  # the show's own columns: name → id
    parts: Mapping[str, str]  # the part of each row: segment → title


def write_back(document: Document, file: Path, mapping: Mapping[str, str] | None = None) -> Path:
    """Write the show into a copy of the workbook `file` beside it and return the copy.

    Raises Refused where the file is no workbook or holds no run of show, Environment for the disk.
    """
    found = read(file, mapping)
    if found.layout.file_kind != "xlsx" or not found.layout.shows:
        raise Refused(
            text("{file} is no workbook with a run of show.", file=file.name),
            text("Choose the workbook the show was imported from, or export a clean one."),
        )
    products = {p.id: p for p in document.products}
    voices = {v.id: v for v in document.voices}
    times = schedule(document.show, lengths(document.show, products, voices))
    own = {c.name: c.id for c in document.show.columns}
    parts = {s.id: part.title for part in document.show.parts for s in part.segments}
    now = _Now(products, times, own, parts)
    changes = _changes(found, list(document.show.segments()), now)
    target = file.with_name(f"{file.stem} Greenroom{file.suffix}")
    try:
        with whole(target) as part:
            _copy(file, part, changes, found)
    except OSError as error:
        raise Environment(
            text("{file} was not written: {why}.", file=str(target), why=reason(error)),
            text("Make room on the disk, or name a file in a folder that may be written to."),
        ) from error
    return target


def _changes(
    found: SheetRead, segments: list[Segment], now: _Now
) -> dict[str, dict[tuple[int, int], _New]]:
    """Return which cells say something else now: sheet → (row, column) → value."""
    changes: dict[str, dict[tuple[int, int], _New]] = {}
    tables = {table.sheet: table for table in found.layout.shows}
    rows = list(found.rows)
    last = tables[rows[-1].sheet] if rows else found.layout.shows[-1]
    for at, segment in enumerate(segments):
        row = rows[at] if at < len(rows) else None
        table = tables[row.sheet] if row is not None else last
        number = row.row if row is not None else table.last_row + 1 + at - len(rows)
        cells = changes.setdefault(table.sheet, {})
        for column, value in _cells(table, row, segment, now):
            cells[number, column] = value
    for row in rows[len(segments) :]:
        cells = changes.setdefault(row.sheet, {})
        for one in tables[row.sheet].columns:
            if one.field in _FIELDS or one.kept_apart:
                cells[row.row, one.index] = None
    return changes


def _cells(
    table: Table, row: SheetRow | None, segment: Segment, now: _Now
) -> Iterator[tuple[int, _New]]:
    for column in table.columns:
        if column.kept_apart:
            want = dict(segment.custom).get(now.columns.get(column.heading, ""), "")
            had = dict(row.custom).get(column.heading, "") if row is not None else ""
            if want != had:
                yield column.index, want
            continue
        field = _FIELDS.get(column.field)
        if field is None:
            continue
        told = field(row, segment, now)
        if told is not None:
            yield column.index, told[0]


_Told = tuple[_New] | None  # None: the cell says it already


def _start(row: SheetRow | None, segment: Segment, now: _Now) -> _Told:
    at = now.times.row(segment.id)
    wall = now.times.wall(at.start_ms).ms
    if row is not None and row.start_ms is not None:
        return None if row.start_ms == wall else (_Moment(wall, clock_words(wall)),)
    if row is not None and row.elapsed_ms is not None:
        moment = _Moment(at.start_ms, duration_words(at.start_ms))
        return None if row.elapsed_ms == at.start_ms else (moment,)
    return (_Moment(wall, clock_words(wall)),) if row is None else None


def _time(row: SheetRow | None, segment: Segment, now: _Now) -> _Told:
    if row is None or row.duration_from is not Origin.RANGE:
        return _start(row, segment, now)
    at = now.times.row(segment.id)
    wall = now.times.wall(at.start_ms).ms
    took = row.duration_ms
    if row.elapsed_ms is not None and row.start_ms is None:
        if (row.elapsed_ms, took) == (at.start_ms, at.duration_ms):
            return None
        return (f"{at.start_ms / 60_000:g}-{at.end_ms / 60_000:g}min",)
    if row.start_ms == wall and took in (None, at.duration_ms):
        return None
    return (f"{clock_words(wall)}-{clock_words(now.times.wall(at.end_ms).ms)}",)


def _duration(row: SheetRow | None, segment: Segment, now: _Now) -> _Told:
    took = now.times.row(segment.id).duration_ms
    if row is not None and row.duration_ms == took:
        return None
    return (_Moment(max(0, took), duration_words(max(0, took))),)


def _words(read: Callable[[SheetRow], str], say: Callable[[Segment, _Now], str]) -> _Field:
    def told(row: SheetRow | None, segment: Segment, now: _Now) -> _Told:
        want = say(segment, now)
        return None if row is not None and read(row).strip() == want.strip() else (want,)

    return told


def _price(read: Callable[[SheetRow], int | None], say: Callable[[Product], int | None]) -> _Field:
    def told(row: SheetRow | None, segment: Segment, now: _Now) -> _Told:
        product = _only(segment, now)
        want = None if product is None else say(product)
        if row is not None and (read(row) == want or product is None):
            return None
        return (None if want is None else want / 100,)

    return told


def _goods(name: str, say: Callable[[Product], str]) -> _Field:
    return _words(
        lambda row: row.said(name),
        lambda segment, now: say(product) if (product := _only(segment, now)) else "",
    )


def _products(row: SheetRow | None, segment: Segment, now: _Now) -> _Told:
    """Return the names; where the cell says links too, the names and links are put into its words."""
    if row is None or not row.product_said:
        return _NAMES(row, segment, now)
    linked = [now.products[p] for p in segment.products if p in now.products]
    had = goods_of(row)
    same = len(had) == len(linked) and all(
        link in ("", p.link) and (not name or name == p.name)
        for (name, link), p in zip(had, linked, strict=True)
    )
    if same:
        return None
    if len(had) == len(linked) == 1 and had[0][0]:
        said = row.product_said.partition(had[0][0])
        around = [
            re.sub(rf"(?<!\d){had[0][1]}(?!\d)", linked[0].link, words)
            for words in (said[0], said[2])
        ]
        return (around[0] + linked[0].name + around[1],)
    link = text("Link {number}", number="{number}").say()
    return (
        "\n".join(f"{p.name}/{link.format(number=p.link)}" if p.link else p.name for p in linked),
    )


def _only(segment: Segment, now: _Now) -> Product | None:
    known = [now.products[p] for p in segment.products if p in now.products]
    return known[0] if len(known) == 1 else None


def _names(segment: Segment, now: _Now) -> str:
    return "\n".join(now.products[p].name for p in segment.products if p in now.products)


_Field = Callable[[SheetRow | None, Segment, _Now], _Told]
_NAMES = _words(lambda row: row.product.replace("、", "\n"), _names)
_FIELDS: Mapping[str, _Field] = {
    "time": _time,
    "start": _start,
    "elapsed": _start,
    "duration": _duration,
    "part": _words(lambda row: row.part, lambda s, now: now.parts[s.id]),
    "title": _words(lambda row: row.title, lambda s, _: s.title),
    "product": _products,
    "list_price": _price(lambda row: row.list_cents, lambda p: p.list_cents),
    "live_price": _price(lambda row: row.live_cents, lambda p: p.live_cents),
    "script": _words(lambda row: row.script, lambda s, _: s.script),
    "notes": _words(lambda row: row.said("notes"), lambda s, _: s.note),
    "owner": _words(lambda row: row.said("owner"), lambda s, _: s.owner),
    "link": _goods("link", lambda p: p.link),
    "sku": _goods("sku", lambda p: p.sku),
    "stock": _goods("stock", lambda p: "" if p.stock is None else str(p.stock)),
    "mechanism": _goods("mechanism", lambda p: p.mechanism),
    "coupon": _goods("coupon", lambda p: p.coupon),
    "gift": _goods("gift", lambda p: "、".join(g.name for g in p.gifts)),
}


def _copy(
    file: Path,
    target: Path,
    changes: Mapping[str, Mapping[tuple[int, int], _New]],
    found: SheetRead,
) -> None:
    with Package(file) as package:
        parts = {s.name: s.part for s in read_workbook(file, package).sheets}
    grids = {grid.name: grid for grid in open_file(file).grids}
    edited: dict[str, bytes] = {}
    with zipfile.ZipFile(file) as source:
        names = {posixpath.normpath(n).lower(): n for n in source.namelist()}
        for sheet, cells in changes.items():
            part = names[posixpath.normpath(parts[sheet]).lower()]
            xml = SheetText(source.read(part))
            table = next(t for t in found.layout.shows if t.sheet == sheet)
            units = {column.index: column.unit for column in table.columns}
            for (row, column), value in cells.items():
                area = grids[sheet].area(row, column)
                if area is None or (area.top, area.left) == (row, column):
                    xml.put(
                        row,
                        column,
                        _fitting(value, grids[sheet].at(row, column), units.get(column, "")),
                    )
            edited[part] = xml.written(like=table.last_row)
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
            for info in source.infolist():
                data = edited.get(info.filename)
                out.writestr(info, source.read(info) if data is None else data)


def _fitting(value: _New, cell: Cell | None, unit: str) -> Value:
    """Return a time as the cell keeps its own: a fraction of a day, minutes, or words."""
    if not isinstance(value, _Moment):
        return value
    if cell is None or cell.held is not Held.NUMBER:
        return value.words
    if cell.form in (Form.TIME, Form.LENGTH, Form.MOMENT):
        return value.ms / DAY_MS
    return value.ms / UNIT_MS.get(unit, UNIT_MS["minute"])
