"""The side panels of the Show page and what their acts do to the library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from app.core.ids import new_id, short_id
from app.core.words import language, text
from app.session.showing import (
    Edit,
    archive,
    as_template,
    duplicate_show,
    put_samples,
    remove_samples,
    remove_show,
)
from app.show.formats import example, formats, new_segment
from app.show.head import ShowHead
from app.show.show import Part, Show
from ui.show.products.acts import ProductActs
from ui.show.side.columns_panel import ColumnsPanel
from ui.show.side.details_panel import DetailsPanel
from ui.show.side.new_panel import NewPanel
from ui.show.side.shows_panel import ShowsPanel
from ui.show.side.voices_panel import VoicesPanel
from ui.show.versions.acts import VersionActs

if TYPE_CHECKING:
    from ui.show.page import ShowPage
    from ui.show.view import ShowView
    from ui.widgets.desk import Desk


class Panels(QObject):
    """Opens the panels; each act is one labelled step."""

    def __init__(self, page: ShowPage, view: ShowView, desk: Desk) -> None:
        super().__init__(page)
        self._page, self._view, self._desk = page, view, desk
        self.order: tuple[str, ...] = ()
        self.hidden: frozenset[str] | None = None
        self._shows: ShowsPanel | None = None
        self.products = ProductActs(page, view)
        self.versions = VersionActs(page, view)
        bar = page.context_bar
        bar.shows_asked.connect(self.ask_shows)
        bar.details_asked.connect(self.ask_details)
        bar.voices_asked.connect(self.ask_voices)

    def heads(self) -> Sequence[ShowHead]:
        """Return the heads of every show."""
        session = self._view.session
        return () if session is None else session.studio.shows.heads()

    def newest(self) -> str:
        """Return the id of the show to open where none was open before."""
        mine = [h for h in self.heads() if not h.archived and not h.template]
        return max(mine, key=lambda h: (str(h.on or ""), h.id)).id if mine else ""

    def refresh(self) -> None:
        """Show the shows anew in the list, where it is open."""
        shows = self._shows
        if shows is not None and isValid(shows) and shows.isVisible():
            shows.show_heads(self.heads())
        self.products.refresh()
        self.versions.refresh()

    # Panels

    def ask_shows(self) -> None:
        """Open the list of shows."""
        current = self._view.shown.show.id if self._view.shown is not None else ""
        panel = self._shows = ShowsPanel(self.heads(), current)
        panel.acted.connect(self._act_on_show)
        panel.new_asked.connect(self.ask_new)
        panel.samples_asked.connect(self._samples)
        self._page.side.emit(text("Shows"), panel)
        panel.list.setFocus()

    def ask_new(self) -> None:
        """Ask for title and form of a new show."""
        panel = NewPanel()
        panel.given.connect(self._make)
        self._page.side.emit(text("New show"), panel)
        panel.title.setFocus()

    def ask_details(self) -> None:
        """Open what holds for the whole show."""
        if self._view.shown is not None:
            panel = DetailsPanel(self._view, self._view.shown.show)
            self._page.side.emit(text("The show"), panel)
            panel.focus_title()

    def ask_voices(self) -> None:
        """Open how fast the people of the show speak."""
        if self._view.shown is not None:
            panel = VoicesPanel(self._view, self._view.shown.show)
            self._page.side.emit(text("People and their pace"), panel)

    def ask_columns(self) -> None:
        """Open which columns are shown."""
        model = self._page.table.model_of()
        cells = model.all_cells()
        hidden = frozenset(c.id for c in cells if model.hides(c))
        panel = ColumnsPanel(self._view, cells, hidden)
        panel.arranged.connect(self.arrange)
        self._page.side.emit(text("Columns"), panel)
        panel.focus_list()

    def arrange(self, order: tuple[str, ...], hidden: frozenset[str] | None) -> None:
        """Show these columns, and remember it."""
        self.order, self.hidden = order, hidden
        self._page.table.arrange(order, hidden)

    # Acts on shows

    def put_samples(self) -> None:
        """Put the samples in and open one in the language that is current."""
        self._samples(True)

    def _make(self, title: str, form: str, ready: bool) -> None:
        spec = formats()[form]
        rows = example(form, language()) if ready else (new_segment(spec.kinds[0].id),)
        show = Show(new_id(), title, parts=(Part(short_id(), spec.name.say(), tuple(rows)),))
        self._page.side_away.emit()
        if self._view.edit_studio(
            text("Make show “{title}”", title=title),
            lambda studio: replace(studio, shows=studio.shows.put(show)),
            of=show.id,
        ):
            self._view.open(show.id)
            self._page.table.go_to(rows[0].id, "title")
            self._page.table.setFocus()

    def _act_on_show(self, what: str, show: str) -> None:
        if what == "open":
            self._page.script.flush()
            self._page.side_away.emit()
            self._view.open(show)
            self._page.table.setFocus()
            return
        session = self._view.session
        head = None if session is None else session.studio.shows.head(show)
        if session is None or head is None:
            return
        if what == "remove" and self._is_open(show):
            self._view.open("")  # its removal belongs to the history of the list
        studio = session.studio
        if what == "duplicate":
            title = text("{title}, copy", title=head.title).say()
            self._do(duplicate_show(studio, show, title, new_id()))
        elif what == "archive":
            self._do(archive(studio, show, archived=not head.archived))
        elif what == "template":
            title = text("{title}, template", title=head.title).say()
            self._do(as_template(studio, show, title, new_id()))
        elif what == "remove":
            self._do(remove_show(studio, show))
        self.refresh()

    def _is_open(self, show: str) -> bool:
        return self._view.shown is not None and self._view.shown.show.id == show

    def _do(self, edit: Edit) -> None:
        change, how = edit
        self._view.edit_studio(change.label, how, say=True)

    def _samples(self, put: bool) -> None:
        from app.show.samples.sample import sample

        session = self._view.session
        if session is None:
            return
        if not put:
            if self._view.shown is not None and self._view.shown.show.sample:
                self._view.open("")
            self._do(remove_samples(session.studio))
            self.refresh()
            return
        self._page.side_away.emit()
        found = sample(date.today())  # noqa: DTZ011 a day of the wall
        self._do(put_samples(found))
        mine = [s for s in found.shows if s.id.endswith(language()) or language() in s.id]
        longest = max(mine or found.shows, key=lambda s: sum(len(p.segments) for p in s.parts))
        self._view.open(longest.id)
