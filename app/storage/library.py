"""Open a library whatever state it is in, look it over, and put a backup in its place."""

from __future__ import annotations

import logging
import os
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from app.core.errors import Environment, Refused, Trouble
from app.core.files import whole
from app.core.reasons import reason
from app.core.words import Text, text
from app.storage import backup, media, reports
from app.storage.engine import (
    connect,
    fault_of,
    in_words,
    open_engine,
    reading,
    reading_mode,
    spoken,
)
from app.storage.migrate import Shape, State, shape, too_new, upgrade
from app.storage.store import Store

log = logging.getLogger(__name__)
NAME = "library.sqlite"


@dataclass(frozen=True, slots=True)
class Opened:
    """An open library; `trouble` says why it is read-only or what was noticed, `offered` what helps."""

    store: Store
    values: dict[str, list[object]]
    read_only: bool = False
    trouble: Trouble | None = None
    offered: backup.Backup | None = None


@dataclass(frozen=True, slots=True)
class Verified:
    """What `verify` looked at and what it found wrong."""

    reports: int
    media: int
    problems: tuple[Text, ...]
    shows: int = 0


def library_file(home: Path) -> Path:
    """Return where the library of `home` lies."""
    return home / NAME


def media_folder(home: Path) -> Path:
    """Return where the pictures of the library lie."""
    return home / "media"


def open_library(home: Path, now: datetime) -> Opened:
    """Open the library of `home`, making or upgrading it first; a damaged one is opened read-only.

    Raises Environment for a library of a newer app, for a file that is none, and where `home` cannot
    be used at all.
    """
    file = library_file(home)
    try:
        home.mkdir(parents=True, exist_ok=True)
        there = file.exists()
    except OSError as error:
        raise Environment(
            text(
                "The library's folder {folder} cannot be used: {why}.",
                folder=str(home),
                why=reason(error),
            ),
            text("Allow writing to it, or name another folder in GREENROOM_HOME."),
        ) from error
    if there and (fault := _fault(file)) is not None:
        return _damaged(home, file, fault)
    if there and not (os.access(file, os.W_OK) and os.access(home, os.W_OK)):
        return _not_writable(home, file)
    _bring_up_to_date(home, file, _shape(file) if there else Shape(State.EMPTY), now)
    store = Store(open_engine(file), media_folder(home))
    try:
        values = store.load()
    except (Refused, ValueError, KeyError, TypeError) as error:
        store.close()
        return _damaged(home, file, str(error))
    if not there and (lost := backup.newest_good(home)) is not None:
        missing = Environment(
            text("The library was missing; an empty one was begun in {folder}.", folder=str(home)),
            text(
                "Restore the backup of {at:%Y-%m-%d %H:%M} UTC: `greenroom library restore`.",
                at=lost.at,
            ),
        )
        return Opened(store, values, trouble=missing, offered=lost)
    return Opened(store, values)


def verify(home: Path) -> Verified:
    """Look over everything stored: the file, its references, every value, report and picture."""
    file = library_file(home)
    if not file.exists():
        return Verified(0, 0, ())
    if (fault := fault_of(file, thorough=True)) is not None:
        return Verified(0, 0, (text("The library is damaged: {why}.", why=fault),))
    found = _shape(file)
    if found.state is State.NEWER:
        raise too_new(file, found)
    if found.state is not State.CURRENT:
        return Verified(0, 0, (text("The library is of an older shape; open the app once."),))
    engine = open_engine(file, reading_mode(file))
    try:
        with reading(engine) as connection:
            orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
            files = reports.media(connection)
            spoilt = reports.spoilt(connection)
            count = len(reports.heads(connection, None, -1))
        values = Store(engine, media_folder(home)).look_over()
    finally:
        engine.dispose()
    problems = [text("A row of {table} points to nothing.", table=row[0]) for row in orphans]
    problems += [text("Report {id} is not what was written.", id=report) for report in spoilt]
    problems += values.problems
    problems += [
        text("The picture {file} is missing or not what was stored.", file=medium.path)
        for medium in files
        if media.read(media_folder(home), medium) is None
    ]
    return Verified(count, len(files), tuple(problems), values.count["shows"])


def restore(home: Path, source: Path, now: datetime) -> Path | None:
    """Put the library `source` in the place of the one in `home`; return where the old one is kept.

    Raises Refused where `source` is no library, Environment where it is damaged or newer, where another
    program has the library open, or where the disk refuses. Until the last step nothing is changed.
    """
    _refuse_unusable(source)
    file = library_file(home)
    aside = home / "aside" / now.astimezone(UTC).strftime("%Y%m%dT%H%M%S.%fZ")
    moved: list[Path] = []
    try:
        with whole(file) as fresh:
            shutil.copyfile(source, fresh)
            if file.exists() and fault_of(file) is None:
                _refuse_in_use(file)
            for end in ("", "-wal", "-shm", "-journal"):
                if (part := Path(f"{file}{end}")).exists():
                    aside.mkdir(parents=True, exist_ok=True)
                    moved.append(part.rename(aside / part.name))
    except OSError as error:
        for part in moved:
            part.rename(home / part.name)
        raise Environment(
            text("Nothing was restored: {why}.", why=reason(error)),
            text("Make room on the disk or allow writing to {folder}.", folder=str(home)),
        ) from error
    return aside / NAME if moved else None


def _bring_up_to_date(home: Path, file: Path, found: Shape, now: datetime) -> None:
    if found.state is State.NEWER:
        raise too_new(file, found)
    if found.state is State.FOREIGN:
        raise Environment(
            text("{file} is a database, but no library of Greenroom.", file=str(file)),
            text("Move it away or name another folder in GREENROOM_HOME. Nothing was changed."),
        )
    if found.state is State.OLD:
        backup.back_up(file, home, now, f"before-{found.revision}-changes")
    if found.state is not State.CURRENT:
        with spoken():
            upgrade(file)


def _fault(file: Path) -> str | None:
    if file.stat().st_size == 0:
        # An empty file is a library not begun yet, unless there was one: the disk has lost it.
        return "0 bytes" if backup.backups(file.parent) else None
    return fault_of(file)


def _shape(file: Path) -> Shape:
    try:
        return shape(file, reading_mode(file))
    except sqlite3.Error as error:
        raise (in_words(error) or error) from error


def _damaged(home: Path, file: Path, fault: str) -> Opened:
    offered = backup.newest_good(home)
    help_with = (
        text(
            "Restore the backup of {at:%Y-%m-%d %H:%M} UTC: `greenroom library restore`.",
            at=offered.at,
        )
        if offered
        else text("There is no backup. What can be read is shown; nothing is written.")
    )
    store = Store(open_engine(file, reading_mode(file)), media_folder(home))
    return Opened(
        store,
        store.load_what_is_whole(),
        read_only=True,
        trouble=Environment(text("The library is damaged: {why}.", why=fault), help_with),
        offered=offered,
    )


def _not_writable(home: Path, file: Path) -> Opened:
    found = _shape(file)
    if found.state is State.NEWER:
        raise too_new(file, found)
    store = Store(open_engine(file, reading_mode(file)), media_folder(home))
    trouble = Environment(
        text("The library in {folder} may only be read.", folder=str(home)),
        text("Allow writing to the folder to keep changes and reports."),
    )
    return Opened(store, store.load_what_is_whole(), read_only=True, trouble=trouble)


def _refuse_unusable(source: Path) -> None:
    if not source.is_file():
        raise Refused(
            text("There is no file {file}.", file=str(source)),
            text("`greenroom library where` lists the backups."),
        )
    try:
        found = shape(source)
        fault = fault_of(source)
    except sqlite3.DatabaseError as error:
        found, fault = Shape(State.FOREIGN), str(error)
    if found.state in (State.FOREIGN, State.EMPTY):
        raise Refused(
            text("{file} is no library of Greenroom.", file=str(source)),
            text("`greenroom library where` lists the backups."),
        )
    if found.state is State.NEWER:
        raise too_new(source, found)
    if fault is not None:
        raise Environment(
            text("{file} is damaged: {why}.", file=str(source), why=fault),
            text("`greenroom library where` lists the backups."),
        )


def _refuse_in_use(file: Path) -> None:
    """Raise Environment where another program holds the library; folds its log into the file."""
    try:
        with closing(connect(file, "rw")) as raw:
            raw.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.OperationalError as error:
        raise Environment(
            text("The library is open in another window of Greenroom."),
            text("Close it and try again; nothing was changed."),
        ) from error
