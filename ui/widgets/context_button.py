"""A drop-down of the page header: icon, what is chosen, a dim detail, and a menu of choices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from app.core.words import Text
from ui import theme
from ui.widgets.icon import paint_icon


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a drop-down; `heads` begins a new group above it."""

    key: str
    name: Text
    detail: str = ""
    heads: Text | None = None
    enabled: bool = True


class ContextButton(QPushButton):
    """Shows the choice that holds; `picked` carries the key of the one a person took.

    `say(button.set_kind_of, "Camera")` names what is chosen here to tooltip and assistive tools.
    """

    picked = Signal(str)

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._kind_of = ""
        self._choices: tuple[Choice, ...] = ()
        self._current = ""
        self._shown = ("", "")
        self._menu: QMenu | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open)

    def set_kind_of(self, words: str) -> None:
        """Name what is chosen here ("Camera")."""
        self._kind_of = words
        self._name()

    def set_choices(self, choices: Sequence[Choice], current: str) -> None:
        """Offer `choices`; `current` is the key of the one that holds."""
        self._choices, self._current = tuple(choices), current
        self._refresh()

    def current(self) -> str:
        """Return the key of the choice that holds."""
        return self._current

    def sizeHint(self) -> QSize:
        """Return the size that shows main text and detail whole."""
        main, detail = self._shown
        width = QFontMetrics(theme.font("body")).horizontalAdvance(main)
        if detail:
            width += 8 + QFontMetrics(theme.font("small", number=True)).horizontalAdvance(detail)
        return QSize(8 + 16 + 8 + width + 4 + 8 + 12 + 6, theme.grown(theme.sizes().button))

    def minimumSizeHint(self) -> QSize:
        """Return a width that still shows the icon and some letters."""
        return QSize(72, theme.grown(theme.sizes().button))

    def changeEvent(self, event: QEvent) -> None:
        """Say the choice again when the language changed."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.StyleChange):
            self._refresh()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 painted whole
        """Paint icon, choice, detail and caret; the detail gives way first."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("surface.hover"))
            painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        dim = theme.color("text.tertiary" if self.isEnabled() else "text.disabled")
        middle = self.height() // 2
        paint_icon(painter, QRectF(8, middle - 8, 16, 16), self._icon, dim)
        room = self.width() - 32 - 26
        main, detail = self._shown
        painter.setFont(theme.font("body"))
        painter.setPen(theme.color("text.primary" if self.isEnabled() else "text.disabled"))
        metrics = painter.fontMetrics()
        said = metrics.elidedText(main, Qt.TextElideMode.ElideRight, room)
        y = round(theme.baseline("body", self.rect()))
        painter.drawText(32, y, said)
        x = 32 + metrics.horizontalAdvance(said)
        if detail and room - (x - 32) > 40:
            painter.setFont(theme.font("small", number=True))
            painter.setPen(dim)
            cut = painter.fontMetrics().elidedText(
                detail, Qt.TextElideMode.ElideRight, room - (x - 32) - 8
            )
            painter.drawText(x + 8, y, cut)
            x += 8 + painter.fontMetrics().horizontalAdvance(cut)
        paint_icon(painter, QRectF(x + 8, middle - 6, 12, 12), "ph.caret-down", dim)

    def _refresh(self) -> None:
        held = next((c for c in self._choices if c.key == self._current), None)
        self._shown = (held.name.say(), held.detail) if held else ("—", "")
        self._name()
        self.updateGeometry()
        self.update()

    def _name(self) -> None:
        main, detail = self._shown
        self.setText(main)
        said = " ".join(part for part in (self._kind_of, main, detail) if part)
        self.setAccessibleName(said)
        self.setToolTip(said)

    def _open(self) -> None:
        if self._menu is not None:
            self._menu.deleteLater()
        menu = self._menu = QMenu(self)
        group = QActionGroup(menu)
        for choice in self._choices:
            if choice.heads is not None:
                menu.addSection(choice.heads.say())
            words = choice.name.say().replace("&", "&&")
            action = menu.addAction(f"{words}\t{choice.detail}" if choice.detail else words)
            action.setCheckable(True)
            action.setChecked(choice.key == self._current)
            action.setEnabled(choice.enabled)
            action.setData(choice.key)
            group.addAction(action)
        menu.triggered.connect(self._pick)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def _pick(self, action: QAction) -> None:
        key = str(action.data())
        if key != self._current:
            self._current = key
            self._refresh()
            self.picked.emit(key)
