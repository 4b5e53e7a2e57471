"""A stored value of which only the head was read, and how to read the rest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Unread:
    """The head of a value of a lazy kind; `read` gives the whole, on any thread.

    `read` raises Refused where another program took the value away, Environment where it is damaged.
    """

    head: Any
    read: Callable[[], Any]

    @property
    def id(self) -> str:
        """Return the id of the value."""
        return str(self.head.id)
