"""The rows of a run of show, understood: times, prices, words, and each doubt beside its cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from app.core.words import Text, text
from app.exchange.sheet.columns import CUSTOM, IGNORED
from app.exchange.sheet.grid import Cell, Grid, Held
from app.exchange.sheet.kinds import kind_of
from app.exchange.sheet.lines import Line, Sorted
from app.exchange.sheet.price import read_price
from app.exchange.sheet.row_times import RowTimes, Timing
from app.exchange.sheet.shown import DAY_MS, as_clock, says_nothing, short, shown
from app.exchange.sheet.understood import Column, Doubt, Origin, SheetRow, Table

_OWN_PLACE = frozenset(
    ("time", "start", "end", "elapsed", "duration", "title", "part", "product", "script",
     "list_price", "live_price", CUSTOM, IGNORED)
)  # fmt: skip
_LINK = re.compile(
    r"(?:no\.?|第)?\s*(\d{1,4})\s*(?:$|(?:号|號)(?:链接|鏈接|连结|連結|链)?)", re.IGNORECASE
)
_LONGEST_GAP_MS = 6 * 3_600_000
_LONGEST_TITLE = 40


def read_rows(
    grid: Grid, table: Table, lines: Sequence[Sorted], times: RowTimes
) -> tuple[SheetRow, ...]:
    """Return the rows of a table; `times` knows what its time columns count."""
    rows: list[SheetRow] = []
    part = ""
    for line in lines:
        if line.line is Line.PART:
            part = line.said
        else:
            rows.append(_Reader(grid, table, line.row).row(part, times.timing(line.row)))
    return tuple(_in_order(_derived(rows), grid, table))


@dataclass(slots=True)
class _Reader:
    grid: Grid
    table: Table
    number: int
    doubts: list[Doubt] = field(default_factory=list)

    def row(self, section: str, timing: Timing) -> SheetRow:
        """Return the row, with whatever was doubtful about it."""
        self.doubts += timing.doubts
        prices = {name: self._price(name) for name in ("list_price", "live_price")}
        product, script = self._said("product"), self._said("script")
        title, part = self._named(section)
        others = tuple(self._others())
        kind = next((value for name, value in others if name == "kind"), "")
        link = _LINK.match(product)
        if link is not None and not any(name == "link" for name, _ in others):
            others = (*others, ("link", link[1]))
        priced = any(cents is not None for cents in prices.values())
        return SheetRow(
            self.grid.name,
            self.number,
            part,
            title or product or _first_line(script) or self._any_words(),
            kind_of(kind, title, product, priced=priced),
            timing.start_ms,
            timing.elapsed_ms,
            timing.duration_ms,
            timing.origin,
            timing.linked,
            product,
            prices["list_price"],
            prices["live_price"],
            script,
            others,
            tuple(self._custom()),
            tuple(self.doubts),
        )

    def _named(self, section: str) -> tuple[str, str]:
        """Return title and part; a table that names only the stage of a row names the row by it."""
        stage = self._said("part")
        if self.table.column("title") is None:
            return stage, section
        return self._said("title"), stage or section

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
        said = [(c.field, self._words(c)) for c in known]
        return [(name, value) for name, value in said if not says_nothing(value)]

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
                return _first_line(cell.text)
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


def _first_line(said: str) -> str:
    stripped = said.strip()
    line = stripped.splitlines()[0].strip() if stripped else ""
    return line if len(line) <= _LONGEST_TITLE else line[: _LONGEST_TITLE - 1] + "…"


def _derived(rows: list[SheetRow]) -> list[SheetRow]:
    """Give rows without a length the gap to the next row's start, marked as derived."""
    found = []
    for row, after in pairwise([*rows, None]):
        assert row is not None
        gap = None if after is None or row.linked or after.linked else _gap(row, after)
        if row.duration_ms is None and gap is not None:
            row = replace(row, duration_ms=gap, duration_from=Origin.NEXT_ROW)
        found.append(row)
    return found


def _gap(row: SheetRow, after: SheetRow) -> int | None:
    if row.elapsed_ms is not None and after.elapsed_ms is not None:
        gap = after.elapsed_ms - row.elapsed_ms
    elif row.start_ms is not None and after.start_ms is not None:
        gap = (after.start_ms - row.start_ms) % DAY_MS
    else:
        return None
    return gap if 0 < gap <= _LONGEST_GAP_MS else None


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
