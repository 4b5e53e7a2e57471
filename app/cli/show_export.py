"""`greenroom show export`: one show of the library as a file; the suffix says which kind."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer
from rich.markup import escape

from app.cli.output import console
from app.cli.show_list import library
from app.core.errors import Refused
from app.core.files import write_for_people
from app.core.words import text, tr

if TYPE_CHECKING:
    from app.session.studio import Studio
    from app.show.document import Document

Writer: TypeAlias = "Callable[[Document, Path], None]"


def export(
    show: Annotated[
        str, typer.Argument(metavar="ID", help=tr("The show's id, its beginning, or its title."))
    ],
    file: Annotated[Path, typer.Argument(metavar="FILE", help=tr("Where to; - prints JSON here."))],
) -> None:
    """Write one show with its products and voices."""
    from app.show.document import write

    writer = None if str(file) == "-" else writer_for(file)
    with library() as session:
        found = document(session.studio, find(session.studio, show))
    if writer is None:
        sys.stdout.buffer.write(write(found.show, found.products, found.voices).encode())
        sys.stdout.flush()
        return
    writer(found, file)
    console().print(escape(tr("Written: {file}", file=str(file))))


def find(studio: Studio, wanted: str) -> str:
    """Return the id of the show with that id, beginning of an id, or title; raises Refused."""
    heads = studio.shows.heads()
    for matches in (
        [h.id for h in heads if h.id == wanted],
        [h.id for h in heads if h.title == wanted],
        [h.id for h in heads if wanted and h.id.startswith(wanted)],
    ):
        if len(matches) == 1:
            return matches[0]
        if matches:
            raise Refused(
                text("“{wanted}” is {count} shows.", wanted=wanted, count=len(matches)),
                text("Name one by its id: {ids}.", ids=", ".join(matches[:5])),
            )
    raise Refused(
        text("There is no show “{id}”.", id=wanted), text("`greenroom show list` names them.")
    )


def document(studio: Studio, show: str) -> Document:
    """Return a show with the products it links to and the voices of its people."""
    from app.show.document import Document, linked

    found = studio.shows.get(show)
    assert found is not None
    products, voices = linked(found), {person.voice for person in found.people}
    return Document(
        found,
        tuple(p for p in studio.products if p.id in products),
        tuple(v for v in studio.voices if v.id in voices),
    )


def writer_for(file: Path) -> Writer:
    """Return what writes files with this suffix; raises Refused."""
    writer = WRITERS.get(file.suffix.lower())
    if writer is None:
        raise Refused(
            text("A show cannot be written as {file}.", file=file.name),
            text("Choose from: {known}.", known=", ".join(WRITERS)),
        )
    return writer


def _json(found: Document, file: Path) -> None:
    from app.show.document import write

    write_for_people(file, write(found.show, found.products, found.voices))


WRITERS: Mapping[str, Writer] = {".json": _json}
