"""The menu over the words: the clipboard, tokens and cues."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu

from app.core.words import Text, text

if TYPE_CHECKING:
    from ui.show.script.pane import ScriptPane

Key = QKeySequence.StandardKey


class WordsMenu(QObject):
    """Opens at the mouse, or at the caret by key."""

    def __init__(self, pane: ScriptPane) -> None:
        super().__init__(pane)
        self._pane = pane
        self.menu: QMenu | None = None

    def open(self, at: QPoint) -> None:
        """Open the menu at a point of the screen."""
        pane = self._pane
        words = pane.text
        if self.menu is not None:
            self.menu.deleteLater()
        menu = self.menu = QMenu(words)
        chosen = words.textCursor().hasSelection()
        can = pane.view.can_edit and pane.row() is not None
        clip = QGuiApplication.clipboard().mimeData()
        self._add(text("Cut"), words.cut, Key.Cut, on=chosen and can)
        self._add(text("Copy"), words.copy, Key.Copy, on=chosen)
        self._add(
            text("Paste"), words.paste, Key.Paste, on=can and words.canInsertFromMimeData(clip)
        )
        self._add(text("Select all"), words.selectAll, Key.SelectAll, on=True)
        menu.addSeparator()
        flag = words.flag_here().startswith("{cue:")
        cue = text("Change the cue") if flag else text("Add a cue")
        self._add(text("Insert a token"), words.offer_tokens, None, on=can)
        self._add(cue, pane.cue_hand.ask, None, on=can)
        menu.popup(at)

    def _add(
        self,
        name: Text,
        do: Callable[[], object],
        key: QKeySequence.StandardKey | None,
        *,
        on: bool,
    ) -> None:
        assert self.menu is not None
        action = self.menu.addAction(name.say())
        if key is not None:
            action.setShortcut(QKeySequence(key))
        action.setEnabled(on)
        action.triggered.connect(Press(action, do).press)


class Press(QObject):
    """Drops the `checked` that Qt sends along."""

    def __init__(self, owner: QObject, do: Callable[[], object]) -> None:
        super().__init__(owner)
        self._do = do

    def press(self) -> None:
        """Do it."""
        self._do()
