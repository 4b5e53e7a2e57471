"""The head of the script pane: which row, what can be put into its words, three figures, its beats."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.core.words import number, text
from app.show.formats import beat_times, kind_of
from app.show.script.reading import readings, voice_of
from app.show.show import Segment
from app.show.timing.clock import said_span
from ui import theme
from ui.show.script.beat_bar import BeatBar, BeatBlock
from ui.show.script.figures import Figure, Figures
from ui.show.shown import Shown
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.words import say


class RowNumber(QWidget):
    """The row's number in a small raised square."""

    def __init__(self) -> None:
        super().__init__()
        self._said = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(28, 24)

    def show_number(self, at: int) -> None:
        """Show the number, or nothing for 0."""
        self._said = str(at) if at else ""
        self.setAccessibleName(self._said)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 painted whole
        """Paint square and number."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("surface.selected"))
        painter.drawRoundedRect(self.rect(), 4, 4)
        painter.setPen(theme.color("text.primary"))
        painter.setFont(theme.font("section", number=True))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._said)


class ScriptHead(QWidget):
    """Shows a row; its buttons are connected by the pane."""

    def __init__(self) -> None:
        super().__init__()
        self.number = RowNumber()
        self.title = Label("lead", elide=True)
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.token = Button("plain", icon="ph.brackets-curly", size="small")
        say(self.token.setToolTip, "Insert a token")
        self.cue = Button("plain", icon="ph.flag", size="small")
        say(self.cue.setToolTip, "Insert a cue (Ctrl+K)")
        self.more = Button("plain", icon="ph.dots-three", size="small")
        say(self.more.setToolTip, "Beats and templates")
        self.figures = Figures()
        self.bar = BeatBar()
        self.steps = Button("link", icon="ph.list-plus", size="small")
        say(self.steps.setText, "Divide the words into steps…")
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.number)
        row.addSpacing(4)
        row.addWidget(self.title, 1)
        for button in (self.token, self.cue, self.more):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 10)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.figures)
        column.addWidget(self.bar)
        column.addWidget(self.steps)

    def show_row(self, row: Segment | None, shown: Shown | None) -> None:
        """Show which row it is, its figures and its beats."""
        self.setEnabled(row is not None)
        if row is None or shown is None:
            self.number.show_number(0)
            self.title.setText("")
            self.figures.show_figures(())
            self.bar.show_beats(())
            self.steps.hide()
            return
        rows = enumerate(shown.show.segments(), 1)
        self.number.show_number(next(at for at, found in rows if found.id == row.id))
        self.title.setText(row.title or kind_of(row.kind).name.say())
        self.figures.show_figures(figures(row, shown))
        self.bar.show_beats(beat_blocks(row, shown))
        self.steps.setVisible(len(row.beats) < 2 and bool(kind_of(row.kind).templates))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line under the head."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("line.subtle"))

    def changeEvent(self, event: QEvent) -> None:
        """Take the heights of another density."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.figures.updateGeometry()
            self.bar.updateGeometry()


def figures(row: Segment, shown: Shown) -> tuple[Figure, ...]:
    """Return planned length, the range the words take at the host's rate, and what that leaves."""
    planned = shown.times.row(row.id).duration_ms
    voice = voice_of(shown.show, row, shown.voices)
    # Read already for the schedule: the same objects bring the same answer back.
    took = readings(shown.show, shown.products, shown.voices)[row.id].whole
    english = took.en_words > took.zh_chars
    low, high = (voice.en_slow, voice.en_fast) if english else (voice.zh_slow, voice.zh_fast)
    rate = number((low + high) / 2)
    if english and voice.name:
        name = text("Read aloud · {host} {rate} words/min", host=voice.name, rate=rate)
    elif english:
        name = text("Read aloud · {rate} words/min", rate=rate)
    elif voice.name:
        name = text("Read aloud · {host} {rate} chars/min", host=voice.name, rate=rate)
    else:
        name = text("Read aloud · {rate} chars/min", rate=rate)
    read, slack, role = "—", "—", "text.tertiary"
    if took.written:
        read = _range(took.fast_ms, took.slow_ms)
        least, most = planned - took.slow_ms, planned - took.fast_ms
        slack = _range(least, most)
        role = "text.primary" if least >= 0 else "status.warn"
    return (
        Figure(text("Planned").say(), said_span(planned)),
        Figure(name.say(), read, "text.primary" if took.written else "text.tertiary"),
        Figure(text("Slack").say(), slack, role),
    )


def beat_blocks(row: Segment, shown: Shown) -> tuple[BeatBlock, ...]:
    """Return the beats as the bar shows them."""
    spec = kind_of(row.kind)
    times = beat_times(row, max(0, shown.times.row(row.id).duration_ms))
    made = []
    for beat, ms in zip(row.beats, times, strict=True):
        step = spec.beat(beat.kind)
        name = beat.title or (text("Words").say() if step is None else step.name.say())
        typed = beat.duration_ms is not None
        made.append(BeatBlock(beat.id, name, ms, not beat.script.strip(), typed))
    return tuple(made)


def _range(low: int, high: int) -> str:
    """Return two lengths to ten seconds as a range; one with a sign is written with an ellipsis."""
    first, last = (said_span(round(ms / 10_000) * 10_000) for ms in (low, high))
    if first == last:
        return first
    return f"{first}…{last}" if low < 0 else f"{first}–{last}"
