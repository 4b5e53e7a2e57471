"""Simple formulas whose result the file does not hold, worked out over the cells; never anything run."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.core.words import text
from app.exchange.sheet.functions import FUNCTIONS, Cannot, as_number, form_of, joined, truth
from app.exchange.sheet.grid import Cell, Grid, Held, column_of

MAX_DEPTH = 50
MAX_TOKENS = 400
_ENOUGH = 20
MAX_READS = 300_000
_TOKEN = re.compile(
    r"\s*(?:"
    r"(?P<number>\d+\.?\d*(?:[eE][-+]?\d+)?|\.\d+)"
    r'|"(?P<words>(?:[^"]|"")*)"'
    r"|(?P<ref>(?:(?:'(?:[^']|'')+'|[^\W\d][\w.]*)!)?"
    r"\$?[A-Za-z]{1,3}\$?\d{1,7}(?:\s*:\s*\$?[A-Za-z]{1,3}\$?\d{1,7})?)(?![\w(!])"
    r"|(?P<name>[A-Za-z_][\w.]*)"
    r"|(?P<op><=|>=|<>|[-+*/^&=<>(),;%])"
    r")"
)
_REF = re.compile(r"(?:(.+)!)?\$?([A-Za-z]+)\$?(\d+)(?:\s*:\s*\$?([A-Za-z]+)\$?(\d+))?", re.DOTALL)
_NOTHING = Cell(Held.TEXT)
_COMPARED = {"=", "<>", "<", ">", "<=", ">="}


@dataclass(slots=True)
class Formulas:
    """Works out pending cells of a workbook's grids, each once."""

    grids: Mapping[str, Grid]
    done: dict[tuple[str, int, int], Cell] = field(default_factory=dict)
    _open: set[tuple[str, int, int]] = field(default_factory=set)
    _depth: int = 0
    _reads: int = 0

    def settle(self) -> None:
        """Work out every pending cell, top down and then bottom up, so that no chain is too long."""
        for name, grid in self.grids.items():
            pending = sorted(at for at, cell in grid.cells.items() if cell.pending)
            for order in (pending, pending[::-1], pending):
                self._settle(name, order)

    def _settle(self, sheet: str, order: Sequence[tuple[int, int]]) -> None:
        """Work out cells in this order, until it shows that chains run the other way."""
        too_deep = 0
        for row, column in order:
            if (sheet, row, column) in self.done:
                continue
            self.shown(sheet, row, column)
            too_deep += (sheet, row, column) not in self.done
            if too_deep > _ENOUGH:
                return

    def shown(self, sheet: str, row: int, column: int) -> Cell:
        """Return what a cell shows; a formula that is not worked out is an error with its reason."""
        grid = self.grids.get(sheet)
        cell = None if grid is None else grid.at(row, column)
        if cell is None:
            return _NOTHING
        if not cell.pending:
            return cell
        key = (sheet, row, column)
        if key in self.done:
            return self.done[key]
        if key in self._open:
            return Cell(
                Held.ERROR, formula=cell.formula, why=text("the formula leads back to itself")
            )
        if self._depth >= MAX_DEPTH:
            raise _TooDeep
        self._open.add(key)
        try:
            self.done[key] = cell.worked_out(self._value(sheet, cell.formula))
        except Cannot as cannot:
            self.done[key] = Cell(Held.ERROR, formula=cell.formula, why=cannot.why)
        except _TooDeep:
            if self._depth:
                raise
            why = text("it hangs on too many other formulas")
            return Cell(Held.ERROR, formula=cell.formula, why=why)
        finally:
            self._open.discard(key)
        return self.done[key]

    def _value(self, sheet: str, formula: str) -> Cell:
        self._depth += 1
        try:
            found = _Expression(self, sheet, tokens(formula)).whole()
        except (OverflowError, ZeroDivisionError, ValueError) as error:
            raise Cannot(text("it has no finite result")) from error
        finally:
            self._depth -= 1
        if found.held is Held.NUMBER and not abs(found.number) < 1e15:
            raise Cannot(text("it has no finite result"))
        return found

    def looked_through(self, cells: int) -> None:
        """Count cells that a range was searched in, at a tenth of what reading one costs."""
        self._reads += cells // 10
        if self._reads > MAX_READS:
            raise Cannot(text("the workbook's formulas read too many cells"))

    def read(self, sheet: str, row: int, column: int) -> Cell:
        """Return what a cell shows to another formula; raises Cannot where it shows an error."""
        self._reads += 1
        if self._reads > MAX_READS:
            raise Cannot(text("the workbook's formulas read too many cells"))
        shown = self.shown(sheet, row, column)
        if shown.held is Held.ERROR:
            raise Cannot(shown.why or text("the workbook shows an error here"))
        return shown


class _TooDeep(Exception):
    """A chain of formulas longer than one pass may follow."""


def tokens(formula: str) -> list[tuple[str, str]]:
    """Return the pieces of a formula; raises Cannot where it is none that is worked out here."""
    if "|" in formula and "!" in formula:
        raise Cannot(text("it asks another program (DDE); that is never run"))
    if "[" in formula:
        raise Cannot(text("it points to another workbook; that is never opened"))
    found: list[tuple[str, str]] = []
    at = 0
    while at < len(formula.rstrip()):
        piece = _TOKEN.match(formula, at)
        if piece is None or len(found) >= MAX_TOKENS:
            raise Cannot(text("it is more than simple arithmetic"))
        kind = str(piece.lastgroup)
        found.append((kind, piece[kind]))
        at = piece.end()
    return found


class _Expression:
    """A parser by descent that works out what it reads."""

    def __init__(self, formulas: Formulas, sheet: str, pieces: list[tuple[str, str]]) -> None:
        self._formulas, self._sheet, self._pieces = formulas, sheet, pieces
        self._at = 0
        self._nested = 0

    def whole(self) -> Cell:
        found = self._compared()
        if self._at < len(self._pieces):
            raise Cannot(text("it is more than simple arithmetic"))
        return found

    def _takes(self, *ops: str) -> str:
        if self._at < len(self._pieces):
            kind, said = self._pieces[self._at]
            if kind == "op" and said in ops:
                self._at += 1
                return said
        return ""

    def _compared(self) -> Cell:
        self._nested += 1
        if self._nested > 12:
            raise Cannot(text("it is more than simple arithmetic"))
        left = self._joined()
        if op := self._takes(*_COMPARED):
            left = truth(op, left, self._joined())
        self._nested -= 1
        return left

    def _joined(self) -> Cell:
        left = self._sum()
        while self._takes("&"):
            left = Cell(Held.TEXT, joined(left) + joined(self._sum()))
        return left

    def _sum(self) -> Cell:
        left = self._product()
        while op := self._takes("+", "-"):
            right = self._product()
            value = as_number(left) + (as_number(right) if op == "+" else -as_number(right))
            left = Cell(Held.NUMBER, number=value, form=form_of(op, left, right))
        return left

    def _product(self) -> Cell:
        left = self._signed()
        while op := self._takes("*", "/"):
            right = self._signed()
            a, b = as_number(left), as_number(right)
            value = a * b if op == "*" else a / b
            left = Cell(Held.NUMBER, number=value, form=form_of(op, left, right))
        return left

    def _signed(self) -> Cell:
        minus = False
        while op := self._takes("+", "-"):
            minus ^= op == "-"
        found = self._atom()
        while self._takes("%"):
            found = Cell(Held.NUMBER, number=as_number(found) / 100)
        if minus:
            return Cell(Held.NUMBER, number=-as_number(found), form=found.form)
        return found

    def _atom(self) -> Cell:
        if self._takes("("):
            inner = self._compared()
            self._close()
            return inner
        if self._at >= len(self._pieces):
            raise Cannot(text("it is more than simple arithmetic"))
        kind, said = self._pieces[self._at]
        self._at += 1
        if kind == "number":
            return Cell(Held.NUMBER, said, float(said))
        if kind == "words":
            return Cell(Held.TEXT, said.replace('""', '"'))
        if kind == "ref":
            cells = self._cells(said)
            if len(cells) != 1:
                raise Cannot(text("it is more than simple arithmetic"))
            return cells[0]
        if kind == "name" and said.upper() in ("TRUE", "FALSE"):
            return Cell(Held.NUMBER, number=float(said.upper() == "TRUE"))
        if kind == "name" and self._takes("("):
            return self._called(said.upper())
        raise Cannot(text("it is more than simple arithmetic"))

    def _close(self) -> None:
        if not self._takes(")"):
            raise Cannot(text("it is more than simple arithmetic"))

    def _called(self, name: str) -> Cell:
        known = FUNCTIONS.get(name.removeprefix("_XLFN."))
        if known is None:
            raise Cannot(text("{name} is not worked out here", name=name))
        given: list[list[Cell]] = []
        while not self._takes(")"):
            if given and not self._takes(",", ";"):
                raise Cannot(text("it is more than simple arithmetic"))
            given.append(self._argument())
        return known(given)

    def _argument(self) -> list[Cell]:
        """Return the cells of a range standing alone, else the one value of an expression."""
        if self._at < len(self._pieces):
            kind, said = self._pieces[self._at]
            if kind == "op" and said in (",", ";", ")"):
                return [_NOTHING]
            after = self._pieces[self._at + 1 : self._at + 2]
            if kind == "ref" and ":" in said and after and after[0][1] in (",", ";", ")"):
                self._at += 1
                return self._cells(said)
        return [self._compared()]

    def _cells(self, said: str) -> list[Cell]:
        found = _REF.fullmatch(said)
        assert found is not None
        sheet = self._sheet
        if found[1]:
            sheet = found[1].strip("'").replace("''", "'")
            if sheet not in self._formulas.grids:
                raise Cannot(text("there is no sheet “{sheet}”", sheet=sheet))
        row, column = int(found[3]), column_of(found[2])
        if found[4] is None:
            return [self._formulas.read(sheet, row, column)]
        last_row, last_column = int(found[5]), column_of(found[4])
        rows, columns = sorted((row, last_row)), sorted((column, last_column))
        there = self._formulas.grids[sheet].cells
        area = (rows[1] - rows[0] + 1) * (columns[1] - columns[0] + 1)
        self._formulas.looked_through(min(area, len(there)))
        if area <= len(there):
            every = (
                (r, c)
                for r in range(rows[0], rows[1] + 1)
                for c in range(columns[0], columns[1] + 1)
            )
            inside = [at for at in every if at in there]
        else:
            inside = sorted(
                (r, c)
                for r, c in there
                if rows[0] <= r <= rows[1] and columns[0] <= c <= columns[1]
            )
        return [self._formulas.read(sheet, r, c) for r, c in inside]
