"""A part's rows as columns of numbers: what the timing pass reads of them, kept by identity.

Parts are shared between a show and the show before an edit, so most columns are there already.
"""

from __future__ import annotations

import operator
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Any

from app.show.show import DELAY, MILESTONE, Anchor, Clock, Lock, Ms, Part, Segment

Lengths = Mapping[str, Ms] | Callable[[Segment], Ms | None]
"""How long a row's words take: by its id, or of the row; nothing where it has no words."""

KEPT_ROWS = 20_000  # about 3 MB; the parts left out longest ago are made again
UNTIMED = (DELAY, MILESTONE)
LINKED = Anchor.LINKED  # a look-up of an enum's member costs more than the comparison


@dataclass(frozen=True, slots=True)
class Columns:
    """What the pass needs of one part. The lists are shared: nobody may write to them."""

    part: Part
    durations: list[Ms]  # typed; 0 where it follows from the words
    plays: list[bool]  # False: skipped, a delay or a milestone
    wordy: tuple[int, ...]  # rows whose length follows from their words
    special: tuple[int, ...]  # rows that do more than follow the row before them
    walls: tuple[Ms, ...]  # of each special row: its wall time if it is a plain hard start, else -1
    first: int  # the first row that plays, or -1
    last: int
    ends: list[Ms]  # plain parts: where each row starts, and the end, if the part starts at 0
    backs: bool  # some row counts back
    walked: list[Any]  # how the pass last went through it, see schedule_flow.Walked

    @property
    def count(self) -> int:
        """Return how often the part is played."""
        return max(1, self.part.count)


_kept: dict[int, Columns] = {}
_newest: dict[str, Columns] = {}  # by the part's id: an edit changes one row of a part
_adding = threading.Lock()
_rows = [0]


def columns(part: Part) -> Columns:
    """Return the columns of `part`, the same ones for the same part."""
    found = _kept.get(id(part))
    if found is not None and found.part is part:
        return found
    made = _patched(_newest.get(part.id), part) or _columns(part)
    # Repairs are looked for beside the window's own thread.
    with _adding:
        if id(part) in _kept:
            return _kept[id(part)]
        _rows[0] += len(part.segments) + 1
        while _rows[0] > KEPT_ROWS and _kept:
            oldest = _kept.pop(next(iter(_kept)))
            _rows[0] -= len(oldest.part.segments) + 1
            if _newest.get(oldest.part.id) is oldest:
                del _newest[oldest.part.id]
        _kept[id(part)] = _newest[part.id] = made
    return made


def word_length(lengths: Lengths, segment: Segment) -> Ms | None:
    """Return how long a row's words take, None where it has none."""
    found = lengths(segment) if callable(lengths) else lengths.get(segment.id)
    return None if found is None else max(0, found)


def durations(cols: Columns, lengths: Lengths) -> list[Ms]:
    """Return the length of every row of the part by what was typed and by its words."""
    if not cols.wordy:
        return cols.durations
    filled = cols.durations.copy()
    segments = cols.part.segments
    if callable(lengths):
        for i in cols.wordy:
            filled[i] = max(0, lengths(segments[i]) or 0)
    else:
        get = lengths.get
        for i in cols.wordy:
            length = get(segments[i].id)
            if length and length > 0:
                filled[i] = length
    return filled


def advances(cols: Columns, filled: list[Ms]) -> list[Ms]:
    """Return by how much each row moves a row that is linked to it."""
    if cols.last - cols.first + 1 == len(filled) and all(cols.plays):
        return filled
    return [d if plays else 0 for d, plays in zip(filled, cols.plays, strict=True)]


def _patched(old: Columns | None, part: Part) -> Columns | None:
    """Return the columns of the part before with the one row that changed, None where more did."""
    if old is None or (old.part.count > 1) != (part.count > 1):
        return None
    before, rows = old.part.segments, part.segments
    if len(before) != len(rows):
        return None
    changed = [i for i, same in enumerate(map(operator.is_, before, rows)) if not same]
    if len(changed) != 1:
        return None
    at = changed[0]
    was, now = before[at], rows[at]
    wall = _wall(now, looped=part.count > 1)
    alike = (
        was.kind == now.kind
        and was.skip == now.skip
        and (was.duration_ms is None) == (now.duration_ms is None)
        and (was.anchor is Anchor.BACK) == (now.anchor is Anchor.BACK)
        and (_wall(was, looped=part.count > 1) is None) == (wall is None)
    )
    if not alike or now.kind in UNTIMED or (now.duration_ms or 0) < 0:
        return None
    numbers = old.durations.copy()
    numbers[at] = now.duration_ms or 0
    walls = old.walls
    if wall is not None:
        place = old.special.index(at)
        walls = (*walls[:place], wall, *walls[place + 1 :])
    made = replace(old, part=part, durations=numbers, walls=walls, ends=[], walked=[])
    made.ends.extend(accumulate(advances(made, numbers), initial=0))
    return made


def _columns(part: Part) -> Columns:
    rows = part.segments
    typed = [row.duration_ms for row in rows]
    plays = [not row.skip and row.kind not in UNTIMED for row in rows]
    wordy = tuple(i for i, d in enumerate(typed) if d is None and rows[i].kind not in UNTIMED)
    looped = part.count > 1
    found = [
        (i, wall)
        for i, row in enumerate(rows)
        if (row.anchor is not LINKED or row.end is not None or row.kind == DELAY)
        and (wall := _wall(row, looped=looped)) is not None
    ]
    special = tuple(i for i, _ in found)
    walls = tuple(wall for _, wall in found)
    numbers = [d or 0 for d in typed]
    if numbers and min(numbers) < 0:
        numbers = [
            d if row.kind == DELAY else max(0, d) for d, row in zip(numbers, rows, strict=True)
        ]
    for i in [i for i, row in enumerate(rows) if row.kind == MILESTONE]:
        numbers[i] = 0
    backs = any(rows[i].anchor is Anchor.BACK for i in special)
    made = Columns(part, numbers, plays, wordy, special, walls, *_ends(plays), [], backs, [])
    made.ends.extend(accumulate(advances(made, numbers), initial=0))
    return made


def _ends(plays: list[bool]) -> tuple[int, int]:
    if True not in plays:
        return -1, -1
    return plays.index(True), len(plays) - 1 - plays[::-1].index(True)


def _wall(row: Segment, *, looped: bool) -> Ms | None:
    """Return None for a row that only follows, its wall time if it is a plain hard start, else -1."""
    if row.skip or row.kind == MILESTONE:
        return None
    if row.kind == DELAY:
        return -1
    ends = row.lock is Lock.END and row.end is not None
    time, anchor = row.start, row.anchor
    if anchor is Anchor.HARD and time is not None:
        return -1 if ends or looped or time.clock is not Clock.WALL else time.ms
    fixed = anchor is Anchor.BACK or (anchor is Anchor.SOFT and time is not None)
    return -1 if fixed or ends else None
