"""One product in the side panel: every field saves when it is left, as one labelled step."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.words import Text
from app.show.product import Product
from ui.show.products.fields import Change, ProductFields
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.words import say, tell

Save = Callable[[Text, Change], Product | None]  # returns the product as it is now


class ProductForm(QWidget):
    """Head with what can be done with the product, and its fields; rebuilt when it changes elsewhere."""

    back = Signal()
    link_asked = Signal(str)
    remove_asked = Signal(str)

    def __init__(self, product: Product, save: Save, today: date, *, can_edit: bool) -> None:
        super().__init__()
        self.product, self._save, self._today = product, save, today
        self._can_edit = can_edit
        self._back = Button("link", icon="ph.arrow-left", size="small")
        say(self._back.setText, "All products")
        self.link = Button("quiet", icon="ph.link", size="small")
        self.remove = Button("plain", icon="ph.trash", size="small")
        say(self.remove.setToolTip, "Remove product")
        self.used = Label("small", "text.secondary", wrap=True)
        self._back.clicked.connect(self.back)
        self.link.clicked.connect(self._ask_link)
        self.remove.clicked.connect(self._ask_remove)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 0)
        self._column.setSpacing(4)
        top = QHBoxLayout()
        top.setContentsMargins(12, 0, 16, 0)
        for part in (self._back, self.link, self.remove):
            top.addWidget(part)
            if part is self._back:
                top.addStretch(1)
        self._column.addLayout(top)
        used = QHBoxLayout()
        used.setContentsMargins(16, 0, 16, 0)
        used.addWidget(self.used)
        self._column.addLayout(used)
        self.fields = self._made()
        self._column.addWidget(self.fields, 1)

    def show_product(self, product: Product) -> None:
        """Show what the product became elsewhere; nothing happens where it is as it was."""
        if product != self.product:
            self.product = product
            self.rebuild()

    def rebuild(self) -> None:
        """Make the fields anew."""
        old, self.fields = self.fields, self._made()
        self._column.replaceWidget(old, self.fields)
        old.hide()
        old.deleteLater()

    def show_use(self, said: Text, link: Text, *, can_link: bool) -> None:
        """Say where the open show sells it, and what the link button would do."""
        tell(self.used.setText, said)
        tell(self.link.setText, link)
        self.link.setEnabled(can_link and self._can_edit)

    def saved(self, label: Text, change: Change) -> Product:
        """Save a change and return the product as it is then."""
        kept = self._save(label, change)
        if kept is not None:
            self.product = kept
        return self.product

    def _made(self) -> ProductFields:
        made = ProductFields(self, self.product, self._today)
        made.setEnabled(self._can_edit)
        self.remove.setEnabled(self._can_edit)
        return made

    def _ask_link(self) -> None:
        self.link_asked.emit(self.product.id)

    def _ask_remove(self) -> None:
        self.remove_asked.emit(self.product.id)
