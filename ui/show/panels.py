"""The side panels of the Show page and what their acts do to the library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.core.ids import new_id, short_id
from app.core.words import language, text
from app.show.edit import copy_of
from app.show.formats import example, formats, new_segment
from app.show.head import ShowHead
from app.show.show import Part, Show
from ui.show.columns_panel import ColumnsPanel
from ui.show.details_panel import DetailsPanel
from ui.show.new_panel import NewPanel
from ui.show.shows_panel import ShowsPanel

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
        bar = page.context_bar
        bar.shows_asked.connect(self.ask_shows)
        bar.details_asked.connect(self.ask_details)

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
        if self._shows is not None and self._shows.isVisible():
            self._shows.show_heads(self.heads())

    # Panels

    def ask_shows(self) -> None:
        """Open the list of shows."""
        current = self._view.shown.show.id if self._view.shown is not None else ""
        panel = self._shows = ShowsPanel(self.heads(), current)
        panel.acted.connect(self._act_on_show)
        panel.new_asked.connect(self.ask_new)
        panel.samples_asked.connect(self._samples)
        panel.destroyed.connect(self._forget_shows)
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

    def ask_columns(self) -> None:
        """Open which columns are shown."""
        model = self._page.table.model_of()
        cells = model.all_cells()
        hidden = frozenset(c.id for c in cells if model.hides(c))
        panel = ColumnsPanel(self._view, cells, hidden)
        panel.arranged.connect(self.arrange)
        self._page.side.emit(text("Columns"), panel)

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
        ):
            self._view.open(show.id)
            self._page.table.setFocus()

    def _act_on_show(self, what: str, show: str) -> None:
        if what == "open":
            self._page.script.flush()
            self._page.side_away.emit()
            self._view.open(show)
            self._page.table.setFocus()
            return
        session = self._view.session
        found = session.studio.shows.get(show) if session is not None else None
        if found is None:
            return
        {
            "duplicate": self._duplicate,
            "template": self._template,
            "archive": self._archive,
            "remove": self._remove,
        }[what](found)
        self.refresh()

    def _duplicate(self, show: Show) -> None:
        title = text("{title}, copy", title=show.title).say()
        copy = copy_of(show, new_id(), title)
        self._put(text("Duplicate show “{title}”", title=show.title), copy)

    def _template(self, show: Show) -> None:
        label = text("Use “{title}” as a template", title=show.title)
        if show.template:
            label = text("Use “{title}” as a show", title=show.title)
        self._put(label, replace(show, template=not show.template))

    def _archive(self, show: Show) -> None:
        label = text("Archive “{title}”", title=show.title)
        if show.archived:
            label = text("Take “{title}” back", title=show.title)
        self._put(label, replace(show, archived=not show.archived))

    def _remove(self, show: Show) -> None:
        done = self._view.edit_studio(
            text("Remove show “{title}”", title=show.title),
            lambda studio: replace(studio, shows=studio.shows.without(show.id)),
            say=True,
        )
        if done and self._view.shown is None:
            self._view.open("")

    def _put(self, label: object, show: Show) -> None:
        self._view.edit_studio(
            label,  # type: ignore[arg-type]
            lambda studio: replace(studio, shows=studio.shows.put(show)),
            say=True,
        )

    def _samples(self, put: bool) -> None:
        from app.show.sample import sample, with_samples, without_samples

        if not put:
            if self._view.edit_studio(text("Remove the samples"), without_samples, say=True):
                self.refresh()
            return
        self._page.side_away.emit()
        if self._view.edit_studio(text("Put in the samples"), with_samples, say=True):
            shows = sample().shows
            chosen = next((s for s in shows if language() in s.id), shows[0])
            self._view.open(chosen.id)

    def _forget_shows(self) -> None:
        self._shows = None
