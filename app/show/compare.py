"""Two states of one show side by side: rows added, removed, moved or changed, and time shifted."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from app.show.cells.cell import Around
from app.show.compare_fields import cells_to_compare, part_changes, row_changes, show_changes
from app.show.difference import FieldChange
from app.show.product import Product
from app.show.product_facts import changes
from app.show.show import Ms, Segment, Show

if TYPE_CHECKING:
    from app.show.timing.schedule import Schedule


class Fate(StrEnum):
    """What became of a row; one that moved may have changed too."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row that differs: its place before and after (1-based), its fields, and its new start."""

    id: str
    title: str
    fate: Fate
    before: int | None = None
    after: int | None = None
    fields: tuple[FieldChange, ...] = ()
    shift_ms: Ms | None = None  # how much later it starts; None where it is not on both sides


@dataclass(frozen=True, slots=True)
class Shift:
    """From the row `number` (as it is now) on, everything starts `ms` later than before."""

    number: int
    title: str
    ms: Ms


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that differs between two states of a show."""

    rows: tuple[RowChange, ...] = ()
    show: tuple[FieldChange, ...] = ()
    parts: tuple[FieldChange, ...] = ()
    shifts: tuple[Shift, ...] = ()
    end_ms: Ms | None = None  # how much later the show ends

    def __bool__(self) -> bool:
        """Return whether anything differs."""
        return bool(self.rows or self.show or self.parts or self.shifts or self.end_ms)

    def count(self, fate: Fate) -> int:
        """Return how many rows met this fate."""
        return sum(row.fate is fate for row in self.rows)


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two states: the show, its products, and when everything happens."""

    show: Show
    products: Mapping[str, Product]
    times: Schedule | None = None

    @property
    def around(self) -> Around:
        """Return what the cells may look at."""
        return Around(self.show, self.products, self.times)


def compare(before: Side, after: Side) -> Comparison:
    """Return what differs from `before` to `after`; rows are known by their ids.

    Removed rows stand where they were, before the row that followed them.
    """
    old, new = list(before.show.segments()), list(after.show.segments())
    moved = _moved(old, new, before.show, after.show)
    was = {row.id: n for n, row in enumerate(old, 1)}
    now = {row.id: n for n, row in enumerate(new, 1)}
    known = {row.id: row for row in old}
    cells = cells_to_compare(before.show, after.show)
    found: list[tuple[float, RowChange]] = [
        (_place(row.id, old, now), RowChange(row.id, row.title, Fate.REMOVED, was[row.id]))
        for row in old
        if row.id not in now
    ]
    for row in new:
        place, earlier = now[row.id], known.get(row.id)
        if earlier is None:
            found.append((place, RowChange(row.id, row.title, Fate.ADDED, after=place)))
            continue
        fields = row_changes(earlier, row, before.around, after.around, cells)
        if row.id in moved or fields:
            fate = Fate.MOVED if row.id in moved else Fate.CHANGED
            late = _late(before.times, after.times, row.id)
            change = RowChange(row.id, row.title, fate, was[row.id], place, fields, late)
            found.append((place, change))
    return Comparison(
        tuple(change for _, change in sorted(found, key=_by_place)),
        show_changes(before.show, after.show),
        part_changes(before.show, after.show),
        tuple(_shifts(before.times, after.times, new, known.keys() - moved)),
        _end(before.times, after.times),
    )


def product_differences(
    before: Iterable[Product], now: Mapping[str, Product]
) -> tuple[tuple[Product, tuple[FieldChange, ...]], ...]:
    """Return the products of a version that are otherwise now, or gone (no fields), with what differs."""
    found = ((p, now.get(p.id)) for p in before)
    return tuple(
        (kept, () if present is None else changes(kept, present))
        for kept, present in found
        if present is None or present != kept
    )


def _by_place(pair: tuple[float, RowChange]) -> float:
    return pair[0]


def _place(row: str, old: Sequence[Segment], now: Mapping[str, int]) -> float:
    """Return where a removed row would stand now: just before the next row that is still there."""
    at = next(i for i, s in enumerate(old) if s.id == row)
    following = next((now[s.id] for s in old[at + 1 :] if s.id in now), len(now) + 1)
    return following - 1 + at / (len(old) + 1)


def _moved(
    old: Sequence[Segment], new: Sequence[Segment], before: Show, after: Show
) -> frozenset[str]:
    """Return the fewest rows that need moving to bring the old order to the new; parts count."""
    place = {row.id: n for n, row in enumerate(new)}
    both = [row.id for row in old if row.id in place]
    stay = _longest_rising([place[row] for row in both])
    moved = {row for row in both if place[row] not in stay}
    # A part that was split or joined moves no row: both parts must be there on both sides.
    parts = {p.id for p in before.parts} & {p.id for p in after.parts}
    was, now = _homes(before), _homes(after)
    moved |= {row for row in both if was[row] != now[row] and {was[row], now[row]} <= parts}
    return frozenset(moved)


def _homes(show: Show) -> dict[str, str]:
    return {row.id: part.id for part in show.parts for row in part.segments}


def _longest_rising(values: Sequence[int]) -> frozenset[int]:
    """Return a longest rising run of distinct `values` (patience sorting)."""
    tops: list[int] = []
    back: dict[int, int | None] = {}
    for value in values:
        at = bisect_left(tops, value)
        back[value] = tops[at - 1] if at else None
        tops[at : at + 1] = [value]
    kept: list[int] = []
    step = tops[-1] if tops else None
    while step is not None:
        kept.append(step)
        step = back[step]
    return frozenset(kept)


def _late(before: Schedule | None, after: Schedule | None, row: str) -> Ms | None:
    if before is None or after is None:
        return None
    return after.row(row).start_ms - before.row(row).start_ms


def _shifts(
    before: Schedule | None,
    after: Schedule | None,
    rows: Sequence[Segment],
    staying: AbstractSet[str],
) -> Iterable[Shift]:
    """Yield where the starts of the rows that stay in their order shift by another time than above."""
    if before is None or after is None:
        return
    last = 0
    for number, row in enumerate(rows, 1):
        if row.id not in staying:
            continue
        late = after.row(row.id).start_ms - before.row(row.id).start_ms
        if late != last:
            last = late
            yield Shift(number, row.title, late)


def _end(before: Schedule | None, after: Schedule | None) -> Ms | None:
    if before is None or after is None:
        return None
    return after.end_ms - before.end_ms
