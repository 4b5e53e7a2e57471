"""Puts the person's choices of theme, density, text size and language on the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, QTimer
from PySide6.QtWidgets import QApplication

from app.core.settings import resolve_language
from app.core.words import Language
from ui import tokens

if TYPE_CHECKING:
    from ui.widgets.desk import Choices

SHOWS = frozenset({"theme", "density", "text_percent", "language"})


class Dress(QObject):
    """Applies the look once at the start, and again whenever a choice or the window asks for it."""

    def __init__(self, app: QApplication, choices: Choices, size: QSize) -> None:
        super().__init__(choices)
        self._app, self._choices, self._size = app, choices, size
        self._begun = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._apply)
        choices.changed.connect(self._changed)
        app.styleHints().colorSchemeChanged.connect(self._system_changed)
        tokens.choose(self._look(), size)

    def begin(self) -> None:
        """Speak and look as chosen, from now on."""
        from ui.widgets.icon import app_icon
        from ui.words import speak

        self._begun = True
        self._app.setWindowIcon(app_icon())
        speak(self.language())
        self._apply()

    def language(self) -> Language:
        """Return the language to speak, the system deciding where the person did not."""
        return resolve_language(self._choices.now.language, _system_locale())

    def switch_language(self) -> None:
        """Speak the other language."""
        self._choices.change(language="en" if self.language() == "zh" else "zh")

    def switch_theme(self) -> None:
        """Show the other theme."""
        self._choices.change(theme="light" if tokens.current().dark else "dark")

    def fit(self, size: QSize) -> None:
        """Take the density that a window of `size` wants, where the person left that open."""
        self._size = size
        wanted = tokens.density_for(size, self._choices.now.density)
        if not self._begun:
            tokens.fit(self._look(), size)
        elif wanted != tokens.density():
            self._soon.start()

    def _changed(self, names: frozenset[str]) -> None:
        if "language" in names and self._begun:
            from ui.words import speak

            speak(self.language())
        if names & SHOWS and self._begun:
            self._apply()

    def _system_changed(self) -> None:
        if self._choices.now.theme == "system":
            self._soon.start()

    def _apply(self) -> None:
        from ui import theme

        theme.apply(self._app, self._look(), self._size)

    def _look(self) -> tokens.Look:
        now = self._choices.now
        return tokens.Look(now.theme, now.density, now.text_percent)


def _system_locale() -> str:
    from PySide6.QtCore import QLocale

    return QLocale.system().name()
