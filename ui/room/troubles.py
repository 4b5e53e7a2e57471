"""Troubles as banners above the page: each until it is cured, none said twice."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.errors import Trouble
from ui.widgets.page import Page


class Troubles:
    """Keeps the page's banners in step with what is wrong."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._live: dict[str, Trouble] = {}
        self._said: set[str] = set()

    def show(self, troubles: Sequence[Trouble]) -> None:
        """Show exactly these troubles of a running check."""
        now = {f"live:{t.what.en}": t for t in troubles}
        for key in set(self._live) - set(now):
            self._page.cured.emit(key)
        for key, trouble in now.items():
            if key not in self._live:
                self._tell(key, trouble)
        self._live = now

    def say(self, key: str, trouble: Trouble) -> None:
        """Say one trouble until `clear`; a newer one of the same key takes its place."""
        self._said.add(key)
        self._tell(key, trouble)

    def clear(self) -> None:
        """Take every banner away."""
        for key in (*self._live, *self._said):
            self._page.cured.emit(key)
        self._live.clear()
        self._said.clear()

    def _tell(self, key: str, trouble: Trouble) -> None:
        self._page.trouble.emit(key, trouble.what, trouble.todo, None, None)
