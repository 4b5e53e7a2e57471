"""A library with its pictures as one .zip, to carry to another machine."""

from __future__ import annotations

import re
import shutil
import sqlite3
import tempfile
import zipfile
from contextlib import closing
from datetime import datetime
from pathlib import Path

from app.core.errors import Environment, Refused
from app.core.files import whole
from app.core.reasons import reason
from app.core.words import text
from app.storage import media
from app.storage.backup import copy_library
from app.storage.engine import connect
from app.storage.library import NAME, library_file, media_folder, restore

ENDING = ".zip"
_PICTURE = re.compile(r"media/([0-9a-f]{2})/\1[0-9a-f]{62}\.jpg")


def pack(home: Path, target: Path) -> None:
    """Write the library of `home` and every picture it knows into `target`, whole or not at all.

    Raises Environment where the disk refuses. A picture that is missing is left out; `verify` names it.
    """
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / NAME
        copy_library(library_file(home), copy)
        with closing(connect(copy, "ro")) as raw:
            known = [row[0] for row in raw.execute("SELECT path FROM media ORDER BY path")]
        try:
            with whole(target) as fresh, zipfile.ZipFile(fresh, "w") as packed:
                packed.write(copy, NAME, zipfile.ZIP_DEFLATED)
                for path in known:
                    if (media_folder(home) / path).is_file():
                        packed.write(media_folder(home) / path, f"media/{path}")
        except OSError as error:
            raise Environment(
                text(
                    "No backup was made in {folder}. {why}",
                    folder=str(target.parent),
                    why=reason(error),
                ),
                text(
                    "Make room on the disk or name another place; the library itself is untouched."
                ),
            ) from error


def unpack(home: Path, source: Path, now: datetime) -> Path | None:
    """Put the library and the pictures of `source` in place; return where the old library is kept.

    Raises what `restore` raises, and Refused for a .zip that is no backup. Pictures are only added.
    """
    if not source.is_file():
        raise Refused(
            text("There is no file {file}.", file=str(source)),
            text("`greenroom library where` lists the backups."),
        )
    try:
        with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(source) as packed:
            library = Path(folder) / NAME
            with packed.open(NAME) as inside, library.open("wb") as outside:
                shutil.copyfileobj(inside, outside)
            kept = restore(home, library, now)
            for name in packed.namelist():
                if _PICTURE.fullmatch(name):
                    media.place(media_folder(home), packed.read(name), "image/jpeg")
            return kept
    except (zipfile.BadZipFile, KeyError, sqlite3.DatabaseError) as error:
        raise Refused(
            text("{file} is no library of Greenroom.", file=str(source)),
            text("`greenroom library where` lists the backups."),
        ) from error
    except OSError as error:
        raise Environment(
            text("Nothing was restored: {why}.", why=reason(error)),
            text("Make room on the disk or allow writing to {folder}.", folder=str(home)),
        ) from error


def is_bundle(file: Path) -> bool:
    """Return whether `file` is meant to be a .zip with pictures, by its name."""
    return file.suffix.lower() == ENDING
