"""The Show page: timeline over table and script pane, timing bar at the foot; no library in here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedLayout, QVBoxLayout, QWidget

from app.core.words import Text, text
from ui import theme
from ui.show.context import Context
from ui.show.first import first_line, status_parts
from ui.show.script.pane import ScriptPane
from ui.show.shown import Shown
from ui.show.table.find_bar import FindBar
from ui.show.table.table import RundownTable
from ui.show.timing.bar import TimingBar
from ui.show.timing.timeline import Timeline
from ui.show.view import ShowView
from ui.widgets.empty_state import EmptyState
from ui.widgets.first_line import FirstLine
from ui.widgets.page import Page
from ui.words import hear_switch

if TYPE_CHECKING:
    from ui.widgets.desk import Desk

OPENS = (".xlsx", ".xlsm", ".csv", ".tsv", ".json", ".txt")
WORDS_FIT = 1320


class Keeper(Protocol):
    """Who hears what the window tells the page."""

    def entered(self) -> None:
        """The page is on the screen."""

    def studio_changed(self, touched: frozenset[str]) -> None:
        """Show what changed in the library."""

    def close_down(self, timeout: float) -> bool:
        """End what is under way."""
        ...

    def kept_state(self) -> str:
        """Return what the page looks like, to be kept."""
        ...

    def take_state(self, state: str) -> None:
        """Look as it did."""


class ShowPage(Page):
    """Composes the page around one `ShowView`."""

    dropped = Signal(str)  # path of a file dropped on the page
    shows_history = True

    def __init__(self, view: ShowView) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.view = view
        self.context_bar = Context()
        self.first = self.first_line = FirstLine()
        self.find_bar = FindBar()
        self.timeline = Timeline(view)
        self.table = RundownTable(view)
        self.script = ScriptPane(view)
        self.timing = TimingBar(view)
        self.empty = EmptyState(
            "ph.list-bullets",
            text("No show is open"),
            text(
                "A show holds the rows, their words, products and cues; start times, "
                "over and under follow by themselves."
            ),
            text("New show"),
            text("See the samples"),
        )
        self._keeper: Keeper | None = None
        self._build()
        view.opened.connect(self._opened)
        view.changed.connect(self._changed)
        view.checked.connect(self._say_first)
        self.timing.side.connect(self.side)
        self.timing.side_away.connect(self.side_away)
        hear_switch(self.say_again)
        self._opened(None)

    @property
    def workspace(self) -> str:  # type: ignore[override]
        """Return whose history undo walks: the open show's."""
        return self.view.workspace

    def attach(self, keeper: Keeper) -> None:
        """Let `keeper` hear what the window tells the page."""
        self._keeper = keeper

    def context(self) -> Sequence[QWidget]:
        """Return the drop-downs of the header."""
        return self.context_bar.context()

    def header_actions(self) -> Sequence[QWidget]:
        """Return the header's buttons."""
        return self.context_bar.actions()

    def regions(self) -> Sequence[QWidget]:
        """Return the parts F6 visits."""
        return (self.first, self.timeline, self.table, self.script, self.timing)

    def entered(self) -> None:
        """The page is on the screen."""
        if self._keeper is not None:
            self._keeper.entered()

    def studio_changed(self, touched: frozenset[str]) -> None:
        """Show what changed in the library."""
        if self._keeper is not None:
            self._keeper.studio_changed(touched)

    def close_down(self, timeout: float) -> bool:
        """End what is under way."""
        return self._keeper is None or self._keeper.close_down(timeout)

    def kept_state(self) -> str:
        """Return columns, splitter and the open show as text."""
        return "" if self._keeper is None else self._keeper.kept_state()

    def take_state(self, state: str) -> None:
        """Look as in an earlier run."""
        if self._keeper is not None:
            self._keeper.take_state(state)

    def say_again(self) -> None:
        """Say everything in the language that is current now."""
        self.context_bar.say_again()
        self.context_bar.show_shown(self.view.shown)
        self.table.say_again()
        self._say_first(self.view.shown)

    # Qt's side

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files that can be imported."""
        if _file(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import the file."""
        if file := _file(event.mimeData()):
            event.acceptProposedAction()
            self.dropped.emit(file)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let words go where the page is narrow."""
        super().resizeEvent(event)
        self.context_bar.set_words(on=event.size().width() >= WORDS_FIT)

    def changeEvent(self, event: QEvent) -> None:
        """Take the margins of the density."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def _build(self) -> None:
        self.split = QSplitter(Qt.Orientation.Horizontal)
        left = QWidget()
        left.setProperty("house", "panel")
        left.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.find_bar)
        column.addWidget(self.table, 1)
        self.split.addWidget(left)
        self.split.addWidget(self.script)
        self.split.setStretchFactor(0, 1)
        self.split.setStretchFactor(1, 0)
        self.split.setCollapsible(0, False)
        self.split.setChildrenCollapsible(False)
        self.split.setSizes([860, 448])
        full = QWidget()
        self._column = QVBoxLayout(full)
        self._column.addWidget(self.timeline)
        self._column.addWidget(self.split, 1)
        below = QWidget()
        self._stack = QStackedLayout(below)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(full)
        self._page = QVBoxLayout(self)
        self._page.addWidget(self.first)
        self._page.addWidget(below, 1)
        self._page.addWidget(self.timing)
        self._dress()

    def _dress(self) -> None:
        sizes = theme.sizes()
        self._page.setContentsMargins(sizes.margin, sizes.gap, sizes.margin, 0)
        self._page.setSpacing(sizes.gap)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(sizes.gap)
        self.split.setHandleWidth(sizes.gap)

    def _opened(self, shown: Shown | None) -> None:
        self.walked.emit()
        self._stack.setCurrentIndex(0 if shown is None else 1)
        self.timing.setVisible(shown is not None)
        self.find_bar.leave()
        self._changed(shown)
        if shown is None:
            self._say_first(None)

    def _changed(self, shown: Shown | None) -> None:
        self.context_bar.show_shown(shown)
        title = shown.show.title if shown is not None else ""
        self.titled.emit(Text(title, title) if title else text("Show"))

    def _say_first(self, shown: Shown | None) -> None:
        first = first_line(shown)
        if first.button is None:
            self.first.show_calm(first.lead, first.reason)
        else:
            self.first.show_first(first.lead, first.reason, first.button)
        self.status.emit(*status_parts(shown))


def _file(mime: QMimeData) -> str:
    urls = mime.urls() if mime.hasUrls() else []
    files = [u.toLocalFile() for u in urls if u.toLocalFile().lower().endswith(OPENS)]
    return files[0] if files else ""


def make(desk: Desk) -> Page:
    """Return the page with everything behind it."""
    from ui.show.keeper import ShowKeeper

    view = ShowView(desk.session)
    page = ShowPage(view)
    view.setParent(page)
    page.attach(ShowKeeper(page, view, desk))
    return page
