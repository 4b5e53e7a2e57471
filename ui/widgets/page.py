"""A page: one workspace in the window, with what the window shows around it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.first_line import FirstLine


class Page(QWidget):
    """What a workspace gives the window and what it hears from it.

    The window asks for the header's widgets once and owns them from then on. A page reports by
    signals and never reaches up.
    """

    status = Signal(object, object)  # two tuples of (icon name or "", Text): left, right
    trouble = Signal(object, object, object, object, object)  # key, what, todo, button, act | None
    cured = Signal(object)  # key
    done = Signal(object, bool)  # Text of what was just done; may it be undone?
    side = Signal(object, object)  # Text title, QWidget body: opens the side panel
    side_away = Signal()
    titled = Signal(object)  # Text: what the header calls the page now
    walked = Signal()  # another history is walked by Ctrl+Z from now on

    shows_history = False  # undo and redo as buttons of the header
    workspace = ""  # whose undo history Ctrl+Z walks
    first_line: FirstLine | None = None

    def context(self) -> Sequence[QWidget]:
        """Return the drop-downs beside the page's title."""
        return ()

    def header_actions(self) -> Sequence[QWidget]:
        """Return the buttons at the right of the header, the primary one last."""
        return ()

    def regions(self) -> Sequence[QWidget]:
        """Return the page's parts in the order F6 visits them."""
        return (self,)

    def entered(self) -> None:
        """The page is now on the screen: start what moves."""

    def left(self) -> None:
        """The page is hidden: stop what moves."""

    def studio_changed(self, touched: frozenset[str]) -> None:
        """The library changed: `touched` are the kinds of `app.core.changes.Touched`."""

    def kept_state(self) -> str:
        """Return splitters and the like as text, kept in the settings."""
        return ""

    def take_state(self, state: str) -> None:
        """Put back what `kept_state` returned in an earlier run."""

    def close_down(self, timeout: float) -> bool:  # noqa: ARG002 a page with threads uses it
        """End threads and timers within `timeout` seconds; return whether all of them ended."""
        return True
