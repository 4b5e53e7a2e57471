"""What the Room page knows at one moment, and the sentences that follow from it; no Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.core.words import Text, text
from app.metrics.measure import ActState
from app.metrics.signals import Bytes
from app.room.causes import Cause
from app.room.judge import Judged
from app.room.live import LivePicture, LiveSound
from ui.room.view_model import Tally, tally

Part = tuple[str, Text]


class Stage(StrEnum):
    """Where a check is."""

    IDLE = "idle"  # nothing measured yet
    OPENING = "opening"  # devices are being opened
    RUNNING = "running"
    ENDING = "ending"  # devices are being released, the report is being kept
    READING = "reading"  # a recording is being checked
    FINISHED = "finished"
    OLD = "old"  # a saved report is being looked at


@dataclass(frozen=True, slots=True, eq=False)
class RoomState:
    """Everything the page shows, as one value."""

    stage: Stage = Stage.IDLE
    sound: LiveSound | None = None
    picture: LivePicture | None = None
    still: Bytes | None = None  # (h, w, 3) RGB of a report, where there is no live picture
    acts: tuple[ActState, ...] = ()
    judged: tuple[Judged, ...] = ()
    causes: tuple[Cause, ...] = ()
    missing: tuple[Text, ...] = ()
    elapsed: float = 0.0
    demo: bool = False
    progress: float | None = None
    ended_at: datetime | None = None  # local time of the report that is shown
    kept: bool = False  # the report is in the library
    file: str = ""  # name of the recording

    @property
    def on(self) -> bool:
        """Return whether a live check runs."""
        return self.stage is Stage.RUNNING

    @property
    def known(self) -> bool:
        """Return whether there is anything measured to show."""
        return bool(self.judged)


@dataclass(frozen=True, slots=True)
class First:
    """The first line: what to do first, why, and what the button does; no button: all is calm."""

    lead: Text
    reason: Text | None = None
    button: Text | None = None


def first_line(state: RoomState) -> First:
    """Return what to do first."""
    if state.stage is Stage.READING:
        return First(
            text("Checking the recording {name}", name=state.file),
            text("What the buyers really get: sound, picture and sync of the file"),
        )
    if state.stage is Stage.OPENING:
        return First(text("Opening camera and microphone"))
    if state.stage is Stage.IDLE:
        return First(
            text("Start the check twenty minutes before going live"),
            text(
                "Camera and microphone are measured while you talk; three short acts give the rest"
            ),
        )
    if state.causes:
        return _cause_first(state)
    count = tally(state.judged)
    if not count.measured:
        return First(
            text("Talk as you do on air and look at the camera"),
            text("The first readings come within seconds; then do the three acts"),
        )
    return _all_well(state, count)


def _cause_first(state: RoomState) -> First:
    cause = state.causes[0]
    explained = len(cause.readings)
    reason = text("{title} explains {n} readings", title=cause.title, n=explained)
    if explained == 1:
        reason = text("{title} explains one reading", title=cause.title)
    if state.stage in (Stage.OLD, Stage.ENDING):
        return First(cause.fix, reason)
    return First(cause.fix, reason, text("Done, measure again"))


def _all_well(state: RoomState, count: Tally) -> First:
    if state.on and state.missing:
        return First(
            text("Nothing is out of range so far"),
            text("Still missing: {what}", what=joined(state.missing)),
        )
    if count.unknown:
        return First(
            text(
                "Nothing is out of range: {n} readings pass, {unknown} are unknown",
                n=count.passed,
                unknown=count.unknown,
            )
        )
    return First(text("Nothing to do: all {n} readings pass", n=count.passed))


def joined(parts: tuple[Text, ...]) -> Text:
    """Return the sentences as one list."""
    if not parts:
        return text("")
    whole = parts[0]
    for part in parts[1:]:
        whole = text("{first}, {next}", first=whole, next=part)
    return whole


def status_parts(state: RoomState) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """Return what the status bar says at the left and at the right."""
    count = tally(state.judged)
    left: list[Part] = []
    if state.stage in (Stage.FINISHED, Stage.OLD) and state.ended_at is not None:
        time = state.ended_at.strftime("%H:%M")
        kept = text("Check finished {time}, kept in the library", time=time)
        lost = text("Check finished {time}, not kept", time=time)
        left.append(("ph.check-circle", kept if state.kept else lost))
    if state.stage is Stage.ENDING:
        left.append(
            ("ph.hourglass", text("The check ends: devices are let go, the report is kept"))
        )
    if state.on:
        left.append(("ph.timer", text("This check {time}", time=clock(state.elapsed))))
    if count.all and state.on:
        left.append(("", text("Measured {n} of {all}", n=count.measured, all=count.all)))
        if state.missing:
            left.append(("", text("Still missing: {what}", what=joined(state.missing))))
    elif count.all:
        left.append(
            (
                "",
                text(
                    "{all} readings: {fail} fail, {warn} warn, {unknown} unknown",
                    all=count.all,
                    fail=count.fail,
                    warn=count.warn,
                    unknown=count.unknown,
                ),
            )
        )
    right: list[Part] = []
    if state.picture is not None and state.on:
        right.append(("", text("Analysis {ms:.1f} ms a frame", ms=state.picture.analysis_ms)))
    return tuple(left), tuple(right)


def clock(seconds: float) -> str:
    """Return minutes and seconds, 01:42."""
    whole = max(int(seconds), 0)
    return f"{whole // 60:02d}:{whole % 60:02d}"
