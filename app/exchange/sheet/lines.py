"""Which rows of a table are rows of the show, and which are parts, totals, notes, hidden or headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from app.core.words import Text, text
from app.exchange.sheet.columns import folded, match, shipped
from app.exchange.sheet.grid import Grid, Held
from app.exchange.sheet.header import table_at
from app.exchange.sheet.shown import says_nothing, short, shown
from app.exchange.sheet.times import understand
from app.exchange.sheet.understood import LeftOut, Table
from app.show.timetext.understand import Meaning

_AFTER_TOTAL = re.compile(r"[\s:：(（\d]|时|時|分|金|库|庫|数|數|duration|time")
_AFTER_NOTE = re.compile(r"[\s:：*\d]")
_NOTE = re.compile(r"[^:：]{1,12}[:：]")
_SUM = re.compile(r"\s*(?:SUM|SUBTOTAL)\s*\(", re.IGNORECASE)
_LONGEST_NAME = 60
_ROW_FIELDS = ("script", "product", "notes", "points", "interaction")


class Line(StrEnum):
    """What a row of a table is."""

    ROW = "row"
    PART = "part"
    LEFT_OUT = "left_out"
    ANOTHER_TABLE = "another_table"


@dataclass(frozen=True, slots=True)
class Sorted:
    """One row that holds something: what it is, and the name of a part or why it is left out."""

    row: int
    line: Line
    said: str = ""
    why: Text | None = None
    may_be_row: bool = False  # a name alone in the column of names


def sorted_lines(grid: Grid, table: Table) -> tuple[list[Sorted], list[LeftOut]]:
    """Return the rows and parts of a table in order, and what was left out."""
    kept: list[Sorted] = []
    left_out: list[LeftOut] = []
    for line in _lines(grid, table):
        if line.line in (Line.LEFT_OUT, Line.ANOTHER_TABLE):
            place = f"{grid.name}!{line.row}:{line.row}"
            left_out.append(LeftOut(place, short(line.said), line.why or text("left out")))
        else:
            kept.append(line)
    kept = _names_alone(kept)
    while kept and kept[-1].line is Line.PART:
        last = kept.pop()
        place = f"{grid.name}!{last.row}:{last.row}"
        left_out.append(LeftOut(place, short(last.said), text("words below the table")))
    return kept, left_out


def _names_alone(kept: list[Sorted]) -> list[Sorted]:
    """Return the lines; a name alone that no row follows is a row itself, and no part."""
    found: list[Sorted] = []
    for at, line in enumerate(kept):
        after = kept[at + 1] if at + 1 < len(kept) else None
        if line.may_be_row and (after is None or after.line is not Line.ROW):
            line = Sorted(line.row, Line.ROW)
        found.append(line)
    return found


def _lines(grid: Grid, table: Table) -> Iterator[Sorted]:
    indices = {c.index for c in table.columns}
    for row, columns in grid.in_row.items():
        if row <= table.header_last:
            continue
        if table.last_row and row > table.last_row:
            return
        own = [c for c in columns if c in indices and c not in grid.hidden_columns]
        if not own:
            continue
        words = shown(grid.cells[row, own[0]])
        if row in grid.hidden_rows:
            yield Sorted(row, Line.LEFT_OUT, words, text("the row is hidden"))
            continue
        if _is_total(grid, row, own):
            yield Sorted(row, Line.LEFT_OUT, words, text("a total"))
            continue
        headings = _headings_again(grid, table, row, own)
        if headings is Line.ANOTHER_TABLE:
            why = text("another table begins here; what follows was not read as this one")
            yield Sorted(row, Line.ANOTHER_TABLE, words, why)
            return
        if headings is not None:
            yield Sorted(row, Line.LEFT_OUT, words, text("the headings again"))
            continue
        yield _row_or_part(grid, table, row, own)


def _is_total(grid: Grid, row: int, own: list[int]) -> bool:
    """Whether a row begins with a word for a total, or holds nothing but sums."""
    if all(_SUM.match(grid.cells[row, c].formula) for c in own):
        return True
    for column in own[:2]:
        cell = grid.cells[row, column]
        said = cell.text.strip().lower()
        if cell.held is not Held.TEXT or not said:
            continue
        said = said.lstrip("*·•")
        if folded(said) in _totals():
            return True
        for word in shipped().totals:
            if said.startswith(word) and _AFTER_TOTAL.match(said[len(word) :]):
                return len(said) <= len(word) + 24
    return False


@cache
def _totals() -> frozenset[str]:
    return frozenset(folded(word) for word in shipped().totals)


def _headings_again(grid: Grid, table: Table, row: int, own: list[int]) -> Line | None:
    if len(own) < 3 or any(grid.cells[row, c].held is not Held.TEXT for c in own):
        return None
    said = {c: folded(grid.cells[row, c].text) for c in own}
    headings = {c.index: c for c in table.columns}
    same = sum(
        said[c] in (folded(headings[c].heading), folded(headings[c].heading.split(" / ")[-1]))
        for c in own
        if c in headings
    )
    if same * 10 >= len(own) * 6:
        return Line.LEFT_OUT
    known = [match(grid.cells[row, c].text) for c in own]
    sure = sum(found is not None and found.score >= 0.85 for found in known)
    if sure * 10 >= len(own) * 7 and table_at(grid, row, 1) is not None:
        return Line.ANOTHER_TABLE
    return None


def _row_or_part(grid: Grid, table: Table, row: int, own: list[int]) -> Sorted:
    telling = [c for c in own if not says_nothing(shown(grid.cells[row, c]))]
    if 1 < len(telling) <= 3:
        said = shown(grid.cells[row, telling[0]])
        if _NOTE.match(said) and is_note(said):
            return Sorted(row, Line.LEFT_OUT, said, text("a note, not a row of the show"))
    if len(telling) != 1:
        return Sorted(row, Line.ROW)
    column = telling[0]
    cell, area = grid.cells[row, column], grid.area(row, column)
    said = shown(cell)
    if cell.held is not Held.TEXT or (area is not None and area.tall):
        return Sorted(row, Line.ROW)
    if is_note(said):
        return Sorted(row, Line.LEFT_OUT, said, text("a note, not a row of the show"))
    name = " ".join(said.split())
    if area is not None and area.wide and area.right - area.left + 1 >= _most(table):
        return Sorted(row, Line.PART, name)
    inherits = any(
        grid.at(row, c.index) is not None for c in table.columns if c.index != column
    ) and any(
        (a := grid.area(row, c.index)) is not None and a.tall and a.top < row for c in table.columns
    )
    field = next((c.field for c in table.columns if c.index == column), "")
    first = min(c.index for c in table.columns if c.heading) if table.header_row else column
    if inherits or field in _ROW_FIELDS or len(name) > _LONGEST_NAME or column > first:
        return Sorted(row, Line.ROW)
    if understand(name[:200]).meaning is not Meaning.REFUSED:
        return Sorted(row, Line.ROW)
    return Sorted(row, Line.PART, name, may_be_row=field == "title")


def _most(table: Table) -> int:
    """Return how many columns a merged cell must span to be a part's name."""
    named = sum(bool(c.heading) for c in table.columns)
    return max(2, (named + 1) // 2)


def is_note(said: str) -> bool:
    """Whether words are a note beside the table and name nothing."""
    low = said.strip().lower().lstrip("*※# ")
    for word in shipped().footnotes:
        if low == word or (low.startswith(word) and _AFTER_NOTE.match(low[len(word) :])):
            return True
    return False
