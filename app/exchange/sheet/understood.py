"""A run of show as it was understood from a table: rows, products, every doubt, and where each lies."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from app.core.words import Text
from app.exchange.sheet.columns import CUSTOM, IGNORED, RowKind, folded


class Origin(StrEnum):
    """Where a duration comes from."""

    COLUMN = "column"  # its own column
    RANGE = "range"  # a start and an end
    NEXT_ROW = "next_row"  # derived: the gap to the next row's start
    SHARED = "shared"  # derived: an even share of a time that covers several rows
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing that may have been taken wrongly: where, what stands there, what for, why."""

    place: str
    value: str
    taken: Text | None
    why: Text


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A sheet, row or column that was not imported, and why."""

    place: str
    value: str
    why: Text


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row of a run of show; times in ms, prices in hundredths, None where not known."""

    sheet: str
    row: int  # 1-based, as the workbook numbers it
    part: str
    title: str
    kind: RowKind
    start_ms: int | None = None  # since local midnight
    elapsed_ms: int | None = None  # since the show began
    duration_ms: int | None = None
    duration_from: Origin = Origin.UNKNOWN
    linked: bool = False  # it shares its time with the row above and follows it
    product: str = ""
    list_cents: int | None = None
    live_cents: int | None = None
    script: str = ""
    fields: tuple[tuple[str, str], ...] = ()  # the other known fields, as the table says them
    custom: tuple[tuple[str, str], ...] = ()  # columns of the table's own, by heading
    doubts: tuple[Doubt, ...] = ()
    product_said: str = ""  # the words of the product cell, where they say a link too

    def said(self, field: str) -> str:
        """Return what another known field says; "" where it says nothing."""
        return next((value for name, value in self.fields if name == field), "")


@dataclass(frozen=True, slots=True)
class SheetProduct:
    """One row of a product table."""

    sheet: str
    row: int
    name: str
    list_cents: int | None = None
    live_cents: int | None = None
    fields: tuple[tuple[str, str], ...] = ()
    custom: tuple[tuple[str, str], ...] = ()
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: where, what its heading says, what it was taken for and how surely."""

    index: int  # 1 is A
    letters: str
    heading: str
    field: str
    score: float = 0.0
    unit: str = ""
    by_cells: bool = False  # taken for this by what its cells hold

    @property
    def kept_apart(self) -> bool:
        """Whether it is a column of the table's own."""
        return self.field == CUSTOM


@dataclass(frozen=True, slots=True)
class Table:
    """One table in a sheet: its heading rows and columns, and the last row read."""

    sheet: str
    header_row: int  # 0 where there are no headings
    header_last: int
    columns: tuple[Column, ...]
    last_row: int = 0
    score: float = 0.0

    def column(self, field: str) -> Column | None:
        """Return the column of a field."""
        return next((c for c in self.columns if c.field == field), None)

    def fields(self) -> frozenset[str]:
        """Return the known fields the table has."""
        return frozenset(c.field for c in self.columns if c.field not in (CUSTOM, IGNORED))


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything lies in the file, so that changed cells can be written back to their place."""

    file_kind: str  # xlsx or csv
    shows: tuple[Table, ...]
    products: tuple[Table, ...] = ()
    encoding: str = ""
    delimiter: str = ""


@dataclass(frozen=True, slots=True)
class SheetRead:
    """All that was understood from one file."""

    rows: tuple[SheetRow, ...]
    products: tuple[SheetProduct, ...]
    doubts: tuple[Doubt, ...]  # about the file, a sheet or a column; a row's own are with the row
    left_out: tuple[LeftOut, ...]
    layout: Layout
    title: str = ""  # the words above the headings

    @property
    def mapping(self) -> dict[str, str]:
        """Return the first table's columns as `read` takes them back: letters → field."""
        return {c.letters: c.field for c in self._first().columns}

    def signature(self) -> str:
        """Return the mark of the first table's headings: equal for files of the same make."""
        return signature(tuple(c.heading for c in self._first().columns))

    def _first(self) -> Table:
        return (*self.layout.shows, *self.layout.products)[0]

    def every_doubt(self) -> tuple[Doubt, ...]:
        """Return the doubts about the file and those of each row, in order."""
        return (*self.doubts, *(d for row in self.rows for d in row.doubts))


def signature(headings: tuple[str, ...]) -> str:
    """Return the mark of these headings in this order; case, blanks and width do not count."""
    joined = "\x1f".join(folded(h) for h in headings)
    return hashlib.sha256(joined.encode()).hexdigest()[:16]
