"""The two kinds of trouble a person can do something about; anything else is our bug."""

from __future__ import annotations

from app.core.words import Text, text

NOTHING = text("")


class Trouble(Exception):
    """Something a person can mend: what happened, and what to do next."""

    def __init__(self, what: Text, todo: Text = NOTHING) -> None:
        super().__init__(what, todo)
        self.what = what
        self.todo = todo

    def __str__(self) -> str:
        """Return both sentences in the current language."""
        return " ".join(part for part in (self.what.say(), self.todo.say()) if part)


class Refused(Trouble):
    """The request makes no sense as given: wrong use, shown beside the field (exit status 2)."""


class Environment(Trouble):
    """Disk, device, permission, damaged library: a calm banner, never modal (exit status 3)."""
