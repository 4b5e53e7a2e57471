"""Acts with a name and a key, said again when the language changes, and listed for `?`."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from app.core.words import Text
from ui.words import tell


def act(
    owner: QWidget,
    name: Text,
    do: Callable[[], object],
    *,
    keys: tuple[str, ...] = (),
    role: QAction.MenuRole = QAction.MenuRole.NoRole,
    here: bool = False,
) -> QAction:
    """Return an action of `owner` that calls the method `do`.

    `here` lets its keys work only while the focus is inside `owner`. The first key is the one
    shown; all of them are listed by `keys_of`.
    """
    action = QAction(owner)
    tell(action.setText, name)
    action.setShortcuts([QKeySequence(key) for key in keys])
    context = Qt.ShortcutContext.WidgetWithChildrenShortcut
    action.setShortcutContext(context if here else Qt.ShortcutContext.WindowShortcut)
    action.setMenuRole(role)
    action.triggered.connect(_Press(action, do).press)
    owner.addAction(action)
    return action


def keys_of(owner: QWidget) -> list[tuple[str, str]]:
    """Return (key, name) of every visible, enabled action with a key in `owner` and below."""
    listed: dict[str, str] = {}
    for widget in (owner, *owner.findChildren(QWidget)):
        for action in widget.actions():
            if action.isEnabled() and action.text() and (widget is owner or widget.isVisible()):
                for key in action.shortcuts():
                    written = key.toString(QKeySequence.SequenceFormat.PortableText)
                    listed.setdefault(written, action.text().replace("&", ""))
    return list(listed.items())


class _Press(QObject):
    """Drops the `checked` that Qt sends along."""

    def __init__(self, action: QAction, do: Callable[[], object]) -> None:
        super().__init__(action)
        self._do = do

    def press(self) -> None:
        """Do it."""
        self._do()
