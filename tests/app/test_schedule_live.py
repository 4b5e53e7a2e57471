"""A running show against its plan: offset, what is expected, and following the clock."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.show.show import Anchor, Clock, Lock, Part, Segment, Show, Time
from app.show.timing.live_offset import (
    Expected,
    Found,
    LiveState,
    expected,
    expected_end,
    expected_show_end,
    left,
    offset,
    roll,
)
from app.show.timing.schedule import Schedule, schedule

MIN = 60_000


def row(name: str, minutes: int, start: int | None = None, anchor: Anchor = Anchor.SOFT) -> Segment:
    typed = None if start is None else Time(start * MIN, Clock.ELAPSED)
    anchor = Anchor.LINKED if start is None else anchor
    return Segment(name, "product", name, anchor=anchor, start=typed, duration_ms=minutes * MIN)


def plan(*rows: Segment, count: int = 1) -> Schedule:
    return schedule(Show("s", "", start_ms=23 * 60 * MIN, parts=(Part("p", "", rows, count),)))


def on(segment: str, started: int, **more: int) -> LiveState:
    """Return a state in minutes."""
    return LiveState(0, segment, started * MIN, **{k: v * MIN for k, v in more.items()})


THREE = plan(row("a", 10), row("b", 10), row("c", 10))


@pytest.mark.parametrize(
    ("state", "now", "behind"),
    [
        (on("b", 10), 12, 0),
        (on("b", 13), 14, 3),
        (on("b", 8), 9, -2),
        (on("b", 10), 25, 5),  # overtime
        (on("b", 10, paused_ms=4), 16, 4),
        (on("b", 10, pause_since_ms=12), 15, 3),
        (on("b", 10, added_ms=2), 15, 2),
        (on("b", 10, added_ms=2), 25, 5),  # 2 added, 3 over
        (on("b", 130), 131, 120),  # started after midnight
    ],
)
def test_behind_is_late_start_overtime_pause_and_added_time(
    state: LiveState, now: int, behind: int
) -> None:
    assert offset(THREE, state, now * MIN).absolute_ms == behind * MIN


def test_the_relative_offset_forgives_a_late_begin() -> None:
    late = replace(on("a", 5), began_ms=5 * MIN)
    found = offset(THREE, late, 6 * MIN)
    assert (found.absolute_ms, found.relative_ms) == (5 * MIN, 0)


def test_a_row_that_counts_to_its_end_is_late_by_overtime_and_added_time_only() -> None:
    times = plan(row("a", 10), replace(row("b", 10), count_to_end=True))
    assert offset(times, on("b", 15), 16 * MIN).absolute_ms == 0
    assert left(times, on("b", 15), 16 * MIN) == 4 * MIN
    assert offset(times, on("b", 15, added_ms=1), 23 * MIN).absolute_ms == 3 * MIN


def test_a_linked_chain_follows_the_offset() -> None:
    assert expected(THREE, on("a", 4), 5 * MIN, "c") == Expected(24 * MIN, 34 * MIN)


def test_gaps_take_up_being_late() -> None:
    times = plan(row("a", 10), row("b", 10, 13), row("c", 10))
    assert expected(times, on("a", 2), 5 * MIN, "c").start_ms == 23 * MIN
    assert expected(times, on("a", 5), 6 * MIN, "c").start_ms == 25 * MIN


def test_being_ahead_never_pulls_an_unlinked_row_earlier() -> None:
    times = plan(row("a", 10), row("b", 10), row("c", 10, 20))
    ahead = on("b", 7)
    assert expected(times, ahead, 8 * MIN, "c").start_ms == 20 * MIN
    assert expected(THREE, ahead, 8 * MIN, "c").start_ms == 17 * MIN


def test_a_hard_start_stays_and_nothing_after_it_is_late() -> None:
    times = plan(row("a", 10), row("b", 10, 10, Anchor.HARD), row("c", 10))
    assert expected(times, on("a", 5), 6 * MIN, "c").start_ms == 20 * MIN


def test_a_typed_end_takes_up_being_late_as_far_as_it_goes() -> None:
    fixed = replace(row("b", 10), lock=Lock.END, end=Time(20 * MIN, Clock.ELAPSED))
    times = plan(row("a", 10), fixed, row("c", 10))
    assert expected(times, on("a", 5), 6 * MIN, "b") == Expected(15 * MIN, 20 * MIN)
    assert expected(times, on("a", 15), 16 * MIN, "c").start_ms == 25 * MIN


def test_a_row_that_counts_to_its_end_ends_as_planned_or_when_it_starts() -> None:
    times = plan(row("a", 10), replace(row("b", 10), count_to_end=True))
    assert expected(times, on("a", 4), 5 * MIN, "b") == Expected(14 * MIN, 20 * MIN)
    assert expected(times, on("a", 14), 15 * MIN, "b") == Expected(24 * MIN, 24 * MIN)


def test_every_round_of_a_loop_is_expected_in_its_turn() -> None:
    times = plan(row("a", 10), row("b", 5), count=3)
    state = replace(on("a", 17), round=1)
    assert expected(times, state, 18 * MIN, "b", 2).start_ms == 42 * MIN
    assert expected_show_end(times, state, 18 * MIN) == 47 * MIN


def test_the_running_row_ends_after_its_pauses_and_added_time() -> None:
    assert expected_end(THREE, on("b", 10, paused_ms=1, added_ms=2), 15 * MIN) == 23 * MIN


def test_rolling_finds_the_running_row_past_midnight() -> None:
    times = plan(row("a", 50), row("b", 30))
    assert times.clock("b") == "23:50:00"
    found = roll(times, 65 * MIN)
    assert (found.found, found.segment, found.start_ms) == (Found.RUNNING, "b", 50 * MIN)


def test_rolling_finds_the_round_of_a_loop() -> None:
    found = roll(plan(row("a", 10), row("b", 5), count=3), 42 * MIN)
    assert (found.segment, found.round) == ("b", 2)


def test_rolling_in_a_gap_finds_the_next_row() -> None:
    found = roll(plan(row("a", 10), row("b", 5, 20)), 12 * MIN)
    assert (found.found, found.segment) == (Found.NEXT, "b")
    assert str(found.say) == "Starts in 8:00"


def test_rolling_passes_over_rows_without_length() -> None:
    assert roll(plan(row("a", 0), row("b", 5)), 0).segment == "b"


def test_rolling_after_the_end_says_that_nothing_matches() -> None:
    found = roll(THREE, 40 * MIN)
    assert found.found is Found.NOTHING
    assert str(found.say) == "The plan ended 10:00 ago: no row is on and none follows"


def test_rolling_without_any_length_says_so() -> None:
    assert str(roll(plan(row("a", 0)), 0).say).startswith("No row has a length")
