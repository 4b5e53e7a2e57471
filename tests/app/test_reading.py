"""Reading time: words counted as they are said, over a host's rate, as a range."""

from __future__ import annotations

import time
from dataclasses import replace
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import Refused
from app.core.strict import parse
from app.core.words import Language
from app.show.formats import kind_of, new_segment
from app.show.product import Product
from app.show.script import spoken_en, spoken_zh
from app.show.script.reading import lengths, read_row, readings, voice_of
from app.show.script.reading_data import ReadingData, cue_pauses
from app.show.script.reading_time import reading
from app.show.script.spoken import language_of, spoken
from app.show.script.tokens import pieces
from app.show.show import Beat, Cue, CueKind, Lock, Owner, Part, Person, Segment, Show, Time
from app.show.voice import USUAL, Voice

CHINESE = [  # written, as it is said, characters, English words: counted by hand
    ("129", "一百二十九", 5, 0),
    ("10", "十", 1, 0),
    ("20", "二十", 2, 0),
    ("105", "一百零五", 4, 0),
    ("110", "一百一十", 4, 0),
    ("1005", "一千零五", 4, 0),
    ("1050", "一千零五十", 5, 0),
    ("10000", "一万", 2, 0),
    ("12000", "一万二千", 4, 0),
    ("10005", "一万零五", 4, 0),
    ("100500", "十万零五百", 5, 0),
    ("1,299", "一千二百九十九", 7, 0),
    ("0", "零", 1, 0),
    ("0.5", "零点五", 3, 0),
    ("3.14", "三点一四", 4, 0),
    ("007", "零零七", 3, 0),
    ("¥129", "一百二十九块", 6, 0),
    ("￥129", "一百二十九块", 6, 0),
    ("¥19.9", "十九块九", 4, 0),
    ("¥19.90", "十九块九", 4, 0),
    ("¥19.95", "十九块九毛五", 6, 0),
    ("¥19.05", "十九块零五分", 6, 0),
    ("¥0.5", "五毛", 2, 0),
    ("¥0.05", "五分", 2, 0),
    ("¥1.2万", "一点二万块", 5, 0),
    ("19.9元", "十九块九", 4, 0),
    ("129元", "一百二十九元", 6, 0),
    ("$18", "十八美元", 4, 0),
    ("€9.5", "九点五欧元", 5, 0),
    ("¥129-¥199", "一百二十九块到一百九十九块", 13, 0),
    ("¥129/件", "一百二十九块每件", 8, 0),
    ("50%", "百分之五十", 5, 0),
    ("99.5%", "百分之九十九点五", 8, 0),
    ("15%-20%", "百分之十五到百分之二十", 11, 0),
    ("8.5折", "八五折", 3, 0),
    ("88折", "八八折", 3, 0),
    ("8折", "八折", 2, 0),
    ("3-2-1", "三二一", 3, 0),
    ("5-4-3-2-1", "五四三二一", 5, 0),
    ("2026年", "二零二六年", 5, 0),
    ("11月22日", "十一月二十二日", 7, 0),
    ("2026-11-22", "二零二六年十一月二十二日", 12, 0),
    ("2026/1/5", "二零二六年一月五日", 9, 0),
    ("20:30", "二十点三十分", 6, 0),
    ("20:05", "二十点零五分", 6, 0),
    ("20:00", "二十点", 3, 0),
    ("20：30", "二十点三十分", 6, 0),
    ("8:15:30", "八点十五分三十秒", 8, 0),
    ("19:00-19:05", "十九点到十九点零五分", 10, 0),
    ("13812345678", "一三八一二三四五六七八", 11, 0),
    ("400-800-1234", "四零零八零零一二三四", 10, 0),
    ("10-15分钟", "十到十五分钟", 6, 0),
    ("10~15分钟", "十到十五分钟", 6, 0),
    ("420ml", "四百二十毫升", 6, 0),
    ("420 ml", "四百二十毫升", 6, 0),
    ("168克", "一百六十八克", 6, 0),
    ("500g", "五百克", 3, 0),
    ("2.5kg", "二点五公斤", 5, 0),
    ("22 cm", "二十二厘米", 5, 0),
    ("20×30 cm", "二十乘三十厘米", 7, 0),
    ("55℃", "五十五摄氏度", 6, 0),
    ("-5℃", "零下五摄氏度", 6, 0),
    ("360°", "三百六十度", 5, 0),
    ("5000mAh", "五千毫安时", 5, 0),
    ("1/2", "二分之一", 4, 0),
    ("16:9", "十六比九", 4, 0),
    ("1080P", "一零八零 P", 5, 0),
    ("4K", "四千", 2, 0),
    ("A4纸", "A 四纸", 3, 0),
    ("LED灯", "L E D 灯", 4, 0),
    ("USB线", "U S B 线", 4, 0),
    ("iPhone 15 Pro", "iPhone 十五 Pro", 2, 2),
    ("IKEA", "IKEA", 0, 1),
    ("618", "六幺八", 3, 0),
    ("双11", "双十一", 3, 0),
    ("第3轮", "第三轮", 3, 0),
    ("3号链接", "三号链接", 4, 0),
    ("-3度", "零下三度", 4, 0),
    ("100元/箱", "一百元每箱", 5, 0),
    ("满199-10", "满一百九十九减十", 8, 0),
    ("¥9.9包邮", "九块九包邮", 5, 0),
    ("B站", "B 站", 2, 0),
    ("满199减10", "满一百九十九减十", 8, 0),
    ("1000+", "一千加", 3, 0),
    ("你好，世界。", "你好世界", 4, 0),
    ("！！！", "", 0, 0),
    ("😀好", "好", 1, 0),
    ("買一送一", "買一送一", 4, 0),
    ("", "", 0, 0),
]
ENGLISH = [
    ("129", "one hundred twenty nine", 4),
    ("12", "twelve", 1),
    ("1,299", "one thousand two hundred ninety nine", 6),
    ("0.5", "zero point five", 3),
    ("$19.90", "nineteen ninety", 2),
    ("$129", "one hundred twenty nine dollars", 5),
    ("$129.50", "one hundred twenty nine dollars fifty", 6),
    ("$0.50", "fifty cents", 2),
    ("£0.99", "ninety nine pence", 3),
    ("€19", "nineteen euros", 2),
    ("¥19.9", "nineteen point nine yuan", 4),
    ("50%", "fifty percent", 2),
    ("3-2-1", "three two one", 3),
    ("in 2026", "in twenty twenty six", 4),
    ("in 2005", "in two thousand five", 4),
    ("in 1999", "in nineteen ninety nine", 4),
    ("2026-11-22", "November twenty second twenty twenty six", 6),
    ("20:30", "twenty thirty", 2),
    ("8:05", "eight oh five", 3),
    ("8:00", "eight o'clock", 2),
    ("10-15 minutes", "ten to fifteen minutes", 4),
    ("420ml", "four hundred twenty millilitres", 4),
    ("iPhone 15 Pro", "iPhone fifteen Pro", 3),
    ("22nd", "twenty second", 2),
    ("well-made", "well made", 2),
    ("don't", "don't", 1),
    ("1/2", "one half", 2),
    ("a LED lamp", "a L E D lamp", 4),
    ("It is I", "It is I", 3),
]
EVEN = Voice("v", "", 200, 300, 120, 180)  # 300/200 ms a character, 500/333 ms a word


@pytest.mark.parametrize(("written", "said", "zh", "en"), CHINESE)
def test_chinese_is_counted_as_it_is_said(written: str, said: str, zh: int, en: int) -> None:
    found = spoken(written, "zh")
    assert (found.said, found.zh, found.en) == (said, zh, en)


@pytest.mark.parametrize(("written", "said", "count"), ENGLISH)
def test_english_is_counted_as_it_is_said(written: str, said: str, count: int) -> None:
    found = spoken(written, "en")
    assert (found.said, found.zh, found.en) == (said, 0, count)


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("这只杯子", "zh"),
        ("This cup", "en"),
        ("这只 iPhone 15 Pro Max 真的轻", "zh"),
        ("The word 杯 means cup", "en"),
        ("129", "en"),
        ("今晚 {live_price}，{cue:ab12cd}{list_price}", "zh"),
        ("129 克", "zh"),
        ("", "en"),
    ],
)
def test_figures_are_read_in_the_language_around_them(words: str, language: Language) -> None:
    assert language_of(words) == language


@given(st.integers(0, 10**15))
def test_every_whole_number_can_be_said_in_both_languages(value: int) -> None:
    zh, en = spoken_zh.integer(value), spoken_en.integer(value)
    assert set(zh) <= set("零一二三四五六七八九十百千万亿")
    assert "零零" not in zh
    assert all(word.isalpha() for word in en.split())


@given(st.text(max_size=80), st.sampled_from(["en", "zh"]))
def test_any_text_is_counted_without_failing(words: str, language: Language) -> None:
    found = spoken(words, language)
    assert found.zh >= 0
    assert found.en >= 0


@given(st.text("今晚一百块，。 a1", max_size=30), st.text("今晚一百块，。 ab", max_size=30))
def test_paragraphs_count_by_themselves(first: str, second: str) -> None:
    whole, one, two = (spoken(w, "zh") for w in (f"{first}\n{second}", first, second))
    assert (whole.zh, whole.en) == (one.zh + two.zh, one.en + two.en)


def test_a_known_paragraph_takes_what_a_hand_counts() -> None:
    # 这只随手杯只有一百六十八克 13, 今晚一百二十九块 8, 单手拿着 4, 像没装水一样 6: 31 characters,
    # one dash of 400 ms, one paragraph of 600 ms.
    script = "这只随手杯只有 168 克，今晚 ¥129——单手拿着，\n像没装水一样。"
    found = reading(pieces(script, (), "zh"), EVEN)
    assert (found.zh_chars, found.en_words, found.pauses_ms) == (31, 0, 1000)
    assert (found.slow_ms, found.fast_ms) == (31 * 300 + 1000, 31 * 200 + 1000)
    assert found.mid_ms == 8750


def test_english_words_in_chinese_take_the_english_rate() -> None:
    found = reading(pieces("买 iPhone 吧", (), "zh"), EVEN)
    assert (found.slow_ms, found.fast_ms) == (2 * 300 + 500, 2 * 200 + 333)


def test_a_cue_at_a_word_costs_the_pause_of_its_kind() -> None:
    cut = pieces("三二一{cue:x}", (), "zh")
    silent = reading(cut, EVEN)
    link = reading(cut, EVEN, {"x": CueKind.LINK})
    assert link.slow_ms - silent.slow_ms == cue_pauses()[CueKind.LINK] == 3000
    assert link.pauses_ms == 3000


def test_every_kind_of_cue_has_a_pause() -> None:
    assert set(cue_pauses()) == set(CueKind)


def test_a_token_counts_as_its_value_and_one_without_is_told() -> None:
    cup = Product("p", "杯", live_cents=12900)
    found = reading(pieces("今晚{直播价}，{库存}只", (cup,), "zh"), EVEN)
    assert (found.zh_chars, found.missing) == (9, 1)


def test_no_words_take_no_time() -> None:
    assert reading((), EVEN).written is False
    assert reading((), EVEN).slow_ms == 0


@given(st.text("今晚 ab12，。\n…", max_size=60))
def test_the_slow_end_is_never_faster_than_the_fast_one(script: str) -> None:
    found = reading(pieces(script, (), "zh"), USUAL)
    assert found.slow_ms >= found.mid_ms >= found.fast_ms >= found.pauses_ms


@pytest.mark.parametrize(
    ("change", "place"),
    [({"pause": [{"marks": "，，"}]}, "pause"), ({"cue": []}, "cue"), ({"speed": 3}, "speed")],
)
def test_a_faulty_reading_file_is_refused(change: dict[str, object], place: str) -> None:
    raw: dict[str, object] = {"read_as_words": [], "pause": [], "unit": [], "figure": [], "cue": []}
    with pytest.raises(Refused, match=place):
        parse({**raw, **change}, ReadingData, "reading.toml")


# ── Rows and shows ──

PRODUCTS = {
    str(i): Product(str(i), f"商品{i}", link=str(i), live_cents=12900 + i) for i in range(9)
}
VOICES = {"v": EVEN, "quick": replace(EVEN, id="quick", zh_slow=400.0, zh_fast=400.0)}


def row(number: int, script: str = "今晚{直播价}", **values: object) -> Segment:
    made = Segment(
        f"r{number}", "product", products=(str(number % 9),), beats=(Beat("b", "hook", script),)
    )
    return replace(made, **values)  # type: ignore[arg-type]


def show(*rows: Segment, people: tuple[Person, ...] = ()) -> Show:
    return Show("s", "t", parts=(Part("p", "", rows),), people=people)


def test_a_written_row_is_as_long_as_the_middle_of_its_words() -> None:
    only = row(0, "十个字十个字十个字十")
    host = (Person("小满", Owner.HOST, "v"),)
    assert lengths(show(only, people=host), PRODUCTS, VOICES)["r0"] == 10 * 250


def test_an_unwritten_row_takes_the_length_of_its_kind() -> None:
    fresh = new_segment("product")
    assert lengths(show(fresh), {}, {})[fresh.id] == kind_of("product").default_ms


def test_unwritten_beats_take_their_share_beside_written_ones() -> None:
    typed = Beat("c", "persuade", duration_ms=5000)
    beats = (Beat("a", "hook", "十个字十个字十个字十"), Beat("b", "fabe"), typed)
    found = read_row(Segment("r", "product", beats=beats), (), EVEN)
    assert found.length_ms == 2500 + round(600_000 * 4 / 8) + 5000


@pytest.mark.parametrize(
    "typed", [{"duration_ms": 1000}, {"lock": Lock.END, "end": Time(72_000_000)}]
)
def test_in_a_row_of_typed_length_unwritten_words_take_nothing(typed: dict[str, object]) -> None:
    fresh = replace(new_segment("product"), **typed)  # type: ignore[arg-type]
    assert lengths(show(fresh), {}, {})[fresh.id] == 0


def test_bare_figures_are_read_in_the_language_of_their_row() -> None:
    count = Beat("a", "release", "3-2-1")
    chinese = read_row(Segment("r", "flash_sale", "秒杀", beats=(count,)), (), EVEN)
    english = read_row(Segment("r", "flash_sale", "Flash sale", beats=(count,)), (), EVEN)
    assert (chinese.whole.zh_chars, english.whole.en_words) == (3, 3)
    assert read_row(Segment("r", "flash_sale", beats=(count,)), (), EVEN).whole.zh_chars == 3


def test_a_title_in_another_language_changes_how_bare_figures_are_read() -> None:
    one = Segment("r", "flash_sale", "秒杀", beats=(Beat("a", "release", "3-2-1"),))
    readings(show(one), {}, VOICES)
    other = readings(show(replace(one, title="Flash sale")), {}, VOICES)["r"]
    assert other.whole.en_words == 3


def test_a_rate_of_zero_does_not_stop_the_timing() -> None:
    assert reading(pieces("好", (), "zh"), replace(EVEN, zh_slow=0.0)).slow_ms == 60_000


def test_a_row_is_read_by_its_owner_else_by_the_first_host() -> None:
    people = (Person("小满", Owner.HOST, "v"), Person("阿屿", Owner.COHOST, "quick"))
    both = show(row(0), row(1, owner="阿屿"), row(2, owner="谁"), people=people)
    voices = [voice_of(both, s, VOICES).id for s in both.segments()]
    assert voices == ["v", "quick", "v"]


def test_a_change_of_price_changes_the_length_at_once() -> None:
    both = show(row(0), row(1))
    before = lengths(both, PRODUCTS, VOICES)
    dearer = {**PRODUCTS, "0": replace(PRODUCTS["0"], live_cents=1_299_999)}
    after = lengths(both, dearer, VOICES)
    assert after["r0"] > before["r0"]
    assert after["r1"] == before["r1"]


def test_a_change_of_voice_changes_the_length_at_once() -> None:
    one = show(row(0), people=(Person("小满", Owner.HOST, "v"),))
    before = lengths(one, PRODUCTS, VOICES)["r0"]
    assert lengths(one, PRODUCTS, {"v": VOICES["quick"]})["r0"] < before


def test_a_change_of_kind_changes_what_unwritten_beats_take() -> None:
    fresh = replace(new_segment("product"), id="k")
    lengths(show(fresh), {}, {})
    other = replace(fresh, kind="flash_sale")
    assert lengths(show(other), {}, {})["k"] == kind_of("flash_sale").default_ms


def test_a_cue_that_changes_kind_changes_the_length() -> None:
    one = row(0, "三二一{cue:x}", cues=(Cue("x", CueKind.LINK),))
    with_link = lengths(show(one), PRODUCTS, VOICES)["r0"]
    quiet = replace(one, cues=(Cue("x", CueKind.LIGHT),))
    assert with_link - lengths(show(quiet), PRODUCTS, VOICES)["r0"] == 3000


EDITS = st.lists(
    st.tuples(st.integers(0, 5), st.sampled_from(["title", "words", "price", "cue", "move"])),
    max_size=12,
)


@given(EDITS)
def test_what_is_kept_between_edits_equals_what_is_read_afresh(
    edits: list[tuple[int, str]],
) -> None:
    rows, goods = [row(i) for i in range(6)], dict(PRODUCTS)
    for n, (at, act) in enumerate(edits):
        old = rows[at]
        match act:
            case "title":
                rows[at] = replace(old, title=str(n))
            case "words":
                rows[at] = replace(
                    old, beats=(*old.beats, Beat(f"n{n}", "hook", f"{n} 克{{cue:x}}"))
                )
            case "price":
                goods = {**goods, str(at): replace(goods[str(at)], live_cents=n * 7919)}
            case "cue":
                rows[at] = replace(old, cues=(Cue("x", CueKind.PROP),))
            case _:
                rows.insert(0, rows.pop(at))
        current = show(*rows)
        kept = readings(current, goods, VOICES)
        for segment in rows:
            linked = [goods[p] for p in segment.products]
            assert kept[segment.id] == read_row(segment, linked, USUAL)


def test_after_one_edit_a_thousand_rows_cost_a_hundredth_of_reading_them_afresh() -> None:
    def rows(mark: str) -> tuple[Segment, ...]:
        words = f"{mark} 号，今晚{{直播价}}，" + "慢慢说清楚。" * 12
        return tuple(row(i, f"第 {i} 行，{words}") for i in range(1000))

    def took(current: Show) -> int:
        began = time.process_time_ns()
        lengths(current, PRODUCTS, VOICES)
        return time.process_time_ns() - began

    afresh = took(show(*rows("一")))
    current, edits = show(*rows("二")), []
    took(current)
    for n in range(60):
        old = current.parts[0].segments[n * 16]
        current = current.with_segment(replace(old, beats=(Beat("b", "hook", f"改了 {n}"),)))
        edits.append(took(current))
    assert median(edits) <= afresh / 100
