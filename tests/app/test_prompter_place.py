"""The place is a function of time: no drift, no font in it, and edits leave it at its word."""

from __future__ import annotations

import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rehearsal.prompter.edited import moved
from app.rehearsal.prompter.layout import Layout, layout
from app.rehearsal.prompter.prompting import (
    Prompting,
    aimed,
    ending_at,
    jumped,
    nudged,
    paced,
    paused,
    position,
    running,
    seconds_to,
    speed_of,
    target_of,
)
from app.rehearsal.prompter.script import Script, measure, script_of
from app.show.show import Beat, Part, Segment, Show
from app.show.timing.schedule import schedule

WEIGHTS = measure()
WORDS = "外面降温了，厨房里是热的，进来坐。今晚三件事，一口能闷的炖锅，先看价格129元。" * 6


def show_of(*scripts: str, minutes: int = 5) -> Show:
    rows = tuple(
        Segment(f"r{n}", "product", f"Row {n}", duration_ms=minutes * 60_000 + n * 1234,
                beats=(Beat("a", script=words),))
        for n, words in enumerate(scripts)
    )  # fmt: skip
    return Show("s", "Test", date(2026, 11, 28), parts=(Part("p", "P", rows),))


def script(*scripts: str) -> Script:
    return script_of(show_of(*scripts), {}, WEIGHTS)


def wrapped(read: Script, font_px: int, width_px: int = 1200) -> Layout:
    """Return a layout as a window makes one: rows of as many characters as the width holds."""
    rows, y = [], 0.0
    per_row = width_px // font_px
    for line in read.lines:
        for first in range(0, max(1, len(line.words)), per_row):
            at = next((a.at for a in line.atoms if a.start >= first), line.units)
            rows.append((line.begins + at, y))
            y += font_px * 1.5
    return layout(rows, (read.units, y))


def started(length: float, speed: float = 4.0) -> Prompting:
    return running(Prompting(0.0, 0.0, speed, length), 0.0)


@pytest.mark.parametrize("hertz", [60, 120])
def test_dropped_frames_never_drift(hertz: int) -> None:
    read = script(*[WORDS] * 30)
    glass, dice = wrapped(read, 60), random.Random(1)
    state = started(read.units)
    for frame in range(hertz * 60 * 30):
        if dice.random() < 0.1:
            continue
        now = frame / hertz
        shown, truth = glass.y(position(state, now)), glass.y(min(4.0 * now, read.units))
        assert abs(shown - truth) <= 0.5


def test_the_font_does_not_change_the_time_to_the_end() -> None:
    read = script(*[WORDS] * 10)
    took = []
    for font in (40, 120):
        glass, state = wrapped(read, font), started(read.units)
        now = 0.0
        while glass.y(position(state, now)) < glass.px[-1] - 0.5:
            now += 0.1
        took.append(now)
    assert abs(took[1] - took[0]) / took[0] <= 0.01


@given(
    st.lists(
        st.tuples(st.floats(0.01, 60), st.sampled_from(["pace", "pause", "run", "nudge"])),
        max_size=12,
    )
)
def test_a_change_of_mind_starts_from_the_place_it_finds(steps: list[tuple[float, str]]) -> None:
    state, now = started(1000.0), 0.0
    for wait, what in steps:
        now += wait
        before = position(state, now)
        if what == "pace":
            state = paced(state, now, 7.0)
        elif what == "nudge":
            state = nudged(state, now, 0.0)
        else:
            state = paused(state, now) if what == "pause" else running(state, now)
        assert position(state, now) == pytest.approx(before)


def test_a_pause_stands_still() -> None:
    state = paused(started(1000.0), 10.0)
    assert position(state, 5000.0) == 40.0


def test_a_countdown_stands_at_its_place_until_it_is_over() -> None:
    state = running(Prompting(0.0, 5.0, 4.0, 100.0), 0.0, countdown_s=3.0)
    assert (position(state, 2.9), position(state, 4.0)) == (5.0, 9.0)


def test_240_characters_a_minute_are_four_units_a_second() -> None:
    assert speed_of(characters=240, weights=WEIGHTS) == 4.0


def test_a_rate_in_words_reads_as_many_words() -> None:
    read = script("one pot is what most of us need")
    last = read.lines[0].atoms[7]
    state = started(read.units, speed_of(words=120, weights=WEIGHTS))
    assert seconds_to(state, 0.0, last.at + last.units) == pytest.approx(4.0)


def test_every_row_ends_within_50_ms_of_its_planned_end() -> None:
    shown = show_of(WORDS, WORDS[:80], WORDS * 2, WORDS)
    read, times = script_of(shown, {}, WEIGHTS), schedule(shown)
    begun = running(Prompting(0.0, 0.0, 4.0, read.units), 100.0)
    state = aimed(begun, 100.0, target_of(read, times, 100.0))
    for passage in read.passages:
        planned = 100.0 + times.row(passage.segment).end_ms / 1000
        assert seconds_to(state, 100.0, passage.ends - 1e-9) == pytest.approx(
            planned - 100.0, abs=0.05
        )


def test_a_row_that_was_left_late_still_ends_the_next_in_time() -> None:
    shown = show_of(WORDS, WORDS)
    read, times = script_of(shown, {}, WEIGHTS), schedule(shown)
    state = aimed(started(read.units), 0.0, target_of(read, times, 0.0))
    state = jumped(state, 250.0, 10.0)
    end = times.row("r1").end_ms / 1000
    assert position(state, end) == pytest.approx(read.units)


def test_end_at_a_time_brings_the_last_word_there() -> None:
    shown = show_of(WORDS, WORDS)
    read = script_of(shown, {}, WEIGHTS)
    target = ending_at(target_of(read, schedule(shown), 0.0), 60.0, 400.0)
    state = aimed(started(read.units), 60.0, target)
    assert position(state, 399.9) < read.units == pytest.approx(position(state, 400.0))


def test_a_layout_finds_the_word_again_from_its_height() -> None:
    read = script(WORDS, WORDS)
    glass = wrapped(read, 60)
    assert glass.units_at(glass.y(123.4)) == pytest.approx(123.4)


def test_words_put_in_above_leave_the_word_being_read() -> None:
    old, new = script("甲乙丙丁"), script("先说一句\n甲乙丙丁")
    assert new.lines[1].begins + 2.5 == pytest.approx(moved(2.5, old, new))


def test_rows_put_in_another_order_take_the_place_with_them() -> None:
    shown = show_of("甲乙丙丁", "戊己庚辛")
    (part,) = shown.parts
    turned = Show("s", "Test", parts=(Part("p", "P", part.segments[::-1]),))
    old, new = script_of(shown, {}, WEIGHTS), script_of(turned, {}, WEIGHTS)
    assert moved(1.5, old, new) == pytest.approx(new.lines[1].begins + 1.5)


def test_a_word_that_was_deleted_gives_the_next_that_stayed() -> None:
    assert moved(2.5, script("甲乙丙丁"), script("甲乙丁")) == 2.0
