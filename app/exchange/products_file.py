"""Products as CSV and workbook, read back without loss, and products out of foreign sheets.

A file is ours where its first row holds the heading "Greenroom id" in either language: then every column
known by its heading is taken, an empty cell empties the field. The shape of each cell is described in
`app.exchange.product_cells` and in checklists/schema.md ("Products file"). Any other file is read as
tables of the world are, and what it does not say is left alone.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.core.errors import Environment, Refused
from app.core.reasons import reason
from app.core.words import Language, Text, text
from app.exchange.product_cells import (
    COLUMNS,
    ProductColumn,
    Value,
    plain_money,
    read_count,
    read_role,
)
from app.exchange.sheet.columns import folded
from app.exchange.sheet.grid import MAX_CELL, Grid, Held
from app.exchange.sheet.opening import open_file
from app.exchange.sheet.shown import shown
from app.exchange.show_table import DANGEROUS
from app.show.product import Gift, Need, Product

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from app.exchange.sheet.understood import SheetProduct


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A cell or row that was not taken, or may have been taken wrongly: where, what, why."""

    place: str
    value: str
    why: Text


@dataclass(frozen=True, slots=True)
class FoundProduct:
    """One row of a file: where it stands, and the fields it says something of, by their names."""

    place: str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ProductsRead:
    """All that one file says of products; `ours` says that Greenroom wrote it."""

    found: tuple[FoundProduct, ...]
    doubts: tuple[Doubtful, ...] = ()
    ours: bool = False


def products_csv(products: Iterable[Product], lang: Language) -> bytes:
    """Return products as CSV, UTF-8 with a byte order mark; cells like formulas are neutralised."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.name.say(lang) for column in COLUMNS])
    for product in products:
        writer.writerow([_csv_cell(column, product) for column in COLUMNS])
    return "\ufeff".encode() + out.getvalue().encode()


def products_xlsx(products: Iterable[Product], lang: Language) -> bytes:
    """Return products as a workbook; every text is a text, never a formula.

    Raises Refused for a cell longer than a workbook's can be.
    """
    # openpyxl takes 0.2 s to load.
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = text("Products").say(lang)
    sheet.append([column.name.say(lang) for column in COLUMNS])
    for row, product in enumerate(products, 2):
        for at, column in enumerate(COLUMNS, 1):
            value = _fitting(column.write(product), column, product)
            _put(sheet.cell(row, at), value, column)
    _dress(sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def write_products(products: Iterable[Product], file: Path, lang: Language) -> None:
    """Write products to `file` (.csv or .xlsx), whole or not at all.

    Raises Refused for another suffix, Environment where the disk refuses.
    """
    from app.core.files import whole

    writer = {".csv": products_csv, ".xlsx": products_xlsx}.get(file.suffix.lower())
    if writer is None:
        raise Refused(
            text("Products cannot be written as {file}.", file=file.name),
            text("Choose from: {known}.", known=".csv, .xlsx"),
        )
    content = writer(products, lang)
    try:
        with whole(file) as fresh:
            fresh.write_bytes(content)
    except OSError as error:
        raise Environment(
            text("{file} was not written: {why}.", file=str(file), why=reason(error)),
            text("Make room on the disk, or name a file in a folder that may be written to."),
        ) from error


def read_products_file(file: Path) -> ProductsRead:
    """Return the products of `file`; raises Refused or Environment, and then nothing was taken."""
    opened = open_file(file)
    for grid in opened.grids:
        headings = _own_headings(grid)
        if headings:
            return _ours(grid, headings)
    from app.exchange.sheet.reading import read

    found = read(file)
    if not found.products:
        raise Refused(
            text("{file} holds no table of products.", file=file.name),
            text(
                "Put headings such as 商品名称, 直播价, 库存 or Product, Live price, Stock above it."
            ),
        )
    doubts = [
        Doubtful(d.place, d.value, d.why) for product in found.products for d in product.doubts
    ]
    makers = {t.sheet: c.heading for t in found.layout.products if (c := t.column("supplier"))}
    rows = [_foreign(p, makers.get(p.sheet, ""), doubts) for p in found.products]
    return ProductsRead(tuple(rows), tuple(doubts))


# Writing


def _neutral(words: str) -> str:
    """Return `words` with an apostrophe before what a spreadsheet may run; one more where one is."""
    return "'" + words if words.lstrip("'").startswith(DANGEROUS) else words


def _plain(words: str) -> str:
    """Return what `_neutral` was given."""
    if words.startswith("'") and words.lstrip("'").startswith(DANGEROUS):
        return words[1:]
    return words


def _csv_cell(column: ProductColumn, product: Product) -> Value:
    if column.money:
        return plain_money(getattr(product, column.id))
    return _fitting(column.write(product), column, product)


def _fitting(value: Value, column: ProductColumn, product: Product) -> Value:
    """Return a cell's words, clean and neutral; raises Refused where they are too long for a cell."""
    if not isinstance(value, str):
        return value
    words = _neutral(_clean(value))
    if len(words) > MAX_CELL:
        raise Refused(
            text(
                "{product}: {field} has {count} characters; a cell holds {most}.",
                product=product.name,
                field=column.name,
                count=len(words),
                most=MAX_CELL,
            ),
            text("Shorten it; nothing was written."),
        )
    return words


def _clean(words: str) -> str:
    """Return words that a table can hold: line breaks as one sign, no other control characters."""
    even = words.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in even if c >= " " or c in "\n\t")


def _put(cell: Any, value: Value, column: ProductColumn) -> None:
    from openpyxl.styles import Alignment

    if isinstance(value, str) and value:
        cell.value = value
        cell.data_type = "s"
        cell.number_format = "@"  # 0012 stays 0012
    elif value is not None and value != "":
        cell.value = value
        if column.money:
            cell.number_format = "0.##"
    cell.alignment = Alignment(vertical="top", wrap_text=column.width >= 20)


def _dress(sheet: Worksheet) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    for cell in sheet[1]:
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="E3E9FD")
        cell.alignment = Alignment(vertical="center", wrap_text=True)
    for at, column in enumerate(COLUMNS, 1):
        sheet.column_dimensions[get_column_letter(at)].width = column.width
    sheet.freeze_panes = "B2"


# Reading our own


def _own_headings(grid: Grid) -> dict[int, ProductColumn]:
    """Return our columns by their place in the first row; empty where the file is not ours."""
    known = {folded(c.name.say(lang)): c for c in COLUMNS for lang in _LANGUAGES}
    found = {
        at: column
        for at in grid.in_row.get(1, ())
        if (column := known.get(folded(shown(grid.cells[1, at])))) is not None
    }
    ids = {column.id for column in found.values()}
    return found if {"id", "name"} <= ids else {}


_LANGUAGES: tuple[Language, ...] = ("en", "zh")


def _ours(grid: Grid, headings: Mapping[int, ProductColumn]) -> ProductsRead:
    found, doubts = [], []
    for row in sorted(r for r in grid.in_row if r > 1):
        values: dict[str, Any] = {}
        for at, column in headings.items():
            said = _said(grid, row, at)
            try:
                values[column.id] = column.read(said)
            except Refused as refused:
                doubts.append(Doubtful(grid.place(row, at), said[:120], refused.what))
        if not values.get("name", "").strip():
            why = text("a row without a name is no product")
            doubts.append(Doubtful(grid.place(row, 1), "", why))
            continue
        found.append(FoundProduct(grid.place(row, 1), values))
    return ProductsRead(tuple(found), tuple(doubts), ours=True)


def _said(grid: Grid, row: int, column: int) -> str:
    cell = grid.cells.get((row, column))
    if cell is None or cell.held is Held.ERROR:
        return ""
    return _plain(cell.text) if cell.held is Held.TEXT else shown(cell)


# Reading others'


def _foreign(product: SheetProduct, maker: str, doubts: list[Doubtful]) -> FoundProduct:
    """Return what a row of a foreign table says in the fields of a product; what is odd is a doubt.

    `maker` heads the column that holds suppliers or brands.
    """
    place = f"{product.sheet}!{product.row}"
    values: dict[str, Any] = {"name": product.name}
    prices = {"list_cents": product.list_cents, "live_cents": product.live_cents}
    values |= {name: cents for name, cents in prices.items() if cents is not None}
    said = dict(product.fields)
    for name in ("link", "sku", "category", "mechanism", "coupon"):
        if words := said.get(name, "").strip():
            values[name] = words
    if "mechanism" not in values and said.get("discount", "").strip():
        values["mechanism"] = said["discount"].strip()
    if note := said.get("notes", "").strip():
        values["note"] = note
    readers = (("stock", read_count), ("reserve", read_count), ("role", read_role))
    for name, read in readers:
        if words := said.get(name, "").strip():
            try:
                values[name] = read(words)
            except Refused as refused:
                doubts.append(Doubtful(place, words[:120], refused.what))
    if gifts := _lines(said.get("gift", "")):
        values["gifts"] = tuple(Gift(gift) for gift in gifts)
    if points := _lines(said.get("points", "")):
        values["points"] = tuple(points)
    if needs := _lines(said.get("needs", "")):
        values["needs"] = tuple(Need(need) for need in needs)
    made_by = [(maker, said.get("supplier", "")), *product.custom]
    for heading, words in made_by:
        if (own := _OWN_NAMES.get(folded(heading))) and words.strip():
            values[own] = words.strip()
    return FoundProduct(place, values)


def _lines(said: str) -> Sequence[str]:
    return [one.strip(" ·•-*\t") for one in said.splitlines() if one.strip(" ·•-*\t")]


_OWN_NAMES = {
    "品牌": "brand",
    "品牌方": "brand",
    "brand": "brand",
    "供应商": "supplier",
    "供應商": "supplier",
    "供货商": "supplier",
    "商家": "supplier",
    "supplier": "supplier",
    "vendor": "supplier",
}
