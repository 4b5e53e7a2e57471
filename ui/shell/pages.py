"""The workspaces there are: a new one is one line here."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.words import Text, text

if TYPE_CHECKING:
    from ui.widgets.desk import Desk
    from ui.widgets.page import Page


@dataclass(frozen=True, slots=True)
class Entry:
    """A workspace in the rail; its module is loaded after the window is on the screen."""

    key: str
    icon: str
    name: Text
    module: str
    foot: bool = False

    def load(self) -> None:
        """Import the module; safe on any thread."""
        importlib.import_module(self.module)

    def make(self, desk: Desk) -> Page:
        """Return the page, made by the module's `make`."""
        make: Callable[[Desk], Page] = importlib.import_module(self.module).make
        return make(desk)


ENTRIES: tuple[Entry, ...] = (
    Entry("room", "ph.user-focus", text("Room"), "ui.room.page"),
    Entry("show", "ph.list-bullets", text("Show"), "ui.show.page"),
    Entry("settings", "ph.gear-six", text("Settings"), "ui.shell.settings_page", foot=True),
)
