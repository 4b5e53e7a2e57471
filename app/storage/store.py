"""The library file as values: load everything, write the aggregates that differ, add reports."""

from __future__ import annotations

import logging
import threading
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, and_, delete, insert, select, update
from sqlalchemy.exc import SQLAlchemyError

from app.core.errors import Refused, Trouble
from app.core.words import text
from app.room.history import ReportHead, TrendPoint
from app.room.report import RoomReport
from app.storage import media, reports
from app.storage.engine import reading, writing
from app.storage.kinds import Kind, Row, Rows, kinds
from app.storage.schema import metadata

log = logging.getLogger(__name__)


class ChangedElsewhere(Refused):
    """Another program stored a newer version of the same aggregate first."""

    def __init__(self) -> None:
        super().__init__(
            text("This was changed in another window in the meantime."),
            text("The newest state is shown; make the change again."),
        )


@dataclass(frozen=True, slots=True)
class Step:
    """One aggregate before and after an edit; None where it did not or does not exist."""

    kind: str
    id: str
    before: Any
    after: Any


class Store:
    """An open library. One writer at a time; reads are consistent views from any thread."""

    def __init__(self, engine: Engine, media_folder: Path) -> None:
        self._engine = engine
        self._media = media_folder
        self._versions: dict[tuple[str, str], int] = {}
        self._writing = threading.Lock()
        self.written = 0  # transactions since it was opened

    def load(self) -> dict[str, list[Any]]:
        """Return every value by kind; raises Refused or ValueError where a row makes no value."""
        with reading(self._engine) as connection:
            return {name: self._load(connection, kind) for name, kind in kinds().items()}

    def load_what_is_whole(self) -> dict[str, list[Any]]:
        """Return what can still be read of a damaged library; the rest is logged and left out."""
        found: dict[str, list[Any]] = {}
        for name, kind in kinds().items():
            try:
                with reading(self._engine) as connection:
                    found[name] = self._load(connection, kind, strictly=False)
            except (Trouble, SQLAlchemyError, ValueError, KeyError, TypeError) as error:
                log.warning("%s cannot be read: %s", name, error)
        return found

    def write(self, steps: Sequence[Step]) -> None:
        """Store all `steps` in one transaction.

        Raises Environment (nothing stored), or ChangedElsewhere where another program was first.
        """
        fresh: dict[tuple[str, str], int] = {}
        with self._writing:
            with writing(self._engine) as connection:
                for step in _in_order(steps):
                    fresh[step.kind, step.id] = self._write(connection, step)
            self._versions.update(fresh)
            self.written += 1

    def add_report(self, report: RoomReport, room: str, still: bytes | None) -> None:
        """Keep `report` and its picture for good; raises Environment with nothing stored."""
        with self._writing:
            kept, new = (None, False)
            if still is not None:
                kept, new = media.place(self._media, still, "image/jpeg")
            done = False
            try:
                with writing(self._engine) as connection:
                    reports.add(connection, report, room, kept)
                done = True
            finally:
                if kept is not None and new and not done:
                    (self._media / kept.path).unlink(missing_ok=True)
            self.written += 1

    def heads(self, room: str | None, limit: int) -> tuple[ReportHead, ...]:
        """Return the newest reports first."""
        with reading(self._engine) as connection:
            return reports.heads(connection, room, limit)

    def report(self, report: str) -> RoomReport | None:
        """Return a saved report; raises Refused where it cannot be read any more."""
        with reading(self._engine) as connection:
            return reports.one(connection, report)

    def still(self, report: str) -> bytes | None:
        """Return the picture of a report, or None where there is none or the file is spoilt."""
        with reading(self._engine) as connection:
            medium = reports.still_of(connection, report)
        return None if medium is None else media.read(self._media, medium)

    def trend(self, metric: str, room: str | None, limit: int) -> tuple[TrendPoint, ...]:
        """Return one metric over the saved reports, oldest first."""
        with reading(self._engine) as connection:
            return reports.trend(connection, metric, room, limit)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def _load(self, connection: Connection, kind: Kind, *, strictly: bool = True) -> list[Any]:
        parts: dict[str, dict[str, list[Row]]] = {}
        for part in kind.parts:
            owner = kind.owner(part).name
            parts[part.name] = defaultdict(list)
            for row in connection.execute(select(part)).mappings():
                parts[part.name][row[owner]].append(dict(row))
        values = []
        for row in connection.execute(select(kind.table)).mappings():
            root: dict[str, Any] = {k: v for k, v in row.items() if k != "version"}
            rows: Rows = {kind.name: [root], **{n: p.get(row["id"], []) for n, p in parts.items()}}
            self._versions[kind.name, row["id"]] = row["version"]
            try:
                values.append(kind.put_together(rows))
            except (Refused, ValueError, KeyError, TypeError) as error:
                if strictly:
                    raise
                log.warning("%s %s cannot be read: %s", kind.name, row["id"], error)
        return values

    def _write(self, connection: Connection, step: Step) -> int:
        kind = kinds()[step.kind]
        table, known = kind.table, self._versions.get((step.kind, step.id), 0)
        this = and_(table.c.id == step.id, table.c.version == known)
        before = kind.take_apart(step.before) if step.before is not None else {}
        if step.after is None:
            for part in kind.parts:
                connection.execute(delete(part).where(kind.owner(part) == step.id))
            _exactly_one(connection.execute(delete(table).where(this)).rowcount)
            return known
        after = kind.take_apart(step.after)
        root = {**after[kind.name][0], "version": known + 1}
        if step.before is None:
            taken = select(table.c.id).where(table.c.id == step.id)
            _exactly_one(1 if connection.execute(taken).first() is None else 0)
            connection.execute(insert(table), root)
        else:
            _exactly_one(connection.execute(update(table).where(this).values(root)).rowcount)
        for part in kind.parts:
            _write_part(connection, part, before.get(part.name, ()), after[part.name])
        return known + 1


def _write_part(
    connection: Connection, part: Table, before: Iterable[Row], after: Iterable[Row]
) -> None:
    """Bring the rows of one part from `before` to `after`, touching only those that differ."""
    key = [c.name for c in part.primary_key]
    old = {tuple(row[k] for k in key): row for row in before}
    new = {tuple(row[k] for k in key): row for row in after}
    for gone in old.keys() - new.keys():
        connection.execute(delete(part).where(_matches(part, key, old[gone])))
    for kept in new.keys() & old.keys():
        if new[kept] != old[kept]:
            there = update(part).where(_matches(part, key, new[kept]))
            connection.execute(there.values(dict(new[kept])))
    if added := [dict(new[k]) for k in new if k not in old]:
        connection.execute(insert(part), added)


def _matches(part: Table, key: Sequence[str], row: Mapping[str, Any]) -> Any:
    return and_(*(part.c[k] == row[k] for k in key))


def _in_order(steps: Sequence[Step]) -> list[Step]:
    """Return `steps` so that foreign keys hold: removals from the leaves up, the rest from the roots."""
    place = {table.name: at for at, table in enumerate(metadata.sorted_tables)}
    gone = sorted((s for s in steps if s.after is None), key=lambda s: -place[s.kind])
    return gone + sorted((s for s in steps if s.after is not None), key=lambda s: place[s.kind])


def _exactly_one(rows: int) -> None:
    if rows != 1:
        raise ChangedElsewhere
