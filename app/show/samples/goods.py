"""The shape of the sample studio's products and voices in their file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.show.product import Gift, Need, PricePoint, Product, Proof, Role
from app.show.voice import Voice


@dataclass(frozen=True, slots=True)
class _Price:
    on: date
    yuan: float
    where: str = ""


@dataclass(frozen=True, slots=True)
class _Gift:
    name: str
    quantity: int = 1
    size: str = ""
    yuan: float | None = None


@dataclass(frozen=True, slots=True)
class _Product:
    id: str
    name: str
    link: str
    sku: str
    brand: str
    category: str
    role: Role
    listed: float
    live: float
    mechanism: str
    coupon: str
    stock: int
    reserve: int
    points: tuple[str, ...]
    supplier: str
    prices: tuple[_Price, ...]
    gifts: tuple[_Gift, ...]
    needs: tuple[Need, ...]
    proofs: tuple[Proof, ...]
    currency: str = "CNY"
    note: str = ""


@dataclass(frozen=True, slots=True)
class _Voice:
    id: str
    name: str
    zh: tuple[float, float]
    en: tuple[float, float]
    measured: bool = False


@dataclass(frozen=True, slots=True)
class GoodsFile:
    """Products with prices in units of their currency, and voices."""

    voice: tuple[_Voice, ...]
    product: tuple[_Product, ...]

    def voices(self) -> Iterator[Voice]:
        """Yield the voices."""
        for v in self.voice:
            yield Voice(v.id, v.name, *v.zh, *v.en, measured=v.measured, sample=True)

    def products(self) -> Iterator[Product]:
        """Yield the products."""
        for p in self.product:
            yield Product(
                id=p.id, name=p.name, link=p.link, sku=p.sku, brand=p.brand, category=p.category,
                role=p.role, currency=p.currency,
                list_cents=cents(p.listed), live_cents=cents(p.live),
                prices=tuple(PricePoint(q.on, cents(q.yuan), q.where) for q in p.prices),
                mechanism=p.mechanism, coupon=p.coupon,
                gifts=tuple(
                    Gift(g.name, g.quantity, g.size, None if g.yuan is None else cents(g.yuan))
                    for g in p.gifts
                ),
                stock=p.stock, reserve=p.reserve, points=p.points, needs=p.needs, proofs=p.proofs,
                supplier=p.supplier, note=p.note, sample=True,
            )  # fmt: skip


def cents(units: float) -> int:
    """Return whole hundredths of an amount written in units."""
    return round(units * 100)
