"""A file opened: its sheets as grids with simple formulas worked out, and what was doubtful about it."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from app.core.errors import Refused
from app.core.words import text
from app.exchange.sheet.delimited import read_text_table
from app.exchange.sheet.formula import Formulas
from app.exchange.sheet.grid import MAX_COLUMNS, Grid, Held
from app.exchange.sheet.package import Package
from app.exchange.sheet.recognise import Kind, kind_of, refuse_other_zip, unreadable
from app.exchange.sheet.refusals import NOTHING_READ, damaged
from app.exchange.sheet.sheet_xml import Budget, read_sheet
from app.exchange.sheet.shown import short
from app.exchange.sheet.understood import Doubt, LeftOut
from app.exchange.sheet.workbook import Workbook, read_workbook

_MOST_SAID = 20


@dataclass(frozen=True, slots=True)
class Opened:
    """The sheets of a file, with what is to be said about the file as a whole."""

    kind: str  # xlsx or csv
    grids: tuple[Grid, ...]
    doubts: tuple[Doubt, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    encoding: str = ""
    delimiter: str = ""


def open_file(file: Path) -> Opened:
    """Return the sheets of `file`; raises Refused or Environment, and then nothing was read."""
    kind = kind_of(file)
    try:
        return _text(file) if kind is Kind.TEXT else _workbook(file)
    except OSError as error:
        if (
            error.errno == errno.EINVAL
        ):  # a spoilt directory names a place before the file's beginning
            raise damaged(file, "zip", text("a part is said to lie outside the file")) from error
        raise unreadable(file, error) from error


def _text(file: Path) -> Opened:
    grid, decoded, delimiter = read_text_table(file)
    doubts = [
        Doubt(file.name, decoded.encoding, text("{encoding}", encoding=decoded.encoding), why)
        for why in decoded.doubts
    ]
    return Opened("csv", (grid,), (*doubts, *_beyond((grid,))), (), decoded.encoding, delimiter)


def _workbook(file: Path) -> Opened:
    with Package(file) as package:
        refuse_other_zip(file, package)
        book = read_workbook(file, package)
        budget = Budget()
        left_out: list[LeftOut] = []
        grids: list[Grid] = []
        for sheet in book.sheets:
            if not sheet.is_table:
                left_out.append(LeftOut(sheet.name, "", text("a chart or macro sheet, no cells")))
            elif sheet.hidden:
                left_out.append(LeftOut(sheet.name, "", text("the sheet is hidden")))
                grids.append(replace(read_sheet(file, package, sheet, book, budget), hidden=True))
            else:
                grids.append(read_sheet(file, package, sheet, book, budget))
    if not any(grid.cells for grid in grids if not grid.hidden):
        raise Refused(
            text(
                "{file} holds no cell with content in its visible sheets ({sheets}).",
                file=file.name,
                sheets=", ".join(short(s.name) for s in book.sheets[:8]) or "—",
            ),
            NOTHING_READ,
        )
    settled, said = _settled(grids)
    doubts = [*_about(file, book), *said, *_beyond(settled)]
    visible = tuple(grid for grid in settled if not grid.hidden)
    return Opened("xlsx", visible, tuple(doubts), tuple(left_out))


def _about(file: Path, book: Workbook) -> list[Doubt]:
    found = []
    if book.macros:
        why = text("the workbook has macros; they were neither run nor read")
        found.append(Doubt(file.name, "vbaProject.bin", None, why))
    if book.outside_links:
        why = text("the workbook points to other files; they were not opened, stored values count")
        found.append(Doubt(file.name, "externalLinks", None, why))
    if book.styles_why is not None:
        why = text(
            "the number formats cannot be read ({why}); times may stand as numbers",
            why=book.styles_why,
        )
        found.append(Doubt(file.name, "styles.xml", None, why))
    return found


def _settled(grids: list[Grid]) -> tuple[tuple[Grid, ...], list[Doubt]]:
    """Return the grids with pending formulas worked out, and what is to be said about formulas."""
    by_name: Mapping[str, Grid] = {grid.name: grid for grid in grids}
    formulas = Formulas(by_name)
    formulas.settle()
    done: list[Grid] = []
    worked: list[str] = []
    doubts: list[Doubt] = []
    for grid in grids:
        cells = dict(grid.cells)
        for (row, column), cell in grid.cells.items():
            if "|" in cell.formula and "!" in cell.formula and len(doubts) < _MOST_SAID:
                why = text("it asks another program (DDE); that is never run")
                doubts.append(Doubt(grid.place(row, column), short("=" + cell.formula), None, why))
            if cell.pending:
                cells[row, column] = formulas.shown(grid.name, row, column)
                if cells[row, column].held is not Held.ERROR:
                    worked.append(grid.place(row, column))
        done.append(replace(grid, cells=cells) if grid.cells else grid)
    if worked:
        taken = text("{count} formulas worked out here", count=len(worked))
        why = text("the file holds no results for them")
        doubts.append(Doubt(worked[0], "", taken, why))
    return tuple(done), doubts


def _beyond(grids: tuple[Grid, ...]) -> list[Doubt]:
    why = text("content past column {limit} is not read", limit=MAX_COLUMNS)
    return [Doubt(f"{g.name}!{g.beyond}", "", None, why) for g in grids if g.beyond]
