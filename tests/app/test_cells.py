"""What typing in a cell makes of a row, a product, or a refusal."""

from __future__ import annotations

import pytest

from app.core.errors import Refused
from app.show.cells.cell import Around, Typed
from app.show.cells.columns import column, columns
from app.show.product import Product
from app.show.show import Anchor, Clock, Column, ColumnKind, Lock, Part, Segment, Show, Time

CUP = Product("p1", "轻钛随手杯 420 ml", link="3", sku="CUP-420", live_cents=12900, stock=480)
PAN = Product("p2", "雪平锅 20 cm", link="4", live_cents=16900)
ROW = Segment("r", "product", "主推", products=("p1",))
OWN = (
    Column("n", "预计单量", ColumnKind.NUMBER),
    Column("c", "情绪", ColumnKind.CHOICE, ("高", "低")),
    Column("m", "佣金", ColumnKind.MONEY),
)
SHOW = Show("s", "S", parts=(Part("p", segments=(ROW,)),), columns=OWN)
AROUND = Around(SHOW, {"p1": CUP, "p2": PAN})


def typed(name: str, words: str, row: Segment = ROW, around: Around = AROUND) -> Typed:
    write = column(SHOW, name).write
    assert write is not None
    return write(row, words, around)


@pytest.mark.parametrize(
    ("words", "ms"),
    [
        ("9:40", 580_000),
        ("9分40", 580_000),
        ("5", 300_000),
        ("90秒", 90_000),
        ("半小时", 1_800_000),
    ],
)
def test_a_duration_is_understood_as_people_type_it(words: str, ms: int) -> None:
    assert typed("duration", words).segment.duration_ms == ms


def test_the_duration_cell_says_what_it_understood() -> None:
    assert typed("duration", "9分40").understood == "9:40"


@pytest.mark.parametrize("words", ["abc", "25:99:99x", "20:00-20:10 或 21:00"])
def test_what_is_no_duration_is_refused(words: str) -> None:
    with pytest.raises(Refused):
        typed("duration", words)


def test_an_emptied_duration_follows_the_words_again() -> None:
    row = typed("duration", "5:00").segment
    assert typed("duration", "", row).segment.duration_ms is None


def test_a_typed_start_is_hard() -> None:
    row = typed("start", "晚上8点半").segment
    assert (row.anchor, row.start) == (Anchor.HARD, Time(20 * 3_600_000 + 30 * 60_000))


def test_a_soft_start_stays_soft() -> None:
    soft = Segment("r", "product", anchor=Anchor.SOFT, start=Time(0))
    assert typed("start", "20:10", soft).segment.anchor is Anchor.SOFT


def test_a_range_in_the_start_cell_gives_the_duration_too() -> None:
    row = typed("start", "20:00-20:05").segment
    assert (row.start, row.duration_ms) == (Time(72_000_000), 300_000)


def test_minutes_since_the_show_began_are_elapsed() -> None:
    row = typed("start", "5-10min").segment
    assert (row.start, row.duration_ms) == (Time(300_000, Clock.ELAPSED), 300_000)


def test_an_emptied_start_follows_the_row_before() -> None:
    row = typed("start", "20:10").segment
    assert typed("start", "", row).segment.anchor is Anchor.LINKED


def test_a_typed_end_locks_the_end() -> None:
    row = typed("end", "20:30").segment
    assert (row.lock, row.end) == (Lock.END, Time(20 * 3_600_000 + 30 * 60_000))


@pytest.mark.parametrize("words", ["雪平锅 20 cm", "雪平", "4", "4号链接", "CUP-420、雪平锅 20 cm"])
def test_a_product_is_found_by_name_part_link_or_sku(words: str) -> None:
    assert "p2" in typed("products", words).segment.products or words.startswith("CUP")


def test_a_product_nobody_knows_is_refused_while_typing() -> None:
    with pytest.raises(Refused, match="吸水垫"):
        typed("products", "吸水垫")


def test_a_product_nobody_knows_is_made_while_pasting() -> None:
    pasted = Around(SHOW, AROUND.products, new_products=True)
    made = typed("products", "吸水垫", around=pasted)
    assert [p.name for p in made.products] == ["吸水垫"]
    assert made.segment.products == (made.products[0].id,)


@pytest.mark.parametrize(
    ("words", "cents"),
    [("129", 12900), ("¥19.9", 1990), ("19块9", 1990), ("１２９元", 12900), ("1,299.50", 129950)],
)
def test_a_price_typed_in_a_row_changes_the_product(words: str, cents: int) -> None:
    made = typed("live_price", words)
    assert made.segment is ROW
    assert made.products[0].live_cents == cents


@pytest.mark.parametrize("words", ["99-129", "九十九", "-5", "1e9", "12.345", "9" * 40])
def test_what_is_not_one_price_is_refused(words: str) -> None:
    with pytest.raises(Refused):
        typed("live_price", words)


def test_a_price_needs_exactly_one_product() -> None:
    with pytest.raises(Refused):
        typed("live_price", "99", Segment("x", "product"))


def test_the_columns_of_ones_own_keep_to_their_kind() -> None:
    assert typed("own:n", "１,200").segment.custom == (("n", "1200"),)
    assert typed("own:m", "8元").segment.custom == (("m", "¥8"),)
    for name, words in (("own:n", "many"), ("own:c", "中")):
        with pytest.raises(Refused):
            typed(name, words)


def test_a_field_of_another_kind_is_refused() -> None:
    with_news = Show("s", "S", parts=(Part("p", segments=(ROW, Segment("n", "read"))),))
    cells = [c for c in columns(with_news) if c.id.startswith("field:")]
    only_news = next(c for c in cells if c.prompt is not None and c.prompt(ROW) is None)
    assert only_news.write is not None
    with pytest.raises(Refused):
        only_news.write(ROW, "x", AROUND)


def test_the_kind_is_chosen_by_its_name_in_either_language() -> None:
    assert typed("kind", "lucky_bag").segment.kind == "lucky_bag"
    assert typed("kind", "福袋").segment.kind == "lucky_bag"


def test_every_cell_reads_every_row() -> None:
    for cell in columns(SHOW):
        assert isinstance(cell.read(ROW, AROUND), str)
