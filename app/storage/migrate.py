"""Bring a library to the shape this version of the app knows, in one transaction."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from app import __version__
from app.core.errors import Environment
from app.core.words import text
from app.storage.engine import connect, open_engine, spoken, writing

SCRIPTS = Path(__file__).with_name("migrations")


class State(Enum):
    """What a file is to this version of the app."""

    EMPTY = auto()  # no tables yet
    CURRENT = auto()
    OLD = auto()
    NEWER = auto()
    FOREIGN = auto()  # a database, but not a library


@dataclass(frozen=True, slots=True)
class Shape:
    """Where a file stands: its state, its migration, and the app that brought it there."""

    state: State
    revision: str = ""
    written_by: str = ""


def head(scripts: Path = SCRIPTS) -> str:
    """Return the number of the newest migration, as its file name begins."""
    return max(file.name[:4] for file in (scripts / "versions").glob("[0-9]*.py"))


def shape(file: Path, mode: str = "ro", scripts: Path = SCRIPTS) -> Shape:
    """Return what `file` is; raises sqlite3.DatabaseError where it cannot be read at all."""
    with closing(connect(file, mode)) as raw:
        names = {row[0] for row in raw.execute("SELECT name FROM sqlite_master")}
        if not names:
            return Shape(State.EMPTY)
        if "alembic_version" not in names or "reports" not in names:
            return Shape(State.FOREIGN)
        revision = raw.execute("SELECT version_num FROM alembic_version").fetchone()
        written_by = raw.execute("SELECT value FROM about WHERE key = 'written_by'").fetchone()
    if revision is None:
        return Shape(State.FOREIGN)
    here, newest = revision[0], head(scripts)
    by = written_by[0] if written_by else ""
    if here == newest:
        return Shape(State.CURRENT, here, by)
    return Shape(State.OLD if here < newest else State.NEWER, here, by)


def upgrade(file: Path, scripts: Path = SCRIPTS) -> None:
    """Run the migrations that `file` lacks, all of them or none; raises Environment."""
    # Alembic takes 0.15 s to load; most starts need no migration.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    # A table is changed by copying it, which foreign keys would answer by emptying its children.
    engine = open_engine(file, foreign_keys=False)
    try:
        with spoken(), writing(engine) as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
            if broken:
                raise sqlite3.IntegrityError(f"rows without their owner: {broken[:5]}")
            connection.exec_driver_sql(
                "INSERT INTO about (key, value) VALUES ('written_by', ?)"
                " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                (__version__,),
            )
    finally:
        engine.dispose()


def too_new(file: Path, found: Shape) -> Environment:
    """Return what to say about a library that a newer app has written."""
    return Environment(
        text(
            "{file} was written by a newer Greenroom ({by}, shape {found}; known here: {known}).",
            file=str(file),
            by=found.written_by or "?",
            found=found.revision,
            known=head(),
        ),
        text("Update Greenroom, or name another folder in GREENROOM_HOME. Nothing was changed."),
    )
