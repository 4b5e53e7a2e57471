"""`greenroom devices`: which cameras and microphones there are, and how to name them to `check`."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.markup import escape

from app.cli.output import console, put_json
from app.core.words import tr


def register(cli: typer.Typer) -> None:
    """Add the verb to the command line."""
    cli.command(help=tr("List cameras and microphones, with their formats and the default."))(
        devices
    )


def devices(
    json: Annotated[
        str | None,
        typer.Option("--json", metavar="F", help=tr("Write JSON to a file, or - for here.")),
    ] = None,
) -> None:
    """Print every device with the number or name that opens it."""
    from app.capture.devices import Device, Kind, every_device

    found = every_device()
    seen = [d for d in found if d.kind is Kind.CAMERA]
    heard = [d for d in found if d.kind is Kind.MICROPHONE]

    def rows(listed: list[Device]) -> list[dict[str, object]]:
        return [
            {"number": at, "id": d.id, "name": d.name, "detail": d.detail, "default": d.default}
            for at, d in enumerate(listed)
        ]

    put_json(json, {"cameras": rows(seen), "microphones": rows(heard)})
    if json == "-":
        return
    out = console()
    for title, none, listed in (
        (tr("Cameras"), tr("No camera was found."), seen),
        (tr("Microphones"), tr("No microphone was found."), heard),
    ):
        out.print(f"[bold]{title}[/bold]")
        for at, device in enumerate(listed):
            number = device.id if device.kind is Kind.CAMERA else str(at)
            usual = f"  ({tr('default')})" if device.default else ""
            out.print(escape(f"{number:>3}  {device.name}  {device.detail}{usual}"))
        if not listed:
            out.print(none)
