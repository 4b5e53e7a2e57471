"""The quiet button below the last row of the table: where the next row will stand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QTableView

from ui.widgets.button import Button
from ui.words import say

INSET_PX = 4


class AddRow(QObject):
    """Keeps its button right below the last line, wherever scrolling and folding bring that."""

    def __init__(self, table: QTableView, add: Callable[[], None]) -> None:
        super().__init__(table)
        self._table, self._add = table, add
        self.button = Button("plain", icon="ph.plus", key="Ctrl ↵", size="row")
        self.button.setParent(table.viewport())
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        say(self.button.setText, "Add a row")
        self.button.clicked.connect(self._press)
        # Folding a long part hides hundreds of lines one by one; the button moves once after all.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._place)
        heads = table.verticalHeader()
        for moved in (heads.sectionCountChanged, heads.sectionResized):
            moved.connect(self._soon.start)
        table.verticalScrollBar().valueChanged.connect(self._soon.start)
        table.horizontalScrollBar().valueChanged.connect(self._soon.start)
        table.model().modelReset.connect(self._soon.start)
        table.viewport().installEventFilter(self)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the table's size."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LanguageChange):
            self._soon.start()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        heads = self._table.verticalHeader()
        self.button.resize(self.button.sizeHint())
        self.button.move(INSET_PX, heads.length() - heads.offset() + INSET_PX)
        self.button.setVisible(self._table.model().columnCount() > 0)

    def _press(self) -> None:
        self._add()
