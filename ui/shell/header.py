"""The page header: title, context drop-downs, quiet actions, the primary one at the far right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QWidget

from app.core.words import Text, text
from ui import theme
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.words import tell


class PageHeader(QWidget):
    """The header of one page."""

    def __init__(
        self,
        title: Text,
        context: Sequence[QWidget],
        actions: Sequence[QWidget],
        *,
        history: bool = False,
    ) -> None:
        super().__init__()
        self._title = Label("title", elide=True)
        tell(self._title.setText, title)
        row = self._row = QHBoxLayout(self)
        row.setSpacing(8)
        row.addWidget(self._title)
        row.addSpacing(12)
        for widget in context:
            row.addWidget(widget)
        row.addStretch(1)
        self.undo = Button("plain", icon="ph.arrow-u-up-left")
        self.redo = Button("plain", icon="ph.arrow-u-up-right")
        for button in (self.undo, self.redo):
            row.addWidget(button)
            button.setHidden(not history)  # after it has its place, or it would be a window
        self.show_history(None, None)
        for widget in actions:
            row.addWidget(widget)
        self._dress()

    def show_history(self, undo: Text | None, redo: Text | None) -> None:
        """Say what undo and redo would do, for the buttons of a page that has them."""
        for button, name, act in (
            (self.undo, text("Undo"), undo),
            (self.redo, text("Redo"), redo),
        ):
            button.setEnabled(act is not None)
            tell(
                button.setToolTip,
                name if act is None else text("{name}: {act}", name=name, act=act),
            )

    def set_title(self, title: Text) -> None:
        """Call the page by another title."""
        tell(self._title.setText, title)

    def changeEvent(self, event: QEvent) -> None:
        """Take the margin of the density."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def _dress(self) -> None:
        margin = theme.sizes().margin
        self._row.setContentsMargins(margin, 0, margin, 0)


class HeaderHost(QStackedWidget):
    """Shows the header of the page on the screen."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("house", "header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._headers: dict[str, PageHeader] = {}
        self._dress()

    def add(self, key: str, header: PageHeader) -> None:
        """Take the header of one more page."""
        self._headers[key] = header
        self.addWidget(header)

    def show_title(self, title: Text) -> None:
        """Show a header with nothing but a title, until the page is there."""
        self.addWidget(PageHeader(title, (), ()))

    def show_for(self, key: str) -> None:
        """Show the header of the page `key`."""
        self.setCurrentWidget(self._headers[key])

    def changeEvent(self, event: QEvent) -> None:
        """Take the height of the density."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def _dress(self) -> None:
        self.setFixedHeight(theme.grown(theme.sizes().header))
