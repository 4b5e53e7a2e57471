"""What was typed into the rows of a product's form, understood, and how each reads again."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from PySide6.QtCore import QUrl

from app.core.errors import Refused
from app.core.words import text
from app.exchange.product_cells import read_count
from app.show.days import read_day
from app.show.money import money_words, read_money
from app.show.product import Gift, Need, PricePoint, Product, Proof
from ui.show.products.rows import Rows


def count_typed(words: str) -> int | None:
    """Return a number of pieces, None for none; raises Refused."""
    return read_count(words)


def gifts_typed(rows: Rows) -> tuple[Gift, ...]:
    """Return the gifts of the rows (name, quantity, size, value); raises Refused."""
    made = []
    for name, quantity, size, value in rows:
        if not name:
            raise Refused(text("A gift needs a name."))
        count = read_count(quantity)
        made.append(Gift(name, 1 if count is None else count, size, read_money(value)))
    return tuple(made)


def gift_rows(product: Product) -> Rows:
    """Return the gifts as rows."""
    return [
        (g.name, str(g.quantity), g.size, money_words(g.value_cents, product.currency))
        for g in product.gifts
    ]


def needs_typed(rows: Rows) -> tuple[Need, ...]:
    """Return the needs of the rows (need, point); raises Refused."""
    for need, point in rows:
        if not need:
            raise Refused(text("Which need does “{point}” answer?", point=point[:40]))
    return tuple(Need(need, point) for need, point in rows)


def need_rows(product: Product) -> Rows:
    """Return the needs as rows."""
    return [(need.need, need.point) for need in product.needs]


def proofs_typed(rows: Rows) -> tuple[Proof, ...]:
    """Return the proofs of the rows (kind, number, expiry, file); raises Refused."""
    made = []
    for kind, number, expires, file in rows:
        if not kind:
            raise Refused(text("What kind of paper is it?"))
        if file.startswith("file:"):  # dropped onto the field
            file = QUrl(file).toLocalFile()
        made.append(Proof(kind, number, file, read_day(_plain(expires))))
    return tuple(made)


def proof_rows(product: Product) -> Rows:
    """Return the proofs as rows."""
    return [
        (p.kind, p.number, p.expires.isoformat() if p.expires else "", p.file)
        for p in product.proofs
    ]


def prices_typed(rows: Rows) -> tuple[PricePoint, ...]:
    """Return the price points of the rows (day, price, where), oldest first; raises Refused."""
    made = []
    for day, price, where in rows:
        on, cents = read_day(_plain(day)), read_money(price)
        if on is None or cents is None:
            raise Refused(text("A price of the history needs its day and its price."))
        made.append(PricePoint(on, cents, where))
    return tuple(sorted(made, key=_on))


def price_rows(product: Product) -> Rows:
    """Return the price history as rows, oldest first."""
    return [
        (p.on.isoformat(), money_words(p.cents, product.currency), p.where) for p in product.prices
    ]


def points_typed(words: str) -> tuple[str, ...]:
    """Return the selling points, one a line."""
    return tuple(line.strip() for line in words.splitlines() if line.strip())


def names(products: Iterable[Product]) -> str:
    """Return the names of products, listed."""
    return "、".join(product.name for product in products)


def _plain(words: str) -> str:
    return unicodedata.normalize("NFKC", words)


def _on(point: PricePoint) -> int:
    return point.on.toordinal()
