"""The rows of a run of show, understood: times, prices, words, and each doubt beside its cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from app.core.words import Text, text
from app.exchange.sheet.columns import CUSTOM, IGNORED
from app.exchange.sheet.grid import Cell, Grid, Held
from app.exchange.sheet.kinds import kind_of
from app.exchange.sheet.lines import Line, Sorted
from app.exchange.sheet.price import read_price
from app.exchange.sheet.product_link import Named, link_number, names_and_links
from app.exchange.sheet.row_times import RowTimes, Timing
from app.exchange.sheet.shown import (
    DAY_MS,
    as_clock,
    as_elapsed,
    clock,
    says_nothing,
    short,
    shown,
)
from app.exchange.sheet.stages import first_clause, stages
from app.exchange.sheet.stock import STOCKED, read_stock
from app.exchange.sheet.two_clocks import begin_of, mixed, since
from app.exchange.sheet.understood import Column, Doubt, Origin, SheetRow, Table

_OWN_PLACE = frozenset(
    ("time", "start", "end", "elapsed", "duration", "title", "part", "product", "script",
     "list_price", "live_price", "over", CUSTOM, IGNORED)
)  # fmt: skip
_POINTS = ("time", "start", "elapsed")
_LONGEST_GAP_MS = 6 * 3_600_000


def read_rows(
    grid: Grid, table: Table, lines: Sequence[Sorted], times: RowTimes
) -> tuple[SheetRow, ...]:
    """Return the rows of a table; `times` knows what its time columns count."""
    rows: list[SheetRow] = []
    section = ""
    by_row = stages(grid, table, lines)
    for line in lines:
        if line.line is Line.PART:
            section = line.said
        else:
            stage, alone = by_row.get(line.row, ("", True))
            reader = _Reader(grid, table, line.row, stage, alone)
            rows.append(reader.row(section, times.timing(line.row)))
    return tuple(_in_order(_on_one_clock(_derived(rows), grid, table), grid, table))


@dataclass(slots=True)
class _Reader:
    grid: Grid
    table: Table
    number: int
    stage: str
    alone: bool  # the stage is this row's alone
    doubts: list[Doubt] = field(default_factory=list)

    def row(self, section: str, timing: Timing) -> SheetRow:
        """Return the row, with whatever was doubtful about it."""
        self.doubts += timing.doubts
        prices = {name: self._price(name) for name in ("list_price", "live_price")}
        goods, said = self._goods()
        product, script = goods.names if goods.linked else said, self._said("script")
        others = tuple(self._others())
        if goods.linked and not any(name == "link" for name, _ in others):
            others = (*others, ("link", goods.links))
        facts = dict(others)
        title = self._said("title") or self._title(product.strip() or said, script, facts)
        priced = any(cents is not None for cents in prices.values())
        return SheetRow(
            self.grid.name,
            self.number,
            self.stage or section,
            title,
            kind_of(facts.get("kind", ""), (self.stage, title), said, priced=priced),
            timing.start_ms,
            timing.elapsed_ms,
            timing.duration_ms,
            timing.origin,
            timing.linked,
            product.strip() and product,
            prices["list_price"],
            prices["live_price"],
            script,
            others,
            tuple(self._custom()),
            tuple(self.doubts),
            said if goods.linked else "",
        )

    def _title(self, product: str, script: str, facts: Mapping[str, str]) -> str:
        """Return what a row without a title is called: its product, a stage of its own, its words."""
        untitled = self.table.column("title") is None
        own = self.stage if untitled and self.alone else ""
        words = first_clause(script) or first_clause(facts.get("action", ""))
        names = " / ".join(line.strip() for line in product.splitlines() if line.strip())
        return names or own or words or self.stage or self._any_words()

    def _goods(self) -> tuple[Named, str]:
        """Return the products and links of the product cell, and its words."""
        column, said = self.table.column("product"), self._said("product")
        goods = names_and_links(said, "" if column is None else column.heading)
        cell = None if column is None else value_at(self.grid, self.number, column.index)
        if goods.why is not None and column is not None and cell is not None:
            link = text("link {number}", number=goods.links.replace("\n", "、"))
            self._doubt(column, cell, link, goods.why)
        return goods, said

    def _said(self, name: str) -> str:
        column = self.table.column(name)
        if column is None:
            return ""
        said = self._words(column)
        return "" if says_nothing(said) else said

    def _words(self, column: Column) -> str:
        cell = value_at(self.grid, self.number, column.index)
        if cell is None:
            return ""
        if cell.why is not None:
            self._doubt(column, cell, None if cell.held is Held.ERROR else text("words"), cell.why)
        return "" if cell.held is Held.ERROR else shown(cell)

    def _price(self, name: str) -> int | None:
        column = self.table.column(name)
        if column is None:
            return None
        cell = value_at(self.grid, self.number, column.index)
        price = read_price(cell)
        if price.why is not None and cell is not None:
            taken = (
                None if price.cents is None else text("{price}", price=f"{price.cents / 100:.2f}")
            )
            self._doubt(column, cell, taken, price.why)
        return price.cents

    def _others(self) -> list[tuple[str, str]]:
        known = [c for c in self.table.columns if c.field not in _OWN_PLACE]
        said = [(c.field, self._other(c)) for c in known]
        return [(name, value) for name, value in said if not says_nothing(value)]

    def _other(self, column: Column) -> str:
        if column.field == "link":
            return link_number(self._words(column))
        return self._stock(column) if column.field in STOCKED else self._words(column)

    def _stock(self, column: Column) -> str:
        cell = value_at(self.grid, self.number, column.index)
        stock = read_stock(cell)
        said = "" if stock.count is None else str(stock.count)
        if stock.why is not None and cell is not None:
            self._doubt(column, cell, Text(said, said) if said else None, stock.why)
        return said

    def _custom(self) -> list[tuple[str, str]]:
        own = [c for c in self.table.columns if c.field == CUSTOM]
        said = [(c.heading or c.letters, self._words(c)) for c in own]
        return [(name, value) for name, value in said if not says_nothing(value)]

    def _any_words(self) -> str:
        for column in self.table.columns:
            cell = self.grid.cells.get((self.number, column.index))
            if (
                cell is not None
                and cell.held is Held.TEXT
                and column.field not in ("time", "number")
            ):
                return first_clause(cell.text)
        return ""

    def _doubt(self, column: Column, cell: Cell, taken: Text | None, why: Text) -> None:
        self.doubts.append(doubt_at(self.grid, self.number, column.index, cell, taken, why))


def value_at(grid: Grid, row: int, column: int) -> Cell | None:
    """Return what a cell says; of an area merged across columns only the first column says it."""
    area = grid.area(row, column)
    if area is not None and area.left != column:
        return grid.cells.get((row, column))
    return grid.at(row, column)


def doubt_at(grid: Grid, row: int, column: int, cell: Cell, taken: Text | None, why: Text) -> Doubt:
    """Return a doubt about a cell, placed at the cell that holds the words."""
    area = grid.area(row, column)
    at = row if area is None or (row, column) in grid.cells else area.top
    said = shown(cell) or (f"={cell.formula}" if cell.formula else "")
    return Doubt(grid.place(at, column), short(said), taken, why)


def _derived(rows: list[SheetRow]) -> list[SheetRow]:
    """Give rows without a length the gap to the next row's start, marked as derived."""
    begin = begin_of(rows)
    found = []
    for row, after in pairwise([*rows, None]):
        assert row is not None
        gap = None if after is None or row.linked or after.linked else _gap(row, after, begin)
        if row.duration_ms is None and gap is not None:
            row = replace(row, duration_ms=gap, duration_from=Origin.NEXT_ROW)
        found.append(row)
    return found


def _gap(row: SheetRow, after: SheetRow, begin: int | None) -> int | None:
    if row.elapsed_ms is not None and after.elapsed_ms is not None:
        gap = after.elapsed_ms - row.elapsed_ms
    elif row.start_ms is not None and after.start_ms is not None:
        gap = (after.start_ms - row.start_ms) % DAY_MS
    elif begin is not None:
        first, second = since(row, begin), since(after, begin)
        if first is None or second is None:
            return None
        gap = second - first
    else:
        return None
    return gap if 0 < gap <= _LONGEST_GAP_MS else None


def _on_one_clock(rows: list[SheetRow], grid: Grid, table: Table) -> list[SheetRow]:
    """Doubt each place where times of day and times since the beginning stand in one column."""
    if not mixed(rows):
        return rows
    begin = begin_of(rows)
    found = rows[:1]
    for before, row in pairwise(rows):
        since_begin = row.start_ms is None and row.elapsed_ms is not None
        column = next((c for n in _POINTS if (c := table.column(n)) is not None), None)
        changes = (before.start_ms is None) != (row.start_ms is None) and not row.linked
        cell = None if column is None else value_at(grid, row.row, column.index)
        if changes and column is not None and cell is not None:
            doubt = doubt_at(grid, row.row, column.index, cell, *_two(row, begin))
            first = begin is not None and not any(r.start_ms is not None for r in found)
            if since_begin or begin is None or first:
                row = replace(row, doubts=(*row.doubts, doubt))
        found.append(row)
    return found


def _two(row: SheetRow, begin: int | None) -> tuple[Text | None, Text]:
    """Return what a time was taken for beside times of the other sort, and why that is doubtful."""
    if begin is None:
        why = text("times of day and times since the beginning, and nothing tells when it begins")
        if row.elapsed_ms is not None:
            return as_elapsed(row.elapsed_ms), why
        return None if row.start_ms is None else as_clock(row.start_ms), why
    if row.start_ms is not None:
        why = text(
            "right after a time since the beginning: so it begins at {clock}", clock=clock(begin)
        )
        return as_clock(row.start_ms), why
    at = (begin + (row.elapsed_ms or 0)) % DAY_MS
    why = text("counted from the beginning, {clock}, among times of day", clock=clock(begin))
    return as_clock(at), why


def _in_order(rows: list[SheetRow], grid: Grid, table: Table) -> list[SheetRow]:
    """Doubt a start that lies before the one above it and is not the turn of the day."""
    column = table.column("start") or table.column("time")
    found: list[SheetRow] = []
    before: int | None = None
    for row in rows:
        start = row.start_ms
        if start is not None and before is not None and start < before and column is not None:
            past_midnight = before - start > DAY_MS // 2
            cell = value_at(grid, row.row, column.index)
            if not past_midnight and cell is not None:
                why = text(
                    "earlier than the start of the row above, {clock}", clock=as_clock(before)
                )
                doubt = doubt_at(grid, row.row, column.index, cell, as_clock(start), why)
                row = replace(row, doubts=(*row.doubts, doubt))
        before = start if start is not None else before
        found.append(row)
    return found
