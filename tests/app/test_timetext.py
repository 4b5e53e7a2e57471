"""Times as producers type them: understood, or refused with the reason, never silently wrong."""

from __future__ import annotations

import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.words import Text
from app.show.timetext.clock import DAY
from app.show.timetext.fold import fold
from app.show.timetext.understand import (
    Expect,
    Meaning,
    Understood,
    clock_words,
    duration_words,
    understand,
)

HOUR = 3_600_000
TABLE = Path(__file__).parent / "data" / "times.tsv"
ROWS = [tuple(line.split("\t")) for line in TABLE.read_text("utf-8").splitlines()]
# What times are made of, so that random texts are nearly times.
WORDS = """
    5 10 30 8 20 00 24 1.5 半 一 两 十 百 零 点 时 分 分钟 秒 小时 个 钟 刻 差 过 整 點 鐘 ½ : ： - ～ 到 晚上
    早上 凌晨 中午 下午 pm am 次日 第 + t 约 左右 内 h m s min ' " half an and hour noon 7月18日 周五 开播
    或 , . / cst 前 ( )
"""
PIECES = (*WORDS.split(), " ", "\u200b", "\u3000")
texts = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=9).map("".join))


def summary(found: Understood) -> str:
    """Return what was understood, as the table writes it."""
    noted = " noted" if found.reason is not None else ""
    match found.meaning:
        case Meaning.DURATION:
            assert found.ms is not None
            return f"length {duration_words(found.ms)}{noted}"
        case Meaning.CLOCK:
            assert found.start_ms is not None
            return f"clock {clock_words(found.start_ms)}{noted}"
        case Meaning.CLOCK_RANGE | Meaning.ELAPSED_RANGE:
            clocks = found.meaning is Meaning.CLOCK_RANGE
            say = clock_words if clocks else duration_words
            assert found.start_ms is not None
            assert found.end_ms is not None
            assert found.ms is not None
            name, span = "clocks" if clocks else "show", duration_words(found.ms)
            return f"{name} {say(found.start_ms)} {say(found.end_ms)} {span}{noted}"
        case Meaning.REFUSED:
            return "refused"


def test_the_table_is_long_enough_to_mean_something() -> None:
    assert len({typed for _, typed, _ in ROWS}) >= 250


@pytest.mark.parametrize(("field", "typed", "meant"), ROWS)
def test_each_text_of_the_table(field: str, typed: str, meant: str) -> None:
    assert summary(understand(typed, Expect(field))) == meant


@pytest.mark.parametrize(("field", "typed", "meant"), ROWS)
def test_every_reason_is_said_in_both_languages(field: str, typed: str, meant: str) -> None:
    reason = understand(typed, Expect(field)).reason
    if reason is None:
        assert meant != "refused"
        assert "noted" not in meant
    else:
        assert reason.say("en") != reason.say("zh")
        assert not reason.say("en").endswith(".")


def test_nothing_typed_is_refused() -> None:
    assert understand(" \u200b\n").meaning is Meaning.REFUSED


@given(texts, st.sampled_from(Expect), st.none() | st.integers(0, DAY - 1))
def test_any_text_is_answered_within_the_contract(
    typed: str, expect: Expect, reference: int | None
) -> None:
    found = understand(typed, expect, reference_ms=reference)
    assert found.text == typed
    match found.meaning:
        case Meaning.REFUSED:
            assert found.reason is not None
            assert found.ms is found.start_ms is found.end_ms is None
        case Meaning.DURATION:
            assert found.ms is not None
            assert 0 <= found.ms < 100 * HOUR
            assert found.start_ms is found.end_ms is None
            assert expect is not Expect.CLOCK
        case Meaning.CLOCK:
            assert found.ms is not None
            assert 0 <= found.ms < DAY
            assert found.start_ms == found.ms
            assert expect is not Expect.DURATION
        case Meaning.CLOCK_RANGE | Meaning.ELAPSED_RANGE:
            assert found.start_ms is not None
            assert found.end_ms is not None
            assert found.ms is not None
            assert found.ms > 0
            span = found.end_ms - found.start_ms
            clocks = found.meaning is Meaning.CLOCK_RANGE
            assert found.ms == (span + DAY if clocks and span < 0 else span)


@given(texts)
def test_folding_twice_changes_nothing_more(typed: str) -> None:
    once = fold(typed)
    assert fold(once) == once


@given(texts, st.sampled_from(Expect))
def test_the_folded_text_means_the_same(typed: str, expect: Expect) -> None:
    first, second = understand(typed, expect), understand(fold(typed), expect)
    assert (first.meaning, first.ms, first.start_ms) == (second.meaning, second.ms, second.start_ms)


@given(st.integers(0, 100 * HOUR - 1))
def test_a_length_is_understood_as_it_is_shown(ms: int) -> None:
    found = understand(duration_words(ms), Expect.DURATION)
    assert (found.meaning, found.ms, found.reason) == (Meaning.DURATION, ms, None)


@given(st.integers(0, DAY - 1))
def test_a_time_of_day_is_understood_as_it_is_shown(ms: int) -> None:
    found = understand(clock_words(ms), Expect.CLOCK)
    assert (found.meaning, found.ms, found.reason) == (Meaning.CLOCK, ms, None)


@given(st.integers(0, 23), st.integers(0, 59), st.integers(0, 23), st.integers(0, 59))
def test_a_range_of_clocks_is_never_long_by_wrapping(h1: int, m1: int, h2: int, m2: int) -> None:
    found = understand(f"{h1:02}:{m1:02}-{h2:02}:{m2:02}", Expect.CLOCK)
    span = (h2 - h1) * 60 + m2 - m1
    if span == 0 or -720 < span < 0:
        assert found.meaning is Meaning.REFUSED
    else:
        assert found.ms == (span % 1440) * 60_000


@given(st.integers(1, 99), st.integers(1, 59), st.integers(1, 59))
def test_units_add_up(hours: int, minutes: int, seconds: int) -> None:
    ms = ((hours * 60 + minutes) * 60 + seconds) * 1000
    for typed in (
        f"{hours}小时{minutes}分{seconds}秒",
        f"{hours}h{minutes}m{seconds}s",
        f"{hours} 個小時 {minutes} 分鐘 {seconds} 秒",
        f"{hours} hours {minutes} min and {seconds} sec",
    ):
        assert understand(typed).ms == ms


@pytest.mark.parametrize(
    "typed",
    [
        "1" * 100_000,
        "5分钟" * 30_000,
        "晚上" * 50,
        "零" * 150,
        " " * 100_000,
        "一" * 199,
        "'" * 200,
    ],
)
def test_a_monster_is_refused_at_once(typed: str) -> None:
    began = time.perf_counter()
    found = understand(typed)
    assert found.meaning is Meaning.REFUSED
    assert time.perf_counter() - began < 0.2


def test_a_reason_does_not_repeat_a_long_text() -> None:
    reason = understand("5分钟或" * 40).reason
    assert reason is not None
    assert len(reason.say("en")) < 200


def test_a_range_of_lengths_is_asked_about_with_both_ends() -> None:
    found = understand("15-20min", Expect.DURATION)
    assert found.meaning is Meaning.REFUSED
    assert (found.ms, found.low_ms, found.high_ms) == (None, 900_000, 1_200_000)


def test_the_next_day_is_kept_only_where_the_text_names_it() -> None:
    assert understand("20:00-次日1:00").end_ms == 25 * HOUR
    assert understand("23:50-00:10").end_ms == 600_000


@pytest.mark.parametrize(
    ("typed", "reference", "hour"),
    [("8点", 19, 20), ("8点", 9, 8), ("11点", 1, 23), ("12点", 23, 0)],
)
def test_an_hour_without_its_half_of_the_day_is_the_one_near_the_show(
    typed: str, reference: int, hour: int
) -> None:
    found = understand(typed, Expect.CLOCK, reference_ms=reference * HOUR)
    assert found.start_ms == hour * HOUR
    assert found.reason is not None


def test_an_hour_with_its_half_of_the_day_is_not_moved_by_the_show() -> None:
    assert understand("早上8点", reference_ms=20 * HOUR).start_ms == 8 * HOUR
    assert understand("08:00", reference_ms=20 * HOUR).start_ms == 8 * HOUR


def test_a_moment_of_the_show_needs_the_shows_start() -> None:
    assert understand("T+5min").meaning is Meaning.REFUSED
    found = understand("T+5min", reference_ms=20 * HOUR)
    assert (found.meaning, found.start_ms) == (Meaning.CLOCK, 20 * HOUR + 300_000)


def test_no_digit_of_another_script_slips_through() -> None:
    for code in range(0x110000):
        char = chr(code)
        if unicodedata.category(char) in ("Nd", "No", "Nl") and fold(char) == char:
            expect_refused = not (char.isascii() or char == "〇")
            if expect_refused:
                assert understand(f"{char}分钟").meaning is Meaning.REFUSED, hex(code)


def test_lengths_are_shown_short() -> None:
    shown = [duration_words(ms) for ms in (0, 500, 580_000, 580_500, 3_900_000, -90_000)]
    assert shown == ["0:00", "0:00.5", "9:40", "9:40.5", "1:05:00", "\N{MINUS SIGN}1:30"]


def test_several_assumptions_are_all_said() -> None:
    reason = understand("约明天8点").reason
    assert isinstance(reason, Text)
    assert reason.say("en").count(";") >= 2
