"""Between the editor and the show: what is typed becomes one undo step a pause, and is never lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.changes import Change, Touched
from app.core.errors import Trouble
from app.core.ids import short_id
from app.core.words import Language, Text, language, text
from app.show.edit import cue_mark
from app.show.formats import kind_of
from app.show.product import Product
from app.show.script.spoken import language_of
from app.show.show import Cue, Segment, Show
from ui.show.script import document as paper
from ui.show.script import keep as keep
from ui.show.script import values as values
from ui.show.script.objects import Chip
from ui.show.script.offers import Offer
from ui.show.script.text import ScriptText

if TYPE_CHECKING:
    from app.session.studio import Studio
    from ui.show.shown import Shown
    from ui.show.view import ShowView

PAUSE_MS = 800


class Typing(QObject):
    """Holds one row in the editor; `flush` saves what was typed, every other way out flushes first."""

    row_shown = Signal(object)  # Segment | None, after each change of the row or of what it shows

    def __init__(self, view: ShowView, editor: ScriptText) -> None:
        super().__init__(editor)
        self._view, self._editor = view, editor
        self._show = self._segment = self._spare = self._title = ""
        self._base: dict[str, str] = {}
        self._cues: dict[str, Cue] = {}  # every cue seen, so that one cut can be pasted again
        self._seen: tuple[object, ...] = ()
        self._chips: dict[str, Chip] = {}
        self._tongue: Language = "en"  # what the words are in, whatever the window speaks
        self._saving = False
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self.flush)
        editor.marks_in = values.cut
        editor.chip = self._chip
        editor.offers = self._offers
        editor.adopt = self._adopt
        editor.typed.connect(self._timer.start)
        editor.paused.connect(self.flush)
        view.opened.connect(self._open)
        view.current_changed.connect(self._turn)
        view.changed.connect(self._refresh)
        self._load()

    def segment(self) -> Segment | None:
        """Return the row in the editor as the show has it."""
        shown = self._view.shown
        return None if shown is None else shown.segment(self._segment)

    def pending(self) -> bool:
        """Return whether something is typed that is not saved yet."""
        return bool(keep.changed(self._base, self._editor.scripts()))

    def know(self, cue: Cue) -> None:
        """Remember a cue whose mark is about to be typed."""
        self._cues[cue.id] = cue
        self._chips.clear()

    def flush(self) -> bool:
        """Save what was typed as one step; return whether nothing is left to save."""
        return self.flush_as(self._label())

    def say_again(self) -> None:
        """Show names and prompts in the language that is current now."""
        self._show_row()

    def flush_as(self, label: Text) -> bool:
        """Save what was typed as one step under `label`; return whether nothing is left to save."""
        self._timer.stop()
        if self._saving or not self._segment:
            return not self._saving
        now = self._editor.scripts()
        if not keep.changed(self._base, now):
            return True
        self._saving = True
        try:
            saved = self._save(label, self._base, now)
        finally:
            self._saving = False
        if saved:
            self._base = now
            self._show_row()
        return saved

    def _save(self, label: Text, base: Mapping[str, str], now: Mapping[str, str]) -> bool:
        def write(show: Show) -> Show:
            row = show.segment(self._segment)
            return show if row is None else show.with_segment(keep.kept(row, base, now, self._cues))

        view = self._view
        if view.shown is not None and view.shown.show.id == self._show:
            return view.edit(label, write)
        return self._save_left(label, write)

    def _save_left(self, label: Text, write: Callable[[Show], Show]) -> bool:
        """Save into the show that was left already, in that show's own history."""
        session = self._view.session
        if session is None:
            return False
        show_id = self._show

        def change(studio: Studio) -> Studio:
            show = studio.shows.get(show_id)
            if show is None:
                return studio
            return replace(studio, shows=studio.shows.put(write(show)))

        try:
            touched = frozenset({Touched.SHOW})
            session.edit(Change(label, f"show/{show_id}", touched), change)
        except Trouble as trouble:
            self._view.refused.emit(trouble)
            return False
        return True

    def _label(self) -> Text:
        if not self._title:
            return text("Type in the words")
        return text("Type in “{title}”", title=self._title)

    # What comes from the view

    def _open(self, _shown: Shown | None) -> None:
        self.flush()
        self._load()

    def _turn(self, _segment: str) -> None:
        self.flush()
        self._load()

    def _refresh(self, _shown: Shown) -> None:
        if self._saving:
            return
        if self._segment != self._view.current or self.segment() is None:
            self._load()
            return
        typed = keep.changed(self._base, self._editor.scripts())
        wanted = self._wanted()
        merged = tuple((beat, typed.get(beat, script)) for beat, script in wanted)
        if merged != tuple(self._editor.scripts().items()):
            self._editor.write(merged)
        self._base = {beat: paper.plain(script) for beat, script in wanted}
        self._show_row()

    def _load(self) -> None:
        shown = self._view.shown
        self._show = "" if shown is None else shown.show.id
        row = self._view.current_segment()
        self._segment = "" if row is None else row.id
        self._title = ""
        self._spare = short_id()
        self._seen = ()
        self._base = {beat: paper.plain(script) for beat, script in self._wanted()}
        self._show_row(write=True)
        self._base = self._editor.scripts()

    def _wanted(self) -> tuple[tuple[str, str], ...]:
        row = self.segment()
        if row is None:
            return ()
        # A row without beats offers a place to write; its first words make it a beat.
        return tuple((b.id, b.script) for b in row.beats) or ((self._spare, ""),)

    def _show_row(self, *, write: bool = False) -> None:
        row, editor = self.segment(), self._editor
        labels: dict[str, str] = {}
        prompts: dict[str, str] = {}
        if row is not None:
            self._title = row.title
            self._tongue = language_of(f"{row.title}\n{row.script}", language())
            self._cues.update({cue.id: cue for cue in row.cues})
            spec = kind_of(row.kind)
            prompts[self._spare] = text("Write the words here").say()
            for beat in row.beats:
                step = spec.beat(beat.kind)
                labels[beat.id] = beat.title or ("" if step is None else step.name.say())
                prompts[beat.id] = "" if step is None else step.prompt.say()
        editor.gutter.labels, editor.gutter.prompts = labels, prompts
        editor.setReadOnly(row is None or not self._view.can_edit)
        seen = (labels, prompts, row and row.cues, self._products(), self._tongue)

        fresh, self._seen = seen != self._seen, seen
        if fresh:
            self._chips.clear()
        if write:
            editor.write(self._wanted())
        elif fresh:
            editor.look_again()
        self.row_shown.emit(row)

    def _products(self) -> tuple[Product, ...]:
        row, shown = self.segment(), self._view.shown
        return () if row is None or shown is None else shown.linked(row)

    # What the editor asks

    def _chip(self, source: str) -> Chip:
        found = self._chips.get(source)
        if found is None:
            found = self._chips[source] = values.chip(
                source, self._products(), self._cues, self._tongue
            )
        return found

    def _offers(self) -> tuple[Offer, ...]:
        return values.offers(self._products(), self._tongue)

    def _adopt(self, script: str) -> str:
        """Return pasted words where a cue that is elsewhere already is a copy of its own."""
        taken = set(keep.marks(self._editor.scripts()))
        shown = self._view.shown
        if shown is not None:
            rows = (r for r in shown.show.segments() if r.id != self._segment)
            others = {cue.id: cue for r in rows for cue in r.cues}
            self._cues.update(others)
            taken |= set(others)
        for cue in dict.fromkeys(keep.marks({"": script})):
            if cue in taken and cue in self._cues:
                fresh = replace(self._cues[cue], id=short_id())
                self.know(fresh)
                script = script.replace(cue_mark(cue), cue_mark(fresh.id))
        return script
