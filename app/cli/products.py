"""`greenroom products`: what the studio sells, listed, read from tables and written to them."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.markup import escape

from app.cli.output import console, put_json
from app.cli.show_list import library
from app.core.words import language, text, tr

if TYPE_CHECKING:
    from app.exchange.products_match import Matched, Preview
    from app.show.product import Product

Json = Annotated[
    str | None, typer.Option("--json", metavar="F", help=tr("Write JSON to a file, or - for here."))
]


def register(cli: typer.Typer) -> None:
    """Add the verb to the command line."""
    products = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
    products.command("list", help=tr("List the studio's products."))(list_)
    products.command("import", help=tr("Take products in from a workbook or CSV."))(import_)
    products.command("export", help=tr("Write the products to a workbook or CSV."))(export)
    cli.add_typer(products, name="products", help=tr("Products: prices, stock, proofs."))


def list_(json: Json = None) -> None:
    """Print every product in the order they came."""
    with library() as session:
        found = tuple(session.studio.products)
    put_json(json, {"products": [as_json(product) for product in found]})
    out = console(json)
    for product in found:
        out.print(escape(_line(product)))
    if not found:
        out.print(tr("There is no product yet. `greenroom products import FILE` takes some in."))


def import_(
    file: Annotated[Path, typer.Argument(help=tr("The workbook (.xlsx, .xlsm) or CSV."))],
    look: Annotated[
        bool, typer.Option("--look", help=tr("Say what would change and store nothing."))
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help=tr("Do not ask."))] = False,
    json: Json = None,
) -> None:
    """Say which products of a file are new, changed or the same, and take them in as one step."""
    from app.exchange.products_file import read_products_file
    from app.exchange.products_match import preview
    from app.session.showing import put_products

    read = read_products_file(file)
    with library() as session:
        found = preview(read, session.studio.products)
        put_json(json, {**_preview_json(found), "stored": bool(found.taken) and not look})
        _say(found, json)
        if look or not found.taken:
            console(json).print(tr("Nothing was stored."))
            return
        if not yes and sys.stdin.isatty():
            typer.confirm(tr("Take them in?"), abort=True, err=True)
        label = text("Import {count} products", count=len(found.taken))
        session.edit(*put_products(found.taken, label))
        console(json).print(tr("Taken in: {count} products.", count=len(found.taken)))


def export(
    file: Annotated[Path, typer.Argument(help=tr("Where to: a .csv or .xlsx."))],
    json: Json = None,
) -> None:
    """Write every product with all its fields."""
    from app.exchange.products_file import write_products

    with library() as session:
        found = tuple(session.studio.products)
    write_products(found, file, language())
    put_json(json, {"written": str(file), "products": len(found)})
    console(json).print(escape(tr("Written: {file}", file=str(file))))


def as_json(product: Product) -> dict[str, Any]:
    """Return a product as `products list` says it (checklists/schema.md)."""
    from app.core.written import to_plain
    from app.show.product_facts import papers, unanswered

    today = date.today()  # noqa: DTZ011 a paper runs out on the studio's own day
    return {
        **to_plain(product),
        "proof_state": papers(product, today).value,
        "unanswered": [need.need for need in unanswered(product)],
    }


def _preview_json(found: Preview) -> dict[str, Any]:
    from app.exchange.products_match import News

    return {
        **{news.value: found.count(news) for news in News},
        "products": [_row_json(row) for row in found.rows],
        "doubts": [{"place": d.place, "value": d.value, "why": d.why.say()} for d in found.doubts],
    }


def _row_json(row: Matched) -> dict[str, Any]:
    return {
        "place": row.place,
        "id": row.product.id,
        "name": row.product.name,
        "news": row.news.value,
        "changed": [
            {"field": c.name.say(), "before": c.before, "after": c.after} for c in row.changed
        ],
    }


def _say(found: Preview, json: str | None) -> None:
    from app.exchange.products_match import News

    out = console(json)
    for row in found.rows:
        if row.news is News.NEW:
            out.print(escape(f"+ {row.product.name}"))
        for change in row.changed:
            before, after = change.before or "—", change.after or "—"
            out.print(escape(f"~ {row.product.name}  {change.name.say()}: {before} → {after}"))
    for doubt in found.doubts:
        said = tr("? {place} “{value}”: {why}", **_said(doubt.place, doubt.value, doubt.why.say()))
        out.print(escape(said))
    counts = {news.value: found.count(news) for news in News}
    out.print(tr("{new} new, {changed} changed, {same} the same.", **counts))


def _said(place: str, value: str, why: str) -> dict[str, str]:
    return {"place": place, "value": value, "why": why}


def _line(product: Product) -> str:
    from app.show.money import money_words
    from app.show.product_facts import ROLES, papers_words

    price = money_words(product.live_cents, product.currency) or "—"
    role = ROLES[product.role].say() if product.role is not None else ""
    stock = tr("Stock {count}", count=product.stock) if product.stock is not None else ""
    today = date.today()  # noqa: DTZ011
    parts = (product.link or "—", product.name, price, stock, role)
    return "  ".join([part for part in parts if part] + [papers_words(product, today).say()])
