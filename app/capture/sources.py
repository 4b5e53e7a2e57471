"""What a camera, a microphone and a file look like to the rest of the app."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, TypeAlias

from app.core.errors import Trouble
from app.metrics.signals import Block, Frame

FrameSink: TypeAlias = Callable[[Frame], None]
BlockSink: TypeAlias = Callable[[Block], None]
TroubleSink: TypeAlias = Callable[[Trouble | None], None]


class Origin(StrEnum):
    """Where a source's picture or sound comes from: what to do about it differs."""

    DEVICE = "device"
    NETWORK = "network"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class PictureFormat:
    """Size in pixels, frames a second where known, and the name of the pixel format ("NV12")."""

    width: int
    height: int
    rate: float | None = None
    pixels: str = ""


@dataclass(frozen=True, slots=True)
class SoundFormat:
    """Samples a second and the number of channels."""

    rate: int
    channels: int


class Source(Protocol):
    """Anything that delivers by itself once started, and comes back by itself when it was lost.

    `start` neither blocks nor raises for a device that is busy, denied or missing: that is said through
    the trouble sink, the newest trouble replacing the one before and None saying that all is well again.
    Both sinks are called from the source's own thread, must return at once, and are never called after
    `stop` returned True.
    """

    @property
    def name(self) -> str:
        """Return what a person calls the device, the file or the address."""
        ...

    @property
    def describe(self) -> str:
        """Return name and opened format in one line for the report, such as "FaceTime, 1920×1080"."""
        ...

    @property
    def origin(self) -> Origin:
        """Return whether it is a device, a network camera or a file."""
        ...

    @property
    def progress(self) -> float | None:
        """Return how far a file has come, 0…1 (1 = ended); None where there is no end."""
        ...

    def stop(self, timeout: float) -> bool:
        """Stop and wait at most `timeout` seconds; return whether everything has stopped."""
        ...


class PictureSource(Source, Protocol):
    """A source of frames."""

    @property
    def opened(self) -> PictureFormat | None:
        """Return what is being delivered, None as long as nothing was."""
        ...

    def start(self, sink: FrameSink, trouble: TroubleSink) -> None:
        """Begin to deliver frames; each is valid for as long as somebody holds it."""
        ...


class SoundSource(Source, Protocol):
    """A source of sound."""

    @property
    def opened(self) -> SoundFormat | None:
        """Return what is being delivered, None as long as nothing was."""
        ...

    def start(self, sink: BlockSink, trouble: TroubleSink) -> None:
        """Begin to deliver blocks of 40 ms and more; the samples are valid only during the call."""
        ...


@dataclass(frozen=True, slots=True)
class Sources:
    """What one answer to "which source?" gives: a file gives both, a camera only a picture."""

    picture: PictureSource | None = None
    sound: SoundSource | None = None
    demo: bool = False
