"""The Room page at work: devices, the running check, the library and the page bound together."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.core import paths
from app.core.errors import Refused, Trouble
from app.core.words import Text, text
from app.exchange.still import jpeg
from app.metrics.measure import Act
from ui.actions import act
from ui.room import devices
from ui.room.comparing import Comparing
from ui.room.devices import DeviceList, Wanted, open_sources, settled
from ui.room.ending import Ended
from ui.room.library import RoomLibrary
from ui.room.recording import Recording
from ui.room.reporting import Reporting, picture_of
from ui.room.running import Running
from ui.room.side_bodies import SideBodies
from ui.room.state import RoomState, Stage
from ui.room.troubles import Troubles
from ui.room.view_model import local
from ui.room.zones import KeptZones
from ui.words import hear_switch

if TYPE_CHECKING:
    from app.metrics.signals import Bytes
    from app.room.report import RoomReport
    from app.session.live import Snapshot
    from ui.room.page import RoomPage
    from ui.widgets.desk import Desk

STOPS_WITHIN_S = 3.0


class RoomController(QObject):
    """Hears the page and the check, and shows the page its state."""

    def __init__(self, page: RoomPage, desk: Desk) -> None:
        super().__init__(page)
        self.page, self.desk = page, desk
        self.library = RoomLibrary(desk.session, desk.choices)
        self.devices = DeviceList(self)
        self.running = Running(desk.later, self)
        self.troubles = Troubles(page)
        self.comparing = Comparing(self.library, page)
        self.reporting = Reporting(page, self.troubles, self)
        self.sides = SideBodies(
            page, self.library, self.reporting, self.troubles, self.comparing, self
        )
        self.recording = Recording(desk.later, self)
        self.zones = KeptZones(page, self.library, desk.choices, self.troubles)
        self._wanted = self._settled()
        self._shown_format = ("", "")
        page.attach(self)
        self._connect()
        self._offer()
        self._show_profile()
        self.comparing.read()
        hear_switch(self._offer)

    # What the page forwards

    def entered(self) -> None:
        """Watch the devices; a demo starts by itself."""
        self.devices.start()
        if self.desk.demo and self.page.state.stage is Stage.IDLE:
            self.start()

    def left(self) -> None:
        """Watch the devices no longer; a check goes on."""
        self.devices.stop(STOPS_WITHIN_S)

    def studio_changed(self, touched: frozenset[str]) -> None:
        """Show what changed in the library, also by undo."""
        if touched & {"profile", "room", "zones"}:
            self._show_profile()
            self._offer()
        if touched & {"golden", "room"}:
            self.comparing.read()
            self.comparing.compare(self.page.state)
        self.sides.studio_changed()

    def close_down(self, timeout: float) -> bool:
        """End check, watch and work under way."""
        self.recording.cancel()
        return all([self.running.close(timeout), self.devices.stop(timeout)])

    # A check

    def start(self) -> None:
        """Measure with the chosen devices, from the beginning."""
        self._cancel_file()
        self._wanted = self._settled()
        self.troubles.clear()
        self.reporting.forget()
        try:
            sources = open_sources(self._wanted, self.devices.cameras())
        except Trouble as trouble:
            self.troubles.say("source", trouble)
            return
        product = self.library.zones().product
        self.running.start(sources, self.library.profile(), product, paths.models())
        self.page.show_state(RoomState(stage=Stage.RUNNING, demo=sources.demo))

    def finish(self) -> None:
        """End the check, keep its report."""
        if self.running.finish(self._room_name(), self.library.keeper()):
            self.page.show_state(replace(self.page.state, stage=Stage.ENDING))

    def check_recording(self, path: str) -> None:
        """Check a recorded file as fast as it can be read."""
        if self.page.state.stage is Stage.READING:
            return
        self.running.drop()
        self.troubles.clear()
        self.reporting.forget()
        profile, product = self.library.profile(), self.library.zones().product
        keep = self.library.keeper()
        name = self.recording.start(path, profile, product, self._room_name(), keep)
        self.page.show_state(RoomState(stage=Stage.READING, file=name, progress=0.0))
        self._file_progress(0.0)

    # How it is wired

    def _connect(self) -> None:
        page, bar = self.page, self.page.context_bar
        bar.started.connect(self.start)
        bar.finished.connect(self.finish)
        bar.history_asked.connect(self.sides.open_history)
        bar.golden_marked.connect(self._mark_golden)
        bar.export_asked.connect(self._export)
        bar.room.picked.connect(self._pick_room)
        bar.profile.picked.connect(self._pick_profile)
        bar.camera.picked.connect(self._pick_camera)
        bar.microphone.picked.connect(self._pick_microphone)
        page.first.acted.connect(self.start)
        page.acts.began.connect(self.running.begin)
        page.acts.left_out.connect(self.running.skip)
        page.progress.cancelled.connect(self._cancel_file)
        page.dropped.connect(self.check_recording)
        page.readings.picked.connect(self.sides.open_reading)
        page.causes.chosen.connect(self._pick_cause)
        page.golden_line.opened.connect(self.sides.open_comparison)
        self.running.came.connect(self._came)
        self.running.ended.connect(self._live_ended)
        self.running.failed.connect(self._failed)
        self.recording.read.connect(self._file_read)
        self.recording.failed.connect(self._failed)
        self.recording.progressed.connect(self._file_progress)
        self.devices.changed.connect(self._devices_changed)
        self.sides.profile_changed.connect(self._show_profile)
        self.sides.old_opened.connect(self._show_old)
        self.sides.address_given.connect(self._use_camera)
        self.sides.room_named.connect(self._room_added)
        self.sides.recording_chosen.connect(self.check_recording)
        act(page, text("Start or finish the check"), bar.press_main, keys=("F5",))
        for number, one in enumerate(Act, 1):
            name = text("Begin act {number}", number=number)
            act(page, name, partial(self.running.begin, one.value), keys=(str(number),), here=True)

    # What comes in

    def _came(self, snapshot: Snapshot) -> None:
        before = self.page.state
        state = replace(
            before,
            sound=snapshot.sound,
            picture=snapshot.picture,
            acts=snapshot.acts,
            judged=snapshot.judged,
            causes=snapshot.causes,
            missing=snapshot.missing,
            elapsed=snapshot.elapsed,
            demo=snapshot.demo,
        )
        self.troubles.show(snapshot.troubles)
        if self.page.isVisible() or state.judged is not before.judged:
            self.page.show_state(state)
        if state.judged is not before.judged:
            self.page.context_bar.show_sheet(seen=self.running.sheet() is not None)
            self.comparing.compare(state)
            self.sides.state_changed(state)
            if self.running.formats() != self._shown_format:
                self._offer()

    def _file_progress(self, share: float) -> None:
        name = self.page.state.file
        self.page.progress.show_progress(share, text("Reading {name}", name=name))

    def _file_read(self, ended: Ended) -> None:
        if ended.note is not None:
            self.troubles.say("file", Trouble(ended.note))
        self._ended(ended, RoomState())

    def _failed(self, trouble: Trouble) -> None:
        self.page.show_state(RoomState())
        self.troubles.say("file", trouble)

    def _cancel_file(self) -> None:
        if self.recording.cancel():
            self.page.show_state(RoomState())
            self.page.done.emit(text("Cancelled: nothing of the recording was kept"), False)

    def _live_ended(self, ended: Ended) -> None:
        if self.page.state.stage is Stage.ENDING:
            self._ended(ended, self.page.state)
        elif ended.trouble is not None:
            self.troubles.say("save", ended.trouble)

    def _ended(self, ended: Ended, before: RoomState) -> None:
        if ended.trouble is not None:
            self.troubles.say("save", ended.trouble)
        self.reporting.remember(
            ended.report, ended.encoded, ended.sheet, ended.still, kept=ended.kept
        )
        self._show_report(
            ended.report, Stage.FINISHED, kept=ended.kept, still=ended.still, before=before
        )

    def _show_old(self, report: RoomReport, encoded: bytes | None) -> None:
        self.running.drop()
        still = picture_of(encoded)
        self.reporting.remember(report, encoded, None, still, kept=True)
        self._show_report(report, Stage.OLD, kept=True, still=still, before=RoomState())

    def _show_report(
        self,
        report: RoomReport,
        stage: Stage,
        *,
        kept: bool,
        still: Bytes | None,
        before: RoomState,
    ) -> None:
        state = replace(
            before,
            stage=stage,
            still=still,
            acts=report.acts,
            judged=report.judged,
            causes=report.causes,
            missing=report.missing,
            demo=report.demo,
            ended_at=local(report.at),
            kept=kept,
            progress=None,
        )
        self.page.context_bar.show_sheet(seen=self.reporting.sheet is not None)
        self.page.show_state(state)
        self.comparing.compare(state)
        self.sides.state_changed(state)

    # What a person chooses

    def _settled(self) -> Wanted:
        now = self.desk.choices.now
        room = self.library.room()
        camera = (room.camera if room else "") or now.camera
        microphone = (room.microphone if room else "") or now.microphone
        return settled(Wanted(camera, microphone), self.devices, demo=self.desk.demo)

    def _offer(self) -> None:
        self._shown_format = self.running.formats()
        size, rate = self._shown_format
        bar, wanted = self.page.context_bar, self._wanted
        bar.offer(
            bar.camera, devices.camera_choices(self.devices, wanted.camera, size), wanted.camera
        )
        heard = devices.microphone_choices(self.devices, wanted.microphone, wanted.camera, rate)
        bar.offer(bar.microphone, heard, wanted.microphone)
        self.sides.offer_rooms()

    def _devices_changed(self) -> None:
        if not self.running.on:
            self._wanted = self._settled()
        self._offer()

    def _pick_camera(self, key: str) -> None:
        if key == devices.FILE:
            self.sides.choose_recording()
        elif key == devices.ADDRESS:
            self.sides.open_address()
        else:
            self._use_camera(key)
        self._offer()

    def _use_camera(self, key: str) -> None:
        self._try_edit(text("Choose camera"), camera=key)
        self._devices_chosen()

    def _pick_microphone(self, key: str) -> None:
        self._try_edit(text("Choose microphone"), microphone=key)
        self._devices_chosen()

    def _devices_chosen(self) -> None:
        self._wanted = self._settled()
        if self.running.on:
            self.start()
        self._offer()

    def _pick_room(self, key: str) -> None:
        if key == self.sides.ADD_ROOM:
            self.sides.open_new_room()
            return
        self.library.choose_room(key)
        self._room_added()

    def _room_added(self) -> None:
        self._wanted = self._settled()
        self._show_profile()
        self._offer()
        self.comparing.read()
        self.comparing.compare(self.page.state)

    def _pick_profile(self, key: str) -> None:
        if key == self.sides.LIMITS:
            self.sides.open_profile()
        else:
            self._try_edit(text("Choose profile"), profile=key)
        self._show_profile()

    def _try_edit(self, label: Text, **values: str) -> None:
        try:
            self.library.choose(label, **values)
        except Trouble as trouble:
            self.troubles.say("edit", trouble)

    def _show_profile(self) -> None:
        profile, platform, zones = (
            self.library.profile(),
            self.library.platform(),
            self.library.zones(),
        )
        self.running.use_profile(profile)
        self.running.use_product_zone(zones.product)
        self.zones.show(zones)
        self.page.show_safe_area_name(None if platform is None else platform.name)
        self.page.show_orientation(profile.orientation)
        self.sides.offer_profiles()

    def _pick_cause(self, cause_id: str) -> None:
        cause = next((c for c in self.page.state.causes if c.id == cause_id), None)
        if cause is not None and cause.readings:
            self.page.readings.pick(cause.readings[0])

    def _mark_golden(self) -> None:
        report = self.reporting.report
        try:
            if report is None or not self.reporting.kept:
                raise Refused(
                    text("Only a check that is in the library can be the golden room."),
                    text("Finish a check first."),
                )
            self.library.mark_golden(report.id)
        except Trouble as trouble:
            self.troubles.say("golden", trouble)
            return
        self.page.done.emit(text("Marked as golden room"), True)

    def _export(self, what: str) -> None:
        if self.running.on:
            report = self.running.report(self._room_name())
            still = self.running.still()
            if report is not None:
                encoded = None if still is None else jpeg(still)
                self.reporting.remember(report, encoded, self.running.sheet(), still, kept=False)
        if what == "cube":
            self.sides.open_sheet()
        else:
            self.reporting.save_as(what)

    def _room_name(self) -> str:
        room = self.library.room()
        return room.name if room else text("This room").say()
