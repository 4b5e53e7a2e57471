"""The reader's place in a script, from what a recogniser has heard so far.

Silence holds for ever: nothing moves but by a sound. A person's jump wins and is the new anchor.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from app.rehearsal.follow.belief import Belief, Filter

SURE = 0.5  # the place moves only when more than this probability is near one place
LEAP_SURE = 0.9  # and leaps only when more than this is
AHEAD = 8  # sounds; the place is never further than this beyond what was heard
ALIKE = 5  # of the last `AHEAD` sounds heard must stand there before the place leaps
FAR = 100  # sounds; a longer leap wants more proof, for a phrase of talk may stand anywhere
FAR_HEARD, FAR_ALIKE = 12, 7


class Follower:
    """Follows one script; `position` is the index of the sound read last, None before the first."""

    def __init__(self, script: Sequence[str]) -> None:
        self._filter = Filter(script)
        self._committed = self._filter.certain(0)
        self._anchor = 0  # sounds read when the last partial was final
        self._steps: list[tuple[str, Belief, int]] = []  # of the running partial, sound by sound
        self._tail: tuple[str, ...] = ()  # the last sounds of the partials before
        self._passed = 0  # sounds of the running partial from before a jump
        self._length = 0  # of the running partial

    @property
    def position(self) -> int | None:
        """Return the index of the sound read last, None before the first."""
        read = self._read
        return read - 1 if read else None

    @property
    def off_script(self) -> bool:
        """Return whether the reader is more probably off the script than on it."""
        return self._belief.off_share > SURE

    def partial(self, heard: Sequence[str], *, final: bool = False) -> None:
        """Take all sounds heard since the last endpoint; `final` ends them.

        A recogniser may revise what it said: whatever differs is heard again from there.
        """
        self._length = len(heard)
        fresh = tuple(heard[self._passed :])
        same = 0
        for (sound, _, _), now in zip(self._steps, fresh, strict=False):
            if sound != now:
                break
            same += 1
        del self._steps[same:]
        for at in range(same, len(fresh)):
            self._hear(fresh[: at + 1])
        if final:
            self._commit(fresh)

    def jump(self, index: int) -> None:
        """Take a person's word that the sound at `index` is the one read last; −1 for the beginning."""
        read = min(max(0, index + 1), len(self._filter.script))
        self._committed, self._anchor = self._filter.certain(read), read
        self._passed, self._tail = self._length, ()
        self._steps.clear()

    @property
    def _belief(self) -> Belief:
        return self._steps[-1][1] if self._steps else self._committed

    @property
    def _read(self) -> int:
        return self._steps[-1][2] if self._steps else self._anchor

    def _hear(self, fresh: tuple[str, ...]) -> None:
        before = self._read
        belief = self._filter.heard(self._belief, fresh[-1], before)
        best, share = belief.best()
        moves = self._plausible(best, share, before, (*self._tail, *fresh)[-FAR_HEARD:])
        self._steps.append((fresh[-1], belief, best if moves else before))

    def _plausible(self, best: int, share: float, before: int, last: tuple[str, ...]) -> bool:
        """Return whether the place is sure, and near or with what was heard last standing there."""
        if abs(best - before) <= AHEAD // 2:
            return share > SURE
        if share <= LEAP_SURE:
            return False
        far = abs(best - before) > FAR
        least, heard = (FAR_ALIKE, last) if far else (ALIKE, last[-AHEAD:])
        there = self._filter.script[max(0, best - len(heard) - 2) : best]
        blocks = SequenceMatcher(None, there, heard, autojunk=False).get_matching_blocks()
        return sum(block.size for block in blocks) >= least

    def _commit(self, fresh: tuple[str, ...]) -> None:
        self._committed, self._anchor = self._belief, self._read
        self._tail = (*self._tail, *fresh)[-FAR_HEARD:]
        self._passed = self._length = 0
        self._steps.clear()
