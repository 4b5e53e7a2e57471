"""The template of fourteen columns as studios fill it: stages, links, stock, two clocks, our export."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from app.core.words import Language
from app.exchange.sheet.as_show import as_show
from app.exchange.sheet.grid import Cell, Held
from app.exchange.sheet.product_link import names_and_links, product_names
from app.exchange.sheet.reading import read
from app.exchange.sheet.stock import read_stock
from app.exchange.sheet.understood import SheetRead
from app.exchange.sheet.write_back import write_back
from app.exchange.show_files import timed
from app.exchange.show_table import show_table
from app.exchange.show_xlsx import show_xlsx
from app.show.document import Document
from app.show.edit import with_change
from app.show.show import Show
from app.show.timing.schedule import schedule
from tests.app.sheet_files import book

HEADS = [
    "时间节点(分钟级)", "直播阶段", "主播动作/口播", "副播场控配合", "商品/链接号", "原价", "直播价",
    "优惠力度", "赠品", "库存", "画面道具贴片", "互动引导", "话术类型", "备注",
]  # fmt: skip


def line(time: object, stage: object, words: str, product: str = "-", stock: object = "-") -> Any:
    """Return a row of the template."""
    return [time, stage, words, "", product, 199 if product != "-" else "-", 129, *"--", stock]


STAGED = [
    line("0-5min", "开场", "欢迎来到直播间，先点关注"),
    line("5-15min", "引流款讲解", "看这只杯子", "轻钛随手杯/1号链接", "剩50件"),
    line("15-25min", None, "看这口锅", "2号链接 雪平锅 20 cm", 500),
    line("25-30min", None, "（举手机）下单的扣 1！别走"),
    line("30-35min", "收尾", "明晚见"),
]


def template(tmp_path: Path, rows: list[Any], *merged: str) -> Path:
    """Write a workbook of the template, a title in the row above the headings."""
    file = tmp_path / "脚本终版.xlsx"
    return book(file, [["夏夜厨房专场"], HEADS, *rows], merged=["A1:N1", *merged])


@pytest.fixture
def staged(tmp_path: Path) -> Path:
    """Return the template with one stage merged over three rows."""
    return template(tmp_path, STAGED, "B4:B6")


def whys(found: SheetRead) -> list[str]:
    """Return why each thing is doubtful."""
    return [doubt.why.en for doubt in found.every_doubt()]


def test_a_stage_merged_over_rows_is_their_part(staged: Path) -> None:
    show, _ = as_show(read(staged), "x")
    assert [(p.title, len(p.segments)) for p in show.parts] == [
        ("开场", 1),
        ("引流款讲解", 3),
        ("收尾", 1),
    ]


def test_rows_of_a_stage_are_called_by_product_then_words_then_their_own_stage(
    staged: Path,
) -> None:
    assert [row.title for row in read(staged).rows] == [
        "开场",
        "轻钛随手杯",
        "雪平锅 20 cm",
        "下单的扣 1",
        "收尾",
    ]


def test_a_stage_said_again_in_the_next_row_is_a_part(tmp_path: Path) -> None:
    rows = [line("0-5min", "开场", "欢迎"), line("5-9min", "开场", "点关注")]
    found = read(template(tmp_path, [*rows, line("9-20min", "讲解", "看", "杯")])).rows
    assert [(r.part, r.title) for r in found] == [
        ("开场", "欢迎"),
        ("开场", "点关注"),
        ("讲解", "杯"),
    ]


def test_stages_with_nothing_below_them_go_on(tmp_path: Path) -> None:
    found = read(template(tmp_path, STAGED[1:4])).rows
    assert [row.part for row in found] == ["引流款讲解"] * 3


def test_a_stage_of_each_row_is_its_title(tmp_path: Path) -> None:
    rows = [line("0-5min", "开场", "欢迎"), line("5-9min", "讲解", "看", "杯")]
    assert [(r.part, r.title) for r in read(template(tmp_path, rows)).rows] == [
        ("", "开场"),
        ("", "讲解"),
    ]


def test_a_column_said_to_be_the_part_is_one(tmp_path: Path) -> None:
    rows = [line("0-5min", "开场", "欢迎"), line("5-9min", "讲解", "看", "杯")]
    found = read(template(tmp_path, rows), {"B": "part"}).rows
    assert [(r.part, r.title) for r in found] == [("开场", "开场"), ("讲解", "杯")]


def test_derived_titles_and_split_names_are_not_written_back(staged: Path) -> None:
    show, products = as_show(read(staged), "x")
    assert changed(staged, Document(show, products)) == {}


def changed(file: Path, document: Document) -> dict[str, object]:
    """Return the cells that the written copy says otherwise."""
    sheets = [load_workbook(f).worksheets[0] for f in (file, write_back(document, file))]
    before, after = ({c.coordinate: c.value for r in s.iter_rows() for c in r} for s in sheets)
    return {at: value for at, value in after.items() if value != before.get(at)}


def test_another_name_of_a_part_goes_into_its_merged_cell_alone(staged: Path) -> None:
    show, products = as_show(read(staged), "x")
    parts = tuple(replace(p, title="上新") if len(p.segments) > 1 else p for p in show.parts)
    assert changed(staged, Document(replace(show, parts=parts), products)) == {"B4": "上新"}


def test_another_name_of_a_product_keeps_the_link_beside_it(staged: Path) -> None:
    show, products = as_show(read(staged), "x")
    goods = tuple(replace(p, name="新杯") if p.link == "1" else p for p in products)
    assert changed(staged, Document(show, goods)) == {"E4": "新杯/1号链接"}


@pytest.mark.parametrize(
    ("said", "name", "link"),
    [
        ("轻钛随手杯/3号链接", "轻钛随手杯", "3"),
        ("3号链接 轻钛随手杯", "轻钛随手杯", "3"),
        ("轻钛随手杯（3号链接）", "轻钛随手杯", "3"),
        ("轻钛随手杯3号链接", "轻钛随手杯", "3"),
        ("随手杯 3#", "随手杯", "3"),
        ("３号链接　随手杯", "随手杯", "3"),
        ("雪平锅 20 cm 12号链接", "雪平锅 20 cm", "12"),
        ("3号", "", "3"),
        ("雪平锅 20 cm", "雪平锅 20 cm", ""),
        ("420ml 随手杯", "420ml 随手杯", ""),
        ("5号电池", "5号电池", ""),
        ("香奈儿5号", "香奈儿5号", ""),
    ],
)
def test_a_product_cell_is_a_name_and_a_link(said: str, name: str, link: str) -> None:
    assert names_and_links(said, "商品/链接号").goods == ((name, link),)


def test_a_number_that_may_be_a_shade_is_not_split_without_a_heading_of_links() -> None:
    assert names_and_links("口红 3号", "商品").goods == (("口红 3号", ""),)
    assert names_and_links("口红 3#", "商品").why is not None


def test_each_product_of_a_cell_has_its_own_link(tmp_path: Path) -> None:
    rows = [line("0-5min", "开场", "欢迎"), line("5-9min", "讲解", "看", "杯/1号链接\n锅/2号链接")]
    _, products = as_show(read(template(tmp_path, rows)), "x")
    assert [(p.name, p.link) for p in products] == [("杯", "1"), ("锅", "2")]


def test_a_link_alone_is_the_product_that_has_it(tmp_path: Path) -> None:
    rows = [line("0-5min", "讲解", "看", "杯/1号链接"), line("5-9min", "返场", "再看", "1号链接")]
    show, products = as_show(read(template(tmp_path, rows)), "x")
    assert [s.products for s in show.segments()] == [(products[0].id,)] * 2


def test_a_link_of_no_known_product_is_not_lost(tmp_path: Path) -> None:
    rows = [line("0-5min", "开场", "好"), line("5-9min", "讲解", "看", "3号")]
    file = template(tmp_path, rows)
    show, products = as_show(read(file), "x")
    assert [(p.link, p.live_cents) for p in products] == [("3", 12900)]
    assert changed(file, Document(show, products)) == {}


@pytest.mark.parametrize(
    ("said", "count", "doubted"),
    [
        ("500", 500, False),
        ("剩50件", 50, False),
        ("500件", 500, False),
        ("50套", 50, False),
        ("现货 300", 300, False),
        ("1,200", 1200, False),
        ("1.5万件", 15000, False),
        ("剩X件", None, True),
        ("50-100件", 50, True),
        ("约 500 件", 500, True),
        ("充足", None, True),
        ("-", None, False),
    ],
)
def test_stock_is_a_count_or_a_doubt(said: str, count: int | None, doubted: bool) -> None:
    stock = read_stock(Cell(Held.TEXT, said))
    assert (stock.count, stock.why is not None) == (count, doubted)


def test_a_count_in_words_is_the_stock_of_the_product(staged: Path) -> None:
    _, products = as_show(read(staged), "x")
    assert [p.stock for p in products] == [50, 500]


def test_a_clock_before_a_time_since_the_beginning_lasts_until_it(tmp_path: Path) -> None:
    rows = [
        line("20:00-20:50", "开场", "好"),
        line("20:50", "讲解", "看", "杯"),
        line("56-60min", "收尾", "见"),
    ]
    found = read(template(tmp_path, rows))
    assert [r.duration_ms for r in found.rows] == [50 * 60_000, 6 * 60_000, 4 * 60_000]
    assert whys(found) == ["counted from the beginning, {clock}, among times of day"]


def test_a_show_of_two_clocks_takes_no_longer_than_it_says(tmp_path: Path) -> None:
    rows = [
        line("0-50min", "开场", "好"),
        line("20:50", "讲解", "看", "杯"),
        line("56-60min", "收尾", "见"),
    ]
    show, _ = as_show(read(template(tmp_path, rows)), "x")
    assert (show.start_ms, schedule(show).end_ms) == (20 * 3_600_000, 3_600_000)


def test_a_time_of_day_in_a_column_of_times_since_the_beginning_is_one(tmp_path: Path) -> None:
    rows = [["0-50min", "开场"], ["20:50", "讲解"], ["56-60min", "收尾"]]
    found = read(book(tmp_path / "a.xlsx", [["累计时间", "环节"], *rows])).rows
    assert [(r.elapsed_ms, r.start_ms) for r in found] == [
        (0, None),
        (None, 75_000_000),
        (56 * 60_000, None),
    ]


def test_a_beginning_that_was_worked_out_is_said(tmp_path: Path) -> None:
    rows = [line("0-50min", "开场", "好"), line("20:50", "讲解", "看", "杯")]
    assert whys(read(template(tmp_path, rows))) == [
        "right after a time since the beginning: so it begins at {clock}"
    ]


def test_without_a_beginning_no_length_is_derived_across_the_clocks(tmp_path: Path) -> None:
    rows = [
        line("19:55", "预热", "等"),
        line("0-5min", "开场", "好"),
        line("5-10min", "收尾", "见"),
    ]
    found = read(template(tmp_path, rows))
    assert found.rows[0].duration_ms is None
    assert whys(found) == [
        "times of day and times since the beginning, and nothing tells when it begins"
    ]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_our_own_workbook_comes_back_without_a_doubt_about_headings(
    staged: Path, tmp_path: Path, lang: Language
) -> None:
    show, products = as_show(read(staged), "x")
    known, times = timed(Document(show, products))
    file = tmp_path / "own.xlsx"
    file.write_bytes(show_xlsx(show_table(show, known, times, lang), show, known, times, lang))
    found = read(file)
    assert found.doubts == ()
    assert [c.heading for c in found.layout.shows[0].columns if c.kept_apart] == [
        c.name for c in show.columns
    ]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_our_own_workbook_comes_back_as_the_same_rows(
    staged: Path, tmp_path: Path, lang: Language
) -> None:
    show, products = as_show(read(staged), "x")
    first = next(s.id for s in show.segments() if s.products)
    show = with_change(show, [first], lambda s: s.with_field("need", "早上赶时间"))
    known, times = timed(Document(show, products))
    file = tmp_path / "own.xlsx"
    file.write_bytes(show_xlsx(show_table(show, known, times, lang), show, known, times, lang))
    again, goods = as_show(read(file), "x")
    assert told(again) == told(show)
    assert [(p.name, p.link, p.stock, p.points) for p in goods] == [
        (p.name, p.link, p.stock, p.points) for p in products
    ]


def told(show: Show) -> list[object]:
    """Return what a show says in every row."""
    return [
        (part.title, s.title, s.kind, s.duration_ms, s.script, s.field("need"), len(s.cues))
        for part in show.parts
        for s in part.segments
    ]


def test_another_title_goes_into_the_stage_that_is_the_title(tmp_path: Path) -> None:
    file = template(tmp_path, [line("0-5min", "开场", "好"), line("5-9min", "讲解", "看", "杯")])
    show, products = as_show(read(file), "x")
    row = next(show.segments())
    show = with_change(show, [row.id], lambda s: replace(s, title="暖场"))
    assert changed(file, Document(show, products)) == {"B3": "暖场"}


def test_products_of_rows_are_counted_once(tmp_path: Path) -> None:
    rows = [line("0-5min", "讲解", "看", "杯/1号链接"), line("5-9min", "返场", "看", "杯")]
    assert product_names(read(template(tmp_path, rows))) == ("杯",)


def test_the_words_above_the_headings_are_the_title(staged: Path) -> None:
    assert read(staged).title == "夏夜厨房专场"


def test_a_sheet_that_begins_with_its_headings_has_no_title(tmp_path: Path) -> None:
    assert read(book(tmp_path / "a.xlsx", [HEADS, *STAGED])).title == ""
