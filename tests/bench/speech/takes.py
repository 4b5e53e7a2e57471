"""Takes of known truth: phrases of a voice, silences put between them, noise or music under them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tests.bench.speech.espeak import say
from tests.bench.speech.scripts import SCRIPTS

Signal = NDArray[np.float32]
SPEECH_RMS = 0.1
AUDIBLE = 1e-3


@dataclass(frozen=True, slots=True, eq=False)
class Take:
    """Sound at `rate`; `syllables` said from `begins` to `ends`; `gaps` (start, end) in seconds."""

    samples: Signal
    rate: int
    syllables: int
    begins: float
    ends: float
    gaps: tuple[tuple[float, float], ...]
    vowels: tuple[float, ...]

    @property
    def per_minute(self) -> float:
        """Return the syllables a minute without the gaps."""
        talked = self.ends - self.begins - sum(end - start for start, end in self.gaps)
        return 60.0 * self.syllables / talked


def take(
    lang: str,
    voice: str,
    speed: int,
    gaps: tuple[float, float] = (0.3, 0.6),
    *,
    seed: int = 0,
    lead: float = 0.5,
    pitch: int = 50,
    pitch_range: int = 50,
) -> Take:
    """Return the script of a language, one phrase after the other with silences of random length.

    The syllables of Mandarin are its characters, those of English the vowels the synthesiser made.
    """
    random = np.random.default_rng(seed)
    parts: list[Signal] = []
    silences: list[tuple[float, float]] = []
    vowels: list[float] = []
    syllables, at, rate = 0, lead, 0
    phrases = SCRIPTS[lang]
    for number, phrase in enumerate(phrases):
        said = say(phrase, voice, speed, pitch=pitch, pitch_range=pitch_range)
        rate = said.rate
        loud = np.flatnonzero(np.abs(said.samples) > AUDIBLE)
        first, last = int(loud[0]), int(loud[-1]) + 1
        if not parts:
            parts.append(np.zeros(round(lead * rate), np.float32))
        parts.append(said.samples[first:last])
        vowels += [at + v - first / rate for v in said.vowels]
        syllables += len(phrase) if lang == "zh" else len(said.vowels)
        at += (last - first) / rate
        if number + 1 < len(phrases):
            # Short ones are as frequent as long ones by ratio, as in speech.
            length = float(np.exp(random.uniform(*np.log(gaps))))
            parts.append(np.zeros(round(length * rate), np.float32))
            silences.append((at, at + len(parts[-1]) / rate))
            at = silences[-1][1]
    samples = np.concatenate([*parts, np.zeros(round(lead * rate), np.float32)])
    talked = np.abs(samples) > 0.0
    samples *= SPEECH_RMS / float(np.sqrt(np.mean(np.square(samples[talked]))))
    return Take(samples, rate, syllables, lead, at, tuple(silences), tuple(vowels))


def pink(count: int, seed: int = 0) -> Signal:
    """Return pink noise (power ∝ 1/f above 20 Hz) of RMS 1."""
    random = np.random.default_rng(seed)
    spectrum = np.fft.rfft(random.standard_normal(count))
    at = np.arange(len(spectrum)) / max(len(spectrum), 1)
    spectrum /= np.sqrt(np.maximum(at, 20.0 / 11025.0))
    return _unit(np.fft.irfft(spectrum, count))


def music(count: int, rate: int, seed: int = 0) -> Signal:
    """Return a synthesised loop of RMS 1: chords with harmonics, a bass and a drum, 108 a minute."""
    random = np.random.default_rng(seed)
    beat = round(rate * 60.0 / 108.0)
    out = np.zeros(count + 4 * beat)
    roots = (57, 53, 60, 55)
    for bar, start in enumerate(range(0, count, 4 * beat)):
        root = roots[bar % 4]
        for note in (root, root + 4 if bar % 4 else root + 3, root + 7):
            _add(out, start, _tone(note, 4 * beat, rate, decay=1.2))
        for step in range(4):
            at = start + step * beat
            _add(out, at, 1.5 * _tone(root - 24, beat, rate, decay=0.3))
            melody = root + 12 + int(random.choice((0, 2, 4, 7, 9)))
            _add(out, at + beat // 2, 0.8 * _tone(melody, beat // 2, rate, decay=0.25))
            hit = random.standard_normal(beat // 4) * np.exp(-np.arange(beat // 4) / (0.02 * rate))
            _add(out, at, (0.8 if step % 2 else 0.4) * hit)
    return _unit(out[:count])


def mixed(clean: Take, under: Signal, snr_db: float) -> Signal:
    """Return a take with `under` this far below its speech, both by RMS."""
    added: Signal = clean.samples + SPEECH_RMS * 10.0 ** (-snr_db / 20.0) * under
    return added


def in_room(samples: Signal, rate: int, rt60: float, *, seed: int = 0) -> Signal:
    """Return the sound in a room that falls by 60 dB in `rt60` s, direct and answer equally strong."""
    from scipy.signal import fftconvolve

    random = np.random.default_rng(seed)
    at = np.arange(int(1.2 * rt60 * rate)) / rate
    answer = random.standard_normal(len(at)) * 10.0 ** (-3.0 * at / rt60)
    answer /= np.sqrt(np.square(answer).sum())
    answer[0] += 1.0
    heard: Signal = fftconvolve(samples, answer)[: len(samples)].astype(np.float32)
    return heard / np.float32(np.sqrt(2.0))


def _tone(note: int, count: int, rate: int, decay: float) -> NDArray[np.float64]:
    hertz = 440.0 * 2.0 ** ((note - 69) / 12.0)
    at = np.arange(count) / rate
    wave = sum(np.sin(2.0 * np.pi * k * hertz * at) / k for k in range(1, 7))
    return np.asarray(wave * np.exp(-at / decay) * np.minimum(at / 0.01, 1.0), np.float64)


def _add(out: NDArray[np.float64], start: int, sound: NDArray[np.float64]) -> None:
    end = min(start + len(sound), len(out))
    out[start:end] += sound[: end - start]


def _unit(sound: NDArray[np.float64]) -> Signal:
    unit: Signal = (sound / np.sqrt(np.mean(np.square(sound)))).astype(np.float32)
    return unit
