"""The checks of formats: each speaks where its limit is passed, and is silent where it is kept."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from statistics import median

import pytest

from app.show.checks import Finding, Talents, check_specs, findings
from app.show.checks.acts import lacking
from app.show.checks.finding import ROW_CHECKS, SHOW_CHECKS
from app.show.checks.items import read_day
from app.show.formats import Level, new_segment
from app.show.product import Product
from app.show.script.reading import lengths
from app.show.show import Beat, Cue, CueKind, Part, Segment, Show
from app.show.timing.schedule import schedule

MINUTE = 60_000
CUP = Product("cup", "随手杯", link="3", live_cents=12900, list_cents=19900, stock=100, reserve=10)
TEA = replace(CUP, id="tea", name="茶", link="4")
POT = replace(CUP, id="pot", name="锅", link="5")
GOODS = {p.id: p for p in (CUP, TEA, POT)}
TODAY = date(2026, 11, 22)


def row(kind: str = "product", minutes: float = 5, **values: object) -> Segment:
    fresh = new_segment(kind)
    usual = {"products": ("cup",)} if kind == "product" else {}
    given = {"beats": (), "duration_ms": round(minutes * MINUTE), **usual, **values}
    return replace(fresh, **given)  # type: ignore[arg-type]


def show(*rows: Segment, **values: object) -> Show:
    made = Show("s", "t", on=TODAY, parts=(Part("p", "", rows),))
    return replace(made, **values)  # type: ignore[arg-type]


def said(
    current: Show,
    check: str,
    goods: dict[str, Product] = GOODS,
    talents: Talents | None = None,
    today: date | None = TODAY,
) -> list[Finding]:
    times = schedule(current, lengths(current, goods, {}))
    found = findings(current, goods, times, today, talents or {})
    return [f for f in found if f.check == check]


def fields(**values: str) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(values.items()))


ASK = row("interaction", 2)
HOLD = (Beat("a", "retain"), Beat("b", "hold", duration_ms=11 * MINUTE))
SOURCE = fields(source="Office", date="2026-11-21", lead="yes")
NEWS = row("read", 2, fields=SOURCE)
ACT = fields(rehearsal="once")
OLD = fields(source="Office", date="2026-11-10", lead="yes")
LATE = fields(source="Office", date="2026-11-24", lead="yes")
LATER_LEAD = row("read", 2, fields=fields(source="Office", date="2026-11-21"))


def bad() -> Iterator[tuple[str, Show, dict[str, Product]]]:
    """Yield for each check the shows it has one thing to say of."""
    pin = Cue("c", CueKind.PIN)
    dear = {"cup": replace(CUP, live_cents=29900)}
    yield "product_missing", show(row(products=())), GOODS
    yield "product_missing", show(row(products=("gone",))), GOODS
    for change in ({"live_cents": None}, {"link": ""}, {"stock": None}):
        yield "product_details", show(row()), {"cup": replace(CUP, **change)}
    yield "price_above_list", show(row()), dear
    yield "price_above_list", show(row(cues=(Cue("c", CueKind.PRICE, cents=20000),))), GOODS
    yield "reserve_low", show(row()), {"cup": replace(CUP, reserve=9)}
    yield "pin_repeat", show(row(cues=(pin,))), GOODS
    yield "pin_repeat", show(row(cues=(replace(pin, every_ms=8001),))), GOODS
    yield "products_crowded", show(*(row("product", 0.4, products=(p,)) for p in GOODS)), GOODS
    yield "hold_long", show(row("product", 20, beats=HOLD)), GOODS
    yield "interaction_gap", show(row(minutes=10.1)), GOODS
    yield "interaction_gap", show(row(minutes=5), ASK, row(minutes=11), ASK), GOODS
    yield "bag_rhythm", show(row(minutes=21)), GOODS
    yield "bag_rhythm", show(row("lucky_bag", 1), row(minutes=21), row("lucky_bag", 1)), GOODS
    yield "bag_rhythm", show(row("lucky_bag", 1), row("lucky_bag", 1)), GOODS
    yield "music_licence", show(row("act", fields=fields(music="Song", rehearsal="ready"))), GOODS
    yield "not_rehearsed", show(row("act", fields=fields(rehearsal="words"))), GOODS
    yield "idle_host", show(row("act", fields=fields(floating="yes"))), GOODS
    yield "item_undated", show(row("read", fields=fields(date="2026-11-21"))), GOODS
    yield "item_undated", show(row("read", fields=fields(source="a", date="soon"))), GOODS
    yield "item_stale", show(row("read", fields=OLD)), GOODS
    yield "item_stale", show(row("read", fields=LATE)), GOODS
    yield "number_recheck", show(row("read", fields=fields(recheck_by="2026-11-22"))), GOODS
    yield "lead_first", show(LATER_LEAD, NEWS), GOODS
    yield "lead_first", show(LATER_LEAD, replace(LATER_LEAD, id="x")), GOODS
    yield "lead_first", show(NEWS, replace(NEWS, id="x")), GOODS
    yield "show_long", show(*(row(minutes=60.1) for _ in range(6))), GOODS
    yield "copied_rows", show(*(row(title="a") for _ in range(3))), GOODS
    pair = [row(title="a"), row("interaction", title="b")]
    copies = [replace(s, id=f"{s.id}{n}") for n in range(4) for s in pair]
    yield "copied_rows", show(*copies), GOODS
    yield "token_doubt", show(row(beats=(Beat("b", "hook", "{优惠券}"),))), GOODS
    yield "token_doubt", show(row(beats=(Beat("b", "hook", "{cue:none}"),))), GOODS
    yield "kind_unknown", show(row("hologram")), GOODS


def good() -> Iterator[tuple[str, Show]]:
    """Yield for each check shows it has nothing to say of, at the limit where there is one."""
    pin = Cue("c", CueKind.PIN, every_ms=8000)
    yield "product_missing", show(row("interaction"))
    yield "product_details", show(row())
    yield "price_above_list", show(row(cues=(Cue("c", CueKind.PRICE, cents=19900),)))
    yield "reserve_low", show(row())
    yield "pin_repeat", show(row(cues=(pin,)))
    yield "products_crowded", show(*(row("product", 0.5, products=(p,)) for p in GOODS))
    same = [row("product", 0.2, products=("cup",)) for _ in range(5)]
    yield "products_crowded", show(*same)
    yield "hold_long", show(row(beats=(HOLD[0], replace(HOLD[1], duration_ms=10 * MINUTE))))
    yield "interaction_gap", show(row(minutes=10), ASK, row(minutes=10))
    bag = Cue("c", CueKind.BAG, at_ms=9 * MINUTE)
    yield "interaction_gap", show(row(minutes=18, cues=(bag,)))
    yield "bag_rhythm", show(row(minutes=20))
    yield "bag_rhythm", show(row("lucky_bag", 1), row(minutes=16), row("lucky_bag", 1))
    opens = row("lucky_bag", 1, beats=(Beat("b", "reveal", "开了"),))
    yield "bag_rhythm", show(row("lucky_bag", 1), row(minutes=3), opens)
    yield "bag_rhythm", show(row("read", 60))
    yield "music_licence", show(row("act", fields=fields(music="无")))
    yield "music_licence", show(row("act", fields=fields(music="Song", licence="7")))
    yield "not_rehearsed", show(row("act", fields=ACT))
    yield "not_rehearsed", show(row("act"), on=date(2026, 11, 25))
    yield "idle_host", show(row("act", fields=fields(floating="yes", meanwhile="tea")))
    yield "item_undated", show(NEWS)
    yield "item_stale", show(row("read", fields=fields(date="2026-11-19")))
    yield "item_stale", show(row("read", fields=OLD), stale_hours=24 * 12)
    yield "number_recheck", show(row("read", fields=fields(recheck_by="2026-11-22", checked="yes")))
    yield "lead_first", show(row(), NEWS, LATER_LEAD)
    yield "show_long", show(*(row(minutes=60) for _ in range(6)))
    yield "copied_rows", show(row(title="a"), row(title="a"))
    words = [row(title="a", beats=(Beat("b", "", str(n)),)) for n in range(3)]
    yield "copied_rows", show(*words)
    yield "token_doubt", show(row(beats=(Beat("b", "hook", "{直播价}，{{x}}"),)))
    yield "kind_unknown", show(row("delay"))


@pytest.mark.parametrize(("check", "current", "goods"), list(bad()))
def test_a_check_speaks_once_of_what_passes_its_limit(
    check: str, current: Show, goods: dict[str, Product]
) -> None:
    (found,) = said(current, check, goods)
    assert found.say.say("en")
    assert found.segment == "" or current.segment(found.segment) is not None


@pytest.mark.parametrize(("check", "current"), list(good()))
def test_a_check_is_silent_within_its_limit(check: str, current: Show) -> None:
    assert said(current, check) == []


def test_every_check_is_tried_both_ways() -> None:
    tried = {c for c, *_ in bad()} | {"talent_missing"}
    silent = {c for c, *_ in good()} | {"talent_missing"}
    assert set(check_specs()) == tried == silent


def test_every_check_of_the_data_has_its_function_and_the_other_way_round() -> None:
    assert set(check_specs()) == set(ROW_CHECKS) | set(SHOW_CHECKS)


def test_a_finding_carries_how_loud_and_how_sure_it_is() -> None:
    (found,) = said(show(row(cues=(Cue("c", CueKind.PIN),))), "pin_repeat")
    assert (found.level, found.certainty.value) == (Level.HINT, "low")
    assert found.basis.say("zh")


def test_an_act_is_fitted_to_what_the_hosts_can_do() -> None:
    act = show(row("act", fields=fields(talents="唱歌、Guitar")))
    assert said(act, "talent_missing", talents={"小满": ["唱歌", "guitar"]}) == []
    (found,) = said(act, "talent_missing", talents={"小满": ["唱歌"], "阿屿": []})
    assert "Guitar" in found.say.say("en")


def test_talents_nobody_has_told_say_nothing() -> None:
    assert said(show(row("act", fields=fields(talents="唱歌"))), "talent_missing") == []


def test_a_list_of_talents_may_be_typed_with_any_comma() -> None:
    assert lacking("唱歌，做菜、guitar; dance / 口技", ["做菜", "Guitar"]) == (
        "唱歌",
        "dance",
        "口技",
    )


def test_questions_inside_a_selling_row_count_as_interaction() -> None:
    beats = (Beat("a", "fabe", duration_ms=9 * MINUTE), Beat("b", "questions"))
    assert said(show(row(minutes=11, beats=beats), row(minutes=9)), "interaction_gap") == []


def test_a_skipped_row_is_neither_played_nor_checked() -> None:
    rows = (row(minutes=11), row("interaction", 1, skip=True), row(skip=True, products=()))
    assert len(said(show(*rows), "interaction_gap")) == 1
    assert said(show(*rows), "product_missing") == []


def test_a_loop_is_heard_in_every_round() -> None:
    block = Part("p", "", (row(minutes=8), ASK), count=3)
    assert said(replace(show(), parts=(block,)), "interaction_gap") == []
    silent = Part("p", "", (row(minutes=4),), count=3)
    assert len(said(replace(show(), parts=(silent,)), "interaction_gap")) == 1


def test_an_item_with_a_time_of_day_is_aged_by_the_hour() -> None:
    item = row("read", fields=fields(source="a", date="2026-11-19 19:00"))
    (found,) = said(show(item), "item_stale")
    assert "73" in found.say.say("en")


@pytest.mark.parametrize(
    ("written", "read"),
    [("2026-11-22", True), ("2026/11/22", True), ("2026.11.22", True), ("2026-11-22 18:00", True),
     ("2026-11-22 18：00", True), ("yesterday", False), ("2026-13-01", False), ("", False)],
)  # fmt: skip
def test_days_are_read_as_people_write_them(written: str, *, read: bool) -> None:
    assert (read_day(written) is not None) == read


def test_a_show_without_a_day_is_judged_by_today_or_not_at_all() -> None:
    item = show(row("read", fields=OLD), on=None)
    assert len(said(item, "item_stale")) == 1
    assert said(item, "item_stale", today=None) == []


def test_a_changed_product_is_looked_at_again() -> None:
    current = show(row())
    assert said(current, "product_details") == []
    assert len(said(current, "product_details", {"cup": replace(CUP, stock=None)})) == 1


def test_a_changed_limit_of_the_show_is_looked_at_again() -> None:
    item = row("read", fields=OLD)
    assert len(said(show(item), "item_stale")) == 1
    assert said(show(item, stale_hours=1000), "item_stale") == []


def test_checking_a_thousand_rows_again_costs_a_fifth_of_the_first_time() -> None:
    beats = tuple(replace(b, script="今晚{直播价}") for b in new_segment("product").beats)
    current = show(*(row(title=str(i), beats=beats) for i in range(1000)))
    times = schedule(current, {})
    took = []
    for _ in range(7):
        began = time.process_time_ns()
        findings(current, GOODS, times, TODAY)
        took.append(time.process_time_ns() - began)
    assert median(took[1:]) <= took[0] / 5
