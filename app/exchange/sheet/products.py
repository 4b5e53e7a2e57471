"""The rows of a product table, understood."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.words import Text, text
from app.exchange.sheet.columns import CUSTOM, IGNORED
from app.exchange.sheet.grid import Grid, Held
from app.exchange.sheet.lines import Line, Sorted
from app.exchange.sheet.price import read_price
from app.exchange.sheet.rows import doubt_at, value_at
from app.exchange.sheet.shown import says_nothing, shown
from app.exchange.sheet.stock import STOCKED, read_stock
from app.exchange.sheet.understood import Column, Doubt, SheetProduct, Table

_PRICES = ("list_price", "live_price")


def read_products(grid: Grid, table: Table, lines: Sequence[Sorted]) -> tuple[SheetProduct, ...]:
    """Return the products; a row without a name is none."""
    found = [_product(grid, table, line.row) for line in lines if line.line is Line.ROW]
    return tuple(product for product in found if product is not None)


def _product(grid: Grid, table: Table, row: int) -> SheetProduct | None:
    doubts: list[Doubt] = []
    prices: dict[str, int | None] = {}
    fields: list[tuple[str, str]] = []
    custom: list[tuple[str, str]] = []
    name = ""
    for column in table.columns:
        cell = value_at(grid, row, column.index)
        if cell is None or column.field == IGNORED:
            continue
        if column.field in _PRICES:
            price = read_price(cell)
            prices[column.field] = price.cents
            if price.why is not None:
                taken = None if price.cents is None else text("{price}", price=price.cents / 100)
                doubts.append(doubt_at(grid, row, column.index, cell, taken, price.why))
            continue
        if column.field in STOCKED:
            stock = read_stock(cell)
            said = "" if stock.count is None else str(stock.count)
            if stock.why is not None:
                counted = Text(said, said) if said else None
                doubts.append(doubt_at(grid, row, column.index, cell, counted, stock.why))
            if said:
                fields.append((column.field, said))
            continue
        if cell.why is not None:
            taken = None if cell.held is Held.ERROR else text("words")
            doubts.append(doubt_at(grid, row, column.index, cell, taken, cell.why))
        said = "" if cell.held is Held.ERROR else shown(cell)
        if says_nothing(said):
            continue
        if _is_name(table, column):
            name = " ".join(said.split())
        elif column.field == CUSTOM:
            custom.append((column.heading or column.letters, said))
        else:
            fields.append((column.field, said))
    if not name:
        return None
    return SheetProduct(
        grid.name,
        row,
        name,
        prices.get("list_price"),
        prices.get("live_price"),
        tuple(fields),
        tuple(custom),
        tuple(doubts),
    )


def _is_name(table: Table, column: Column) -> bool:
    if column.field == "product":
        return True
    return column.field == "title" and table.column("product") is None
