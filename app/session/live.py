"""A room check while it runs: sources, one worker, and the newest state for whoever looks."""

from __future__ import annotations

import queue
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import app
from app.capture import troubles
from app.capture.slot import LatestSlot
from app.capture.sources import Origin, PictureSource, SoundSource
from app.capture.worker import Worker
from app.core.clock import Clock
from app.core.errors import Trouble
from app.core.words import Text, text
from app.metrics.measure import Act, ActState, ActStep
from app.metrics.signals import Bytes, Frame, Zone
from app.room.live import LivePicture, LiveSound
from app.session.intake import Intake
from app.session.standing import Place, Standing

if TYPE_CHECKING:
    from app.capture.ring import Ring
    from app.metrics.picture.sheet import Sheet
    from app.room.causes import Cause
    from app.room.check import RoomCheck
    from app.room.judge import Judged
    from app.room.profile import RoomProfile
    from app.room.report import RoomReport

SNAPSHOT_SECONDS = 0.03
PICTURE_SECONDS = 0.02
# A worker gives up Python's lock some thirty times a frame; at the usual 5 ms it would wait as often for
# a GUI thread that paints. Measured with 30 ms paints: the oldest picture came down from 127 to 96 ms.
SWITCH_SECONDS = 0.0005
JUDGED_SECONDS = 0.5
IDLE_SECONDS = 0.25
SILENT_SECONDS = 3.0
NOTE_SECONDS = 10.0
_HEARD = {Act.SILENCE, Act.CLAPS}
_SEEN = {Act.CLAPS, Act.SHEET}


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """All that a page needs to show at one moment of a check.

    `elapsed` is seconds since the start. `judged` is the same tuple object as before where nothing was
    judged anew (at most twice a second). A trouble is the same object in `troubles` until it is cured.
    `progress` is 0…1 for a file.
    """

    elapsed: float
    sound: LiveSound | None
    picture: LivePicture | None
    acts: tuple[ActState, ...]
    judged: tuple[Judged, ...]
    causes: tuple[Cause, ...]
    missing: tuple[Text, ...]
    troubles: tuple[Trouble, ...]
    demo: bool
    progress: float | None


class LiveCheck:
    """A running check: `wake` is called from the worker once for each snapshot nobody has read yet."""

    def __init__(
        self,
        picture: PictureSource | None,
        sound: SoundSource | None,
        profile: RoomProfile,
        product: Zone | None,
        models: Path | None,
        clock: Clock,
        wake: Callable[[], None],
        *,
        demo: bool,
    ) -> None:
        """Prepare a check; nothing is opened before `start`."""
        self._profile, self._product, self._models = profile, product, models
        self._clock, self._demo = clock, demo
        self._guided = not demo  # the demo's host does the acts unasked
        self._standing = Standing()
        self._intake = Intake(picture, sound, clock, self._standing)
        self._snapshots: LatestSlot[Snapshot] = LatestSlot(wake)
        self._wishes: queue.SimpleQueue[Callable[[RoomCheck], None]] = queue.SimpleQueue()
        self._asked: dict[Act, bool] = {}  # begun (True) or skipped, for a half that comes later
        self._lock = threading.Lock()  # held while the check is worked on
        self._check: RoomCheck | None = None
        self._ring: Ring | None = None
        self._size: tuple[int, int] | None = None
        self._notes: dict[Place, float] = {}
        self._picture: LivePicture | None = None
        self._judged: tuple[Judged, ...] = ()
        self._causes: tuple[Cause, ...] = ()
        self._missing: tuple[Text, ...] = ()
        self._began = self._shown_at = self._judged_at = float("-inf")
        self._worker = Worker("room check", self._run, self._broke)

    def start(self) -> None:
        """Open the sources and begin; devices that do not open are a trouble in the snapshot."""
        self._began = self._clock.now()
        sys.setswitchinterval(SWITCH_SECONDS)
        self._worker.start()
        self._intake.start()

    def stop(self, timeout: float) -> bool:
        """Release the devices and end the worker; return whether all stopped within `timeout` seconds."""
        until = self._clock.now() + timeout
        self._worker.ask_to_stop()
        self._intake.ready.set()
        released = self._intake.stop(timeout)
        return self._worker.stop(max(until - self._clock.now(), 0.05)) and released

    @property
    def lost(self) -> bool:
        """Return whether every source is in trouble and has delivered nothing since."""
        return self._intake.lost

    def snapshot(self) -> Snapshot | None:
        """Return the newest snapshot, None where it was already taken."""
        return self._snapshots.take()

    def begin(self, act: Act) -> None:
        """Begin to listen or look for `act`."""
        self._asked[act] = True
        self._wish(lambda check: check.begin(act))

    def skip(self, act: Act) -> None:
        """Leave `act` out; what it would have measured becomes unknown."""
        self._asked[act] = False
        self._wish(lambda check: check.skip(act))

    def use_profile(self, profile: RoomProfile) -> None:
        """Judge by `profile` from now on."""
        self._profile = profile
        self._wish(lambda check: check.use_profile(profile))

    def use_product_zone(self, zone: Zone | None) -> None:
        """Measure the product in `zone` from now on."""
        self._product = zone
        self._wish(lambda check: check.use_product_zone(zone))

    def report(self, *, room: str) -> RoomReport:
        """Return the report as it stands, with all that was heard and seen; also after `stop`."""
        with self._lock:
            check = self._ensured()
            self._take_in(check)
            return check.report(
                devices=self._devices(),
                room=room,
                at=self._clock.wall(),
                version=app.__version__,
                demo=self._demo,
            )

    def still(self) -> Bytes | None:
        """Return the newest good picture as (h, w, 3) RGB, long side ≤ 960; also after `stop`."""
        with self._lock:
            looking = None if self._check is None else self._check.looking
            return None if looking is None else looking.still()

    def sheet(self) -> Sheet | None:
        """Return the white sheet as it was seen, None where it was not; also after `stop`."""
        with self._lock:
            looking = None if self._check is None else self._check.looking
            return None if looking is None else looking.sheet()

    def _devices(self) -> dict[str, str]:
        picture, sound = self._intake.picture, self._intake.sound
        named = {"camera": picture, "microphone": sound}
        return {what: source.describe for what, source in named.items() if source is not None}

    def _wish(self, wish: Callable[[RoomCheck], None]) -> None:
        self._wishes.put(wish)
        self._judged_at = float("-inf")  # what was wished is shown at once
        self._intake.ready.set()

    def _run(self, stopping: threading.Event) -> None:
        ready = self._intake.ready
        while not stopping.is_set():
            ready.wait(IDLE_SECONDS)
            ready.clear()
            with self._lock:
                check = self._ensured()
                self._take_in(check)
                self._watch()
                if self._due(check):
                    self._show(check)

    def _ensured(self) -> RoomCheck:
        if self._check is None:
            from app.room.check import RoomCheck  # late: loads scipy and the models

            picture, sound = self._intake.picture, self._intake.sound
            came = text("No sound has come yet"), text("No picture has come yet")
            # Each half is added when it first delivers: only then are rate and size known.
            self._check = RoomCheck(
                self._profile,
                guided=self._guided,
                sound=None,
                picture=False,
                no_sound=came[0] if sound else text("No microphone was chosen"),
                no_picture=came[1] if picture else text("No camera was chosen"),
            )
        return self._check

    def _take_in(self, check: RoomCheck) -> None:
        while not self._wishes.empty():
            self._wishes.get()(check)
        self._hear(check)
        arrivals = self._intake.arrivals
        frame = self._intake.frames.take()
        if frame is not None and frame.size != self._size:
            self._look_anew(check, frame)
        while arrivals and (frame is None or arrivals[0][1] <= frame.number):
            check.arrived(*arrivals.popleft())
        if frame is not None:
            check.see(frame)

    def _hear(self, check: RoomCheck) -> None:
        ring = self._intake.ring
        if ring is not None and ring is not self._ring:
            self._listen_anew(check, ring)
            # What ran over while the meters loaded is not the microphone's loss.
            if (first := ring.read()) is not None:
                check.hear(replace(first, lost=0))
        while ring is not None and (block := ring.read()) is not None:
            check.hear(block)

    def _listen_anew(self, check: RoomCheck, ring: Ring) -> None:
        from app.room.listening import Listening  # late: loads scipy and the speech model

        fresh = check.listening = Listening(ring.rate, ring.channels, guided=self._guided)
        for act in _HEARD & self._asked.keys():
            (fresh.begin if self._asked[act] else fresh.skip)(act)
        if self._ring is not None and self._intake.sound is not None:
            name = self._intake.sound.name
            self._note(Place.SOUND_CHANGED, troubles.changed_sound(name, ring.rate, ring.channels))
        self._ring = ring

    def _look_anew(self, check: RoomCheck, frame: Frame) -> None:
        from app.room.looking import Looking  # late: loads OpenCV

        picture = self._intake.picture
        opened = None if picture is None else picture.opened
        fresh = check.looking = Looking(
            guided=self._guided,
            nominal_fps=None if opened is None else opened.rate,
            product=self._product,
            models=self._models,
            origin=None if picture is None else _origin(picture),
        )
        for act in _SEEN & self._asked.keys():
            (fresh.begin if self._asked[act] else fresh.skip)(act)
        if self._size is not None and picture is not None:
            self._note(Place.PICTURE_CHANGED, troubles.changed_picture(picture.name, frame.size))
        self._size = frame.size

    def _note(self, place: Place, trouble: Trouble) -> None:
        self._standing.tell(place, trouble)
        self._notes[place] = self._clock.now() + NOTE_SECONDS

    def _watch(self) -> None:
        self._intake.watch()
        now = self._clock.now()
        for place in [p for p, until in self._notes.items() if now > until]:
            self._standing.tell(place, None)
            del self._notes[place]

    def _due(self, check: RoomCheck) -> bool:
        """Return whether to show now: a new picture must not wait for the next round."""
        since = self._clock.now() - self._shown_at
        if since < PICTURE_SECONDS or check.looking is None:
            return since >= SNAPSHOT_SECONDS
        return since >= SNAPSHOT_SECONDS or check.looking.live() is not self._picture

    def _show(self, check: RoomCheck) -> None:
        now = self._clock.now()
        acts = check.acts()
        sound = None if check.listening is None else check.listening.live()
        picture = None if check.looking is None else check.looking.live()
        self._picture = picture
        self._tell_silent_and_black(sound, picture, acts)
        if now - self._judged_at >= JUDGED_SECONDS:
            self._judged_at = now
            self._judged, self._causes = check.judged(), check.causes()
            self._missing = check.missing()
        self._put(sound, picture, acts)

    def _put(
        self,
        sound: LiveSound | None,
        picture: LivePicture | None,
        acts: tuple[ActState, ...],
    ) -> None:
        # From the end: however long judging took, the next round belongs to sound and frames.
        self._shown_at = self._clock.now()
        self._snapshots.put(
            Snapshot(
                elapsed=self._shown_at - self._began,
                sound=sound,
                picture=picture,
                acts=acts,
                judged=self._judged,
                causes=self._causes,
                missing=self._missing,
                troubles=self._standing.all(),
                demo=self._demo,
                progress=self._intake.progress,
            )
        )

    def _tell_silent_and_black(
        self, sound: LiveSound | None, picture: LivePicture | None, acts: tuple[ActState, ...]
    ) -> None:
        asked = any(a.act is Act.SILENCE and a.step is ActStep.RUNNING for a in acts)
        microphone, camera = self._intake.sound, self._intake.picture
        # A film may be silent or black on purpose, and has no switch and no lens cap.
        if sound is not None and microphone is not None and microphone.origin is not Origin.FILE:
            name = microphone.name
            quiet = sound.silent_seconds >= SILENT_SECONDS and not asked
            self._standing.keep(Place.SILENT, lambda: troubles.silent(name), present=quiet)
        if picture is not None and camera is not None and camera.origin is not Origin.FILE:
            seen = camera.name
            self._standing.keep(Place.BLACK, lambda: troubles.black(seen), present=picture.black)

    def _broke(self, _: Exception) -> None:
        self._standing.tell(Place.FAULT, troubles.our_fault())
        self._put(None, None, ())


def _origin(picture: PictureSource) -> dict[str, str]:
    """Return what the readings of a picture's delivery are told of its source."""
    match picture.origin:
        case Origin.NETWORK:
            return {"network": urlsplit(picture.name).hostname or picture.name}
        case Origin.FILE:
            return {"film": picture.name}
        case Origin.DEVICE:
            return {}
