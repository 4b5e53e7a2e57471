"""Products leave as CSV and workbook and come back as they were; foreign tables are understood."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.errors import Refused
from app.core.words import Language
from app.exchange.products_file import (
    products_csv,
    products_xlsx,
    read_products_file,
    write_products,
)
from app.exchange.products_match import News, preview
from app.show.product import Gift, Need, PricePoint, Product, Proof, Role

CUP = Product(
    "p1",
    "轻钛随手杯 420 ml",
    link="3",
    sku="0012",
    brand="=CMD()",
    category="杯壶",
    role=Role.HERO,
    list_cents=19_900,
    live_cents=12_950,
    prices=(PricePoint(date(2026, 11, 1), 13_900, "双 11 | 店铺"),),
    mechanism="-5% 立减",
    coupon="'=1+1",
    gifts=(Gift("杯刷", 2, "20 cm", 1_500), Gift("a\\b|c", 1)),
    stock=480,
    reserve=0,
    points=("只有 168 克", "第一行\n第二行", " 前后有空格 "),
    needs=(Need("怕漏水", "倒置不漏"), Need("好洗吗")),
    proofs=(Proof("检测报告", "GB-1", "reports/cup.pdf", date(2027, 1, 2)), Proof("商标")),
    supplier="@thecup",
    note="第一行\n第二行",
)

_signs = st.characters(blacklist_categories=("Cs", "Cc"))
_text = st.text(_signs | st.sampled_from("|\\'=+-@ \n×"), max_size=12).map(
    lambda s: s if s.strip() else ""
)
_some = _text.filter(bool)
_cents = st.none() | st.integers(0, 10**9)
_day = st.dates(date(1990, 1, 1), date(2100, 1, 1))
_products = st.builds(
    Product,
    id=st.uuids().map(str),
    name=_some,
    link=_text,
    sku=_text,
    brand=_text,
    category=_text,
    role=st.none() | st.sampled_from(Role),
    currency=st.sampled_from(("CNY", "USD")),
    list_cents=_cents,
    live_cents=_cents,
    prices=st.lists(st.builds(PricePoint, _day, st.integers(0, 10**9), _text), max_size=2).map(
        lambda found: tuple(sorted(found, key=lambda p: p.on))
    ),
    mechanism=_text,
    coupon=_text,
    gifts=st.lists(st.builds(Gift, _text, st.integers(0, 99), _text, _cents), max_size=2).map(
        tuple
    ),
    stock=st.none() | st.integers(0, 10**8),
    reserve=st.none() | st.integers(0, 10**8),
    points=st.lists(_some, max_size=2).map(tuple),
    needs=st.lists(st.builds(Need, _some, _text), max_size=2).map(tuple),
    proofs=st.lists(st.builds(Proof, _some, _text, _text, st.none() | _day), max_size=2).map(tuple),
    supplier=_text,
    note=_text,
    sample=st.booleans(),
)


def back(products: list[Product], suffix: str, lang: Language) -> list[Product]:
    with TemporaryDirectory() as folder:
        file = Path(folder) / f"products{suffix}"
        write_products(products, file, lang)
        read = read_products_file(file)
    assert read.ours
    assert not read.doubts
    return [Product(**found.values) for found in read.found]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_every_field_comes_back_as_it_was(suffix: str, lang: Language) -> None:
    assert back([CUP, Product("p2", "垫")], suffix, lang) == [CUP, Product("p2", "垫")]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_products, min_size=1, max_size=3))
def test_any_product_comes_back_from_a_csv(products: list[Product]) -> None:
    assert back(products, ".csv", "zh") == products


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_products, min_size=1, max_size=2))
def test_any_product_comes_back_from_a_workbook(products: list[Product]) -> None:
    assert back(products, ".xlsx", "en") == products


def test_a_csv_begins_with_a_mark_and_runs_no_formula() -> None:
    written = products_csv([CUP], "zh")
    assert written.startswith(b"\xef\xbb\xbf")
    row = written.decode("utf-8-sig").split("\r\n")[1].split(",")
    assert not any(cell.lstrip('"').startswith(("=", "+", "@")) for cell in row)


def test_a_workbook_holds_no_formula(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    file = tmp_path / "p.xlsx"
    file.write_bytes(products_xlsx([CUP], "zh"))
    kinds = {cell.data_type for row in load_workbook(file).active.iter_rows() for cell in row}  # type: ignore[union-attr]
    assert "f" not in kinds


def test_a_cell_too_long_for_a_table_is_refused_with_its_product() -> None:
    with pytest.raises(Refused, match="轻钛随手杯"):
        products_csv([replace(CUP, note="很" * 40_000)], "zh")


def test_another_suffix_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"\.csv, \.xlsx"):
        write_products([CUP], tmp_path / "p.pdf", "en")


def foreign(tmp_path: Path, words: str) -> Path:
    file = tmp_path / "goods.csv"
    file.write_text(words, "utf-8-sig")
    return file


def test_a_foreign_table_is_understood(tmp_path: Path) -> None:
    file = foreign(
        tmp_path,
        "商品名称,货号,日常价,直播价,库存,赠品,卖点,供应商\n"
        "轻钛随手杯,0012,199,129,480件,杯刷,只有 168 克,永康\n"
        "硅藻土吸水垫,0013,39,19.9,1200,,,\n",
    )
    read = read_products_file(file)
    assert not read.ours
    assert read.found[0].values == {
        "name": "轻钛随手杯",
        "sku": "0012",
        "list_cents": 19_900,
        "live_cents": 12_900,
        "stock": 480,
        "gifts": (Gift("杯刷"),),
        "points": ("只有 168 克",),
        "supplier": "永康",
    }


def test_what_a_foreign_table_does_not_say_is_left_alone(tmp_path: Path) -> None:
    file = foreign(tmp_path, "商品名称,货号,直播价,库存\n随手杯,0012,119,\n垫,0013,19.9,50\n")
    found = preview(read_products_file(file), [CUP]).rows[0].product
    assert found == replace(CUP, name="随手杯", live_cents=11_900)


def test_a_preview_says_what_is_new_changed_and_the_same(tmp_path: Path) -> None:
    file = tmp_path / "p.csv"
    changed = replace(CUP, live_cents=9_900)
    write_products([changed, Product("p2", "垫"), Product("p3", "锅")], file, "zh")
    seen = preview(read_products_file(file), [CUP, Product("p2", "垫")])
    assert [row.news for row in seen.rows] == [News.CHANGED, News.SAME, News.NEW]
    assert [(c.before, c.after) for c in seen.rows[0].changed] == [("¥129.5", "¥99")]
    assert seen.taken == (changed, Product("p3", "锅"))


def test_a_product_is_found_by_sku_before_name(tmp_path: Path) -> None:
    other = Product("p9", "随手杯")
    file = foreign(tmp_path, "商品名称,货号,直播价,库存\n随手杯,0012,119,1\n")
    assert preview(read_products_file(file), [CUP, other]).rows[0].product.id == "p1"


def test_a_name_is_compared_without_case_and_blanks(tmp_path: Path) -> None:
    file = foreign(tmp_path, "商品名称,直播价,库存\n轻钛 随手杯 420ML,119,1\n")
    assert preview(read_products_file(file), [CUP]).rows[0].product.id == "p1"


def test_a_row_that_two_products_answer_to_is_left_out_and_said(tmp_path: Path) -> None:
    twins = [Product("a", "杯"), Product("b", "杯")]
    file = foreign(tmp_path, "商品名称,直播价,库存\n杯,119,1\n")
    seen = preview(read_products_file(file), twins)
    assert (seen.rows, len(seen.doubts)) == ((), 1)


def test_a_second_row_of_one_product_is_left_out_and_said(tmp_path: Path) -> None:
    file = foreign(tmp_path, "商品名称,直播价,库存\n杯,119,1\n杯,99,1\n")
    seen = preview(read_products_file(file), [])
    assert [row.product.live_cents for row in seen.rows] == [11_900]
    assert len(seen.doubts) == 1


def test_a_field_that_makes_no_sense_is_a_doubt_and_leaves_the_field_alone(tmp_path: Path) -> None:
    file = tmp_path / "p.csv"
    write_products([CUP], file, "en")
    file.write_bytes(file.read_bytes().replace(b",480,", b",many,"))
    seen = preview(read_products_file(file), [CUP])
    assert seen.rows[0].product.stock == 480
    assert len(seen.doubts) == 1


def test_a_table_without_products_is_refused(tmp_path: Path) -> None:
    file = foreign(tmp_path, "时间,环节,时长\n20:00,开场,5分钟\n")
    with pytest.raises(Refused):
        read_products_file(file)
