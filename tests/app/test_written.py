"""Frozen values as plain JSON and back: days, pairs, values within values, whole numbers as numbers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, Literal

import pytest

from app.core.errors import Refused
from app.core.words import Text, text
from app.core.written import from_plain, to_plain


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True, slots=True)
class Inner:
    ms: int
    wall: bool = True


@dataclass(frozen=True, slots=True)
class Whole:
    id: str
    on: date | None = None
    at: datetime = datetime(2026, 1, 1, tzinfo=UTC)
    inner: Inner | None = None
    pairs: tuple[tuple[str, str], ...] = ()
    spot: tuple[int, float] = (0, 0.0)
    colour: Colour | None = None
    rate: float = 1.0
    limit: float | None = None
    count: int = 1
    way: Literal["in", "out"] = "in"
    said: Text | None = None
    numbers: Mapping[str, float] = field(default_factory=dict)


VALUES = [
    Whole("a"),
    Whole("", date(2026, 2, 28), datetime(2026, 3, 1, 12, 30, 0, 1, tzinfo=UTC)),
    Whole("a", inner=Inner(0), pairs=(("键", "值"), ("b", "")), spot=(3, 0.5)),
    Whole("a", colour=Colour.RED, rate=2, limit=0, count=0, way="out", numbers={"x": 1.5}),
    Whole("a", said=text("{n} rows", n=3)),
    Whole("a", inner=Inner(5, wall=False)),
]


@pytest.mark.parametrize("value", VALUES)
def test_what_is_written_is_read_back_equal(value: Whole) -> None:
    written = json.dumps(to_plain(value))
    assert from_plain(json.loads(written), Whole, "x") == value


@pytest.mark.parametrize("value", VALUES)
def test_writing_what_was_read_gives_the_same_text(value: Whole) -> None:
    written = json.dumps(to_plain(value))
    assert json.dumps(to_plain(from_plain(json.loads(written), Whole, "x"))) == written


def test_what_stands_at_its_default_is_left_out() -> None:
    assert to_plain(Whole("a", count=1, rate=1, inner=Inner(3))) == {"id": "a", "inner": {"ms": 3}}


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ({"id": "a", "on": "2026-02-30"}, "x, on: '2026-02-30' is not a date"),
        ({"id": "a", "on": 20260228}, "x, on: 20260228 is not a date"),
        ({"id": "a", "at": "yesterday"}, "x, at: 'yesterday' is not a date and time"),
        ({"id": "a", "pairs": [["a", "b"], ["c", 1]]}, r"x, pairs\[1\]\[1\]: 1 is not text"),
        ({"id": "a", "inner": {"ms": "1"}}, "x, inner.ms: '1' is not a whole number"),
        ({"id": "a", "inner": {}}, "x, inner.ms: missing"),
        ({"id": "a", "inner": 3}, "x, inner: 3 is not a table"),
        ({"id": "a", "count": True}, "x, count: True is not a whole number"),
        ({"id": "a", "colour": "blue"}, "x, colour: 'blue' is none of red"),
        ({"id": "a", "way": "up"}, "x, way: 'up' is none of 'in', 'out'"),
        ({"id": "a", "numbers": {"x": "1"}}, "x, numbers.x: '1' is not a number"),
        ({"id": "a", "new": 1}, "x, new: unknown key"),
        ({}, "x, id: missing"),
    ],
)
def test_what_is_wrong_is_refused_by_place(raw: dict[str, Any], said: str) -> None:
    with pytest.raises(Refused, match=said):
        from_plain(raw, Whole, "x")


def test_a_moment_is_no_day() -> None:
    with pytest.raises(Refused, match=r"on: .* is not a date"):
        from_plain({"id": "a", "on": datetime(2026, 1, 1, tzinfo=UTC)}, Whole, "x")
