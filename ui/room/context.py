"""The header of the Room page: where, by which standard, with which devices; and what to do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.core.words import Text, text
from ui.room.state import Stage
from ui.widgets.button import Button
from ui.widgets.chip import StatusChip
from ui.widgets.context_button import Choice, ContextButton
from ui.words import say, tell

BUSY = (Stage.RUNNING, Stage.OPENING)
ELSEWHERE = (Stage.READING, Stage.ENDING)  # work is under way that no new check may cross


class Context(QWidget):
    """Makes the header's widgets and keeps them in step; never shown itself."""

    started = Signal()
    finished = Signal()
    history_asked = Signal()
    golden_marked = Signal()
    export_asked = Signal(str)  # "pdf", "html", "cube"

    def __init__(self) -> None:
        super().__init__()
        self.room, self.profile = ContextButton("ph.map-pin"), ContextButton("ph.ruler")
        self.camera = ContextButton("ph.video-camera")
        self.microphone = ContextButton("ph.microphone")
        say(self.room.set_kind_of, "Room")
        say(self.profile.set_kind_of, "Profile")
        say(self.camera.set_kind_of, "Camera")
        say(self.microphone.set_kind_of, "Microphone")
        self.demo = StatusChip("unknown")
        self.demo.show_status("unknown", text("Demo"))
        self.demo.hide()
        self.history = Button("plain", icon="ph.clock-counter-clockwise")
        self.golden = Button("plain", icon="ph.star")
        self.report = Button("plain", icon="ph.file-text")
        self.main = Button("quiet", icon="ph.play", key="F5")
        self._menu: QMenu | None = None
        self._sheet = False
        self._words = True
        self._stage = Stage.IDLE
        self.history.clicked.connect(self.history_asked)
        self.golden.clicked.connect(self.golden_marked)
        self.report.clicked.connect(self._open_menu)
        self.main.clicked.connect(self.press_main)
        self.say_again()

    def context(self) -> Sequence[QWidget]:
        """Return the drop-downs, left to right."""
        return (self.room, self.profile, self.camera, self.microphone, self.demo)

    def actions(self) -> Sequence[QWidget]:  # type: ignore[override]
        """Return the buttons, the primary one last."""
        return (self.history, self.golden, self.report, self.main)

    def camera_name(self) -> str:
        """Return the name of the camera that is chosen."""
        return self.camera.text()

    def set_words(self, *, on: bool) -> None:
        """Let the words of the quiet actions go where the header is narrow."""
        if on != self._words:
            self._words = on
            self.say_again()

    def say_again(self) -> None:
        """Say the buttons in the language that is current now."""
        for button, words, tip in (
            (self.history, text("History"), text("Saved checks of this room")),
            (self.golden, text("Mark as golden"), text("Compare later checks with this one")),
            (
                self.report,
                text("Report"),
                text("Save as PDF or HTML, or the LUT of the white sheet"),
            ),
        ):
            button.setText(words.say() if self._words else "")
            tell(button.setToolTip, tip)
        self._say_main()

    def show_stage(self, stage: Stage, *, known: bool, demo: bool) -> None:
        """Offer what can be done now."""
        self.demo.setVisible(demo)
        self.golden.setEnabled(known and stage in (Stage.FINISHED, Stage.OLD))
        self.report.setEnabled(known)
        self.main.setEnabled(stage not in ELSEWHERE)
        for button in (self.camera, self.microphone, self.room):
            button.setEnabled(stage not in ELSEWHERE)
        if stage is not self._stage:
            self._stage = stage
            self._say_main()

    def show_sheet(self, *, seen: bool) -> None:
        """Offer the LUT once a white sheet was seen."""
        self._sheet = seen

    def offer(self, button: ContextButton, choices: Sequence[Choice], current: str) -> None:
        """Offer `choices` in one of the drop-downs."""
        button.set_choices(choices, current)

    def press_main(self) -> None:
        """Start or finish."""
        if self._stage in BUSY:
            self.finished.emit()
        elif self._stage not in ELSEWHERE:
            self.started.emit()

    def _say_main(self) -> None:
        busy = self._stage in (*BUSY, Stage.ENDING)
        say(self.main.setText, "Finish check") if busy else say(self.main.setText, "Start check")
        self.main.set_icon("ph.stop" if busy else "ph.play")
        self.main.set_kind("primary" if self._stage is Stage.IDLE else "quiet")

    def _open_menu(self) -> None:
        if self._menu is not None:
            self._menu.deleteLater()
        menu = self._menu = QMenu(self.report)
        offers: tuple[tuple[str, Text, bool], ...] = (
            ("pdf", text("Save report as PDF…"), True),
            ("html", text("Save report as HTML…"), True),
            ("cube", text("White sheet as LUT for OBS…"), self._sheet),
        )
        for key, words, on in offers:
            action = menu.addAction(words.say())
            action.setData(key)
            action.setEnabled(on)
        menu.triggered.connect(self._picked)
        menu.popup(self.report.mapToGlobal(self.report.rect().bottomLeft()))

    def _picked(self, action: object) -> None:
        key = action.data() if hasattr(action, "data") else ""
        self.export_asked.emit(str(key))
