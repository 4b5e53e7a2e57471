"""Acts with a name and a key, said again when the language changes, and listed for `?`."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from app.core.words import Text
from ui.words import tell, told


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


def keys_of(owner: QWidget) -> list[tuple[str, Text]]:
    """Return (key, name) of every enabled action with a key in `owner` and what is visible below."""
    listed: dict[str, Text] = {}
    for widget in (owner, *owner.findChildren(QWidget)):
        for action in widget.actions():
            name = told(action.setText)
            if name and action.isEnabled() and (widget is owner or widget.isVisible()):
                for key in action.shortcuts():
                    written = key.toString(QKeySequence.SequenceFormat.PortableText)
                    listed.setdefault(written, name)
    return list(listed.items())


class _Press(QObject):
    """Drops the `checked` that Qt sends along."""

    def __init__(self, action: QAction, do: Callable[[], object]) -> None:
        super().__init__(action)
        self._do = do

    def press(self) -> None:
        """Do it."""
        self._do()
