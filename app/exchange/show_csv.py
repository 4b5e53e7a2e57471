"""A show as CSV: UTF-8 with a byte order mark, so that Excel reads the hanzi."""

from __future__ import annotations

import csv
import io

from app.core.words import Language
from app.exchange.show_table import ShowTable, headings_said, neutral


def show_csv(table: ShowTable, lang: Language) -> bytes:
    """Return the table as CSV; cells that look like formulas are neutralised."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(headings_said(table, lang))
    for row in table.rows:
        writer.writerow([_cell(value) for value in row.cells])
    return "\ufeff".encode() + out.getvalue().encode()


def _cell(value: object) -> object:
    if isinstance(value, str):
        return neutral(value)
    if isinstance(value, float):
        return f"{value:g}"
    return "" if value is None else value
