"""Which products of a file are new, changed or known as they are, before anything is taken in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from app.core.ids import new_id
from app.core.words import text
from app.exchange.products_file import Doubtful, FoundProduct, ProductsRead
from app.show.difference import FieldChange
from app.show.product import Product
from app.show.product_facts import changes


class News(StrEnum):
    """What a row of the file would do."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Matched:
    """One row of the file: the product it would make, and what differs from the one that is there."""

    place: str
    product: Product
    news: News
    changed: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Preview:
    """What taking a file in would do; nothing is done yet."""

    rows: tuple[Matched, ...]
    doubts: tuple[Doubtful, ...] = ()

    def count(self, news: News) -> int:
        """Return how many rows are such news."""
        return sum(row.news is news for row in self.rows)

    @property
    def taken(self) -> tuple[Product, ...]:
        """Return the products to put in the library."""
        return tuple(row.product for row in self.rows if row.news is not News.SAME)


def preview(read: ProductsRead, known: Iterable[Product]) -> Preview:
    """Return what each row means beside the products that are there.

    A row is the product with its id, else its SKU, else its name; two that answer leave it out.
    """
    products = tuple(known)
    rows: list[Matched] = []
    doubts = list(read.doubts)
    taken: dict[str, str] = {}
    for found in read.found:
        answers = _answers(found, products)
        if len(answers) > 1:
            why = text(
                "{count} products answer to it; give it an SKU of its own", count=len(answers)
            )
            doubts.append(Doubtful(found.place, found.values["name"], why))
            continue
        before = answers[0] if answers else None
        key = before.id if before is not None else _key(found)
        if key in taken:
            why = text("{place} names the same product; this row is left out", place=taken[key])
            doubts.append(Doubtful(found.place, found.values["name"], why))
            continue
        taken[key] = found.place
        rows.append(_matched(found, before, products))
    return Preview(tuple(rows), tuple(doubts))


def _matched(found: FoundProduct, before: Product | None, known: Sequence[Product]) -> Matched:
    values = {name: value for name, value in found.values.items() if name != "id"}
    if before is None:
        id = found.values.get("id", "").strip()  # noqa: A001 the field's word
        free = id and all(p.id != id for p in known)
        product = replace(Product(id if free else new_id(), found.values["name"]), **values)
        return Matched(found.place, product, News.NEW)
    values.pop("sample", None)  # belongs to the studio, not to the file
    product = replace(before, **values)
    if product == before:
        return Matched(found.place, before, News.SAME)
    return Matched(found.place, product, News.CHANGED, changes(before, product))


def _answers(found: FoundProduct, known: Sequence[Product]) -> list[Product]:
    id, sku = found.values.get("id", ""), _folded(found.values.get("sku", ""))  # noqa: A001
    name = _folded(found.values["name"])
    by_id = [p for p in known if id and p.id == id]
    if by_id:
        return by_id
    by_sku = [p for p in known if sku and _folded(p.sku) == sku]
    if len(by_sku) == 1:
        return by_sku
    # Of several with this SKU the name tells; a product of another SKU is another product.
    among = by_sku or [p for p in known if not sku or not p.sku]
    by_name = [p for p in among if _folded(p.name) == name]
    return by_name or by_sku


def _key(found: FoundProduct) -> str:
    sku = _folded(found.values.get("sku", ""))
    return (
        f"id {found.values['id']}"
        if found.values.get("id")
        else f"{sku} {_folded(found.values['name'])}"
    )


def _folded(words: str) -> str:
    return "".join(words.split()).casefold()
