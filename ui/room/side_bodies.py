"""What the Room page puts into the side panel, and what comes back from there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from app.capture.network_camera import is_address
from app.core.errors import Trouble
from app.core.words import Text, text
from app.room.catalogue import metric
from app.room.limits import Range
from app.room.profiles import platforms, profiles
from ui.room.entry_form import EntryForm
from ui.room.golden_panel import Comparison
from ui.room.history_panel import HistoryPanel
from ui.room.inspector import Inspector
from ui.room.profile_panel import ProfilePanel
from ui.room.sheet_panel import SheetPanel
from ui.room.state import RoomState
from ui.room.view_model import cause_numbers
from ui.widgets.context_button import Choice
from ui.words import hear_switch

if TYPE_CHECKING:
    from app.room.report import RoomReport
    from ui.room.comparing import Comparing
    from ui.room.library import RoomLibrary
    from ui.room.page import RoomPage
    from ui.room.reporting import Reporting
    from ui.room.troubles import Troubles


class SideBodies(QObject):
    """Opens inspector, history, limits, white sheet, comparison and the two short forms."""

    ADD_ROOM, LIMITS = "room…", "limits…"
    profile_changed = Signal()
    old_opened = Signal(object, object)  # RoomReport, JPEG | None
    address_given = Signal(str)
    room_named = Signal()
    recording_chosen = Signal(str)

    def __init__(
        self,
        page: RoomPage,
        library: RoomLibrary,
        reporting: Reporting,
        troubles: Troubles,
        comparing: Comparing,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._page, self._library = page, library
        self._reporting, self._troubles = reporting, troubles
        self._comparing = comparing
        self._inspector: Inspector | None = None
        self._profile: ProfilePanel | None = None
        self._form: EntryForm | None = None
        self._dialog: QFileDialog | None = None
        self._body: QWidget | None = None
        self._again: Callable[[], None] | None = None
        hear_switch(self.say_again)

    # What the header offers

    def offer_rooms(self) -> None:
        """Offer the studio's rooms."""
        rows = [Choice("", text("This room"))]
        rows += [Choice(r.id, Text(r.name, r.name), r.note) for r in self._library.rooms()]
        if self._library.can_edit:
            rows.append(Choice(self.ADD_ROOM, text("Add room…"), "", text("Others")))
        bar = self._page.context_bar
        bar.offer(bar.room, rows, self._library.room_id())

    def offer_profiles(self) -> None:
        """Offer the shipped profiles and the studio's own."""
        platform = self._library.platform()
        detail = "" if platform is None else platform.name.say()
        chosen = self._library.base_profile().id
        rows = [Choice(p.id, p.name, detail if p.id == chosen else "") for p in profiles()]
        for at, own in enumerate(self._library.own_profiles()):
            heads = None if at else text("The studio's own")
            rows.append(Choice(own.id, own.name, "", heads))
        rows.append(Choice(self.LIMITS, text("Limits and platform…"), "", text("Others")))
        bar = self._page.context_bar
        bar.offer(bar.profile, rows, chosen)

    # What is opened

    def open_reading(self, reading_id: str) -> None:
        """Explain one reading."""
        self._inspector = Inspector(reading_id)
        self.state_changed(self._page.state)
        judged = next((j for j in self._page.state.judged if j.reading.id == reading_id), None)
        limit = None if judged is None else judged.limit
        self._inspector.show_trend(self._library.trend(reading_id), limit)
        again = partial(self.open_reading, reading_id)
        self._open(metric(reading_id).name, self._inspector, again)

    def open_history(self) -> None:
        """List the saved checks."""
        golden = self._library.golden()
        panel = HistoryPanel(self._library.heads(), "" if golden is None else golden[0].id)
        panel.chosen.connect(self._open_old)
        self._open(text("History"), panel, self.open_history)

    def open_profile(self) -> None:
        """Show the limits and what they stand on."""
        base = self._library.base_profile()
        own = base.id in {p.id for p in self._library.own_profiles()}
        panel = ProfilePanel(
            self._library.profile(),
            self._library.platform(),
            platforms(),
            own=own,
            can_edit=self._library.can_edit,
        )
        panel.platform_chosen.connect(self._choose_platform)
        panel.copy_asked.connect(self._copy)
        panel.limit_changed.connect(self._set_limit)
        self._profile = panel
        panel.destroyed.connect(self._profile_gone)
        self._open(base.name, panel, self.open_profile)

    def open_sheet(self) -> None:
        """Show what the white sheet says."""
        panel = SheetPanel(self._reporting.sheet, self._reporting.still)
        panel.export_asked.connect(self._ask_cube)
        self._open(text("White sheet"), panel, self.open_sheet)

    def open_address(self) -> None:
        """Ask for a network camera's address."""
        self._form = EntryForm(
            text("Address of the camera"),
            text("A phone as camera: http://… (multipart JPEG) or rtsp://…"),
            text("Use this camera"),
        )
        self._form.given.connect(self._address)
        self._page.side.emit(text("Network camera"), self._form)
        self._form.field.setFocus()

    def open_new_room(self) -> None:
        """Ask for a room's name."""
        self._form = EntryForm(
            text("Name of the room"),
            text("Profile, devices, golden room and history are kept for each room"),
            text("Add room"),
        )
        self._form.given.connect(self._name_room)
        self._page.side.emit(text("Add room…"), self._form)
        self._form.field.setFocus()

    def choose_recording(self) -> None:
        """Ask for a recording to check."""
        if self._dialog is not None:
            self._dialog.deleteLater()
        dialog = self._dialog = QFileDialog(self._page, text("Check a recording…").say())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        patterns = " ".join(f"*{suffix}" for suffix in media_suffixes())
        dialog.setNameFilters([f"{text('Recordings').say()} ({patterns})", "* (*)"])
        dialog.fileSelected.connect(self.recording_chosen)
        dialog.open()

    def open_comparison(self) -> None:
        """Show everything that moved since the golden room."""
        shown = self._comparing.shown
        title = text("Golden room, {day}", day=shown.day)
        self._open(title, Comparison(shown), self.open_comparison)

    def _open(self, title: Text, body: QWidget, again: Callable[[], None]) -> None:
        self._body, self._again = body, again
        self._page.side.emit(title, body)

    # What changes meanwhile

    def say_again(self) -> None:
        """Open anew, in the language that is current now, what is open and was not left since."""
        body, again = self._body, self._again
        if body is not None and again is not None and isValid(body) and body.isVisible():
            again()

    def state_changed(self, state: RoomState) -> None:
        """Bring an open inspector or comparison up to date."""
        if isinstance(self._body, Comparison) and isValid(self._body) and self._body.isVisible():
            self._body.show_state(self._comparing.shown)
        inspector = self._inspector
        if inspector is None or not isValid(inspector):
            return
        judged = next((j for j in state.judged if j.reading.id == inspector.reading_id), None)
        if judged is None:
            return
        cause = next((c for c in state.causes if judged.reading.id in c.readings), None)
        fix = None if cause is None else text("{title}: {fix}", title=cause.title, fix=cause.fix)
        inspector.show_reading(judged, fix, cause_numbers(state.causes))

    def studio_changed(self) -> None:
        """Show the limits anew where they are open."""
        if self._profile is not None and self._profile.isVisible():
            self.open_profile()

    def _profile_gone(self) -> None:
        self._profile = None

    def _open_old(self, report_id: str) -> None:
        found = self._library.report(report_id)
        if found is not None:
            report: RoomReport = found[0]
            self.old_opened.emit(report, found[1])

    def _choose_platform(self, platform_id: str) -> None:
        try:
            self._library.choose(text("Choose platform"), platform=platform_id)
        except Trouble as trouble:
            self._troubles.say("edit", trouble)
        self.profile_changed.emit()
        self.open_profile()

    def _copy(self) -> None:
        profile = self._library.profile()
        name = text("{name}, our limits", name=profile.name).say()
        try:
            self._library.copy_profile(profile, name)
        except Trouble as trouble:
            self._troubles.say("edit", trouble)
            return
        self._page.done.emit(text("Copied as {name}", name=name), True)
        self.profile_changed.emit()
        self.open_profile()

    def _set_limit(self, metric_id: str, passes: Range, warns: Range) -> None:
        base = self._library.base_profile()
        try:
            self._library.set_limit(base, metric_id, passes, warns, metric(metric_id).name)
        except Trouble as trouble:
            self._troubles.say("edit", trouble)
            return
        self.profile_changed.emit()

    def _ask_cube(self) -> None:
        self._reporting.ask(
            text("Export .cube…").say(), "white-sheet.cube", "LUT (*.cube)", self._write_cube
        )

    def _write_cube(self, path: str) -> None:
        from app.exchange.cube import write_cube
        from app.metrics.picture.lut import cube_values

        sheet = self._reporting.sheet
        if sheet is None:
            return
        try:
            write_cube(Path(path), cube_values(sheet), f"Greenroom {sheet.kelvin:.0f} K")
        except Trouble as trouble:
            self._troubles.say("export", trouble)
            return
        self._page.done.emit(text("Saved {name}", name=Path(path).name), False)

    def _address(self, typed: str) -> None:
        if not is_address(typed):
            assert self._form is not None
            self._form.refuse(text("An address begins with http:// or rtsp://"))
            return
        self._page.side_away.emit()
        self.address_given.emit(typed)

    def _name_room(self, name: str) -> None:
        try:
            self._library.add_room(name)
        except Trouble as trouble:
            assert self._form is not None
            self._form.refuse(trouble.what)
            return
        self._page.side_away.emit()
        self.room_named.emit()


def media_suffixes() -> tuple[str, ...]:
    """Return the endings of files that can be checked."""
    return (".mkv", ".mp4", ".mov", ".flv", ".ts", ".webm", ".avi", ".wav", ".m4a", ".mp3", ".flac")
