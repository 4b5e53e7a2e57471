"""What is sold: price and its history, offer, gifts, stock, what to say of it and its proofs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

Cents = int  # hundredths of the currency's unit; None where it is not known


class Role(StrEnum):
    """What a product is for in the show: 引流, 主推, 利润, 福利, 秒杀."""

    TRAFFIC = "traffic"
    HERO = "hero"
    PROFIT = "profit"
    WELFARE = "welfare"
    FLASH = "flash"


@dataclass(frozen=True, slots=True)
class PricePoint:
    """A price that was really asked on a day, for the law on "original price"."""

    on: date
    cents: Cents
    where: str = ""  # the shop or show


@dataclass(frozen=True, slots=True)
class Gift:
    """What comes with the product, as the law wants it said: name, quantity, size, value."""

    name: str
    quantity: int = 1
    size: str = ""
    value_cents: Cents | None = None


@dataclass(frozen=True, slots=True)
class Need:
    """What a viewer wants or fears, and the selling point that answers it."""

    need: str
    point: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """A licence, test report or other paper that cures a claim."""

    kind: str
    number: str = ""
    file: str = ""
    expires: date | None = None


@dataclass(frozen=True, slots=True)
class Product:
    """One product of the studio; shows link to it by id."""

    id: str
    name: str
    link: str = ""  # the number in the shopping bag, as text: "3"
    sku: str = ""
    brand: str = ""
    category: str = ""
    role: Role | None = None
    currency: str = "CNY"
    list_cents: Cents | None = None
    live_cents: Cents | None = None
    prices: tuple[PricePoint, ...] = ()  # oldest first
    mechanism: str = ""
    coupon: str = ""
    gifts: tuple[Gift, ...] = ()
    stock: int | None = None
    reserve: int | None = None
    points: tuple[str, ...] = ()
    needs: tuple[Need, ...] = ()
    proofs: tuple[Proof, ...] = ()
    supplier: str = ""
    note: str = ""
    sample: bool = False  # belongs to the sample studio
