"""The columns a studio adds: text, number, choice, money or an image, under any name."""

from __future__ import annotations

from collections.abc import Mapping

from app.core.errors import Refused
from app.core.words import Text, text
from app.show.cells.cell import Around, Cell, Choices, Read, Typed, Write
from app.show.cells.numbers import number_typed
from app.show.money import money_words, read_money
from app.show.show import Column, ColumnKind, Segment

PREFIX = "own:"
_RIGHT = (ColumnKind.NUMBER, ColumnKind.MONEY)


def cells(columns: tuple[Column, ...]) -> Mapping[str, Cell]:
    """Return the cells of the studio's own columns by id."""
    made = [
        Cell(
            PREFIX + column.id,
            Text(column.name, column.name),
            _reader(column),
            _writer(column),
            choices=_chooser(column),
            right=column.kind in _RIGHT,
            width=110,
        )
        for column in columns
    ]
    return {cell.id: cell for cell in made}


def canonical(column: Column, typed: str) -> str:
    """Return `typed` as the column keeps it; raises Refused where it does not fit its kind."""
    plain = typed.strip()
    if not plain:
        return ""
    if column.kind is ColumnKind.NUMBER:
        return number_typed(plain)
    if column.kind is ColumnKind.MONEY:
        cents = read_money(plain)
        return "" if cents is None else money_words(cents)
    if column.kind is ColumnKind.CHOICE and plain not in column.choices:
        raise Refused(
            text("“{typed}” is not a choice of {column}.", typed=plain[:40], column=column.name),
            text("Choose one of: {choices}.", choices="、".join(column.choices)),
        )
    return typed


def _chooser(column: Column) -> Choices | None:
    if column.kind is not ColumnKind.CHOICE:
        return None
    return lambda around: column.choices  # noqa: ARG005 one shape


def _reader(column: Column) -> Read:
    def read(segment: Segment, around: Around) -> str:  # noqa: ARG001 one shape
        return next((value for key, value in segment.custom if key == column.id), "")

    return read


def _writer(column: Column) -> Write:
    def write(segment: Segment, typed: str, around: Around) -> Typed:  # noqa: ARG001
        kept = canonical(column, typed)
        return Typed(segment.with_custom(column.id, kept), understood=kept)

    return write
