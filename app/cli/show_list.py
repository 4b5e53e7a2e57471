"""`greenroom show list` and `show new`: the runs of show in the library."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.markup import escape

from app.cli.output import console, put_json, put_trouble
from app.core.errors import Refused
from app.core.ids import new_id, short_id
from app.core.words import language, text, tr

if TYPE_CHECKING:
    from app.session.session import Session
    from app.show.head import ShowHead
    from app.show.show import Part

Json = Annotated[
    str | None, typer.Option("--json", metavar="F", help=tr("Write JSON to a file, or - for here."))
]


@contextmanager
def library() -> Iterator[Session]:
    """Hold the library open; what was found while opening is said on standard error."""
    from app.session.session import Session

    session = Session.open()
    try:
        if session.trouble is not None:
            put_trouble(session.trouble)
        yield session
    finally:
        session.close()


def list_(json: Json = None) -> None:
    """Print every show, the latest day first."""
    with library() as session:
        heads = in_order(session.studio.shows.heads())
    put_json(json, {"shows": [as_json(head) for head in heads]})
    out = console(json)
    for head in heads:
        out.print(escape(_line(head)))
    if not heads:
        out.print(tr("There is no show yet. `greenroom show new TITLE` makes one."))


def new(
    title: Annotated[str, typer.Argument(metavar="TITLE", help=tr("What the show is called."))],
    format_: Annotated[
        str,
        typer.Option(
            "--format", metavar="ID", help=tr("Begin with the example rows of this format.")
        ),
    ] = "",
    json: Json = None,
) -> None:
    """Put a new show in the library and print its id."""
    from app.session.showing import put_show
    from app.show.head import head_of
    from app.show.show import Show

    if not title.strip():
        raise Refused(text("A show needs a title."), text("Type one, in any script."))
    show = Show(new_id(), title.strip(), parts=_parts(format_))
    with library() as session:
        session.edit(*put_show(show))
    put_json(json, as_json(head_of(show)))
    console(json).print(show.id)


def in_order(heads: tuple[ShowHead, ...]) -> list[ShowHead]:
    """Return `heads`, the latest day first, those without a day at the top, newest first."""
    return sorted(heads, key=lambda h: (h.on or date.max, h.id), reverse=True)


def as_json(head: ShowHead) -> dict[str, Any]:
    """Return what `show list` says of one show (checklists/schema.md)."""
    return {
        "id": head.id,
        "title": head.title,
        "on": None if head.on is None else head.on.isoformat(),
        "start": _clock(head.start_ms),
        "rows": head.rows,
        "parts": head.parts,
        "archived": head.archived,
        "template": head.template,
        "sample": head.sample,
    }


def _parts(format_id: str) -> tuple[Part, ...]:
    from app.show.formats import example, formats
    from app.show.show import Part

    if not format_id:
        return (Part(short_id()),)
    if format_id not in formats():
        raise Refused(
            text("There is no format “{id}”.", id=format_id),
            text("Choose from: {known}.", known=", ".join(formats())),
        )
    return (Part(short_id(), segments=example(format_id, language())),)


def _line(head: ShowHead) -> str:
    marks = [
        mark
        for said, mark in (
            (head.template, tr("template")),
            (head.archived, tr("archived")),
            (head.sample, tr("sample")),
        )
        if said
    ]
    day = head.on.isoformat() if head.on else "—"
    rows = tr("rows: {rows}", rows=head.rows)
    return "  ".join([head.id, day, _clock(head.start_ms), head.title, rows, *marks])


def _clock(ms: int) -> str:
    minutes, seconds = divmod(ms // 1000, 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}"
