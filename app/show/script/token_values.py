"""What each token says of a product, on screen and in the host's words; "" where nothing is stated."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from app.core.words import Language
from app.show.money import money_words
from app.show.product import Gift, Product

Value = Callable[[Product, Language], str]


def saving_cents(product: Product) -> int | None:
    """Return by how much the live price lies below the list price; None unless it really does."""
    if product.list_cents is None or product.live_cents is None:
        return None
    less = product.list_cents - product.live_cents
    return less if less > 0 else None


def gift_words(gift: Gift, currency: str, language: Language) -> str:
    """Return a gift as the law wants it said: quantity, name, size, value."""
    worth = money_words(gift.value_cents, currency)
    if language == "zh":
        inside = "，".join(part for part in (gift.size, f"值 {worth}" if worth else "") if part)
        return f"{gift.name} {gift.quantity} 件" + (f"（{inside}）" if inside else "")
    inside = ", ".join(part for part in (gift.size, f"worth {worth}" if worth else "") if part)
    return f"{gift.quantity} × {gift.name}" + (f" ({inside})" if inside else "")


def _gifts(product: Product, language: Language) -> str:
    between = "、" if language == "zh" else ", "
    return between.join(gift_words(g, product.currency, language) for g in product.gifts)


def _gift_value(product: Product, _language: Language) -> str:
    known = [g.value_cents * g.quantity for g in product.gifts if g.value_cents is not None]
    if not known or len(known) < len(product.gifts):
        return ""
    return money_words(sum(known), product.currency)


def _proofs(product: Product, language: Language) -> str:
    between = "、" if language == "zh" else ", "
    return between.join(f"{p.kind} {p.number}".strip() for p in product.proofs)


def _points(product: Product, language: Language) -> str:
    return ("、" if language == "zh" else ", ").join(product.points)


VALUES: Mapping[str, Value] = MappingProxyType(
    {
        "live_price": lambda p, _: money_words(p.live_cents, p.currency),
        "list_price": lambda p, _: money_words(p.list_cents, p.currency),
        "saving": lambda p, _: money_words(saving_cents(p), p.currency),
        "gift": _gifts,
        "gift_value": _gift_value,
        "stock": lambda p, _: "" if p.stock is None else str(p.stock),
        "link": lambda p, _: p.link,
        "name": lambda p, _: p.name,
        "brand": lambda p, _: p.brand,
        "coupon": lambda p, _: p.coupon,
        "mechanism": lambda p, _: p.mechanism,
        "points": _points,
        "proof": _proofs,
    }
)
