"""The library file as values: load everything, write the aggregates that differ, add reports."""

from __future__ import annotations

import logging
import threading
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias

from sqlalchemy import Connection, Engine, and_, delete, insert, select, update
from sqlalchemy.exc import SQLAlchemyError

from app.core.errors import Environment, Refused, Trouble
from app.core.words import Text, text
from app.room.history import ReportHead, TrendPoint
from app.room.report import RoomReport
from app.storage import media, reports
from app.storage.engine import reading, writing
from app.storage.kinds import Kind, Row, Rows, kinds
from app.storage.parts import write_part
from app.storage.schema import metadata
from app.storage.unread import Unread

log = logging.getLogger(__name__)
Read: TypeAlias = Callable[[], Any]
UNREADABLE = (Refused, ValueError, KeyError, TypeError, AttributeError)


class ChangedElsewhere(Refused):
    """Another program stored a newer version of the same aggregate first."""

    def __init__(self) -> None:
        super().__init__(
            text("This was changed in another window in the meantime."),
            text("The newest state is shown; make the change again."),
        )


@dataclass(frozen=True, slots=True)
class Looked:
    """How many values of each kind were read, and what is wrong with those that cannot be."""

    count: Mapping[str, int]
    problems: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One aggregate before and after an edit; None where it did not or does not exist."""

    kind: str
    id: str
    before: Any
    after: Any


class Gone(Refused):
    """Another program took away what was to be read."""

    def __init__(self) -> None:
        super().__init__(
            text("This was removed in another window in the meantime."),
            text("Open the library again to see what is there."),
        )


class Store:
    """An open library. One writer at a time; reads are consistent views from any thread."""

    def __init__(self, engine: Engine, media_folder: Path) -> None:
        self._engine = engine
        self._media = media_folder
        self._versions: dict[tuple[str, str], int] = {}
        self._writing = threading.Lock()
        self._loads = 0  # what was handed out by an older load may be out of date
        self._closed = False
        self.written = 0  # transactions since it was opened

    def load(self) -> dict[str, list[Any]]:
        """Return every value by kind, of a lazy kind an Unread for each.

        Raises Refused or ValueError where a row makes no value.
        """
        self._loads += 1
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

    def look_over(self) -> Looked:
        """Read every value whole and return what cannot be read; what is read is let go at once."""
        count, problems = {}, []
        for name, kind in kinds().items():
            with reading(self._engine) as connection:
                ids = connection.scalars(select(kind.table.c.id)).all()
            count[name] = len(ids)
            for id in ids:  # noqa: A001
                try:
                    self.read(name, id)
                except Trouble as trouble:
                    problems.append(trouble.what)
        return Looked(count, tuple(problems))

    def read(self, kind: str, id: str) -> Any:  # noqa: A002 the field's word
        """Return one value whole, as it is stored now; safe on any thread.

        Raises Refused where it is gone, Environment where its rows make no value.
        """
        return self._read(kind, id)[1]

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
        """Let go of the file; what was not read by now cannot be any more."""
        self._closed = True
        self._engine.dispose()

    def _read_first(self, kind: str, id: str, load: int) -> Any:  # noqa: A002
        """Return a value that one `load` left unread; what is written next stands on it."""
        version, value = self._read(kind, id)
        if load == self._loads:
            self._versions[kind, id] = version
        return value

    def _read(self, kind: str, id: str) -> tuple[int, Any]:  # noqa: A002
        if self._closed:
            raise Gone
        try:
            return self._whole(kinds()[kind], id)
        except Gone:
            raise
        except UNREADABLE as error:
            raise Environment(
                text("{what} cannot be read: {why}.", what=f"{kind} {id}", why=str(error)),
                text("Restore a backup: `greenroom library restore`."),
            ) from error

    def _whole(self, kind: Kind, id: str) -> tuple[int, Any]:  # noqa: A002
        with reading(self._engine) as connection:
            found = connection.execute(select(kind.table).where(kind.table.c.id == id)).mappings()
            root = next((dict(row) for row in found), None)
            rows: dict[str, list[Row]] = {}
            for part in kind.parts:
                own = select(part.table).where(kind.owner(part) == id)
                rows[part.name] = [dict(row) for row in connection.execute(own).mappings()]
        if root is None:
            raise Gone
        version: int = root.pop("version")
        return version, kind.put_together({kind.name: [root], **rows})

    def _load(self, connection: Connection, kind: Kind, *, strictly: bool = True) -> list[Any]:
        found = self._heads(connection, kind) if kind.head else self._values(connection, kind)
        values = []
        for id, read in found:  # noqa: A001
            try:
                values.append(read())
            except UNREADABLE as error:
                if strictly:
                    raise
                log.warning("%s %s cannot be read: %s", kind.name, id, error)
        return values

    def _values(self, connection: Connection, kind: Kind) -> Iterator[tuple[str, Read]]:
        parts: dict[str, dict[str, list[Row]]] = {}
        for part in kind.parts:
            owner = kind.owner(part).name
            parts[part.name] = defaultdict(list)
            for row in connection.execute(select(part.table)).mappings():
                parts[part.name][row[owner]].append(dict(row))
        for found in connection.execute(select(kind.table)).mappings():
            root, id = dict(found), found["id"]  # noqa: A001 the field's word
            self._versions[kind.name, id] = root.pop("version")
            rows: Rows = {kind.name: [root], **{n: p.get(id, []) for n, p in parts.items()}}
            yield id, partial(kind.put_together, rows)

    def _heads(self, connection: Connection, kind: Kind) -> Iterator[tuple[str, Read]]:
        assert kind.head is not None
        columns = [kind.table.c[name] for name in ("id", "version", *kind.head.columns)]
        for row in connection.execute(select(*columns)).mappings():
            id = row["id"]  # noqa: A001
            self._versions[kind.name, id] = row["version"]
            yield id, partial(self._unread, kind, kind.head.of, dict(row))

    def _unread(self, kind: Kind, head_of: Callable[[Row], Any], row: Row) -> Unread:
        read = partial(self._read_first, kind.name, row["id"], self._loads)
        return Unread(head_of(row), read)

    def _write(self, connection: Connection, step: Step) -> int:
        kind = kinds()[step.kind]
        table, known = kind.table, self._versions.get((step.kind, step.id), 0)
        this = and_(table.c.id == step.id, table.c.version == known)
        if step.after is None:
            for part in kind.parts:
                connection.execute(delete(part.table).where(kind.owner(part) == step.id))
            _exactly_one(connection.execute(delete(table).where(this)).rowcount)
            return known
        after = kind.root(step.after)
        if step.before is None:
            taken = select(table.c.id).where(table.c.id == step.id)
            _exactly_one(1 if connection.execute(taken).first() is None else 0)
            connection.execute(insert(table), {**after, "version": known + 1})
        else:
            changed = {**_changed(kind.root(step.before), after), "version": known + 1}
            _exactly_one(connection.execute(update(table).where(this).values(changed)).rowcount)
        for part in kind.parts:
            write_part(connection, part, step.id, step.before, step.after)
        return known + 1


def _in_order(steps: Sequence[Step]) -> list[Step]:
    """Return `steps` so that foreign keys hold: removals from the leaves up, the rest from the roots."""
    place = {table.name: at for at, table in enumerate(metadata.sorted_tables)}
    gone = sorted((s for s in steps if s.after is None), key=lambda s: -place[s.kind])
    return gone + sorted((s for s in steps if s.after is not None), key=lambda s: place[s.kind])


def _exactly_one(rows: int) -> None:
    if rows != 1:
        raise ChangedElsewhere


def _changed(before: Row, after: Row) -> dict[str, Any]:
    return {name: value for name, value in after.items() if value != before[name]}
