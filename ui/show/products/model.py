"""The studio's products as a list: what each line says, searched and narrowed to the open show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from app.core.words import tr
from app.show.money import money_words
from app.show.product import Product
from app.show.product_facts import ROLES, Papers, papers, papers_words
from app.show.show import Show

LINE = Qt.ItemDataRole.UserRole
MIME = "application/x-greenroom-products"
ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex
_MARKS = {Papers.EXPIRED: "fail", Papers.SOON: "warn", Papers.NONE: "unknown"}


@dataclass(frozen=True, slots=True)
class ProductLine:
    """One product as the list says it."""

    id: str
    name: str
    price: str
    role: str
    facts: str  # link number, stock, rows
    papers: str
    mark: str  # pass, warn, fail, unknown
    rows: tuple[int, ...]
    sought: str

    @property
    def said(self) -> str:
        """Return the line as it is read aloud."""
        parts = (self.name, self.price, self.role, self.facts, self.papers)
        return ", ".join(part for part in parts if part)


def rows_of(show: Show | None) -> dict[str, tuple[int, ...]]:
    """Return the numbers of the rows each product is linked to."""
    found: dict[str, tuple[int, ...]] = {}
    for number, row in enumerate(show.segments() if show is not None else (), 1):
        for product in row.products:
            found[product] = (*found.get(product, ()), number)
    return found


def rows_words(rows: Sequence[int]) -> str:
    """Return in which rows of the open show a product is sold."""
    if not rows:
        return ""
    said = ", ".join(map(str, rows[:4])) + ("…" if len(rows) > 4 else "")
    return tr("rows {numbers}", numbers=said) if len(rows) > 1 else tr("row {number}", number=said)


def line(product: Product, rows: tuple[int, ...], today: date) -> ProductLine:
    """Return how the list says one product."""
    facts = (
        tr("Link {number}", number=product.link) if product.link else "",
        tr("Stock {count}", count=product.stock) if product.stock is not None else "",
        rows_words(rows),
    )
    sought = (product.name, product.sku, product.link, product.brand, product.category)
    return ProductLine(
        product.id,
        product.name,
        money_words(product.live_cents, product.currency),
        ROLES[product.role].say() if product.role is not None else "",
        " · ".join(fact for fact in facts if fact),
        papers_words(product, today).say(),
        _MARKS.get(papers(product, today), "pass"),
        rows,
        " ".join(sought).casefold(),
    )


class ProductsModel(QAbstractListModel):
    """Products by link number, then name; a search and the open show narrow them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[ProductLine, ...] = ()
        self._lines: tuple[ProductLine, ...] = ()
        self._words = ""
        self._used_only = False

    def show_products(
        self, products: Sequence[Product], rows: Mapping[str, tuple[int, ...]], today: date
    ) -> None:
        """List these products; lines that stay keep their place, so that selection survives."""
        ordered = sorted(products, key=_by_link)
        self._all = tuple(line(p, rows.get(p.id, ()), today) for p in ordered)
        self._narrow()

    def search(self, words: str) -> None:
        """List only what holds `words` in name, SKU, link number, brand or category."""
        self._words = words.strip().casefold()
        self._narrow()

    def only_used(self, *, on: bool) -> None:
        """List only what the open show sells, or everything."""
        self._used_only = on
        self._narrow()

    def lines(self) -> tuple[ProductLine, ...]:
        """Return the lines listed now."""
        return self._lines

    def counts(self) -> tuple[int, int]:
        """Return how many products there are, and how many the open show sells."""
        return len(self._all), sum(bool(one.rows) for one in self._all)

    def place(self, product: str) -> QModelIndex:
        """Return where a product is listed; an invalid index where it is not."""
        at = next((n for n, one in enumerate(self._lines) if one.id == product), -1)
        return self.index(at, 0) if at >= 0 else QModelIndex()

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return how many products are listed."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the name, the line, or the line as it is read aloud."""
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        one = self._lines[index.row()]
        if role == LINE:
            return one
        if role == Qt.ItemDataRole.DisplayRole:
            return one.name
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return one.said
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that a product can be selected and dragged onto a row."""
        found = super().flags(index)
        return found | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else found

    def mimeTypes(self) -> list[str]:
        """Return the one kind of thing that is dragged from here."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the ids of the dragged products."""
        found = QMimeData()
        ids = [self._lines[index.row()].id for index in indexes]
        found.setData(MIME, "\n".join(ids).encode())
        return found

    def _narrow(self) -> None:
        fresh = tuple(
            one
            for one in self._all
            if self._words in one.sought and (one.rows or not self._used_only)
        )
        if [one.id for one in fresh] == [one.id for one in self._lines]:
            self._lines = fresh
            if fresh:
                self.dataChanged.emit(self.index(0, 0), self.index(len(fresh) - 1, 0))
            return
        self.beginResetModel()
        self._lines = fresh
        self.endResetModel()


def _by_link(product: Product) -> tuple[bool, int, str, str]:
    number = int(product.link) if product.link.isdecimal() else 10**9
    return not product.link, number, product.link, product.name
