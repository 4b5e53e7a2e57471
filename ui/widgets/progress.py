"""Progress in the place where the result will be: how far, what, how long still, and Cancel."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.core.words import Text, text
from ui import theme
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.words import say, tell


class Bar(QWidget):
    """A bar 6 px high; without a known share it is empty and the words say what goes on."""

    def __init__(self) -> None:
        super().__init__()
        self._share: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float | None) -> None:
        """Fill the bar to `share`, 0 to 1."""
        self._share = share
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of the bar."""
        return QSize(120, 6)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 painted whole
        """Paint the bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("meter.off"))
        box = QRectF(self.rect())
        painter.drawRoundedRect(box, 3, 3)
        if self._share:
            box.setWidth(max(6.0, box.width() * min(1.0, self._share)))
            painter.setBrush(theme.color("accent.line"))
            painter.drawRoundedRect(box, 3, 3)


class ProgressWithCancel(QWidget):
    """Bar, per cent, what is being done and how long still; `cancelled` is sent by Cancel."""

    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._bar = Bar()
        self._what = Label("body", "text.secondary", elide=True)
        self._percent = Label("section", number=True)
        self._cancel = Button("link", size="small")
        say(self._cancel.setText, "Cancel")
        self._cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._percent)
        row.addWidget(self._what, 1)
        row.addWidget(self._cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._bar)
        column.addLayout(row)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)

    def show_progress(self, share: float | None, what: Text, seconds: float | None = None) -> None:
        """Show `share` (0 to 1, None where not known), what is done, and the seconds still to go."""
        self._bar.show_share(share)
        self._percent.setText("" if share is None else f"{round(share * 100)} %")
        if seconds is not None:
            what = text("{what}, about {seconds:.0f} s to go", what=what, seconds=seconds)
        tell(self._what.setText, what)
        tell(self.setAccessibleName, what)
