"""A whole check of a room: hears, looks, judges and finds causes. No threads, no clock, no devices."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from app.core.ids import new_id
from app.core.words import Text, text
from app.metrics import sync
from app.metrics.measure import Act, ActState, ActStep
from app.metrics.reading import Reading
from app.metrics.signals import Block, Frame, Zone
from app.room.catalogue import Group, Metric, catalogue
from app.room.causes import Cause, find_causes
from app.room.judge import Judged, Verdict, judge
from app.room.listening import Listening
from app.room.looking import Looking
from app.room.profile import RoomProfile
from app.room.report import RoomReport

STABLE_SPEECH_S = (15.0, 60.0)  # integrated loudness (our choice); loudness range (EBU Tech 3342)
LEAST_RATE_FPS = 30.0  # assumed frame period where neither source nor measurement says

_MISSING_ACT = {
    Act.SILENCE: text("Three seconds of silence"),
    Act.CLAPS: text("Six claps"),
    Act.SHEET: text("White sheet"),
}


class RoomCheck:
    """The state of one check: what it was shown so far, judged by a profile that may change meanwhile."""

    def __init__(
        self,
        profile: RoomProfile,
        *,
        guided: bool,
        sound: tuple[int, int] | None,
        picture: bool,
        nominal_fps: float | None = None,
        product: Zone | None = None,
        models: Path | None = None,
        no_sound: Text | None = None,
        no_picture: Text | None = None,
        origin: Mapping[str, str] | None = None,
    ) -> None:
        """Begin a check: `sound` is (rate, channels) or None; the reasons say why a half is missing.

        `origin` is what `Looking` says of the picture's source.
        """
        self._profile = profile
        self._guided = guided
        self._nominal_fps = nominal_fps
        self.listening = Listening(*sound, guided=guided) if sound else None
        self.looking = (
            Looking(
                guided=guided,
                nominal_fps=nominal_fps,
                product=product,
                models=models,
                origin=origin,
            )
            if picture
            else None
        )
        self._no_sound = no_sound or text("There is no sound in this check")
        self._no_picture = no_picture or text("There is no picture in this check")
        self._span: tuple[float, float] | None = None
        self._result: tuple[tuple[Judged, ...], tuple[Cause, ...]] | None = None

    def hear(self, block: Block) -> None:
        """Take in one block of sound; nothing happens where the check has no sound."""
        if self.listening is not None:
            self.listening.hear(block)
            self._reached(block.at, block.at + len(block.samples) / block.rate)

    def arrived(self, at: float, number: int) -> None:
        """Note a frame the source delivered, whether or not it will be looked at."""
        if self.looking is not None:
            self.looking.arrived(at, number)
            self._reached(at, at)

    def see(self, frame: Frame) -> None:
        """Look at one frame; nothing happens where the check has no picture."""
        if self.looking is not None:
            self.looking.see(frame)
            self._reached(frame.at, frame.at)

    def begin(self, act: Act) -> None:
        """Begin to listen and look for `act`."""
        if self.listening is not None and act is not Act.SHEET:
            self.listening.begin(act)
        if self.looking is not None and act is not Act.SILENCE:
            self.looking.begin(act)
        self._result = None

    def skip(self, act: Act) -> None:
        """Leave `act` out; what it would have measured stays unknown, with that reason."""
        if self.listening is not None and act is not Act.SHEET:
            self.listening.skip(act)
        if self.looking is not None and act is not Act.SILENCE:
            self.looking.skip(act)
        self._result = None

    def acts(self) -> tuple[ActState, ...]:
        """Return how far each act is, in the order they are asked for."""
        heard = self.listening.acts() if self.listening else ()
        seen = self.looking.acts() if self.looking else ()
        return (*heard, *(s for s in seen if s.act not in {h.act for h in heard}))

    def use_profile(self, profile: RoomProfile) -> None:
        """Judge by `profile` from now on; nothing is measured again."""
        self._profile = profile
        self._result = None

    def use_product_zone(self, zone: Zone | None) -> None:
        """Measure the product in `zone` from now on."""
        if self.looking is not None:
            self.looking.use_product_zone(zone)
            self._result = None

    def judged(self) -> tuple[Judged, ...]:
        """Return every reading of the catalogue with its verdict, in the catalogue's order."""
        return self._now()[0]

    def causes(self) -> tuple[Cause, ...]:
        """Return the findings in the order of what to do first."""
        return self._now()[1]

    def missing(self) -> tuple[Text, ...]:
        """Return what has still to be done or said before every reading can be had."""
        acts = [_MISSING_ACT[s.act] for s in self.acts() if s.step in _UNDONE]
        wanted: list[Text] = []
        if self.listening is not None:
            spoken = self.listening.live().speech_seconds
            short = [s for s in STABLE_SPEECH_S if spoken < s]
            wanted += [text("Speech up to {seconds:.0f} s", seconds=s) for s in short[:1]]
        if self.looking is not None and self._unknown("framing.face_width"):
            wanted.append(text("A face in the picture"))
        return (*acts, *wanted)

    def report(
        self,
        *,
        devices: Mapping[str, str],
        room: str,
        at: datetime,
        version: str,
        demo: bool,
    ) -> RoomReport:
        """Return the check as it stands, frozen; the picture is kept apart (`looking.still()`)."""
        judged, causes = self._now()
        first, last = self._span or (0.0, 0.0)
        return RoomReport(
            id=new_id(),
            at=at,
            version=version,
            demo=demo,
            room=room,
            profile=self._profile,
            devices=dict(devices),
            judged=judged,
            causes=causes,
            acts=self.acts(),
            missing=self.missing(),
            seconds=last - first,
        )

    def _reached(self, first: float, last: float) -> None:
        old = self._span or (first, last)
        self._span = (min(old[0], first), max(old[1], last))
        self._result = None

    def _unknown(self, metric_id: str) -> bool:
        return any(
            j.reading.id == metric_id and j.verdict is Verdict.UNKNOWN for j in self.judged()
        )

    def _now(self) -> tuple[tuple[Judged, ...], tuple[Cause, ...]]:
        if self._result is None:
            found = {r.id: _clean(r) for r in self._readings()}
            judged = (
                judge(found.get(m.id) or self._absent(m), self._profile.limit(m.id), m)
                for m in catalogue()
            )
            self._result = find_causes(judged)
        return self._result

    def _readings(self) -> tuple[Reading, ...]:
        heard = self.listening.readings() if self.listening else ()
        seen = self.looking.readings() if self.looking else ()
        return (*heard, *seen, *self._sync())

    def _sync(self) -> tuple[Reading, ...]:
        if self.listening is None or self.looking is None:
            return ()
        for state in self.listening.acts():
            if state.act is Act.CLAPS and state.step is ActStep.SKIPPED:
                return (Reading("sync.av_offset", None, why=text("The claps were skipped")),)
        live = self.looking.live()
        rate = (live and live.rate) or self._nominal_fps or LEAST_RATE_FPS
        return (sync.offset(self.listening.claps, self.looking.claps, 1.0 / rate),)

    def _absent(self, metric: Metric) -> Reading:
        heard, seen = self.listening is not None, self.looking is not None
        if metric.group in (Group.SOUND, Group.SYNC) and not heard:
            return Reading(metric.id, None, why=self._no_sound)
        if metric.group is not Group.SOUND and not seen:
            return Reading(metric.id, None, why=self._no_picture)
        return Reading(metric.id, None, why=text("Not measured yet"))


_UNDONE = (ActStep.WAITING, ActStep.RUNNING)


def _clean(reading: Reading) -> Reading:
    """Return `reading` with plain floats only, so that it can be stored; what is not finite is dropped."""
    details = {k: v for k, v in reading.details.items() if isinstance(v, str)}
    numbers = {k: _number(v) for k, v in reading.details.items() if not isinstance(v, str)}
    kept: dict[str, float | str] = {**details}
    kept |= {k: v for k, v in numbers.items() if v is not None}
    value, why = _number(reading.value), reading.why
    if value is None and reading.value is not None:
        why = why or text("No finite number came out of the measurement")
    return Reading(reading.id, value, _number(reading.plus_minus), why, kept)


def _number(value: float | None) -> float | None:
    return None if value is None or not math.isfinite(value) else float(value)
