"""Which file a show is written as, by its suffix; one function a kind of file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from app.core.errors import Refused
from app.core.files import write_for_people
from app.core.words import Language, language, text
from app.exchange.show_csv import show_csv
from app.exchange.show_sheets import Sheet, sheet_html
from app.exchange.show_table import show_table
from app.exchange.show_xlsx import show_xlsx
from app.show.document import Document, write
from app.show.script.reading import lengths
from app.show.timing.schedule import Schedule, schedule

if TYPE_CHECKING:
    from app.show.product import Product

Write = Callable[[Document, Path, Language], None]


def write_show(document: Document, file: Path, lang: Language | None = None) -> None:
    """Write a show to `file`; raises Refused for a suffix nobody writes, Environment for the disk."""
    check_suffix(file)
    WRITERS[file.suffix.lower()](document, file, lang or language())


def check_suffix(file: Path) -> None:
    """Raise Refused for a file that nobody here writes."""
    if file.suffix.lower() not in WRITERS:
        raise Refused(
            text("A show cannot be written as {file}.", file=file.name),
            text("Choose from: {known}, .pdf.", known=", ".join(WRITERS)),
        )


def timed(document: Document) -> tuple[Mapping[str, Product], Schedule]:
    """Return the products by id, and the times of the show with its words read."""
    products = {p.id: p for p in document.products}
    voices = {v.id: v for v in document.voices}
    return products, schedule(document.show, lengths(document.show, products, voices))


def _json(document: Document, file: Path, lang: Language) -> None:  # noqa: ARG001 one shape
    write_for_people(file, write(document.show, document.products, document.voices))


def _csv(document: Document, file: Path, lang: Language) -> None:
    products, times = timed(document)
    write_for_people(file, show_csv(show_table(document.show, products, times, lang), lang))


def _xlsx(document: Document, file: Path, lang: Language) -> None:
    products, times = timed(document)
    table = show_table(document.show, products, times, lang)
    write_for_people(file, show_xlsx(table, document.show, products, times, lang))


def _html(document: Document, file: Path, lang: Language) -> None:
    products, times = timed(document)
    write_for_people(file, sheet_html(Sheet.PAGE, document.show, products, times, lang))


WRITERS: Mapping[str, Write] = {".json": _json, ".xlsx": _xlsx, ".csv": _csv, ".html": _html}
