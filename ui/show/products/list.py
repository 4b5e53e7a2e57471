"""The panel with the studio's products: search, select, open, link to rows, remove, take in and out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.core.words import Text, text
from app.show.product import Product
from ui.actions import act
from ui.show.products.model import LINE, ProductsModel
from ui.show.products.paint import ProductDelegate
from ui.widgets.button import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import Label
from ui.widgets.segmented import Segmented
from ui.words import say, tell, unsay


class ProductList(QWidget):
    """Double-click or Enter opens a product; several can be selected to link or remove them."""

    opened = Signal(str)  # product id
    added = Signal()
    linked = Signal(tuple)  # product ids, to the selected rows
    removed = Signal(tuple)  # product ids
    import_asked = Signal()
    export_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.model = ProductsModel(self)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        say(self.search.setPlaceholderText, "Search name, SKU or link")
        say(self.search.setAccessibleName, "Search name, SKU or link")
        self.which = Segmented((("all", text("All")), ("used", text("In this show"))))
        self.list = _list(self.model)
        self.add = Button("quiet", icon="ph.plus", size="small")
        self.open = Button("quiet", size="small", key="↵")
        self.link = Button("quiet", icon="ph.link", size="small")
        self.remove = Button("plain", icon="ph.trash", size="small")
        self.bring = Button("link", size="small")
        self.export = Button("link", size="small")
        self.count = Label("small", "text.tertiary")
        self._can_edit, self._rows_chosen = True, 0
        self._lay()
        self._connect()

    def show_products(
        self,
        products: Sequence[Product],
        rows: Mapping[str, tuple[int, ...]],
        today: date,
        *,
        can_edit: bool,
        rows_chosen: int,
    ) -> None:
        """List `products`; `rows` says which rows of the open show sell each."""
        kept = self.chosen()
        self._can_edit, self._rows_chosen = can_edit, rows_chosen
        self.model.show_products(products, rows, today)
        self._choose(kept)
        everything, used = self.model.counts()
        self.which.count("all", everything)
        self.which.count("used", used)
        self.export.setEnabled(bool(products))
        self.add.setEnabled(can_edit)
        self.bring.setEnabled(can_edit)
        self._show_chosen()

    def chosen(self) -> tuple[str, ...]:
        """Return the ids of the selected products, top to bottom."""
        places = sorted(index.row() for index in self.list.selectedIndexes())
        lines = self.model.lines()
        return tuple(lines[at].id for at in places)

    def go_to(self, product: str) -> None:
        """Select one product and make it visible."""
        place = self.model.place(product)
        if place.isValid():
            self.list.setCurrentIndex(place)
            self.list.scrollTo(place)

    def rows_chosen(self, count: int) -> None:
        """Say on the button how many rows a link would go to."""
        self._rows_chosen = count
        self._show_chosen()

    def _lay(self) -> None:
        self._empty = EmptyState(
            "ph.package",
            text("No product yet"),
            text(
                "A product holds its price, gifts, stock and proofs once; every row and script "
                "that speaks of it follows. Change a price here and it changes everywhere."
            ),
            text("New product"),
            text("Read a table…"),
        )
        self._nothing = EmptyState(
            "ph.magnifying-glass",
            text("No product answers"),
            text("Search by name, SKU, link number, brand or category, or choose “All” above."),
        )
        self._stack = QStackedWidget()
        for part in (self.list, self._empty, self._nothing):
            self._stack.addWidget(part)
        say(self.add.setText, "New product")
        say(self.open.setText, "Open")
        say(self.remove.setText, "Remove")
        say(self.bring.setText, "Read a table…")
        say(self.export.setText, "Write a table…")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(8)
        for parts, rest in (((self.search, self.add), 0), ((self.which, self.count), 1)):
            row = QHBoxLayout()
            row.setContentsMargins(12, 0, 12, 0)
            row.addWidget(parts[0], 1 - rest)
            if rest:
                row.addStretch(1)
            row.addWidget(parts[1])
            column.addLayout(row)
        column.addWidget(self._stack, 1)
        for buttons in ((self.open, self.link, self.remove), (self.bring, self.export)):
            row = QHBoxLayout()
            row.setContentsMargins(12, 0, 12, 0)
            row.setSpacing(8)
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)
        self._stack.setMinimumHeight(360)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._search)
        self.which.chosen.connect(self._narrow)
        self.list.activated.connect(self._open)
        self.list.selectionModel().selectionChanged.connect(self._show_chosen)
        self.add.clicked.connect(self.added)
        self.open.clicked.connect(self._open_current)
        self.link.clicked.connect(self._link)
        self.remove.clicked.connect(self._remove)
        self.bring.clicked.connect(self.import_asked)
        self.export.clicked.connect(self.export_asked)
        self._empty.acted.connect(self.added)
        self._empty.example.connect(self.import_asked)
        keys = ("Del", "Backspace")
        act(self.list, text("Remove products"), self._remove, keys=keys, here=True)
        act(self.list, text("Link to the selected rows"), self._link, keys=("Ctrl+J",), here=True)
        act(self, text("New product"), self.added.emit, keys=("Insert",), here=True)

    def _choose(self, ids: Sequence[str]) -> None:
        selection = QItemSelection()
        for product in ids:
            place = self.model.place(product)
            if place.isValid():
                selection.select(place, place)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.list.selectionModel().select(selection, flag)

    def _search(self, words: str) -> None:
        self.model.search(words)
        self._show_chosen()

    def _narrow(self, which: str) -> None:
        self.model.only_used(on=which == "used")
        self._show_chosen()

    def _open(self, index: QModelIndex) -> None:
        one = index.data(LINE)
        if one is not None:
            self.opened.emit(one.id)

    def _open_current(self) -> None:
        self._open(self.list.currentIndex())

    def _link(self) -> None:
        if chosen := self.chosen():
            self.linked.emit(chosen)

    def _remove(self) -> None:
        if self._can_edit and (chosen := self.chosen()):
            self.removed.emit(chosen)

    def _show_chosen(self, *_selection: object) -> None:
        count, listed = len(self.chosen()), self.model.rowCount()
        everything = self.model.counts()[0]
        self._stack.setCurrentIndex(0 if listed else 2 if everything else 1)
        self.open.setEnabled(count == 1)
        self.link.setEnabled(bool(count) and self._can_edit and self._rows_chosen > 0)
        self.remove.setEnabled(bool(count) and self._can_edit)
        tell(self.link.setText, link_words(self._rows_chosen))
        if count > 1:
            say(self.count.setText, "{count} selected", count=count)
        else:
            unsay(self.count.setText)
            self.count.setText("")


def link_words(rows: int) -> Text:
    """Return what a button says that links products to the selected rows."""
    return text("Link to {count} rows", count=rows) if rows > 1 else text("Link to the row")


def _list(model: ProductsModel) -> QListView:
    made = QListView()
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setUniformItemSizes(True)
    made.setModel(model)
    made.setItemDelegate(ProductDelegate(made))
    made.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
    made.setDragEnabled(True)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    say(made.setAccessibleName, "Products: Enter opens, Delete removes, Ctrl+J links to rows")
    return made
