"""`greenroom show import`: a workbook or a CSV as it is understood, with every doubt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.markup import escape

from app.cli.output import console, put_json
from app.core.errors import Refused
from app.core.words import text, tr

if TYPE_CHECKING:
    from app.exchange.sheet.understood import Doubt, SheetRead, SheetRow, Table

CUES = ("assistant", "control", "floor", "action", "picture", "sound", "light", "props")
OWN_KEYS = (
    "number", "link", "sku", "role", "category", "stock", "reserve", "gift", "coupon", "discount",
    "mechanism", "points", "needs", "interaction", "script_kind", "risk", "notes", "owner",
)  # fmt: skip


def import_(
    file: Annotated[Path, typer.Argument(help=tr("The workbook (.xlsx, .xlsm) or CSV."))],
    sheet: Annotated[
        str, typer.Option(metavar="NAME", help=tr("Read this sheet alone."), show_default=False)
    ] = "",
    header: Annotated[
        int | None, typer.Option(min=0, metavar="ROW", help=tr("The headings' row; 0 for none."))
    ] = None,
    column: Annotated[
        list[str] | None,
        typer.Option(metavar="C=FIELD", help=tr("Take a column for a field; may be repeated.")),
    ] = None,
    json: Annotated[
        str | None,
        typer.Option("--json", metavar="F", help=tr("Write JSON to a file, or - for here.")),
    ] = None,
) -> None:
    """Print the rows as they are understood and what is doubtful; the library is not touched."""
    from app.exchange.sheet.reading import read

    found = read(file, _mapping(column or ()), sheet or None, header)
    put_json(json, as_json(found))
    if json != "-":
        _print(found)


def _mapping(given: Sequence[str]) -> dict[str, str]:
    found = {}
    for one in given:
        column, _, field = one.partition("=")
        if not column.strip().isascii() or not column.strip().isalpha() or not field:
            raise Refused(
                text("“{given}” names no column and field.", given=one),
                text("Write it as C=title: the column's letters, then the field."),
            )
        found[column.strip().upper()] = field.strip()
    return found


def as_json(found: SheetRead) -> dict[str, Any]:
    """Return what was understood as the public JSON object; checklists/schema.md documents it."""
    return {
        "title": found.title,
        "rows": [_row(row) for row in found.rows],
        "doubts": [_doubt(doubt) for doubt in found.doubts],
        "products": [
            {
                "name": one.name,
                "list_price": _price(one.list_cents),
                "live_price": _price(one.live_cents),
                **dict(one.fields),
                "custom": dict(one.custom),
                "sheet": one.sheet,
                "row": one.row,
                "doubts": [_doubt(doubt) for doubt in one.doubts],
            }
            for one in found.products
        ],
        "left_out": [
            {"place": one.place, "value": one.value, "why": one.why.say()} for one in found.left_out
        ],
        "mapping": {
            "file": found.layout.file_kind,
            "encoding": found.layout.encoding,
            "delimiter": found.layout.delimiter,
            "signature": found.signature(),
            "tables": [_table(one) for one in (*found.layout.shows, *found.layout.products)],
        },
    }


def _row(row: SheetRow) -> dict[str, Any]:
    said: Mapping[str, str] = dict(row.fields)
    return {
        "title": row.title,
        "kind": row.kind,
        "start": None if row.start_ms is None else _clock(row.start_ms),
        "elapsed_start_s": _seconds(row.elapsed_ms),
        "duration_s": _seconds(row.duration_ms),
        "product": row.product,
        "list_price": _price(row.list_cents),
        "live_price": _price(row.live_cents),
        "script": row.script,
        "doubts": [_doubt(doubt) for doubt in row.doubts],
        "sheet": row.sheet,
        "row": row.row,
        "part": row.part,
        "duration_from": row.duration_from.value,
        "linked": row.linked,
        **{name: said.get(name, "") for name in OWN_KEYS},
        "cues": {name: said[name] for name in CUES if name in said},
        "custom": dict(row.custom),
    }


def _doubt(doubt: Doubt) -> dict[str, Any]:
    return {
        "place": doubt.place,
        "value": doubt.value,
        "taken": None if doubt.taken is None else doubt.taken.say(),
        "why": doubt.why.say(),
    }


def _table(table: Table) -> dict[str, Any]:
    return {
        "sheet": table.sheet,
        "header_row": table.header_row,
        "header_last": table.header_last,
        "last_row": table.last_row,
        "columns": [
            {"column": c.letters, "heading": c.heading, "field": c.field, "unit": c.unit}
            for c in table.columns
        ],
    }


def _clock(ms: int) -> str:
    seconds = ms // 1000
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def _seconds(ms: int | None) -> float | int | None:
    if ms is None:
        return None
    return ms // 1000 if ms % 1000 == 0 else ms / 1000


def _price(cents: int | None) -> float | None:
    return None if cents is None else cents / 100


def _print(found: SheetRead) -> None:
    out = console()
    for table in found.layout.shows:
        named = ", ".join(f"{c.letters} {c.heading} → {c.field}" for c in table.columns)
        out.print(escape(tr("Sheet {sheet}: {columns}", sheet=table.sheet, columns=named)))
    for row in found.rows:
        time = "—" if row.start_ms is None else _clock(row.start_ms)
        if row.start_ms is None and row.elapsed_ms is not None:
            time = f"+{_clock(row.elapsed_ms)}"
        lasts = "—" if row.duration_ms is None else _clock(row.duration_ms)
        out.print(escape(f"{row.row:>5}  {time}  {lasts}  {row.kind:<13}  {row.title}"))
    for doubt in found.every_doubt():
        taken = tr("not taken") if doubt.taken is None else doubt.taken.say()
        line = tr(
            "? {place} “{value}”: {taken} ({why})",
            place=doubt.place,
            value=doubt.value,
            taken=taken,
            why=doubt.why.say(),
        )
        out.print(escape(line))
    for one in found.left_out:
        out.print(escape(tr("Left out: {place}: {why}", place=one.place, why=one.why.say())))
    counts = {"rows": len(found.rows), "doubts": len(found.every_doubt())}
    out.print(tr("{rows} rows, {doubts} doubts. Nothing was stored.", **counts))
