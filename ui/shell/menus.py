"""The menu: native on macOS, elsewhere behind the mark and the Alt key."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu

from app.core.words import Text, text
from ui.actions import act
from ui.shell.dress import Dress
from ui.shell.history import History
from ui.shell.library import LibraryDoor
from ui.shell.rail import MarkButton
from ui.words import tell


class Acts(Protocol):
    """What the menu can ask the window to do."""

    def go_settings(self) -> object: ...
    def full_screen(self) -> object: ...
    def list_keys(self) -> object: ...
    def about(self) -> object: ...
    def close(self) -> object: ...


class Menus:
    """The menus of the window and the acts in them."""

    def __init__(self, window: QMainWindow, mark: MarkButton) -> None:
        self._window, self._mark = window, mark
        self._bar = window.menuBar()
        self._menus: list[QMenu] = []
        self._whole = QMenu(window)
        mark.clicked.connect(self.open_at_mark)

    def fill(self, acts: Acts, history: History, door: LibraryDoor, dress: Dress) -> None:
        """Make the acts and put them into the menus."""
        role, own = QAction.MenuRole, self._act
        self._undo = own(text("Undo"), history.undo, "Ctrl+Z")
        self._redo = own(text("Redo"), history.redo, "Ctrl+Y", "Ctrl+Shift+Z")
        self._menu(
            text("&File"),
            own(text("Open the library's folder"), door.open_folder),
            own(text("Back up now"), door.back_up),
            own(text("Settings"), acts.go_settings, "Ctrl+,", role=role.PreferencesRole),
            own(text("Quit"), acts.close, "Ctrl+Q", role=role.QuitRole),
        )
        self._menu(text("&Edit"), self._undo, self._redo)
        self._menu(
            text("&View"),
            own(text("Switch the language"), dress.switch_language, "Ctrl+L"),
            own(text("Switch dark and light"), dress.switch_theme, "Ctrl+Shift+L"),
            own(text("Full screen"), acts.full_screen, "F11"),
        )
        self._menu(
            text("&Help"),
            own(text("Keys"), acts.list_keys, "?", "F1"),
            own(text("About Greenroom"), acts.about, role=role.AboutRole),
        )
        history.renamed.connect(self.show_history)
        self.show_history(None, None)
        if sys.platform != "darwin":
            self._bar.hide()

    def _act(
        self,
        name: Text,
        do: Callable[[], object],
        *keys: str,
        role: QAction.MenuRole = QAction.MenuRole.NoRole,
    ) -> QAction:
        return act(self._window, name, do, keys=keys, role=role)

    def open_at_mark(self) -> None:
        """Open the menu beside the mark."""
        self._whole.popup(self._mark.mapToGlobal(QPoint(8, self._mark.height() - 4)))

    def alt_pressed(self) -> None:
        """Show the menu bar, or hide it again."""
        if sys.platform == "darwin":
            return
        self._bar.setVisible(not self._bar.isVisible())
        if self._bar.isVisible():
            self._bar.setFocus()
            self._bar.setActiveAction(self._menus[0].menuAction())

    def show_history(self, undo: Text | None, redo: Text | None) -> None:
        """Name what Undo and Redo would do, and enable them."""
        self._undo.setEnabled(undo is not None)
        self._redo.setEnabled(redo is not None)
        tell(self._undo.setText, text("Undo {act}", act=undo) if undo else text("Undo"))
        tell(self._redo.setText, text("Redo {act}", act=redo) if redo else text("Redo"))

    def _menu(self, name: Text, *actions: QAction) -> None:
        menu = self._bar.addMenu("")
        tell(menu.setTitle, name)
        menu.addActions(actions)
        self._menus.append(menu)
        self._whole.addMenu(menu)
