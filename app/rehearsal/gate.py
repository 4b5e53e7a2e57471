"""Whether a recording can be measured at all: asked first, because a wrong number is worse than none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.core.words import Text, text

LEAST_SPEECH = 10.0  # seconds; under it nothing
FIRM_SPEECH = 30.0  # under it a wider error
LEAST_SNR = 20.0  # dB, for level and pitch
LEAST_SNR_PACE = 5.0  # dB; syllables and pauses hold in noise up to here
MOST_RT60 = 0.45  # as read from speech, which reads 0.5 s a little short
MOST_CLIPPED = 0.001
UNSTEADY_DB, UNDER_SPEECH_DB = 2.5, 30.0


class Fault(StrEnum):
    """What stands between a recording and its numbers."""

    SHORT = "short"
    NOISY = "noisy"
    VERY_NOISY = "very_noisy"
    OTHER_SOUND = "other_sound"
    REVERBERANT = "reverberant"
    CLIPPED = "clipped"


@dataclass(frozen=True, slots=True)
class Capture:
    """What was found about the recording; None where it could not be found out."""

    speech_s: float
    snr_db: float | None = None
    rt60_s: float | None = None
    clipped_share: float = 0.0
    unsteady_db: float | None = None
    under_speech_db: float | None = None


@dataclass(frozen=True, slots=True)
class Gate:
    """The faults of a recording, each with its sentence."""

    capture: Capture
    faults: Mapping[Fault, Text]

    @property
    def passed(self) -> bool:
        """Return whether every number may be had."""
        return not self.faults

    def refusal(self, number: str) -> Text | None:
        """Return why `number` is not measurable, None where it is."""
        for fault in BLOCKED[number]:
            if fault in self.faults:
                return text("not measurable: {why}", why=self.faults[fault])
        return None


_HARD = (Fault.SHORT, Fault.VERY_NOISY)
_SYLLABLES = (*_HARD, Fault.OTHER_SOUND, Fault.REVERBERANT)
_CLEAN = (*_HARD, Fault.NOISY, Fault.OTHER_SOUND)
BLOCKED: Mapping[str, tuple[Fault, ...]] = {
    "pauses": _HARD,
    "script_pace": _HARD,
    "syllables": _SYLLABLES,
    "pitch": (*_CLEAN, Fault.REVERBERANT),
    "level": (*_CLEAN, Fault.CLIPPED),
    "shouting": (*_CLEAN, Fault.REVERBERANT),
}
"""Which fault takes which number away, as far as the bench shows that the number does not hold."""


def judge(capture: Capture) -> Gate:
    """Return what is wrong with a recording."""
    faults: dict[Fault, Text] = {}
    if capture.speech_s < LEAST_SPEECH:
        faults[Fault.SHORT] = text(
            "only {x:.1f} s of speech, {need:.0f} s are needed",
            x=capture.speech_s,
            need=LEAST_SPEECH,
        )
    snr = capture.snr_db
    if snr is not None and snr < LEAST_SNR:
        faults[Fault.NOISY] = text(
            "too noisy, speech is {x:.0f} dB above the rest, {need:.0f} dB are needed",
            x=snr,
            need=LEAST_SNR,
        )
    if snr is not None and snr < LEAST_SNR_PACE:
        faults[Fault.VERY_NOISY] = text(
            "far too noisy, speech is {x:.0f} dB above the rest, {need:.0f} dB are needed",
            x=snr,
            need=LEAST_SNR_PACE,
        )
    reverberant = capture.rt60_s is not None and capture.rt60_s > MOST_RT60
    if _other_sound(capture) and not reverberant:  # a room's answer also moves the pauses' level
        faults[Fault.OTHER_SOUND] = text("music or another voice under the speech")
    if reverberant:
        faults[Fault.REVERBERANT] = text(
            "the room echoes, about {x:.1f} s where at most 0.5 s will do", x=capture.rt60_s
        )
    if capture.clipped_share > MOST_CLIPPED:
        faults[Fault.CLIPPED] = text(
            "clipped, {x:.2f} % of the samples where at most {most:.1f} % may be",
            x=100.0 * capture.clipped_share,
            most=100.0 * MOST_CLIPPED,
        )
    return Gate(capture, faults)


def _other_sound(capture: Capture) -> bool:
    unsteady, under = capture.unsteady_db, capture.under_speech_db
    if unsteady is None or under is None:
        return False
    return unsteady > UNSTEADY_DB and under < UNDER_SPEECH_DB
