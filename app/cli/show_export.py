"""`greenroom show export`: one show of the library as a file; the suffix says which kind."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape

from app.cli.output import console
from app.cli.show_list import library
from app.core.errors import Environment, Refused
from app.core.words import Text, language, text, tr

if TYPE_CHECKING:
    from app.session.studio import Studio
    from app.show.document import Document


def export(
    show: Annotated[
        str, typer.Argument(metavar="ID", help=tr("The show's id, its beginning, or its title."))
    ],
    file: Annotated[Path, typer.Argument(metavar="FILE", help=tr("Where to; - prints JSON here."))],
    sheet: Annotated[
        str,
        typer.Option(metavar="SHEET", help=tr("Of a PDF: producer, host, control or cues.")),
    ] = "producer",
) -> None:
    """Write one show with its products and voices."""
    from app.exchange.show_files import check_suffix, write_show
    from app.show.document import write

    here, paper = str(file) == "-", file.suffix.lower() == ".pdf"
    if paper:
        _check_sheet(sheet)
    elif not here:
        check_suffix(file)
    with library() as session:
        found = document(session.studio, find(session.studio, show))
    if here:
        sys.stdout.buffer.write(write(found.show, found.products, found.voices).encode())
        sys.stdout.flush()
        return
    if paper:
        _print(found, file, sheet)
    else:
        write_show(found, file)
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


def _check_sheet(sheet: str) -> None:
    from app.exchange.show_sheets import SHEETS, Sheet

    known = [one.value for one in SHEETS if one is not Sheet.PAGE]
    if sheet not in known:
        raise Refused(
            text("There is no sheet “{sheet}”.", sheet=sheet),
            text("Choose from: {known}.", known=", ".join(known)),
        )


def _print(found: Document, file: Path, sheet: str) -> None:
    """Have the window's printer write the PDF, in a process of its own: Qt stays out of here."""
    from app.exchange.show_files import timed
    from app.exchange.show_sheets import LANDSCAPE, Sheet, sheet_html

    products, times = timed(found)
    html = sheet_html(Sheet(sheet), found.show, products, times, language())
    way = "landscape" if Sheet(sheet) in LANDSCAPE else "portrait"
    done = subprocess.run(
        [sys.executable, "-m", "ui.print", found.show.title, str(file.absolute()), way, language()],
        input=html.encode(),
        capture_output=True,
        check=False,
    )
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        raise Environment(Text(said, said))
