"""`greenroom library`: where the library lies, whether it is whole, and its backups."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from app.cli.output import Status, console, leave, put_json
from app.core import paths
from app.core.errors import Environment, Refused
from app.core.words import text, tr

Json = Annotated[
    str | None, typer.Option("--json", metavar="F", help=tr("Write JSON to a file, or - for here."))
]


def register(cli: typer.Typer) -> None:
    """Add the verb to the command line."""
    library = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
    library.command(help=tr("Show where the library, its pictures and its backups lie."))(where)
    library.command(help=tr("Look over everything stored."))(verify)
    library.command(help=tr("Copy the library to a file, or into its backups."))(backup)
    library.command(help=tr("Put a backup in the library's place; the old one is kept aside."))(
        restore
    )
    cli.add_typer(library, name="library", help=tr("The studio's data: where, whole, backed up."))


def where(json: Json = None) -> None:
    """Print the places and the backups, newest first."""
    from app.storage.backup import backups
    from app.storage.library import library_file, media_folder

    home = paths.home()
    file = library_file(home)
    copies = backups(home)
    put_json(
        json,
        {
            "home": str(home),
            "library": str(file),
            "exists": file.exists(),
            "bytes": file.stat().st_size if file.exists() else None,
            "media": str(media_folder(home)),
            "models": str(paths.models()),
            "backups": [{"file": str(c.file), "at": c.at.isoformat()} for c in copies],
        },
    )
    out = console(json)
    out.print(escape(tr("Library: {file}", file=str(file))))
    if not file.exists():
        out.print(tr("It is made when the app first opens."))
    out.print(escape(tr("Pictures: {folder}", folder=str(media_folder(home)))))
    out.print(escape(tr("Models: {folder}", folder=str(paths.models()))))
    for copy in copies:
        out.print(escape(tr("Backup: {file}", file=str(copy.file))))


def verify(json: Json = None) -> None:
    """Print what is wrong with the library; status 3 where something is."""
    from app.storage.backup import newest_good
    from app.storage.library import library_file
    from app.storage.library import verify as look_over

    home = paths.home()
    there = library_file(home).exists()
    found = look_over(home)
    put_json(
        json,
        {
            "library": str(library_file(home)),
            "exists": there,
            "whole": not found.problems,
            "reports": found.reports,
            "media": found.media,
            "shows": found.shows,
            "problems": [problem.say() for problem in found.problems],
        },
    )
    out = console(json)
    for problem in found.problems:
        out.print(escape(problem.say()))
    if found.problems:
        good = newest_good(home)
        if good is not None:
            out.print(escape(tr("The newest good backup: {file}", file=str(good.file))))
            out.print(escape(tr("Put it in its place: `greenroom library restore`.")))
        leave(Status.ENVIRONMENT)
    if there:
        counts = {"reports": found.reports, "pictures": found.media}
        out.print(tr("The library is whole: {reports} reports, {pictures} pictures.", **counts))
    else:
        out.print(tr("There is no library yet."))


def backup(
    file: Annotated[
        Path | None,
        typer.Argument(help=tr("Where to (a .zip holds the pictures too); else into the backups.")),
    ] = None,
    json: Json = None,
) -> None:
    """Copy the library and print where the copy lies."""
    from app.storage.backup import back_up, copy_library
    from app.storage.bundle import is_bundle, pack
    from app.storage.library import library_file

    home = paths.home()
    source = library_file(home)
    if not source.exists():
        raise Environment(
            text("There is no library in {folder} yet.", folder=str(home)),
            text("Open the app once, or name its folder in GREENROOM_HOME."),
        )
    if file is None:
        file = back_up(source, home, datetime.now(UTC)).file
    elif file.exists():
        raise Refused(
            text("{file} exists already.", file=str(file)), text("Name a file that does not.")
        )
    elif is_bundle(file):
        pack(home, file)
    else:
        copy_library(source, file)
    put_json(json, {"backup": str(file), "bytes": file.stat().st_size})
    console(json).print(escape(tr("Backup: {file}", file=str(file))))


def restore(
    file: Annotated[
        Path | None, typer.Argument(help=tr("Which backup; else the newest good one."))
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help=tr("Do not ask."))] = False,
    json: Json = None,
) -> None:
    """Put a backup in the library's place and print where the old library is kept."""
    from app.storage.backup import newest_good
    from app.storage.bundle import is_bundle, unpack
    from app.storage.library import restore as put_back

    home = paths.home()
    if file is None:
        good = newest_good(home)
        if good is None:
            raise Environment(
                text("There is no good backup in {folder}.", folder=str(home / "backups")),
                text("Name a file: `greenroom library restore FILE`."),
            )
        file = good.file
    if not yes and sys.stdin.isatty():
        asked = tr("Put {file} in the library's place? The old one is kept.", file=str(file))
        typer.confirm(asked, abort=True, err=True)
    kept = (unpack if is_bundle(file) else put_back)(home, file, datetime.now(UTC))
    put_json(json, {"restored": str(file), "kept": None if kept is None else str(kept)})
    out = console(json)
    out.print(escape(tr("Restored: {file}", file=str(file))))
    if kept is not None:
        out.print(escape(tr("The library before it is kept: {file}", file=str(kept))))
