"""The sample studio: complete, true to its own rules, the same every time, and marked as sample."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core import strict
from app.core.errors import Refused
from app.show.checks import findings
from app.show.document import read, write
from app.show.formats import format_of
from app.show.product import Product
from app.show.samples.sample import FIRST, sample
from app.show.samples.shows import ShowFile
from app.show.script.reading import lengths, readings
from app.show.script.tokens import CueMark, Token, doubts, pieces
from app.show.show import Anchor, CueKind, Show
from app.show.timing.schedule import schedule
from app.show.voice import Voice

STUDIO = sample()
GOODS: dict[str, Product] = {p.id: p for p in STUDIO.products}
VOICES: dict[str, Voice] = {v.id: v for v in STUDIO.voices}
SHOWS = pytest.mark.parametrize("show", STUDIO.shows, ids=[s.id for s in STUDIO.shows])
CLAIMS = re.compile(
    "最|第一|唯一|全网|国家级|顶级|绝对|永久|万能|根治|治疗|疗效|减肥|美白|原价"
    r"|\b(?:best|cheapest|cure[sd]?|heals?|guaranteed|unique|number one|never before)\b",
    re.IGNORECASE,
)


def test_there_are_two_shows_of_each_format_one_in_each_language() -> None:
    wanted = {f"sample-{lang}-{n}" for lang in ("zh", "en") for n in range(1, 5)}
    assert {s.id for s in STUDIO.shows} == wanted


@pytest.mark.parametrize(
    ("number", "form"), [(1, "product"), (2, "interactive"), (3, "entertainment"), (4, "news")]
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_show_is_mostly_of_its_own_format(number: int, form: str, language: str) -> None:
    show = next(s for s in STUDIO.shows if s.id == f"sample-{language}-{number}")
    kinds = Counter(
        format_of(s.kind).id for s in show.segments() if format_of(s.kind).id != "frame"
    )
    assert kinds[form] >= max(kinds.values()) * 0.75


def test_there_are_twelve_products_with_all_that_a_product_can_have() -> None:
    assert len(STUDIO.products) == 12
    for p in STUDIO.products:
        assert all((p.link, p.sku, p.brand, p.category, p.role, p.stock, p.reserve, p.points))
        assert all((p.prices, p.gifts, p.needs, p.proofs, p.mechanism, p.coupon, p.supplier))


@pytest.mark.parametrize("product", STUDIO.products, ids=lambda p: p.id)
def test_a_list_price_was_really_asked(product: Product) -> None:
    assert product.list_cents in {p.cents for p in product.prices}
    assert product.live_cents is not None
    assert product.live_cents < min(p.cents for p in product.prices)


def test_everything_is_marked_as_sample() -> None:
    marks = [s.sample for s in STUDIO.shows]
    marks += [p.sample for p in STUDIO.products]
    marks += [v.sample for v in STUDIO.voices]
    assert all(marks)


def test_the_long_chinese_show_has_sixty_rows() -> None:
    long = next(s for s in STUDIO.shows if s.id == "sample-zh-1")
    assert sum(1 for _ in long.segments()) == 60


def test_the_samples_use_loops_hard_outs_columns_and_every_kind_of_cue() -> None:
    cues = {c.kind for show in STUDIO.shows for s in show.segments() for c in s.cues}
    assert cues == set(CueKind)
    assert any(p.count == 2 and p.target_ms == 1_200_000 for s in STUDIO.shows for p in s.parts)
    assert sum(s.hard_out is not None for s in STUDIO.shows) >= 4
    assert all(s.columns and s.people for s in STUDIO.shows)
    anchors = {s.anchor for show in STUDIO.shows for s in show.segments()}
    assert {Anchor.LINKED, Anchor.SOFT, Anchor.BACK} <= anchors


@SHOWS
def test_every_row_of_a_sample_is_written(show: Show) -> None:
    silent = [
        s.title for s in show.segments() if not s.script and s.kind not in ("milestone", "break")
    ]
    assert silent == []


@SHOWS
def test_every_token_has_its_value_and_every_cue_its_word(show: Show) -> None:
    for s in show.segments():
        linked = [GOODS[p] for p in s.products]
        cues = [c.id for c in s.cues]
        assert [d for b in s.beats for d in doubts(b.script, linked, cues)] == [], s.title
        cut = [p for b in s.beats for p in pieces(b.script, linked, "zh")]
        marked = [p.id for p in cut if isinstance(p, CueMark)]
        assert sorted(marked) == sorted(cues), s.title


def test_the_samples_show_what_tokens_can_do() -> None:
    used = {
        p.name
        for show in STUDIO.shows
        for s in show.segments()
        for b in s.beats
        for p in pieces(b.script, [GOODS[x] for x in s.products], "zh")
        if isinstance(p, Token)
    }
    assert used >= {"live_price", "list_price", "saving", "gift", "stock", "link", "name", "proof"}


@SHOWS
def test_no_id_is_used_twice(show: Show) -> None:
    ids = [s.id for s in show.segments()]
    ids += [b.id for s in show.segments() for b in s.beats]
    ids += [c.id for s in show.segments() for c in s.cues]
    assert len(ids) == len(set(ids))


@SHOWS
def test_no_sample_claims_what_the_law_forbids(show: Show) -> None:
    said = [s.title + s.script for s in show.segments()]
    assert not [w for w in said if CLAIMS.search(w)]


@SHOWS
def test_words_fit_into_the_rows_that_have_a_typed_length(show: Show) -> None:
    read_rows = readings(show, GOODS, VOICES)
    over = [
        s.title
        for s in show.segments()
        if s.duration_ms and read_rows[s.id].whole.slow_ms > s.duration_ms
    ]
    assert over == []


@SHOWS
def test_a_sample_ends_near_its_goal(show: Show) -> None:
    times = schedule(show, lengths(show, GOODS, VOICES))
    assert times.goal_ms is not None
    assert -11 * 60_000 <= times.end_ms - times.goal_ms <= 5 * 60_000


@SHOWS
def test_a_sample_has_only_findings_of_its_rhythm_and_its_preparation(show: Show) -> None:
    times = schedule(show, lengths(show, GOODS, VOICES))
    found = {f.check for f in findings(show, GOODS, times, show.on)}
    assert found <= {"interaction_gap", "bag_rhythm", "not_rehearsed", "number_recheck"}


@SHOWS
def test_a_sample_survives_its_document(show: Show) -> None:
    linked = {p for s in show.segments() for p in s.products}
    goods = [GOODS[p] for p in sorted(linked)]
    voices = [VOICES[v] for v in sorted({p.voice for p in show.people if p.voice})]
    written = write(show, goods, voices)
    document = read(written, "sample.json")
    assert document.show == show
    assert write(document.show, document.products, document.voices) == written


def test_the_first_show_is_on_the_day_the_samples_are_moved_by() -> None:
    assert STUDIO.shows[0].on == FIRST


def test_two_calls_give_the_same_studio() -> None:
    assert sample() == STUDIO


@given(st.dates(date(2026, 1, 1), date(2031, 12, 31)))
def test_shows_lie_ahead_of_today_on_the_same_days_of_the_week(today: date) -> None:
    moved = sample(today)
    for show, written in zip(moved.shows, STUDIO.shows, strict=True):
        assert show.on is not None
        assert written.on is not None
        assert show.on.weekday() == written.on.weekday()
        assert show.on >= today


def test_dates_inside_rows_and_products_move_with_the_shows() -> None:
    moved = sample(date(2027, 3, 10))
    news = next(s for s in moved.shows if s.id == "sample-zh-4")
    goods = {p.id: p for p in moved.products}
    times = schedule(news, lengths(news, goods, VOICES))
    assert not [f for f in findings(news, goods, times, news.on) if f.check == "item_stale"]
    assert all(p.prices[-1].on < moved.shows[0].on for p in moved.products if moved.shows[0].on)


@pytest.mark.parametrize(
    ("row", "place"),
    [
        ({"kind": "hologram"}, "hologram"),
        ({"kind": "read", "beats": {"hook": "x"}}, "hook"),
        ({"kind": "read", "fields": {"colour": "x"}}, "colour"),
        ({"kind": "read", "start": "25:00"}, "25:00"),
        ({"kind": "read", "minuts": 3}, "minuts"),
    ],
)
def test_a_faulty_sample_is_refused_with_its_place(row: dict[str, object], place: str) -> None:
    part = {"title": "p", "row": [row]}
    raw = {"id": "x", "title": "x", "on": date(2026, 1, 1), "start": "20:00", "part": [part]}
    with pytest.raises(Refused, match=place):
        strict.parse(raw, ShowFile, "x.toml")
