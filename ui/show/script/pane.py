"""The script pane: the words of the current row with everything that belongs to them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.core.words import text
from app.show.show import Segment
from ui.actions import act
from ui.show.script.beat_form import BeatForm
from ui.show.script.cue_form import CueForm
from ui.show.script.cue_list import CueList
from ui.show.script.findings import FindingLines
from ui.show.script.foot import ProductLine
from ui.show.script.head import ScriptHead
from ui.show.script.keep import loose_cues
from ui.show.script.pane_beats import BeatHand
from ui.show.script.pane_cues import CueHand
from ui.show.script.pane_menu import WordsMenu
from ui.show.script.text import ScriptText
from ui.show.script.typing import Typing
from ui.show.view import ShowView
from ui.words import hear_switch, say

NARROWEST, WIDEST, USUAL = 360, 720, 448


class ScriptPane(QFrame):
    """Follows the view's current row. `flush` saves what is typed and not saved yet."""

    product_asked = Signal(str)  # id of the linked product to open, "" to link one

    def __init__(self, view: ShowView) -> None:
        super().__init__()
        self.view = view
        self.setProperty("house", "panel")
        self.setMinimumWidth(NARROWEST)
        self.setMaximumWidth(WIDEST)
        say(self.setAccessibleName, "Words of the row")
        self.head = ScriptHead()
        self.cues = CueList()
        self.text = ScriptText()
        say(self.text.setAccessibleName, "Words")
        self.findings = FindingLines()
        self._found_in = ""
        self.foot = ProductLine()
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.head)
        self._loose = QVBoxLayout()
        self._loose.setContentsMargins(14, 8, 14, 0)
        self._loose.addWidget(self.cues)
        column.addLayout(self._loose)
        column.addWidget(self.text, 1)
        column.addWidget(self.findings)
        column.addWidget(self.foot)
        self.typing = Typing(view, self.text)
        self.cue_hand = CueHand(self, CueForm(self))
        self.beat_hand = BeatHand(self, BeatForm(self))
        self.words_menu = WordsMenu(self)
        self._connect()
        hear_switch(self.say_again)
        view.checked.connect(self._show_findings)
        self._show_row(self.typing.segment())

    def flush(self) -> bool:
        """Save what was typed so far; return whether nothing is left unsaved."""
        return self.typing.flush()

    def say_again(self) -> None:
        """Say everything in the language that is current now."""
        self.typing.say_again()

    def sizeHint(self) -> QSize:
        """Return the usual width."""
        return QSize(USUAL, 600)

    def hideEvent(self, event: QHideEvent) -> None:
        """Save what was typed before the pane goes."""
        self.flush()
        super().hideEvent(event)

    def row(self) -> Segment | None:
        """Return the row in the pane as the show has it."""
        return self.typing.segment()

    def caret_place(self) -> QRect:
        """Return where the caret is, in the pane."""
        box = self.text.cursorRect()
        corner = self.text.viewport().mapTo(self, box.topLeft())
        shown = QRect(QPoint(corner), box.size())
        area = QRect(self.text.mapTo(self, QPoint(0, 0)), self.text.size())
        return shown if area.intersects(shown) else QRect(area.topLeft(), box.size())

    def _connect(self) -> None:
        head = self.head
        self.typing.row_shown.connect(self._show_row)
        self.text.beat_entered.connect(head.bar.show_current)
        self.text.cue_asked.connect(self.cue_hand.change)
        self.text.menu_asked.connect(self.words_menu.open)
        head.token.clicked.connect(self.text.offer_tokens)
        head.cue.clicked.connect(self.cue_hand.ask)
        head.more.clicked.connect(self.beat_hand.open_menu)
        head.steps.clicked.connect(self.beat_hand.open_menu)
        head.bar.chosen.connect(self.text.enter_beat)
        head.bar.stretched.connect(self.beat_hand.stretch)
        head.bar.asked.connect(self.beat_hand.change)
        self.cues.asked.connect(self.cue_hand.change)
        self.cues.removed.connect(self.cue_hand.remove)
        self.foot.clicked.connect(self._ask_product)
        act(
            self.text,
            text("Insert or change a cue"),
            self.cue_hand.ask,
            keys=("Ctrl+K",),
            here=True,
        )
        act(
            self.text,
            text("Next beat"),
            self.text.next_beat,
            keys=("Ctrl+Return", "Ctrl+Enter"),
            here=True,
        )

    def _show_row(self, row: Segment | None) -> None:
        shown = self.view.shown
        self.head.show_row(row, shown)
        for button in (self.head.token, self.head.cue, self.head.more, self.head.steps):
            button.setEnabled(row is not None and self.view.can_edit)
        self.head.bar.show_current(self.text.beat())
        loose = loose_cues(row) if row is not None else ()
        self.cues.show_cues(loose)
        self._loose.setContentsMargins(14, 8 if loose else 0, 14, 0)
        self._show_findings()
        self.foot.show_products(shown.linked(row) if row is not None and shown is not None else ())
        self.foot.setEnabled(row is not None)

    def _show_findings(self) -> None:
        """Show what the checks say of the row; until they have looked, what they said of it stays."""
        shown, row = self.view.shown, self.typing.segment()
        if row is not None and shown is not None and shown.checked:
            self._found_in = row.id
            self.findings.show_findings(shown.findings_of(row.id))
        elif row is None or row.id != self._found_in:
            self.findings.show_findings(())

    def _ask_product(self) -> None:
        products = self.foot.products()
        self.product_asked.emit(products[0].id if products else "")
