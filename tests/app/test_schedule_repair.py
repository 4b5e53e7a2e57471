"""Repairs: what they promise, what they leave alone, and how they are ranked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.core.words import set_language
from app.show.show import Anchor, Beat, Clock, Part, Segment, Show, Time
from app.show.timing.repair import MOST_STEPS, SPARE, apply, repairs
from app.show.timing.repair_steps import StepKind
from app.show.timing.schedule import schedule
from tests.app.test_schedule_random import any_show

MIN = 60_000
EIGHT = 20 * 60 * MIN
STEPS = ("hook", "fabe", "price_anchor", "offer", "questions")


def row(name: str, minutes: float, kind: str = "product", *beats: str) -> Segment:
    words = tuple(Beat(f"{name}.{b}", kind=b, script="讲") for b in beats)
    return Segment(name, kind, f"Row {name}", duration_ms=round(minutes * MIN), beats=words)


def show(*parts: Part, minutes: float) -> Show:
    out = Time(round(minutes * MIN), Clock.ELAPSED)
    return Show("s", "", start_ms=EIGHT, parts=parts, hard_out=out)


def kinds(*, of: Show, lengths: dict[str, int] | None = None) -> set[StepKind]:
    return {s.kind for r in repairs(of, None, lengths or {}, 9) for s in r.steps}


OPENING = row("open", 5, "opening")


def test_a_show_that_fits_needs_no_repair() -> None:
    assert repairs(show(Part("p", segments=(OPENING,)), minutes=5)) == ()


def test_a_show_without_a_goal_needs_no_repair() -> None:
    fits = show(Part("p", segments=(OPENING,)), minutes=5)
    assert repairs(replace(fits, hard_out=None)) == ()


def test_rows_longer_than_their_words_give_way_first() -> None:
    late = show(Part("p", segments=(OPENING, row("a", 10, "product", "hook"))), minutes=12)
    best = repairs(late, None, {"a": 4 * MIN})[0]
    assert [step.kind for step in best.steps] == [StepKind.TRIM]
    assert best.over_ms == 0


def test_a_row_is_never_cut_below_its_words_by_being_trimmed() -> None:
    late = show(Part("p", segments=(OPENING, row("a", 10, "product", "hook"))), minutes=6)
    best = repairs(late, None, {"a": 4 * MIN + 1})[0]
    assert dict(best.steps[0].lengths)["a"] == 4 * MIN + 1000


def test_the_questions_of_a_product_can_be_dropped() -> None:
    late = show(Part("p", segments=(OPENING, row("a", 10, "product", *STEPS))), minutes=14)
    found = [r for r in repairs(late, limit=9) if r.steps[0].kind is StepKind.DROP_BEAT]
    after = apply(late, found[0]).segment("a")
    assert after is not None
    assert [beat.kind for beat in after.beats] == list(STEPS[:-1])


def test_a_row_marked_if_time_is_skipped() -> None:
    spare = replace(row("a", 3), title="机动：随机抽问")
    late = show(Part("p", segments=(OPENING, spare, row("b", 9))), minutes=14)
    best = repairs(late)[0]
    assert [(step.kind, step.target) for step in best.steps] == [(StepKind.SKIP, "a")]


def test_a_loop_can_be_played_once_less() -> None:
    loop = Part("loop", "Round", (row("a", 10), row("b", 10)), count=9)
    late = show(Part("p", segments=(OPENING,)), loop, minutes=165)
    assert StepKind.DROP_ROUND in kinds(of=late)


def test_a_part_over_its_target_is_brought_down_to_it_at_most() -> None:
    over = Part("q", "Round one", (row("a", 10), row("b", 10)), target_ms=18 * MIN)
    longest = Part("r", "Round two", (row("c", 11), row("d", 11)))
    late = show(Part("p", segments=(OPENING,)), over, longest, minutes=43)
    steps = [s for r in repairs(late, limit=9) for s in r.steps]
    shorter = next(s for s in steps if s.kind is StepKind.SHORTEN_OVER)
    assert shorter.saves_ms == 2 * MIN


def test_the_opening_hard_starts_and_announced_offers_stay_as_they_are() -> None:
    fixed = replace(row("hit", 10), anchor=Anchor.HARD, start=Time(40 * MIN, Clock.ELAPSED))
    kept = (OPENING, row("a", 35), fixed, row("bag", 5, "lucky_bag"), row("c", 10))
    late = show(Part("p", segments=kept), minutes=60)
    touched = {row for r in repairs(late, limit=9) for s in r.steps for row in (s.target, *s.rows)}
    assert touched == {"p", "c"}


def test_what_falls_short_is_still_offered_and_says_by_how_much() -> None:
    late = show(Part("p", segments=(OPENING, row("a", 10))), minutes=6)
    best = repairs(late)[0]
    assert best.over_ms == 6 * MIN + 30_000
    assert schedule(apply(late, best)).over_ms == best.over_ms


def test_a_show_with_time_to_spare_may_grow_but_never_over_its_goal() -> None:
    spare = replace(row("x", 3, "fallback"), skip=True)
    short = show(Part("p", segments=(OPENING, row("a", 20, "product", "hook"), spare)), minutes=40)
    offered = repairs(short, None, {"a": 22 * MIN}, 9)
    assert {StepKind.GROW_WORDS, StepKind.UNSKIP, StepKind.GROW} <= {
        s.kind for r in offered for s in r.steps
    }
    assert all(r.over_ms <= 0 for r in offered)


def test_a_repair_reads_as_one_line_in_both_languages() -> None:
    late = show(Part("p", "收尾", (OPENING, row("a", 10))), minutes=14)
    best = repairs(late)[0]
    set_language("zh")
    try:
        said = best.say.say()
    finally:
        set_language("en")
    assert said == "压缩「收尾」 −1:00 → 20:14:00"
    assert best.say.say() == "Shorten “收尾” −1:00 → 20:14:00"


@pytest.mark.parametrize("batch", range(4))
def test_applying_a_repair_gives_exactly_the_promised_end(batch: int) -> None:
    for seed in range(batch * 150, batch * 150 + 150):
        before, lengths = any_show(seed)
        times = schedule(before, lengths)
        for one in repairs(before, times, lengths):
            after = schedule(apply(before, one), lengths)
            assert (after.end_ms, after.over_ms) == (one.end_ms, one.over_ms), seed
            assert sum(step.saves_ms for step in one.steps) == times.end_ms - one.end_ms
            assert len(one.steps) <= MOST_STEPS
            assert abs(one.over_ms) < abs(times.over_ms) or times.over_ms > 0 >= one.over_ms


def test_nothing_is_offered_within_a_minute_of_the_goal() -> None:
    near = show(Part("p", segments=(OPENING, row("a", 10))), minutes=15)
    assert repairs(near) == ()
    assert SPARE == MIN
