"""The header of the Show page: which show, when, with whom; import, export, versions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.core.words import Text, text
from app.show.people import people_words
from app.show.timetext.understand import clock_words
from ui.show.shown import Shown
from ui.widgets.button import Button
from ui.widgets.context_button import Choice, ContextButton
from ui.words import say, tell

EXPORTS = (
    ("xlsx", text("Workbook (.xlsx)")),
    ("layout", text("Back into the imported workbook")),
    ("csv", text("Table (.csv)")),
    ("json", text("Show file (.json)")),
    ("html", text("Web page (.html)")),
    ("producer.pdf", text("PDF: producer's sheet")),
    ("host.pdf", text("PDF: host's cards")),
    ("control.pdf", text("PDF: control sheet")),
    ("cues.pdf", text("PDF: cue sheets by role")),
)
DAYS_EN = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
DAYS_ZH = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")


class Context(QWidget):
    """Makes the header's widgets and keeps them in step; never shown itself."""

    shows_asked = Signal()
    details_asked = Signal()
    voices_asked = Signal()
    versions_asked = Signal()
    products_asked = Signal()
    import_asked = Signal()
    export_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.show_button = _Opener("ph.list-bullets")
        self.when = _Opener("ph.calendar-blank")
        self.people = _Opener("ph.microphone")
        self.products = Button("plain", icon="ph.package")
        self.versions = Button("plain", icon="ph.git-branch")
        self.bring = Button("plain", icon="ph.download-simple")
        self.export = Button("plain", icon="ph.export")
        self._menu: QMenu | None = None
        self._words = True
        say(self.show_button.set_kind_of, "Show")
        say(self.when.set_kind_of, "Day and start")
        say(self.people.set_kind_of, "People")
        self.show_button.pressed_open.connect(self.shows_asked)
        self.when.pressed_open.connect(self.details_asked)
        self.people.pressed_open.connect(self.voices_asked)
        self.products.clicked.connect(self.products_asked)
        self.versions.clicked.connect(self.versions_asked)
        self.bring.clicked.connect(self.import_asked)
        self.export.clicked.connect(self._open_menu)
        self.say_again()

    def context(self) -> Sequence[QWidget]:
        """Return the drop-downs, left to right."""
        return (self.show_button, self.when, self.people)

    def actions(self) -> Sequence[QWidget]:  # type: ignore[override]
        """Return the buttons."""
        return (self.products, self.versions, self.bring, self.export)

    def set_words(self, *, on: bool) -> None:
        """Let the words of the actions go where the header is narrow."""
        if on != self._words:
            self._words = on
            self.say_again()

    def say_again(self) -> None:
        """Say the buttons in the language that is current now."""
        for button, words, tip in (
            (self.products, text("Products"), text("What is sold: prices, gifts, stock, proofs")),
            (self.versions, text("Versions"), text("Name, compare and restore versions")),
            (self.bring, text("Import"), text("Read a workbook, a CSV or a show file")),
            (self.export, text("Export"), text("Workbook, CSV, JSON, web page, PDF")),
        ):
            button.setText(words.say() if self._words else "")
            tell(button.setToolTip, tip)

    def show_shown(self, shown: Shown | None) -> None:
        """Name the open show, its day and its people."""
        for button in (self.when, self.people, self.versions, self.export):
            button.setVisible(shown is not None)
        self.show_button.set_choices((Choice("", text("Shows")),), "")
        if shown is None:
            return
        show = shown.show
        when = Text(_when_en(shown), _when_zh(shown))
        self.when.set_choices((Choice("", when),), "")
        names = [p.name for p in show.people]
        people = Text(", ".join(names), "、".join(names)) if names else text("No people yet")
        self.people.set_choices((Choice("", people),), "")
        self.people.setToolTip(people_words(show.people))

    def _open_menu(self) -> None:
        if self._menu is not None:
            self._menu.deleteLater()
        menu = self._menu = QMenu(self.export)
        for key, name in EXPORTS:
            menu.addAction(name.say()).setData(key)
        menu.triggered.connect(self._export)
        menu.popup(self.export.mapToGlobal(self.export.rect().bottomLeft()))

    def _export(self, action: QAction) -> None:
        self.export_asked.emit(str(action.data()))


class _Opener(ContextButton):
    """Looks like a drop-down and opens a panel instead."""

    pressed_open = Signal()

    def _open(self) -> None:
        self.pressed_open.emit()


def _when_en(shown: Shown) -> str:
    show = shown.show
    start = clock_words(show.start_ms)[:5]
    return f"{DAYS_EN[show.on.weekday()]} {show.on:%Y-%m-%d} {start}" if show.on else start


def _when_zh(shown: Shown) -> str:
    show = shown.show
    start = clock_words(show.start_ms)[:5]
    if show.on is None:
        return start
    return f"{show.on.month} 月 {show.on.day} 日 {DAYS_ZH[show.on.weekday()]} {start}"
