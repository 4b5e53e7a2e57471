"""The formats: every file is complete, a new one is one file, and beats stretch to any length."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core import paths
from app.core.errors import Refused
from app.core.words import Language
from app.show.formats import (
    beat_times,
    divided,
    example,
    format_of,
    formats,
    kind_of,
    kinds,
    new_segment,
    read_formats,
    stretch,
)
from app.show.show import DELAY, MILESTONE, Beat, Segment

WANTED = {
    "product": "product flash_sale bundle expert co_brand store_linkup teaching recap",
    "interactive": "interaction lucky_bag coupon quiz poll linked_guest fallback",
    "entertainment": "act pk guest performance",
    "news": "read clip chart guest_item interview",
    "frame": "opening closing break handover preview reset delay milestone",
}
SIX = ("gather", "retain", "lock_in", "persuade", "urge", "close")
SEVEN = ("hook", "introduce", "fabe", "trust", "price_anchor", "offer", "questions")
SMALL = """
id = "radio"
name = { en = "Radio", zh = "电台" }
about = { en = "Only voices.", zh = "只有声音。" }
icon = "radio"
colour = "kind.news"

[[beat]]
id = "talk"
name = { en = "Talk", zh = "说" }
prompt = { en = "What is said.", zh = "说什么。" }

[[kind]]
id = "talk_row"
name = { en = "Talk", zh = "说话" }
prompt = { en = "Who talks", zh = "谁说" }
minutes = 2.5

[[kind.template]]
id = "talk"
name = { en = "Talk", zh = "说话" }
note = { en = "One beat", zh = "一拍" }
beats = ["talk"]
"""


def words(value: Any) -> Iterator[dict[str, str]]:
    if isinstance(value, dict):
        if set(value) == {"en", "zh"}:
            yield value
            return
        for inner in value.values():
            yield from words(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from words(inner)


@pytest.mark.parametrize(("form", "wanted"), WANTED.items())
def test_every_format_has_its_kinds(form: str, wanted: str) -> None:
    assert {k.id for k in formats()[form].kinds} == set(wanted.split())


def test_every_kind_belongs_to_the_format_that_states_it() -> None:
    assert all(kind_of(k.id) is k and k.format == f.id for f in formats().values() for k in f.kinds)


def test_the_product_kind_offers_the_known_orders_of_beats() -> None:
    product = kind_of("product")
    orders = {t.id: t.beats for t in product.templates}
    assert orders["six_stages"] == SIX
    assert orders["seven_steps"] == SEVEN
    assert orders["short_chain"] == ("gather", "urge", "order")


def test_a_row_without_a_named_template_takes_the_first() -> None:
    assert tuple(b.kind for b in new_segment("product").beats) == SIX


def test_a_row_of_a_named_template_has_its_beats_and_ids_of_its_own() -> None:
    row = new_segment("product", "seven_steps")
    assert tuple(b.kind for b in row.beats) == SEVEN
    assert len({row.id, *(b.id for b in row.beats)}) == 8


def test_an_unknown_template_is_an_error_of_the_caller() -> None:
    with pytest.raises(KeyError, match="six_stages"):
        new_segment("product", "nine_lives")


def test_rows_that_only_shift_or_mark_take_no_time_of_their_own() -> None:
    assert [kind_of(k).default_ms for k in (DELAY, MILESTONE)] == [0, 0]


def test_a_kind_of_no_file_is_bare_and_says_so() -> None:
    stranger = kind_of("hologram")
    assert (stranger.known, stranger.name.say("zh"), stranger.fields) == (False, "hologram", ())
    assert format_of("hologram").id in formats()


def test_every_empty_field_and_beat_has_a_prompt_in_both_languages() -> None:
    prompts = [f.prompt for k in kinds().values() for f in k.fields]
    prompts += [b.prompt for k in kinds().values() for b in k.beats]
    prompts += [k.prompt for k in kinds().values()]
    assert all(len(p.en) > 8 and p.zh and len(p.zh) > 3 for p in prompts)


def test_the_chinese_of_the_formats_keeps_to_the_house_words() -> None:
    refused = re.compile(
        "请|您|成功|进行|!|！|最|第一|[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9][\u4e00-\u9fff]"
    )
    said = [
        word["zh"]
        for folder in ("shows", "shows/words")
        for file in paths.checklists(*folder.split("/")).glob("*.toml")
        if file.name != "columns.toml"
        for word in words(tomllib.loads(file.read_text("utf-8")))
    ]
    assert len(said) > 300
    assert not [s for s in said if refused.search(s)]


@pytest.mark.parametrize("form", WANTED)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_format_has_a_ready_example(form: str, language: Language) -> None:
    rows = example(form, language)
    assert rows
    assert all(b.script for row in rows for b in row.beats)
    assert all(kind_of(row.kind).format == form for row in rows)
    has_han = bool(re.search("[\u4e00-\u9fff]", rows[0].script))
    assert has_han == (language == "zh")


def test_a_check_with_low_certainty_says_what_it_stands_on() -> None:
    checks = [c for f in formats().values() for c in f.checks]
    assert checks
    assert all(c.basis.en and c.basis.zh for c in checks)


def test_a_new_format_is_one_file(tmp_path: Path) -> None:
    (tmp_path / "radio.toml").write_text(SMALL, "utf-8")
    (radio,) = read_formats(tmp_path).values()
    assert (radio.id, radio.kinds[0].default_ms) == ("radio", 150_000)


def test_a_data_file_of_another_sort_beside_the_formats_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "columns.toml").write_text("totals = []\n")
    assert read_formats(tmp_path) == {}


@pytest.mark.parametrize(
    ("wrong", "place"),
    [
        (SMALL.replace("minutes = 2.5", "minuts = 2.5"), "minuts"),
        (SMALL.replace('beats = ["talk"]', 'beats = ["sing"]'), "sing"),
        (SMALL.replace('colour = "kind.news"', "colour = 3"), "colour"),
        (SMALL + SMALL[SMALL.index("[[kind]]") :], "talk_row"),
        (SMALL + '\n[[kind.field]]\nid = "x"\ntype = "choice"\n', "field"),
        (SMALL.replace("minutes", "weight = 0\nminutes"), "weight"),
        ("colour = ", "radio.toml"),
    ],
)
def test_a_faulty_format_file_is_refused_with_its_place(
    tmp_path: Path, wrong: str, place: str
) -> None:
    (tmp_path / "radio.toml").write_text(wrong, "utf-8")
    with pytest.raises(Refused) as refused:
        read_formats(tmp_path)
    assert "radio.toml" in str(refused.value)
    assert place in str(refused.value)


def test_two_files_cannot_state_the_same_kind(tmp_path: Path) -> None:
    (tmp_path / "radio.toml").write_text(SMALL, "utf-8")
    (tmp_path / "two.toml").write_text(SMALL.replace('"radio"\nname', '"two"\nname'), "utf-8")
    with pytest.raises(Refused, match="talk_row"):
        read_formats(tmp_path)


def test_six_stages_stretch_as_their_model_of_25_minutes() -> None:
    minutes = [ms / 60_000 for ms in stretch(kind_of("product"), 25 * 60_000)]
    assert minutes == [5, 5, 5, 3, 4, 3]


@given(st.sampled_from([(k.id, t.id) for k in kinds().values() for t in k.templates]),
       st.integers(0, 24 * 3_600_000))  # fmt: skip
def test_beats_sum_to_the_row_exactly(which: tuple[str, str], duration: int) -> None:
    kind, template = which
    shares = stretch(kind_of(kind), duration, template)
    assert sum(shares) == duration
    assert all(share >= 0 for share in shares)


@given(st.lists(st.floats(0.01, 100), min_size=1, max_size=20), st.integers(0, 10**8))
def test_no_share_is_more_than_a_millisecond_from_its_weight(
    weights: list[float], total: int
) -> None:
    whole = sum(weights)
    shares = divided(total, weights)
    assert sum(shares) == total
    assert all(abs(s - total * w / whole) <= 1.001 for s, w in zip(shares, weights, strict=True))


def test_a_beat_with_a_typed_length_keeps_it_and_the_others_share_the_rest() -> None:
    typed = Beat("b", "fabe", duration_ms=60_000)
    row = Segment("s", "product", beats=(Beat("a", "hook"), typed, Beat("c", "trust")))
    assert beat_times(row, 90_000) == (10_000, 60_000, 20_000)


def test_typed_beats_longer_than_the_row_leave_nothing_for_the_others() -> None:
    row = Segment("s", "product", beats=(Beat("a", "hook"), Beat("b", "fabe", duration_ms=60_000)))
    assert beat_times(row, 30_000) == (0, 60_000)
