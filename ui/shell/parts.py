"""F6 and Shift+F6: from one part of the window to the next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def move_focus(parts: Sequence[QWidget], step: int) -> QWidget | None:
    """Focus the first control of the next (1) or previous (−1) part that has one; return it."""
    focused = QApplication.focusWidget()
    here = next((i for i, part in enumerate(parts) if _holds(part, focused)), -1)
    count = len(parts)
    for away in range(1, count + 1):
        target = _first_control(parts[(max(here, -1) + step * away) % count])
        if target is not None:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return target
    return None


def _holds(part: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and (part is widget or part.isAncestorOf(widget))


def _first_control(part: QWidget) -> QWidget | None:
    if not part.isVisible():
        return None
    takes = [w for w in (part, *part.findChildren(QWidget)) if _takes_focus(w)]
    return takes[0] if takes else None


def _takes_focus(widget: QWidget) -> bool:
    tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return tab and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
