"""Making and changing one cue: kind, owner, words, how often, product, price, and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from app.core.errors import Refused
from app.core.words import text
from app.show.cue_names import CUE_NAMES, OWNER_NAMES
from app.show.money import money_words, read_money
from app.show.product import Product
from app.show.show import Cue, CueKind, Owner
from app.show.timetext.understand import Expect, Meaning, duration_words, understand
from ui.show.script.cue_words import (
    PIN_EVERY_MS,
    USUAL_OWNER,
    seconds_words,
)
from ui.show.script.popover import Choose, Popover
from ui.widgets.button import Button
from ui.words import say, tell

SELLING = (CueKind.LINK, CueKind.PIN, CueKind.PRICE, CueKind.BAG)
SHORTEST_MS, LONGEST_MS = 1_000, 3_600_000


class CueForm(Popover):
    """`made` carries the cue as it was filled in; `removed` and `placed` the id of one."""

    made = Signal(object)  # Cue
    removed = Signal(str)
    placed = Signal(object)  # Cue: put it at the caret

    def __init__(self, pane: QWidget) -> None:
        super().__init__(pane)
        self._cue = Cue("", CueKind.CAMERA)
        self._fresh = True
        self.kind, self.owner, self.product = Choose(), Choose(), Choose()
        self.what, self.every, self.price, self.at = (QLineEdit() for _ in range(4))
        self.add_row(text("Cue kind"), self.kind)
        self.add_row(text("Words on the flag"), self.what)
        self.add_row(text("Carried out by"), self.owner)
        self.add_row(text("Repeat every (seconds)"), self.every)
        self.add_row(text("Product of the cue"), self.product)
        self.add_row(text("New price"), self.price)
        self.add_row(text("After the row's start"), self.at)
        self.place = Button("plain", icon="ph.text-t", size="small")
        say(self.place.setText, "Put at the caret")
        self.place.clicked.connect(self._place_it)
        self.remove = Button("plain", icon="ph.trash", size="small")
        say(self.remove.setText, "Remove cue")
        self.remove.clicked.connect(self._remove)
        self.buttons.addWidget(self.place)
        self.buttons.addWidget(self.remove)
        self.kind.currentIndexChanged.connect(self._fit_kind)
        self.given.connect(self._give)

    def open_cue(
        self, cue: Cue, products: Sequence[Product], place: QRect, *, fresh: bool, in_words: bool
    ) -> None:
        """Fill the fields from `cue` and open under `place`."""
        self._cue, self._fresh = cue, fresh
        title = text("Add a cue") if fresh else text("Change the cue")
        tell(self.title.setText, title)
        self.kind.blockSignals(True)
        _fill(self.kind, [(k, CUE_NAMES[k].say()) for k in CueKind], cue.kind)
        self.kind.blockSignals(False)
        _fill(self.owner, [(o, OWNER_NAMES[o].say()) for o in Owner], cue.owner)
        goods = [("", "—"), *((p.id, p.name) for p in products)]
        _fill(self.product, goods, cue.product)
        self.what.setText(cue.what)
        self.every.setText("" if cue.every_ms is None else seconds_words(cue.every_ms))
        self.price.setText(money_words(cue.cents))
        self.at.setText("" if cue.at_ms is None else duration_words(cue.at_ms))
        self._in_words = in_words
        self.remove.setVisible(not fresh)
        self.place.setVisible(not fresh and not in_words)
        self._fit_rows()
        self.open_at(place, self.kind if fresh else self.what)

    _in_words = True

    def _fit_kind(self) -> None:
        """Propose what is usual for the kind, where nothing was typed yet."""
        kind = CueKind(self.kind.currentData())
        if self._fresh:
            self.owner.setCurrentIndex(self.owner.findData(USUAL_OWNER[kind]))
            self.every.setText(seconds_words(PIN_EVERY_MS) if kind is CueKind.PIN else "")
            if kind in SELLING and self.product.count() == 2:
                self.product.setCurrentIndex(1)
        self._fit_rows()
        self._place()

    def _fit_rows(self) -> None:
        kind = CueKind(self.kind.currentData())
        self.show_row(self.every, shown=kind is CueKind.PIN or self._cue.every_ms is not None)
        self.show_row(self.product, shown=kind in SELLING or bool(self._cue.product))
        self.show_row(self.price, shown=kind is CueKind.PRICE)
        self.show_row(self.at, shown=not self._in_words)

    def _filled(self) -> Cue:
        kind = CueKind(self.kind.currentData())
        at = None if self._in_words else _length(self.at.text())
        return replace(
            self._cue,
            kind=kind,
            what=" ".join(self.what.text().split()),
            owner=Owner(self.owner.currentData()),
            every_ms=_seconds(self.every.text()) if not self.every.isHidden() else None,
            product=str(self.product.currentData() or "") if not self.product.isHidden() else "",
            cents=read_money(self.price.text()) if kind is CueKind.PRICE else None,
            at_ms=at,
        )

    def _give(self) -> None:
        try:
            cue = self._filled()
        except Refused as trouble:
            self.refuse(trouble)
            return
        self.hide()
        self.made.emit(cue)

    def _place_it(self) -> None:
        try:
            cue = replace(self._filled(), at_ms=None)
        except Refused as trouble:
            self.refuse(trouble)
            return
        self.hide()
        self.placed.emit(cue)

    def _remove(self) -> None:
        self.hide()
        self.removed.emit(self._cue.id)


def _fill(box: QComboBox, choices: Sequence[tuple[str, str]], current: str) -> None:
    box.clear()
    for key, name in choices:
        box.addItem(name, key)
    box.setCurrentIndex(max(0, box.findData(current)))


def _seconds(typed: str) -> int | None:
    """Return a repeat in ms; a bare number means seconds. Raises Refused."""
    plain = typed.strip()
    if not plain:
        return None
    try:
        ms = round(float(plain) * 1000)
    except ValueError:
        ms = _length(plain) or 0
    if not SHORTEST_MS <= ms <= LONGEST_MS:
        raise Refused(
            text("“{typed}” is no time between repeats.", typed=plain[:40]),
            text("Type seconds from 1 to 3600."),
        )
    return ms


def _length(typed: str) -> int | None:
    if not typed.strip():
        return None
    found = understand(typed, Expect.DURATION)
    if found.meaning is not Meaning.DURATION or found.ms is None:
        raise Refused(found.reason or text("“{typed}” is not a time.", typed=typed[:40]))
    return found.ms
