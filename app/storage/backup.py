"""Copies of the library: made by SQLite's own backup while it is in use, thinned as they age."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.core.errors import Environment
from app.core.files import whole
from app.core.reasons import reason
from app.core.words import text
from app.storage.engine import connect, fault_of, in_words, reading_mode
from app.storage.migrate import State, shape

log = logging.getLogger(__name__)
STAMP = "%Y%m%dT%H%M%S.%fZ"
NEWEST, DAYS, WEEKS, MONTHS = 5, 14, 8, 24


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy: where it lies and when it was made."""

    file: Path
    at: datetime


def folder(home: Path) -> Path:
    """Return where the backups of the library in `home` lie."""
    return home / "backups"


def backups(home: Path) -> tuple[Backup, ...]:
    """Return the backups, newest first."""
    found = []
    for file in folder(home).glob("library-*.sqlite"):
        stamp = file.stem.removeprefix("library-").split("-")[0]
        try:
            at = datetime.strptime(stamp, STAMP).replace(tzinfo=UTC)
        except ValueError:
            continue  # a copy that a person named
        found.append(Backup(file, at))
    return tuple(sorted(found, key=lambda b: (b.at, b.file.name), reverse=True))


def newest_good(home: Path) -> Backup | None:
    """Return the newest backup that is whole and that this version of the app can open."""
    for backup in backups(home):
        try:
            good = fault_of(backup.file) is None and shape(backup.file).state in (
                State.CURRENT,
                State.OLD,
            )
        except sqlite3.DatabaseError:
            continue
        if good:
            return backup
    return None


def back_up(library: Path, home: Path, at: datetime, why: str = "") -> Backup:
    """Copy `library` into the backups of `home`, check the copy and thin the older ones.

    Raises Environment where the copy cannot be made.
    """
    name = f"library-{at.astimezone(UTC).strftime(STAMP)}{'-' if why else ''}{why}.sqlite"
    made = Backup(folder(home) / name, at)
    copy_library(library, made.file)
    for old in thinned(backups(home), at):
        old.file.unlink(missing_ok=True)
    return made


def copy_library(source: Path, target: Path) -> None:
    """Copy the library `source` to `target`, whole or not at all; raises Environment."""
    try:
        with whole(target) as fresh:
            with closing(connect(source, reading_mode(source))) as old:
                _copied(old, fresh)
            if (fault := fault_of(fresh)) is not None:
                raise sqlite3.DatabaseError(fault)
    except (OSError, sqlite3.Error) as error:
        told = in_words(error) if isinstance(error, sqlite3.Error) else None
        why = told.what if told else reason(error)
        raise Environment(
            text("No backup was made in {folder}. {why}", folder=str(target.parent), why=why),
            text("Make room on the disk or name another place; the library itself is untouched."),
        ) from error


def _copied(old: sqlite3.Connection, fresh: Path) -> None:
    with closing(connect(fresh)) as new:
        old.backup(new)
        new.execute("PRAGMA journal_mode = DELETE")  # a copy is one file, without a log beside it


def thinned(existing: Iterable[Backup], now: datetime) -> frozenset[Backup]:
    """Return the backups that may go.

    Kept are the newest five, the newest of each day for 14 days, of each week for 8 weeks, and of each
    month for 24 months (days in UTC, weeks by ISO 8601); a backup from the future is kept.
    """
    newest_first = sorted(existing, key=lambda b: b.at, reverse=True)
    kept = set(newest_first[:NEWEST])
    seen: set[tuple[str, int, int]] = set()
    for backup in newest_first:
        age, at = now - backup.at, backup.at.astimezone(UTC)
        year, week, _ = at.isocalendar()
        for limit, period in (
            (timedelta(days=DAYS), ("day", at.year, at.timetuple().tm_yday)),
            (timedelta(weeks=WEEKS), ("week", year, week)),
            (timedelta(days=MONTHS * 31), ("month", at.year, at.month)),
        ):
            if age <= limit and period not in seen:
                seen.add(period)
                kept.add(backup)
    return frozenset(newest_first) - kept
