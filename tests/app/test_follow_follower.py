"""The follower keeps the reader's place, and never moves for nothing."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.rehearsal.follow.follower import AHEAD, Follower
from app.rehearsal.follow.sounds import sounds
from tests.bench.follow import INVENTORY, follow, p95, partials, straight
from tests.bench.follow_scripts import SCRIPTS

SCRIPT = sounds(SCRIPTS["tea"], "zh")
CLOSING = sounds("问题打在公屏上我们一条一条看", "zh")
SHORT = (*SCRIPT[:30], *CLOSING, *SCRIPT[30:60], *CLOSING, *SCRIPT[90:120], *CLOSING)


def test_a_straight_reading_is_followed_to_the_last_sound() -> None:
    follower = Follower(SCRIPT)
    follower.partial(SCRIPT, final=True)
    assert follower.position == len(SCRIPT) - 1


def test_nothing_is_read_before_the_first_sound() -> None:
    follower = Follower(SCRIPT)
    follower.partial(())
    assert follower.position is None


def test_silence_holds_for_ever() -> None:
    follower = Follower(SCRIPT)
    follower.partial(SCRIPT[:20], final=True)
    for _ in range(10_000):
        follower.partial((), final=True)
    assert follower.position == 19


def test_figures_are_followed_as_they_are_said() -> None:
    follower = Follower(sounds("今晚直播价129元送茶巾", "zh"))
    follower.partial(sounds("今晚直播价一百二十九元", "zh"))
    assert follower.position == 10


def test_english_words_are_followed() -> None:
    script = sounds("Tonight the kettle costs $129 and the lid comes free", "en")
    follower = Follower(script)
    follower.partial(sounds("tonight the Kettle costs one hundred twenty nine dollars", "en"))
    assert follower.position == 8


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 10**6), st.sampled_from([0.0, 0.15, 0.25, 0.35]))
def test_the_place_is_never_further_than_8_beyond_what_was_said(seed: int, rate: float) -> None:
    dice = random.Random(seed)
    follower = Follower(SHORT)
    for heard, final, place in partials(straight(SHORT, dice), rate, dice):
        follower.partial(heard, final=final)
        assert place is not None
        assert (follower.position or 0) <= place + AHEAD


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from(INVENTORY), max_size=40), st.integers(0, 100))
def test_a_partial_said_again_changes_nothing(noise: list[str], at: int) -> None:
    follower = Follower(SHORT)
    follower.partial(SHORT[:at], final=True)
    heard = (*SHORT[at : at + 10], *noise)
    follower.partial(heard)
    once = (follower.position, follower.off_script)
    follower.partial(heard)
    assert (follower.position, follower.off_script) == once


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from(INVENTORY), max_size=12), st.integers(1, 100))
def test_a_revised_partial_counts_as_if_it_had_been_heard_so(wrong: list[str], at: int) -> None:
    revised, direct = Follower(SHORT), Follower(SHORT)
    revised.partial((*SHORT[: at // 2], *wrong))
    revised.partial(SHORT[:at])
    direct.partial(SHORT[:at])
    assert revised.position == direct.position


def test_a_repeated_closing_is_the_nearest_one() -> None:
    follower = Follower(SHORT)
    follower.partial(SHORT[:74], final=True)
    follower.partial(SHORT[74 : 74 + len(CLOSING)])
    assert follower.position == 74 + len(CLOSING) - 1


def test_a_jump_by_hand_wins_at_once_and_holds_against_words_from_before() -> None:
    follower = Follower(SCRIPT)
    follower.partial(SCRIPT[:40])
    follower.jump(200)
    follower.partial(SCRIPT[:40])
    assert follower.position == 200


def test_following_goes_on_from_where_a_hand_put_it() -> None:
    follower = Follower(SCRIPT)
    follower.partial(SCRIPT[:40])
    follower.jump(200)
    follower.partial((*SCRIPT[:40], *SCRIPT[201:206]))
    assert follower.position == 205


def test_talk_that_is_not_in_the_script_counts_as_off_it() -> None:
    follower = Follower(SCRIPT)
    follower.partial(SCRIPT[:40], final=True)
    follower.partial(sounds("刚才有人问我嗓子怎么了昨天吃火锅", "zh"))
    assert follower.off_script


@pytest.mark.parametrize("event", ["straight", "skip 80", "back 35"])
def test_a_quarter_misheard_costs_two_sounds_at_most_in_95_of_100(event: str) -> None:
    errors = [abs(e) for seed in range(3) for e in follow(SCRIPT, event, 0.25, seed).errors]
    assert p95(errors) <= 2


def test_forty_sounds_of_other_talk_move_the_place_by_12_at_most() -> None:
    assert max(follow(SCRIPT, "ad-lib 40", 0.25, seed).drift for seed in range(100, 105)) <= 12
