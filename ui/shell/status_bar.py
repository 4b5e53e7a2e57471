"""The status bar: what was saved and what goes on at the left, where it runs at the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.core.words import Text, text
from ui import theme
from ui.widgets.icon_mark import IconMark
from ui.widgets.label import Label
from ui.words import tell

if TYPE_CHECKING:
    from ui.widgets.page import Page

Part = tuple[str, Text]
HERE: Part = ("ph.hard-drive", text("Library on this machine · offline"))


class _Side(QWidget):
    """A row of parts, each an icon (or none) and a sentence; kept and only said anew."""

    def __init__(self, tone: str) -> None:
        super().__init__()
        self._tone = tone
        self._parts: list[tuple[IconMark, Label]] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show `parts` in order."""
        while len(self._parts) < len(parts):
            mark, label = IconMark("ph.circle", "text.tertiary", 14), Label("small", self._tone)
            if self._parts:
                self._row.addSpacing(12)
            self._row.addWidget(mark)
            self._row.addWidget(label)
            self._parts.append((mark, label))
        for index, (mark, label) in enumerate(self._parts):
            there = index < len(parts)
            label.setVisible(there)
            mark.setVisible(there and bool(parts[index][0]))
            if there:
                if parts[index][0]:
                    mark.show_icon(parts[index][0], "text.tertiary")
                tell(label.setText, parts[index][1])


class StatusBar(QWidget):
    """One line at the foot of the window."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("house", "status")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._left, self._right = _Side("text.secondary"), _Side("text.secondary")
        self._row = QHBoxLayout(self)
        self._left.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._row.addWidget(self._left, 1)
        self._row.addWidget(self._right)
        self._row.setAlignment(self._left, Qt.AlignmentFlag.AlignLeft)
        self._said: dict[Page, tuple[Sequence[Part], Sequence[Part]]] = {}
        self._page: Page | None = None
        self._dress()

    def follow(self, page: Page) -> None:
        """Hear what `page` says from now on; shown while the page is on the screen."""
        page.status.connect(self._heard)

    def show_for(self, page: Page) -> None:
        """Show what `page` said last."""
        self._page = page
        left, right = self._said.get(page, ((), ()))
        self._left.show_parts(left)
        self._right.show_parts((*right, HERE))

    def _heard(self, left: Sequence[Part], right: Sequence[Part]) -> None:
        page = cast("Page", self.sender())
        self._said[page] = (left, right)
        if page is self._page:
            self.show_for(page)

    def changeEvent(self, event: QEvent) -> None:
        """Take the height of the density."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def _dress(self) -> None:
        margin = theme.sizes().margin
        self._row.setContentsMargins(margin, 0, margin, 0)
        self.setFixedHeight(theme.grown(theme.sizes().status_bar))
