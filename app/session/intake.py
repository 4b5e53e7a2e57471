"""What the sources deliver, kept for the worker: the newest frame, a ring of sound, and when they came."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from functools import partial

from app.capture import troubles
from app.capture.ring import Ring
from app.capture.slot import LatestSlot
from app.capture.sources import Origin, PictureSource, SoundSource, Source
from app.core.clock import Clock
from app.core.errors import Trouble
from app.metrics.signals import Block, Frame
from app.session.standing import Place, Standing

_STOPPED_SECONDS = 1.5
_FIRST_SECONDS = 15.0  # Media Foundation may take 12 s to open a camera
_MOST_ARRIVALS = 4096


class Intake:
    """Both sources wired to a slot and a ring; `ready` is set whenever there is work."""

    def __init__(
        self,
        picture: PictureSource | None,
        sound: SoundSource | None,
        clock: Clock,
        standing: Standing,
    ) -> None:
        self.picture = picture
        self.sound = sound
        self.ready = threading.Event()
        self.frames: LatestSlot[Frame] = LatestSlot(self.ready.set)
        self.arrivals: deque[tuple[float, int]] = deque(maxlen=_MOST_ARRIVALS)
        self.ring: Ring | None = None
        self._clock = clock
        self._standing = standing
        self._frame_at: float | None = None
        self._block_at: float | None = None
        self._began = 0.0
        self._told_at: dict[Place, float] = {}

    def start(self) -> None:
        """Start the sources, the sound first: it is what must not miss its beginning."""
        self._began = self._clock.now()
        self._frame_at = self._block_at = None
        if self.sound is not None:
            self.sound.start(self._hear, self._sound_trouble)
        if self.picture is not None:
            self.picture.start(self._see, self._picture_trouble)

    def stop(self, timeout: float) -> bool:
        """Stop both sources; return whether both stopped within `timeout` seconds."""
        until = self._clock.now() + timeout
        stopped = True
        for source in (self.picture, self.sound):
            if source is not None:
                stopped &= source.stop(max(until - self._clock.now(), 0.05))
        return stopped

    @property
    def progress(self) -> float | None:
        """Return how far a file has come; None where a source has no end."""
        sources = [s for s in (self.picture, self.sound) if s is not None]
        known = [p for p in (s.progress for s in sources) if p is not None]
        return min(known) if sources and len(known) == len(sources) else None

    @property
    def lost(self) -> bool:
        """Return whether every source is in trouble and has delivered nothing since."""
        picture = self.picture is None or self._lost(Place.PICTURE, self._frame_at)
        sound = self.sound is None or self._lost(Place.SOUND, self._block_at)
        return picture and sound

    def watch(self) -> None:
        """Let it stand as trouble where a source has stopped delivering without a word."""
        now = self._clock.now()
        ended = self.progress == 1.0
        if self.picture is not None:
            quiet = self._quiet(self._frame_at, now, Place.PICTURE) and not ended
            stopped = _stopped(self.picture, troubles.picture_stopped)
            self._standing.keep(Place.PICTURE_STOPPED, stopped, present=quiet)
        if self.sound is not None:
            quiet = self._quiet(self._block_at, now, Place.SOUND) and not ended
            stopped = _stopped(self.sound, troubles.sound_stopped)
            self._standing.keep(Place.SOUND_STOPPED, stopped, present=quiet)

    def _lost(self, place: Place, last: float | None) -> bool:
        stopped = Place.PICTURE_STOPPED if place is Place.PICTURE else Place.SOUND_STOPPED
        if self._standing.at(stopped) is not None:
            return True
        # A camera that came with another size than asked is in trouble too, but delivers.
        told = self._told_at.get(place, 0.0)
        return self._standing.at(place) is not None and (last is None or last <= told)

    def _quiet(self, last: float | None, now: float, place: Place) -> bool:
        if self._standing.at(place) is not None:
            return False  # the source itself has said more
        if last is None:
            return now - self._began > _FIRST_SECONDS
        return now - last > _STOPPED_SECONDS

    def _see(self, frame: Frame) -> None:
        self._frame_at = self._clock.now()
        self.arrivals.append((frame.at, frame.number))
        self.frames.put(frame)

    def _hear(self, block: Block) -> None:
        self._block_at = self._clock.now()
        ring, channels = self.ring, block.samples.shape[1]
        if ring is None or (ring.rate, ring.channels) != (block.rate, channels):
            ring = self.ring = Ring(block.rate, channels)
        ring.write(block)
        self.ready.set()

    def _picture_trouble(self, trouble: Trouble | None) -> None:
        self._told_at[Place.PICTURE] = self._clock.now()
        self._standing.tell(Place.PICTURE, trouble)
        self.ready.set()

    def _sound_trouble(self, trouble: Trouble | None) -> None:
        self._told_at[Place.SOUND] = self._clock.now()
        self._standing.tell(Place.SOUND, trouble)
        self.ready.set()


def _stopped(source: Source, device_stopped: Callable[[str], Trouble]) -> Callable[[], Trouble]:
    """Return what makes the trouble of a source gone quiet: a file has no cable to look after."""
    make = troubles.film_late if source.origin is Origin.FILE else device_stopped
    return partial(make, source.name)
