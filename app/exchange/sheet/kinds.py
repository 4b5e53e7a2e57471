"""What kind of row it is, guessed from its own words and from whether it sells something."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from app.exchange.sheet.columns import RowKind, shipped

ALL: tuple[RowKind, ...] = ("product", "interactive", "entertainment", "news", "frame")


def kind_of(said: str, names: Sequence[str], product: str, *, priced: bool) -> RowKind:
    """Return the kind a row says it is, else what its names, its prices, its product tell."""
    stated = _by_words(said)
    if stated is not None:
        return stated
    if priced and product:
        return "product"
    named = next((kind for name in names if (kind := _by_words(name)) is not None), None)
    if named is not None:
        return named
    return "product" if product or priced else "frame"


def _by_words(said: str) -> RowKind | None:
    plain = unicodedata.normalize("NFKC", said).strip().lower().lstrip("0123456789.、)）-—：: ")
    if not plain:
        return None
    if plain in ALL:
        return next(kind for kind in ALL if kind == plain)
    words = shipped().kind
    for kind in words:
        if plain.startswith(kind.begins):
            return kind.id
    for kind in words:
        if any(word in plain for word in kind.holds):
            return kind.id
    return None
