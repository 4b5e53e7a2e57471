"""Where in a script a reader probably is: a hidden Markov filter with an off-script state.

2N states: on the script after p of its sounds, or off it with p as the place to come back to. Each
sound heard moves the probabilities once. Rates are those of the trial in tests/bench/FOLLOW.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

    Row = np.ndarray[tuple[int], np.dtype[np.float64]]

SKIP = 0.08  # one or two sounds that were not heard
STAY = 0.08  # a sound heard that is not in the script
AWAY = 0.03  # off the script
BACK = 0.06  # and back where it was left
LEAP_ON, LEAP_OFF = 2e-4, 2e-3  # to anywhere
HEARD = 0.75  # a sound is recognised as it was said
OTHER = 1 / 400  # any one sound by chance: Mandarin has some 400 without tones
REACH = 40.0  # sounds; a leap of this length is half as likely as a short one
NEAR = 2  # sounds on either side that count as the same place


@dataclass(frozen=True, slots=True, eq=False)
class Belief:
    """Probabilities after p = 0 … N sounds, on the script and off it; together 1."""

    on: Row
    off: Row

    @property
    def off_share(self) -> float:
        """Return how probable it is that the reader is off the script."""
        return float(self.off.sum())

    def best(self) -> tuple[int, float]:
        """Return the most probable number of sounds read, and the probability near it."""
        both = self.on + self.off
        at = int(both.argmax())
        return at, float(both[max(0, at - NEAR) : at + NEAR + 1].sum())


class Filter:
    """The script's side of the filter: where each sound stands in it."""

    def __init__(self, script: Sequence[str]) -> None:
        self.script = tuple(script)

    def certain(self, read: int) -> Belief:
        """Return the belief that exactly `read` sounds have been read."""
        import numpy as np

        on = np.zeros(len(self.script) + 1)
        on[read] = 1.0
        return Belief(on, np.zeros_like(on))

    def heard(self, before: Belief, sound: str, near: int) -> Belief:
        """Return the belief after one more sound; leaps from the place `near` prefer short ways."""
        import numpy as np

        on, off = before.on, before.off
        moved = np.zeros_like(on)
        moved[1:] = on[:-1] * (1 - SKIP - STAY - AWAY - LEAP_ON) + off[:-1] * BACK
        moved[2:] += on[:-2] * (SKIP / 2)
        moved[3:] += on[:-3] * (SKIP / 2)
        moved += (LEAP_ON * on.sum() + LEAP_OFF * off.sum()) * self._leaps(near)
        moved *= (1 - HEARD) * OTHER
        moved[self._places.get(sound, [])] *= HEARD / ((1 - HEARD) * OTHER)
        moved[0] = 0.0  # no sound leads to the beginning
        moved += on * (STAY * OTHER)
        left = (on * AWAY + off * (1 - BACK - LEAP_OFF)) * OTHER
        whole = moved.sum() + left.sum()
        return Belief(moved / whole, left / whole)

    def _leaps(self, near: int) -> Row:
        size = len(self.script)
        shares: Row = self._shares[size - near : 2 * size + 1 - near]
        return shares / float(shares.sum())

    @cached_property
    def _shares(self) -> Row:
        import numpy as np

        size = len(self.script)
        return 1.0 / (1.0 + np.abs(np.arange(-size, size + 1)) / REACH)

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for at, sound in enumerate(self.script, 1):
            found.setdefault(sound, []).append(at)
        return found
