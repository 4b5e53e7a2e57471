"""A file played in real time, as a camera and a microphone would deliver it."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

from app.capture.in_order import Item, end_of
from app.capture.media import Media
from app.capture.sources import (
    BlockSink,
    FrameSink,
    Origin,
    PictureFormat,
    SoundFormat,
    Sources,
    TroubleSink,
)
from app.capture.worker import Worker
from app.core.clock import Clock, SystemClock
from app.core.errors import Trouble
from app.metrics.signals import Frame

_BEHIND_SECONDS = 0.5  # a decoder this late is let off: the clock is moved, nothing is hurried


class FilePlayer:
    """One file on one clock, giving a picture source and a sound source; looped on wish.

    Times are those of the container; each loop continues where the one before ended. The file is opened
    at once, so that a bad one is Refused here and not while it plays.
    """

    def __init__(self, path: Path, *, loop: bool, clock: Clock | None = None) -> None:
        self.path = path
        with Media(path) as media:
            self.info = media.info
        self._loop = loop
        self._clock = clock or SystemClock()
        self._lock = threading.Lock()
        self._frames: tuple[FrameSink, TroubleSink] | None = None
        self._blocks: tuple[BlockSink, TroubleSink] | None = None
        self._number = 0
        self._progress = 0.0
        self._worker = Worker(f"player of {path.name}", self._play)
        self.picture = _Picture(self) if self.info.picture else None
        self.sound = _Sound(self) if self.info.sound else None

    def sources(self, *, demo: bool = False) -> Sources:
        """Return both halves as one answer to "which source?"."""
        return Sources(self.picture, self.sound, demo)

    @property
    def progress(self) -> float | None:
        """Return how much of the file was played, 0…1; None for a loop."""
        return None if self._loop else self._progress

    def wanted(
        self,
        frames: tuple[FrameSink, TroubleSink] | None = None,
        blocks: tuple[BlockSink, TroubleSink] | None = None,
    ) -> None:
        """Deliver to one more pair of sinks; the first one starts the film."""
        with self._lock:
            self._frames = frames or self._frames
            self._blocks = blocks or self._blocks
        if not self._worker.alive:
            self._number, self._progress = 0, 0.0
            self._worker.start()

    def unwanted(self, timeout: float, *, frames: bool = False, blocks: bool = False) -> bool:
        """Deliver no longer to one half; the last one stops the film."""
        with self._lock:
            self._frames = None if frames else self._frames
            self._blocks = None if blocks else self._blocks
            idle = self._frames is None and self._blocks is None
        return self._worker.stop(timeout) if idle else True

    def _play(self, stopping: threading.Event) -> None:
        shift, began = 0.0, self._clock.now()
        try:
            while not stopping.is_set():
                with Media(self.path) as media:
                    for item in media.read():
                        began = self._wait(item, shift, began, stopping)
                        if stopping.is_set():
                            return
                        self._deliver(item, shift)
                        self._progress = min(media.position / (self.info.duration or 1e9), 0.999)
                    shift += max(media.position, self.info.duration or 0.0)
                if not self._loop:
                    self._progress = 1.0
                    return
        except Trouble as trouble:
            self._say(trouble)

    def _wait(self, item: Item, shift: float, began: float, stopping: threading.Event) -> float:
        due = began + shift + end_of(item)
        early = due - self._clock.now()
        if early > 0:
            stopping.wait(early)
        return began - early if early < -_BEHIND_SECONDS else began

    def _deliver(self, item: Item, shift: float) -> None:
        with self._lock:
            frames, blocks = self._frames, self._blocks
            if isinstance(item, Frame):
                if frames:
                    frames[0](replace(item, at=item.at + shift, number=self._number))
                self._number += 1
            elif blocks:
                blocks[0](replace(item, at=item.at + shift))

    def _say(self, trouble: Trouble) -> None:
        with self._lock:
            for told in (self._frames, self._blocks):
                if told:
                    told[1](trouble)


class _Half:
    """What the picture and the sound of one player have in common."""

    origin = Origin.FILE

    def __init__(self, player: FilePlayer) -> None:
        self._player = player

    @property
    def name(self) -> str:
        return self._player.info.name

    @property
    def progress(self) -> float | None:
        return self._player.progress


class _Picture(_Half):
    """The picture half of a player."""

    @property
    def describe(self) -> str:
        shape = self._player.info.picture
        assert shape is not None
        return f"{self.name}, {shape.width}×{shape.height}, {self._player.info.picture_codec}"

    @property
    def opened(self) -> PictureFormat | None:
        return self._player.info.picture

    def start(self, sink: FrameSink, trouble: TroubleSink) -> None:
        self._player.wanted(frames=(sink, trouble))

    def stop(self, timeout: float) -> bool:
        return self._player.unwanted(timeout, frames=True)


class _Sound(_Half):
    """The sound half of a player."""

    @property
    def describe(self) -> str:
        shape = self._player.info.sound
        assert shape is not None
        return f"{self.name}, {shape.rate} Hz, {shape.channels} ch, {self._player.info.sound_codec}"

    @property
    def opened(self) -> SoundFormat | None:
        return self._player.info.sound

    def start(self, sink: BlockSink, trouble: TroubleSink) -> None:
        self._player.wanted(blocks=(sink, trouble))

    def stop(self, timeout: float) -> bool:
        return self._player.unwanted(timeout, blocks=True)
