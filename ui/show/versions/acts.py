"""What stands behind the versions panels: name, compare, restore; each act one step of the show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.core.clock import SystemClock
from app.core.errors import Trouble
from app.core.ids import new_id
from app.core.words import Text, text
from app.session.showing import (
    Edit,
    name_version,
    put_products,
    restore_version,
    versions_of,
    workspace,
)
from app.show.compare import Side, compare, product_differences
from app.show.version import Version
from ui.actions import act
from ui.show.shown import derive
from ui.show.versions.compare_panel import ComparePanel
from ui.show.versions.panel import VersionPanel

if TYPE_CHECKING:
    from ui.show.page import ShowPage
    from ui.show.view import ShowView


class VersionActs(QObject):
    """Opens the panels of the versions and keeps the list in step with the library."""

    def __init__(self, page: ShowPage, view: ShowView) -> None:
        super().__init__(page)
        self._page, self._view = page, view
        self._clock = SystemClock()
        self.list: VersionPanel | None = None
        self.compared: ComparePanel | None = None
        self._sides = ("", "")
        page.context_bar.versions_asked.connect(self.ask)
        view.opened.connect(self._opened)
        act(page, text("Versions"), self.ask, keys=("Ctrl+Shift+V",))

    def ask(self) -> None:
        """Open the versions of the open show."""
        if self._view.shown is None:
            return
        panel = VersionPanel()
        panel.named.connect(self.name)
        panel.compared.connect(self.compare)
        panel.restored.connect(self.restore)
        panel.destroyed.connect(self._forget_list)
        self._page.side.emit(text("Versions"), panel)
        self.list = panel  # now: the panel before it has gone and was forgotten
        self.refresh()
        (panel.list if panel.list.count() else panel.name).setFocus()

    def refresh(self) -> None:
        """List the versions as the library has them now, where the list is open."""
        session, shown = self._view.session, self._view.shown
        if self.list is not None and session is not None and shown is not None:
            heads = versions_of(session.studio, shown.show.id)
            self.list.show_versions(heads, can_edit=self._view.can_edit)

    # Acts

    def name(self, name: str) -> None:
        """Keep the open show as it is now under a name."""
        session, shown = self._view.session, self._view.shown
        if session is None or shown is None:
            return
        self._page.script.flush()
        made = new_id()
        edit = name_version(session.studio, shown.show.id, name, self._clock.wall(), made)
        if self._edit(edit) and self.list is not None:
            self.list.choose(made)

    def compare(self, before: str, after: str) -> None:
        """Show what differs between two versions; "" is the show as it is now."""
        old, new = self._side(before), self._side(after)
        version = self._version(before)
        shown = self._view.shown
        if old is None or new is None or shown is None or version is None:
            return
        products = () if after else product_differences(version.products, shown.products)
        panel = ComparePanel(
            self._name(before),
            self._name(after),
            compare(old, new),
            products,
            can_restore=not after and self._view.can_edit,
        )
        self._sides = (before, after)
        panel.back.connect(self.ask)
        panel.restored.connect(self._restore_compared)
        panel.products_restored.connect(self._restore_products)
        panel.destroyed.connect(self._forget_compared)
        self._page.side.emit(text("Compare versions"), panel)
        self.compared = panel
        panel.text.setFocus()

    def restore(self, version: str) -> None:
        """Bring the show back to a version, then say which products are otherwise now."""
        session = self._view.session
        if session is None:
            return
        self._page.script.flush()
        try:
            edit = restore_version(session.studio, version)
        except Trouble as trouble:
            self._view.refused.emit(trouble)
            return
        if not self._edit(edit):
            return
        kept, shown = self._version(version), self._view.shown
        if kept is None or shown is None:
            return
        if product_differences(kept.products, shown.products):
            self.compare(version, "")

    # Inside

    def _restore_compared(self) -> None:
        self.restore(self._sides[0])

    def _restore_products(self) -> None:
        version, shown = self._version(self._sides[0]), self._view.shown
        if version is None or shown is None:
            return
        products = [p for p, _ in product_differences(version.products, shown.products)]
        label = text("Restore products of {name}", name=version.name)
        if self._edit(put_products(products, label, workspace(version.show))):
            self.compare(version.id, "")

    def _edit(self, edit: Edit) -> bool:
        session = self._view.session
        assert session is not None
        try:
            session.edit(*edit)
        except Trouble as trouble:
            self._view.refused.emit(trouble)
            return False
        self._view.refresh()
        self.refresh()
        self._view.done.emit(edit[0].label)
        return True

    def _version(self, version: str) -> Version | None:
        session = self._view.session
        return None if session is None or not version else session.studio.versions.get(version)

    def _side(self, version: str) -> Side | None:
        shown, session = self._view.shown, self._view.session
        if shown is None or session is None:
            return None
        if not version:
            return Side(shown.show, shown.products, shown.times)
        kept = self._version(version)
        if kept is None:
            return None
        # Products of other shows stay as they are now; those of this one are the version's.
        products = {**shown.products, **{p.id: p for p in kept.products}}
        then = derive(kept.body, tuple(products.values()), tuple(session.studio.voices))
        return Side(then.show, then.products, then.times)

    def _name(self, version: str) -> Text:
        kept = self._version(version)
        return text("now") if kept is None else Text(kept.name, kept.name)

    def _opened(self, shown: object) -> None:
        del shown
        if self.list is not None or self.compared is not None:
            self._page.side_away.emit()

    def _forget_list(self) -> None:
        self.list = None

    def _forget_compared(self) -> None:
        self.compared = None
