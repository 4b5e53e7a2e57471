"""The versions of the open show: name one now, see them by time, compare, restore."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.core.words import text
from app.show.head import VersionHead
from ui.actions import act
from ui.show.versions.paint import HEAD, VersionDelegate, said
from ui.widgets.button import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import Label
from ui.words import say


class VersionPanel(QWidget):
    """One selected version is compared with now, two with each other."""

    named = Signal(str)
    compared = Signal(str, str)  # before, after: version ids, "" for now
    restored = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.name = QLineEdit()
        say(self.name.setPlaceholderText, "Such as: v3 after rehearsal")
        say(self.name.setAccessibleName, "Name of the version")
        self.keep = Button("quiet", icon="ph.plus", size="small")
        say(self.keep.setText, "Name this version")
        self.list = QListWidget()
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.list.setItemDelegate(VersionDelegate(self.list))
        self.list.setUniformItemSizes(True)
        say(self.list.setAccessibleName, "Versions, newest first: Enter compares with now")
        self.compare = Button("quiet", icon="ph.git-diff", size="small", key="↵")
        self.restore = Button("quiet", icon="ph.clock-counter-clockwise", size="small")
        say(self.restore.setText, "Restore")
        self._hint = Label("small", "text.tertiary", wrap=True)
        say(self._hint.setText, "Select two to compare them with each other (Ctrl or Shift).")
        self._can_edit = True
        self._lay()
        self.keep.clicked.connect(self._name)
        self.name.returnPressed.connect(self._name)
        self.list.itemSelectionChanged.connect(self._show_chosen)
        self.list.itemActivated.connect(self._activated)
        self.compare.clicked.connect(self._compare)
        self.restore.clicked.connect(self._restore)
        self._empty.acted.connect(self.name.setFocus)
        act(self.list, text("Restore the version"), self._restore, keys=("Ctrl+R",), here=True)

    def show_versions(self, heads: Sequence[VersionHead], *, can_edit: bool) -> None:
        """List these versions, newest first."""
        kept = set(self.chosen())
        self._can_edit = can_edit
        self.list.clear()
        for head in heads:
            item = QListWidgetItem(head.name)
            item.setData(HEAD, head)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said(head))
            item.setToolTip(said(head))
            self.list.addItem(item)
            item.setSelected(head.id in kept)
        for part in (self.keep, self.name):
            part.setEnabled(can_edit)
        self._stack.setCurrentIndex(0 if heads else 1)
        self._show_chosen()

    def chosen(self) -> tuple[str, ...]:
        """Return the ids of the selected versions, newest first."""
        items = sorted(self.list.selectedItems(), key=self.list.row)
        return tuple(item.data(HEAD).id for item in items)

    def choose(self, version: str) -> None:
        """Select one version."""
        for at in range(self.list.count()):
            item = self.list.item(at)
            if item is not None and item.data(HEAD).id == version:
                self.list.setCurrentItem(item)

    def _lay(self) -> None:
        self._empty = EmptyState(
            "ph.git-branch",
            text("No version has a name yet"),
            text(
                "Every edit is saved by itself. Name a version before a rehearsal or a sign-off: "
                "later you see what changed since, row by row, and can go back to it."
            ),
            text("Name this version"),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        self._stack.setMinimumHeight(320)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(8)
        for parts, stretch in (
            ((self.name, self.keep), False),
            ((self._stack,), True),
            ((self._hint,), False),
            ((self.compare, self.restore), False),
        ):
            row = QHBoxLayout()
            side = 0 if stretch else 12
            row.setContentsMargins(side, 0, side, 0)
            row.setSpacing(8)
            for part in parts:
                row.addWidget(part)
            if len(parts) == 2 and parts[0] is self.compare:
                row.addStretch(1)
            column.addLayout(row, 1 if stretch else 0)

    def _name(self) -> None:
        if words := self.name.text().strip():
            self.name.clear()
            self.named.emit(words)
        else:
            self.name.setFocus()

    def _activated(self, item: QListWidgetItem) -> None:
        self.compared.emit(item.data(HEAD).id, "")

    def _compare(self) -> None:
        chosen = self.chosen()
        if len(chosen) == 1:
            self.compared.emit(chosen[0], "")
        elif len(chosen) == 2:
            self.compared.emit(chosen[1], chosen[0])

    def _restore(self) -> None:
        chosen = self.chosen()
        if len(chosen) == 1 and self._can_edit:
            self.restored.emit(chosen[0])

    def _show_chosen(self) -> None:
        count = len(self.chosen())
        self.compare.setEnabled(count in (1, 2))
        self.restore.setEnabled(count == 1 and self._can_edit)
        if count == 2:
            say(self.compare.setText, "Compare the two")
        else:
            say(self.compare.setText, "Compare with now")
        self._hint.setVisible(self.list.count() > 1 and count < 2)
        for button in (self.compare, self.restore):
            button.setVisible(self.list.count() > 0)
