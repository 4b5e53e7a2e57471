"""Runs of show as studios write them, each read by the real command line into exact rows."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from app.cli.main import main
from app.core.words import set_language
from app.exchange.sheet.delimited import decode
from tests.app.sheet_files import book, brief, fill, patched, sheet_xml

Read = Callable[..., dict[str, Any]]


@pytest.fixture
def read(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Read:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")

    def run(file: Path, *options: str) -> dict[str, Any]:
        capsys.readouterr()
        status = main(["show", "import", str(file), "--json", "-", *options])
        set_language("en")
        said = capsys.readouterr()
        assert status == 0, said.err
        found: dict[str, Any] = json.loads(said.out)
        return found

    return run


def rows(found: dict[str, Any]) -> list[tuple[Any, ...]]:
    return [brief(row) for row in found["rows"]]


def doubts(found: dict[str, Any]) -> list[str]:
    """Return the places of all doubts, the file's first."""
    return [d["place"] for d in found["doubts"]] + [
        d["place"] for row in found["rows"] for d in row["doubts"]
    ]


TEMPLATE = [
    "时间节点(分钟级)", "直播阶段", "主播动作/口播", "副播场控配合", "商品/链接号", "原价", "直播价",
    "优惠力度", "赠品", "库存", "画面道具贴片", "互动引导", "话术类型", "备注",
]  # fmt: skip


def test_the_template_of_fourteen_columns(read: Read, tmp_path: Path) -> None:
    file = book(
        tmp_path / "a.xlsx",
        [
            ["XX 品牌双 11 整场节奏脚本"],
            TEMPLATE,
            [
                "0-5min",
                "开场留人",
                "欢迎来到直播间",
                "发红包",
                "-",
                "-",
                "-",
                "-",
                "-",
                "-",
                "贴片 1",
                "扣 1",
                "开场",
                "灯光",
            ],
            [
                "5-15min",
                "引流款讲解",
                "这款面膜\n第二行",
                "上链接",
                "1号链接 面膜",
                299,
                99,
                "3.3 折",
                "小样 2 片",
                "500",
                "",
                "扣想要",
                "逼单",
                None,
            ],
            [
                "15-20min",
                "福袋",
                "抽奖啦",
                "发福袋",
                "-",
                "-",
                "-",
                "-",
                "-",
                "剩X件",
                "",
                "关注",
                "互动",
                "",
            ],
            ["合计", "", "", "", "", "", "", "", "", "", "", "", "", ""],
        ],
        merged=["A1:N1"],
    )
    found = read(file)
    assert rows(found) == [
        ("开场留人", "frame", None, 0, 300, "", None, None),
        ("引流款讲解", "product", None, 300, 600, "面膜", 299.0, 99.0),
        ("福袋", "interactive", None, 900, 300, "", None, None),
    ]
    first, second, _ = found["rows"]
    assert second["script"] == "这款面膜\n第二行"
    assert (second["link"], second["gift"], second["stock"]) == ("1", "小样 2 片", "500")
    assert (second["discount"], second["script_kind"]) == ("3.3 折", "逼单")
    assert first["cues"] == {"assistant": "发红包", "picture": "贴片 1"}
    assert (first["notes"], first["interaction"], first["duration_from"]) == (
        "灯光",
        "扣 1",
        "range",
    )
    assert doubts(found) == ["Sheet1!J5"]  # 剩X件 is no count
    assert [one["value"] for one in found["left_out"]] == ["合计"]


def test_clock_ranges_in_words(read: Read, tmp_path: Path) -> None:
    file = book(
        tmp_path / "a.xlsx",
        [
            ["时间", "环节", "产品", "话术"],
            ["19:00-19:05", "开场", None, "大家好"],
            ["19:05—19:20", "讲解", "面霜", "看这里"],
            ["19：20～19：30", "答疑", None, "问吧"],
        ],
    )
    assert rows(read(file)) == [
        ("开场", "frame", "19:00:00", None, 300, "", None, None),
        ("讲解", "product", "19:05:00", None, 900, "面霜", None, None),
        ("答疑", "interactive", "19:20:00", None, 600, "", None, None),
    ]


def test_real_times_and_lengths(read: Read, tmp_path: Path) -> None:
    file = book(
        tmp_path / "a.xlsx",
        [
            ["开始时间", "结束时间", "时长", "环节"],
            [time(19, 0), time(19, 5), timedelta(minutes=5), "开场"],
            [
                datetime.fromisoformat("2026-11-11 19:05"),
                datetime.fromisoformat("2026-11-11 19:35:30"),
                timedelta(minutes=30, seconds=30),
                "主推",
            ],
        ],
    )
    found = read(file)
    assert rows(found) == [
        ("开场", "frame", "19:00:00", None, 300, "", None, None),
        ("主推", "product", "19:05:00", None, 1830, "", None, None),
    ]
    assert [row["duration_from"] for row in found["rows"]] == ["column", "column"]
    assert doubts(found) == []


def test_a_length_comes_from_start_and_end(read: Read, tmp_path: Path) -> None:
    file = book(
        tmp_path / "a.xlsx",
        [["开始", "结束", "内容"], ["23:50", "00:10", "跨零点"], ["00:10", "00:30", "收尾"]],
    )
    found = read(file)
    assert [(row["start"], row["duration_s"]) for row in found["rows"]] == [
        ("23:50:00", 1200),
        ("00:10:00", 1200),
    ]
    assert doubts(found) == []


def test_a_length_is_derived_from_the_next_start_and_marked(read: Read, tmp_path: Path) -> None:
    file = book(
        tmp_path / "a.xlsx",
        [["时间点", "环节"], ["20:00", "开场"], ["20:10", "秒杀"], ["20:40", "收尾"]],
    )
    found = read(file)
    assert [(r["duration_s"], r["duration_from"]) for r in found["rows"]] == [
        (600, "next_row"),
        (1800, "next_row"),
        (None, "unknown"),
    ]


def test_two_rows_of_headings(read: Read, tmp_path: Path) -> None:
    file = book(
        tmp_path / "a.xlsx",
        [
            ["七夕专场直播流程"],
            ["序号", "时间", None, "环节", "商品", "价格", None, "主播", None],
            [None, "开始", "时长", None, None, "原价", "直播价", "话术", "动作"],
            [1, "20:00", "5分钟", "开场", None, None, None, "欢迎", "挥手"],
            [2, "20:05", "10分钟", "讲解", "项链", 399, 199, "看细节", "展示"],
        ],
        merged=["A1:I1", "A2:A3", "B2:C2", "D2:D3", "E2:E3", "F2:G2", "H2:I2"],
    )
    found = read(file)
    assert rows(found) == [
        ("开场", "frame", "20:00:00", None, 300, "", None, None),
        ("讲解", "product", "20:05:00", None, 600, "项链", 399.0, 199.0),
    ]
    assert found["rows"][1]["cues"] == {"action": "展示"}
    assert found["rows"][1]["script"] == "看细节"
    table = found["mapping"]["tables"][0]
    assert (table["header_row"], table["header_last"], table["last_row"]) == (2, 3, 5)


def test_two_rows_of_headings_without_merged_cells(read: Read, tmp_path: Path) -> None:
    file = book(
        tmp_path / "a.xlsx",
        [
            ["时间", "环节", "价格", None, "备注"],
            [None, None, "日常价", "到手价", None],
            ["20:00", "面膜", "299元", "￥99", ""],
        ],
    )
    assert rows(read(file)) == [("面膜", "product", "20:00:00", None, None, "", 299.0, 99.0)]


def test_merged_cells_count_for_every_row_they_cover(read: Read, tmp_path: Path) -> None:
    file = book(
        tmp_path / "a.xlsx",
        [
            ["环节", "产品", "时长(分钟)", "原价", "直播价", "话术"],
            ["引流", "面膜", 5, 99, 49, "一"],
            [None, "口红", 6, 129, 69, "二"],
            ["主推", "精华", 10, 499, 299, "三"],
            [None, None, 8, None, None, "四"],
        ],
        merged=["A2:A3", "A4:A5", "B4:B5", "D4:D5", "E4:E5"],
    )
    found = read(file)
    assert rows(found) == [
        ("引流", "product", None, None, 300, "面膜", 99.0, 49.0),
        ("引流", "product", None, None, 360, "口红", 129.0, 69.0),
        ("主推", "product", None, None, 600, "精华", 499.0, 299.0),
        ("主推", "product", None, None, 480, "精华", 499.0, 299.0),
    ]
    assert doubts(found) == []


def test_a_time_over_several_rows_is_shared_and_said(read: Read, tmp_path: Path) -> None:
    file = book(
        tmp_path / "a.xlsx",
        [
            ["时间", "环节", "产品"],
            ["19:00-19:20", "福利", "杯子"],
            [None, "福利", "毛巾"],
            ["19:20-19:30", "收尾", None],
        ],
        merged=["A2:A3"],
    )
    found = read(file)
    assert [(r["start"], r["duration_s"], r["linked"]) for r in found["rows"]] == [
        ("19:00:00", 600, False),
        ("19:00:00", 600, True),
        ("19:20:00", 600, False),
    ]
    assert [r["duration_from"] for r in found["rows"]] == ["shared", "shared", "range"]
    assert doubts(found) == ["Sheet1!A2", "Sheet1!A2"]


def test_section_rows_name_parts_and_totals_are_left_out(read: Read, tmp_path: Path) -> None:
    file = book(
        tmp_path / "a.xlsx",
        [
            ["直播流程表"],
            [],
            ["时间", "环节", "时长", "产品"],
            ["第一部分 预热", None, None, None],
            ["19:00", "开场", "10分钟", None],
            [None, "小计", "10分钟", None],
            ["第二部分 带货", None, None, None],
            ["19:10", "讲解", "半小时", "水杯"],
            ["总计", None, "40分钟", None],
            ["备注：以现场为准", None, None, None],
        ],
        merged=["A1:D1", "A4:D4", "A7:D7", "A10:D10"],
    )
    found = read(file)
    assert [(r["part"], r["title"], r["duration_s"]) for r in found["rows"]] == [
        ("第一部分 预热", "开场", 600),
        ("第二部分 带货", "讲解", 1800),
    ]
    assert [one["place"] for one in found["left_out"]] == [
        "Sheet1!6:6",
        "Sheet1!9:9",
        "Sheet1!10:10",
    ]


def test_a_row_with_one_word_alone_names_a_part(read: Read, tmp_path: Path) -> None:
    file = book(
        tmp_path / "a.xlsx",
        [
            ["时间", "环节", "话术"],
            ["上半场"],
            ["20:00", "开场", "好"],
            ["下半场"],
            ["21:00", "收尾", "再见"],
        ],
    )
    assert [(r["part"], r["title"]) for r in read(file)["rows"]] == [
        ("上半场", "开场"),
        ("下半场", "收尾"),
    ]


def test_a_name_alone_in_the_column_of_names_is_a_row(read: Read, tmp_path: Path) -> None:
    file = book(
        tmp_path / "a.xlsx",
        [["时间", "环节", "话术"], ["20:00", "开场", "好"], [None, "中场休息"], [None, "收尾"]],
    )
    assert [(r["part"], r["title"]) for r in read(file)["rows"]] == [
        ("", "开场"),
        ("", "中场休息"),
        ("", "收尾"),
    ]


def test_formulas_without_results_are_worked_out(read: Read, tmp_path: Path) -> None:
    file = book(
        tmp_path / "a.xlsx",
        [
            ["开始", "时长(分钟)", "结束", "环节", "原价", "直播价"],
            [time(20, 0), 5, "=A2+TIME(0,B2,0)", "开场", None, None],
            ["=C2", "=10+5", "=A3+B3/24/60", "讲解", 200, "=E3*0.5"],
            ["=C3", 20, "=A4+TIME(0,B4,0)", "秒杀", 99, "=ROUND(E4*0.333,1)"],
            [None, "=SUM(B2:B4)", None, None, None, None],
        ],
    )
    found = read(file)
    assert rows(found) == [
        ("开场", "frame", "20:00:00", None, 300, "", None, None),
        ("讲解", "product", "20:05:00", None, 900, "", 200.0, 100.0),
        ("秒杀", "product", "20:20:00", None, 1200, "", 99.0, 33.0),
    ]
    assert "formulas worked out" in found["doubts"][0]["taken"]


def test_a_difference_of_two_times_is_a_length(read: Read, tmp_path: Path) -> None:
    file = book(
        tmp_path / "a.xlsx",
        [
            ["开始", "结束", "时长", "环节"],
            [time(20, 0), time(20, 12), "=B2-A2", "开场"],
            ["=B2", "20:30", '=IF(B3="","",B3-A3)', "讲解"],
        ],
    )
    assert [(r["start"], r["duration_s"]) for r in read(file)["rows"]] == [
        ("20:00:00", 720),
        ("20:12:00", 1080),
    ]


def test_hidden_rows_and_columns_are_kept_out_and_said(read: Read, tmp_path: Path) -> None:
    def hide(sheet: Any) -> None:
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["D"].hidden = True

    file = book(
        tmp_path / "a.xlsx",
        [
            ["时间", "环节", "话术", "成本价"],
            ["20:00", "开场", "好", 1],
            ["20:05", "旧环节", "旧", 2],
            ["20:10", "收尾", "再见", 3],
        ],
        then=hide,
    )
    found = read(file)
    assert [r["title"] for r in found["rows"]] == ["开场", "收尾"]
    assert [(one["place"], one["value"]) for one in found["left_out"]] == [
        ("Sheet1!3:3", "20:05"),
        ("Sheet1!D:D", "成本价"),
    ]
    assert "成本价" not in json.dumps(found["rows"], ensure_ascii=False)


def test_several_sheets_the_run_of_show_is_chosen(read: Read, tmp_path: Path) -> None:
    workbook = Workbook()
    cover = workbook.active
    assert cover is not None
    cover.title = "说明"
    fill(cover, [["使用说明"], ["本表由运营填写"]])
    fill(
        workbook.create_sheet("商品表"),
        [
            ["链接号", "商品名称", "原价", "直播价", "库存", "赠品"],
            [1, "面膜", 299, 99, 500, "小样"],
            [2, "口红", 199, 89, 300, "-"],
        ],
    )
    fill(
        workbook.create_sheet("流程"),
        [["时间", "环节", "产品"], ["20:00-20:10", "开场", ""], ["20:10-20:30", "讲解", "面膜"]],
    )
    hidden = workbook.create_sheet("旧流程")
    fill(hidden, [["时间", "环节"], ["1:00", "旧"]])
    hidden.sheet_state = "hidden"
    workbook.save(tmp_path / "a.xlsx")
    found = read(tmp_path / "a.xlsx")
    assert [(r["sheet"], r["title"]) for r in found["rows"]] == [("流程", "开场"), ("流程", "讲解")]
    assert [
        (p["name"], p["link"], p["list_price"], p["live_price"]) for p in found["products"]
    ] == [
        ("面膜", "1", 299.0, 99.0),
        ("口红", "2", 199.0, 89.0),
    ]
    assert [(one["place"], one["why"]) for one in found["left_out"]] == [
        ("旧流程", "the sheet is hidden"),
        ("说明", "no headings of a run of show or a product table"),
    ]


def test_sheets_that_go_on_are_read_one_after_the_other(read: Read, tmp_path: Path) -> None:
    workbook = Workbook()
    first = workbook.active
    assert first is not None
    first.title = "上半场"
    fill(first, [["时间", "环节"], ["20:00", "开场"], ["20:30", "讲解"]])
    fill(workbook.create_sheet("下半场"), [["时间", "环节"], ["21:00", "抽奖"], ["21:30", "收尾"]])
    workbook.save(tmp_path / "a.xlsx")
    found = read(tmp_path / "a.xlsx")
    assert [r["title"] for r in found["rows"]] == ["开场", "讲解", "抽奖", "收尾"]
    assert doubts(found) == ["上半场, 下半场"]


def test_a_sheet_that_begins_anew_is_another_show(read: Read, tmp_path: Path) -> None:
    workbook = Workbook()
    first = workbook.active
    assert first is not None
    first.title = "7.1"
    fill(first, [["时间", "环节"], ["20:00", "开场"], ["20:30", "讲解"]])
    fill(workbook.create_sheet("7.2"), [["时间", "环节"], ["20:00", "开场二"], ["20:30", "讲解二"]])
    workbook.save(tmp_path / "a.xlsx")
    found = read(tmp_path / "a.xlsx")
    assert [r["title"] for r in found["rows"]] == ["开场", "讲解"]
    assert [one["place"] for one in found["left_out"]] == ["7.2"]
    second = read(tmp_path / "a.xlsx", "--sheet", "7.2")
    assert [r["title"] for r in second["rows"]] == ["开场二", "讲解二"]


def test_traditional_headings(read: Read, tmp_path: Path) -> None:
    file = book(
        tmp_path / "a.xlsx",
        [
            ["開始時間", "時長", "環節", "商品名稱", "原價", "直播價", "主播話術", "備註"],
            ["晚上8點", "10分鐘", "開場", "", "", "", "大家好", ""],
            ["20:10", "20分鐘", "講解", "保溫杯", "599元", "NT$399", "看這裡", "置頂"],
        ],
    )
    assert rows(read(file)) == [
        ("開場", "frame", "20:00:00", None, 600, "", None, None),
        ("講解", "product", "20:10:00", None, 1200, "保溫杯", 599.0, 399.0),
    ]


def test_english_headings(read: Read, tmp_path: Path) -> None:
    file = book(
        tmp_path / "a.xlsx",
        [
            ["Spring Launch - Run of Show"],
            [
                "Start Time",
                "Duration (min)",
                "Segment",
                "Product",
                "List Price",
                "Live Price",
                "Host Script",
                "Owner",
                "Camera",
            ],
            ["7:00 PM", 5, "Welcome", None, None, None, "Hi all", "Ann", "Cam 1"],
            ["7:05 PM", 12.5, "Serum demo", "Serum", "$49.00", "$29.90", "Look", "Bea", "Cam 2"],
            ["Total", 17.5, None, None, None, None, None, None, None],
        ],
    )
    found = read(file)
    assert rows(found) == [
        ("Welcome", "frame", "19:00:00", None, 300, "", None, None),
        ("Serum demo", "product", "19:05:00", None, 750, "Serum", 49.0, 29.9),
    ]
    assert (found["rows"][1]["owner"], found["rows"][1]["cues"]) == ("Bea", {"picture": "Cam 2"})
    assert doubts(found) == []


def test_unknown_columns_are_kept_under_their_heading(read: Read, tmp_path: Path) -> None:
    file = book(
        tmp_path / "a.xlsx",
        [
            ["时间", "环节", "妆发", "车牌"],
            ["20:00", "开场", "淡妆", "沪A"],
            ["20:10", "收尾", "", "-"],
        ],
    )
    assert [r["custom"] for r in read(file)["rows"]] == [{"妆发": "淡妆", "车牌": "沪A"}, {}]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "gbk"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_in_the_usual_encodings(
    read: Read, tmp_path: Path, encoding: str, delimiter: str
) -> None:
    lines = [
        ["时间", "环节", "时长", "话术"],
        ["20:00", "开场", "5分钟", '"第一行\n第二行"'],
        ["20:05", "讲解面膜", "10分钟", "买它"],
    ]
    file = tmp_path / "流程.csv"
    file.write_bytes("\r\n".join(delimiter.join(line) for line in lines).encode(encoding))
    found = read(file)
    assert rows(found) == [
        ("开场", "frame", "20:00:00", None, 300, "", None, None),
        ("讲解面膜", "product", "20:05:00", None, 600, "", None, None),
    ]
    assert found["rows"][0]["script"] == "第一行\n第二行"
    guessed = encoding in ("gb18030", "gbk")
    assert ([d["value"] for d in found["doubts"]] == ["gb18030"]) is guessed


def test_csv_in_big5(read: Read, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes("時間,環節,時長\n20:00,開場歡迎,5分鐘\n20:05,商品講解,十分鐘\n".encode("big5"))
    found = read(file)
    assert [(r["title"], r["duration_s"]) for r in found["rows"]] == [
        ("開場歡迎", 300),
        ("商品講解", 600),
    ]
    assert [d["value"] for d in found["doubts"]] == ["big5"]


def test_numbers_kept_as_words_and_full_width(read: Read, tmp_path: Path) -> None:
    file = book(
        tmp_path / "a.xlsx",
        [
            ["开始时间", "时长（分钟）", "产品", "原价", "直播价"],
            ["２０：００", "５", "杯子", "１９９", "¥99.50"],
            ["20点半", "10", "毛巾", "1,299", "199/件"],
        ],
    )
    assert rows(read(file)) == [
        ("杯子", "product", "20:00:00", None, 300, "杯子", 199.0, 99.5),
        ("毛巾", "product", "20:30:00", None, 600, "毛巾", 1299.0, 199.0),
    ]


def test_doubtful_prices_say_what_they_were_taken_for(read: Read, tmp_path: Path) -> None:
    file = book(
        tmp_path / "a.xlsx",
        [
            ["产品", "时长", "直播价"],
            ["甲", "5分钟", "19.9起"],
            ["乙", "5分钟", "99-129"],
            ["丙", "5分钟", "待定"],
            ["丁", "5分钟", "买一送一"],
        ],
    )
    found = read(file)
    assert [r["live_price"] for r in found["rows"]] == [19.9, 99.0, None, None]
    assert [(d["place"], d["value"], d["taken"]) for r in found["rows"] for d in r["doubts"]] == [
        ("Sheet1!C2", "19.9起", "19.90"),
        ("Sheet1!C3", "99-129", "99.00"),
        ("Sheet1!C5", "买一送一", None),
    ]


def test_a_column_that_begins_at_zero_is_time_since_the_beginning(
    read: Read, tmp_path: Path
) -> None:
    file = book(
        tmp_path / "a.xlsx",
        [["时间", "环节"], [time(0, 0), "开场"], [time(0, 5), "讲解"], [time(1, 0), "收尾"]],
    )
    found = read(file)
    assert [(r["start"], r["elapsed_start_s"], r["duration_s"]) for r in found["rows"]] == [
        (None, 0, 300),
        (None, 300, 3300),
        (None, 3600, None),
    ]
    assert doubts(found) == ["Sheet1!A1"]


def test_lengths_under_the_heading_time(read: Read, tmp_path: Path) -> None:
    file = book(
        tmp_path / "a.xlsx",
        [
            ["环节", "时间", "话术"],
            ["开场", "5分钟", "好"],
            ["讲解", "1小时30分", "看"],
            ["收尾", "90s", "再见"],
        ],
    )
    assert [r["duration_s"] for r in read(file)["rows"]] == [300, 5400, 90]


def test_minutes_without_a_unit_are_said_once(read: Read, tmp_path: Path) -> None:
    file = book(
        tmp_path / "a.xlsx", [["环节", "时长", "话术"], ["开场", 5, "好"], ["讲解", 15, "看"]]
    )
    found = read(file)
    assert [r["duration_s"] for r in found["rows"]] == [300, 900]
    assert doubts(found) == ["Sheet1!B1"]


def test_a_length_over_a_day_part_is_doubted(read: Read, tmp_path: Path) -> None:
    file = book(
        tmp_path / "a.xlsx", [["环节", "时长"], ["开场", time(5, 0)], ["讲解", time(0, 10)]]
    )
    found = read(file)
    assert [r["duration_s"] for r in found["rows"]] == [18000, 600]
    assert doubts(found) == ["Sheet1!B2"]


def test_what_is_not_understood_is_none_and_doubted(read: Read, tmp_path: Path) -> None:
    file = book(
        tmp_path / "a.xlsx",
        [
            ["时间", "环节", "时长"],
            ["八点左右吧看情况", "开场", "很久"],
            ["20:10", "讲解", "15-20min"],
        ],
    )
    found = read(file)
    assert [(r["start"], r["duration_s"]) for r in found["rows"]] == [
        (None, None),
        ("20:10:00", 1200),
    ]
    assert doubts(found) == ["Sheet1!A2", "Sheet1!C2", "Sheet1!C3"]


def test_a_start_before_the_one_above_is_doubted(read: Read, tmp_path: Path) -> None:
    file = book(tmp_path / "a.xlsx", [["时间", "环节"], ["20:00", "开场"], ["19:30", "讲解"]])
    assert doubts(read(file)) == ["Sheet1!A3"]


def test_errors_of_the_workbook_are_doubts(read: Read, tmp_path: Path) -> None:
    file = book(tmp_path / "a.xlsx", [["时间", "环节", "直播价"], ["#REF!", "讲解", "#N/A"]])
    found = read(file)
    assert rows(found) == [("讲解", "product", None, None, None, "", None, None)]
    assert sorted(doubts(found)) == ["Sheet1!A2", "Sheet1!C2"]


def test_headings_below_many_notes(read: Read, tmp_path: Path) -> None:
    notes = [
        ["主题：春季上新"],
        ["时间：2026 年 3 月 8 日"],
        ["主播：小王", None, "场控：小李"],
        [],
    ]
    file = book(
        tmp_path / "a.xlsx",
        [
            *notes,
            ["", "时间段", "直播环节", "负责人", "注意事项"],
            ["", "19:30-19:40", "预热", "小王", "灯"],
        ],
    )
    found = read(file)
    assert rows(found) == [("预热", "frame", "19:30:00", None, 600, "", None, None)]
    assert found["rows"][0]["owner"] == "小王"


def test_headings_repeated_on_each_page_are_no_rows(read: Read, tmp_path: Path) -> None:
    head = ["时间", "环节", "话术"]
    file = book(
        tmp_path / "a.xlsx", [head, ["20:00", "开场", "好"], head, ["20:10", "收尾", "再见"]]
    )
    assert [r["title"] for r in read(file)["rows"]] == ["开场", "收尾"]


def test_a_product_table_below_the_run_of_show(read: Read, tmp_path: Path) -> None:
    file = book(
        tmp_path / "a.xlsx",
        [
            ["时间", "环节", "话术"],
            ["20:00", "开场", "好"],
            [],
            ["商品名称", "链接号", "原价", "直播价", "库存"],
            ["面膜", 1, 299, 99, 500],
        ],
    )
    found = read(file)
    assert [r["title"] for r in found["rows"]] == ["开场"]
    assert [p["name"] for p in found["products"]] == ["面膜"]


def test_a_kind_column_and_the_five_kinds(read: Read, tmp_path: Path) -> None:
    file = book(
        tmp_path / "a.xlsx",
        [
            ["时长", "环节", "类型"],
            ["5分钟", "一", "互动"],
            ["5分钟", "二", "才艺表演"],
            ["5分钟", "三", "行业资讯"],
            ["5分钟", "四", "产品讲解"],
            ["5分钟", "五", "开场"],
        ],
    )
    assert [r["kind"] for r in read(file)["rows"]] == [
        "interactive",
        "entertainment",
        "news",
        "product",
        "frame",
    ]


def test_a_mapping_goes_before_the_guesses(read: Read, tmp_path: Path) -> None:
    file = book(
        tmp_path / "a.xlsx", [["甲", "乙", "丙"], ["20:00", "开场", "好"], ["20:10", "收尾", "见"]]
    )
    found = read(
        file, "--header", "1", "--column", "A=start", "--column", "B=title", "--column", "C=script"
    )
    assert rows(found)[0] == ("开场", "frame", "20:00:00", None, 600, "", None, None)
    assert found["rows"][1]["script"] == "见"


def test_a_table_without_headings_can_be_mapped(read: Read, tmp_path: Path) -> None:
    file = book(tmp_path / "a.xlsx", [["20:00", "开场"], ["20:10", "收尾"]])
    found = read(file, "--header", "0", "--column", "A=start", "--column", "B=title")
    assert [r["title"] for r in found["rows"]] == ["开场", "收尾"]


def test_files_of_one_make_have_one_signature(read: Read, tmp_path: Path) -> None:
    one = book(tmp_path / "a.xlsx", [["时间", "环节"], ["20:00", "开场"]])
    two = book(
        tmp_path / "b.xlsx", [["标题"], ["时 间", "环节"], ["21:00", "别的"], ["22:00", "再"]]
    )
    other = book(tmp_path / "c.xlsx", [["环节", "时间"], ["开场", "20:00"]])
    marks = [read(file)["mapping"]["signature"] for file in (one, two, other)]
    assert marks[0] == marks[1] != marks[2]


def test_the_date_system_of_1904_keeps_its_times(read: Read, tmp_path: Path) -> None:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    workbook.epoch = datetime.fromisoformat("1904-01-01")
    fill(
        sheet,
        [
            ["开始", "环节"],
            [datetime.fromisoformat("2026-01-01 20:15"), "开场"],
            [time(20, 30), "收尾"],
        ],
    )
    workbook.save(tmp_path / "a.xlsx")
    assert [r["start"] for r in read(tmp_path / "a.xlsx")["rows"]] == ["20:15:00", "20:30:00"]


def test_a_workbook_with_macros_is_read_and_they_are_said(read: Read, tmp_path: Path) -> None:
    plain = book(tmp_path / "a.xlsx", [["时间", "环节"], ["20:00", "开场"]])
    file = patched(plain, tmp_path / "b.xlsm", {"xl/vbaProject.bin": b"macro"})
    found = read(file)
    assert [r["title"] for r in found["rows"]] == ["开场"]
    assert "macros" in found["doubts"][0]["why"]


def test_people_read_the_same_in_their_language(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = book(tmp_path / "a.xlsx", [["时间", "环节", "时长"], ["20:00", "开场", 5]])
    assert main(["--lang", "zh", "show", "import", str(file)]) == 0
    set_language("en")
    said = capsys.readouterr().out
    assert "开场" in said
    assert "分钟" in said


def test_the_end_stands_under_one_heading_with_the_start(read: Read, tmp_path: Path) -> None:
    file = book(
        tmp_path / "a.xlsx",
        [["时间", None, "环节"], ["20:00", "20:10", "开场"], ["20:10", "20:30", "讲解"]],
        merged=["A1:B1"],
    )
    found = read(file)
    assert [(r["start"], r["duration_s"]) for r in found["rows"]] == [
        ("20:00:00", 600),
        ("20:10:00", 1200),
    ]
    assert doubts(found) == ["Sheet1!B1"]


def test_lengths_beside_clocks_under_a_like_heading(read: Read, tmp_path: Path) -> None:
    file = book(
        tmp_path / "a.xlsx",
        [["开播时间", "环节时间", "环节"], ["20:00", "5分钟", "开场"], ["20:05", "10分钟", "讲解"]],
    )
    assert [(r["start"], r["duration_s"]) for r in read(file)["rows"]] == [
        ("20:00:00", 300),
        ("20:05:00", 600),
    ]


def test_headings_in_two_languages(read: Read, tmp_path: Path) -> None:
    file = book(
        tmp_path / "a.xlsx",
        [["时间 Time", "环节 Segment", "时长\nDuration (min)"], ["20:00", "开场", 5]],
    )
    found = read(file)
    assert rows(found) == [("开场", "frame", "20:00:00", None, 300, "", None, None)]
    assert doubts(found) == []


def test_an_hour_without_its_half_of_the_day_lies_near_the_others(
    read: Read, tmp_path: Path
) -> None:
    file = book(tmp_path / "a.xlsx", [["时间", "环节"], ["晚8点", "开场"], ["8点半", "讲解"]])
    found = read(file)
    assert [r["start"] for r in found["rows"]] == ["20:00:00", "20:30:00"]
    assert doubts(found) == ["Sheet1!A3"]


def test_starts_before_noon_are_doubted_once(read: Read, tmp_path: Path) -> None:
    file = book(tmp_path / "a.xlsx", [["时间", "环节"], ["8:00", "开场"], ["8:30", "讲解"]])
    assert doubts(read(file)) == ["Sheet1!A2"]


def test_minutes_and_seconds_since_the_beginning(read: Read, tmp_path: Path) -> None:
    file = book(
        tmp_path / "a.xlsx",
        [["Elapsed", "Length", "Segment"], ["00:00", "05:00", "Intro"], ["05:00", "10:00", "Demo"]],
    )
    assert [(r["elapsed_start_s"], r["duration_s"]) for r in read(file)["rows"]] == [
        (0, 300),
        (300, 600),
    ]


def test_a_module_table_whose_share_is_a_length(read: Read, tmp_path: Path) -> None:
    file = book(
        tmp_path / "a.xlsx",
        [
            ["模块", "时间占比", "核心目标", "话术要点"],
            ["开场", "5min", "留人", "欢迎"],
            ["讲解", "20min", "卖", "看"],
        ],
    )
    assert [(r["title"], r["duration_s"]) for r in read(file)["rows"]] == [
        ("开场", 300),
        ("讲解", 1200),
    ]


@pytest.mark.parametrize(
    ("typed", "price", "doubted"),
    [
        ("¥199.00元", 199.0, False),
        ("到手价99", 99.0, False),
        ("直播间到手价：¥89", 89.0, False),
        ("9块9", 9.9, False),
        ("RMB 1,299", 1299.0, False),
        ("免费", 0.0, False),
        ("1.2万", 12000.0, False),
        ("—", None, False),
        ("两件99元", 99.0, True),
        ("99元/2件", 99.0, True),
        ("100g 99元", 99.0, True),
        ("约50元", 50.0, True),
        ("299→199", 299.0, True),
        ("五十", None, True),
        (-5, None, True),
        (1e12, None, True),
        (19.999, 20.0, True),
    ],
)
def test_prices(read: Read, tmp_path: Path, typed: Any, price: float | None, doubted: bool) -> None:
    file = book(tmp_path / "a.xlsx", [["产品", "时长", "直播价"], ["甲", "5分钟", typed]])
    found = read(file)
    assert found["rows"][0]["live_price"] == price
    assert (doubts(found) == ["Sheet1!C2"]) is doubted


def test_formulas_that_rows_share_are_worked_out(read: Read, tmp_path: Path) -> None:
    cells = (
        '<row r="2"><c r="A2" t="inlineStr"><is><t>20:00</t></is></c>'
        '<c r="B2" t="inlineStr"><is><t>开场</t></is></c></row>'
        '<row r="3"><c r="A3"><f t="shared" ref="A3:A4" si="0">A2+TIME(0,10,0)</f></c>'
        '<c r="B3" t="inlineStr"><is><t>讲解</t></is></c></row>'
        '<row r="4"><c r="A4"><f t="shared" si="0"/></c>'
        '<c r="B4" t="inlineStr"><is><t>收尾</t></is></c></row>'
    )
    head = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>时间</t></is></c>'
        '<c r="B1" t="inlineStr"><is><t>环节</t></is></c></row>'
    )
    plain = book(tmp_path / "a.xlsx", [["时间", "环节"], ["20:00", "x"]])
    file = patched(
        plain, tmp_path / "b.xlsx", {"xl/worksheets/sheet1.xml": sheet_xml(head + cells)}
    )
    assert [r["start"] for r in read(file)["rows"]] == ["20:00:00", "20:10:00", "20:20:00"]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "said",
    ["时间,环节\n20:00,开场\n", "产品名称,价格\n口红,99\n", "环节,话术\n开场,宝贝们晚上好，欢迎\n"],
)
def test_a_short_text_is_enough_to_tell_its_encoding(
    tmp_path: Path, encoding: str, said: str
) -> None:
    found = decode(tmp_path / "a.csv", said.encode(encoding))
    assert (found.encoding, found.words) == (encoding, said)
    assert found.doubts


@pytest.mark.parametrize("encoding", ["big5", "gb18030"])
@pytest.mark.parametrize(
    "said",
    ["時間,環節\n20:00,開場\n", "流程,時長\n開場,5分鐘\n", "商品名稱,直播價\n保溫瓶,399\n"],
)
def test_traditional_text_is_told_from_simplified(tmp_path: Path, encoding: str, said: str) -> None:
    assert decode(tmp_path / "a.csv", said.encode(encoding)).words == said


def test_a_column_of_hosts_names_is_the_owner(read: Read, tmp_path: Path) -> None:
    file = book(
        tmp_path / "a.xlsx",
        [["Time", "Segment", "Host"], *[[f"{19 + n}:00", f"Item {n}", "Ann"] for n in range(4)]],
    )
    assert {r["owner"] for r in read(file)["rows"]} == {"Ann"}


def test_what_the_host_says_under_the_heading_host_is_the_script(
    read: Read, tmp_path: Path
) -> None:
    words = "打招呼，介绍今天的福利，引导关注点赞"
    file = book(tmp_path / "a.xlsx", [["时间", "流程", "主播"], ["19:30-19:40", "预热", words]])
    found = read(file)
    assert found["rows"][0]["script"] == words
    assert doubts(found) == ["Sheet1!C1"]
