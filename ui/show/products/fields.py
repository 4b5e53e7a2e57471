"""The fields of one product in the order a producer fills them in; each saves when it is left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any, Protocol

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.core.errors import Refused
from app.core.words import Text, text
from app.show.money import SIGNS, money_words, read_money
from app.show.product import PricePoint, Product, Role
from app.show.product_facts import ROLES, wants_point, with_point
from ui.show.products.history import PriceLine
from ui.show.products.marks import Marks
from ui.show.products.rows import RowColumn, Rows, RowsField
from ui.show.products.typed import (
    count_typed,
    gift_rows,
    gifts_typed,
    need_rows,
    needs_typed,
    points_typed,
    price_rows,
    prices_typed,
    proof_rows,
    proofs_typed,
)
from ui.show.side.form import Form, Give
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.words import say, tell

Change = Callable[[Product], Product]


class Owner(Protocol):
    """Who has the product and saves what becomes of it."""

    product: Product

    def saved(self, label: Text, change: Change) -> Product:
        """Save a change and return the product as it is then."""
        ...


class ProductFields(Form):
    """The fields of one product, top to bottom in the order a producer fills them in."""

    def __init__(self, owner: Owner, product: Product, today: date) -> None:
        super().__init__()
        self._owner, self._today = owner, today
        self.figures: dict[str, QLineEdit] = {}  # prices and pieces, by their field
        self.name = self.line(text("Name"), product.name, self._name)
        self._pair(
            self._word("link", text("Link number"), product.link),
            self._word("sku", text("SKU"), product.sku),
        )
        self._pair(
            self._word("brand", text("Brand"), product.brand),
            self._word("category", text("Category"), product.category),
        )
        self._pair(self._roles(product), self._currencies(product))
        self._pair(
            self._price("list_cents", text("List price"), product),
            self._price("live_cents", text("Live price"), product),
        )
        self._build_history(product)
        self._word("mechanism", text("Mechanism"), product.mechanism)()
        self._word("coupon", text("Coupon"), product.coupon)()
        self._pair(
            self._pieces("stock", text("Stock"), product.stock),
            self._pieces("reserve", text("Reserve"), product.reserve),
        )
        self._build_rows(product)
        self._word("supplier", text("Supplier"), product.supplier)()
        self.note = self.words(text("Notes"), product.note, self._note)
        self.end()
        self._show_facts(product)

    # Building

    def _pair(self, left: Callable[[], object], right: Callable[[], object]) -> None:
        whole, row = self.column, QHBoxLayout()
        row.setSpacing(12)
        for make in (left, right):
            self.column = QVBoxLayout()
            self.column.setSpacing(4)
            make()
            row.addLayout(self.column, 1)
        self.column = whole
        whole.addLayout(row)

    def _build_history(self, product: Product) -> None:
        self._offer = QWidget()
        row = QHBoxLayout(self._offer)
        row.setContentsMargins(0, 0, 0, 8)
        self._offered = Label("small", "text.secondary", wrap=True)
        add = Button("quiet", icon="ph.plus", size="small")
        say(add.setText, "Add today's price")
        add.clicked.connect(self._add_today)
        row.addWidget(self._offered, 1)
        row.addWidget(add)
        self.column.addWidget(self._offer)
        self._head(text("Price history"))
        self.plot = PriceLine(product.prices, product.currency)
        self.column.addWidget(self.plot)
        columns = (
            RowColumn(text("Day"), text("2026-11-22"), 10),
            RowColumn(text("Price"), text("129"), 6),
            RowColumn(text("Where"), text("Shop or show"), 9),
        )
        self.prices = RowsField(
            columns, price_rows(product), self._prices, remove=text("Remove this price")
        )
        self._under(self.prices)

    def _build_rows(self, product: Product) -> None:
        self._head(text("Gifts"))
        gifts = (
            RowColumn(text("Name"), text("Cup brush"), 4),
            RowColumn(text("Quantity"), text("1"), 2),
            RowColumn(text("Size"), text("20 cm"), 3),
            RowColumn(text("Worth"), text("15"), 2),
        )
        self.gifts = RowsField(
            gifts, gift_rows(product), self._gifts, remove=text("Remove this gift")
        )
        self._under(self.gifts)
        points = "\n".join(product.points)
        hint = text("One a line; a script draws on them")
        self.points = self.words(text("Selling points"), points, self._points, hint)
        self._head(text("Viewers' needs and what answers them"))
        needs = (
            RowColumn(text("Need"), text("Will it leak?"), 1),
            RowColumn(text("Selling point"), text("No point yet"), 1),
        )
        self.needs = RowsField(
            needs,
            need_rows(product),
            self._needs,
            remove=text("Remove this need"),
            offers=(1, product.points),
        )
        self.column.addWidget(self.needs)
        self.unmet = Marks()
        self._under(self.unmet)
        self._head(text("Proofs and licences"))
        proofs = (
            RowColumn(text("Paper"), text("Test report"), 3),
            RowColumn(text("Paper number"), text("GB 4806"), 3),
            RowColumn(text("Valid until"), text("2027-01-02"), 3),
            RowColumn(text("File"), text("Path; a file may be dropped here"), 3),
        )
        self.proofs = RowsField(
            proofs, proof_rows(product), self._proofs, remove=text("Remove this paper"), wrap=2
        )
        self.column.addWidget(self.proofs)
        self.papers = Marks()
        self._under(self.papers)

    def _head(self, name: Text) -> None:
        label = Label("section", "text.primary")
        tell(label.setText, name)
        self.column.addSpacing(4)
        self.column.addWidget(label)

    def _under(self, widget: QWidget) -> None:
        self.column.addWidget(widget)
        self.column.addSpacing(8)

    def _word(self, key: str, name: Text, start: str) -> Callable[[], QLineEdit]:
        def give(words: str) -> None:
            self._set(key, name, " ".join(words.split()))

        return self._liner(name, start, give)

    def _liner(
        self, name: Text, start: str, give: Give, hint: Text | None = None
    ) -> Callable[[], QLineEdit]:
        def make() -> QLineEdit:
            return self.line(name, start, give, hint)

        return make

    def _price(self, key: str, name: Text, product: Product) -> Callable[[], QLineEdit]:
        def make() -> QLineEdit:
            def give(words: str) -> None:
                cents = read_money(words)
                kept = self._set(key, name, cents)
                field.setText(money_words(cents, kept.currency))

            start = money_words(getattr(product, key), product.currency)
            field = self.figures[key] = self.line(name, start, give)
            return field

        return make

    def _pieces(self, key: str, name: Text, start: int | None) -> Callable[[], QLineEdit]:
        def make() -> QLineEdit:
            def give(words: str) -> None:
                count = count_typed(words)
                self._set(key, name, count)
                field.setText("" if count is None else str(count))

            words = "" if start is None else str(start)
            field = self.figures[key] = self.line(name, words, give)
            return field

        return make

    def _roles(self, product: Product) -> Callable[[], object]:
        options = [("", text("None").say()), *((r.value, n.say()) for r, n in ROLES.items())]
        current = product.role.value if product.role is not None else ""

        def make() -> object:
            return self.choice(text("Role"), options, current, self._role)

        return make

    def _currencies(self, product: Product) -> Callable[[], object]:
        known = dict.fromkeys([*SIGNS, product.currency])
        options = [(code, f"{code} {SIGNS.get(code, '')}".strip()) for code in known]

        def make() -> object:
            return self.choice(text("Currency"), options, product.currency, self._currency)

        return make

    # Saving

    def _set(self, key: str, name: Text, value: Any) -> Product:
        label = text("Change {field} of {product}", field=name, product=self._owner.product.name)
        kept = self._owner.saved(label, lambda product: replace(product, **{key: value}))
        self._show_facts(kept)
        return kept

    def _name(self, words: str) -> None:
        name = " ".join(words.split())
        if not name:
            raise Refused(text("A product needs a name."))
        label = text("Rename product to {name}", name=name)
        self._owner.saved(label, lambda product: replace(product, name=name))

    def _role(self, value: str) -> None:
        self._set("role", text("Role"), Role(value) if value else None)

    def _currency(self, value: str) -> None:
        kept = self._set("currency", text("Currency"), value)
        for key in ("list_cents", "live_cents"):
            self.figures[key].setText(money_words(getattr(kept, key), kept.currency))

    def _note(self, words: str) -> None:
        self._set("note", text("Notes"), words)

    def _points(self, words: str) -> None:
        kept = self._set("points", text("Selling points"), points_typed(words))
        self.needs.offer(kept.points)

    def _gifts(self, rows: Rows) -> Rows:
        return gift_rows(self._set("gifts", text("Gifts"), gifts_typed(rows)))

    def _needs(self, rows: Rows) -> Rows:
        return need_rows(self._set("needs", text("Viewers' needs"), needs_typed(rows)))

    def _proofs(self, rows: Rows) -> Rows:
        return proof_rows(self._set("proofs", text("Proofs and licences"), proofs_typed(rows)))

    def _prices(self, rows: Rows) -> Rows:
        return price_rows(self._set("prices", text("Price history"), prices_typed(rows)))

    def _add_today(self) -> None:
        product = self._owner.product
        if product.live_cents is None:
            return
        point = PricePoint(self._today, product.live_cents, text("Live").say())
        label = text("Add today's price of {product}", product=product.name)
        kept = self._owner.saved(label, lambda now: with_point(now, point))
        self.prices.put(price_rows(kept))
        self._show_facts(kept)

    def _show_facts(self, product: Product) -> None:
        """Show what follows from the fields: the offer, the plot, what is unanswered or runs out."""
        self._offer.setVisible(wants_point(product, self._today))
        price = money_words(product.live_cents, product.currency)
        tell(self._offered.setText, text("{price} is not in the history yet", price=price))
        self.plot.show_points(product.prices, product.currency)
        self.unmet.show_needs(product)
        self.papers.show_papers(product, self._today)
