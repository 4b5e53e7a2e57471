"""A row of choices of which exactly one holds; arrow keys move between them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from app.core.words import Text
from ui import theme
from ui.words import tell


class Segment(QAbstractButton):
    """One choice: a word and, dimmer, a count."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key = key
        self.count = ""
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size that shows word and count."""
        width = QFontMetrics(theme.font("section")).horizontalAdvance(self.text())
        if self.count:
            width += 6 + QFontMetrics(theme.font("body")).horizontalAdvance(self.count)
        return QSize(width + 20, theme.grown(theme.sizes().segmented))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 painted whole
        """Paint the choice; the chosen one is raised."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked():
            raised = "surface.raised" if theme.current().dark else "surface.panel"
            painter.setBrush(theme.color(raised))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 3, 3)
        ink = "text.primary" if self.isChecked() or self.underMouse() else "text.secondary"
        painter.setPen(theme.color(ink if self.isEnabled() else "text.disabled"))
        role = "section" if self.isChecked() else "body"
        painter.setFont(theme.font(role))
        whole = painter.fontMetrics().horizontalAdvance(self.text())
        if self.count:
            figures = QFontMetrics(theme.font("body", number=True))
            whole += 6 + figures.horizontalAdvance(self.count)
        x = (self.width() - whole) // 2
        y = round(theme.baseline(role, self.rect()))
        painter.drawText(x, y, self.text())
        if self.count:
            x += painter.fontMetrics().horizontalAdvance(self.text()) + 6
            painter.setFont(theme.font("body", number=True))
            painter.setPen(theme.color("text.tertiary"))
            painter.drawText(x, y, self.count)


class Segmented(QWidget):
    """A segmented control; `chosen` carries the key of the choice a person made."""

    chosen = Signal(str)

    def __init__(self, choices: Iterable[tuple[str, Text]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._segments: dict[str, Segment] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for key, words in choices:
            segment = Segment(key)
            tell(segment.setText, words)
            tell(segment.setAccessibleName, words)
            self._group.addButton(segment)
            self._segments[key] = segment
            row.addWidget(segment)
        next(iter(self._segments.values())).setChecked(True)
        self._group.buttonToggled.connect(self._toggled)
        self._quiet = False
        self._let_tab_in()

    def choice(self) -> str:
        """Return the key of the choice that holds."""
        checked = self._group.checkedButton()
        assert isinstance(checked, Segment)
        return checked.key

    def choose(self, key: str) -> None:
        """Let the choice `key` hold without sending `chosen`."""
        self._quiet = True
        self._segments[key].setChecked(True)
        self._quiet = False

    def count(self, key: str, number: int | None) -> None:
        """Show how many things the choice holds."""
        segment = self._segments[key]
        said = "" if number is None else str(number)
        if segment.count != said:
            segment.count = said
            segment.updateGeometry()
            segment.update()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when theme, density or language changed."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LanguageChange):
            for segment in self._segments.values():
                segment.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 painted whole
        """Paint the track."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("surface.track"))
        painter.drawRoundedRect(QRectF(self.rect()), 4, 4)

    def _let_tab_in(self) -> None:
        # Qt leaves Tab on the first of a group after a choice made by program.
        for segment in self._segments.values():
            chosen = segment.isChecked()
            policy = Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus
            segment.setFocusPolicy(policy)

    def _toggled(self, segment: QAbstractButton, checked: bool) -> None:
        if checked:
            self._let_tab_in()
        if checked and not self._quiet and isinstance(segment, Segment):
            self.chosen.emit(segment.key)
