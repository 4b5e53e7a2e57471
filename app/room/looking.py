"""Looking at pictures: one frame after the other into readings, scopes and the acts of the picture.

No threads and no clock of its own: time is what the frames say.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np

from app.core.words import Text
from app.metrics.measure import Act, ActState, discover
from app.metrics.picture import scopes
from app.metrics.picture.claps import ClapWatch
from app.metrics.picture.finder import Finder
from app.metrics.picture.look import Look, full_range, reduced, shrunk_chroma, to_bgr, to_rgb
from app.metrics.picture.scene import PictureMeasure, Scene
from app.metrics.picture.sheet import Sheet
from app.metrics.picture.sheet_watch import SheetWatch
from app.metrics.picture.white_balance import balance
from app.metrics.reading import Reading
from app.metrics.signals import Bytes, Face, Frame, Matrix, Zone
from app.room.live import LivePicture

PREVIEW_SECONDS = 0.03
SCOPES_SECONDS = 0.1
PERIOD = 6
DELIVERY = {"picture.frame_rate", "picture.lost_frames", "picture.jitter", "picture.frozen"}


class Looking:
    """Everything that is measured from the picture, in one analysis thread or none.

    `guided` checks wait for `begin` before they look for claps or a sheet, and follow what changes;
    files are looked at as a whole. Without `mains_hz` both 50 and 60 Hz are held possible.
    `origin` is "network" or "film" with its name, or nothing for a device of this computer: it stands
    beside what tells of the delivery, for advice about a cable helps only a device.
    """

    def __init__(
        self,
        *,
        guided: bool,
        nominal_fps: float | None,
        product: Zone | None,
        models: Path | None = None,
        mains_hz: float | None = None,
        origin: Mapping[str, str] | None = None,
    ) -> None:
        self._origin = dict(origin or {})
        # Two threads brought nothing at these sizes, and the sound needs the other core.
        cv2.setNumThreads(1)
        self._scene = Scene(
            guided=guided, nominal_fps=nominal_fps, product=product, mains_hz=mains_hz
        )
        self._finder = Finder(models)
        found = discover("app.metrics.picture")
        self._measures: tuple[PictureMeasure, ...] = tuple(kind(self._scene) for kind in found)
        self._claps = ClapWatch(guided=guided)
        self._sheet = SheetWatch(guided=guided)
        self._before: tuple[int, Bytes] | None = None
        self._shown: _Shown | None = None
        self._live: LivePicture | None = None
        self._scopes_at = 0.0
        self._turn = -1
        self._cost_ms = 0.0

    def arrived(self, at: float, number: int) -> None:
        """Take note of a delivered frame, looked at or not: `at` in seconds on the source's clock."""
        self._scene.arrivals.add(at, number)

    def see(self, frame: Frame) -> None:
        """Look at one frame; its buffers are not kept."""
        began = time.thread_time()  # what it costs, not what it waits for
        self.arrived(frame.at, frame.number)
        look = self._look(frame)
        self._sheet.see(look)
        self._claps.see(look)
        self._scene.saw(look)
        for measure in self._measures:
            # A sheet before the face would be measured as the face.
            if look.turn in measure.turns and not self._sheet.in_the_way:
                measure.see(look)
        if self._shown is None or not 0 <= frame.at - self._shown.at < PREVIEW_SECONDS:
            self._shown = _Shown.of(look)
        cost = 1000 * (time.thread_time() - began)
        self._cost_ms = cost if self._turn == 0 else 0.97 * self._cost_ms + 0.03 * cost

    def begin(self, act: Act) -> None:
        """Start looking for the picture half of an act."""
        if act is Act.CLAPS:
            self._claps.begin()
        elif act is Act.SHEET:
            self._sheet.begin()

    def skip(self, act: Act) -> None:
        """Leave an act out: what it would have measured stays unknown."""
        if act is Act.CLAPS:
            self._claps.skip()
        elif act is Act.SHEET:
            self._sheet.skip()

    def acts(self) -> tuple[ActState, ...]:
        """Return the state of the sheet act; the claps' state comes from the sound."""
        return (self._sheet.state(),)

    @property
    def claps(self) -> tuple[float, ...]:
        """Return the instants at which hands closed, in seconds on the frames' clock."""
        return self._claps.instants()

    @property
    def detector(self) -> str:
        """Return the name of the face detector in use."""
        return self._finder.detector

    @property
    def note(self) -> Text | None:
        """Return what is to be said of the detector's model file, if anything."""
        return self._finder.note

    def readings(self) -> tuple[Reading, ...]:
        """Return every picture.*, light.*, framing.* and background.* reading exactly once."""
        found = [self._named(r) for measure in self._measures for r in measure.readings()]
        return (*found, balance(self._sheet.sheet, self._sheet.state()))

    def _named(self, reading: Reading) -> Reading:
        if not self._origin or reading.id not in DELIVERY:
            return reading
        return replace(reading, details={**reading.details, **self._origin})

    def live(self) -> LivePicture | None:
        """Return what the picture tools show: the preview as it comes, the scopes ten times a second."""
        shown, live = self._shown, self._live
        if shown is None or (live is not None and live.at == shown.at):
            return live
        rate = self._scene.arrivals.rate(10.0)
        if live is None or not 0 <= shown.at - self._scopes_at < SCOPES_SECONDS:
            self._scopes_at = shown.at
            self._live = shown.live(rate, self._cost_ms)
        else:
            self._live = shown.preview(live, rate, self._cost_ms)
        return self._live

    def still(self) -> Bytes | None:
        """Return the newest picture as (h, w, 3) RGB with a long side ≤ 960."""
        return None if self._shown is None else self._shown.rgb()

    def sheet(self) -> Sheet | None:
        """Return the white sheet, once it was seen for two seconds."""
        return self._sheet.sheet

    def use_product_zone(self, zone: Zone | None) -> None:
        """Measure the product inside `zone` from now on."""
        self._scene.product = zone

    def _look(self, frame: Frame) -> Look:
        self._turn += 1
        turn = self._turn % PERIOD
        middle, small = reduced(frame)
        before = None
        if self._before is not None and self._before[0] == frame.number - 1:
            before = self._before[1]
        self._before = (frame.number, small)
        face, eyes = self._finder.find(middle, small, turn)
        return Look(frame, middle, small, before, face, eyes, self._scene.product, turn)


class _Shown:
    """The parts of one frame that the tools need, copied out of it."""

    def __init__(
        self,
        look: Look,
        chroma: Bytes | None,
    ) -> None:
        self.at = look.at
        self._size = look.frame.size
        self._middle = look.middle
        self._small = look.small
        self._chroma = chroma
        self._full: bool = look.frame.full_range
        self._matrix: Matrix = look.frame.matrix
        self._face: Face | None = look.face
        self._black = look.black

    @classmethod
    def of(cls, look: Look) -> _Shown:
        return cls(look, look.chroma)

    def rgb(self) -> Bytes:
        luma = self._middle if self._full else full_range(self._middle)
        if self._chroma is None:
            return np.repeat(luma[:, :, None], 3, axis=2)
        chroma = shrunk_chroma(self._chroma, luma)
        return to_rgb(luma, chroma, full=self._full, matrix=self._matrix)

    def preview(self, before: LivePicture, rate: float | None, cost_ms: float) -> LivePicture:
        """Return the picture of now beside the scopes of a moment before."""
        return replace(
            before,
            at=self.at,
            size=self._size,
            rate=rate,
            face=self._face,
            preview=self.rgb(),
            black=self._black,
            analysis_ms=cost_ms,
        )

    def live(self, rate: float | None, cost_ms: float) -> LivePicture:
        """Return picture and scopes of now."""
        small, chroma = self._small, self._chroma
        bgr = (
            None if chroma is None else to_bgr(small, chroma, full=self._full, matrix=self._matrix)
        )
        return LivePicture(
            at=self.at,
            size=self._size,
            rate=rate,
            face=self._face,
            preview=self.rgb(),
            zebra=scopes.zebra(small),
            focus=scopes.focus_edges(small),
            waveform=scopes.waveform(small),
            vectorscope=scopes.vectorscope(bgr),
            histogram=scopes.histogram(small),
            black=self._black,
            analysis_ms=cost_ms,
        )
