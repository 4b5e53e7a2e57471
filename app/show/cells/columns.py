"""Every column of a show: those all shows have, its kinds' own fields, and the studio's own."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from app.show.cells import goods, kinds, own, times, words
from app.show.cells.cell import Cell
from app.show.show import Column, Show

_FIRST = ("start", "duration", "kind", "title", "products", "live_price")


def columns(show: Show) -> tuple[Cell, ...]:
    """Return the columns of `show` in their usual order; a person may hide and move them."""
    return tuple(_by_id(show.columns, kinds.used(show)).values())


def column(show: Show, name: str) -> Cell:
    """Return the column with the id `name`; raises KeyError for one the show does not have."""
    return _by_id(show.columns, kinds.used(show))[name]


@lru_cache(maxsize=32)
def _by_id(studio: tuple[Column, ...], used: frozenset[str]) -> Mapping[str, Cell]:
    known = {
        cell.id: cell
        for group in (times.CELLS, kinds.CELLS, words.CELLS, goods.CELLS)
        for cell in group
    }
    first = {name: known[name] for name in _FIRST}
    return {**first, **known, **kinds.own_fields(used), **own.cells(studio)}
