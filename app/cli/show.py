"""`greenroom show`: runs of show on the command line."""

from __future__ import annotations

import typer

from app.cli.show_export import export
from app.cli.show_import import import_
from app.cli.show_list import list_, new
from app.cli.show_schedule import schedule
from app.core.words import tr


def register(cli: typer.Typer) -> None:
    """Add the verb to the command line."""
    show = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
    show.command("list", help=tr("List the shows of the library."))(list_)
    show.command(help=tr("Put a new show in the library."))(new)
    show.command(help=tr("Write a show to a file."))(export)
    show.command(
        "import", help=tr("Read a workbook or CSV and say how it is understood; nothing is stored.")
    )(import_)
    show.command(help=tr("Say when every row of a show happens, and what does not fit."))(schedule)
    cli.add_typer(show, name="show", help=tr("Runs of show: read, schedule, export."))
