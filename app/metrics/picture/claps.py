"""The instants at which clapping hands close, as the picture sees them.

Hands that meet stop at once: the difference between frames is large, then drops. The last interval
with motion holds only the part of it before they met; its share of the motion before says when.
"""

from __future__ import annotations

from collections import deque

import cv2
import numpy as np
from numpy.typing import NDArray

from app.metrics.picture.look import Look
from app.metrics.signals import Floats

CELLS = (24, 24)  # the differences are kept as means of so many places
LEAST_MOTION = 1.6  # steps of 255, mean of the places that move most
BUSIEST = 0.08  # share of the places that counts
DROP = 0.3  # of the motion before, within two frames
APART_SECONDS = 0.25
WEAK = 0.45  # of the median strength: gestures beside claps
MOST = 60


class ClapWatch:
    """Collects frame differences while claps are looked for (in files: always)."""

    def __init__(self, *, guided: bool) -> None:
        self._open = not guided
        self._recent: deque[tuple[float, float, Floats]] = deque(maxlen=6)
        self._found: deque[tuple[float, float]] = deque(maxlen=MOST)  # instant, strength

    def begin(self) -> None:
        """Look for claps from now on, forgetting earlier ones."""
        self._open = True
        self._recent.clear()
        self._found.clear()

    def skip(self) -> None:
        """Stop looking, forgetting what was found."""
        self._open = False
        self._found.clear()

    def see(self, look: Look) -> None:
        """Take the difference to the frame immediately before."""
        if not self._open:
            return
        if look.before is None or look.before.shape != look.small.shape:
            self._recent.clear()
            return
        if self._recent and look.at <= self._recent[-1][0]:
            self._recent.clear()
        change = cv2.absdiff(look.small, look.before).astype(np.float32)
        cells = np.asarray(cv2.resize(change, CELLS, interpolation=cv2.INTER_AREA), np.float32)
        period = look.at - self._recent[-1][0] if self._recent else 0.0
        self._recent.append((look.at, period, cells))
        self._judge()

    def instants(self) -> tuple[float, ...]:
        """Return the closing instants in seconds on the frames' clock."""
        if not self._found:
            return ()
        usual = float(np.median([strength for _, strength in self._found]))
        return tuple(at for at, strength in self._found if strength >= WEAK * usual)

    def _judge(self) -> None:
        """Decide whether the hands met in the interval that ended two frames ago."""
        if len(self._recent) < 5:
            return
        recent = list(self._recent)
        # The places are chosen where the hands moved last, so that the rest of the body is out.
        before, meeting = recent[-4][2], recent[-3][2]
        places = _busiest(np.maximum(before, meeting))
        motion = [float(cells[places].mean()) for _, _, cells in recent]
        quiet = float(np.median([np.median(cells) for _, _, cells in recent]))
        earlier, moving, last, after = (max(m - quiet, 0.0) for m in motion[-5:-1])
        following = max(motion[-1] - quiet, 0.0)
        if moving < LEAST_MOTION or min(after, following) > DROP * moving or last > 1.6 * moving:
            return
        # Hands that open slow down by themselves; only hands that meet stop at full speed.
        if after > DROP * max(moving, last) or moving < 0.8 * earlier:
            return
        # Of the motion of a full interval, what was left of it when the hands met; where they met
        # early in the next interval, its small share is added.
        share = min(last / moving, 1.0)
        if share > 0.75:
            share += after / moving
        at, period = recent[-3][0], recent[-3][1]
        instant = at - period * (1 - share)
        strength = max(moving, last)
        if self._found and instant - self._found[-1][0] < APART_SECONDS:
            if strength > self._found[-1][1]:
                self._found[-1] = instant, strength
            return
        self._found.append((instant, strength))


def _busiest(cells: Floats) -> tuple[NDArray[np.intp], ...]:
    """Return where the few places are that moved most."""
    count = max(int(BUSIEST * cells.size), 1)
    return np.unravel_index(np.argpartition(cells, -count, axis=None)[-count:], cells.shape)
