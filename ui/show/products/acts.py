"""What stands behind the products panels: lists, forms, links, tables in and out; each act one step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from app.core.errors import Trouble
from app.core.ids import new_id
from app.core.words import Text, language, text
from app.show.edit import with_products_linked
from app.show.product import Product
from app.show.show import Show
from ui.actions import act
from ui.show.products.drag import ProductDrop
from ui.show.products.fields import Change
from ui.show.products.form import ProductForm
from ui.show.products.import_preview import ProductImport
from ui.show.products.list import ProductList, link_words
from ui.show.products.model import rows_of, rows_words
from ui.words import hear_switch

if TYPE_CHECKING:
    from app.exchange.products_match import Preview
    from app.session.studio import Studio
    from ui.show.page import ShowPage
    from ui.show.view import ShowView

TABLES = "*.xlsx *.xlsm *.csv *.tsv *.txt"


class ProductActs(QObject):
    """Opens the panels of the products and keeps them in step with the library."""

    def __init__(self, page: ShowPage, view: ShowView) -> None:
        super().__init__(page)
        self._page, self._view = page, view
        self.list: ProductList | None = None
        self.form: ProductForm | None = None
        self._dialog: QFileDialog | None = None
        self._preview: Preview | None = None
        self._drop = ProductDrop(page.table)
        self._drop.dropped.connect(self._dropped)
        page.context_bar.products_asked.connect(self.ask)
        page.script.product_asked.connect(self.ask_product)
        view.current_changed.connect(self._show_chosen)
        view.changed.connect(self.refresh)
        view.opened.connect(self.refresh)
        page.table.selectionModel().selectionChanged.connect(self._show_chosen)
        act(page, text("Products"), self.ask, keys=("Ctrl+P",))
        hear_switch(self.say_again)

    def products(self) -> tuple[Product, ...]:
        """Return the studio's products."""
        session = self._view.session
        return () if session is None else tuple(session.studio.products)

    def ask(self) -> None:
        """Open the list of products."""
        panel = ProductList()
        panel.opened.connect(self.ask_product)
        panel.added.connect(self.add)
        panel.linked.connect(self.link)
        panel.removed.connect(self.remove)
        panel.import_asked.connect(self.ask_import)
        panel.export_asked.connect(self.ask_export)
        panel.destroyed.connect(self._forget_list)
        self._page.side.emit(text("Products"), panel)
        self.list = panel  # now: the panel before it has gone and was forgotten
        self.refresh()
        panel.list.setFocus()

    def ask_product(self, product: str) -> None:
        """Open one product; "" opens the list."""
        found = self._product(product)
        if found is None:
            self.ask()
            return
        form = ProductForm(found, self._save, today(), can_edit=self._view.can_edit)
        form.back.connect(self._back)
        form.link_asked.connect(self._link_one)
        form.remove_asked.connect(self._remove_one)
        form.destroyed.connect(self._forget_form)
        self._page.side.emit(text("Product details"), form)
        self.form = form
        self._show_use()
        form.fields.name.setFocus()

    def refresh(self, *_shown: object) -> None:
        """Show the products as the library has them now, where a panel is open."""
        if self.list is not None:
            show = self._view.shown.show if self._view.shown is not None else None
            self.list.show_products(
                self.products(),
                rows_of(show),
                today(),
                can_edit=self._view.can_edit,
                rows_chosen=len(self._rows()),
            )
        if self.form is not None:
            found = self._product(self.form.product.id)
            if found is None:
                if self.form.isVisible():
                    self.ask()
                return
            self.form.show_product(found)
            self._show_use()

    def say_again(self) -> None:
        """Say what the panels show in the language that is current now."""
        self.refresh()
        if self.form is not None:
            self.form.rebuild()
            self._show_use()

    # Acts

    def add(self) -> None:
        """Make a product and open it."""
        name = text("New product").say()
        product = Product(new_id(), name)
        if self._edit(text("New product"), lambda studio: _with(studio, (product,))):
            self.ask_product(product.id)
            if self.form is not None:
                self.form.fields.name.selectAll()

    def link(self, products: Sequence[str]) -> None:
        """Link products to the selected rows of the open show."""
        self._link(products, self._rows())

    def remove(self, products: Sequence[str]) -> None:
        """Take products out of the studio; rows keep their link, so that undo brings it back."""
        found = [p for p in map(self._product, products) if p is not None]
        if not found:
            return
        label = text("Remove {count} products", count=len(found))
        if len(found) == 1:
            label = text("Remove product {name}", name=found[0].name)
        ids = [p.id for p in found]
        self._edit(
            label,
            lambda studio: replace(studio, products=studio.products.without_all(ids)),
            say=True,
        )

    def ask_import(self) -> None:
        """Ask for a table of products."""
        dialog = self._ask_file(text("Read a table of products").say())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(f"{text('Tables').say()} ({TABLES})")
        dialog.fileSelected.connect(self.read)
        dialog.open()

    def read(self, path: str) -> None:
        """Show what a file would do to the products."""
        from app.exchange.products_file import read_products_file
        from app.exchange.products_match import preview

        file = Path(path)
        try:
            found = preview(read_products_file(file), self.products())
        except Trouble as trouble:
            self._view.refused.emit(trouble)
            return
        self._preview = found
        panel = ProductImport(file.name, found)
        panel.accepted.connect(self._take_in)
        panel.back.connect(self.ask)
        self._page.side.emit(text("Products of a table"), panel)
        panel.accept.setFocus()

    def ask_export(self) -> None:
        """Ask where to write the products to."""
        dialog = self._ask_file(text("Write the products").say())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(["XLSX (*.xlsx)", "CSV (*.csv)"])
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile(f"{text('Products').say()}.xlsx")
        dialog.fileSelected.connect(self.write)
        dialog.open()

    def write(self, path: str) -> None:
        """Write every product to a workbook or CSV."""
        from app.exchange.products_file import write_products

        file = Path(path)
        try:
            write_products(self.products(), file, language())
        except Trouble as trouble:
            self._view.refused.emit(trouble)
            return
        self._page.done.emit(text("Saved {name}", name=file.name), False)

    # Inside

    def _take_in(self) -> None:
        found = self._preview
        if found is None:
            return
        taken = found.taken
        label = text("Import {count} products", count=len(taken))
        if self._edit(label, lambda studio: _with(studio, taken), say=True):
            self._preview = None
            self.ask()

    def _save(self, label: Text, change: Change) -> Product | None:
        assert self.form is not None
        product = self.form.product.id

        def how(studio: Studio) -> Studio:
            before = studio.products.get(product)
            return studio if before is None else _with(studio, (change(before),))

        return self._product(product) if self._view.edit_studio(label, how) else None

    def _edit(self, label: Text, how: object, *, say: bool = False) -> bool:
        done = self._view.edit_studio(label, how, say=say)  # type: ignore[arg-type]
        if done:
            self.refresh()
        return done

    def _rows(self) -> tuple[str, ...]:
        """Return the selected rows, or the current one."""
        if self._view.shown is None:
            return ()
        chosen = self._page.table.selected_rows()
        return chosen or ((self._view.current,) if self._view.current else ())

    def _link(self, products: Sequence[str], rows: Sequence[str]) -> None:
        found = [p for p in map(self._product, products) if p is not None]
        if not found or not rows:
            return

        def linked(show: Show) -> Show:
            for product in found:
                show = with_products_linked(show, rows, product.id)
            return show

        names = "、".join(p.name for p in found)
        label = text("Link {products} to {count} rows", products=names, count=len(rows))
        self._view.edit(label, linked, say=True)

    def _dropped(self, products: object, row: str) -> None:
        assert isinstance(products, tuple)
        chosen = self._page.table.selected_rows()
        self._link(products, chosen if row in chosen else (row,))

    def _link_one(self, product: str) -> None:
        self._link((product,), self._rows())

    def _remove_one(self, product: str) -> None:
        self.remove((product,))

    def _back(self) -> None:
        product = self.form.product.id if self.form is not None else ""
        self.ask()
        if self.list is not None:
            self.list.go_to(product)

    def _product(self, product: str) -> Product | None:
        session = self._view.session
        return None if session is None else session.studio.products.get(product)

    def _show_chosen(self, *_rows: object) -> None:
        if self.list is not None:
            self.list.rows_chosen(len(self._rows()))
        self._show_use()

    def _show_use(self) -> None:
        if self.form is None:
            return
        show = self._view.shown.show if self._view.shown is not None else None
        rows = rows_of(show).get(self.form.product.id, ())
        said = text("In no row of the open show")
        if rows:
            said = text("In this show: {rows}", rows=rows_words(rows))
        chosen = self._rows()
        self.form.show_use(said, link_words(len(chosen)), can_link=bool(chosen))

    def _ask_file(self, title: str) -> QFileDialog:
        if self._dialog is not None:
            self._dialog.deleteLater()
        dialog = self._dialog = QFileDialog(self._page, title)
        return dialog

    def _forget_list(self) -> None:
        self.list = None

    def _forget_form(self) -> None:
        self.form = None


def today() -> date:
    """Return the studio's own day: what a licence and a price history go by."""
    return date.today()  # noqa: DTZ011


def _with(studio: Studio, products: Sequence[Product]) -> Studio:
    return replace(studio, products=studio.products.put_all(products))
