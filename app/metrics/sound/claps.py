"""Hears claps: sounds that rise within a millisecond, are broad, and fall without speech around them."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import scipy
from numpy.typing import NDArray

from app.metrics.signals import Floats
from app.metrics.sound.chunk import FRAME_SECONDS, SPEECH, Take, Voice
from app.metrics.sound.recent import Recent
from app.metrics.sound.weighting import Filter

STEP_SECONDS = 0.001
BAND_HZ = (1500.0, 8000.0)  # where a clap is strong, and a voice's plosive weaker than its vowel
RISE = 30.0  # times the energy of the 25 ms before, 15 dB
FALL = 0.06  # of the first 4 ms, what may be left after 60 ms: −12 dB, C50 of −2 dB and better
BEFORE, BURST = 30, 4  # steps
AFTER = (60, 80)
FAINTEST = 1e-5  # −50 dBFS in the band, within one step
APART_SECONDS = 0.12
SPEECH_BEFORE, SPEECH_AFTER = (0.25, 0.04), (0.10, 0.30)
DECAY_SECONDS = 1.5
PRE_SECONDS = 0.1
GAP_SECONDS = (0.2, 2.5)  # between claps that nobody was asked for, to be taken for the act
EVEN_PACE = 1.5  # times the gaps so far, either way
LIKE_LEVEL = 4.0  # times the median peak, 12 dB either way
ONSET = 0.25  # of the peak


@dataclass(frozen=True, slots=True)
class Clap:
    """One clap: the sample number of its onset and its peak."""

    onset: int
    peak: float


class ClapListener:
    """Looks for claps in one channel; says each about 0.3 s after it was heard."""

    def __init__(self, rate: int) -> None:
        self._rate = rate
        self._step = max(1, round(rate * STEP_SECONDS))
        high = min(BAND_HZ[1], 0.45 * rate)
        self._filter = Filter(
            scipy.signal.butter(2, (BAND_HZ[0], high), "bandpass", fs=rate, output="sos"), 1
        )
        self._open: NDArray[np.float64] = np.zeros(0)
        self._energy: NDArray[np.float64] = np.zeros(0)
        self._first = 0  # number of the first energy kept
        self._judged = BEFORE  # number of the next step to judge
        self._speech: list[float] = []
        self._speech_first = 0

    def hear(self, mono: Floats, voice: Voice, recent: Recent) -> list[Clap]:
        """Return the claps that are certain now."""
        band = np.concatenate((self._open, self._filter(mono[None, :])[0]))
        whole = len(band) // self._step
        self._open = band[whole * self._step :]
        steps = np.square(band[: whole * self._step]).reshape(whole, self._step).mean(axis=1)
        self._energy = np.concatenate((self._energy, steps))
        self._speech += voice.speech.tolist()
        claps = self._claps(recent)
        self._forget()
        return claps

    def _claps(self, recent: Recent) -> list[Clap]:
        ahead = round(SPEECH_AFTER[1] / FRAME_SECONDS) + 2
        known = (self._speech_first + len(self._speech) - ahead) * FRAME_SECONDS * self._rate
        last = min(self._first + len(self._energy) - AFTER[1], int(known / self._step))
        claps: list[Clap] = []
        while self._judged < last:
            at = self._rises(last)
            if at is None:
                self._judged = last
                break
            self._judged = at + 1
            if self._falls(at) and not self._spoken(at):
                clap = self._onset(at, recent)
                if clap is not None:
                    claps.append(clap)
                    self._judged = at + round(APART_SECONDS / STEP_SECONDS)
        return claps

    def _rises(self, last: int) -> int | None:
        """Return the next step from which energy stands well above what was before."""
        begin = self._judged - self._first
        energy = self._energy[begin - BEFORE : last - self._first + 1]
        if len(energy) <= BEFORE:
            return None
        sums = np.concatenate(([0.0], np.cumsum(energy)))
        before = (sums[BEFORE - 5 : -6] - sums[: -BEFORE - 1]) / (BEFORE - 5)
        now = energy[BEFORE:]
        hits = np.flatnonzero((now > RISE * before) & (now > FAINTEST))
        return self._judged + int(hits[0]) if len(hits) and hits[0] < last - self._judged else None

    def _falls(self, at: int) -> bool:
        begin = at - self._first
        burst = self._energy[begin : begin + BURST].mean()
        after = self._energy[begin + AFTER[0] : begin + AFTER[1]].mean()
        return bool(after < FALL * burst)

    def _spoken(self, at: int) -> bool:
        """Return whether somebody speaks just before or just after."""
        second = at * self._step / self._rate
        spans = (
            (second - SPEECH_BEFORE[0], second - SPEECH_BEFORE[1]),
            (second + SPEECH_AFTER[0], second + SPEECH_AFTER[1]),
        )
        for start, end in spans:
            first = max(0, int(start / FRAME_SECONDS) - self._speech_first)
            frames = self._speech[first : max(0, int(end / FRAME_SECONDS) - self._speech_first)]
            if frames and sum(frames) / len(frames) > SPEECH:
                return True
        return False

    def _onset(self, at: int, recent: Recent) -> Clap | None:
        """Return the clap with its first sample of a quarter of the peak."""
        start = max(0, at * self._step - 3 * self._step)
        samples = np.abs(recent.between(start, at * self._step + 5 * self._step))
        if not len(samples):
            return None
        peak = float(samples.max())
        return Clap(start + int(np.argmax(samples > ONSET * peak)), peak)

    def _forget(self) -> None:
        drop = self._judged - BEFORE - self._first
        if drop > 1000:
            self._energy, self._first = self._energy[drop:], self._first + drop
        old = len(self._speech) - 200
        if old > 100:
            del self._speech[:old]
            self._speech_first += old


def grouped(claps: list[Clap], rate: int, least: int) -> list[Clap]:
    """Return the longest run of at least `least` claps at an even pace and a like level.

    Keys and knocks come unevenly; hands that were asked to clap six times do not.
    """
    best: list[Clap] = []
    for first in range(len(claps)):
        run = [claps[first]]
        for clap in claps[first + 1 :]:
            if not _follows(run, clap, rate):
                break
            run.append(clap)
        if len(run) > len(best):
            best = run
    return best if len(best) >= least else []


def _follows(run: list[Clap], clap: Clap, rate: int) -> bool:
    gap = (clap.onset - run[-1].onset) / rate
    if not GAP_SECONDS[0] <= gap <= GAP_SECONDS[1]:
        return False
    level = float(np.median([c.peak for c in run]))
    pace = (run[-1].onset - run[0].onset) / rate / max(1, len(run) - 1) or gap
    alike = level / LIKE_LEVEL < clap.peak < level * LIKE_LEVEL
    return alike and pace / EVEN_PACE < gap < pace * EVEN_PACE


def decay(clap: Clap, following: Clap | None, recent: Recent, rate: int, at: float) -> Take | None:
    """Return the clap with 0.1 s before it and its decay, None while the decay is not over."""
    end = clap.onset + int(DECAY_SECONDS * rate)
    if following is not None:
        end = min(end, following.onset - int(0.02 * rate))
    if recent.end < end:
        return None
    before = min(int(PRE_SECONDS * rate), clap.onset)
    samples = recent.between(clap.onset - before, end)
    take = Take(at + clap.onset / rate, samples, rate, before)
    return replace(take, before=max(0, before - (end - clap.onset + before - len(samples))))
