"""The three guided acts: what to do, whether it is heard or seen, and what it gave."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from app.core.words import tr
from app.metrics.measure import Act, ActStep
from ui import theme
from ui.room.value_line import ValueLine
from ui.room.view_model import ActCard
from ui.widgets.button import Button
from ui.widgets.icon import paint_icon
from ui.widgets.label import Label
from ui.words import say

RING = 24


class Ring(QWidget):
    """The act's number in a ring; the ring fills while it runs and becomes a check mark."""

    def __init__(self, number: str) -> None:
        super().__init__()
        self._number = number
        self._step, self._share = ActStep.WAITING, 0.0
        self.setFixedSize(RING, RING)

    def show_step(self, step: ActStep, share: float) -> None:
        """Show how far the act is."""
        if (step, share) != (self._step, self._share):
            self._step, self._share = step, share
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 painted whole
        """Paint ring, arc, number or check."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        done = self._step is ActStep.DONE
        skipped = self._step is ActStep.SKIPPED
        role = "status.pass" if done else "status.unknown" if skipped else "accent.line"
        pen = QPen(theme.color(role), 1.5)
        if skipped:
            pen.setDashPattern([2, 2])
        if self._step is ActStep.RUNNING:
            pen.setColor(theme.color("line.subtle"))
        painter.setPen(pen)
        painter.setBrush(theme.color("status.pass_soft") if done else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box)
        if done:
            inner = QRectF(5, 5, RING - 10, RING - 10)
            paint_icon(painter, inner, "ph.check-bold", theme.color("status.pass"))
            return
        if self._step is ActStep.RUNNING:
            painter.setPen(QPen(theme.color("accent.line"), 2.5))
            painter.drawArc(box, 90 * 16, -round(max(self._share, 0.02) * 360 * 16))
        painter.setFont(theme.font("section", number=True))
        painter.setPen(theme.color("text.tertiary" if skipped else "accent.text"))
        metrics = painter.fontMetrics()
        x = (RING - metrics.horizontalAdvance(self._number)) / 2
        painter.drawText(QPointF(x, theme.baseline("section", self.rect())), self._number)


class ActTile(QWidget):
    """One act with its buttons; `began` and `left_out` carry nothing: the row knows whose they are."""

    began = Signal(str)
    left_out = Signal(str)

    def __init__(self, act: Act, key: str) -> None:
        super().__init__()
        self._act, self._key = act, key
        self._compact = False
        self._ring = Ring(key)
        self._title = Label("section")
        self._hint = Label("small", "text.tertiary", elide=True)
        self._hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._gave = ValueLine()
        self._second = QStackedWidget()
        self._second.addWidget(self._hint)
        self._second.addWidget(self._gave)
        self._second.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._start = Button("quiet", key=key, size="small")
        self._redo = Button("plain", size="small")
        self._skip = Button("plain", size="small")
        self._start.clicked.connect(self._begin)
        self._redo.clicked.connect(self._begin)
        self._skip.clicked.connect(self._leave_out)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._second)
        words.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 0, 8, 0)
        self._row.setSpacing(10)
        self._row.addWidget(self._ring)
        self._row.addLayout(words, 1)
        for button in (self._start, self._redo, self._skip):
            self._row.addWidget(button)
        self._row.setSpacing(8)
        self.set_compact(compact=False)

    def set_compact(self, *, compact: bool) -> None:
        """Let the words of Redo and Skip go where the row is narrow."""
        self._compact = compact
        self._start.set_icon("ph.play" if compact else "")
        self._start.set_key("" if compact else self._key)  # the ring beside it shows the number
        self._redo.set_icon("ph.arrow-counter-clockwise" if compact else "")
        self._skip.set_icon("ph.skip-forward" if compact else "")
        layout = self.layout()
        assert isinstance(layout, QHBoxLayout)
        layout.setSpacing(4 if compact else 8)
        layout.setContentsMargins(8 if compact else 12, 0, 4 if compact else 8, 0)
        self.say_again()

    def say_again(self) -> None:
        """Say the buttons in the language that is current now."""
        words = ("", "", "") if self._compact else (tr("Start"), tr("Redo"), tr("Skip"))
        tips = (tr("Begin this act"), tr("Do this act again"), tr("Leave this act out"))
        buttons = (self._start, self._redo, self._skip)
        for button, word, tip in zip(buttons, words, tips, strict=True):
            button.setText(word)
            button.setToolTip(tip)

    def show_card(self, card: ActCard, *, running: bool) -> None:
        """Show the act's state; `running` says whether a check is on."""
        self._ring.show_step(card.step, card.progress)
        if self._title.text() != card.title:
            self._title.setText(card.title)
        skipped = card.step is ActStep.SKIPPED
        hint = tr("Skipped, unknown") if skipped and self._compact else card.hint
        if self._hint.text() != hint:
            self._hint.setText(hint)
        self._hint.set_tone("accent.text" if card.step is ActStep.RUNNING else "text.tertiary")
        self._gave.show_values(card.gave)
        self._second.setCurrentWidget(self._gave if card.gave else self._hint)
        self._second.setFixedHeight(theme.line_height("small") + 2)
        # In a narrow tile a hint would be cut; the row says it at its full width.
        self._second.setVisible(bool(card.gave) or skipped or not self._compact)
        waiting = card.step is ActStep.WAITING
        self._start.setVisible(running and waiting)
        self._skip.setVisible(running and card.step in (ActStep.WAITING, ActStep.RUNNING))
        self._redo.setVisible(running and card.step in (ActStep.DONE, ActStep.SKIPPED))
        self.setAccessibleName(f"{card.title}. {card.hint}")

    def _begin(self) -> None:
        self.began.emit(self._act.value)

    def _leave_out(self) -> None:
        self.left_out.emit(self._act.value)


class ActsRow(QFrame):
    """The strip of the three acts."""

    began = Signal(str)
    left_out = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("house", "panel")
        self._intro = QWidget()
        column = QVBoxLayout(self._intro)
        column.setContentsMargins(12, 0, 20, 0)
        column.setSpacing(0)
        head = Label("section")
        say(head.setText, "Three acts")
        self._done = Label("small", "text.tertiary")
        column.addStretch(1)
        column.addWidget(head)
        column.addWidget(self._done)
        column.addStretch(1)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._intro)
        self._compact = False
        self._cards: tuple[Sequence[ActCard], bool] = ((), False)
        self._told = Label("small", "accent.text", elide=True)
        self._told.setContentsMargins(12, 0, 12, 6)
        self._told.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._row, 1)
        whole.addWidget(self._told)
        self._tiles: dict[Act, ActTile] = {}
        for key, act in enumerate(Act, 1):
            tile = ActTile(act, str(key))
            tile.began.connect(self.began)
            tile.left_out.connect(self.left_out)
            self._tiles[act] = tile
            self._row.addWidget(tile, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        say(self.setAccessibleName, "Three acts")

    def set_compact(self, *, compact: bool) -> None:
        """Show the acts without introduction and with icons for Redo and Skip."""
        self._compact = compact
        self._intro.setVisible(not compact)
        for tile in self._tiles.values():
            tile.set_compact(compact=compact)
        cards, running = self._cards
        self.show_cards(cards, running=running)

    def say_again(self) -> None:
        """Say everything in the language that is current now."""
        for tile in self._tiles.values():
            tile.say_again()

    def show_cards(self, cards: Sequence[ActCard], *, running: bool) -> None:
        """Show all three states."""
        self._cards = cards, running
        for card in cards:
            self._tiles[card.act].show_card(card, running=running)
        done = sum(c.step is ActStep.DONE for c in cards)
        words = tr("{done} of {all} done", done=done, all=len(cards))
        if self._done.text() != words:
            self._done.setText(words)
        self._tell(cards, running=running)

    def _tell(self, cards: Sequence[ActCard], *, running: bool) -> None:
        """Say under narrow tiles what to do for the act under way, else for the next one."""
        open_ = [c for c in cards if c.step in (ActStep.RUNNING, ActStep.WAITING)]
        open_.sort(key=lambda c: c.step is not ActStep.RUNNING)
        told = tr("{title}: {hint}", title=open_[0].title, hint=open_[0].hint) if open_ else ""
        if self._told.text() != told:
            self._told.setText(told)
        shown = self._compact and running and bool(told)
        if shown != self._told.isVisibleTo(self) or self.height() != self._height():
            self._told.setVisible(shown)
            self.setFixedHeight(self._height())

    def _height(self) -> int:
        told = theme.line_height("small") + 6 if self._told.isVisibleTo(self) else 0
        return theme.grown(54) + told

    def sizeHint(self) -> QSize:
        """Return the strip's height."""
        return QSize(600, self._height())

    def minimumSizeHint(self) -> QSize:
        """Keep the height whatever the width."""
        return QSize(300, self._height())

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the density changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFixedHeight(self._height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rules between the tiles."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QPen(theme.color("line.subtle"), 1))
        tiles = list(self._tiles.values())
        for tile in tiles if self._intro.isVisible() else tiles[1:]:
            painter.drawLine(tile.x(), 1, tile.x(), tile.height() - 2)
