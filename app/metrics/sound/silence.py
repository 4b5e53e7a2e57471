"""Hears three seconds in which nobody speaks and nothing knocks, however loud the room itself is."""

from __future__ import annotations

from collections import deque

import numpy as np

from app.core.words import Text, text
from app.metrics.sound.chunk import (
    AFTER_SPEECH,
    FRAME_SECONDS,
    SILENCE_SECONDS,
    Take,
    Voice,
    decibels,
)
from app.metrics.sound.recent import Recent

FRAMES = -(-int(SILENCE_SECONDS * 1000) // int(FRAME_SECONDS * 1000))
MAYBE_SPEECH = 0.3
SETTLED = 4  # frames after which the run has a level of its own
JUMP = 10.0  # times the run's power, 10 dB: a knock, or a decay that was not over
CREST = 64.0  # times the run's power for one sample, 18 dB; noise stays under 14 dB
LOUDEST = 1e-3  # −30 dBFS A-weighted: louder than any room, so a signal
UNDER_SPEECH = 0.1  # −10 dB
QUIETER = 0.5  # a later silence replaces an earlier one when 3 dB quieter


class SilenceListener:
    """Looks for the silence frame by frame; `hint` says what is heard, `progress` how much of it."""

    def __init__(self, rate: int) -> None:
        self._rate = rate
        self._frames = 0
        self._speech_power = 0.0
        self._speech_frames = 0
        self.restart()

    def restart(self) -> None:
        """Forget what was quiet so far."""
        self._run: deque[float] = deque(maxlen=FRAMES)
        self._best: float | None = None
        self.hint: Text | None = None

    @property
    def progress(self) -> float:
        """Return 0…1 of the three seconds."""
        return len(self._run) / FRAMES

    def hear(self, voice: Voice, recent: Recent, at: float) -> Take | None:
        """Return the silence that `voice` completed, if it is the first or the quietest so far.

        `at` is the time of the first sample of the stream.
        """
        found: Take | None = None
        for i in range(len(voice.speech)):
            self._frames += 1
            power = float(voice.a_power[i])
            if voice.speech[i] > MAYBE_SPEECH and power > 0.0:
                self._speech_power += power
                self._speech_frames += 1
            self._judge(voice, i, power)
            if len(self._run) == FRAMES and self._is_best():
                found = self._take(recent, at)
                self._run.clear()
        return found

    def _judge(self, voice: Voice, i: int, power: float) -> None:
        """Lengthen the run by frame `i`, or begin again and say why."""
        if voice.speech[i] > MAYBE_SPEECH or voice.since_speech[i] < AFTER_SPEECH:
            self._run.clear()
            self.hint = text("Speech is heard; stay silent")
        elif power > self._loudest():
            self._run.clear()
            self.hint = text("Too loud for silence: {x:.0f} dBFS", x=decibels(power))
        elif self._knocked(float(voice.peak[i]) ** 2, power):
            self._run.clear()
            self.hint = text("A noise was heard; the three seconds begin again")
        else:
            self._run.append(power)
            if len(self._run) > SETTLED:
                self.hint = text(
                    "Quiet for {x:.1f} of {need:.0f} s",
                    x=len(self._run) * FRAME_SECONDS,
                    need=SILENCE_SECONDS,
                )

    def _knocked(self, peak: float, power: float) -> bool:
        if len(self._run) < SETTLED:
            return False
        level = float(np.median(self._run))
        jumped = power > JUMP * level or power * JUMP < level
        return jumped or (peak > CREST * level and level > 0.0 and power > 2.0 * level)

    def _loudest(self) -> float:
        if not self._speech_frames:
            return LOUDEST
        return min(LOUDEST, UNDER_SPEECH * self._speech_power / self._speech_frames)

    def _is_best(self) -> bool:
        """Return whether this run should replace the silence had before; digital zero never does."""
        level = float(np.median(self._run))
        if self._best is None or self._best == 0.0 < level or 0.0 < level < QUIETER * self._best:
            self._best = level
            return True
        return False

    def _take(self, recent: Recent, at: float) -> Take:
        end = int(self._frames * FRAME_SECONDS * self._rate)
        samples = recent.between(end - int(SILENCE_SECONDS * self._rate), end)
        return Take(at + (end - len(samples)) / self._rate, samples, self._rate)
