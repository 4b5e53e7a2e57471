"""Typing in a cell: the field, and under it what was understood or why it is refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, QStringListModel, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from app.core.errors import Refused
from app.core.words import tr
from ui import theme

Understand = Callable[[str], str]  # what a text is understood as, "" where it stands as typed
PAD = 8


class UnderstoodStrip(QWidget):
    """A small raised strip below the cell; fail_soft when the text is refused."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._words, self._refused = "", False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_under(self, field: QWidget, words: str, *, refused: bool) -> None:
        """Show `words` under `field`, inside the host."""
        self._words, self._refused = words, refused
        self.setAccessibleName(words)
        host = self._host
        size = self.sizeHint().boundedTo(host.size())
        corner = field.mapTo(host, QPoint(0, field.height() + 2))
        if corner.y() + size.height() > host.height():
            corner.setY(field.mapTo(host, QPoint(0, 0)).y() - size.height() - 2)
        corner.setX(max(0, min(corner.x(), host.width() - size.width())))
        self.setGeometry(corner.x(), corner.y(), size.width(), size.height())
        self.setVisible(bool(words))
        self.raise_()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size that shows the words whole."""
        width = self.fontMetrics().horizontalAdvance(self._words)
        return QSize(width + 2 * PAD + 4, theme.grown(26))

    def event(self, event: QEvent) -> bool:
        """Keep the font of the theme."""
        if event.type() == QEvent.Type.Polish:
            self.setFont(theme.font("small"))
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 painted whole
        """Paint ground and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("line.control"), 1))
        role = "status.fail_soft" if self._refused else "surface.raised"
        painter.setBrush(theme.color(role))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("text.primary"))
        painter.drawText(
            self.rect().adjusted(PAD, 0, -PAD, 0),
            int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft),
            self._words,
        )


class CellEditor(QLineEdit):
    """The field inside the cell. What is refused stays in the field until it is mended or Esc."""

    def __init__(
        self, parent: QWidget, understand: Understand, choices: Sequence[str] = ()
    ) -> None:
        super().__init__(parent)
        self.setFrame(False)
        self.setProperty("house", "cell")
        self._understand = understand
        self.refused = False
        self._first = ""
        self._strip = UnderstoodStrip(parent)
        if choices:
            completer = QCompleter(QStringListModel(list(choices), self), self)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            self.setCompleter(completer)
        self.textChanged.connect(self._look)

    def begin(self, words: str) -> None:
        """Start from what the cell holds."""
        self._first = words
        self.setText(words)
        self.selectAll()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field and a 2 px line inside the cell."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QPen(theme.color("accent.line"), 2))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep the field open when Enter finds a text that is refused; let no Enter through."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.refused:
            event.accept()
            return
        super().keyPressEvent(event)
        if enter:
            event.accept()  # the table would begin to type once more

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the strip away with the field."""
        self._strip.hide()
        super().hideEvent(event)

    def close_strip(self) -> None:
        """Let go of the strip; the field is about to be deleted."""
        self._strip.hide()
        self._strip.deleteLater()

    def _look(self, words: str) -> None:
        if words == self._first:
            self.refused = False
            self._strip.hide()
            return
        try:
            understood = self._understand(words)
        except Refused as trouble:
            self.refused = True
            self._strip.show_under(self, str(trouble), refused=True)
            return
        self.refused = False
        if understood and understood != words.strip():
            said = tr("understood as {what}  ↵", what=understood)
            self._strip.show_under(self, said, refused=False)
        else:
            self._strip.hide()
