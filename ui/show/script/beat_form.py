"""Changing one beat: which step it is, a name of its own, a typed length, its place."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.core.errors import Refused
from app.core.words import text
from app.show.formats import KindSpec
from app.show.show import Beat
from app.show.timetext.understand import Expect, Meaning, duration_words, understand
from app.show.timing.clock import said_span
from ui.show.script.popover import Choose, Popover
from ui.widgets.button import Button
from ui.words import say


class BeatForm(Popover):
    """`made` carries (beat, kind, title, ms or None)."""

    made = Signal(str, str, str, object)
    moved = Signal(str, int)
    removed = Signal(str)

    def __init__(self, pane: QWidget) -> None:
        super().__init__(pane)
        self._beat = ""
        self.kind, self.name, self.length = Choose(), QLineEdit(), QLineEdit()
        say(self.title.setText, "Beat")
        self.add_row(text("Step"), self.kind)
        self.add_row(text("A name of its own"), self.name)
        self.add_row(text("Typed length"), self.length)
        self.earlier = Button("plain", icon="ph.arrow-up", size="small")
        say(self.earlier.setToolTip, "Move earlier")
        self.later = Button("plain", icon="ph.arrow-down", size="small")
        say(self.later.setToolTip, "Move later")
        self.remove = Button("plain", icon="ph.trash", size="small")
        say(self.remove.setToolTip, "Remove beat")
        for button in (self.earlier, self.later, self.remove):
            self.buttons.addWidget(button)
        self.earlier.clicked.connect(self._earlier)
        self.later.clicked.connect(self._later)
        self.remove.clicked.connect(self._remove)
        self.given.connect(self._give)

    def open_beat(self, beat: Beat, spec: KindSpec, share_ms: int, place: QRect) -> None:
        """Fill the fields from `beat` and open under `place`; `share_ms` is its length untyped."""
        self._beat = beat.id
        self.kind.clear()
        self.kind.addItem(text("no step").say(), "")
        for step in spec.beats:
            self.kind.addItem(step.name.say(), step.id)
        self.kind.setCurrentIndex(max(0, self.kind.findData(beat.kind)))
        self.name.setText(beat.title)
        self.length.setText("" if beat.duration_ms is None else duration_words(beat.duration_ms))
        self.length.setPlaceholderText(said_span(share_ms))
        self.open_at(place, self.length)

    def _give(self) -> None:
        typed = self.length.text().strip()
        ms = None
        if typed:
            found = understand(typed, Expect.DURATION)
            if found.meaning is not Meaning.DURATION or found.ms is None:
                why = found.reason or text("“{typed}” is not a time.", typed=typed[:40])
                self.refuse(Refused(why))
                return
            ms = found.ms
        self.hide()
        title = " ".join(self.name.text().split())
        self.made.emit(self._beat, str(self.kind.currentData() or ""), title, ms)

    def _earlier(self) -> None:
        self.moved.emit(self._beat, -1)

    def _later(self) -> None:
        self.moved.emit(self._beat, 1)

    def _remove(self) -> None:
        self.hide()
        self.removed.emit(self._beat)
