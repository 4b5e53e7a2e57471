"""What one act changed, as the Undo menu and the views hear it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.core.words import Text


class Touched(StrEnum):
    """The kinds of thing a change can touch; a view listens for its own."""

    ROOM = "room"
    PROFILE = "profile"
    ZONES = "zones"
    GOLDEN = "golden"
    REPORT = "report"
    SHOW = "show"
    PRODUCT = "product"
    VOICE = "voice"
    VERSION = "version"
    MAPPING = "mapping"


@dataclass(frozen=True, slots=True)
class Change:
    """A label for the Undo menu, the workspace whose history it joins, and what it touched."""

    label: Text
    workspace: str
    touched: frozenset[Touched]
