"""Why a file is not read: each word names the file, the place, the value, the limit and the next step."""

from __future__ import annotations

from pathlib import Path

from app.core.errors import Refused
from app.core.words import Text, text

SAVE_AS = text("Open it in Excel or WPS, save it as .xlsx, and import that file.")
NOTHING_READ = text("Nothing was imported.")


def not_ours(file: Path, kind: Text) -> Refused:
    """Return that the file is of a kind that is not read here."""
    return Refused(text("{file} is {kind}.", file=file.name, kind=kind), SAVE_AS)


def damaged(file: Path, place: str, why: Text) -> Refused:
    """Return that a part of the file is damaged."""
    return Refused(
        text("{file}, {place}: damaged ({why}).", file=file.name, place=place, why=why), SAVE_AS
    )


def too_much(file: Path, place: str, value: Text, limit: Text) -> Refused:
    """Return that something in the file is beyond a limit."""
    return Refused(
        text(
            "{file}, {place}: {value}; the limit is {limit}.",
            file=file.name,
            place=place,
            value=value,
            limit=limit,
        ),
        text("Copy the run of show alone into a new file and import that."),
    )
