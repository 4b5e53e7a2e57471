"""Rows timed by the clock beside rows timed since the beginning: one time for both, where it can be."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from app.exchange.sheet.shown import DAY_MS
from app.exchange.sheet.understood import SheetRow


def begin_of(rows: Sequence[SheetRow]) -> int | None:
    """Return when the show begins, ms of the day; None where the rows do not tell or disagree.

    A row that says both times tells it; so does a first row with a clock, or a clock right after
    a row whose end since the beginning is known.
    """
    begin = _told(rows)
    if begin is None or not mixed(rows):
        return begin
    points = [at for row in rows if (at := since(row, begin)) is not None]
    return begin if all(a < b for a, b in pairwise(points)) else None


def mixed(rows: Sequence[SheetRow]) -> bool:
    """Whether some rows are timed by the clock alone and some since the beginning alone."""
    clocks = any(row.start_ms is not None and row.elapsed_ms is None for row in rows)
    return clocks and any(row.start_ms is None and row.elapsed_ms is not None for row in rows)


def since(row: SheetRow, begin: int) -> int | None:
    """Return when a row starts since the beginning, in ms; a linked row has no start of its own."""
    if row.linked:
        return None
    if row.elapsed_ms is not None:
        return row.elapsed_ms
    return None if row.start_ms is None else (row.start_ms - begin) % DAY_MS


def _told(rows: Sequence[SheetRow]) -> int | None:
    for row in rows:
        if row.start_ms is not None and row.elapsed_ms is not None:
            return (row.start_ms - row.elapsed_ms) % DAY_MS
    timed = [row for row in rows if row.start_ms is not None or row.elapsed_ms is not None]
    if timed and timed[0].start_ms is not None:
        return timed[0].start_ms
    for before, row in pairwise(timed):
        if row.start_ms is not None and before.elapsed_ms is not None:
            if before.duration_ms is None:
                return None
            return (row.start_ms - before.elapsed_ms - before.duration_ms) % DAY_MS
    return None
