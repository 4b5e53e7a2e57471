"""One sheet of a workbook, streamed: memory grows with what cells hold, not with how many there are."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from app.core.errors import Refused
from app.core.words import text
from app.exchange.sheet.grid import (
    MAX_CELL,
    MAX_CELLS,
    MAX_CHARACTERS,
    MAX_COLUMNS,
    MAX_ROWS,
    Area,
    Cell,
    Form,
    Grid,
    Held,
    letters,
    reference,
)
from app.exchange.sheet.package import MAX_SHEET, Package, guard, local, new_parser
from app.exchange.sheet.refusals import damaged, too_much
from app.exchange.sheet.shifted import shifted
from app.exchange.sheet.workbook import SheetPart, Workbook, plain

MAX_COVERED = 200_000  # cells under merged areas
MAX_PARSED = 2_000_000  # cells, empty ones too, before the rest is only searched for content
OVERLAP = 200
_CONTENT = tuple(
    before + name + after
    for before in (b"<", b":")
    for name in (b"v", b"is", b"f")
    for after in (b">", b" ")
)
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]{0,80}?\bref=[\"']([A-Za-z0-9:$]{2,40})[\"']")
_END_OF_CELLS = re.compile(rb"</(?:\w+:)?sheetData\s*>")


@dataclass(slots=True)
class Budget:
    """What a file may still hold, over all its sheets."""

    cells: int = MAX_CELLS
    characters: int = MAX_CHARACTERS


@dataclass(slots=True)
class _Cell:
    row: int
    column: int
    kind: str
    style: int
    value: list[str] = field(default_factory=list)
    formula: list[str] = field(default_factory=list)
    has_formula: bool = False
    shared: str = ""


class _SheetReader:
    """Expat's handlers over one sheet, and what they have gathered."""

    def __init__(self, file: Path, sheet: SheetPart, book: Workbook, budget: Budget) -> None:
        self._file, self._sheet, self._book, self._budget = file, sheet, book, budget
        self.cells: dict[tuple[int, int], Cell] = {}
        self.areas: list[Area] = []
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.beyond = ""
        self.row = self.last = self.parsed = 0
        self._column = 0
        self._cell: _Cell | None = None
        self._into: list[str] | None = None
        self._shared: dict[str, tuple[str, int, int]] = {}

    def start(self, element: str, given: Mapping[str, str]) -> None:
        name = local(element)
        if name == "c":
            self._start_cell(given)
        elif name == "row":
            said = given.get("r", "")
            self.row = int(said) if said.isdecimal() and 0 < len(said) < 9 else self.row + 1
            self._column = 0
            if given.get("hidden") in ("1", "true") and self.row <= MAX_ROWS:
                self.hidden_rows.add(self.row)
        elif self._cell is not None:
            self._start_inside(name, given)
        elif name == "mergeCell":
            self.merge(given.get("ref", ""))
        elif name == "col" and given.get("hidden") in ("1", "true"):
            first, last = given.get("min", ""), given.get("max", "")
            if first.isdecimal() and last.isdecimal() and len(first + last) < 15:
                self.hidden_columns.update(range(int(first), min(int(last), MAX_COLUMNS) + 1))

    def _start_cell(self, given: Mapping[str, str]) -> None:
        self.parsed += 1
        at = reference(given.get("r", ""))
        row, self._column = at if at is not None else (self.row, self._column + 1)
        style = given.get("s", "0")
        self._cell = _Cell(
            row, self._column, given.get("t", "n"), int(style) if style.isdecimal() else 0
        )

    def _start_inside(self, name: str, given: Mapping[str, str]) -> None:
        cell = self._cell
        assert cell is not None
        if name == "v" or (name == "t" and cell.kind == "inlineStr" and self._into is None):
            self._into = cell.value
        elif name == "rPh":
            self._into = []
        elif name == "f":
            cell.has_formula = True
            cell.shared = given.get("si", "") if given.get("t") == "shared" else ""
            self._into = cell.formula

    def words(self, said: str) -> None:
        if self._into is not None:
            self._into.append(said)

    def end(self, element: str) -> None:
        name = local(element)
        if name in ("v", "f", "t", "rPh"):
            self._into = None
        elif name == "c" and self._cell is not None:
            self._finish(self._cell)
            self._cell = None

    def _finish(self, cell: _Cell) -> None:
        value = "".join(cell.value)
        if not value.strip() and not cell.has_formula:
            return
        if cell.column > MAX_COLUMNS:
            self.beyond = self.beyond or f"{letters(cell.column)}{cell.row}"
            return
        if not 1 <= cell.row <= MAX_ROWS:
            raise self.rows_beyond(cell.row)
        made = self._made(cell, value)
        if made.held is Held.TEXT and not made.text.strip() and not made.pending:
            return
        self._count(cell, made)
        self.cells[cell.row, cell.column] = made
        self.last = max(self.last, cell.row)

    def _count(self, cell: _Cell, made: Cell) -> None:
        longest = max(len(made.text), len(made.formula))
        if longest > MAX_CELL:
            said = text("{count} characters in one cell", count=longest)
            limit = text("{count} characters", count=MAX_CELL)
            raise too_much(self._file, self._place(cell), said, limit)
        self._budget.cells -= 1
        self._budget.characters -= len(made.text)
        if self._budget.cells < 0 or self._budget.characters < 0:
            said = text("more content than a run of show holds")
            limit = text("{count} cells with content", count=MAX_CELLS)
            raise too_much(self._file, self._place(cell), said, limit)

    def _place(self, cell: _Cell) -> str:
        return f"{self._sheet.name}!{letters(cell.column)}{cell.row}"

    def rows_beyond(self, row: int) -> Refused:
        said = text("content in row {row}", row=row)
        limit = text("{count} rows", count=MAX_ROWS)
        return too_much(self._file, self._sheet.name, said, limit)

    def _made(self, cell: _Cell, value: str) -> Cell:
        forms = self._book.forms
        form = Form.PLAIN
        if forms is not None and cell.style < len(forms):
            form = forms[cell.style]
        formula = self._formula(cell) if cell.has_formula else ""
        if cell.has_formula and not value.strip() and cell.kind != "str":
            return Cell(Held.TEXT, "", form=form, formula=formula, pending=bool(formula))
        made = self._held(cell.kind, value, form)
        return Cell(made.held, made.text, made.number, made.form, formula, why=made.why)

    def _formula(self, cell: _Cell) -> str:
        said = plain("".join(cell.formula)).strip()
        if not cell.shared:
            return said
        if said:
            self._shared[cell.shared] = (said, cell.row, cell.column)
            return said
        first = self._shared.get(cell.shared)
        if first is None:
            return ""
        return shifted(first[0], cell.row - first[1], cell.column - first[2])

    def _held(self, kind: str, value: str, form: Form) -> Cell:
        if kind == "s":
            strings = self._book.strings
            if strings is None:
                why = text("the part with the workbook's texts is missing")
                return Cell(Held.ERROR, "", why=why)
            at = int(value) if value.strip().isdecimal() and len(value) < 10 else -1
            if not 0 <= at < len(strings):
                why = text(
                    "it points to text {at}, and there are {count}", at=at, count=len(strings)
                )
                return Cell(Held.ERROR, "", why=why)
            return Cell(Held.TEXT, strings[at])
        if kind == "e":
            return Cell(Held.ERROR, value, why=text("the workbook shows an error here"))
        if kind == "b":
            return Cell(Held.TEXT, "TRUE" if value.strip() in ("1", "true") else "FALSE")
        if kind in ("str", "inlineStr", "d"):
            return Cell(Held.TEXT, plain(value))
        try:
            number = float(value)
        except ValueError:
            return Cell(Held.TEXT, plain(value), why=text("it is marked as a number and is none"))
        if not math.isfinite(number):
            return Cell(Held.ERROR, value, why=text("it is no finite number"))
        return Cell(Held.NUMBER, value, number, form)

    def merge(self, said: str) -> None:
        ends = [reference(end) for end in said.split(":")]
        first, last = ends[0], ends[-1]
        if first is None or last is None or len(ends) > 2 or 0 in first:
            return
        area = Area(
            min(first[0], last[0]),
            min(first[1], last[1]),
            max(first[0], last[0]),
            min(max(first[1], last[1]), MAX_COLUMNS),
        )
        if area.wide or area.tall:
            self.areas.append(area)
        if len(self.areas) > MAX_COVERED:
            raise self._too_merged()

    def covers(self) -> dict[tuple[int, int], Area]:
        """Return which merged area each cell lies in, as far as there is content."""
        covered: dict[tuple[int, int], Area] = {}
        steps = 0
        for area in self.areas:
            for row in range(area.top, min(area.bottom, self.last) + 1):
                steps += area.right - area.left + 1
                if steps > MAX_COVERED:
                    raise self._too_merged()
                for column in range(area.left, area.right + 1):
                    covered.setdefault((row, column), area)
        return covered

    def _too_merged(self) -> Refused:
        said = text("more merged cells than can be meant")
        limit = text("{count} cells", count=MAX_COVERED)
        return too_much(self._file, self._sheet.name, said, limit)


def read_sheet(
    file: Path, package: Package, sheet: SheetPart, book: Workbook, budget: Budget
) -> Grid:
    """Return one sheet; raises Refused where it is damaged or holds more than the limits."""
    reader = _SheetReader(file, sheet, book, budget)
    parser = new_parser()
    guard(parser, file, sheet.part)
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    parser.CharacterDataHandler = reader.words
    searching, past_cells, rest = False, False, b""
    try:
        for chunk in package.chunks(sheet.part, MAX_SHEET):
            if searching:
                past_cells = _search(reader, rest + chunk, past_cells=past_cells)
                rest = chunk[-OVERLAP:]
                continue
            parser.Parse(chunk, False)
            searching = reader.row > MAX_ROWS or reader.parsed > MAX_PARSED
        if not searching:
            parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise damaged(file, sheet.part, text("{why}", why=str(error))) from error
    return Grid(
        sheet.name,
        reader.cells,
        tuple(reader.areas),
        frozenset(reader.hidden_rows),
        frozenset(reader.hidden_columns),
        sheet.hidden,
        beyond=reader.beyond,
        covers=reader.covers(),
    )


def _search(reader: _SheetReader, window: bytes, *, past_cells: bool) -> bool:
    """Look for content and merged areas past what was parsed; return whether the cells are over."""
    if not past_cells:
        end = _END_OF_CELLS.search(window) if b"sheetData" in window else None
        cells = window if end is None else window[: end.start()]
        if any(mark in cells for mark in _CONTENT):
            raise reader.rows_beyond(reader.row)
        past_cells = end is not None
    if past_cells:
        for found in _MERGED.finditer(window):
            reader.merge(found[1].decode())
    return past_cells
