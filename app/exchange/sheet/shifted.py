"""Formulas that rows share: written once, read in every row with the references moved along."""

from __future__ import annotations

import re

from app.exchange.sheet.grid import column_of, letters

_PIECE = re.compile(
    r'"(?:[^"]|"")*"|'  # words
    r"'(?:[^']|'')*'|"  # the name of a sheet
    r"(?<![A-Za-z0-9_.$])(\$?)([A-Za-z]{1,3})(\$?)([0-9]{1,7})(?![A-Za-z0-9_.(!])"
)


def shifted(formula: str, rows: int, columns: int) -> str:
    """Return `formula` with its relative references moved; a reference off the sheet is #REF!."""

    def move(found: re.Match[str]) -> str:
        if found[2] is None:
            return found[0]
        column = column_of(found[2]) + (0 if found[1] else columns)
        row = int(found[4]) + (0 if found[3] else rows)
        if column < 1 or row < 1:
            return "#REF!"
        return f"{found[1]}{letters(column)}{found[3]}{row}"

    return _PIECE.sub(move, formula)
