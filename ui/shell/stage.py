"""Where the page stands: one page at a time, the side panel beside it, the toast over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.core.settings import Settings
from app.core.words import Text
from ui.shell.pages import Entry
from ui.widgets.label import Label
from ui.widgets.side_panel import SidePanel
from ui.widgets.toast import Toast
from ui.words import say

if TYPE_CHECKING:
    from ui.widgets.desk import Desk
    from ui.widgets.page import Page


class Stage(QWidget):
    """Makes each page when it is first gone to and keeps it; pages that are hidden hold still."""

    made = Signal(object)  # Entry of a page just made; it is in `pages` already

    def __init__(self) -> None:
        super().__init__()
        self.pages: dict[str, Page] = {}
        self._desk: Desk | None = None
        self._current = ""
        self._widths: dict[str, int] = {}
        self._stack = QStackedWidget()
        self._stack.addWidget(_opening())
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._stack)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setHandleWidth(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._splitter)
        self.side, self.toast = SidePanel(), Toast(self)
        self._splitter.addWidget(self.side)
        self.side.resized.connect(self._side_resized)

    def take_desk(self, desk: Desk) -> None:
        """Take what pages are made with."""
        self._desk = desk
        self._widths = {
            key: int(width)
            for key, _, width in (kept.partition("=") for kept in desk.choices.now.side_panels)
            if width.isdigit()
        }

    def page(self) -> Page | None:
        """Return the page on the screen, None before the first."""
        return self.pages.get(self._current)

    def go(self, entry: Entry) -> None:
        """Show the page of `entry`, made now if this is its first time."""
        if self._desk is None or entry.key == self._current:
            return
        before = self.page()
        if before is not None:
            before.left()
        self.side.close_panel()
        if entry.key not in self.pages:
            self._make(entry, self._desk)
        self._current = entry.key
        page = self.pages[entry.key]
        self._stack.setCurrentWidget(page)
        page.entered()

    def open_side(self, title: Text, body: QWidget) -> None:
        """Open the side panel at the width it last had on this page."""
        self.side.open_with(title, body)
        width = self._widths.get(self._current, self.side.usual)
        self._splitter.setSizes([max(1, self.width() - width), width])

    def parts(self) -> list[QWidget]:
        """Return the page's parts and the side panel, in the order F6 visits them."""
        page = self.page()
        return [*(page.regions() if page else ()), self.side]

    def kept(self, settings: Settings) -> dict[str, tuple[str, ...]]:
        """Return what the settings should keep of splitters and panel widths."""
        states = dict(kept.split("=", 1) for kept in settings.pages if "=" in kept)
        states |= {key: page.kept_state() for key, page in self.pages.items()}
        return {
            "pages": tuple(f"{key}={state}" for key, state in states.items() if state),
            "side_panels": tuple(f"{key}={width}" for key, width in self._widths.items()),
        }

    def close_down(self, timeout: float) -> bool:
        """End the pages' threads and timers; return whether all of them ended in time."""
        page = self.page()
        if page is not None:
            page.left()
        # Every page is asked, also after one that did not end.
        ended = [page.close_down(timeout) for page in self.pages.values()]
        return all(ended)

    def _make(self, entry: Entry, desk: Desk) -> None:
        page = entry.make(desk)
        self.pages[entry.key] = page
        self._stack.addWidget(page)
        for kept in desk.choices.now.pages:
            key, _, state = kept.partition("=")
            if key == entry.key and state:
                page.take_state(state)
        page.done.connect(self.toast.show_done)
        page.side.connect(self.open_side)
        page.side_away.connect(self.side.close_panel)
        self.made.emit(entry)

    def _side_resized(self, width: int) -> None:
        if self._current:
            self._widths[self._current] = width


def _opening() -> QWidget:
    waiting = QWidget()
    column = QVBoxLayout(waiting)
    column.setContentsMargins(16, 16, 16, 16)
    label = Label("body", "text.tertiary")
    say(label.setText, "Opening the library…")
    column.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
    return waiting
