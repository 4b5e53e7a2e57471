"""The studio's shows as a list that takes thousands: open, duplicate, archive, make a template."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.core.words import Text, text, tr
from app.show.head import ShowHead
from app.show.timetext.understand import clock_words
from ui import theme
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.words import say

HEAD = Qt.ItemDataRole.UserRole
ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex
ACTS = (
    ("open", text("Open")),
    ("duplicate", text("Duplicate")),
    ("template", text("Keep as a template")),
    ("archive", text("Archive, or take back")),
    ("remove", text("Remove")),
)


class ShowsModel(QAbstractListModel):
    """The heads of shows, newest day first, the archived ones last."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[ShowHead, ...] = ()
        self._heads: tuple[ShowHead, ...] = ()
        self._words = ""

    def show_heads(self, heads: Sequence[ShowHead]) -> None:
        """Show these shows."""
        self._all = tuple(sorted(heads, key=_newest_first))
        self.search(self._words)

    def search(self, words: str) -> None:
        """Show only the shows whose title or day holds `words`."""
        self.beginResetModel()
        self._words = words
        wanted = words.strip().casefold()
        self._heads = tuple(
            head for head in self._all if wanted in f"{head.title} {head.on or ''}".casefold()
        )
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return how many shows are listed."""
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title, the head, or the line as it is read aloud."""
        if not index.isValid() or index.row() >= len(self._heads):
            return None
        head = self._heads[index.row()]
        if role == HEAD:
            return head
        if role == Qt.ItemDataRole.DisplayRole:
            return head.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{head.title}, {second_line(head)}"
        return None


class ShowsPanel(QWidget):
    """Search, the list, and what can be done with the show that is chosen."""

    acted = Signal(str, str)  # what, show id
    new_asked = Signal()
    samples_asked = Signal(bool)  # put them in, or take them out

    def __init__(self, heads: Sequence[ShowHead], current: str) -> None:
        super().__init__()
        self._model = ShowsModel(self)
        self._search = QLineEdit()
        self._search.setClearButtonEnabled(True)
        say(self._search.setPlaceholderText, "Search title or day")
        say(self._search.setAccessibleName, "Search title or day")
        self._search.textChanged.connect(self._model.search)
        self.list = QListView()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setModel(self._model)
        self.list.setItemDelegate(_HeadDelegate(current, self.list))
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._menu)
        self.list.activated.connect(self._open)
        self.list.clicked.connect(self._open)
        say(self.list.setAccessibleName, "Shows")
        self._count = Label("small", "text.tertiary")
        self._new = Button("quiet", icon="ph.plus", size="small")
        say(self._new.setText, "New show")
        self._new.clicked.connect(self.new_asked)
        self._samples = Button("link", size="small")
        self._samples.clicked.connect(self._ask_samples)
        self._opened_menu: QMenu | None = None
        self._lay()
        self.show_heads(heads)

    def show_heads(self, heads: Sequence[ShowHead]) -> None:
        """List these shows."""
        self._has_samples = any(head.sample for head in heads)
        self._model.show_heads(heads)
        say(self._count.setText, "{count} shows", count=len(heads))
        if self._has_samples:
            say(self._samples.setText, "Remove the samples")
        else:
            say(self._samples.setText, "Put in the samples")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove the chosen show with Delete."""
        head = self.list.currentIndex().data(HEAD)
        if event.key() == Qt.Key.Key_Delete and head is not None:
            self.acted.emit("remove", head.id)
            return
        super().keyPressEvent(event)

    def _lay(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(8)
        top = QHBoxLayout()
        top.setContentsMargins(12, 0, 12, 0)
        top.addWidget(self._search, 1)
        top.addWidget(self._new)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 0, 12, 0)
        foot.addWidget(self._count)
        foot.addStretch(1)
        foot.addWidget(self._samples)
        column.addLayout(foot)
        self.list.setMinimumHeight(420)

    def _open(self, index: QModelIndex) -> None:
        head = index.data(HEAD)
        if head is not None:
            self.acted.emit("open", head.id)

    def _menu(self, at: QPoint) -> None:
        head = self.list.indexAt(at).data(HEAD)
        if head is None:
            return
        if self._opened_menu is not None:
            self._opened_menu.deleteLater()
        menu = self._opened_menu = QMenu(self)
        for key, name in ACTS:
            menu.addAction(name.say()).setData((key, head.id))
        menu.triggered.connect(self._chosen)
        menu.popup(self.list.viewport().mapToGlobal(at))

    def _chosen(self, action: Any) -> None:
        key, show = action.data()
        self.acted.emit(key, show)

    def _ask_samples(self) -> None:
        self.samples_asked.emit(not self._has_samples)


class _HeadDelegate(QStyledItemDelegate):
    """Paints a show in two lines: title and marks; day, time and rows."""

    def __init__(self, current: str, parent: QObject) -> None:
        super().__init__(parent)
        self._current = current

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Return the height of a row of two lines."""
        return QSize(200, theme.grown(theme.sizes().list_row))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one show."""
        head: ShowHead = index.data(HEAD)
        rect: QRect = option.rect
        painter.save()
        state = option.state
        if state & QStyle.StateFlag.State_Selected or head.id == self._current:
            painter.fillRect(rect, theme.color("surface.selected"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.color("surface.hover"))
        painter.setPen(QPen(theme.color("line.subtle"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        middle = rect.center().y()
        upper = QRect(rect.left() + 12, middle - 20, rect.width() - 24, 20)
        lower = QRect(rect.left() + 12, middle + 2, rect.width() - 24, 18)
        _line(painter, upper, head.title, "section", "text.primary")
        _line(painter, lower, second_line(head), "small", "text.tertiary")
        if head.id == self._current:
            bar = QRect(rect.left(), rect.top(), 2, rect.height())
            painter.fillRect(bar, theme.color("accent.line"))
        painter.restore()


def second_line(head: ShowHead) -> str:
    """Return day, time, how many rows, and what the show is beside a show."""
    said = [f"{head.on:%Y-%m-%d}" if head.on else tr("No day yet"), clock_words(head.start_ms)[:5]]
    said.append(tr("1 row") if head.rows == 1 else tr("{count} rows", count=head.rows))
    marks: tuple[tuple[bool, Text], ...] = (
        (head.sample, text("Sample")),
        (head.template, text("Template")),
        (head.archived, text("Archived")),
    )
    said += [name.say() for on, name in marks if on]
    return " · ".join(said)


def _newest_first(head: ShowHead) -> tuple[bool, int, str]:
    return head.archived, -(head.on.toordinal() if head.on else 10**7), head.title


def _line(painter: QPainter, box: QRect, words: str, role: str, colour: str) -> None:
    font = theme.font(role)
    painter.setFont(font)
    painter.setPen(theme.color(colour))
    said = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(QPointF(box.left(), theme.baseline(role, box)), said)
