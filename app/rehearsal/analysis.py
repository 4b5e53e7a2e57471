"""How a take was delivered, from its sound alone: every number behind the gate, none without a reason.

No count of fillers and no single score: sound alone does not carry the one, and the other hides which
number it was made of.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import log10

import numpy as np

from app.core.words import Language, Text, text
from app.metrics.reading import Reading
from app.metrics.sound.chunk import SPEECH
from app.metrics.speech.activity import Span, speech_spans
from app.metrics.speech.nuclei import nuclei
from app.metrics.speech.pitch import pitch_track, spread_semitones
from app.metrics.speech.surroundings import rt60_from_speech, unsteadiness_db
from app.rehearsal.gate import FIRM_SPEECH, Capture, Gate, judge
from app.rehearsal.hearing import Hearing
from app.rehearsal.level import Level, level_of, shouts
from app.rehearsal.pauses import Pauses, pauses_of
from app.rehearsal.rate import curve, inside, script_syllables

FIRM_ERROR, WIDE_ERROR = 0.10, 0.20  # of a count by nuclei, on ≥30 s and under
READ_WHOLE = 0.20  # how far script and count may lie apart before words were skipped or added
MOST_SNR = 100.0

Curve = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Delivery:
    """What a take's sound says. A number that was not measured is a Reading with its reason."""

    gate: Gate
    duration_s: float
    speech_s: float
    spoken: Span | None  # first to last speech
    numbers: Mapping[str, Reading]
    pauses: Pauses | None
    shouting: tuple[Span, ...] | None
    pace_curve: Curve
    level_curve: Curve
    hint: Text | None

    def value(self, name: str) -> float | None:
        """Return a number, None where it was not measured."""
        return self.numbers[name].value


def analyse(heard: Hearing, script: str | None = None, lang: Language | None = None) -> Delivery:
    """Return the delivery of what was heard; `script` are the words that were to be read."""
    heard.flush()
    frames = heard.frames()
    spans = speech_spans(heard.speech)
    speech_s = sum(end - start for start, end in spans)
    unsteady = unsteadiness_db(frames, spans)
    capture = Capture(
        speech_s,
        _snr(heard),
        rt60_from_speech(frames),
        heard.clipped / max(heard.samples, 1),
        None if unsteady is None else unsteady[0],
        None if unsteady is None else unsteady[1],
    )
    gate = judge(capture)
    pauses = pauses_of(spans)
    times = inside(nuclei(frames), spans)
    track = pitch_track(frames)
    said = script_syllables(script, lang) if script is not None else None
    numbers = _pace(gate, spans, pauses, len(times), said)
    numbers |= _pauses(gate, pauses, spans)
    level = level_of(heard.k_power, heard.speech)
    numbers |= _level(gate, level)
    numbers["pitch_sd_semitones"] = _pitch(gate, spread_semitones(track))
    free = {
        name: gate.refusal(name) is None for name in ("pauses", "syllables", "level", "shouting")
    }
    return Delivery(
        gate=gate,
        duration_s=heard.seconds,
        speech_s=speech_s,
        spoken=(spans[0][0], spans[-1][1]) if spans else None,
        numbers=numbers,
        pauses=pauses if free["pauses"] else None,
        shouting=shouts(frames, track) if free["shouting"] else None,
        pace_curve=curve(times, heard.seconds) if free["syllables"] else (),
        level_curve=level.curve if free["level"] else (),
        hint=_hint(said, len(times)) if free["syllables"] else None,
    )


def _snr(heard: Hearing) -> float | None:
    talking = heard.speech > SPEECH
    if not talking.any() or heard.pausing.sum() < 8:
        return None
    noise = max(float(np.median(heard.a_power[heard.pausing])), 1e-12)
    speech = float(heard.a_power[talking].mean())
    return min(10.0 * log10(max(speech - noise, 1e-3 * noise) / noise), MOST_SNR)


def _pace(
    gate: Gate, spans: tuple[Span, ...], pauses: Pauses, counted: int, said: int | None
) -> dict[str, Reading]:
    """Return syllables and both rates: by the script where there is one, else by nuclei."""
    names = ("syllables", "speech_rate", "articulation_rate")
    why = gate.refusal("syllables" if said is None else "script_pace")
    if why is None and said == 0:
        why = text("not measurable: the script holds no words")
    if why is not None:
        none = {name: Reading(name, None, why=why) for name in names}
        return none | {"syllables_counted": _counted(gate, counted)}
    number = float(counted if said is None else said)
    whole = spans[-1][1] - spans[0][0]
    error = 0.0
    if said is None:
        error = FIRM_ERROR if gate.capture.speech_s >= FIRM_SPEECH else WIDE_ERROR
    values = (number, 60.0 * number / whole, 60.0 * number / max(whole - pauses.seconds, 1.0))
    return {
        name: Reading(name, value, error * value) for name, value in zip(names, values, strict=True)
    } | {"syllables_counted": _counted(gate, counted)}


def _counted(gate: Gate, counted: int) -> Reading:
    why = gate.refusal("syllables")
    if why is not None:
        return Reading("syllables_counted", None, why=why)
    return Reading("syllables_counted", float(counted))


def _pauses(gate: Gate, pauses: Pauses, spans: tuple[Span, ...]) -> dict[str, Reading]:
    why = gate.refusal("pauses")
    whole = spans[-1][1] - spans[0][0] if spans else 1.0
    values = {
        "pause_ratio": pauses.seconds / whole,
        "breath_pauses": float(pauses.breath),
        "emphasis_pauses": float(pauses.emphasis),
        "dead_air_pauses": float(len(pauses.dead_air)),
        "longest_run_s": pauses.longest_run_s,
    }
    return {
        k: Reading(k, v) if why is None else Reading(k, None, why=why) for k, v in values.items()
    }


def _level(gate: Gate, level: Level) -> dict[str, Reading]:
    why = gate.refusal("level")
    values = {
        "level_lufs": level.lufs,
        "dynamics_db": level.dynamics_db,
        "drift_db_per_min": level.drift_db_per_min,
    }
    short = text("not measurable: too short for this number")
    return {
        k: Reading(k, v) if why is None and v is not None else Reading(k, None, why=why or short)
        for k, v in values.items()
    }


def _pitch(gate: Gate, spread: float | None) -> Reading:
    why = gate.refusal("pitch")
    if why is None and spread is None:
        why = text("not measurable: too little voice to follow its pitch")
    return Reading("pitch_sd_semitones", None if why is not None else spread, why=why)


def _hint(said: int | None, counted: int) -> Text | None:
    """Return where script and sound disagree: words were left out, or added."""
    if not said or abs(counted - said) <= READ_WHOLE * said:
        return None
    return text(
        "About {counted:.0f} syllables were heard, the script has {said:.0f}: skipped or ad-libbed?",
        counted=float(counted),
        said=float(said),
    )
