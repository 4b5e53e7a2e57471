"""A SQLite file as an engine whose transactions hold everything, table changes too.

The driver's own transaction handling commits before DDL; it is switched off (isolation_level None) and
BEGIN is sent by us: IMMEDIATE for writers, so that two writers queue instead of failing half way.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from app.core.errors import Environment, Refused
from app.core.words import text

PATIENCE_S = 5.0  # how long a writer waits for another program's transaction


def connect(file: Path, mode: str = "rwc") -> sqlite3.Connection:
    """Return a bare connection; `mode` is SQLite's: rwc, rw, ro, or ro&immutable=1."""
    uri = f"{file.absolute().as_uri()}?mode={mode}"
    return sqlite3.connect(
        uri, uri=True, isolation_level=None, timeout=PATIENCE_S, check_same_thread=False
    )


def open_engine(file: Path, mode: str = "rwc", *, foreign_keys: bool = True) -> Engine:
    """Return an engine on `file`: WAL, synchronous FULL, foreign keys, transactional DDL."""

    def opened() -> sqlite3.Connection:
        raw = connect(file, mode)
        if not mode.startswith("ro"):
            raw.execute("PRAGMA journal_mode = WAL")
            raw.execute("PRAGMA synchronous = FULL")
        raw.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")
        return raw

    engine = create_engine(
        "sqlite://", creator=opened, poolclass=QueuePool, pool_size=4, json_serializer=_json
    )

    def begin(connection: Connection) -> None:
        reading = connection.get_execution_options().get("reading")
        connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")

    event.listen(engine, "begin", begin)
    return engine


def _json(value: object) -> str:
    """Return `value` as JSON that a person can read in the file, and half as long in Chinese."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Hold one write transaction: all of it is stored, or nothing and Environment is raised."""
    with spoken(), engine.begin() as connection:
        yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Hold one consistent view of the library, on any thread, beside a writer."""
    with spoken(), engine.connect().execution_options(reading=True) as connection:
        yield connection


@contextmanager
def spoken() -> Iterator[None]:
    """Turn the database's troubles that a person can mend into words; let our bugs pass."""
    try:
        yield
    except DBAPIError as error:
        if isinstance(error.orig, sqlite3.Error) and (told := in_words(error.orig)):
            raise told from error
        raise
    except sqlite3.Error as error:
        if told := in_words(error):
            raise told from error
        raise
    except UnicodeEncodeError as error:
        raise Refused(
            text("The text “{what}” holds a broken character.", what=ascii(error.object)),
            text("Type it again."),
        ) from error


def in_words(error: sqlite3.Error) -> Environment | None:
    """Return what to say about `error`, or None where it is a bug of ours."""
    name: str = getattr(error, "sqlite_errorname", "") or ""
    why = str(error)
    if name == "SQLITE_FULL" or name.startswith("SQLITE_IOERR"):
        return Environment(
            text("The library cannot be written: the disk is full or failing ({why}).", why=why),
            text("Make room on the disk and try again; what was saved before is kept."),
        )
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH")):
        return Environment(
            text("The library may not be written ({why}).", why=why),
            text("Allow writing to the library's folder; what was saved before is kept."),
        )
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return Environment(
            text("Another program is writing to the library."),
            text("Try again; close the other window if it goes on."),
        )
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return Environment(
            text("The library is damaged ({why}).", why=why),
            text("Restore a backup: `greenroom library restore`."),
        )
    return None


def reading_mode(file: Path) -> str:
    """Return the mode to read `file` in: a folder that may not be written to has no place for the
    index of the write-ahead log, so that only the file itself can be read there.
    """
    try:
        with closing(connect(file, "ro")) as raw:
            raw.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        return "ro&immutable=1"
    except sqlite3.DatabaseError:
        return "ro"
    return "ro"


def fault_of(file: Path, *, thorough: bool = False) -> str | None:
    """Return the first thing wrong inside the SQLite file, or None where it is whole."""
    check = "integrity_check" if thorough else "quick_check"
    try:
        with closing(connect(file, reading_mode(file))) as raw:
            said = str(raw.execute(f"PRAGMA {check}(1)").fetchone()[0])
    except sqlite3.DatabaseError as error:
        return str(error)
    return None if said == "ok" else said
