"""Connects rail, header, banners, stage, status bar and menus of the window; decides nothing."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMainWindow

from app.core.errors import Trouble
from app.core.words import Text, text
from ui.actions import act
from ui.shell.dress import Dress
from ui.shell.frame import Frame
from ui.shell.header import PageHeader
from ui.shell.history import History
from ui.shell.keys_panel import about_body, keys_body
from ui.shell.library import LibraryDoor
from ui.shell.menus import Menus
from ui.shell.pages import ENTRIES, Entry
from ui.shell.parts import move_focus
from ui.widgets.desk import Choices, Desk
from ui.widgets.focus_ring import FocusRing
from ui.widgets.page import Page
from ui.words import say

if TYPE_CHECKING:
    from app.session.session import Session

LIBRARY = "library"  # the key of the banner that cures itself once a backup is restored


class Conduct(QObject):
    """What stands in the window and how its parts hear of each other."""

    def __init__(
        self,
        window: QMainWindow,
        dress: Dress,
        choices: Choices,
        door: LibraryDoor,
        *,
        demo: bool,
        entries: tuple[Entry, ...] | None,
    ) -> None:
        super().__init__(window)
        self._window, self._choices, self._door, self._demo = window, choices, door, demo
        self._entries = {entry.key: entry for entry in entries or ENTRIES}
        self._wanted = next(iter(self._entries))
        self.frame = Frame()
        window.setCentralWidget(self.frame)
        self.ring = FocusRing(window)
        self.history = History(self.frame.stage.toast, door.later, self)
        self.menus = Menus(window, self.frame.rail.mark)
        self.menus.fill(self, self.history, door, dress)
        say(window.setWindowTitle, "Greenroom")
        for number, entry in enumerate(self._entries.values(), 1):
            self.frame.rail.add(entry.key, entry.icon, entry.name, foot=entry.foot)
            go = functools.partial(self.go, entry.key)
            act(window, entry.name, go, keys=(f"Ctrl+{number}",))
        act(window, text("Next part of the window"), self.next_part, keys=("F6",))
        act(window, text("Previous part of the window"), self.previous_part, keys=("Shift+F6",))
        self._connect()

    def _connect(self) -> None:
        self.frame.rail.chosen.connect(self.go)
        self.frame.stage.made.connect(self._made)
        self._door.opened.connect(self._opened)
        self._door.backed_up.connect(self._say_done)
        self._door.restored.connect(self._restored)
        self._door.trouble.connect(self.show_trouble)
        self._choices.unsaved.connect(self.show_trouble)
        self.history.trouble.connect(self.show_trouble)

    def begin(self, page: str, troubles: tuple[Trouble, ...]) -> None:
        """Say `troubles`, name the page to begin with, and open the library for it."""
        wanted = page or self._choices.now.page
        self._wanted = wanted if wanted in self._entries else self._wanted
        entry = self._entries[self._wanted]
        self.frame.rail.select(entry.key)
        self.frame.header.show_title(entry.name)
        for trouble in troubles:
            self.show_trouble(trouble)
        self._door.open([entry])

    def end(self, timeout: float) -> None:
        """Keep splitters and panel widths and end the pages' work."""
        self._choices.change(**self.frame.stage.kept(self._choices.now))
        self.frame.stage.close_down(timeout)
        self.history.let_go()

    def page(self) -> Page | None:
        """Return the page on the screen, None until the library was opened."""
        return self.frame.stage.page()

    def go(self, key: str) -> None:
        """Show the page `key`."""
        self._wanted = key
        self.frame.rail.select(key)
        self.frame.stage.go(self._entries[key])
        page = self.page()
        if page is not None:
            self.frame.header.show_for(key)
            self.frame.status.show_for(page)
            self.history.walk(page)
        self._choices.change(page=key)

    def do_first(self) -> bool:
        """Press the first line's button; return whether there was one."""
        page = self.page()
        line = page.first_line if page is not None else None
        if line is None or not line.button.isVisible():
            return False
        line.button.click()
        return True

    def show_trouble(self, trouble: Trouble) -> None:
        """Say a trouble of the environment in a banner."""
        self.frame.banners.trouble(trouble.what.en, trouble.what, trouble.todo)

    def go_settings(self) -> None:
        """Show the settings."""
        self.go("settings")

    def list_keys(self) -> None:
        """List the keys in the side panel."""
        self.frame.stage.open_side(text("Keys"), keys_body(self._window))

    def about(self) -> None:
        """Say version and licence in the side panel."""
        self.frame.stage.open_side(text("About Greenroom"), about_body())

    def full_screen(self) -> None:
        """Fill the screen, or return from it."""
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def close(self) -> None:
        """Close the window."""
        self._window.close()

    def next_part(self) -> None:
        """Move the focus to the next part of the window."""
        move_focus(self.frame.parts(), 1)
        self.ring.by_key()

    def previous_part(self) -> None:
        """Move the focus to the part before."""
        move_focus(self.frame.parts(), -1)
        self.ring.by_key()

    def _opened(self, session: Session | None, trouble: Trouble | None) -> None:
        stage = self.frame.stage
        stage.take_desk(Desk(self._door.home, session, self._choices, self._door.later, self._demo))
        self.history.follow(session, stage.pages)
        if trouble is not None and session is not None and session.offered is not None:
            button = text("Restore the backup")
            self.frame.banners.trouble(
                LIBRARY, trouble.what, trouble.todo, button, self._door.restore
            )
        elif trouble is not None:
            self.show_trouble(trouble)
        self.go(self._wanted)

    def _restored(self, said: Text) -> None:
        self.frame.banners.cured(LIBRARY)
        self._say_done(said)

    def _made(self, entry: Entry) -> None:
        page = self.frame.stage.pages[entry.key]
        header = PageHeader(
            entry.name, page.context(), page.header_actions(), history=page.shows_history
        )
        header.undo.clicked.connect(self.history.undo)
        header.redo.clicked.connect(self.history.redo)
        self.history.renamed.connect(header.show_history)
        self.frame.header.add(entry.key, header)
        page.titled.connect(header.set_title)
        page.walked.connect(self._walk)
        self.frame.status.follow(page)
        page.trouble.connect(self.frame.banners.trouble)
        page.cured.connect(self.frame.banners.cured)

    def _walk(self) -> None:
        self.history.walk(self.page())

    def _say_done(self, said: Text) -> None:
        self.frame.stage.toast.show_done(said, False)
