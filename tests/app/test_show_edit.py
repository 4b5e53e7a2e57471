"""Edits of rows and parts: what moves, what stays, what is shared."""

from __future__ import annotations

import pytest

from app.core.errors import Refused
from app.show import edit
from app.show.show import Beat, Column, Cue, CueKind, Part, Segment, Show


def show(*parts: str) -> Show:
    """Return a show of parts such as "a: 1 2 3"."""
    made = []
    for part in parts:
        name, rows = part.split(":")
        made.append(Part(name, name, tuple(Segment(r, "product", r) for r in rows.split())))
    return Show("s", "Show", parts=tuple(made))


def written(shown: Show) -> list[str]:
    """Return the parts as `show` takes them."""
    return [f"{p.id}:{' '.join(s.id for s in p.segments)}" for p in shown.parts]


def test_rows_moved_before_one_of_themselves_stay_together() -> None:
    moved = edit.with_moved_rows(show("a:1 2 3 4"), ["1", "3"], before="3")
    assert written(moved) == ["a:2 1 3 4"]


def test_rows_moved_to_another_part_keep_their_order() -> None:
    moved = edit.with_moved_rows(show("a:1 2 3", "b:4"), ["3", "1"], part="b", before="4")
    assert written(moved) == ["a:2", "b:1 3 4"]


def test_a_row_before_itself_at_the_end_of_a_first_part_stays_in_it() -> None:
    moved = edit.with_moved_rows(show("a:1 2", "b:3"), ["2"], before="2")
    assert written(moved) == ["a:1 2", "b:3"]


@pytest.mark.parametrize(
    ("row", "by", "expected"),
    [
        ("2", -1, ["a:2 1 3", "b:4"]),
        ("2", 1, ["a:1 3 2", "b:4"]),
        ("3", 1, ["a:1 2", "b:3 4"]),
        ("4", -1, ["a:1 2 3 4", "b:"]),
    ],
)
def test_one_place_up_or_down_goes_over_the_edge_of_a_part(
    row: str, by: int, expected: list[str]
) -> None:
    before = show("a:1 2 3", "b:4")
    target = edit.shifted(before, [row], by)
    assert target is not None
    assert written(edit.with_moved_rows(before, [row], *target)) == expected


def test_nothing_is_above_the_first_row() -> None:
    assert edit.shifted(show("a:1 2"), ["1"], -1) is None


def test_a_part_split_at_a_row_gives_the_rest_to_the_new_part() -> None:
    assert written(edit.split_part(show("a:1 2 3"), "2", "b", "b")) == ["a:1", "b:2 3"]


def test_copies_stand_below_and_cue_marks_follow_their_cues() -> None:
    row = Segment(
        "1",
        "product",
        "Cup",
        beats=(Beat("b", script="now {cue:c}"),),
        cues=(Cue("c", CueKind.LINK),),
    )
    copied = edit.with_copies(Show("s", "S", parts=(Part("p", segments=(row,)),)), ["1"])
    first, copy = copied.segments()
    assert first is row
    assert copy.id != "1"
    assert copy.beats[0].script == edit.cue_mark(copy.cues[0].id).join(("now ", ""))
    assert copy.cues[0].id != "c"


def test_a_removed_cue_leaves_no_mark_in_the_words() -> None:
    row = Segment(
        "1", "product", beats=(Beat("b", script="a{cue:c}b"),), cues=(Cue("c", CueKind.LINK),)
    )
    bare = edit.without_cue(row, "c")
    assert (bare.cues, bare.script) == ((), "ab")


def test_an_edit_of_one_row_shares_the_other_parts() -> None:
    before = show("a:1 2", "b:3")
    after = edit.with_change(before, ["3"], lambda s: s.with_field("x", "y"))
    assert after.parts[0] is before.parts[0]


def test_an_edit_that_changes_nothing_gives_the_same_parts() -> None:
    before = show("a:1 2", "b:3")
    after = edit.with_change(before, ["1"], lambda s: s)
    assert all(x is y for x, y in zip(after.parts, before.parts, strict=True))


def test_a_column_without_its_cells_is_gone_everywhere() -> None:
    before = edit.with_column(show("a:1"), Column("c", "主播话术"))
    filled = edit.with_change(before, ["1"], lambda s: s.with_custom("c", "好"))
    bare = edit.without_column(filled, "c")
    assert (bare.columns, next(bare.segments()).custom) == ((), ())


def test_two_columns_of_one_name_are_refused() -> None:
    before = edit.with_column(show("a:1"), Column("c", "备注"))
    with pytest.raises(Refused):
        edit.with_column(before, Column("d", "备注"))


@pytest.mark.parametrize("count", [0, -1, 100])
def test_a_part_loops_between_once_and_99_times(count: int) -> None:
    with pytest.raises(Refused):
        edit.with_rounds(show("a:1"), "a", count)


def test_words_of_several_beats_are_not_overwritten_by_one() -> None:
    row = Segment("1", "product", beats=(Beat("a", script="x"), Beat("b", script="y")))
    with pytest.raises(Refused):
        edit.with_script(row, "z")
