"""`greenroom show schedule`: the shape of its JSON, the two files it reads, and what it refuses."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.cli.main import main
from app.core.words import set_language
from app.show.document import write
from app.show.show import Anchor, Beat, Part, Segment, Show, Time

MIN = 60_000
HOUR = 60 * MIN


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("GREENROOM_HOME", str(tmp_path / "home"))
    yield
    set_language("en")


def row(name: str, minutes: int) -> Segment:
    return Segment(name, "product", name.upper(), duration_ms=minutes * MIN)


def plan() -> Show:
    """Return a show past midnight, with a loop, a skipped row and a hard out."""
    return Show(
        "s1",
        "夜场",
        start_ms=23 * HOUR + 30 * MIN,
        hard_out=Time(HOUR),
        parts=(
            Part("p1", "开场", (row("a", 10), replace(row("x", 5), skip=True))),
            Part("p2", "循环", (row("b", 20), row("c", 10)), count=2, target_ms=25 * MIN),
            Part("p3", "收尾", (replace(row("d", 5), anchor=Anchor.HARD, start=Time(HOUR)),)),
        ),
    )


def asked(
    tmp_path: Path, content: str, capsys: pytest.CaptureFixture[str], name: str = "show.json"
) -> tuple[int, Any]:
    file = tmp_path / name
    file.write_text(content, encoding="utf-8")
    status = main(["--lang", "en", "show", "schedule", str(file), "--json", "-"])
    out = capsys.readouterr()
    return status, json.loads(out.out) if out.out else out.err


def test_a_document_is_timed_row_by_row_and_round_by_round(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, found = asked(tmp_path, write(plan()), capsys)
    told = [(r["segment"], r["round"], r["start"], r["end"], r["day"]) for r in found["rows"]]
    assert told == [
        ("a", 1, "23:30:00", "23:40:00", 0),
        ("x", 1, "23:40:00", "23:45:00", 0),
        ("b", 1, "23:40:00", "00:00:00", 0),
        ("c", 1, "00:00:00", "00:10:00", 1),
        ("b", 2, "00:10:00", "00:30:00", 1),
        ("c", 2, "00:30:00", "00:40:00", 1),
        ("d", 1, "01:00:00", "01:05:00", 1),
    ]


def test_the_show_its_parts_and_warnings_have_the_documented_keys(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, found = asked(tmp_path, write(plan()), capsys)
    assert set(found) == {
        "show", "date", "zone", "start", "end", "elapsed_end_s", "hard_out", "elapsed_hard_out_s",
        "target_s", "over_s", "rows", "parts", "warnings", "repairs", "notes",
    }  # fmt: skip
    assert set(found["rows"][0]) == {
        "segment", "title", "kind", "part", "round", "start", "end", "day", "elapsed_start_s",
        "elapsed_end_s", "duration_s", "gap_s", "delay_s", "over_s", "anchor", "computed", "skip",
        "plays",
    }  # fmt: skip
    assert found["parts"][1] == {
        "part": "p2", "title": "循环", "start": "23:40:00", "end": "00:40:00",
        "elapsed_start_s": 600, "elapsed_end_s": 4200, "duration_s": 1800, "rounds": 2,
        "total_s": 3600, "target_s": 1500, "over_s": 300,
    }  # fmt: skip
    assert (found["end"], found["hard_out"], found["over_s"]) == ("01:05:00", "01:00:00", 300)
    assert {w["kind"] for w in found["warnings"]} == {"gap", "part_over", "over_hard_out"}


def test_a_show_over_its_hard_out_answers_1_and_one_that_fits_0(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert asked(tmp_path, write(plan()), capsys)[0] == 1
    fits = replace(plan(), hard_out=Time(2 * HOUR))
    assert asked(tmp_path, write(fits), capsys)[0] == 0


def test_words_give_a_row_its_length(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    worded = Segment("w", "product", beats=(Beat("b", script="讲" * 220),))
    of = Show("s", "t", parts=(Part("p", segments=(worded,)),))
    _, found = asked(tmp_path, write(of), capsys)
    assert found["rows"][0]["duration_s"] == pytest.approx(60.5, abs=1.5)  # 200 to 240 a minute


def sheet(*rows: dict[str, Any]) -> str:
    return json.dumps({"rows": rows, "doubts": []})


def test_rows_of_an_import_follow_each_other_where_their_starts_agree(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = sheet(
        {"title": "a", "kind": "opening", "start": "23:50:00", "duration_s": 600},
        {"title": "b", "kind": "product", "start": "00:00:00", "duration_s": 90.5},
        {"title": "c", "kind": "product", "start": "00:10:00", "duration_s": None},
    )
    status, found = asked(tmp_path, rows, capsys)
    assert status == 0
    assert [(r["start"], r["anchor"]) for r in found["rows"]] == [
        ("23:50:00", "linked"),
        ("00:00:00", "linked"),
        ("00:10:00", "hard"),
    ]
    assert found["notes"] == [
        "Row 3 starts at 00:10:00, not where the row above ends: kept as hard"
    ]


def test_elapsed_starts_of_an_import_count_from_the_begin(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = sheet(
        {"title": "a", "kind": "", "start": None, "elapsed_start_s": 0, "duration_s": 300},
        {"title": "b", "kind": "", "start": None, "elapsed_start_s": 600, "duration_s": 300},
    )
    _, found = asked(tmp_path, rows, capsys)
    assert [r["elapsed_start_s"] for r in found["rows"]] == [0, 600]
    assert found["end"] == "20:15:00"


def test_what_import_prints_is_taken_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "show.csv"
    table.write_text("时间,环节,时长\n20:00,开场,5分钟\n20:05,讲解,10分钟\n", encoding="utf-8")
    assert main(["show", "import", str(table), "--json", "-"]) == 0
    _, found = asked(tmp_path, capsys.readouterr().out, capsys)
    assert [(r["title"], r["start"]) for r in found["rows"]] == [
        ("开场", "20:00:00"),
        ("讲解", "20:05:00"),
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "show.json is no JSON"),
        ("[1, 2]", "show.json is no show of Greenroom."),
        ('{"a": 1}', "show.json is no show of Greenroom."),
        ('{"rows": 5}', "show.json, rows: no list of rows."),
        ('{"rows": [7]}', "show.json, rows[0]: no row."),
        ('{"rows": [{"start": "25:00:00"}]}', "'25:00:00' is no time HH:MM:SS."),
        ('{"rows": [{"duration_s": -5}]}', "-5 is no number of seconds from 0 to a week."),
        ('{"rows": [{"duration_s": NaN}]}', "nan is no number of seconds"),
        ('{"rows": [{"title": ["a"]}]}', "rows[0].title"),
        ("[" * 100_000, "show.json is no JSON"),
    ],
)
def test_anything_else_is_refused_by_its_place(
    content: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, err = asked(tmp_path, content, capsys)
    assert status == 2
    assert said in err


def test_a_file_that_is_not_there_is_the_environments(tmp_path: Path) -> None:
    assert main(["show", "schedule", str(tmp_path / "none.json")]) == 3


def test_a_show_of_the_library_is_timed_by_its_title(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["show", "new", "试播", "--format", "product"])
    capsys.readouterr()
    assert main(["--lang", "en", "show", "schedule", "试播"]) == 0
    assert "Ends at " in capsys.readouterr().out


def test_people_read_warnings_and_repairs_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    late = Show(
        "s", "t", hard_out=Time(20 * HOUR + 14 * MIN),
        parts=(Part("p", "收尾", (row("a", 5), row("b", 10))),),
    )  # fmt: skip
    file = tmp_path / "show.json"
    file.write_text(write(late), encoding="utf-8")
    main(["--lang", "en", "show", "schedule", str(file)])
    said = capsys.readouterr().out
    assert "! The show ends at 20:15:00, 1:00 after the hard out at 20:14:00" in said
    assert "→ Shorten “收尾” −1:00 → 20:14:00" in said
