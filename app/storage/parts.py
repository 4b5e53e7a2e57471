"""Writing what differs between a value before and after, a row for each piece."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sqlalchemy import Connection, and_, bindparam, delete, insert, update

from app.storage.kinds import Part, Row


def write_part(connection: Connection, part: Part, owner: str, before: Any, after: Any) -> None:
    """Bring the rows of one part of the value with the id `owner` from `before` to `after`.

    Only rows that differ are touched; None stands for a value that is not there.
    """
    gone: list[Row] = []
    added: list[Row] = []
    updates: defaultdict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for key, was, becomes in part.differing(before, after):
        old = None if was is None else part.row(owner, key, was)
        new = None if becomes is None else part.row(owner, key, becomes)
        if old is None and new is not None:
            added.append(new)
        elif old is not None and new is None:
            gone.append(_place(part, old))
        elif old is not None and new is not None:
            changed = {name: value for name, value in new.items() if value != old[name]}
            updates[tuple(changed)].append({**_place(part, old), **changed})
    here = and_(*(part.table.c[name] == bindparam(f"this_{name}") for name in part.key))
    if gone:
        connection.execute(delete(part.table).where(here), gone)
    for columns, rows in updates.items():
        if columns:
            values: dict[str, Any] = {name: bindparam(name) for name in columns}
            connection.execute(update(part.table).where(here).values(values), rows)
    if added:
        connection.execute(insert(part.table), added)


def _place(part: Part, row: Row) -> dict[str, Any]:
    return {f"this_{name}": row[name] for name in part.key}
