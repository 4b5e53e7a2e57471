"""A column of stages that has no column of titles beside it: the parts of the show, or its titles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from app.exchange.sheet.grid import Grid
from app.exchange.sheet.lines import Line, Sorted
from app.exchange.sheet.shown import says_nothing, shown
from app.exchange.sheet.understood import Column, Table

_DIRECTION = re.compile(r"^\s*[(（\[【][^)）\]】]*[)）\]】]\s*(?=\S)")
_CLAUSE = re.compile(r"[，,。！!？?；;\n]|\.(?=\s|$)")
LONGEST_TITLE = 40  # characters


def with_titles(grid: Grid, table: Table, lines: Sequence[Sorted]) -> Table:
    """Return the table with its stages as titles where each row has a stage of its own."""
    column = table.column("part")
    if column is None or table.column("title") is not None:
        return table
    if _covers_several(grid, column, lines):
        return table
    titled = replace(column, field="title")
    return replace(table, columns=tuple(titled if c == column else c for c in table.columns))


def stages(grid: Grid, table: Table, lines: Sequence[Sorted]) -> dict[int, tuple[str, bool]]:
    """Return row → its stage and whether it is the stage of that row alone.

    In a table without titles an empty cell goes on with the stage above it.
    """
    column = table.column("part")
    if column is None:
        return {}
    runs: list[tuple[str, list[int]]] = []
    for line in lines:
        if line.line is not Line.ROW:
            runs.append(("", []))
            continue
        said = _said(grid, column, line.row)
        goes_on = bool(runs and runs[-1][1]) and table.column("title") is None
        if not said and goes_on and grid.at(line.row, column.index) is None:
            said = runs[-1][0]
        if runs and runs[-1][1] and runs[-1][0] == said:
            runs[-1][1].append(line.row)
        else:
            runs.append((said, [line.row]))
    return {row: (said, len(rows) == 1) for said, rows in runs for row in rows}


def first_clause(said: str) -> str:
    """Return the first clause of someone's words, without the direction before it; "" if none."""
    bare = _DIRECTION.sub("", said.strip()) or said.strip()
    clause = next((c.strip() for c in _CLAUSE.split(bare) if c.strip()), "")
    return clause if len(clause) <= LONGEST_TITLE else clause[: LONGEST_TITLE - 1] + "…"


def _covers_several(grid: Grid, column: Column, lines: Sequence[Sorted]) -> bool:
    """Whether a stage is merged over rows, said again in the next, or left empty below itself."""
    rows = [line.row for line in lines if line.line is Line.ROW]
    told = [_said(grid, column, row) for row in rows]
    if any(said and said == before for before, said in pairwise(told)):
        return True
    empty = sum(grid.at(row, column.index) is None for row in rows[1:])
    return bool(told and told[0]) and len(rows) > 2 and empty * 2 >= len(rows)


def _said(grid: Grid, column: Column, row: int) -> str:
    said = shown(grid.at(row, column.index))
    return "" if says_nothing(said) else " ".join(said.split())
