"""How a value becomes rows and rows become a value; one file of `tables/` for each kind of value."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias

from sqlalchemy import Column, Table

from app.storage import tables

Row: TypeAlias = Mapping[str, Any]
Rows: TypeAlias = Mapping[str, Sequence[Row]]  # by the name of the table


@dataclass(frozen=True, slots=True)
class Part:
    """A table of pieces of a value, a row each, pointing to its root by a foreign key.

    `pieces` gives the pieces by what tells them apart within their owner; `row` makes the row of one
    (owner's id, key, piece). Pieces that two values share are the same object and cost nothing.
    """

    table: Table
    pieces: Callable[[Any], Mapping[Any, Any]]
    row: Callable[[str, Any, Any], Row]

    @property
    def name(self) -> str:
        """Return the name of the table."""
        return self.table.name

    @property
    def key(self) -> tuple[str, ...]:
        """Return the columns of the primary key."""
        return tuple(column.name for column in self.table.primary_key)

    def differing(self, before: Any, after: Any) -> list[tuple[Hashable, Any, Any]]:
        """Return key, old piece and new piece of what differs between two values, or None for each."""
        old = {} if before is None else self.pieces(before)
        new = {} if after is None else self.pieces(after)
        found: list[tuple[Hashable, Any, Any]] = [
            (key, piece, None) for key, piece in old.items() if key not in new
        ]
        for key, piece in new.items():
            was = old.get(key)
            if was is not piece and was != piece:
                found.append((key, was, piece))
        return found


@dataclass(frozen=True, slots=True)
class Head:
    """What is read of each value of a lazy kind when the library opens."""

    columns: tuple[str, ...]  # of the root table, beside id
    of: Callable[[Row], Any]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of aggregate: a root table (`id`, `version`, …) and the tables of its parts.

    `root` gives the root's row without `version`; `put_together` turns the rows of the root and of
    every part back into an equal value. A kind with a `head` is lazy: only that is read at first.
    """

    table: Table
    root: Callable[[Any], Row]
    put_together: Callable[[Rows], Any]
    parts: tuple[Part, ...] = ()
    head: Head | None = None

    @property
    def name(self) -> str:
        """Return the name of the root table, which is also the field of the studio."""
        return self.table.name

    def owner(self, part: Part) -> Column[Any]:
        """Return the column by which a row of `part` points to its root."""
        columns = part.table.columns
        return next(c for c in columns if any(k.column.table is self.table for k in c.foreign_keys))


@cache
def kinds() -> Mapping[str, Kind]:
    """Return every kind by name: the `KIND` of each module of `tables/`."""
    names = sorted(m.name for m in pkgutil.iter_modules(tables.__path__))
    found = [importlib.import_module(f"{tables.__name__}.{name}").KIND for name in names]
    return {kind.name: kind for kind in found}
