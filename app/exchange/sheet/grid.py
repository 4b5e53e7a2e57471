"""A sheet as it lies in the file: cells with what they hold, merged areas, what is hidden; and the limits."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from app.core.words import Text

MAX_ROWS = 20_000
MAX_COLUMNS = 200
MAX_CELL = 32_767  # characters, as in a workbook
MAX_CELLS = 300_000  # with content, in one file
MAX_CHARACTERS = 20_000_000  # in all cells of one file
DAY_S = 86_400

_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")


class Held(StrEnum):
    """What a cell holds."""

    TEXT = "text"
    NUMBER = "number"
    ERROR = "error"


class Form(StrEnum):
    """How a number is shown, as far as its meaning hangs on it."""

    PLAIN = "plain"
    PERCENT = "percent"
    DATE = "date"
    TIME = "time"  # a time of day, or a short length of time
    MOMENT = "moment"  # date and time
    LENGTH = "length"  # [h]:mm and the like: never wraps at midnight


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its words, or its number and how that is shown.

    `formula` is without its "="; `pending` is a formula whose result the file does not hold.
    """

    held: Held
    text: str = ""
    number: float = 0.0
    form: Form = Form.PLAIN
    formula: str = ""
    pending: bool = False
    why: Text | None = None

    def worked_out(self, result: Cell) -> Cell:
        """Return `result` with this cell's formula, shown as this cell is where that says more."""
        form = result.form if self.form is Form.PLAIN else self.form
        return replace(result, formula=self.formula, form=form)


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of cells, first and last row and column, 1-based and included."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def wide(self) -> bool:
        """Whether it spans columns."""
        return self.right > self.left

    @property
    def tall(self) -> bool:
        """Whether it spans rows."""
        return self.bottom > self.top


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet: cells by (row, column), 1-based; only cells that hold something are there."""

    name: str
    cells: Mapping[tuple[int, int], Cell]
    areas: tuple[Area, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    hidden: bool = False
    is_text: bool = False  # a CSV: places are named by row and column alone
    beyond: str = ""  # the first cell with content that lies past the last column that is read
    covers: Mapping[tuple[int, int], Area] = field(default_factory=dict)
    in_row: Mapping[int, tuple[int, ...]] = field(init=False, repr=False, compare=False)
    used_columns: frozenset[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """List the columns of each row once."""
        in_row: dict[int, list[int]] = {}
        for row, column in sorted(self.cells):
            in_row.setdefault(row, []).append(column)
        object.__setattr__(self, "in_row", {r: tuple(cs) for r, cs in in_row.items()})
        object.__setattr__(self, "used_columns", frozenset(c for _, c in self.cells))

    def at(self, row: int, column: int) -> Cell | None:
        """Return what the cell shows: its own content, or that of the merged area it lies in."""
        own = self.cells.get((row, column))
        if own is not None:
            return own
        area = self.covers.get((row, column))
        return None if area is None else self.cells.get((area.top, area.left))

    def area(self, row: int, column: int) -> Area | None:
        """Return the merged area the cell lies in."""
        return self.covers.get((row, column))

    def place(self, row: int, column: int) -> str:
        """Return how a cell is named to a person: "Sheet1!C7"."""
        return f"{self.name}!{letters(column)}{row}"


def letters(column: int) -> str:
    """Return the letters of a column: 1 is A, 27 is AA."""
    said = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        said = chr(65 + rest) + said
    return said


def column_of(said: str) -> int:
    """Return the number of the column with these letters; 0 where they are none."""
    number = 0
    for letter in said.upper():
        if not "A" <= letter <= "Z":
            return 0
        number = number * 26 + ord(letter) - 64
    return number


def reference(said: str) -> tuple[int, int] | None:
    """Return (row, column) of "C7" or "$C$7"; None where it is none."""
    found = _REFERENCE.fullmatch(said)
    return None if found is None else (int(found[2]), column_of(found[1]))
