"""The run of show as a table: a line for each part and each row, moved by the smallest steps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from app.core.diff import Inserted, Moved, Removed, Updated, steps
from app.show.cells.cell import Cell
from app.show.cells.columns import columns
from app.show.cells.derived import CUES, NUMBER, OVER
from app.show.show import Part, Segment, Show
from app.show.timing.schedule import Schedule
from ui.show.shown import Shown

ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole
FIRST = ("number", "start", "duration", "kind", "title", "products", "live_price", "cues", "over")
CELL = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table: the head of a part, or a row of it with its number."""

    part: Part
    segment: Segment | None = None
    number: int = 0

    @property
    def key(self) -> str:
        """Return what tells this line from the others."""
        return self.part.id if self.segment is None else self.segment.id


class RundownModel(QAbstractTableModel):
    """A table over the last `Shown`; typing in a cell is sent on by `typed`."""

    typed = Signal(str, str, str)  # row, column, words
    part_named = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown: Shown | None = None
        self.can_edit = True
        self._lines: list[Line] = []
        self._places: dict[str, int] = {}
        self._cells: list[Cell] = []
        self._order: tuple[str, ...] = ()
        self._hidden: frozenset[str] | None = None
        self.findings: dict[str, int] = {}  # how many the checks have in each row
        self.reshaped = True  # lines came, went or moved when something was shown last

    # What is shown

    def show_shown(self, shown: Shown | None) -> None:
        """Bring the table to `shown`; selection and scroll survive, only what differs is told."""
        before, self.shown = self.shown, shown
        was = {line.key: line for line in self._lines}
        self._bring_rows(lines(shown.show) if shown is not None else [])
        self._bring_columns()
        if shown is not None and before is not None and before.show.id == shown.show.id:
            for first, last in runs(changed_rows(was, self._lines, before, shown)):
                self._tell([first, last])
        elif self._lines:
            self._tell([0, len(self._lines) - 1])
        if shown is None or shown.checked:
            self.show_checked(shown)

    def show_checked(self, shown: Shown | None) -> None:
        """Mark the rows in which the checks found something."""
        said = shown.findings if shown is not None else ()
        before, self.findings = self.findings, dict(Counter(found.segment for found in said))
        every = before.keys() | self.findings.keys()
        rows = (self._places.get(row) for row in every if before.get(row) != self.findings.get(row))
        for first, last in runs(sorted(row for row in rows if row is not None)):
            self._tell([first, last])

    def arrange_columns(self, order: Sequence[str], hidden: frozenset[str] | None) -> None:
        """Show the columns in `order` without `hidden`; None hides what each column says itself."""
        self._order, self._hidden = tuple(order), hidden
        self._bring_columns()

    def cells(self) -> tuple[Cell, ...]:
        """Return the columns that are shown, left to right."""
        return tuple(self._cells)

    def all_cells(self) -> tuple[Cell, ...]:
        """Return every column the show has, in the person's order."""
        if self.shown is None:
            return ()
        every = {c.id: c for c in (NUMBER, *columns(self.shown.show), CUES, OVER)}
        every = {name: every.pop(name) for name in FIRST} | every
        first = [every.pop(name) for name in self._order if name in every]
        return (*first, *every.values())

    def hides(self, cell: Cell) -> bool:
        """Return whether a column is hidden."""
        return not cell.shown if self._hidden is None else cell.id in self._hidden

    def line(self, row: int) -> Line | None:
        """Return the line at `row`, None beyond the end."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def lines(self) -> tuple[Line, ...]:
        """Return all lines, top to bottom."""
        return tuple(self._lines)

    def place(self, key: str) -> int | None:
        """Return where the part or row with this id stands now."""
        return self._places.get(key)

    def cell_at(self, column: int) -> Cell:
        """Return the column at a place."""
        return self._cells[column]

    def column_of(self, cell: str) -> int | None:
        """Return where the column with this id stands now."""
        return next((i for i, c in enumerate(self._cells) if c.id == cell), None)

    def words(self, row: int, column: int) -> str:
        """Return the text of one cell, as it is copied."""
        line = self.line(row)
        if line is None or self.shown is None:
            return ""
        if line.segment is None:
            return line.part.title if column == 0 else ""
        cell = self._cells[column]
        return (
            str(line.number) if cell.id == "number" else cell.read(line.segment, self.shown.around)
        )

    def words_of(self, line: Line, name: str) -> str:
        """Return the text of the column `name` in a row, shown or not."""
        cell = self.cell(name)
        if line.segment is None or self.shown is None or cell is None:
            return ""
        return cell.read(line.segment, self.shown.around)

    def cell(self, name: str) -> Cell | None:
        """Return the column with the id `name` where it is shown."""
        return next((c for c in self._cells if c.id == name), None)

    # Qt's side

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return how many columns are shown."""
        return 0 if parent.isValid() else len(self._cells)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's words, or line and column for the delegate."""
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        if role == LINE:
            return line
        if role == CELL:
            return self._cells[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self.words(index.row(), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole and self._cells[index.column()].right:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.AccessibleTextRole:
            name = self._cells[index.column()].name.say()
            return f"{name} {self.words(index.row(), index.column())}".strip()
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Send on what was typed; the show comes back changed, or a refusal is said."""
        line = self.line(index.row()) if index.isValid() else None
        if line is None or role != Qt.ItemDataRole.EditRole:
            return False
        if str(value) == self.words(index.row(), index.column()):
            return True
        if line.segment is None:
            self.part_named.emit(line.part.id, str(value))
        else:
            self.typed.emit(line.segment.id, self._cells[index.column()].id, str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what may be done with a cell."""
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return Qt.ItemFlag.NoItemFlags
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not self.can_edit:
            return plain
        typed = index.column() == 0 if line.segment is None else self._cells[index.column()].write
        return plain | Qt.ItemFlag.ItemIsEditable if typed else plain

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the column heads in the current language."""
        if way != Qt.Orientation.Horizontal or not 0 <= section < len(self._cells):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cells[section].name.say()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = self._cells[section].right
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def say_again(self) -> None:
        """Show the column heads in the language that is current now."""
        if self._cells:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._cells) - 1)

    def _tell(self, rows: Sequence[int]) -> None:
        """Say that everything from the first of `rows` to the last may read otherwise now."""
        if rows and self._cells:
            last = self.index(rows[-1], len(self._cells) - 1)
            self.dataChanged.emit(self.index(rows[0], 0), last)

    def _bring_rows(self, wanted: list[Line]) -> None:
        before = [line.key for line in self._lines]
        after = [line.key for line in wanted]
        self.reshaped = before != after
        fresh = {line.key: line for line in wanted}
        if not fresh.keys() & set(before):  # another show: there is no selection to keep
            self.beginResetModel()
            self._lines = wanted
            self.endResetModel()
        elif self.reshaped:
            for step in steps(before, after, key=str):
                self._take(step, fresh)
        self._lines = wanted
        self._places = {key: at for at, key in enumerate(after)}

    def _take(
        self,
        step: Removed | Moved | Inserted[str] | Updated[str],
        fresh: Mapping[str, Line],
    ) -> None:
        match step:
            case Removed(at):
                self.beginRemoveRows(ROOT, at, at)
                del self._lines[at]
                self.endRemoveRows()
            case Moved(source, at):
                self.beginMoveRows(ROOT, source, source, ROOT, at)
                self._lines.insert(at, self._lines.pop(source))
                self.endMoveRows()
            case Inserted(at, key):
                self.beginInsertRows(ROOT, at, at)
                self._lines.insert(at, fresh[key])
                self.endInsertRows()
            case Updated():
                raise AssertionError("a key is equal to itself")

    def _bring_columns(self) -> None:
        wanted = [cell for cell in self.all_cells() if not self.hides(cell)]
        if wanted == self._cells:
            return
        if [c.id for c in wanted] == [c.id for c in self._cells]:
            self._cells = wanted
            self.say_again()
            self._tell([0, len(self._lines) - 1] if self._lines else ())
            return
        # Columns change when a person arranges them or a kind first appears: rare, so at once.
        self.beginResetModel()
        self._cells = wanted
        self.endResetModel()


def lines(show: Show) -> list[Line]:
    """Return a line for each part and each of its rows, numbered through."""
    made: list[Line] = []
    number = 0
    for part in show.parts:
        made.append(Line(part))
        for segment in part.segments:
            number += 1
            made.append(Line(part, segment, number))
    return made


def runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of each run of neighbours in ascending `places`."""
    begin = 0
    for at, place in enumerate(places):
        if at + 1 == len(places) or places[at + 1] != place + 1:
            yield places[begin], place
            begin = at + 1


def changed_rows(
    was: Mapping[str, Line], now: Sequence[Line], before: Shown, shown: Shown
) -> list[int]:
    """Return the places in `now` of the lines that may read otherwise than they did."""
    goods = before.products.keys() | shown.products.keys()
    sold = {p for p in goods if before.products.get(p) is not shown.products.get(p)}
    moved = moved_parts(before.times, shown.times)
    said, says = before.lengths, shown.lengths
    return [
        at
        for at, line in enumerate(now)
        if (old := was.get(line.key)) is None
        or line.part.id in moved
        or old.number != line.number
        or (line.segment is None and old.part.title != line.part.title)
        or (
            line.segment is not None
            and (
                old.segment is not line.segment
                or said.get(line.key) != says.get(line.key)
                or not sold.isdisjoint(line.segment.products)
            )
        )
    ]


def moved_parts(before: Schedule, now: Schedule) -> set[str]:
    """Return the parts in which some time is not what it was."""
    then = {run.cols.part.id: run for run in before.runs}
    clock = before.clock_of_show is now.clock_of_show
    return {
        run.cols.part.id
        for run in now.runs
        if (old := then.get(run.cols.part.id)) is None
        or not clock
        or (run.base, run.start, run.round_ms) != (old.base, old.start, old.round_ms)
        or run.starts != old.starts
        or run.durations != old.durations
        or run.cols.count != old.cols.count
    }
