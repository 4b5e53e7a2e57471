"""`greenroom time`: one answer for each text, in order, for people and for programs."""

from __future__ import annotations

import io
import json
import sys
from typing import Any

import pytest

from app.cli.main import main
from app.core.words import set_language


def answer(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    capsys.readouterr()
    status = main(("time", *arguments))
    set_language("en")
    return status, capsys.readouterr().out


def answered(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    status, out = answer(capsys, *arguments, "--json", "-")
    assert status == 0
    found: list[dict[str, Any]] = json.loads(out)
    return found


def test_each_meaning_has_its_json(capsys: pytest.CaptureFixture[str]) -> None:
    texts = ["1.5秒", "晚上8点", "19:00-19:05", "0-5min"]
    rows = [
        ("duration", 1.5, None, None),
        ("clock", None, "20:00:00", None),
        ("clock_range", 300, "19:00:00", "19:05:00"),
        ("elapsed_range", 300, 0, 300),
    ]
    names = ("meaning", "seconds", "start", "end")
    assert answered(capsys, *texts) == [
        {"text": typed, **dict(zip(names, row, strict=True)), "reason": None}
        for typed, row in zip(texts, rows, strict=True)
    ]


def test_a_text_that_begins_with_a_minus_is_answered(capsys: pytest.CaptureFixture[str]) -> None:
    (found,) = answered(capsys, "-5min")
    assert found["meaning"] == "refused"
    assert "minus" in found["reason"]


def test_the_end_of_a_next_day_is_a_clock(capsys: pytest.CaptureFixture[str]) -> None:
    (found,) = answered(capsys, "20:00-次日1:00")
    assert (found["end"], found["seconds"]) == ("01:00:00", 5 * 3600)


def test_lines_of_standard_input_are_answered_in_order(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = io.TextIOWrapper(io.BytesIO("5分钟\r\n\n20：00\n".encode()))
    monkeypatch.setattr(sys, "stdin", typed)
    found = answered(capsys, "1h", "-")
    assert [one["text"] for one in found] == ["1h", "5分钟", "", "20：00"]


def test_the_field_says_what_a_bare_number_is(capsys: pytest.CaptureFixture[str]) -> None:
    (found,) = answered(capsys, "5:00", "--field", "duration")
    assert found["seconds"] == 300


def test_people_get_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    status, out = answer(capsys, "半小时", "25:00")
    assert status == 0
    assert "30:00" in out
    assert "refused" in out


@pytest.mark.parametrize("wrong", [("--jsn", "5分钟"), ("5分钟", "--field", "hour"), ()])
def test_wrong_use_is_refused(capsys: pytest.CaptureFixture[str], wrong: tuple[str, ...]) -> None:
    assert answer(capsys, *wrong)[0] == 2


def test_bytes_that_are_no_text_are_answered(capsys: pytest.CaptureFixture[str]) -> None:
    (found,) = answered(capsys, "5\udcff")
    assert found["meaning"] == "refused"
