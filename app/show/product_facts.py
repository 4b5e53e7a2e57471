"""What follows from a product: which papers run out, which needs go unanswered, what changed in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from app.core.words import Text, number, text
from app.show.difference import FieldChange
from app.show.money import money_words
from app.show.product import Gift, Need, PricePoint, Product, Proof, Role

SOON = timedelta(days=30)
"""A paper that runs out within this time is marked: renewing a licence takes weeks."""

ROLES: Mapping[Role, Text] = {
    Role.TRAFFIC: text("Traffic"),
    Role.HERO: text("Hero"),
    Role.PROFIT: text("Profit"),
    Role.WELFARE: text("Welfare"),
    Role.FLASH: text("Flash sale"),
}


class Papers(StrEnum):
    """How a proof stands, or all proofs of a product: the worst of them."""

    EXPIRED = "expired"
    SOON = "soon"
    VALID = "valid"
    UNDATED = "undated"  # nobody typed until when
    NONE = "none"


def stands(proof: Proof, today: date) -> Papers:
    """Return how a proof stands on the day `today`, which is the last it may be valid on."""
    if proof.expires is None:
        return Papers.UNDATED
    if proof.expires < today:
        return Papers.EXPIRED
    return Papers.SOON if proof.expires - today <= SOON else Papers.VALID


def papers(product: Product, today: date) -> Papers:
    """Return how the proofs of a product stand together: the worst, NONE without any."""
    found = {stands(proof, today) for proof in product.proofs}
    return next((p for p in Papers if p in found), Papers.NONE)


def papers_words(product: Product, today: date) -> Text:
    """Return how the proofs of a product stand, in words."""
    count = len(product.proofs)
    match papers(product, today):
        case Papers.EXPIRED:
            gone = sum(stands(p, today) is Papers.EXPIRED for p in product.proofs)
            return text("{count} expired", count=gone)
        case Papers.SOON:
            soon = sum(stands(p, today) is Papers.SOON for p in product.proofs)
            return text("{count} expire soon", count=soon)
        case Papers.NONE:
            return text("No proof")
        case _:
            return text("Proofs {count}", count=count)


def unanswered(product: Product) -> tuple[Need, ...]:
    """Return what viewers want or fear and no selling point answers."""
    return tuple(need for need in product.needs if need.need.strip() and not need.point.strip())


def wants_point(product: Product, today: date) -> bool:
    """Return whether the live price is not yet in the history as of today."""
    last = latest(product)
    if product.live_cents is None:
        return False
    return last is None or last.cents != product.live_cents or last.on > today


def latest(product: Product) -> PricePoint | None:
    """Return the newest point of the price history."""
    return product.prices[-1] if product.prices else None


def with_point(product: Product, point: PricePoint) -> Product:
    """Return the product with `point` in its history; one of the same day and place is replaced."""
    kept = [p for p in product.prices if (p.on, p.where) != (point.on, point.where)]
    return replace(product, prices=tuple(sorted([*kept, point], key=_day)))


def without_point(product: Product, point: PricePoint) -> Product:
    """Return the product without `point` in its history."""
    return replace(product, prices=tuple(p for p in product.prices if p != point))


def gift_words(gift: Gift, currency: str) -> str:
    """Return a gift as it is said: name, size, quantity, value."""
    count = f"×{gift.quantity}" if gift.quantity != 1 else ""
    value = money_words(gift.value_cents, currency)
    return " ".join(filter(None, (gift.name, gift.size, count, value)))


def changes(before: Product, after: Product) -> tuple[FieldChange, ...]:
    """Return every field that differs between two states of a product, in words."""
    found = ((f, f.said(before), f.said(after)) for f in FIELDS)
    return tuple(FieldChange(f.name, was, now) for f, was, now in found if was != now)


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a product: what it is called, and how it reads."""

    id: str
    name: Text
    said: Callable[[Product], str]


def _day(point: PricePoint) -> date:
    return point.on


def _plain(name: str) -> Callable[[Product], str]:
    def said(product: Product) -> str:
        value = getattr(product, name)
        return "" if value is None else str(value)

    return said


def _money(name: str) -> Callable[[Product], str]:
    def said(product: Product) -> str:
        return money_words(getattr(product, name), product.currency)

    return said


def _role(product: Product) -> str:
    return "" if product.role is None else ROLES[product.role].say()


def _gifts(product: Product) -> str:
    return "\n".join(gift_words(gift, product.currency) for gift in product.gifts)


def _points(product: Product) -> str:
    return "\n".join(product.points)


def _needs(product: Product) -> str:
    return "\n".join(f"{need.need} → {need.point or '—'}" for need in product.needs)


def _proofs(product: Product) -> str:
    return "\n".join(
        " ".join(filter(None, (p.kind, p.number, p.file, str(p.expires or ""))))
        for p in product.proofs
    )


def _prices(product: Product) -> str:
    lines = ((str(p.on), money_words(p.cents, product.currency), p.where) for p in product.prices)
    return "\n".join(" ".join(filter(None, line)) for line in lines)


def _pieces(name: str) -> Callable[[Product], str]:
    def said(product: Product) -> str:
        value = getattr(product, name)
        return "" if value is None else number(value)

    return said


FIELDS = (
    Field("name", text("Name"), _plain("name")),
    Field("link", text("Link number"), _plain("link")),
    Field("sku", text("SKU"), _plain("sku")),
    Field("brand", text("Brand"), _plain("brand")),
    Field("category", text("Category"), _plain("category")),
    Field("role", text("Role"), _role),
    Field("currency", text("Currency"), _plain("currency")),
    Field("list_cents", text("List price"), _money("list_cents")),
    Field("live_cents", text("Live price"), _money("live_cents")),
    Field("prices", text("Price history"), _prices),
    Field("mechanism", text("Mechanism"), _plain("mechanism")),
    Field("coupon", text("Coupon"), _plain("coupon")),
    Field("gifts", text("Gifts"), _gifts),
    Field("stock", text("Stock"), _pieces("stock")),
    Field("reserve", text("Reserve"), _pieces("reserve")),
    Field("points", text("Selling points"), _points),
    Field("needs", text("Viewers' needs"), _needs),
    Field("proofs", text("Proofs and licences"), _proofs),
    Field("supplier", text("Supplier"), _plain("supplier")),
    Field("note", text("Notes"), _plain("note")),
)
