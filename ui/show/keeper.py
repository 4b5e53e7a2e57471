"""What stands behind the Show page: its keys and menus, the side panels, what is kept of its look."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint

from app.core.errors import Trouble
from app.core.words import Text, text
from ui.actions import act
from ui.show.bringing import Bringing
from ui.show.first import first_line
from ui.show.panels import Panels
from ui.show.table.cells_acts import CellActs
from ui.show.table.finding import Finding as Finder
from ui.show.table.row_acts import RowActs
from ui.show.table.row_menu import RowMenu

if TYPE_CHECKING:
    from ui.show.page import ShowPage
    from ui.show.view import ShowView
    from ui.widgets.desk import Desk


class ShowKeeper(QObject):
    """Connects page, view-model and library."""

    def __init__(self, page: ShowPage, view: ShowView, desk: Desk) -> None:
        super().__init__(page)
        self._page, self._view, self._desk = page, view, desk
        self.cells = CellActs(view, page.table)
        self.rows = RowActs(view, page.table)
        self.finder = Finder(page.find_bar, view, page.table, self.cells)
        self.panels = Panels(page, view, desk)
        self.bringing = Bringing(page, view, desk)
        self.menu = RowMenu(view, page.table, self.rows, self.cells, self.panels)
        self._wanted = ""
        self._begun = False
        self._connect()
        self._give_keys()

    # What the window tells

    def entered(self) -> None:
        """Open the show that was open last."""
        if not self._begun:
            self._begun = True
            self._view.open(self._wanted or self.panels.newest())

    def studio_changed(self, touched: frozenset[str]) -> None:
        """Show what an undo or another window changed."""
        if touched & {"show", "product", "voice", "version"}:
            self._view.refresh()
            self.panels.refresh()

    def close_down(self, timeout: float) -> bool:
        """Save what is still being typed; end what is computed."""
        self._page.script.flush()
        self._view.rest()
        return self._page.timing.close_down(timeout)

    def kept_state(self) -> str:
        """Return columns, widths, splitter and the open show."""
        shown = self._view.shown
        return json.dumps(
            {
                "show": shown.show.id if shown is not None else "",
                "order": list(self.panels.order),
                "hidden": None if self.panels.hidden is None else sorted(self.panels.hidden),
                "widths": self._page.table.widths(),
                "split": self._page.split.sizes(),
            }
        )

    def take_state(self, state: str) -> None:
        """Take columns, widths, splitter and the show of an earlier run; what is odd is left out."""
        try:
            kept: dict[str, Any] = json.loads(state)
            hidden = kept["hidden"]
            self.panels.arrange(
                tuple(map(str, kept["order"])),
                None if hidden is None else frozenset(map(str, hidden)),
            )
            self._page.table.set_widths({str(k): int(v) for k, v in kept["widths"].items()})
            self._page.split.setSizes([int(v) for v in kept["split"]][:2])
            self._wanted = str(kept["show"])
        except (ValueError, KeyError, TypeError, AttributeError):
            return

    # Inside

    def _connect(self) -> None:
        page, view = self._page, self._view
        view.refused.connect(self._refused)
        view.changed.connect(self._mended)
        view.done.connect(self._done)
        page.first.acted.connect(self._do_first)
        page.table.menu_wanted.connect(self._open_menu)
        page.empty.acted.connect(self.panels.ask_new)
        page.empty.example.connect(self.panels.put_samples)

    def _give_keys(self) -> None:
        table, cells, rows = self._page.table, self.cells, self.rows
        for name, do, keys in (
            (text("Copy cells"), cells.copy, ("Ctrl+C",)),
            (text("Cut cells"), cells.cut, ("Ctrl+X",)),
            (text("Paste cells"), cells.paste, ("Ctrl+V",)),
            (text("Clear cells"), cells.clear, ("Del", "Backspace")),
            (text("Fill down"), cells.fill_down, ("Ctrl+D",)),
            (text("Add a row"), rows.add, ("Ctrl+Return", "Ctrl+Enter", "Insert")),
            (text("Add a part"), rows.add_part, ("Ctrl+Shift+Return",)),
            (text("Duplicate rows"), rows.copy, ("Ctrl+Shift+D",)),
            (text("Remove rows"), rows.remove, ("Ctrl+Del", "Ctrl+Backspace")),
            (text("Move up"), rows.move_up, ("Alt+Up",)),
            (text("Move down"), rows.move_down, ("Alt+Down",)),
            (text("Skip, or play again"), rows.skip, ("Ctrl+Shift+K",)),
        ):
            act(table, name, do, keys=keys, here=True)
        act(self._page, text("Find and replace"), self._page.find_bar.begin, keys=("Ctrl+F",))
        act(self._page, text("Columns"), self.panels.ask_columns, keys=("Ctrl+Shift+C",))
        act(self._page, text("Shows"), self.panels.ask_shows, keys=("Ctrl+O",))
        act(self._page, text("New show"), self.panels.ask_new, keys=("Ctrl+N",))
        act(self._page, text("Next point"), self._next_point, keys=("F8",))

    def _do_first(self) -> None:
        first = first_line(self._view.shown)
        if first.segment:
            self._page.table.go_to(first.segment)
            self._page.table.setFocus()
        elif (
            self._view.shown is not None and self._view.shown.show.parts == ()
        ) or first.button is not None:
            self.rows.add()

    def _next_point(self) -> None:
        self.finder.next_point()

    def _open_menu(self, at: QPoint, column: str) -> None:
        self.menu.open(at, column)

    def _refused(self, trouble: Trouble) -> None:
        page = self._page
        page.trouble.emit("show", trouble.what, trouble.todo, text("Close"), self._close_trouble)

    def _mended(self, shown: object) -> None:
        del shown
        self._close_trouble()

    def _close_trouble(self) -> None:
        self._page.cured.emit("show")

    def _done(self, said: Text) -> None:
        self._page.done.emit(said, True)
