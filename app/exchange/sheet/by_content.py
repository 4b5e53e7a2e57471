"""Columns whose cells say what their headings do not: times under an unknown word, a script under 主播."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from app.exchange.sheet.columns import CUSTOM, folded, match
from app.exchange.sheet.grid import Cell, Form, Grid, Held
from app.exchange.sheet.lines import Line, Sorted
from app.exchange.sheet.times import understand
from app.exchange.sheet.understood import Column, Table
from app.show.timetext.understand import Expect, Meaning

UNSURE = 0.5
_SAMPLE = 60
_SENTENCE = 12  # characters; a name or a gesture is shorter
_PEOPLE = frozenset(("主播", "host", "presenter", "talent"))
_TIMED = frozenset(("time", "start", "elapsed", "duration"))
_MAY_BE_TIMES = (CUSTOM, "share")


def by_content(grid: Grid, table: Table, lines: Sequence[Sorted]) -> Table:
    """Return the table with columns taken for what their cells are, each unsure and so said."""
    rows = [line.row for line in lines if line.line is Line.ROW][:_SAMPLE]
    fields = table.fields()
    by_time = _beside_times if fields & _TIMED else _with_times
    table = by_time(grid, table, rows)
    if "duration" not in table.fields():
        table = _with_lengths(grid, table, rows)
    action = table.column("action")
    if action is not None and "script" not in fields and _sentences(grid, action, rows):
        return _taken(table, action, "script")
    if action is not None and "owner" not in fields and _names(grid, action, rows):
        return _taken(table, action, "owner")
    return table


def _with_times(grid: Grid, table: Table, rows: Sequence[int]) -> Table:
    for column in table.columns:
        if column.field not in _MAY_BE_TIMES:
            continue
        said = [_time(cell) for cell in _cells(grid, column, rows)]
        for field in ("time", "duration"):
            if said.count(field) >= 2 and said.count(field) * 10 >= len(said) * 6:
                return _taken(table, column, field)
    return table


def _beside_times(grid: Grid, table: Table, rows: Sequence[int]) -> Table:
    """Take the second column under one merged heading of times for the ends, or for lengths."""
    for before, column in pairwise(table.columns):
        area = grid.area(table.header_row, column.index)
        under_one = area is not None and area == grid.area(table.header_row, before.index)
        if column.heading or before.field not in ("time", "start") or not under_one:
            continue
        said = [_time(cell) for cell in _cells(grid, column, rows)]
        for kind, field in (("time", "end"), ("duration", "duration")):
            free = table.column(field) is None
            if free and said and said.count(kind) * 10 >= len(said) * 6:
                return _taken(table, column, field)
    return table


def _with_lengths(grid: Grid, table: Table, rows: Sequence[int]) -> Table:
    """Take a second column of times for lengths where its cells are such."""
    for column in table.columns:
        known = match(column.heading) if column.field == CUSTOM else None
        if known is None or known.field not in _TIMED:
            continue
        said = [_time(cell) for cell in _cells(grid, column, rows)]
        if said and said.count("duration") * 10 >= len(said) * 6:
            return _taken(table, column, "duration")
    return table


def _time(cell: Cell) -> str:
    if cell.held is Held.NUMBER:
        return {Form.TIME: "time", Form.MOMENT: "time", Form.LENGTH: "duration"}.get(cell.form, "")
    meaning = understand(cell.text[:200]).meaning
    if meaning is Meaning.REFUSED:
        meaning = understand(cell.text[:200], Expect.CLOCK).meaning if ":" in cell.text else meaning
    if meaning in (Meaning.CLOCK, Meaning.CLOCK_RANGE, Meaning.ELAPSED_RANGE):
        return "time"
    return "duration" if meaning is Meaning.DURATION else ""


def _sentences(grid: Grid, column: Column, rows: Sequence[int]) -> bool:
    lengths = sorted(len(cell.text) for cell in _cells(grid, column, rows))
    return bool(lengths) and lengths[len(lengths) // 2] >= _SENTENCE


def _names(grid: Grid, column: Column, rows: Sequence[int]) -> bool:
    """Whether a column headed 主播 or Host holds the same few short words, as names are."""
    if folded(column.heading.split(" / ")[-1]) not in _PEOPLE:
        return False
    said = [cell.text.strip() for cell in _cells(grid, column, rows)]
    repeated = len(said) >= 3 and len(set(said)) * 2 <= len(said) + 1
    return repeated and all(len(one) <= _SENTENCE for one in said)


def _cells(grid: Grid, column: Column, rows: Sequence[int]) -> list[Cell]:
    found = (grid.cells.get((row, column.index)) for row in rows)
    return [cell for cell in found if cell is not None]


def _taken(table: Table, column: Column, field: str) -> Table:
    changed = replace(column, field=field, score=UNSURE, by_cells=True)
    return replace(table, columns=tuple(changed if c == column else c for c in table.columns))
