"""Two states of a show compared: what was added, removed, moved, changed, and how time shifted."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from app.show.compare import Comparison, Fate, Side, compare, product_differences
from app.show.difference import Stays, pieces
from app.show.edit import split_part, with_moved_rows, with_rows, without_rows
from app.show.product import Product
from app.show.show import Anchor, Beat, Part, Segment, Show, Time
from app.show.timing.schedule import schedule

MINUTE = 60_000
ROWS = tuple(
    Segment(
        name, "pitch", f"row {name}", duration_ms=5 * MINUTE, beats=(Beat("b" + name, script="说"),)
    )
    for name in "abcdef"
)
SHOW = Show("s", "Show", parts=(Part("p", "One", ROWS[:3]), Part("q", "Two", ROWS[3:])))


def compared(before: Show, after: Show) -> Comparison:
    return compare(Side(before, {}, schedule(before)), Side(after, {}, schedule(after)))


def fates(found: Comparison) -> list[tuple[str, Fate]]:
    return [(row.id, row.fate) for row in found.rows]


def with_row(show: Show, name: str, **values: object) -> Show:
    return show.with_segments(lambda s: replace(s, **values) if s.id == name else s)  # type: ignore[arg-type]


def test_a_show_does_not_differ_from_itself() -> None:
    assert not compared(SHOW, SHOW)


def test_an_added_row_is_said_with_its_place() -> None:
    found = compared(SHOW, with_rows(SHOW, (Segment("x", "pitch", "new"),), before="b"))
    assert [(r.id, r.fate, r.before, r.after) for r in found.rows] == [("x", Fate.ADDED, None, 2)]


def test_a_removed_row_stands_where_it_was() -> None:
    found = compared(SHOW, with_row(without_rows(SHOW, ("b",)), "c", title="other"))
    assert fates(found) == [("b", Fate.REMOVED), ("c", Fate.CHANGED)]


def test_one_row_carried_up_is_the_one_that_moved() -> None:
    found = compared(SHOW, with_moved_rows(SHOW, ("f",), before="d"))
    assert fates(found) == [("f", Fate.MOVED)]


def test_a_row_carried_to_another_part_at_the_same_place_moved() -> None:
    found = compared(SHOW, with_moved_rows(SHOW, ("d",), part="p"))
    assert fates(found) == [("d", Fate.MOVED)]


def test_splitting_a_part_moves_no_row() -> None:
    found = compared(SHOW, split_part(SHOW, "b", "New", "n"))
    assert found.rows == ()
    assert [(c.before, c.after) for c in found.parts] == [("", "New")]


def test_a_moved_row_says_what_changed_in_it_too() -> None:
    after = with_row(with_moved_rows(SHOW, ("f",), before="d"), "f", title="other")
    (row,) = compared(SHOW, after).rows
    assert (row.fate, [(c.before, c.after) for c in row.fields]) == (
        Fate.MOVED,
        [("row f", "other")],
    )


def test_words_are_said_before_and_after() -> None:
    after = with_row(SHOW, "a", beats=(Beat("ba", script="说完"),))
    (change,) = compared(SHOW, after).rows[0].fields
    assert (change.before, change.after) == ("说", "说完")


def test_a_longer_row_shifts_what_follows_and_the_end() -> None:
    found = compared(SHOW, with_row(SHOW, "b", duration_ms=7 * MINUTE))
    assert [(s.number, s.ms) for s in found.shifts] == [(3, 2 * MINUTE)]
    assert found.end_ms == 2 * MINUTE


def test_a_hard_start_is_said_as_one() -> None:
    after = with_row(SHOW, "b", anchor=Anchor.HARD, start=Time(72_600_000))
    (change,) = compared(SHOW, after).rows[0].fields
    assert change.after == "hard, 20:10:00"


def test_what_holds_for_the_whole_show_is_said() -> None:
    (change,) = compared(SHOW, replace(SHOW, title="Other")).show
    assert (change.before, change.after) == ("Show", "Other")


def test_hanzi_are_compared_one_by_one() -> None:
    found = pieces("门店 199 元", "门店 129 块")
    assert [(p.stays, p.words) for p in found] == [
        (Stays.SAME, "门店 "),
        (Stays.GONE, "199"),
        (Stays.NEW, "129"),
        (Stays.SAME, " "),
        (Stays.GONE, "元"),
        (Stays.NEW, "块"),
    ]


@settings(deadline=None)
@given(st.text(max_size=40), st.text(max_size=40))
def test_pieces_give_both_texts_back(before: str, after: str) -> None:
    found = pieces(before, after)
    assert "".join(p.words for p in found if p.stays is not Stays.NEW) == before
    assert "".join(p.words for p in found if p.stays is not Stays.GONE) == after


@settings(max_examples=100, deadline=None)
@given(st.permutations("abcdef"), st.sets(st.sampled_from("abcdef")))
def test_rows_that_did_not_move_keep_their_order(order: list[str], gone: set[str]) -> None:
    known = {row.id: row for row in ROWS}
    before = Show("s", "", parts=(Part("p", "", ROWS),))
    after = Show("s", "", parts=(Part("p", "", tuple(known[i] for i in order if i not in gone)),))
    found = compared(before, after)
    assert {r.id for r in found.rows if r.fate is Fate.REMOVED} == gone
    moved = {r.id for r in found.rows if r.fate is Fate.MOVED}
    stay = [i for i in order if i not in gone and i not in moved]
    assert stay == sorted(stay)


def test_products_that_are_otherwise_now_or_gone_are_named() -> None:
    cup, mat, pot = Product("1", "cup", live_cents=100), Product("2", "mat"), Product("3", "pot")
    now = {"1": replace(cup, live_cents=200), "2": mat}
    found = product_differences((cup, mat, pot), now)
    assert [(p.id, [(c.before, c.after) for c in changed]) for p, changed in found] == [
        ("1", [("¥1", "¥2")]),
        ("3", []),
    ]
