"""The products linked to a row and their prices: a price typed here changes the product everywhere."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from app.core.errors import Refused
from app.core.ids import new_id
from app.core.words import Text, text
from app.show.cells.cell import Around, Cell, Read, Typed, Write
from app.show.formats import kind_of
from app.show.money import money_words, read_money
from app.show.product import Product
from app.show.show import Segment

_BETWEEN = re.compile(r"[、,，;；\n]+")


def linked(segment: Segment, around: Around) -> tuple[Product, ...]:
    """Return the products of a row that the studio still has."""
    found = (around.products.get(id) for id in segment.products)  # noqa: A001 the field's word
    return tuple(product for product in found if product is not None)


def product_named(typed: str, around: Around) -> Product | None:
    """Return the product that a person means by a name, an SKU or a link number, or None."""
    wanted = typed.strip().casefold()
    known = tuple(around.products.values())
    tests: tuple[Callable[[Product], bool], ...] = (
        lambda p: p.name.casefold() == wanted,
        lambda p: bool(p.sku) and p.sku.casefold() == wanted,
        lambda p: bool(p.link) and p.link.casefold() == wanted.strip("#号链接 "),
    )
    for test in tests:
        found = [p for p in known if test(p)]
        if len(found) == 1:
            return found[0]
    begun = [p for p in known if wanted and wanted in p.name.casefold()]
    return begun[0] if len(begun) == 1 else None


def _products(segment: Segment, around: Around) -> str:
    return "、".join(p.name for p in linked(segment, around))


def _names(around: Around) -> tuple[str, ...]:
    return tuple(p.name for p in around.products.values())


def _product_prompt(segment: Segment) -> Text | None:
    return text("Which product is sold here?") if kind_of(segment.kind).sells else None


def _set_products(segment: Segment, typed: str, around: Around) -> Typed:
    chosen: list[str] = []
    made: list[Product] = []
    for name in filter(None, (part.strip() for part in _BETWEEN.split(typed))):
        product = product_named(name, around)
        if product is None and around.new_products:
            product = Product(new_id(), name)
            made.append(product)
        if product is None:
            raise Refused(
                text("There is no product “{name}”.", name=name[:40]),
                text("Add it on the products page, or type its name, SKU or link number."),
            )
        if product.id not in chosen:
            chosen.append(product.id)
    names = [p.name for p in (*around.products.values(), *made) if p.id in chosen]
    return Typed(replace(segment, products=tuple(chosen)), tuple(made), "、".join(names))


def _only(segment: Segment, around: Around) -> Product:
    products = linked(segment, around)
    if len(products) != 1:
        raise Refused(
            text("This row has {count} products.", count=len(products)),
            text("Link one product to it, or change the prices on the products page."),
        )
    return products[0]


def _price(read: Callable[[Product], int | None]) -> Read:
    def said(segment: Segment, around: Around) -> str:
        products = linked(segment, around)
        return " / ".join(money_words(read(p), p.currency) or "—" for p in products)

    return said


def _set_price(name: str) -> Write:
    def typed_price(segment: Segment, typed: str, around: Around) -> Typed:
        product = _only(segment, around)
        cents = read_money(typed)
        price: dict[str, Any] = {name: cents}
        fresh = replace(product, **price)
        return Typed(segment, (fresh,), money_words(cents, product.currency) or "—")

    return typed_price


def _plain(name: str) -> tuple[Read, Write]:
    def said(segment: Segment, around: Around) -> str:
        return " / ".join(getattr(p, name) for p in linked(segment, around))

    def write(segment: Segment, typed: str, around: Around) -> Typed:
        product = _only(segment, around)
        words: dict[str, Any] = {name: typed.strip()}
        return Typed(segment, (replace(product, **words),))

    return said, write


def _stock(segment: Segment, around: Around) -> str:
    return " / ".join("—" if p.stock is None else str(p.stock) for p in linked(segment, around))


def _set_stock(segment: Segment, typed: str, around: Around) -> Typed:
    product = _only(segment, around)
    plain = typed.strip().rstrip("件个只支套")
    if plain and not plain.isdecimal():
        raise Refused(
            text("“{typed}” is not a number of pieces.", typed=typed.strip()[:40]),
            text("Type a whole number, or leave it empty."),
        )
    stock = int(plain) if plain else None
    return Typed(segment, (replace(product, stock=stock),), "—" if stock is None else str(stock))


def _gifts(segment: Segment, around: Around) -> str:
    return "、".join(
        gift.name if gift.quantity == 1 else f"{gift.name} ×{gift.quantity}"
        for product in linked(segment, around)
        for gift in product.gifts
    )


def _cell(id: str, name: Text, field: str, width: int) -> Cell:  # noqa: A002
    return Cell(id, name, *_plain(field), shown=False, width=width)


CELLS = (
    Cell(
        "products",
        text("Products"),
        _products,
        _set_products,
        choices=_names,
        prompt=_product_prompt,
        width=150,
    ),
    _cell("link", text("Link"), "link", 60),
    Cell(
        "list_price",
        text("List price"),
        _price(lambda p: p.list_cents),
        _set_price("list_cents"),
        right=True,
        shown=False,
        width=76,
    ),
    Cell(
        "live_price",
        text("Live price"),
        _price(lambda p: p.live_cents),
        _set_price("live_cents"),
        right=True,
        width=76,
    ),
    _cell("mechanism", text("Mechanism"), "mechanism", 120),
    _cell("coupon", text("Coupon"), "coupon", 100),
    Cell("gift", text("Gift"), _gifts, shown=False, width=120),
    Cell("stock", text("Stock"), _stock, _set_stock, right=True, shown=False, width=64),
)
