"""`greenroom models`: the optional model files, and fetching one on the user's word."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.markup import escape

from app.cli.output import Status, console, leave, put_json
from app.core import paths
from app.core.words import tr
from app.session import models

Json = Annotated[
    str | None, typer.Option("--json", metavar="F", help=tr("Write JSON to a file, or - for here."))
]


def register(cli: typer.Typer) -> None:
    """Add the verb to the command line."""
    verb = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
    verb.command("list", help=tr("Show the optional models and whether they are here."))(listed)
    verb.command(help=tr("Download one; its content is checked by its hash."))(fetch)
    cli.add_typer(verb, name="models", help=tr("Optional model files."))


def listed(json: Json = None) -> None:
    """Print each model; status 1 where a file is not the right one."""
    folder = paths.models()
    found = [(model, models.presence(model, folder)) for model in models.models()]
    put_json(
        json,
        {
            "folder": str(folder),
            "models": [
                {
                    "id": model.id,
                    "file": model.name,
                    "presence": str(there),
                    "licence": model.licence,
                    "source": model.source,
                }
                for model, there in found
            ],
        },
    )
    words = {
        models.Presence.HERE: tr("here"),
        models.Presence.MISSING: tr("missing"),
        models.Presence.SPOILT: tr("not the right file"),
    }
    out = console(json)
    for model, there in found:
        out.print(escape(f"{model.id}  {words[there]}  {model.name}  {model.licence}"))
        out.print(escape(f"    {model.what.say()}"))
    if any(there is models.Presence.SPOILT for _, there in found):
        leave(Status.FAILED)


def fetch(
    model: Annotated[str, typer.Argument(help=tr("Which model."))],
    json: Json = None,
) -> None:
    """Download one model and print where it lies."""
    wanted = models.find_model(model)
    file = models.fetch(wanted, paths.models())
    put_json(json, {"id": wanted.id, "file": str(file), "sha256": wanted.sha256})
    console(json).print(escape(tr("Model: {file}", file=str(file))))
