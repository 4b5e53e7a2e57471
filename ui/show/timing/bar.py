"""The timing bar at the page's foot: planned end, hard out, over or under, and how to mend it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.core.words import Text, text, tr
from app.show.show import Show, Time
from app.show.timing.clock import said_span
from app.show.timing.repair import SPARE, Repair, apply, repairs
from app.show.timing.schedule import Schedule
from ui import theme
from ui.actions import act
from ui.bridge import Later
from ui.show.shown import Shown
from ui.show.timing.bar_figures import Run, RunLine
from ui.show.timing.bar_out import OutField
from ui.show.timing.repair_panel import RepairPanel
from ui.show.view import ShowView
from ui.widgets.button import Button
from ui.words import hear_switch, say, tell

HEIGHT = 48
SOON_MS = 120  # repairs take 5 to 200 ms by the show's size: after the typing, off this thread


class TimingBar(QWidget):
    """Follows the view; `side` asks the page to open the panel of differences."""

    side = Signal(object, object)  # Text, QWidget
    side_away = Signal()
    settled = Signal()  # the repairs belong to what is shown now

    def __init__(self, view: ShowView) -> None:
        super().__init__()
        self._view = view
        self._later = Later(self)
        self._turn = 0
        self._stale = False
        self.repairs: tuple[Repair, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.grown(HEIGHT))
        self.figures, self.advice = RunLine(), RunLine(grows=True)
        self.out = OutField()
        self.see = Button("plain", size="small")
        say(self.see.setText, "See difference")
        self.take = Button("quiet", key="Alt+Return")
        say(self.take.setText, "Accept")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.figures)
        row.addWidget(self.out)
        row.addWidget(self.advice, 1)
        row.addWidget(self.see)
        row.addWidget(self.take)
        self._accept_key = act(
            self, text("Accept the repair"), self.accept, keys=("Alt+Return", "Alt+Enter")
        )
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._work)
        self.see.clicked.connect(self.open_panel)
        self.take.clicked.connect(self.accept)
        self.out.given.connect(self._set_out)
        view.opened.connect(self._change)
        view.changed.connect(self._change)
        hear_switch(self.say_again)
        self._change(view.shown)

    def accept(self) -> None:
        """Do the first repair, or the one chosen in the panel, as one undo step."""
        self._accept(0)

    def open_panel(self) -> None:
        """Show what each repair changes, in the side panel."""
        shown = self._view.shown
        if shown is None or not self.repairs:
            return
        panel = RepairPanel(shown.show, shown.times, self.repairs)
        panel.accepted.connect(self._accept)
        title = text("Repairs") if shown.times.over_ms > 0 else text("Fill the time")
        self.side.emit(title, panel)

    def say_again(self) -> None:
        """Say everything in the language that is current now."""
        self._show()

    def close_down(self, timeout: float) -> bool:
        """End what is computed; return whether it ended."""
        self._soon.stop()
        return self._later.close(timeout)

    def sizeHint(self) -> QSize:
        """Return the bar's height."""
        return QSize(640, theme.grown(HEIGHT))

    def showEvent(self, event: QShowEvent) -> None:
        """Look for repairs that were left while the bar was hidden."""
        super().showEvent(event)
        if self._stale:
            self._soon.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Compute nothing that nobody sees."""
        self._soon.stop()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Take the height of another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFixedHeight(theme.grown(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 painted whole
        """Paint the line over the bar."""
        QPainter(self).fillRect(0, 0, self.width(), 1, theme.color("line.subtle"))

    # Inside

    def _change(self, shown: Shown | None) -> None:
        self._turn += 1
        self.repairs = ()
        self._stale = shown is not None and shown.times.goal_ms is not None
        if shown is not None:
            self.out.start_ms = shown.show.start_ms
        self._show()
        if self._stale and self.isVisible():
            self._soon.start()
        if not self._stale:
            self._soon.stop()
            self.settled.emit()

    def _work(self) -> None:
        shown, turn = self._view.shown, self._turn
        if shown is None:
            return
        show, times = shown.show, shown.times
        self._later.run(
            lambda _progress: (turn, _found(show, times)), self._adopt, failed=self._give_up
        )

    def _adopt(self, found: tuple[int, tuple[Repair, ...]]) -> None:
        turn, repairs_found = found
        if turn != self._turn:
            return
        self._stale = False
        self.repairs = repairs_found
        self._show()
        self.settled.emit()

    def _give_up(self, _trouble: object) -> None:
        self._stale = False
        self.settled.emit()

    def _accept(self, at: int) -> None:
        if at >= len(self.repairs) or not self._view.can_edit:
            return
        shown, repair = self._view.shown, self.repairs[at]
        assert shown is not None, "repairs belong to a show"
        end = shown.times.clock_of(repair.end_ms)
        label = text("Repair the timing: ends {end}", end=end)
        if self._view.edit(label, lambda show: apply(show, repair), say=True):
            self.side_away.emit()

    def _set_out(self, time: Time) -> None:
        label = text("Set the hard out")
        self._view.edit(label, lambda show: replace(show, hard_out=time), say=True)

    def _show(self) -> None:
        shown = self._view.shown
        goal = None if shown is None else shown.times.goal_ms
        self.figures.show_runs(() if shown is None else figures(shown.times))
        self.out.setVisible(shown is not None and goal is None and self._view.can_edit)
        over = shown is not None and shown.times.over_ms > 0
        first = self.repairs[0] if self.repairs else None
        if shown is None:
            self.advice.show_runs(())
        elif over:
            self.advice.show_runs(_advice(first, shown.times, looking=self._stale))
        else:
            self.advice.show_runs(_calm(shown.times))
        name = text("See difference") if over else text("Fill the time")
        tell(self.see.setText, name)
        self.see.setVisible(first is not None)
        self.take.setVisible(over and first is not None and self._view.can_edit)
        self._accept_key.setEnabled(over and first is not None and self._view.can_edit)


def figures(times: Schedule) -> tuple[Run, ...]:
    """Return planned end, goal, and by how much the show is over."""
    number, dim = "number.large", "text.tertiary"
    made = [
        Run(tr("Planned end"), "small", dim),
        Run(times.clock_of(times.end_ms), number, after=20),
    ]
    goal = times.goal_ms
    if goal is None:
        return tuple(made)
    hard = times.hard_out_ms is not None
    name = text("Hard out") if hard else text("Target end")
    made += [
        Run(name.say(), "small", dim),
        Run(times.clock_of(goal), number, after=20),
    ]
    if times.over_ms > 0:
        status = "fail" if hard else "warn"
        colour = f"status.{status}"
        made.append(Run(tr("Over"), "small", colour, mark=status))
        made.append(Run(said_span(times.over_ms, sign=True), number, colour, 20))
    return tuple(made)


def _advice(first: Repair | None, times: Schedule, *, looking: bool) -> tuple[Run, ...]:
    if first is None:
        words = text("Looking for a repair…") if looking else text("No repair fits: cut by hand")
        return (Run(words.say(), "body", "text.tertiary", mark="ph.wrench"),)
    steps = "  |  ".join(
        f"{step.what.say()} {said_span(-step.saves_ms, sign=True)}" for step in first.steps
    )
    end = times.clock_of(first.end_ms)
    colour = "status.pass" if first.over_ms <= 0 else "status.warn"
    return (
        Run(tr("Repair"), "section", mark="ph.wrench"),
        Run(f"→ {end}", "section", colour, 12),
        Run(steps, "body", "text.secondary"),
    )


def _calm(times: Schedule) -> tuple[Run, ...]:
    goal = times.goal_ms
    if goal is None:
        words = text("No hard out and no target: over and under are not known")
        return (Run(words.say(), "body", "text.tertiary"),)
    spare = -times.over_ms
    said = text("Ends in time") if spare < SPARE else _spare(spare)
    return (Run(said.say(), "body", "text.secondary", mark="ph.check"),)


def _spare(ms: int) -> Text:
    return text("Ends in time, {spare} to spare", spare=said_span(ms))


def _found(show: Show, times: Schedule) -> tuple[Repair, ...]:
    return repairs(show, times, times.lengths)
