"""Delays: what they move, what eats them, and how they become real times."""

from __future__ import annotations

import pytest

from app.show.show import DELAY, Anchor, Clock, Part, Segment, Show, Time
from app.show.timing.delays import apply_delays
from app.show.timing.run import Kind
from app.show.timing.schedule import schedule
from tests.app.test_schedule_random import any_show

MIN = 60_000


def row(name: str, minutes: int, at: int | None = None, anchor: Anchor = Anchor.SOFT) -> Segment:
    """Return a row; with `at`, minutes after the show's begin, it has a typed start."""
    start = None if at is None else Time(at * MIN, Clock.ELAPSED)
    anchor = Anchor.LINKED if at is None else anchor
    return Segment(name, "product", name, anchor=anchor, start=start, duration_ms=minutes * MIN)


def delay(minutes: int) -> Segment:
    return Segment(f"delay{minutes}", DELAY, duration_ms=minutes * MIN)


def show(*rows: Segment) -> Show:
    return Show("s", "", parts=(Part("p", segments=rows),))


def starts(of: Show) -> list[float]:
    return [r.start_ms / MIN for r in schedule(of).rows() if r.plays]


def test_a_delay_shifts_all_that_follows() -> None:
    assert starts(show(row("a", 5), delay(3), row("b", 5), row("c", 5))) == [0, 8, 13]


def test_a_delay_is_not_a_gap() -> None:
    times = schedule(show(row("a", 5), delay(3), row("b", 5)))
    assert (times.row("b").gap_ms, times.row("b").delay_ms) == (0, 3 * MIN)


def test_a_gap_absorbs_what_it_can_of_a_delay() -> None:
    late = show(row("a", 5), delay(5), row("b", 5), row("c", 5, at=13))
    times = schedule(late)
    assert times.row("c").start_ms == 15 * MIN
    assert times.row("c").delay_ms == 2 * MIN
    assert times.row("c").gap_ms == 0


def test_a_delay_right_before_a_row_is_not_eaten_by_its_own_gap() -> None:
    assert starts(show(row("a", 5), delay(5), row("b", 5, at=10))) == [0, 15]


def test_a_skipped_row_between_does_not_part_a_delay_from_its_row() -> None:
    skipped = Segment("x", "product", duration_ms=MIN, skip=True)
    assert starts(show(row("a", 5), delay(5), skipped, row("b", 5, at=10))) == [0, 15]


def test_a_negative_delay_is_not_eaten() -> None:
    early = show(row("a", 5), delay(-2), row("b", 5), row("c", 5, at=20), row("d", 5, at=30))
    assert starts(early) == [0, 3, 18, 28]


def test_a_hard_start_ends_every_delay_and_the_overlap_shows() -> None:
    times = schedule(show(row("a", 5), delay(5), row("b", 5), row("c", 5, 12, Anchor.HARD)))
    assert times.row("c").start_ms == 12 * MIN
    assert times.row("c").gap_ms == -3 * MIN
    assert times.row("c").delay_ms == 0


def test_a_delay_right_before_a_hard_start_is_said_to_move_nothing() -> None:
    times = schedule(show(row("a", 5), delay(5), row("b", 5, 12, Anchor.HARD)))
    assert Kind.DELAY_LOST in {w.kind for w in times.warnings}


def test_a_delay_inside_a_block_repeats_with_it_and_one_before_it_does_not() -> None:
    inside = Part("p", segments=(delay(1), row("a", 5), delay(2), row("b", 5)), count=3)
    times = schedule(Show("s", "", parts=(inside,)))
    assert times.row("a").repeats == (1 * MIN, 13 * MIN, 25 * MIN)
    assert times.end_ms == 37 * MIN


def test_a_skipped_delay_feeds_nothing() -> None:
    off = Segment("d", DELAY, duration_ms=5 * MIN, skip=True)
    assert starts(show(row("a", 5), off, row("b", 5))) == [0, 5]


def test_applied_delays_unlink_the_first_row_after_them() -> None:
    made = apply_delays(show(row("a", 5), delay(3), row("b", 5), row("c", 5)))
    anchors = [segment.anchor for segment in made.segments()]
    assert anchors == [Anchor.LINKED, Anchor.SOFT, Anchor.LINKED]
    assert starts(made) == [0, 8, 13]


def test_an_applied_delay_stops_at_the_shows_begin() -> None:
    made = apply_delays(show(delay(-3), row("a", 5), row("b", 5)))
    assert starts(made) == [0, 5]


@pytest.mark.parametrize("batch", range(4))
def test_applied_delays_leave_every_row_where_it_was(batch: int) -> None:
    for seed in range(batch * 250, batch * 250 + 250):
        before, lengths = any_show(seed)
        planned = [r for r in schedule(before, lengths).rows() if r.plays]
        if any(r.start_ms < 0 for r in planned):
            continue
        made = apply_delays(before, lengths)
        assert not any(s.kind == DELAY and not s.skip for s in made.segments())
        real = [r for r in schedule(made, lengths).rows() if r.plays]
        assert [(r.segment, r.repeats) for r in real] == [
            (r.segment, r.repeats) for r in planned
        ], seed
