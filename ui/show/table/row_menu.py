"""The menu of the table: what can be done with rows, cells, parts and columns."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from app.core.words import Text, text
from app.show.formats import formats
from app.show.show import Anchor
from ui.show.table.add_row import AddRow
from ui.show.table.cells_acts import CellActs
from ui.show.table.colours import COLOURS
from ui.show.table.row_acts import RowActs
from ui.show.table.table import RundownTable
from ui.show.view import ShowView
from ui.widgets.icon import icon

if TYPE_CHECKING:
    from ui.show.panels import Panels

ROUNDS = (1, 2, 3, 4, 6, 9, 12)


class RowMenu(QObject):
    """Made anew each time it opens, for what is selected then."""

    def __init__(
        self,
        view: ShowView,
        table: RundownTable,
        rows: RowActs,
        cells: CellActs,
        panels: Panels,
    ) -> None:
        super().__init__(table)
        self._view, self._table = view, table
        self._rows, self._cells, self._panels = rows, cells, panels
        self._below = AddRow(table, rows.add)
        self._menu: QMenu | None = None
        self._acts: dict[QAction, Callable[[], object]] = {}

    def open(self, at: QPoint, column: str) -> None:
        """Open the menu at a place on the screen."""
        del column
        if self._menu is not None:
            self._menu.deleteLater()
        self._acts = {}
        menu = self._menu = QMenu(self._table)
        menu.triggered.connect(self._do)
        self._add_kinds(menu.addMenu(text("Add a row of").say()))
        part = self._table.selected_part()
        if part is not None and not self._table.selected_rows():
            self._fill_part(menu, part.id)
        else:
            self._fill_rows(menu)
        menu.addSeparator()
        self._add(menu, text("Columns…"), self._panels.ask_columns, "Ctrl+Shift+C")
        menu.popup(at)

    def _fill_rows(self, menu: QMenu) -> None:
        rows, cells = self._rows, self._cells
        self._add(menu, text("Duplicate rows"), rows.copy, "Ctrl+Shift+D")
        self._add(menu, text("Begin a part here"), rows.split_part)
        self._add(menu, text("Skip, or play again"), rows.skip, "Ctrl+Shift+K")
        menu.addSeparator()
        starts = menu.addMenu(text("Start").say())
        for anchor, name in (
            (Anchor.LINKED, text("After the row before")),
            (Anchor.SOFT, text("Not before its time")),
            (Anchor.HARD, text("At its time, come what may")),
            (Anchor.BACK, text("Counted back from what follows")),
        ):
            self._add(starts, name, partial(rows.anchor, anchor))
        colours = menu.addMenu(text("Colour").say())
        self._add(colours, text("No colour"), partial(rows.colour, ""))
        for mark, (name, _) in COLOURS.items():
            self._add(colours, name, partial(rows.colour, mark))
        menu.addSeparator()
        for name, do, keys in (
            (text("Copy cells"), cells.copy, "Ctrl+C"),
            (text("Cut cells"), cells.cut, "Ctrl+X"),
            (text("Paste cells"), cells.paste, "Ctrl+V"),
            (text("Fill down"), cells.fill_down, "Ctrl+D"),
        ):
            self._add(menu, name, do, keys)
        menu.addSeparator()
        self._add(menu, text("Remove rows"), rows.remove, "Ctrl+Del")

    def _fill_part(self, menu: QMenu, part: str) -> None:
        rows = self._rows
        loops = menu.addMenu(text("Play the part").say())
        for count in ROUNDS:
            name = text("{count} times", count=count) if count > 1 else text("Once")
            self._add(loops, name, partial(rows.rounds, part, count))
        self._add(menu, text("Move up"), rows.move_up, "Alt+Up")
        self._add(menu, text("Move down"), rows.move_down, "Alt+Down")
        self._add(menu, text("Add a part"), rows.add_part, "Ctrl+Shift+Return")
        menu.addSeparator()
        self._add(menu, text("Remove part"), rows.remove, "Ctrl+Del")

    def _add_kinds(self, menu: QMenu) -> None:
        for form in formats().values():
            inner = menu.addMenu(icon("ph." + form.icon), form.name.say())
            for kind in form.kinds:
                self._add(inner, kind.name, partial(self._rows.add, kind.id))

    def _add(self, menu: QMenu, name: Text, do: Callable[[], object], keys: str = "") -> None:
        """`keys` are only shown here: the table listens to them itself."""
        words = name.say().replace("&", "&&")
        if keys:
            words += "\t" + QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        self._acts[menu.addAction(words)] = do

    def _do(self, action: QAction) -> None:
        do = self._acts.get(action)
        if do is not None:
            do()
