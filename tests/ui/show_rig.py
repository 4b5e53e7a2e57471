"""A Show page with everything behind it, over a real library, for tests that work it by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.core.errors import Trouble
from app.core.settings import Settings
from app.core.words import Text, text
from app.session.session import Session
from app.session.showing import put_products, put_show
from app.show.document import write
from app.show.product import Product
from app.show.show import Part, Segment, Show
from ui.bridge import Later
from ui.show.keeper import ShowKeeper
from ui.show.page import ShowPage
from ui.show.table.cell_editor import CellEditor
from ui.show.view import ShowView
from ui.widgets.desk import Choices, Desk

CUP = Product("cup", "随手杯", link="3", list_cents=19900, live_cents=12900, stock=480)
PAN = Product("pan", "雪平锅", link="4", live_cents=16900)


def small() -> Show:
    """Return two parts of three and two rows."""
    first = tuple(Segment(f"a{n}", "product", f"First {n}", duration_ms=60_000) for n in range(3))
    second = tuple(Segment(f"b{n}", "quiz", f"Second {n}", duration_ms=30_000) for n in range(2))
    return Show("s", "Small", parts=(Part("p", "One", first), Part("q", "Two", second)))


class Rig:
    """The page, its keeper, and what it told the window."""

    def __init__(self, qtbot: QtBot, home: Path, show: Show | None = None) -> None:
        self.qtbot = qtbot
        self.session = Session.open(home)
        self.session.edit(*put_products((CUP, PAN), text("Verify")))
        if show is not None:
            self.session.edit(*put_show(show))
        self.choices = Choices(home, Settings())
        self.later = Later()
        self.desk = Desk(home, self.session, self.choices, self.later)
        self.view = ShowView(self.session)
        self.page = ShowPage(self.view)
        self.view.setParent(self.page)
        self.keeper = ShowKeeper(self.page, self.view, self.desk)
        self.page.attach(self.keeper)
        self.troubles: list[str] = []
        self.said: list[str] = []
        self.side: QWidget | None = None
        self.view.refused.connect(self._refused)
        self.page.side.connect(self._open_side)
        self.page.done.connect(self._done)
        self.window = QWidget()
        column = QVBoxLayout(self.window)
        header, self._columns = QHBoxLayout(), QHBoxLayout()
        column.addLayout(header)
        column.addLayout(self._columns)
        for part in (*self.page.context(), *self.page.header_actions()):
            header.addWidget(part)
        self._columns.addWidget(self.page)
        qtbot.addWidget(self.window)
        self.window.resize(1900, 860)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow, timeout=5000)
        self.page.entered()
        self.table = self.page.table
        self.model = self.table.model_of()
        self.table.setFocus()

    def close(self) -> None:
        """End what is under way."""
        self.page.close_down(5)
        self.later.close()
        self.window.close()
        self.session.close()

    @property
    def show(self) -> Show:
        """Return the open show as the library has it."""
        assert self.view.shown is not None
        found = self.session.studio.shows.get(self.view.shown.show.id)
        assert found is not None
        return found

    def ids(self) -> list[str]:
        """Return the rows' ids in order."""
        return [s.id for s in self.show.segments()]

    def titles(self) -> list[str]:
        """Return the rows' titles in order."""
        return [s.title for s in self.show.segments()]

    def row(self, segment: str) -> Segment:
        """Return a row."""
        found = self.show.segment(segment)
        assert found is not None
        return found

    def document(self) -> str:
        """Return the open show as a document."""
        return write(self.show, self.session.studio.products)

    def shows_what_is_stored(self) -> bool:
        """Return whether the model has a line for each part and row, in the document's order."""
        wanted = [
            key for part in self.show.parts for key in (part.id, *(s.id for s in part.segments))
        ]
        return [line.key for line in self.model.lines()] == wanted

    def go(self, segment: str, cell: str) -> None:
        """Make a cell current."""
        self.table.go_to(segment, cell)

    def here(self) -> tuple[str, str]:
        """Return row and column of the current cell."""
        index = self.table.currentIndex()
        line = self.model.line(index.row())
        assert line is not None
        return line.key, self.model.cell_at(index.column()).id

    def select(self, rows: Sequence[str], columns: Sequence[str]) -> None:
        """Select a block of cells, the first one current."""
        from PySide6.QtCore import QItemSelection, QItemSelectionModel

        places = [self.model.place(r) for r in rows]
        across = [self.model.column_of(c) for c in columns]
        chosen = QItemSelection()
        for place in places:
            for column in across:
                assert place is not None
                assert column is not None
                index = self.model.index(place, column)
                chosen.select(index, index)
        self.go(rows[0], columns[0])
        self.table.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def keys(self, words: str) -> None:
        """Type letters where the focus is."""
        for letter in words:
            target = QApplication.focusWidget()
            assert target is not None
            if letter.isascii():
                QTest.keyClicks(target, letter)
                continue
            composed = QInputMethodEvent()  # as an input method hands hanzi over
            composed.setCommitString(letter)
            QApplication.sendEvent(target, composed)
        QApplication.sendPostedEvents()

    def key(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        """Press a key where the focus is."""
        target = QApplication.focusWidget() or self.table
        held = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            held |= modifier
        QTest.keyClick(target, key, held)
        QApplication.sendPostedEvents()  # Qt takes what was typed on its next turn

    def editor(self) -> CellEditor | None:
        """Return the field that is open in the table."""
        found = [e for e in self.table.viewport().findChildren(CellEditor) if e.isVisible()]
        return found[0] if found else None

    def undo(self) -> str:
        """Take back the newest step and return its label."""
        change = self.session.undo(self.page.workspace)
        self.view.refresh()
        return "" if change is None else change.label.say()

    def label(self) -> Text | None:
        """Return what undo would take back."""
        return self.session.undo_label(self.page.workspace)

    def put_on_clipboard(self, words: str) -> None:
        """Put a text on the clipboard, as another program would."""
        QGuiApplication.clipboard().setText(words)

    def clipboard(self) -> str:
        """Return the text on the clipboard."""
        return QGuiApplication.clipboard().text()

    def change_row(self, segment: str, **values: object) -> None:
        """Change a row as another part of the page would."""
        self.view.edit(
            text("Verify"),
            lambda show: show.with_segments(
                lambda s: replace(s, **values) if s.id == segment else s  # type: ignore[arg-type]
            ),
        )

    def _refused(self, trouble: Trouble) -> None:
        self.troubles.append(str(trouble))

    def _done(self, said: Text, undoable: bool) -> None:
        del undoable
        self.said.append(said.say())

    def _open_side(self, title: Text, body: QWidget) -> None:
        del title
        if self.side is not None:
            self.side.deleteLater()
        self.side = body
        self._columns.addWidget(body)
        body.show()
