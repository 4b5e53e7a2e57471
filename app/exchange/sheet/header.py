"""Where a table begins in a sheet: the row, or two rows, whose words are headings of known fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from app.exchange.sheet.columns import CUSTOM, IGNORED, Match, core_fields, folded, match
from app.exchange.sheet.grid import Cell, Form, Grid, Held, letters
from app.exchange.sheet.understood import Column, Table

LOOK_AT = 80  # rows with content, from the top
SURE = 0.7  # a heading matched less surely is said
_ENOUGH = 2.2
_CORE = 1.5
_TWO_ROWS = 0.2  # two rows of headings must say more than one, or a title would be one of them


def find_table(grid: Grid, after: int = 0, before: int = 0) -> Table | None:
    """Return the best table of a sheet between two rows; None where no row reads like headings."""
    rows = [row for row in grid.in_row if row > after and (not before or row < before)]
    best: Table | None = None
    for at, row in enumerate(rows[:LOOK_AT]):
        if row in grid.hidden_rows:
            continue
        for levels in (1, 2):
            found = table_at(grid, row, levels)
            if found is None:
                continue
            weight = found.score * _shape(grid, found, rows[at + levels : at + levels + 30])
            found = replace(found, score=weight)
            if best is None or found.score > best.score + 0.01:
                best = found
    return best


def table_at(grid: Grid, row: int, levels: int) -> Table | None:
    """Return the table whose headings begin in `row`; None where they are too few."""
    if levels == 2 and not _has_groups(grid, row):
        return None
    headings = _single(grid, row) if levels == 1 else _double(grid, row)
    taken = [(at, said, _matched(top, sub)) for at, (top, sub, said) in headings.items()]
    fields = {m.field: 0.0 for _, _, m in taken if m is not None}
    for _, _, found in taken:
        if found is not None:
            fields[found.field] = max(fields[found.field], found.score)
    if len(fields) < 2 or not core_fields() & set(fields):
        return None
    score = sum(s * (_CORE if f in core_fields() else 1.0) for f, s in fields.items())
    score -= _unlike_headings(grid, row, levels) + _TWO_ROWS * (levels - 1)
    if score < _ENOUGH:
        return None
    columns = _settled(grid, taken)
    return Table(grid.name, row, row + levels - 1, columns, score=score)


def with_mapping(table: Table, mapping: Mapping[str, str]) -> Table:
    """Return the table with the columns taken as `mapping` (letters → field) says."""
    given = set(mapping.values()) - {CUSTOM, IGNORED}

    def taken(column: Column) -> Column:
        if column.letters in mapping:
            return replace(column, field=mapping[column.letters], score=1.0)
        return replace(column, field=CUSTOM, score=0.0) if column.field in given else column

    return replace(table, columns=tuple(taken(c) for c in table.columns))


def plain_table(grid: Grid, row: int) -> Table:
    """Return a table whose headings stand in `row` (0: nowhere), every column one of its own."""
    columns = []
    for index in sorted(grid.used_columns - grid.hidden_columns):
        cell = grid.cells.get((row, index))
        heading = _one_line(cell.text) if cell is not None and cell.held is Held.TEXT else ""
        columns.append(Column(index, letters(index), heading, CUSTOM))
    return Table(grid.name, row, row, tuple(columns))


def _single(grid: Grid, row: int) -> dict[int, tuple[str, str, str]]:
    """Return column → (group, heading, words) of one heading row."""
    found = {}
    for column in _columns(grid, row, row):
        cell = grid.cells.get((row, column))
        if cell is not None and cell.held is Held.TEXT and cell.text.strip():
            said = _one_line(cell.text)
            found[column] = ("", said, said)
    return found


def _double(grid: Grid, row: int) -> dict[int, tuple[str, str, str]]:
    """Return the same of two rows, a group heading over its sub headings."""
    found: dict[int, tuple[str, str, str]] = {}
    group, group_row = "", row
    for column in _columns(grid, row, row + 1):
        own, area = grid.cells.get((row, column)), grid.area(row, column)
        below = grid.cells.get((row + 1, column))
        sub = _one_line(below.text) if below is not None and below.held is Held.TEXT else ""
        if own is not None:
            group = _one_line(own.text)
        elif area is not None and area.top <= group_row:
            anchor = grid.at(row, column)
            group = _one_line(anchor.text) if anchor is not None else ""
        elif not sub:
            group = ""
        if own is None and not sub:
            continue
        if not group or not sub or folded(group) == folded(sub):
            said = sub or group
            found[column] = ("", said, said)
        else:
            found[column] = (group, sub, f"{group} / {sub}")
    return found


def _has_groups(grid: Grid, row: int) -> bool:
    """Whether a row holds at least one heading over two or more sub headings."""
    below = set(grid.in_row.get(row + 1, ()))
    if not below or any(not _wordy(grid.cells[row + 1, c]) for c in below):
        return False
    here = set(grid.in_row.get(row, ()))
    if len(here) < 2:
        return False
    for column in here:
        area = grid.area(row, column)
        if area is not None and area.tall:
            if area.wide:
                return False
            continue
        last = area.right if area is not None else column
        if area is None:
            while last + 1 not in here and last + 1 in below:
                last += 1
        if last > column and len(below & set(range(column, last + 1))) >= 2:
            return True
    return False


def _wordy(cell: Cell) -> bool:
    return cell.held is Held.TEXT and not cell.pending and len(cell.text) <= 40


def _columns(grid: Grid, first: int, last: int) -> list[int]:
    every = {c for row in range(first, last + 1) for c in grid.in_row.get(row, ())}
    return sorted(every - grid.hidden_columns)


def _one_line(said: str) -> str:
    return " ".join(said.split())


def _matched(group: str, heading: str) -> Match | None:
    alone = match(heading)
    if not group:
        return alone
    joined = match(group + heading)
    if joined is not None and (joined.score >= 0.62 or alone is None):
        return joined if joined.unit or alone is None else replace(joined, unit=alone.unit)
    if alone is not None and not alone.unit and (over := match(group)) is not None:
        return replace(alone, unit=over.unit)
    return alone


def _unlike_headings(grid: Grid, row: int, levels: int) -> float:
    """Return how much the rows look like data: numbers, times, long sentences."""
    against = 0.0
    for r in range(row, row + levels):
        for column in grid.in_row.get(r, ()):
            cell = grid.cells[r, column]
            if cell.held is Held.NUMBER:
                against += 0.6 if cell.form is Form.PLAIN else 1.0
            elif len(cell.text) > 40:
                against += 0.5
    return against


def _shape(grid: Grid, table: Table, below: list[int]) -> float:
    """Return 1 where something like rows of this table follows, else one half."""
    columns = [c.index for c in table.columns]
    for row in below:
        if row > table.header_last and sum((row, c) in grid.cells for c in columns) >= 2:
            return 1.0
    return 0.5


def _settled(grid: Grid, taken: list[tuple[int, str, Match | None]]) -> tuple[Column, ...]:
    """Return the columns; where two claim a field the surer has it, then the first."""
    winner: dict[str, tuple[float, int]] = {}
    for index, _, found in taken:
        if found is not None and found.score > winner.get(found.field, (0.0, 0))[0]:
            winner[found.field] = (found.score, index)
    columns: list[Column] = []
    for index, said, found in taken:
        if found is not None and winner[found.field][1] == index:
            columns.append(
                Column(index, letters(index), said, found.field, found.score, found.unit)
            )
        else:
            columns.append(Column(index, letters(index), said, CUSTOM, 0.0))
    columns += _unnamed(grid, {c.index for c in columns}, taken)
    return tuple(sorted(columns, key=lambda c: c.index))


def _unnamed(
    grid: Grid, named: set[int], taken: list[tuple[int, str, Match | None]]
) -> list[Column]:
    """Return the columns without a heading between the others, so that nothing in them is lost."""
    last = max(index for index, _, _ in taken)
    others = {c for c in grid.used_columns if c <= last + 3} - named
    return [
        Column(c, letters(c), "", IGNORED if c in grid.hidden_columns else CUSTOM) for c in others
    ]
