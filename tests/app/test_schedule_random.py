"""The engine against the slow second implementation, on ten thousand random shows."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

import pytest

from app.show.show import DELAY, MILESTONE, Anchor, Clock, Lock, Part, Segment, Show, Time
from app.show.timing.schedule import schedule
from tests.app.slow_schedule import hard_out, latest_end, slow_schedule

SHOWS = 10_000
BATCHES = 20
MINUTE = 60_000
DAY = 86_400_000
# Quiet days, and days on which summer time begins and ends, in the north, the south and at midnight.
DAYS = [
    (None, "Asia/Shanghai"),
    (date(2026, 7, 18), "Asia/Shanghai"),
    (date(2026, 3, 29), "Europe/Berlin"),
    (date(2026, 10, 25), "Europe/Berlin"),
    (date(2026, 10, 24), "Europe/Berlin"),
    (date(2026, 3, 8), "America/New_York"),
    (date(2026, 11, 1), "America/New_York"),
    (date(2026, 4, 5), "Australia/Lord_Howe"),
    (date(2026, 4, 24), "Africa/Cairo"),
]
STARTS = [0, MINUTE, 20 * 60 * MINUTE, 23 * 60 * MINUTE + 50 * MINUTE, 2 * 60 * MINUTE - MINUTE]


def any_time(rng: random.Random, near: int) -> Time:
    """Return a time to type: mostly near where the show stands, sometimes anywhere."""
    if rng.random() < 0.2:
        return Time(max(0, rng.randrange(-5, 240) * MINUTE), Clock.ELAPSED)
    if rng.random() < 0.15:
        return Time(rng.randrange(DAY))
    return Time((near + rng.randrange(-40, 200) * MINUTE) % DAY)


def any_segment(rng: random.Random, name: str, near: int, lengths: dict[str, int]) -> Segment:
    kind = rng.choices(("product", DELAY, MILESTONE), (12, 2, 1))[0]
    length = rng.choice((0, 1, 30_000, MINUTE, 5 * MINUTE, 17 * MINUTE + 3, 55 * MINUTE, None))
    if kind == DELAY:
        length = rng.choice((-7 * MINUTE, -MINUTE, MINUTE, 5 * MINUTE, 40 * MINUTE, None))
    if rng.random() < 0.7:
        lengths[name] = rng.randrange(0, 20) * 20_000
    anchor = rng.choices((Anchor.LINKED, Anchor.SOFT, Anchor.HARD, Anchor.BACK), (8, 2, 2, 1))[0]
    segment = Segment(name, kind, name, anchor=anchor, duration_ms=length)
    if rng.random() < 0.95:
        segment = replace(segment, start=any_time(rng, near))
    if rng.random() < 0.15:
        segment = replace(segment, lock=Lock.END, end=any_time(rng, near))
    return replace(segment, skip=rng.random() < 0.12)


def any_show(seed: int) -> tuple[Show, dict[str, int]]:
    rng = random.Random(seed)
    on, zone = rng.choice(DAYS)
    start = rng.choice((*STARTS, rng.randrange(DAY)))
    lengths: dict[str, int] = {}
    parts = []
    near = start
    for number in range(rng.randrange(0, 4)):
        rows = []
        for row in range(rng.randrange(0, 7)):
            rows.append(any_segment(rng, f"{number}.{row}", near, lengths))
            near += (rows[-1].duration_ms or 0) % DAY
        count = rng.choice((1, 1, 1, 2, 3, 9))
        parts.append(Part(f"p{number}", segments=tuple(rows), count=count))
    out = any_time(rng, near) if rng.random() < 0.6 else None
    return Show("s", "", on, start, zone, parts=tuple(parts), hard_out=out), lengths


def compare(seed: int) -> None:
    show, lengths = any_show(seed)
    equal(show, lengths, seed)


def equal(show: Show, lengths: dict[str, int], seed: int) -> None:
    fast, slow = schedule(show, lengths), slow_schedule(show, lengths)
    rows = {row.segment: row for row in fast.rows()}
    for wanted in slow.rows:
        got = rows[wanted.segment.id]
        assert got.repeats[wanted.round] == wanted.start, (seed, wanted)
        assert got.duration_ms == wanted.length, (seed, wanted)
        if wanted.round == 0:
            assert (got.gap_ms, got.delay_ms) == (wanted.gap, wanted.delay), (seed, wanted)
    assert fast.end_ms == latest_end(slow), seed
    assert fast.hard_out_ms == hard_out(show), seed
    asked = {(w.kind.value, w.segment) for w in fast.warnings}
    kinds = ("end_before_start", "out_of_order")
    assert {a for a in asked if a[0] in kinds} == slow.troubles, seed
    ends = 0 if not slow.played else slow.played[0].start
    for row in slow.played:  # the sum of durations and gaps, overlaps shortening, never below 0
        ends += max(0, row.length + row.start - ends) if row.start + row.length > ends else 0
    assert fast.start_ms + fast.duration_ms == (ends if slow.played else 0), seed


@pytest.mark.parametrize("batch", range(BATCHES))
def test_the_engine_equals_the_slow_implementation(batch: int) -> None:
    for seed in range(batch * SHOWS // BATCHES, (batch + 1) * SHOWS // BATCHES):
        compare(seed)


def test_edits_of_shared_parts_are_timed_as_if_nothing_were_shared() -> None:
    for seed in range(0, 900, 3):
        show, lengths = any_show(seed)
        rng = random.Random(seed)
        for turn in range(4):
            rows = list(show.segments())
            if not rows:
                break
            old = rng.choice(rows)
            new = any_segment(rng, old.id, show.start_ms, lengths)
            show = show.with_segment(new)
            if turn == 2:
                show = replace(show, start_ms=(show.start_ms + MINUTE) % DAY)
            equal(show, lengths, seed)


def test_a_new_length_or_start_of_one_row_is_timed_as_if_nothing_were_shared() -> None:
    for seed in range(0, 1500, 5):
        show, lengths = any_show(seed)
        rng = random.Random(seed)
        for _ in range(4):
            rows = [s for s in show.segments() if s.duration_ms is not None and s.kind != DELAY]
            if not rows:
                break
            old = rng.choice(rows)
            new = replace(old, duration_ms=rng.randrange(30) * MINUTE)
            if new.start is not None and rng.random() < 0.5:
                new = replace(new, start=any_time(rng, show.start_ms))
            show = show.with_segment(new)
            equal(show, lengths, seed)


def test_words_that_grow_move_the_rows_of_parts_nobody_edited() -> None:
    for seed in range(0, 900, 3):
        show, lengths = any_show(seed)
        equal(show, lengths, seed)
        equal(show, {name: length + 7 * MINUTE for name, length in lengths.items()}, seed)
