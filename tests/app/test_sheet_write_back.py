"""A show written back into the client's own workbook: only what changed changes."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.styles import Font, PatternFill

from app.core.errors import Refused
from app.exchange.sheet.as_show import as_show
from app.exchange.sheet.reading import read
from app.exchange.sheet.write_back import write_back
from app.show.document import Document
from app.show.edit import with_change, with_rows, without_rows
from app.show.show import Segment

HEADS = ["时间", "时长", "环节", "商品", "原价", "直播价", "主播话术", "备注", "佣金%"]
ROWS: list[list[object]] = [
    [time(20, 0), timedelta(minutes=5), "开场聚人", None, None, None, "大家好", None, None],
    [
        time(20, 5),
        timedelta(minutes=10),
        "主推：随手杯",
        "随手杯",
        199,
        129,
        "这只杯子",
        "留意",
        20,
    ],
    [time(20, 15), timedelta(minutes=10), "主推：雪平锅", "雪平锅", 269, 169, "这口锅", None, 18],
    [time(20, 25), timedelta(minutes=5), "收尾预告", None, None, None, "明晚见", None, None],
]


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """Return a client's workbook: a title over the table, styles, a second sheet, a chart, a total."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "脚本"
    sheet["A1"] = "夏夜厨房专场 脚本"
    sheet.merge_cells("A1:I1")
    sheet.append([])
    sheet.append(HEADS)
    for row in ROWS:
        sheet.append(row)
    for cells in sheet.iter_rows(min_row=4, max_row=7):
        for cell in cells:
            cell.font = Font(name="KaiTi", size=13)
            cell.fill = PatternFill("solid", fgColor="FFF2CC")
        cells[1].number_format = "[h]:mm:ss"
    other = book.create_sheet("数据")
    for number in range(5):
        other.append([number, number * number])
    chart = BarChart()
    chart.add_data(Reference(other, min_col=2, min_row=1, max_row=5))
    other.add_chart(chart, "D2")
    file = tmp_path / "脚本.xlsx"
    book.save(file)
    return file


def imported(file: Path) -> Document:
    """Return the workbook as a show."""
    show, products = as_show(read(file), "夏夜")
    return Document(show, products)


def parts(file: Path) -> dict[str, bytes]:
    """Return every part of a workbook."""
    with zipfile.ZipFile(file) as package:
        return {name: package.read(name) for name in package.namelist()}


def cells(file: Path) -> dict[str, object]:
    """Return every cell of the first sheet."""
    sheet = load_workbook(file)["脚本"]
    return {c.coordinate: c.value for row in sheet.iter_rows() for c in row if c.value is not None}


def test_an_unchanged_show_changes_no_byte_of_any_part(workbook: Path) -> None:
    assert parts(write_back(imported(workbook), workbook)) == parts(workbook)


def test_one_changed_title_changes_one_cell_and_keeps_its_style(workbook: Path) -> None:
    document = imported(workbook)
    row = list(document.show.segments())[1]
    show = with_change(document.show, [row.id], lambda s: replace(s, title="主推：新杯"))
    target = write_back(replace(document, show=show), workbook)
    before, after = cells(workbook), cells(target)
    assert {k: v for k, v in after.items() if before.get(k) != v} == {"C5": "主推：新杯"}
    assert load_workbook(target)["脚本"]["C5"].font.name == "KaiTi"
    assert {n for n, data in parts(target).items() if parts(workbook)[n] != data} == {
        "xl/worksheets/sheet1.xml"
    }


def test_a_changed_price_is_written_as_a_number(workbook: Path) -> None:
    document = imported(workbook)
    products = tuple(
        replace(p, live_cents=11900) if p.name == "随手杯" else p for p in document.products
    )
    target = write_back(replace(document, products=products), workbook)
    assert cells(target)["F5"] == 119


def test_a_longer_row_moves_the_starts_below_it_as_real_times(workbook: Path) -> None:
    document = imported(workbook)
    row = list(document.show.segments())[1]
    show = with_change(document.show, [row.id], lambda s: replace(s, duration_ms=12 * 60_000))
    after = cells(write_back(replace(document, show=show), workbook))
    assert (after["B5"], after["A6"]) == (timedelta(minutes=12), time(20, 17))


def test_a_row_more_stands_below_the_table_in_its_style(workbook: Path) -> None:
    document = imported(workbook)
    show = with_rows(document.show, [Segment("new", "closing", "加一段", duration_ms=60_000)])
    target = write_back(replace(document, show=show), workbook)
    assert cells(target)["C8"] == "加一段"
    assert load_workbook(target)["脚本"]["C8"].font.name == "KaiTi"


def test_a_row_less_leaves_the_last_line_of_the_table_empty(workbook: Path) -> None:
    document = imported(workbook)
    row = next(document.show.segments())
    after = cells(
        write_back(replace(document, show=without_rows(document.show, [row.id])), workbook)
    )
    assert (after["C4"], after.get("C7")) == ("主推：随手杯", None)


def test_a_formula_stays(workbook: Path) -> None:
    book = load_workbook(workbook)
    book["脚本"]["A6"] = "=A5+B5"
    book.save(workbook)
    document = imported(workbook)
    row = list(document.show.segments())[1]
    show = with_change(document.show, [row.id], lambda s: replace(s, duration_ms=12 * 60_000))
    assert cells(write_back(replace(document, show=show), workbook))["A6"] == "=A5+B5"


def test_the_clients_file_itself_is_not_touched(workbook: Path) -> None:
    before = workbook.read_bytes()
    target = write_back(imported(workbook), workbook)
    assert target != workbook
    assert workbook.read_bytes() == before


def test_a_csv_has_no_layout_to_write_back_into(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("时间,环节\n20:00,开场\n20:05,收尾\n", "utf-8")
    with pytest.raises(Refused):
        write_back(imported(file), file)
