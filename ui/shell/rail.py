"""The navigation rail: the mark, one item a workspace, settings at the foot."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from app.core.words import Text, language
from ui import theme
from ui.widgets.icon import paint_clapper, paint_icon
from ui.words import say, tell


class RailItem(QAbstractButton):
    """One workspace: icon over word; selected it has a ground, accent ink and a bar at the edge."""

    def __init__(self, key: str, icon: str) -> None:
        super().__init__()
        self.key, self._icon = key, icon
        self._badge, self._blocking = "", False
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_badge(self, count: int, *, blocking: bool) -> None:
        """Show how many things wait here; what blocks a show is filled."""
        self._badge, self._blocking = (str(count) if count else ""), blocking
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of an item in this density."""
        return QSize(theme.grown(theme.sizes().rail), theme.grown(theme.sizes().rail_item) + 2)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 painted whole
        """Paint ground, bar, icon, word and badge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        ground = QRectF(self.rect()).adjusted(6, 1, -6, -1)
        if self.isChecked():
            painter.setBrush(theme.color("surface.selected"))
            painter.drawRoundedRect(ground, 4, 4)
            painter.fillRect(
                QRectF(0, ground.top() + 8, 3, ground.height() - 16), theme.color("accent.line")
            )
        elif self.underMouse():
            painter.setBrush(theme.color("surface.hover"))
            painter.drawRoundedRect(ground, 4, 4)
        ink = theme.color("accent.text" if self.isChecked() else "text.secondary")
        word = theme.line_height("small")
        top = (self.height() - 20 - 2 - word) // 2
        box = QRect((self.width() - 20) // 2, top, 20, 20)
        paint_icon(painter, box, self._icon, ink)
        # No hanzi below 12 px, so only English takes the small size.
        role = "micro" if language() == "en" else "small"
        painter.setFont(theme.font(role))
        painter.setPen(theme.color("text.primary" if self.isChecked() else "text.secondary"))
        line = QRect(2, top + 22, self.width() - 4, word)
        said = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, line.width()
        )
        painter.drawText(line, int(Qt.AlignmentFlag.AlignCenter), said)
        if self._badge:
            self._paint_badge(painter, box)

    def _paint_badge(self, painter: QPainter, icon: QRect) -> None:
        badge = QRectF(icon.right() - 5, icon.top() - 6, 16, 16)
        role = "status.fail_fill" if self._blocking else "text.tertiary"
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(role))
        painter.drawEllipse(badge)
        painter.setPen(theme.color("status.on_fill" if self._blocking else "surface.rail"))
        painter.setFont(theme.font("micro"))
        painter.drawText(badge, int(Qt.AlignmentFlag.AlignCenter), self._badge)


class MarkButton(QAbstractButton):
    """The mark of the house at the head of the rail; it opens the menu."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        say(self.setToolTip, "Menu")
        say(self.setAccessibleName, "Menu")

    def sizeHint(self) -> QSize:
        """Return a square as high as the page header."""
        return QSize(theme.grown(theme.sizes().rail), theme.grown(theme.sizes().header))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 painted whole
        """Paint the mark."""
        painter = QPainter(self)
        box = QRectF(0, 0, 24, 24)
        box.moveCenter(QRectF(self.rect()).center())
        if self.underMouse():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("surface.hover"))
            painter.drawRoundedRect(box.adjusted(-8, -8, 8, 8), 4, 4)
        paint_clapper(painter, box.adjusted(1, 1, -1, -1), theme.color("text.primary"))


class Rail(QWidget):
    """The column of items; `chosen` carries the key of the page a person went to."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("house", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        say(self.setAccessibleName, "Workspaces")
        self.mark = MarkButton()
        self._group = QButtonGroup(self)
        self._items: dict[str, RailItem] = {}
        self._footed = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 1, 8)
        self._column.setSpacing(0)
        self._column.addWidget(self.mark)
        self._column.addStretch(1)
        self._group.buttonClicked.connect(self._clicked)
        self._dress()

    def add(self, key: str, icon: str, name: Text, *, foot: bool = False) -> RailItem:
        """Add an item under the others, or at the foot."""
        item = RailItem(key, icon)
        tell(item.setText, name)
        tell(item.setAccessibleName, name)
        tell(item.setToolTip, name)
        self._group.addButton(item)
        at = self._column.count() if foot else self._column.count() - 1 - self._footed
        self._column.insertWidget(at, item)
        self._items[key] = item
        self._footed += foot
        return item

    def select(self, key: str) -> None:
        """Show `key` as the page on the screen."""
        self._items[key].setChecked(True)

    def items(self) -> dict[str, RailItem]:
        """Return the items by key, top to bottom."""
        return dict(self._items)

    def changeEvent(self, event: QEvent) -> None:
        """Take the width of the density."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def _clicked(self, item: QAbstractButton) -> None:
        if isinstance(item, RailItem):
            self.chosen.emit(item.key)

    def _dress(self) -> None:
        self.setFixedWidth(theme.grown(theme.sizes().rail))
        for widget in (self.mark, *self._items.values()):
            widget.updateGeometry()
