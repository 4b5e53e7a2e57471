r"""A product as the cells of one row and back: gifts, needs, proofs and prices a line each.

A cell of lines: `name | quantity | size | value` and the like, one a line, empty parts at the end left
out. A backslash stands before a bar, a backslash or a blank at either end that belong to the words, and
`\n` for a line break. Money is the unit with a point ("19.9"), days are ISO dates.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.core.errors import Refused
from app.core.words import Text, text
from app.show.days import read_day
from app.show.money import read_money
from app.show.product import Gift, Need, PricePoint, Product, Proof, Role
from app.show.product_facts import ROLES

Value = str | int | float | None


@dataclass(frozen=True, slots=True)
class ProductColumn:
    """One column: its field, heading, width in characters, how it is written and read.

    `read` raises Refused for a text that makes no sense there.
    """

    id: str
    name: Text
    width: int
    write: Callable[[Product], Value]
    read: Callable[[str], Any]
    money: bool = False


def line(parts: Sequence[str], bar: str = "|") -> str:
    """Return `parts` as one line, divided by bars."""
    kept = list(parts)
    while len(kept) > 1 and not kept[-1]:
        kept.pop()
    return f" {bar} ".join(_escaped(part) for part in kept)


def parts_of(said: str, count: int) -> list[str]:
    """Return the parts of a line, "" for those left out; bars beyond `count` parts are words."""
    found: list[list[tuple[str, bool]]] = [[]]
    signs = iter(said)
    for sign in signs:
        if sign == "\\":
            following = next(signs, "\\")
            found[-1].append(("\n" if following == "n" else following, True))
        elif sign == "|" and len(found) < count:
            found.append([])
        else:
            found[-1].append((sign, False))
    words = [_stripped(part) for part in found]
    return words + [""] * (count - len(words))


def lines_of(said: str) -> list[str]:
    """Return the lines of a cell that say something."""
    return [one for one in said.split("\n") if one.strip()]


def read_role(said: str) -> Role | None:
    """Return the role of a word in either language, or of the file's own; raises Refused."""
    plain = said.strip().casefold()
    if not plain:
        return None
    for role, name in ROLES.items():
        if plain in (role.value, name.say("en").casefold(), name.say("zh")):
            return role
    words = ("引流", "主推", "利润", "福利", "秒杀")
    for role, word in zip(ROLES, words, strict=True):
        if word in plain:
            return role
    raise Refused(
        text("“{typed}” is no role.", typed=said.strip()[:40]),
        text("Type one of: {known}.", known="、".join(name.say() for name in ROLES.values())),
    )


def read_count(said: str) -> int | None:
    """Return a number of pieces, None for none; full-width digits count; raises Refused."""
    plain = unicodedata.normalize("NFKC", said).strip().replace(",", "").rstrip("件个只支套")
    if not plain:
        return None
    plain = plain.removesuffix(".0")
    if not plain.isdecimal() or len(plain) > 9:
        raise Refused(
            text("“{typed}” is not a number of pieces.", typed=said.strip()[:40]),
            text("Type a whole number, or leave it empty."),
        )
    return int(plain)


def plain_money(cents: int | None) -> str:
    """Return a price without its sign: "19.9"; "" where it is not known."""
    if cents is None:
        return ""
    whole, rest = divmod(abs(cents), 100)
    tail = f".{rest:02d}".rstrip("0") if rest else ""
    return f"{'-' if cents < 0 else ''}{whole}{tail}"


def _escaped(words: str) -> str:
    signs = [_ESCAPES.get(sign, sign) for sign in words]
    for at in (0, -1):
        if words and words[at].isspace() and words[at] != "\n":
            signs[at] = "\\" + words[at]
    return "".join(signs)


def _stripped(part: list[tuple[str, bool]]) -> str:
    while part and part[0][0].isspace() and not part[0][1]:
        part = part[1:]
    while part and part[-1][0].isspace() and not part[-1][1]:
        part = part[:-1]
    return "".join(sign for sign, _ in part)


def _joined(rows: Iterable[Sequence[str]]) -> str:
    return "\n".join(line(row) for row in rows)


def _gifts(product: Product) -> str:
    return _joined(
        (g.name, str(g.quantity), g.size, plain_money(g.value_cents)) for g in product.gifts
    )


def _read_gifts(said: str) -> tuple[Gift, ...]:
    made = []
    for one in lines_of(said):
        name, quantity, size, value = parts_of(one, 4)
        count = read_count(quantity)
        made.append(Gift(name, 1 if count is None else count, size, read_money(value)))
    return tuple(made)


def _needs(product: Product) -> str:
    return _joined((n.need, n.point) for n in product.needs)


def _read_needs(said: str) -> tuple[Need, ...]:
    return tuple(Need(*parts_of(one, 2)) for one in lines_of(said))


def _proofs(product: Product) -> str:
    return _joined(
        (p.kind, p.number, p.expires.isoformat() if p.expires else "", p.file)
        for p in product.proofs
    )


def _read_proofs(said: str) -> tuple[Proof, ...]:
    made = []
    for one in lines_of(said):
        kind, number, expires, file = parts_of(one, 4)
        made.append(Proof(kind, number, file, read_day(expires)))
    return tuple(made)


def _prices(product: Product) -> str:
    return _joined((p.on.isoformat(), plain_money(p.cents), p.where) for p in product.prices)


def _read_prices(said: str) -> tuple[PricePoint, ...]:
    made = []
    for one in lines_of(said):
        on, price, where = parts_of(one, 3)
        day, cents = read_day(on), read_money(price)
        if day is None or cents is None:
            raise Refused(
                text("“{typed}” is no price of a day.", typed=one[:40]),
                text("Write it as 2026-11-22 | 129 | shop."),
            )
        made.append(PricePoint(day, cents, where))
    return tuple(sorted(made, key=_day))


def _day(point: PricePoint) -> date:
    return point.on


def _points(product: Product) -> str:
    return "\n".join(_escaped(point) for point in product.points)


def _read_points(said: str) -> tuple[str, ...]:
    return tuple(parts_of(one, 1)[0] for one in lines_of(said))


def _money_of(name: str) -> Callable[[Product], Value]:
    def write(product: Product) -> Value:
        cents = getattr(product, name)
        return None if cents is None else cents / 100

    return write


def _field(name: str) -> Callable[[Product], Value]:
    def write(product: Product) -> Value:
        value: Value = getattr(product, name)
        return value

    return write


def _same(said: str) -> str:
    return said


def _role(product: Product) -> Value:
    return "" if product.role is None else ROLES[product.role].say()


def _sample(product: Product) -> Value:
    return "1" if product.sample else ""


def _read_sample(said: str) -> bool:
    return bool(said.strip())


def _words(id: str, name: Text, width: int) -> ProductColumn:  # noqa: A002 the field's word
    return ProductColumn(id, name, width, _field(id), _same)


_ESCAPES = {"\\": "\\\\", "|": "\\|", "\n": "\\n"}
COLUMNS = (
    _words("name", text("Product name"), 28),
    _words("link", text("Link number"), 8),
    _words("sku", text("SKU"), 14),
    _words("brand", text("Brand"), 12),
    _words("category", text("Category"), 14),
    ProductColumn("role", text("Role"), 8, _role, read_role),
    ProductColumn("list_cents", text("List price"), 10, _money_of("list_cents"), read_money, True),
    ProductColumn("live_cents", text("Live price"), 10, _money_of("live_cents"), read_money, True),
    _words("currency", text("Currency"), 8),
    _words("mechanism", text("Mechanism"), 20),
    _words("coupon", text("Coupon"), 14),
    ProductColumn("gifts", text("Gifts"), 30, _gifts, _read_gifts),
    ProductColumn("stock", text("Stock"), 8, _field("stock"), read_count),
    ProductColumn("reserve", text("Reserve"), 8, _field("reserve"), read_count),
    ProductColumn("points", text("Selling points"), 36, _points, _read_points),
    ProductColumn("needs", text("Viewers' needs"), 36, _needs, _read_needs),
    ProductColumn("proofs", text("Proofs and licences"), 36, _proofs, _read_proofs),
    ProductColumn("prices", text("Price history"), 28, _prices, _read_prices),
    _words("supplier", text("Supplier"), 16),
    _words("note", text("Notes"), 24),
    ProductColumn("sample", text("Sample"), 8, _sample, _read_sample),
    _words("id", text("Greenroom id"), 38),
)
BY_ID: Mapping[str, ProductColumn] = {column.id: column for column in COLUMNS}
