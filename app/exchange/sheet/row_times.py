"""The times of each row from all its time columns together; a time over several rows is shared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.core.words import Text, text
from app.exchange.sheet.grid import Area, Cell, Grid
from app.exchange.sheet.lines import Line, Sorted
from app.exchange.sheet.shown import DAY_MS, as_clock, as_length, short, shown
from app.exchange.sheet.times import (
    Sense,
    When,
    of_day,
    plain_number,
    read_length,
    read_moment,
    sense_of,
)
from app.exchange.sheet.understood import Column, Doubt, Origin, Table

_POINTS = ("time", "start", "elapsed")
_HOUR_MS = 3_600_000
_LATE_MS = 6 * _HOUR_MS  # no show goes on from 6:00 to 24:00; such a time is one of the day
_SAYS_MORNING = ("am", "a.m", "早", "上午", "凌晨", "清晨")
_SAID = {
    Sense.ELAPSED: text("hours and minutes since the show began, because it begins at 0:00"),
    Sense.ELAPSED_MINUTES: text(
        "minutes and seconds since the show began, because it begins at 0:00"
    ),
    Sense.MINUTES: text("minutes since the show began"),
    Sense.LENGTH: text("how long each row is, because its cells are lengths"),
}


@dataclass(slots=True)
class Timing:
    """What a row's cells say about time, in ms."""

    start_ms: int | None = None
    elapsed_ms: int | None = None
    duration_ms: int | None = None
    origin: Origin = Origin.UNKNOWN
    linked: bool = False
    doubts: list[Doubt] = field(default_factory=list)


class RowTimes:
    """Reads the times of one table's rows."""

    def __init__(self, grid: Grid, table: Table, lines: Sequence[Sorted]) -> None:
        """Look over the time columns once, to know what they count."""
        self._grid, self._table = grid, table
        self._rows = [line.row for line in lines if line.line is Line.ROW]
        self._has_clocks = False  # times of day in a column of times since the beginning
        self._senses = {name: self._sense(name) for name in ("time", "start", "elapsed")}
        self._near = self._first_clock()
        self._senses["end"] = self._senses["start"] or self._senses["time"] or Sense.CLOCK

    def about_columns(self) -> list[Doubt]:
        """Return what was assumed of whole columns: what they count, in which unit."""
        doubts = []
        for name in _POINTS:
            column, sense = self._table.column(name), self._senses[name]
            if column is None or sense not in _SAID or (column.unit and sense is Sense.MINUTES):
                continue
            if name != "elapsed" or sense is Sense.ELAPSED_MINUTES:
                doubts.append(self._about(column, _SAID[sense]))
        doubts += self._morning()
        for name in ("duration", "elapsed"):
            column = self._table.column(name)
            if column is not None and not column.unit and self._plain(column):
                doubts.append(self._about(column, text("numbers without a unit are minutes")))
        return doubts

    def _first_clock(self) -> int | None:
        """Return the first start that is plainly a time of day; it settles which 8点 is meant."""
        for name in ("start", "time"):
            column, sense = self._table.column(name), self._senses[name]
            if column is None or sense is not Sense.CLOCK:
                continue
            for row in self._rows:
                cell = self._grid.cells.get((row, column.index))
                found = None if cell is None else read_moment(cell, column.unit, sense)
                if found is not None and found.start is not None and not found.doubts:
                    return found.start
        return None

    def _morning(self) -> list[Doubt]:
        """Doubt once that every start lies before noon: 8:00 may be meant as 20:00."""
        for name in ("start", "time"):
            column, sense = self._table.column(name), self._senses[name]
            if column is None or sense is not Sense.CLOCK:
                continue
            told = [(row, self._grid.cells.get((row, column.index))) for row in self._rows]
            starts = [
                (row, cell, start)
                for row, cell in told
                if cell is not None
                and (start := read_moment(cell, column.unit, sense).start) is not None
            ]
            if starts and all(_HOUR_MS <= start < DAY_MS // 2 for _, _, start in starts):
                row, cell, start = starts[0]
                if not any(mark in cell.text.lower() for mark in _SAYS_MORNING):
                    why = text("every start lies before noon; the evening may be meant")
                    return [self._doubt(row, column, cell, as_clock(start), why)]
        return []

    def timing(self, row: int) -> Timing:
        """Return the times of one row."""
        found = Timing()
        when = self._points(row, found)
        when.length = when.length if when.length is not None else _span(when)
        self._long(row, when, found)
        own = self._length(row, found)
        found.start_ms, found.elapsed_ms = when.start, when.elapsed
        if own is not None:
            found.duration_ms, found.origin = own, Origin.COLUMN
            self._compared(row, when, own, found)
        elif when.length is not None:
            found.duration_ms, found.origin = when.length, Origin.RANGE
        self._shared(row, found)
        return found

    def _points(self, row: int, found: Timing) -> When:
        """Return start, end and elapsed time; a column of its own goes before the general one."""
        when = When()
        for name in (*_POINTS, "end"):
            column, cell = self._cell(row, name)
            if column is None or cell is None:
                continue
            sense = self._senses[name] or Sense.CLOCK
            if name == "elapsed" and self._has_clocks and of_day(cell) is not None:
                sense = Sense.CLOCK
            one = read_moment(cell, column.unit, sense, end=name == "end", near=self._near)
            self._take_doubts(row, column, cell, one, found)
            when.start = one.start if one.start is not None else when.start
            when.end = one.end if one.end is not None else when.end
            when.elapsed = one.elapsed if one.elapsed is not None else when.elapsed
            when.elapsed_end = one.elapsed_end if one.elapsed_end is not None else when.elapsed_end
            when.length = one.length if one.length is not None else when.length
        return when

    def _long(self, row: int, when: When, found: Timing) -> None:
        """Doubt an end that lies before its start, or hardly can belong to it."""
        column = self._table.column("end") or self._point_column(row)
        cell = None if column is None else self._grid.at(row, column.index)
        if when.length is None or when.length <= DAY_MS // 2 or column is None or cell is None:
            return
        why = text("the end lies before the start; read as the next day")
        found.doubts.append(self._doubt(row, column, cell, as_length(when.length), why))

    def _length(self, row: int, found: Timing) -> int | None:
        column, cell = self._cell(row, "duration")
        if column is None or cell is None:
            return None
        one = read_length(cell, column.unit)
        self._take_doubts(row, column, cell, one, found)
        return one.length

    def _compared(self, row: int, when: When, own: int, found: Timing) -> None:
        """Doubt a length that its own column and the times from when to when tell differently."""
        column, cell = self._cell(row, "duration")
        if when.length is None or abs(when.length - own) < 1000 or column is None or cell is None:
            return
        area = self._area(row)
        if area is not None and area.tall:
            return
        why = text("the row's times say {length}", length=as_length(when.length))
        found.doubts.append(self._doubt(row, column, cell, as_length(own), why))

    def _shared(self, row: int, found: Timing) -> None:
        """Divide a length that covers several rows evenly among them, and say so."""
        area = self._area(row)
        if area is not None and area.tall:
            found.linked = any(area.top <= other < row for other in self._rows)
        owner = self._table.column("duration") if found.origin is Origin.COLUMN else None
        if found.origin is Origin.COLUMN and owner is not None:
            over = self._grid.area(row, owner.index)
        else:
            over = area
        if over is None or not over.tall:
            return
        rows = [r for r in self._rows if over.top <= r <= over.bottom]
        column = owner or self._point_column(row)
        cell = None if column is None else self._grid.at(row, column.index)
        if len(rows) < 2 or column is None or cell is None:
            return
        if found.duration_ms is not None:
            found.duration_ms, found.origin = found.duration_ms // len(rows), Origin.SHARED
        why = text("one cell covers rows {first} to {last}", first=rows[0], last=rows[-1])
        taken = None if found.duration_ms is None else _even(found.duration_ms)
        if row != rows[0] or found.duration_ms is not None:
            found.doubts.append(self._doubt(row, column, cell, taken, why))

    def _point_column(self, row: int) -> Column | None:
        for name in _POINTS:
            column, cell = self._cell(row, name)
            if cell is not None:
                return column
        return None

    def _area(self, row: int) -> Area | None:
        column = self._point_column(row)
        return None if column is None else self._grid.area(row, column.index)

    def _cell(self, row: int, name: str) -> tuple[Column | None, Cell | None]:
        column = self._table.column(name)
        return column, None if column is None else self._grid.at(row, column.index)

    def _sense(self, name: str) -> Sense | None:
        column = self._table.column(name)
        if column is None:
            return None
        cells = [self._grid.cells.get((row, column.index)) for row in self._rows]
        sense = sense_of([cell for cell in cells if cell is not None], column.unit)
        if name == "elapsed" and sense in (Sense.CLOCK, Sense.LENGTH):
            at = next((at for c in cells if c is not None and (at := of_day(c)) is not None), 0)
            self._has_clocks = at >= _LATE_MS
            return Sense.ELAPSED
        if name == "start" and sense is Sense.LENGTH:
            return Sense.CLOCK
        if sense is Sense.LENGTH and self._table.column("duration") is not None:
            return Sense.ELAPSED
        return sense

    def _plain(self, column: Column) -> bool:
        cells = (self._grid.cells.get((row, column.index)) for row in self._rows)
        return any(cell is not None and plain_number(cell) for cell in cells)

    def _take_doubts(self, row: int, column: Column, cell: Cell, one: When, found: Timing) -> None:
        area = self._grid.area(row, column.index)
        if area is not None and any(area.top <= r < row for r in self._rows):
            return  # said with the first row that the cell covers
        for taken, why in one.doubts:
            found.doubts.append(self._doubt(row, column, cell, taken, why))

    def _doubt(self, row: int, column: Column, cell: Cell, taken: Text | None, why: Text) -> Doubt:
        area = self._grid.area(row, column.index)
        at = row if area is None or (row, column.index) in self._grid.cells else area.top
        said = shown(cell) or (f"={cell.formula}" if cell.formula else "")
        return Doubt(self._grid.place(at, column.index), short(said), taken, why)

    def _about(self, column: Column, taken: Text) -> Doubt:
        place = self._grid.place(max(self._table.header_last, 1), column.index)
        why = text("nothing in the column says what it counts")
        return Doubt(place, column.heading, taken, why)


def _span(when: When) -> int | None:
    if when.start is not None and when.end is not None:
        return (when.end - when.start) % DAY_MS
    if when.elapsed is not None and when.elapsed_end is not None:
        gap = when.elapsed_end - when.elapsed
        return gap if gap >= 0 else None
    return None


def _even(ms: int) -> Text:
    return text("an even share, {length}", length=as_length(ms))
