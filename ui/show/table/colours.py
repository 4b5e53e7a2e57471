"""The colours a person may mark rows with: names that a show keeps, roles that a theme paints."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QColor

from app.core.words import Text, text
from ui import theme

COLOURS: Mapping[str, tuple[Text, str]] = {
    "blue": (text("Blue"), "kind.product"),
    "purple": (text("Purple"), "kind.interactive"),
    "brown": (text("Brown"), "kind.entertainment"),
    "teal": (text("Teal"), "kind.news"),
    "grey": (text("Grey"), "kind.frame"),
    "yellow": (text("Yellow"), "status.warn"),
    "red": (text("Red"), "status.fail"),
    "green": (text("Green"), "status.pass"),
}


def colour(name: str) -> QColor:
    """Return the colour of a mark in the theme on the screen; grey for a name of another app."""
    return theme.color(COLOURS.get(name, COLOURS["grey"])[1])
