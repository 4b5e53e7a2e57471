"""How far speech stands above the room."""

from __future__ import annotations

from collections.abc import Iterable
from math import log10
from typing import ClassVar

from app.core.words import text
from app.metrics.measure import Act
from app.metrics.reading import Reading
from app.metrics.sound.chunk import Chunk, decibels
from app.metrics.sound.pauses import Pauses

MOST_DB = 100.0


class SignalToNoise:
    """10·log10((S − N)/N) of A-weighted powers: S of speech frames, N of the silence or the pauses."""

    ids: ClassVar[tuple[str, ...]] = ("sound.snr",)
    needs: ClassVar[Act | None] = None

    def __init__(self, _rate: int, _channels: int) -> None:
        self._pauses = Pauses()

    def hear(self, chunk: Chunk) -> None:
        """Collect levels."""
        self._pauses.hear(chunk)

    def readings(self) -> Iterable[Reading]:
        """Return the ratio, with the reason when the noise is hidden."""
        name, floor, speech = self.ids[0], self._pauses.floor, self._pauses.speech_power
        if speech is None:
            yield Reading(name, None, why=text("Less than 2 s of speech were heard"))
        elif floor is None:
            yield Reading(name, None, why=self._pauses.missing())
        else:
            noise = max(floor.a_power, 1e-12)
            ratio = max(speech - noise, 1e-3 * noise) / noise
            details: dict[str, float | str] = {
                "speech_dbfs": decibels(speech),
                "noise_dbfs": decibels(noise),
                "source": floor.source,
            }
            value = min(10.0 * log10(ratio), MOST_DB)
            yield Reading(name, value, floor.plus_minus + 0.5, self._pauses.hidden, details)
