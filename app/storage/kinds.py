"""How a value becomes rows and rows become a value; one file of `tables/` for each kind of value."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias

from sqlalchemy import Column, Table

from app.storage import tables

Row: TypeAlias = Mapping[str, Any]
Rows: TypeAlias = Mapping[str, Sequence[Row]]  # by the name of the table


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of aggregate: a root table (`id`, `version`, …) and the tables of its parts.

    `take_apart` gives the rows of a value (the root's without `version`), `put_together` turns such
    rows back into an equal value. A part points to its root by a foreign key and has a primary key.
    """

    table: Table
    take_apart: Callable[[Any], Rows]
    put_together: Callable[[Rows], Any]
    parts: tuple[Table, ...] = ()

    @property
    def name(self) -> str:
        """Return the name of the root table, which is also the field of the studio."""
        return self.table.name

    def owner(self, part: Table) -> Column[Any]:
        """Return the column by which a row of `part` points to its root."""
        return next(
            c for c in part.columns if any(k.column.table is self.table for k in c.foreign_keys)
        )


@cache
def kinds() -> Mapping[str, Kind]:
    """Return every kind by name: the `KIND` of each module of `tables/`."""
    names = sorted(m.name for m in pkgutil.iter_modules(tables.__path__))
    found = [importlib.import_module(f"{tables.__name__}.{name}").KIND for name in names]
    return {kind.name: kind for kind in found}
