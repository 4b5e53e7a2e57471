"""The Show page's view-model: one open show, what is derived from it, and every act on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.changes import Change, Touched
from app.core.errors import Refused, Trouble
from app.core.words import Text, text
from app.session.showing import SHOWS
from app.show.cells.cell import Around, Typed
from app.show.cells.columns import column
from app.show.edit import renamed, with_moved_rows
from app.show.product import Product
from app.show.show import Segment, Show
from ui.show.shown import Shown, derive

if TYPE_CHECKING:
    from app.session.session import Session
    from app.session.studio import Studio

CellAt = tuple[str, str, str]  # segment, column, what is typed
Both = tuple[Show, Sequence[Product]]
REST_MS = 150  # after the last edit, before the checks look at the show


class ShowView(QObject):
    """Widgets read `shown` and call the acts; the library is known here only.

    An act that fails is sent by `refused` and changes nothing.
    """

    opened = Signal(object)  # Shown | None: another show, or none
    changed = Signal(object)  # Shown: the same show after an edit
    checked = Signal(object)  # Shown: its checks and warnings are there; soon after `changed`
    current_changed = Signal(str)  # id of the row that script pane and timeline show, or ""
    refused = Signal(object)  # Trouble
    done = Signal(object)  # Text of what was done, for the toast

    def __init__(self, session: Session | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.shown: Shown | None = None
        self.current = ""
        self.selected: tuple[str, ...] = ()
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.check)

    @property
    def session(self) -> Session | None:
        """Return the library, for the panels that list shows, products and versions."""
        return self._session

    @property
    def workspace(self) -> str:
        """Return whose history undo walks: each show has its own."""
        return f"show/{self.shown.show.id}" if self.shown is not None else SHOWS

    @property
    def can_edit(self) -> bool:
        """Return whether edits can be saved."""
        return self._session is not None and not self._session.read_only

    def open(self, show: str) -> None:
        """Show another show; "" or one that is gone shows none."""
        self._rest.stop()
        self.shown = self._read(show, None)
        self.current, self.selected = "", ()
        self.opened.emit(self.shown)
        if self.shown is not None:
            self.set_current(next((s.id for s in self.shown.show.segments()), ""))
        self.check()

    def check(self) -> None:
        """Let the checks look at the show now; else they wait until the hand rests."""
        self._rest.stop()
        if self.shown is not None and not self.shown.checked:
            self.shown.findings  # noqa: B018 made here, kept there
            self.checked.emit(self.shown)

    def rest(self) -> None:
        """Let what waits for the hand to rest wait for ever: the page goes away."""
        self._rest.stop()

    def refresh(self) -> None:
        """Show the open show as the library has it now."""
        if self.shown is None or self._session is None:
            return
        shown = self._read(self.shown.show.id, self.shown)
        if shown is None:
            self.open("")
            return
        if shown is self.shown:
            return  # an edit is shown when it is made, and told of once more by the window
        self.shown = shown
        self._rest.start()
        self.changed.emit(shown)
        if shown.segment(self.current) is None:
            self.set_current(next((s.id for s in shown.show.segments()), ""))

    def set_current(self, segment: str) -> None:
        """Make one row the one that script pane and timeline show."""
        if segment != self.current:
            self.current = segment
            self.current_changed.emit(segment)

    def select(self, segments: Iterable[str]) -> None:
        """Remember the rows that bulk acts mean, in the order of the show."""
        chosen = frozenset(segments)
        rows = self.shown.show.segments() if self.shown is not None else ()
        self.selected = tuple(s.id for s in rows if s.id in chosen)

    def current_segment(self) -> Segment | None:
        """Return the row that script pane and timeline show."""
        return None if self.shown is None else self.shown.segment(self.current)

    # Acts

    def edit(self, label: Text, how: Callable[[Show], Show], *, say: bool = False) -> bool:
        """Change the open show in one undo step; return whether it was saved."""
        return self.edit_both(label, lambda show: (how(show), ()), say=say)

    def edit_both(self, label: Text, how: Callable[[Show], Both], *, say: bool = False) -> bool:
        """Change the open show and put products, in one undo step."""
        if self.shown is None:
            return False
        show_id = self.shown.show.id

        def change(studio: Studio) -> Studio:
            before = studio.shows.get(show_id)
            assert before is not None, "the open show is in the library"
            show, products = how(before)
            goods = studio.products
            for product in products:
                goods = goods.put(product)
            shows = studio.shows if show is before else studio.shows.put(show)
            return replace(studio, shows=shows, products=goods)

        return self.edit_studio(label, change, say=say)

    def edit_studio(
        self, label: Text, how: Callable[[Studio], Studio], *, say: bool = False, of: str = ""
    ) -> bool:
        """Change the library in one undo step of the open show's history, or of the show `of`."""
        if self._session is None:
            return False
        touched = frozenset({Touched.SHOW, Touched.PRODUCT, Touched.VOICE})
        try:
            workspace = f"show/{of}" if of else self.workspace
            self._session.edit(Change(label, workspace, touched), how)
        except Trouble as trouble:
            self.refused.emit(trouble)
            return False
        self.refresh()
        if say:
            self.done.emit(label)
        return True

    def typed(self, segment: str, name: str, words: str) -> Typed:
        """Return what typing `words` into a cell would make; raises Refused."""
        assert self.shown is not None
        row = self.shown.segment(segment)
        write = column(self.shown.show, name).write
        assert row is not None
        assert write is not None, "the model offers only cells that can be typed in"
        return write(row, words, self.shown.around)

    def write_cells(self, cells: Sequence[CellAt], label: Text, *, pasted: bool = False) -> bool:
        """Type into several cells in one undo step; one that is refused refuses all."""
        if self.shown is None or not cells:
            return False
        return self.edit_both(
            label, lambda show: written(show, self._around(), cells, pasted=pasted)
        )

    def write_cell(self, segment: str, name: str, words: str) -> bool:
        """Type into one cell."""
        if self.shown is None:
            return False
        label = text("Edit {cell}", cell=column(self.shown.show, name).name)
        return self.write_cells([(segment, name, words)], label)

    def move_rows(self, rows: Sequence[str], part: str | None, before: str | None) -> bool:
        """Move rows before another, or to the end of a part."""
        if self.shown is None or not rows:
            return False
        moved = self.shown.segment(rows[0])
        label = text("Move {count} rows", count=len(rows))
        if len(rows) == 1 and moved is not None:
            label = text("Move “{title}”", title=moved.title)
        return self.edit(label, lambda show: with_moved_rows(show, rows, part, before), say=True)

    def name_part(self, part: str, title: str) -> bool:
        """Rename a part."""
        label = text("Rename part to “{title}”", title=title)
        return self.edit(label, lambda show: renamed(show, part, title))

    def _around(self) -> Around:
        assert self.shown is not None
        return self.shown.around

    def _read(self, show: str, before: Shown | None) -> Shown | None:
        """Return a show of the library with what is derived; None, and said, where it cannot be read."""
        if self._session is None or not show:
            return None
        studio = self._session.studio
        try:
            found = studio.shows.get(show)
            if found is None:
                return None
            return derive(found, tuple(studio.products), tuple(studio.voices), before)
        except Trouble as trouble:  # a spoilt row, or a time zone this machine does not know
            self.refused.emit(trouble)
            return None


def written(show: Show, around: Around, cells: Sequence[CellAt], *, pasted: bool) -> Both:
    """Return the show and the products after typing into `cells`; raises Refused at the first."""
    rows = {s.id: s for s in show.segments()}
    products = dict(around.products)
    touched: dict[str, Product] = {}
    for segment, name, words in cells:
        write = column(show, name).write
        if write is None:
            continue
        now = replace(around, show=show, products=products, new_products=pasted)
        try:
            typed = write(rows[segment], words, now)
        except Refused as refused:
            if len(cells) == 1:
                raise
            raise Refused(
                text(
                    "Nothing was written. Row {row}, {column}: {why}",
                    row=list(rows).index(segment) + 1,
                    column=column(show, name).name,
                    why=refused.what,
                ),
                refused.todo,
            ) from refused
        rows[segment] = typed.segment
        for product in typed.products:
            products[product.id] = touched[product.id] = product
    return show.with_segments(lambda s: rows[s.id]), tuple(touched.values())
