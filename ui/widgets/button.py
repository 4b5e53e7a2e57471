"""Buttons: one filled on a page, all others quiet; painted, so that a key cap fits inside."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QEnterEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui import theme
from ui.widgets.icon import paint_icon
from ui.widgets.key_cap import cap_width, paint_cap

Kind = Literal["primary", "quiet", "plain", "link"]


class Button(QPushButton):
    """A push button with an icon by name, a word, and the key that presses it.

    Kinds: primary (filled), quiet (raised ground), plain (no ground until hovered), link.
    `size` is "normal", "small" or "row". Say its word with `say(button.setText, "…")`; a button
    without a word needs `say(button.setToolTip, …)`, which then also names it to assistive tools.
    """

    def __init__(
        self,
        kind: Kind = "quiet",
        *,
        icon: str = "",
        key: str = "",
        size: Literal["normal", "small", "row"] = "normal",
        checkable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind: Kind = kind
        self._icon, self._key, self._size = icon, key, size
        self.setCheckable(checkable)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)

    def set_kind(self, kind: Kind) -> None:
        """Make the button filled, quiet, plain or a link."""
        self._kind = kind
        self.update()

    def set_icon(self, name: str) -> None:
        """Show another icon ("ph.play"), or none for ""."""
        self._icon = name
        self.updateGeometry()
        self.update()

    def set_key(self, key: str) -> None:
        """Show another key cap, or none for ""; the cap presses nothing by itself."""
        self._key = key
        self.updateGeometry()
        self.update()

    def setToolTip(self, words: str) -> None:
        """Set the tooltip; where the button has no word it is also its accessible name."""
        super().setToolTip(words)
        if not self.text():
            self.setAccessibleName(words)

    def sizeHint(self) -> QSize:
        """Return the size that shows icon, word and key cap whole."""
        height = self._height()
        width = self._content_width()
        if not self.text():
            return QSize(max(width + self._gap(), height), height)
        return QSize(width + 2 * self._side(), height)

    def minimumSizeHint(self) -> QSize:
        """Return the same as the size hint: a button's word is never cut."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when theme, density or language changed."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LanguageChange):
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the focus, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the hover ground."""
        super().enterEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 painted whole
        """Paint ground, icon, word and key cap."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        ink = theme.color(self._ink())
        painter.setFont(self._font())
        x = (self.width() - self._content_width()) // 2
        if self._icon:
            side = 14 if self._size == "row" else 16
            box = QRect(x, (self.height() - side) // 2, side, side)
            dim = self.text() and self._kind == "quiet" and self.isEnabled()
            paint_icon(painter, box, self._icon, theme.color("text.secondary") if dim else ink)
            x += side + self._gap()
        if self.text():
            painter.setPen(ink)
            word = self._word()
            width = painter.fontMetrics().horizontalAdvance(word)
            y = theme.baseline(self._type(), self.rect())
            painter.drawText(x, round(y), word)
            x += width + self._gap()
        if self._key:
            paint_cap(painter, x, self.rect(), self._key, ink)

    def _paint_ground(self, painter: QPainter) -> None:
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        hover = self.underMouse() and self.isEnabled()
        down = self.isDown() or self.isChecked()
        pen, ground = "", ""
        if self._kind == "primary" and self.isEnabled():
            ground = "accent.fill_hover" if hover or down else "accent.fill"
        elif self._kind in ("quiet", "primary"):
            ground = "surface.selected" if down else "surface.hover" if hover else "surface.raised"
            pen = "line.subtle"
        elif self._kind == "plain" and (hover or down):
            ground = "surface.selected" if down else "surface.hover"
        painter.setPen(QPen(theme.color(pen), 1) if pen else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(ground) if ground else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 4, 4)

    def _ink(self) -> str:
        if not self.isEnabled():
            return "text.disabled"
        if self._kind == "primary":
            return "accent.on_fill"
        if self._kind == "link" or self.isChecked():
            return "accent.text"
        return "text.secondary" if self._kind == "plain" else "text.primary"

    def _type(self) -> str:
        return "section" if self._kind == "primary" else "small" if self._size == "row" else "body"

    def _font(self) -> QFont:
        return theme.font(self._type())

    def _word(self) -> str:
        return self.text().replace("&", "")

    def _height(self) -> int:
        sizes = theme.sizes()
        height = {"normal": sizes.button, "small": sizes.small_button, "row": sizes.row_button}
        return theme.grown(height[self._size])

    def _side(self) -> int:
        return 4 if self._kind == "link" else {"normal": 12, "small": 10, "row": 8}[self._size]

    def _gap(self) -> int:
        return 6 if self._size == "row" else 8

    def _content_width(self) -> int:
        parts = []
        if self._icon:
            parts.append(14 if self._size == "row" else 16)
        if self.text():
            parts.append(QFontMetrics(theme.font(self._type())).horizontalAdvance(self._word()))
        if self._key:
            parts.append(cap_width(self._key))
        return sum(parts) + self._gap() * max(0, len(parts) - 1)
