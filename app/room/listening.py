"""The sound half of a room check: blocks in; meters, acts and readings out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from app.core.words import Text, text
from app.metrics.measure import Act, ActState, ActStep, discover
from app.metrics.reading import Reading
from app.metrics.signals import Block, Floats
from app.room.live import LiveSound

if TYPE_CHECKING:
    from app.metrics.sound.chunk import Chunk, SoundMeasure

PACKAGE = "app.metrics.sound"
CLIPPED = 0.999
RECENT_SECONDS = 1.0
LOUDEST = 1e4  # +80 dBFS: no converter gives it, and squares of more overflow
AUDIBLE = 10.0 ** (-70.0 / 20.0)


class Listening:
    """Hears one stream of sound of any rate and number of channels.

    With `guided` the acts are listened for only once begun; without (files) they are heard wherever
    they occur. Raises ValueError for a block of another rate or number of channels.
    """

    def __init__(self, rate: int, channels: int, *, guided: bool) -> None:
        # scipy and the speech model load here, not when the window starts.
        from app.metrics.sound.acts import SoundActs
        from app.metrics.sound.chunk import CHUNK_SECONDS
        from app.metrics.sound.loudness import Loudness
        from app.metrics.sound.true_peak import TruePeak
        from app.metrics.sound.voice import Framer, VoiceChannel

        self._rate, self._channels = rate, channels
        self._length = max(1, round(rate * CHUNK_SECONDS))
        self._measures: tuple[SoundMeasure, ...] = tuple(
            found(rate, channels) for found in discover(PACKAGE)
        )
        self._loudness = next(m for m in self._measures if isinstance(m, Loudness)).meter
        self._true_peak = next(m for m in self._measures if isinstance(m, TruePeak)).meter
        self._voice_channel = VoiceChannel(channels)
        self._framer = Framer(rate, channels)
        self._acts = SoundActs(rate, guided=guided)
        self._waiting: list[Floats] = []
        self._waiting_size = 0
        self._waiting_at = 0.0
        self._lost = self._bad = self._heard = 0
        self._at = 0.0
        self._clipped_at = -np.inf
        self._audible_at = 0.0
        self._speech = False
        self._speech_seconds = 0.0

    @property
    def claps(self) -> tuple[float, ...]:
        """Return the onsets of the claps heard, in seconds on the blocks' clock."""
        return self._acts.claps

    def begin(self, act: Act) -> None:
        """Listen for `act` from now on."""
        self._drain()
        self._acts.begin(act)

    def skip(self, act: Act) -> None:
        """Do without `act`: what it would have measured stays unknown."""
        self._drain()
        self._acts.skip(act)

    def acts(self) -> tuple[ActState, ...]:
        """Return how far the silence and the claps are."""
        return self._acts.states()

    def hear(self, block: Block) -> None:
        """Take in a block of any length; samples that are not numbers count as 0 and are counted."""
        if block.rate != self._rate or block.samples.shape[1:] != (self._channels,):
            raise ValueError(
                f"a block of {block.samples.shape} at {block.rate} Hz in a stream of "
                f"{self._channels} channels at {self._rate} Hz"
            )
        self._lost += block.lost
        samples = self._finite(block.samples)
        at = 0
        while at < len(samples):
            if not self._waiting:
                self._waiting_at = block.at + at / self._rate
            piece = samples[at : at + self._length - self._waiting_size]
            self._waiting.append(piece)
            self._waiting_size += len(piece)
            at += len(piece)
            if self._waiting_size == self._length:
                self._drain()

    def _finite(self, samples: Floats) -> Floats:
        good = np.abs(samples) <= LOUDEST  # false for NaN too
        if good.all():
            return samples.astype(np.float32)  # a copy: the caller may reuse its buffer
        self._bad += int(samples.size - np.count_nonzero(good))
        return np.where(good, samples, 0.0).astype(np.float32)

    def _drain(self) -> None:
        """Hand what waits to the acts and to every measure."""
        from app.metrics.sound.chunk import Chunk

        if not self._waiting_size:
            return
        # One run of memory per channel: every measure works along channels.
        samples = np.asfortranarray(np.concatenate(self._waiting))
        mono = self._voice_channel(samples)
        voice = self._framer.cut(samples, mono)
        chunk = Chunk(
            at=self._waiting_at,
            start=self._heard,
            rate=self._rate,
            samples=samples,
            mono=mono,
            voice=voice,
            lost=self._lost,
            bad=self._bad,
            act=self._acts.running,
        )
        self._waiting, self._waiting_size = [], 0
        self._lost = self._bad = 0
        self._heard += len(samples)
        chunk = self._acts.hear(chunk)
        for measure in self._measures:
            measure.hear(chunk)
        self._follow(chunk)

    def _follow(self, chunk: Chunk) -> None:
        """Keep what the live meters show beside loudness."""
        self._at = chunk.at + len(chunk.samples) / self._rate
        peak = float(np.abs(chunk.samples).max())
        if peak >= CLIPPED:
            self._clipped_at = self._at
        if peak > AUDIBLE:
            self._audible_at = self._heard / self._rate
        if len(chunk.voice.speech):
            talking = chunk.voice.talking
            self._speech = bool(talking[-1])
            self._speech_seconds += float(talking.sum()) * 0.032

    def live(self) -> LiveSound:
        """Return the meters as they stand."""
        now = self._loudness.read()
        return LiveSound(
            at=self._at,
            momentary=now.momentary,
            shortterm=now.shortterm,
            integrated=now.integrated,
            loudness_range=now.range,
            momentary_max=now.momentary_max,
            shortterm_max=now.shortterm_max,
            true_peak=_dbtp(self._true_peak.latest),
            true_peak_max=_dbtp(self._true_peak.highest),
            clipped=self._at - self._clipped_at < RECENT_SECONDS,
            speech=self._speech,
            speech_seconds=self._speech_seconds,
            silent_seconds=self._heard / self._rate - self._audible_at,
            history=now.history,
        )

    def readings(self) -> tuple[Reading, ...]:
        """Return every reading of sound once, up to the last sample heard."""
        self._drain()
        states = {state.act: state.step for state in self.acts()}
        found: list[Reading] = []
        for measure in self._measures:
            skipped = measure.needs is not None and states[measure.needs] is ActStep.SKIPPED
            found += _skipped(measure, measure.readings()) if skipped else measure.readings()
        return tuple(found)


def _skipped(measure: SoundMeasure, readings: Iterable[Reading]) -> Iterable[Reading]:
    """Let readings without a value say that the act they need was skipped."""
    why: Text = {
        Act.SILENCE: text("The silence was skipped"),
        Act.CLAPS: text("The claps were skipped"),
    }[Act(measure.needs or Act.SILENCE)]
    return (replace(r, why=why) if r.value is None else r for r in readings)


def _dbtp(peaks: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> tuple[float, ...]:
    return tuple(float(x) for x in 20.0 * np.log10(np.maximum(peaks, 1e-6)))
