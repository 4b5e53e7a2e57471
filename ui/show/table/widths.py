"""How wide the columns of the run of show are: which give way first, and what the title takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.show.cells.cell import Cell
from ui import theme
from ui.show.table.model import FIRST

TITLE_LEAST, TITLE_MOST = 150, 420
GIVES_WAY = (("products", 100), ("cues", 64), ("kind", 36), ("products", 56))


def widths_in(room: int, cells: Sequence[Cell], chosen: Mapping[str, int]) -> list[int]:
    """Return a width for each of `cells`; a person's `chosen` ones stand.

    Columns beyond the usual ones may stand past the right edge, the usual ones not. What gives way
    first is in the visual language, section 5; the title takes what is left.
    """
    places = {cell.id: at for at, cell in enumerate(cells)}
    widths = [chosen.get(cell.id, theme.grown(cell.width)) for cell in cells]
    usual = [at for at, cell in enumerate(cells) if cell.id in FIRST]
    for name, least in GIVES_WAY:
        at, over = places.get(name), sum(widths[at] for at in usual) - room
        if at is not None and over > 0 and name not in chosen:
            widths[at] = min(widths[at], max(theme.grown(least), widths[at] - over))
    title = places.get("title")
    if title is not None and "title" not in chosen:
        spare = room - sum(widths[at] for at in usual)
        # On a wide screen the columns of one's own come into view before the title gets all of it.
        most = max(theme.grown(TITLE_MOST), widths[title] + room - sum(widths))
        widths[title] = min(most, max(theme.grown(TITLE_LEAST), widths[title] + spare))
    return widths
