"""The ground of rail, header and status bar: what the window shows until it is furnished."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from ui import tokens


class Ground(QWidget):
    """Plain areas in the colours of the theme. Filled by palette: a painter would cost 25 ms here."""

    painted = Signal()  # the first picture of the window is there

    def __init__(self) -> None:
        super().__init__()
        roles = ("surface.rail", "surface.rail", "line.subtle", "line.subtle", "line.subtle")
        _fill(self, "surface.window")
        self._areas = [QWidget(self) for _ in roles]
        for area, role in zip(self._areas, roles, strict=True):
            _fill(area, role)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say that the ground is on the screen."""
        super().paintEvent(event)
        self.painted.emit()

    def lay(self) -> None:
        """Lay the areas out for the window's size and density."""
        window = self.window().size()
        width, height, sizes = window.width(), window.height(), tokens.sizes()
        rail, bar = tokens.grown(sizes.rail), tokens.grown(sizes.status_bar)
        header = tokens.grown(sizes.header)
        for area, place in zip(
            self._areas,
            (
                (0, 0, rail, height),
                (rail, height - bar, width - rail, bar),
                (rail - 1, 0, 1, height),
                (rail, header - 1, width - rail, 1),
                (rail, height - bar, width - rail, 1),
            ),
            strict=True,
        ):
            area.setGeometry(*place)


def _fill(area: QWidget, role: str) -> None:
    colours = area.palette()  # a copy; calling QPalette would make all of the enums
    colours.setColor(QPalette.ColorRole.Window, tokens.color(role))
    area.setPalette(colours)
    area.setAutoFillBackground(True)
