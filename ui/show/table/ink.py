"""Fonts, colours and shortened words of the table, made once a look: a page of cells is painted often."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF

from ui import theme

MOST_FITTED = 20_000  # words kept: some screens of a wide table


@dataclass(frozen=True, slots=True, eq=False)
class Type:
    """A font of the theme with its measures."""

    font: QFont
    metrics: QFontMetricsF


class Ink:
    """Forgets everything on `dry`, which a change of look or language asks for."""

    def __init__(self) -> None:
        self._types: dict[tuple[str, bool | None], Type] = {}
        self._colours: dict[str, QColor] = {}
        self._fitted: dict[tuple[Type, str, int], tuple[str, float]] = {}

    def dry(self) -> None:
        """Make everything anew when it is asked for next."""
        self._types.clear()
        self._colours.clear()
        self._fitted.clear()

    def type(self, role: str, *, number: bool | None = None) -> Type:
        """Return the font of a type role."""
        found = self._types.get((role, number))
        if found is None:
            font = theme.font(role, number=number)
            found = self._types[role, number] = Type(font, QFontMetricsF(font))
        return found

    def colour(self, role: str) -> QColor:
        """Return the colour of a role."""
        found = self._colours.get(role)
        if found is None:
            found = self._colours[role] = theme.color(role)
        return found

    def fitted(self, words: str, type_: Type, room: int) -> tuple[str, float]:
        """Return `words` as they fit into `room` px, and how wide they are then."""
        key = (type_, words, room)
        found = self._fitted.get(key)
        if found is None:
            if len(self._fitted) > MOST_FITTED:
                self._fitted.clear()
            # A cell shows a few hundred letters at most; measuring 5,000 takes 20 ms.
            said = type_.metrics.elidedText(
                words[: max(0, room)], Qt.TextElideMode.ElideRight, max(room, 0)
            )
            found = self._fitted[key] = said, type_.metrics.horizontalAdvance(said)
        return found
