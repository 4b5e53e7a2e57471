"""Banners: trouble of the environment, said calmly above the page, gone when it is cured."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.core.words import Text
from ui.widgets.button import Button
from ui.widgets.strip import Strip
from ui.words import say

SHOWN_AT_ONCE = 2


class Banner(Strip):
    """What happened, what to do, one button, and a way to put it aside."""

    put_aside = Signal(object)

    def __init__(self, key: Hashable, what: Text, todo: Text | None, button: Text | None) -> None:
        super().__init__("status.warn", "status.warn_soft", "status.warn", "quiet")
        self.key = key
        say(self.label.setText, "Note")
        self._close = Button("plain", icon="ph.x", size="small")
        say(self._close.setToolTip, "Put this note aside")
        self._close.clicked.connect(self._put_aside)
        self._row.addWidget(self._close)
        self.say_all(what, todo if todo and todo.en else None, button)

    def _put_aside(self) -> None:
        self.put_aside.emit(self.key)


class BannerStack(QWidget):
    """At most two banners at a time; the rest wait their turn. None of them takes the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._banners: dict[Hashable, Banner] = {}
        self._acts: dict[Hashable, Callable[[], object]] = {}
        self._aside: set[Hashable] = set()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 12, 0, 0)
        self._column.setSpacing(4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def trouble(
        self,
        key: Hashable,
        what: Text,
        todo: Text | None = None,
        button: Text | None = None,
        act: Callable[[], object] | None = None,
    ) -> None:
        """Say a trouble, or say it anew; put aside by a person it stays away until cured."""
        if key in self._aside:
            return
        if act is not None:
            self._acts[key] = act
        known = self._banners.get(key)
        if known is not None:
            known.say_all(what, todo if todo and todo.en else None, button)
            return
        banner = Banner(key, what, todo, button)
        banner.acted.connect(self._act)
        banner.put_aside.connect(self._put_aside)
        self._banners[key] = banner
        self._column.addWidget(banner)
        self._show_some()

    def cured(self, key: Hashable) -> None:
        """Take the banner of a trouble that is gone away."""
        self._aside.discard(key)
        self._acts.pop(key, None)
        banner = self._banners.pop(key, None)
        if banner is not None:
            banner.hide()
            banner.deleteLater()
        self._show_some()

    def keys(self) -> tuple[Hashable, ...]:
        """Return the troubles known, oldest first."""
        return tuple(self._banners)

    def _act(self) -> None:
        banner = self.sender()
        if isinstance(banner, Banner) and banner.key in self._acts:
            self._acts[banner.key]()

    def _put_aside(self, key: Hashable) -> None:
        self.cured(key)
        self._aside.add(key)

    def _show_some(self) -> None:
        for index, banner in enumerate(self._banners.values()):
            banner.setVisible(index < SHOWN_AT_ONCE)
        self.setVisible(bool(self._banners))
