"""The settings: how the app looks and speaks, where the library lies, what may be fetched."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.core import paths
from app.core.errors import Trouble
from app.core.words import Text, text
from ui import theme
from ui.shell.library import LibraryDoor
from ui.shell.model_row import ModelRow
from ui.widgets.button import Button
from ui.widgets.desk import Desk
from ui.widgets.label import Label
from ui.widgets.page import Page
from ui.widgets.panel import Panel
from ui.widgets.segmented import Segmented
from ui.words import say, tell

LANGUAGES = (("system", text("As the system")), ("en", text("English")), ("zh", text("简体中文")))
THEMES = (
    ("system", text("As the system")),
    ("dark", text("Dark theme")),
    ("light", text("Light theme")),
)
DENSITIES = (
    ("auto", text("By window size")),
    ("compact", text("Compact")),
    ("normal", text("Normal")),
    ("roomy", text("Roomy")),
)
PERCENTS = tuple((str(p), text("{percent} %", percent=p)) for p in (100, 110, 125, 150))
WIDEST = 760


def make(desk: Desk) -> Page:
    """Return the settings page."""
    return SettingsPage(desk)


class SettingsPage(Page):
    """Every choice takes effect at once and is kept; there is nothing to save."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._door = LibraryDoor(desk.home, desk.later, self)
        self._door.backed_up.connect(self._say_library)
        self._door.verified.connect(self._say_library)
        self._door.trouble.connect(self._say_library_trouble)
        content = QWidget()
        content.setProperty("house", "scrolled")
        self._column = QVBoxLayout(content)
        self._column.setSpacing(12)
        for panel in (self._looks(), self._library(), self._privacy(), self._models()):
            panel.setMaximumWidth(WIDEST)
            self._column.addWidget(panel)
        self._column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        margin = theme.sizes().margin
        self._column.setContentsMargins(margin, margin, margin, margin)
        desk.choices.changed.connect(self._show_choices)

    def entered(self) -> None:
        """Say how the library is and look whether the models are there."""
        self._show_choices()
        self._model.look()
        self.status.emit((("ph.check-circle", text("Every choice is kept at once")),), ())

    def _looks(self) -> Panel:
        panel = Panel()
        say(panel.setTitle, "Look and language")
        grid = QGridLayout()
        grid.setVerticalSpacing(8)
        grid.setHorizontalSpacing(16)
        now = self._desk.choices.now
        self._language = self._choice(grid, text("Language"), LANGUAGES, now.language)
        self._theme = self._choice(grid, text("Theme"), THEMES, now.theme)
        self._density = self._choice(grid, text("Density"), DENSITIES, now.density)
        self._percent = self._choice(grid, text("Text size"), PERCENTS, str(now.text_percent))
        self._language.chosen.connect(self._choose_language)
        self._theme.chosen.connect(self._choose_theme)
        self._density.chosen.connect(self._choose_density)
        self._percent.chosen.connect(self._choose_percent)
        grid.setColumnStretch(1, 1)
        panel.body.addLayout(grid)
        return panel

    def _choice(
        self, grid: QGridLayout, name: Text, choices: Sequence[tuple[str, Text]], now: str
    ) -> Segmented:
        label, control = Label("body", "text.secondary"), Segmented(choices)
        tell(label.setText, name)
        tell(control.setAccessibleName, name)
        if now in dict(choices):
            control.choose(now)
        row = grid.rowCount()
        grid.addWidget(label, row, 0)
        grid.addWidget(control, row, 1, Qt.AlignmentFlag.AlignLeft)
        return control

    def _library(self) -> Panel:
        panel = Panel()
        say(panel.setTitle, "Library")
        where = Label("body", wrap=True)
        where.setText(str(self._desk.home))
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        say(where.setAccessibleName, "Where the library lies")
        self._library_said = Label("body", "text.secondary", wrap=True)
        say(self._library_said.setText, "Backed up by itself before upgrades and when closing.")
        row = QHBoxLayout()
        row.setSpacing(8)
        for name, icon, do in (
            (text("Open folder"), "ph.folder-open", self._door.open_folder),
            (text("Verify"), "ph.shield-check", self._verify),
            (text("Back up now"), "ph.copy", self._back_up),
        ):
            button = Button("quiet", icon=icon)
            tell(button.setText, name)
            button.clicked.connect(do)
            row.addWidget(button)
        row.addStretch(1)
        panel.body.addWidget(where)
        panel.body.addWidget(self._library_said)
        panel.body.addLayout(row)
        return panel

    def _privacy(self) -> Panel:
        panel = Panel()
        say(panel.setTitle, "Recordings and privacy")
        note = Label("body", "text.secondary", wrap=True)
        say(
            note.setText,
            "Everything stays on this machine. A saved check keeps one picture and its numbers, "
            "never the sound. Nothing is sent anywhere.",
        )
        panel.body.addWidget(note)
        return panel

    def _models(self) -> Panel:
        panel = Panel()
        say(panel.setTitle, "Optional models")
        self._model = ModelRow("yunet", paths.models(), self._desk.later)
        panel.body.addWidget(self._model)
        return panel

    def _show_choices(self) -> None:
        now = self._desk.choices.now
        self._language.choose(now.language)
        self._theme.choose(now.theme)
        self._density.choose(now.density)
        if str(now.text_percent) in dict(PERCENTS):
            self._percent.choose(str(now.text_percent))

    def _choose_language(self, key: str) -> None:
        self._desk.choices.change(language=key)

    def _choose_theme(self, key: str) -> None:
        self._desk.choices.change(theme=key)

    def _choose_density(self, key: str) -> None:
        self._desk.choices.change(density=key)

    def _choose_percent(self, key: str) -> None:
        self._desk.choices.change(text_percent=int(key))

    def _verify(self) -> None:
        say(self._library_said.setText, "Reading the whole library…")
        self._door.verify()

    def _back_up(self) -> None:
        say(self._library_said.setText, "Copying the library…")
        self._door.back_up()

    def _say_library(self, said: Text) -> None:
        tell(self._library_said.setText, said)

    def _say_library_trouble(self, trouble: Trouble) -> None:
        both = text("{what} {todo}", what=trouble.what, todo=trouble.todo)
        tell(self._library_said.setText, both)
