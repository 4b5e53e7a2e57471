"""A show as a clean workbook: the run of show, the products, and a sheet of cues a role."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from app.core.words import Language, Text, text
from app.exchange.show_table import (
    DANGEROUS,
    Heading,
    ShowTable,
    headings_said,
)
from app.show.cue_names import CUE_NAMES
from app.show.product import Product
from app.show.show import Owner, Show
from app.show.timetext.understand import duration_words
from app.show.timing.schedule import Schedule

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_PRODUCT_HEADINGS = (
    Heading("name", text("Product"), 28, wraps=True),
    Heading("link", text("Link"), 8),
    Heading("sku", text("SKU"), 14),
    Heading("brand", text("Brand"), 12),
    Heading("category", text("Category"), 14),
    Heading("list", text("List price"), 10, money=True),
    Heading("live", text("Live price"), 10, money=True),
    Heading("mechanism", text("Mechanism"), 20, wraps=True),
    Heading("coupon", text("Coupon"), 14, wraps=True),
    Heading("gift", text("Gift"), 18, wraps=True),
    Heading("stock", text("Stock"), 8),
    Heading("reserve", text("Reserve"), 8),
    Heading("points", text("Selling points"), 36, wraps=True),
    Heading("supplier", text("Supplier"), 16),
    Heading("note", text("Notes"), 24, wraps=True),
)
_ROLES = (
    (Owner.HOST, text("Host's cues")),
    (Owner.COHOST, text("Co-host's cues")),
    (Owner.FLOOR, text("Floor's cues")),
    (Owner.CONTROL, text("Control's cues")),
)
_CUE_HEADINGS = (
    Heading("at", text("Time"), 10),
    Heading("row", text("No."), 6),
    Heading("title", text("Segment"), 28, wraps=True),
    Heading("cue", text("Cue"), 14),
    Heading("what", text("What"), 36, wraps=True),
    Heading("every", text("Repeat"), 10),
)


def show_xlsx(
    table: ShowTable,
    show: Show,
    products: Mapping[str, Product],
    times: Schedule,
    lang: Language,
) -> bytes:
    """Return the workbook; every text is a text, never a formula."""
    # openpyxl takes 0.2 s to load.
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = text("Run of show").say(lang)
    _fill(sheet, headings_said(table, lang), table.headings, [row.cells for row in table.rows])
    sheet.freeze_panes = "C2"
    used = [products[p] for p in dict.fromkeys(_linked(show)) if p in products]
    if used:
        _add(book, text("Products"), _PRODUCT_HEADINGS, [_product(p) for p in used], lang)
    for owner, name in _ROLES:
        rows = _cue_rows(show, times, owner)
        if rows:
            _add(book, name, _CUE_HEADINGS, rows, lang)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def product_rows(products: Sequence[Product]) -> tuple[tuple[Heading, ...], list[tuple[Any, ...]]]:
    """Return products as a table of their own."""
    return _PRODUCT_HEADINGS, [_product(p) for p in products]


def _add(
    book: Workbook,
    name: Text,
    headings: tuple[Heading, ...],
    rows: Sequence[Sequence[Any]],
    lang: Language,
) -> None:
    sheet = book.create_sheet(name.say(lang))
    _fill(sheet, [h.name.say(lang) for h in headings], headings, rows)
    sheet.freeze_panes = "A2"


def _fill(
    sheet: Worksheet,
    names: Sequence[str],
    headings: Sequence[Heading],
    rows: Sequence[Sequence[Any]],
) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    sheet.append(list(names))
    for cell in sheet[1]:
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="E3E9FD")
        cell.alignment = Alignment(vertical="center", wrap_text=True)
    for at, values in enumerate(rows, 2):
        for column, (value, heading) in enumerate(zip(values, headings, strict=True), 1):
            _put(sheet.cell(at, column), value, heading)
    for column, heading in enumerate(headings, 1):
        sheet.column_dimensions[get_column_letter(column)].width = heading.width
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"


def _put(cell: Any, value: Any, heading: Heading) -> None:
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Alignment

    if isinstance(value, str):
        value = ILLEGAL_CHARACTERS_RE.sub("", value)[:32_767]
        cell.value = value
        cell.data_type = "s"  # a text that begins with = stays a text
        if value.startswith(DANGEROUS):
            cell.quotePrefix = True
    elif value is not None:
        cell.value = value
        if heading.money:
            cell.number_format = "0.##"
    cell.alignment = Alignment(vertical="top", wrap_text=heading.wraps)


def _linked(show: Show) -> list[str]:
    return [product for segment in show.segments() for product in segment.products]


def _product(product: Product) -> tuple[Any, ...]:
    def money(cents: int | None) -> float | None:
        return None if cents is None else cents / 100

    gifts = "、".join(
        " ".join(filter(None, (g.name, g.size, f"×{g.quantity}" if g.quantity != 1 else "")))
        for g in product.gifts
    )
    return (
        product.name,
        product.link,
        product.sku,
        product.brand,
        product.category,
        money(product.list_cents),
        money(product.live_cents),
        product.mechanism,
        product.coupon,
        gifts,
        product.stock,
        product.reserve,
        "\n".join(product.points),
        product.supplier,
        product.note,
    )


def _cue_rows(show: Show, times: Schedule, owner: Owner) -> list[tuple[Any, ...]]:
    rows: list[tuple[Any, ...]] = []
    for number, segment in enumerate(show.segments(), 1):
        start = times.row(segment.id).start_ms
        for cue in segment.cues:
            if cue.owner is owner:
                at = times.clock_of(start + (cue.at_ms or 0))
                every = duration_words(cue.every_ms) if cue.every_ms else ""
                kind = CUE_NAMES[cue.kind].say()
                rows.append((at, number, segment.title, kind, cue.what, every))
    return rows
