"""How loud the room is when nobody speaks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from app.core.words import text
from app.metrics.measure import Act
from app.metrics.reading import Reading
from app.metrics.sound.chunk import Chunk, decibels
from app.metrics.sound.pauses import Pauses

REFERENCE_LUFS = -16.0


class NoiseFloor:
    """The A-weighted RMS of the silence, or of the pauses, in dBFS (mean square of full scale = 0).

    Judged by `at_speech_minus16`: the floor once speech is brought to −16 LUFS, because gain moves
    both. The median of 32 ms frames; our own, validated in tests/app/test_sound_levels.py.
    """

    ids: ClassVar[tuple[str, ...]] = ("sound.noise_floor",)
    needs: ClassVar[Act | None] = Act.SILENCE

    def __init__(self, _rate: int, _channels: int) -> None:
        self._pauses = Pauses()

    def hear(self, chunk: Chunk) -> None:
        """Collect levels."""
        self._pauses.hear(chunk)

    def readings(self) -> Iterable[Reading]:
        """Return the floor, with the reason when it is not the room's."""
        name, floor = self.ids[0], self._pauses.floor
        if floor is None:
            yield Reading(name, None, why=self._pauses.missing())
            return
        value = decibels(floor.a_power)
        details: dict[str, float | str] = {
            "unweighted_dbfs": decibels(floor.power),
            "source": floor.source,
        }
        why, speech = self._pauses.hidden, self._pauses.speech_lufs
        if speech is None:
            why = why or text("No speech was heard that the noise could be compared with")
        else:
            details["speech_lufs"] = speech
            details["at_speech_minus16"] = value + REFERENCE_LUFS - speech
        yield Reading(name, value, floor.plus_minus, why, details)
