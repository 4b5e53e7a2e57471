"""Tokens in scripts: they follow the product, and what cannot be filled in is never left blank."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import Refused
from app.core.strict import parse
from app.core.words import Language
from app.show.product import Gift, Product, Proof
from app.show.script.tokens import (
    CueMark,
    Plain,
    Token,
    _File,
    doubts,
    escaped,
    pieces,
    resolve,
    tokens,
)

CUP = Product(
    "cup", "轻钛随手杯", link="3", brand="随手", live_cents=12900, list_cents=19900, coupon="满 99 减 5",
    mechanism="直降", gifts=(Gift("杯刷", 1, "25 cm", 1500),), stock=480, points=("轻", "不漏"),
    proofs=(Proof("检测报告", "0412"),),
)  # fmt: skip
POT = Product("pot", "小锅", live_cents=9990, stock=12)
BARE = Product("bare", "空")


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("今晚 {live_price}", "今晚 ¥129"),
        ("今晚 {直播价}", "今晚 ¥129"),
        ("今晚 { Live_Price }", "今晚 ¥129"),
        ("店里 {原价}，省 {saving}", "店里 ¥199，省 ¥70"),
        ("送{赠品}", "送杯刷 1 件（25 cm，值 ¥15）"),
        ("剩 {库存} 只，{链接} 号", "剩 480 只，3 号"),
        ("{name} {brand} {coupon} {mechanism}", "轻钛随手杯 随手 满 99 减 5 直降"),
        ("{卖点}；{证明}；{赠品价值}", "轻、不漏；检测报告 0412；¥15"),
        ("{2.live_price} 和 {2.库存}", "¥99.9 和 12"),
        ("{1.直播价} 加 {2。直播价}", "¥129 加 ¥99.9"),
        ("｛直播价｝", "¥129"),
        ("｛不是变量｝", "｛不是变量｝"),
        ("{{live_price}}", "{live_price}"),
        ("上{cue:ab12}链接", "上链接"),
        ("{{{直播价}}}", "{¥129}"),
    ],
)
def test_tokens_are_read_from_the_product(script: str, said: str) -> None:
    assert resolve(script, (CUP, POT), "zh") == said


def test_a_gift_is_said_with_quantity_size_and_value_in_english() -> None:
    mug = Product("m", "Mug", currency="USD", gifts=(Gift("coaster", 2, "9 cm", 350),))
    assert resolve("with {gift}", (mug,), "en") == "with 2 × coaster (9 cm, worth $3.5)"


def test_a_change_of_the_product_changes_every_script() -> None:
    dearer = replace(CUP, live_cents=1990)
    assert resolve("{直播价}", (dearer,), "zh") == "¥19.9"


@pytest.mark.parametrize(
    ("script", "written"),
    [
        ("今晚 {live_prise}", "{live_prise}"),
        ("{3.stock}", "{3.stock}"),
        ("{0.stock}", "{0.stock}"),
        ("a } b", "}"),
        ("a { b", "{"),
        ("{}", "{}"),
        ("{cue:gone}", "{cue:gone}"),
    ],
)
def test_what_cannot_be_filled_in_is_a_doubt_with_its_place(script: str, written: str) -> None:
    (doubt,) = doubts(script, (CUP, POT), cues=["here"])
    assert doubt.written == written
    assert script[doubt.start : doubt.end] == written


@pytest.mark.parametrize("token", [t.id for t in tokens() if t.id != "name"])
def test_a_product_that_states_nothing_leaves_the_token_visible(token: str) -> None:
    script = f"今晚 {{{token}}}"
    assert resolve(script, (BARE,), "zh") == script
    assert len(doubts(script, (BARE,))) == 1


def test_a_row_without_a_product_says_so() -> None:
    (doubt,) = doubts("{直播价}", ())
    assert doubt.problem.en == "This row has no product"


def test_a_live_price_above_the_list_price_saves_nothing() -> None:
    assert doubts("{省}", (replace(CUP, live_cents=29900),))


def test_a_gift_without_a_value_makes_the_sum_unknown() -> None:
    two = replace(CUP, gifts=(*CUP.gifts, Gift("袋")))
    assert doubts("{gift_value}", (two,))


def test_every_name_of_every_token_is_understood() -> None:
    names = [(t.id, n) for t in tokens() for n in (t.id, *t.aliases)]
    wrong = [n for token, n in names if _named(n) != token]
    assert len(names) > 50
    assert not wrong


def _named(name: str) -> str:
    (piece,) = pieces("{" + name + "}", (CUP,), "zh")
    assert isinstance(piece, Token)
    return piece.name


def test_two_tokens_cannot_share_a_name() -> None:
    name = {"en": "a", "zh": "a"}
    raw = {
        "token": [{"id": "stock", "name": name}, {"id": "link", "name": name, "aliases": ["Stock"]}]
    }
    with pytest.raises(Refused, match="stock"):
        parse(raw, _File, "tokens.toml")


MARKS = [*"{}.ab2直播价：\n｛｝ ", "{直播价}", "{cue:x1}", "{{"]
SCRIPTS = st.lists(st.sampled_from(MARKS), max_size=30).map("".join)


@given(SCRIPTS, st.sampled_from(["en", "zh"]))
def test_pieces_cover_the_script_without_a_gap(script: str, language: Language) -> None:
    cut = pieces(script, (CUP,), language)
    assert "".join(script[p.start : p.end] for p in cut) == script
    assert all(a.end == b.start for a, b in pairwise(cut))


@given(SCRIPTS)
def test_nothing_but_cue_marks_is_lost(script: str) -> None:
    for piece in pieces(script, (), "zh"):
        match piece:
            case Token():
                assert piece.value is None
                assert piece.problem is not None
            case Plain():
                assert piece.text
            case CueMark():
                assert piece.id


@given(st.text(max_size=40))
def test_escaped_words_are_read_as_they_stand(words: str) -> None:
    plain = words.replace("｛", "").replace("｝", "")
    assert resolve(escaped(plain), (CUP,), "zh") == plain
    assert doubts(escaped(plain), (CUP,)) == ()
