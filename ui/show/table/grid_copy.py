"""Cells as tab-separated text, as spreadsheets put them on the clipboard, and back."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

MOST_CELLS = 200_000


def written(rows: Sequence[Sequence[str]]) -> str:
    """Return cells as spreadsheets copy them: tabs between, quotes where a cell holds them."""
    out = io.StringIO()
    csv.writer(out, dialect="excel-tab", lineterminator="\n").writerows(rows)
    return out.getvalue()


def read(pasted: str) -> list[list[str]]:
    """Return the cells of a copied text; a single line without tabs is one cell.

    Excel leaves a cell that begins with a quote unquoted at times; such a text is split as it stands.
    """
    plain = pasted.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    plain = plain.removesuffix("\n")
    try:
        rows = list(csv.reader(io.StringIO(plain), dialect="excel-tab", strict=True))
    except csv.Error:
        rows = [line.split("\t") for line in plain.split("\n")]
    return rows if sum(map(len, rows)) <= MOST_CELLS else []
