"""A room check while it runs: sources, one worker, and the newest state for whoever looks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.capture.sources import PictureSource, SoundSource
from app.core.clock import Clock
from app.core.errors import Trouble
from app.core.words import Text
from app.metrics.measure import Act, ActState
from app.metrics.signals import Bytes, Zone
from app.room.live import LivePicture, LiveSound

if TYPE_CHECKING:
    from app.room.causes import Cause
    from app.room.judge import Judged
    from app.room.profile import RoomProfile
    from app.room.report import RoomReport


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """All that a page needs to show at one moment of a check.

    `elapsed` is seconds since the start. `judged` is the same tuple object as before where nothing was
    judged anew (at most twice a second). A trouble stands in `troubles` until it is cured. `progress`
    is 0…1 for a file.
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

    def start(self) -> None:
        """Open the sources and begin; devices that do not open are a trouble in the snapshot."""

    def stop(self, timeout: float) -> bool:
        """Release the devices and end the worker; return whether all stopped within `timeout` seconds."""
        raise NotImplementedError

    def snapshot(self) -> Snapshot | None:
        """Return the newest snapshot, None where it was already taken."""
        raise NotImplementedError

    def begin(self, act: Act) -> None:
        """Begin to listen or look for `act`."""

    def skip(self, act: Act) -> None:
        """Leave `act` out; what it would have measured becomes unknown."""

    def use_profile(self, profile: RoomProfile) -> None:
        """Judge by `profile` from now on."""

    def use_product_zone(self, zone: Zone | None) -> None:
        """Measure the product in `zone` from now on."""

    def report(self, *, room: str) -> RoomReport:
        """Return the report as it stands; also after `stop`."""
        raise NotImplementedError

    def still(self) -> Bytes | None:
        """Return the newest good picture as (h, w, 3) RGB, long side ≤ 960; also after `stop`."""
        raise NotImplementedError
