"""Acts on a block of cells: copy, cut, paste, clear, fill, replace."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import zip_longest

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from app.core.words import Text, text
from app.show.cells.cell import Cell
from app.show.edit import with_rows
from app.show.formats import new_segment
from app.show.show import Segment, Show
from ui.show.table import grid_copy
from ui.show.table.table import RundownTable
from ui.show.view import Both, CellAt, ShowView, written


class CellActs(QObject):
    """What a person does to the selected cells, each in one undo step."""

    def __init__(self, view: ShowView, table: RundownTable) -> None:
        super().__init__(table)
        self._view, self._table = view, table

    def copy(self) -> None:
        """Put the selected cells on the clipboard."""
        block = self._block()
        if not block:
            return
        model = self._table.model_of()
        columns = sorted({column for _, column in block})
        rows = sorted({row for row, _ in block})
        chosen = set(block)
        cells = [[model.words(r, c) if (r, c) in chosen else "" for c in columns] for r in rows]
        QGuiApplication.clipboard().setText(grid_copy.written(cells))

    def cut(self) -> None:
        """Copy the selected cells and empty them."""
        self.copy()
        self._empty(text("Cut cells"))

    def clear(self) -> None:
        """Empty the selected cells."""
        self._empty(text("Clear cells"))

    def paste(self) -> None:
        """Type what is on the clipboard into the cells from the current one on; rows are added."""
        shown, here = self._view.shown, self._table.currentIndex()
        grid = grid_copy.read(QGuiApplication.clipboard().text())
        if shown is None or not grid:
            return
        targets, fresh, part = self._targets(len(grid), len(grid[0]))
        first = here.column() if here.isValid() else 0
        if len(grid) == 1 and len(grid[0]) == 1:
            self._spread(grid[0][0])
            return
        columns = self._table.model_of().cells()[first:]
        cells = tuple(_pasted(targets, columns, grid))

        def how(show: Show) -> Both:
            grown = with_rows(show, fresh, part) if fresh else show
            around = replace(shown.around, show=grown)
            return written(grown, around, cells, pasted=True)

        self._view.edit_both(
            text("Paste {rows} rows", rows=len(grid)),
            how,
            say=True,
        )

    def fill_down(self) -> None:
        """Write the top cell of each selected column into the cells below it."""
        block = self._block()
        model = self._table.model_of()
        cells: list[CellAt] = []
        for column in sorted({c for _, c in block}):
            rows = sorted(r for r, c in block if c == column)
            if model.cells()[column].write is None or len(rows) < 2:
                continue
            words = model.words(rows[0], column)
            cells += [(self._segment(r), model.cells()[column].id, words) for r in rows[1:]]
        self._view.write_cells(cells, text("Fill down"))

    def replace_all(self, find: str, put: str, *, match_case: bool = False) -> int:
        """Replace a text in titles, words, notes and the studio's columns; return how many rows."""
        if not find or self._view.shown is None:
            return 0
        pattern = re.compile(re.escape(find), 0 if match_case else re.IGNORECASE)
        rows = self._view.shown.show.segments()
        changed = {s.id: fresh for s in rows if (fresh := _replaced(s, pattern, put)) != s}
        if changed:
            self._view.edit(
                text("Replace “{find}” in {count} rows", find=find, count=len(changed)),
                lambda show: show.with_segments(lambda s: changed.get(s.id, s)),
                say=True,
            )
        return len(changed)

    def _block(self) -> list[tuple[int, int]]:
        model = self._table.model_of()
        chosen = ((i.row(), i.column()) for i in self._table.selectedIndexes())
        return [
            (row, column)
            for row, column in chosen
            if (line := model.line(row)) is not None
            and line.segment is not None
            and not self._table.isRowHidden(row)
        ]

    def _segment(self, row: int) -> str:
        line = self._table.model_of().line(row)
        assert line is not None
        assert line.segment is not None
        return line.segment.id

    def _empty(self, label: Text) -> None:
        model = self._table.model_of()
        cells = [
            (self._segment(row), model.cells()[column].id, "")
            for row, column in self._block()
            if model.cells()[column].write is not None and model.words(row, column)
        ]
        self._view.write_cells(cells, label)

    def _spread(self, words: str) -> None:
        """Type one text into every selected cell, as spreadsheets do."""
        model = self._table.model_of()
        cells = [
            (self._segment(row), model.cells()[column].id, words)
            for row, column in self._block()
            if model.cells()[column].write is not None
        ]
        self._view.write_cells(cells, text("Paste"), pasted=True)

    def _targets(self, rows: int, columns: int) -> tuple[list[str], list[Segment], str | None]:
        """Return the rows to type into, those to add at the end of the part, and that part."""
        del columns
        here = self._table.current_segment()
        part = self._table.current_part()
        assert self._view.shown is not None
        following = part.segments if part is not None else ()
        start = next((i for i, s in enumerate(following) if here and s.id == here.id), 0)
        known = [s.id for s in following[start:]][:rows]
        kind = here.kind if here is not None else "product"
        fresh = [new_segment(kind) for _ in range(rows - len(known))]
        return [*known, *(s.id for s in fresh)], fresh, part.id if part is not None else None


def _pasted(
    targets: list[str], columns: tuple[Cell, ...], grid: list[list[str]]
) -> Iterable[CellAt]:
    for segment, row in zip(targets, grid, strict=True):
        for cell, words in zip_longest(columns, row[: len(columns)]):
            if cell is not None and words is not None and cell.write is not None:
                yield segment, cell.id, words


def _replaced(segment: Segment, pattern: re.Pattern[str], put: str) -> Segment:
    def swap(words: str) -> str:
        return pattern.sub(lambda _: put, words)

    beats = tuple(replace(b, script=swap(b.script)) for b in segment.beats)
    return replace(
        segment,
        title=swap(segment.title),
        note=swap(segment.note),
        beats=beats,
        custom=tuple((k, v) for k, v in ((k, swap(v)) for k, v in segment.custom) if v),
        fields=tuple((k, v) for k, v in ((k, swap(v)) for k, v in segment.fields) if v),
    )
