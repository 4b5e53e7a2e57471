"""The timing rules one by one, as a table of small shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.core.errors import Refused
from app.show.show import MILESTONE, Anchor, Beat, Clock, Lock, Part, Segment, Show, Time
from app.show.timing.clock import said_span, wall_clock
from app.show.timing.run import Kind
from app.show.timing.schedule import Datum, schedule

MIN = 60_000
HOUR = 60 * MIN


def at(said: str) -> Time:
    """Return a typed wall time, "20:05"."""
    hours, minutes = said.split(":")
    return Time(int(hours) * HOUR + int(minutes) * MIN)


def row(name: str, minutes: float | None = 10) -> Segment:
    length = None if minutes is None else round(minutes * MIN)
    return Segment(name, "product", name, duration_ms=length)


def hard(name: str, said: str, minutes: float = 10) -> Segment:
    return replace(row(name, minutes), anchor=Anchor.HARD, start=at(said))


def soft(name: str, said: str, minutes: float = 10) -> Segment:
    return replace(row(name, minutes), anchor=Anchor.SOFT, start=at(said))


def back(name: str, minutes: float = 10) -> Segment:
    return replace(row(name, minutes), anchor=Anchor.BACK)


def until(segment: Segment, said: str) -> Segment:
    return replace(segment, lock=Lock.END, end=at(said))


def show(*rows: Segment, begin: str = "20:00") -> Show:
    return Show("s", "", start_ms=at(begin).ms, parts=(Part("p", segments=rows),))


def starts(of: Show) -> str:
    times = schedule(of)
    return " ".join(times.clock(s.id)[:5] for s in of.segments())


def kinds(of: Show, segment: str) -> set[Kind]:
    return {w.kind for w in schedule(of).warnings if w.segment == segment}


TABLE = {
    "linked rows follow each other": (show(row("a"), row("b")), "20:00 20:10"),
    "the first row starts with the show": (show(row("a"), begin="23:30"), "23:30"),
    "a soft start waits": (show(row("a"), soft("b", "20:15")), "20:00 20:15"),
    "a soft start is pushed": (show(row("a", 30), soft("b", "20:15")), "20:00 20:30"),
    "a hard start stays, over a gap": (show(row("a"), hard("b", "20:15"), row("c")),
                                       "20:00 20:15 20:25"),
    "a hard start stays, over an overlap": (show(row("a", 30), hard("b", "20:15"), row("c")),
                                            "20:00 20:15 20:25"),
    "a late row above does not send a hard start to the next day": (
        show(row("a", 12), row("b", 12), hard("c", "20:10")), "20:00 20:12 20:10"),
    "a skipped row feeds nothing": (show(row("a"), replace(hard("b", "20:40"), skip=True),
                                         row("c")), "20:00 20:10 20:10"),
    "a milestone takes no time": (show(row("a"), Segment("m", MILESTONE, duration_ms=MIN),
                                       row("c")), "20:00 20:10 20:10"),
    "a typed end moves the row below": (show(until(row("a"), "20:25"), row("b")), "20:00 20:25"),
    "past midnight": (show(row("a", 40), row("b"), begin="23:30"), "23:30 00:10"),
    "a hard start past midnight": (show(row("a", 20), hard("b", "00:05"), begin="23:30"),
                                   "23:30 00:05"),
    "a hard start at the stroke of midnight": (show(row("a", 30), hard("b", "00:00"),
                                                    begin="23:30"), "23:30 00:00"),
    "a row after midnight, typed before it": (show(row("a", 50), hard("b", "23:55"),
                                                   begin="23:30"), "23:30 23:55"),
    "counted back from a hard start": (show(row("a"), back("b"), back("c", 5), hard("d", "21:00")),
                                       "20:00 20:45 20:55 21:00"),
    "counted back over linked rows": (show(row("a"), back("b"), row("c", 5), hard("d", "21:00")),
                                      "20:00 20:45 20:55 21:00"),
    "counted back past a skipped hard start": (
        show(row("a"), back("b"), replace(hard("x", "20:40"), skip=True), hard("d", "21:00")),
        "20:00 20:50 21:00 21:00"),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLE)
def test_rule(name: str) -> None:
    of, wanted = TABLE[name]
    assert starts(of) == wanted


def test_a_row_is_as_long_as_its_words() -> None:
    times = schedule(show(row("a", None), row("b")), {"a": 7 * MIN})
    assert times.row("b").start_ms == 7 * MIN
    assert Datum.DURATION in times.row("a").computed


def test_lengths_may_be_asked_of_the_row_itself() -> None:
    times = schedule(show(row("a", None), row("b")), lambda segment: len(segment.id) * MIN)
    assert times.row("b").start_ms == MIN


def test_a_row_without_length_and_words_counts_as_nothing_and_is_said() -> None:
    assert starts(show(row("a", None), row("b"))) == "20:00 20:00"
    assert kinds(show(row("a", None)), "a") == {Kind.NO_LENGTH}


def test_words_longer_than_the_row_are_said() -> None:
    worded = replace(row("a"), beats=(Beat("b", script="讲"),))
    times = schedule(show(worded), {"a": 12 * MIN})
    assert times.row("a").over_ms == 2 * MIN
    assert {w.kind for w in times.warnings} == {Kind.WORDS_LONG}


def test_an_overlap_counts_once_in_the_length_of_the_show() -> None:
    assert schedule(show(row("a", 30), hard("b", "20:15", 5))).duration_ms == 30 * MIN


def test_gap_and_overlap_are_against_the_latest_end_not_the_row_before() -> None:
    times = schedule(show(row("a", 60), hard("b", "20:10", 5), hard("c", "20:30", 5)))
    assert times.row("c").gap_ms == -30 * MIN


def test_an_end_before_its_start_asks_and_never_becomes_nearly_a_day() -> None:
    late = show(row("a"), until(row("b"), "20:05"))
    assert schedule(late).row("b").duration_ms == 0
    warning = next(w for w in schedule(late).warnings if w.segment == "b")
    assert warning.kind is Kind.END_BEFORE_START
    assert warning.asks


def test_an_end_after_midnight_is_the_next_days() -> None:
    late = show(until(row("a"), "00:10"), begin="23:50")
    assert schedule(late).row("a").duration_ms == 20 * MIN


def test_a_start_typed_before_the_one_above_asks() -> None:
    assert Kind.OUT_OF_ORDER in kinds(show(hard("a", "20:00"), hard("b", "19:59")), "b")


def test_a_start_before_the_show_is_said() -> None:
    assert kinds(show(hard("a", "19:30")), "a") == {Kind.BEFORE_SHOW}


def test_twelve_hours_either_way_mean_the_later_time() -> None:
    clock = wall_clock(Show("s", "", start_ms=0))
    assert clock.nearest(12 * HOUR, 0, 0) == 12 * HOUR


def test_a_long_day_keeps_its_typed_starts_on_their_day() -> None:
    of = show(row("a", 30), hard("b", "22:00"), begin="08:00")
    assert schedule(of).row("b").start_ms == 14 * HOUR


def test_rows_above_a_fixed_time_follow_it_when_it_moves() -> None:
    moved = show(row("a"), back("b"), hard("c", "21:10"))
    assert starts(moved) == "20:00 21:00 21:10"


def test_closing_rows_count_back_from_the_hard_out() -> None:
    of = replace(show(row("a"), back("b"), back("c", 5)), hard_out=at("22:00"))
    assert starts(of) == "20:00 21:45 21:55"
    assert schedule(of).over_ms == 0


def test_counting_back_over_rows_that_still_run_is_said() -> None:
    assert kinds(show(row("a", 55), back("b"), hard("c", "21:00")), "b") == {Kind.BACK_TOO_LATE}


def test_counting_back_from_nothing_follows_and_is_said() -> None:
    of = show(row("a"), back("b"))
    assert starts(of) == "20:00 20:10"
    assert kinds(of, "b") == {Kind.BACK_NOWHERE}


def loop(*rows: Segment, count: int = 9, target: int | None = None) -> Show:
    block = Part("p", "Block", rows, count, None if target is None else target * MIN)
    return Show("s", "", start_ms=20 * HOUR, parts=(block, Part("q", segments=(row("z"),))))


def test_a_block_times_nine_is_one_part_with_a_count() -> None:
    times = schedule(loop(row("a", 15), row("b", 5)))
    assert times.row("b").repeats == tuple(15 * MIN + n * 20 * MIN for n in range(9))
    assert times.row("z").start_ms == 180 * MIN


def test_a_parts_target_is_of_one_round() -> None:
    part = schedule(loop(row("a", 15), row("b", 8), target=20)).part("p")
    assert part is not None
    assert (part.duration_ms, part.total_ms, part.over_ms) == (23 * MIN, 207 * MIN, 3 * MIN)


def test_later_rounds_repeat_the_first_with_its_gaps() -> None:
    of = loop(row("a", 5), soft("b", "20:10", 5), count=2)
    assert schedule(of).row("b").repeats == (10 * MIN, 25 * MIN)
    assert kinds(of, "b") == {Kind.FIXED_IN_LOOP, Kind.GAP}


def test_counting_back_goes_over_a_loop_with_all_its_rounds() -> None:
    parts = (
        Part("p", segments=(row("a"), back("b"))),
        Part("q", segments=(row("c", 5),), count=4),
        Part("r", segments=(hard("d", "21:00"),)),
    )
    assert starts(Show("s", "", start_ms=20 * HOUR, parts=parts)) == "20:00 20:30 20:40 21:00"


def dated(on: date, begin: str, *rows: Segment, zone: str = "Europe/Berlin") -> Show:
    return replace(show(*rows, begin=begin), on=on, zone=zone)


def test_an_hour_that_is_leapt_over_is_not_played() -> None:
    of = dated(date(2026, 3, 29), "01:30", row("a", 60), row("b"))
    assert starts(of) == "01:30 03:30"


def test_an_hour_that_comes_twice_is_played_twice() -> None:
    of = dated(date(2026, 10, 25), "02:30", row("a", 60), row("b"))
    assert starts(of) == "02:30 02:30"
    assert schedule(of).row("b").start_ms == HOUR


def test_a_hard_start_after_the_leap_is_an_hour_nearer() -> None:
    of = dated(date(2026, 3, 29), "01:00", row("a"), hard("b", "04:00"))
    assert schedule(of).row("b").start_ms == 2 * HOUR


def test_a_hard_start_after_the_clocks_go_back_is_an_hour_farther() -> None:
    of = dated(date(2026, 10, 25), "01:00", row("a"), hard("b", "04:00"))
    assert schedule(of).row("b").start_ms == 4 * HOUR


def test_a_typed_time_that_does_not_exist_is_said_and_counts_later() -> None:
    of = dated(date(2026, 3, 29), "01:30", row("a"), hard("b", "02:30"))
    assert starts(of) == "01:30 03:30"
    assert Kind.CLOCK_MISSING in kinds(of, "b")


def test_a_typed_time_that_comes_twice_is_said_and_is_the_nearer() -> None:
    of = dated(date(2026, 10, 25), "01:30", row("a"), hard("b", "02:30"))
    assert schedule(of).row("b").start_ms == HOUR
    assert Kind.CLOCK_TWICE in kinds(of, "b")


def test_china_has_no_summer_time() -> None:
    of = dated(date(2026, 3, 29), "01:30", row("a", 60), row("b"), zone="Asia/Shanghai")
    assert starts(of) == "01:30 02:30"


def test_a_zone_nobody_knows_is_refused() -> None:
    with pytest.raises(Refused, match="no time zone “Mars/Base”"):
        schedule(dated(date(2026, 3, 29), "01:30", row("a"), zone="Mars/Base"))


def test_a_typed_elapsed_start_counts_from_the_begin() -> None:
    of = show(row("a"), replace(hard("b", "20:00"), start=Time(15 * MIN, Clock.ELAPSED)))
    assert starts(of) == "20:00 20:15"


def test_the_hard_out_is_the_first_one_after_the_begin() -> None:
    of = replace(show(row("a"), begin="23:00"), hard_out=at("01:00"))
    assert schedule(of).hard_out_ms == 2 * HOUR


def test_over_is_against_the_hard_out_else_the_target() -> None:
    late = replace(show(row("a", 70)), target_ms=HOUR)
    assert schedule(late).over_ms == 10 * MIN
    assert schedule(replace(late, hard_out=at("21:30"))).over_ms == -20 * MIN


def test_a_show_without_rows_has_no_length() -> None:
    times = schedule(Show("s", ""))
    assert (times.end_ms, times.duration_ms, times.rows(), times.warnings) == (0, 0, (), ())


def test_every_time_tells_whether_it_was_typed() -> None:
    times = schedule(show(row("a"), until(hard("b", "20:15"), "20:30")))
    assert times.row("a").computed == {Datum.START, Datum.END}
    assert times.row("b").computed == {Datum.DURATION}


def test_spans_read_as_people_write_them() -> None:
    said = [said_span(ms, sign=True) for ms in (-110_000, 0, 400_000, 3_661_000, -400)]
    assert said == ["−1:50", "0:00", "+6:40", "+1:01:01", "0:00"]


@pytest.mark.parametrize("on", [date.min, date(1899, 12, 31), date(2026, 7, 18), date.max])
def test_absurd_dates_and_lengths_are_timed_like_any_others(on: date) -> None:
    week = 7 * 24 * 60
    rows = [row(f"r{n}", week) for n in range(600)]
    block = Part("p", segments=(*rows, hard("z", "21:00")), count=99)
    of = Show("s", "", on, 20 * HOUR, parts=(block,), hard_out=at("22:00"))
    times = schedule(of)
    assert times.row("z").start_ms == 600 * week * MIN + HOUR
    assert len(times.clock_of(times.end_ms)) == len("20:00:00")
