"""The small values everything stands on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core import strict
from app.core.diff import Inserted, Moved, Removed, Updated, steps
from app.core.errors import Refused
from app.core.ids import new_id
from app.core.words import Text, number, set_language, text


@dataclass(frozen=True)
class Inner:
    unit: str
    limit: float | None = None


@dataclass(frozen=True)
class Sheet:
    name: Text
    rows: tuple[Inner, ...] = ()


def sheet_file(folder: Path, content: str) -> Path:
    file = folder / "sheet.toml"
    file.write_text(content, encoding="utf-8")
    return file


def test_a_data_file_becomes_its_value(tmp_path: Path) -> None:
    file = sheet_file(
        tmp_path, 'name = { en = "Room", zh = "直播间" }\n[[rows]]\nunit = "dB"\nlimit = 3\n'
    )
    sheet = strict.load(file, Sheet)
    assert sheet.name.say("zh") == "直播间"
    assert sheet.rows == (Inner("dB", 3.0),)


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ('name = { en = "a", zh = "b" }\ncolour = 1\n', "colour"),
        ('name = { en = "a" }\n', "name"),
        ('name = { en = "a", zh = "b" }\n[[rows]]\nunit = 3\n', "rows[0].unit"),
        ('name = { en = "a", zh = "b" }\n[[rows]]\nlimit = 3\n', "rows[0].unit"),
        ('name = { en = "a", zh = "b" }\n[[rows]]\nunit = "dB"\nlimit = true\n', "rows[0].limit"),
        ("name = [\n", "—"),
    ],
)
def test_a_fault_in_a_data_file_names_file_and_place(
    tmp_path: Path, content: str, place: str
) -> None:
    with pytest.raises(Refused) as refused:
        strict.load(sheet_file(tmp_path, content), Sheet)
    assert f"sheet.toml, {place}:" in str(refused.value)


@given(st.lists(st.integers(0, 12), unique=True), st.lists(st.integers(0, 12), unique=True))
def test_steps_lead_from_one_list_to_the_next(old: list[int], new: list[int]) -> None:
    rows = [(n, 0) for n in old]
    wanted = [(n, n % 2) for n in new]
    for step in steps(list(rows), wanted, key=lambda row: row[0]):
        match step:
            case Removed(at):
                del rows[at]
            case Moved(source, at):
                assert at < source
                rows.insert(at, rows.pop(source))
            case Inserted(at, item):
                rows.insert(at, item)
            case Updated(at, item):
                rows[at] = item
    assert rows == wanted


def test_ids_sort_by_time_and_say_their_version() -> None:
    ids = [UUID(new_id()) for _ in range(50)]
    assert all(i.version == 7 for i in ids)
    assert [i.int >> 80 for i in ids] == sorted(i.int >> 80 for i in ids)


def test_numbers_carry_the_true_minus_sign_and_never_a_minus_zero() -> None:
    assert number(-3.26, 1) == "−3.3"
    assert number(-0.01, 1) == "0.0"
    assert number(2, 1, sign=True) == "+2.0"
    assert text("{gap:+.1f} dB", gap=-4.04).say("en") == "−4.0 dB"


def test_a_sentence_is_said_in_the_language_of_the_moment() -> None:
    sentence = Text("by {n} dB", "调 {n} dB", {"n": 5})
    try:
        set_language("zh")
        assert sentence.say() == "调 5 dB"
    finally:
        set_language("en")
    assert sentence.say() == "by 5 dB"
