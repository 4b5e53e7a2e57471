"""Walking from one hit of the find bar, or one point of the checks, to the next."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.show.first import points
from ui.show.table.cells_acts import CellActs
from ui.show.table.find_bar import FindBar
from ui.show.table.table import RundownTable
from ui.show.view import ShowView
from ui.words import say


class Finding(QObject):
    """Behind the find bar and F8."""

    def __init__(self, bar: FindBar, view: ShowView, table: RundownTable, cells: CellActs) -> None:
        super().__init__(table)
        self._bar, self._view, self._table, self._cells = bar, view, table, cells
        self._hits: tuple[str, ...] = ()
        bar.searched.connect(self._search)
        bar.stepped.connect(self._step)
        bar.filtered.connect(self._filter)
        bar.replaced.connect(self._replace)
        bar.closed.connect(self._closed)

    def next_point(self) -> None:
        """Go to the next row or part that a warning or a check names."""
        shown = self._view.shown
        if shown is None:
            return
        named = {segment for _, segment in points(shown)}
        rows = [line.key for line in self._table.model_of().lines()]
        line = self._table.line_at(self._table.currentIndex())
        at = rows.index(line.key) if line is not None else -1
        ahead = [*rows[at + 1 :], *rows[: at + 1]]
        target = next((row for row in ahead if row in named), "")
        if target:
            self._table.go_to(target)

    def _search(self, words: str) -> None:
        self._hits = self._table.rows_with(words)
        say(self._bar.found.setText, "{count} rows", count=len(self._hits))
        if self._bar.only.isChecked():
            self._table.filter(words)
        if words and self._hits:
            self._table.go_to(self._hits[0])

    def _step(self, by: int) -> None:
        if not self._hits:
            return
        here = self._view.current
        at = self._hits.index(here) if here in self._hits else -1
        self._table.go_to(self._hits[(at + by) % len(self._hits)])

    def _filter(self, on: bool) -> None:
        self._table.filter(self._bar.field.text() if on else "")

    def _replace(self, find: str, put: str) -> None:
        self._cells.replace_all(find, put)
        self._search(find)

    def _closed(self) -> None:
        self._table.filter("")
        self._table.setFocus()
