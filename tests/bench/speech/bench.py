"""Delivery analysis on speech of known truth; `python -m tests.bench.speech.bench` writes RESULTS.md."""

from __future__ import annotations

import json
import sys
import wave
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from app.metrics.signals import Block
from app.metrics.speech.activity import Span
from app.metrics.speech.frames import FrameCutter
from app.metrics.speech.pitch import pitch_track, spread_semitones
from app.rehearsal.analysis import Delivery, analyse
from app.rehearsal.hearing import Hearing
from tests.bench.speech.espeak import missing
from tests.bench.speech.takes import Signal, Take, in_room, mixed, music, pink, take

HERE = Path(__file__).parent
VOICES = {
    "en": ("en-us", "en-us+f3", "en-us+m3", "en-gb-scotland", "en-gb-x-rp+f2"),
    "zh": ("cmn-latn-pinyin", "cmn-latn-pinyin+f2", "cmn-latn-pinyin+m3", "cmn-latn-pinyin+f4"),
}
SPEEDS = {"en": (80, 105, 130, 160, 195, 235, 275), "zh": (88, 115, 145, 180, 215, 260, 290)}
TALKS = (
    ("en", "en-us", 150, 11), ("en", "en-us+f3", 200, 12), ("en", "en-gb-scotland", 110, 13),
    ("zh", "cmn-latn-pinyin", 150, 14), ("zh", "cmn-latn-pinyin+f2", 200, 15),
    ("zh", "cmn-latn-pinyin+m3", 115, 16),
)  # fmt: skip
RANGES = (0, 25, 50, 75, 99)
PITCHED = ("en-us", "en-us+f3", "cmn-latn-pinyin", "cmn-latn-pinyin+f2")
CONDITIONS = ("clean", "pink 10 dB", "music 10 dB", "room 0.3 s", "room 0.6 s")
HALF = 0.5  # of the union of two pauses must be common to both


def heard(samples: Signal, rate: int) -> Delivery:
    """Return the delivery of one channel of sound."""
    hearing = Hearing(rate, 1)
    for start in range(0, len(samples), 2205):
        hearing.hear(Block(start / rate, samples[start : start + 2205, None], rate))
    return analyse(hearing)


def matched(found: Sequence[Span], true: Sequence[Span]) -> tuple[int, int]:
    """Return how many found pauses are true, and how many true ones were found."""

    def same(a: Span, b: Span) -> bool:
        common = min(a[1], b[1]) - max(a[0], b[0])
        return common >= HALF * (max(a[1], b[1]) - min(a[0], b[0]))

    right = sum(any(same(f, t) for t in true) for f in found)
    return right, sum(any(same(f, t) for f in found) for t in true)


def changed(clean: Take, condition: str, seed: int) -> Signal:
    """Return the take as it sounds under a condition."""
    match condition.split():
        case ["pink", *_]:
            return mixed(clean, pink(len(clean.samples), seed), 10.0)
        case ["music", *_]:
            return mixed(clean, music(len(clean.samples), clean.rate, seed), 10.0)
        case ["room", rt60, *_]:
            return in_room(clean.samples, clean.rate, float(rt60), seed=seed)
        case _:
            return clean.samples


def syllables() -> Iterator[str]:
    """Yield the table of counted syllables."""
    yield "| voice | true syllables a minute: error of the count |"
    yield "|---|---|"
    totals = []
    for lang, voices in VOICES.items():
        errors = []
        for voice in voices:
            cells = []
            for number, speed in enumerate(SPEEDS[lang]):
                one = take(lang, voice, speed, seed=number)
                count = heard(one.samples, one.rate).value("syllables")
                if count is None:
                    cells.append(f"{one.per_minute:.0f}: —")
                    errors.append(100.0)
                    continue
                errors.append(100.0 * (count / one.syllables - 1.0))
                cells.append(f"{one.per_minute:.0f}: {errors[-1]:+.1f}")
            yield f"| {voice} | {' · '.join(cells)} % |"
        limit = {"en": 5.0, "zh": 6.0}[lang]
        mean = float(np.mean(np.abs(errors)))
        totals.append(
            f"| {lang} | {len(errors)} | {mean:.1f} % | {np.max(np.abs(errors)):.1f} % "
            f"| ≤{limit:.0f} % | {'met' if mean <= limit else 'MISSED'} |"
        )
    yield ""
    yield "| language | takes | mean absolute error | worst | target | |"
    yield "|---|---:|---:|---:|---:|---|"
    yield from totals


def pauses() -> Iterator[str]:
    """Yield the table of pauses, and what the gate and the count of syllables make of it."""
    yield "| condition | true | precision | recall | target | | SNR read | RT60 read | gate refuses |"
    yield "|---|---:|---:|---:|---|---|---|---|---|"
    takes = [(take(lang, v, s, (0.3, 3.0), seed=n), n) for lang, v, s, n in TALKS]
    for condition in CONDITIONS:
        right = found = caught = true = 0
        snr, rt60, faults = [], [], set[str]()
        for one, seed in takes:
            made = heard(changed(one, condition, seed), one.rate)
            spans = () if made.pauses is None else made.pauses.spans
            hit, got = matched(spans, one.gaps)
            right, found = right + hit, found + len(spans)
            caught, true = caught + got, true + len(one.gaps)
            snr.append(made.gate.capture.snr_db)
            rt60.append(made.gate.capture.rt60_s)
            faults |= {str(fault) for fault in made.gate.faults}
        precision, recall = right / max(found, 1), caught / true
        asked = not condition.startswith("room")
        met = "met" if precision >= 0.95 and recall >= 0.85 else "MISSED"
        yield (
            f"| {condition} | {true} | {precision:.2f} | {recall:.2f} "
            f"| {'≥0.95 / ≥0.85' if asked else '—'} | {met if asked else ''} "
            f"| {_range(snr, 0)} dB | {_range(rt60, 2)} s | {', '.join(sorted(faults)) or '—'} |"
        )


def pitched() -> Iterator[tuple[str, Take]]:
    """Yield the takes whose pitch is compared, by name."""
    for voice in PITCHED:
        for wide in RANGES:
            lang = "zh" if voice.startswith("cmn") else "en"
            yield f"{voice} range {wide}", take(lang, voice, 175, seed=wide, pitch_range=wide)


def pitch() -> Iterator[str]:
    """Yield the table of pitch ranges beside those that Praat gave, noted in praat.json."""
    praat = json.loads((HERE / "praat.json").read_text("utf-8"))
    yield "| take | ours, st | Praat, st | difference |"
    yield "|---|---:|---:|---:|"
    worst = 0.0
    for name, one in pitched():
        cutter = FrameCutter(one.rate)
        cutter.hear(one.samples)
        spread = spread_semitones(pitch_track(cutter.frames()))
        assert spread is not None
        worst = max(worst, abs(spread - praat[name]))
        yield f"| {name} | {spread:.2f} | {praat[name]:.2f} | {spread - praat[name]:+.2f} |"
    yield ""
    yield f"Worst difference {worst:.2f} st, target ≤0.3 st: {'met' if worst <= 0.3 else 'MISSED'}."


def _range(numbers: list[float | None], decimals: int) -> str:
    known = [n for n in numbers if n is not None]
    if not known:
        return "—"
    return f"{min(known):.{decimals}f}…{max(known):.{decimals}f}"


def write_wavs(folder: Path) -> None:
    """Write the takes whose pitch is compared, for the tool that stands outside of the project."""
    for name, one in pitched():
        with wave.open(str(folder / f"{name}.wav"), "wb") as out:
            out.setnchannels(1)
            out.setsampwidth(2)
            out.setframerate(one.rate)
            out.writeframes((np.clip(one.samples, -1.0, 1.0) * 32767).astype("<i2").tobytes())


def main() -> int:
    """Write RESULTS.md; with `--wavs FOLDER` only the sounds for the comparison of pitch."""
    why = missing()
    if why is not None:
        print(f"skipped: {why}", file=sys.stderr)
        return 0
    if len(sys.argv) == 3 and sys.argv[1] == "--wavs":
        write_wavs(Path(sys.argv[2]))
        return 0
    parts = (HERE / "HEAD.md").read_text("utf-8")
    for mark, made in (("{syllables}", syllables), ("{pauses}", pauses), ("{pitch}", pitch)):
        parts = parts.replace(mark, "\n".join(made()))
    (HERE / "RESULTS.md").write_text(parts, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
