"""A length out of words: 1小时30分, 一个半小时, 3'30", an hour and a half; and lengths as they are shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from app.core.words import Text, text
from app.show.timetext.cursor import Cursor
from app.show.timetext.fold import Unclear
from app.show.timetext.tokens import HOUR, MINUTE, MS, QUARTER, SECOND, Kind, Token, clipped

LONGEST_MS = 100 * 3_600_000


@dataclass(frozen=True, slots=True)
class Length:
    """A length with its unit: ms, the unit where there is one alone, and whether it is like 20h30."""

    ms: int
    unit: Fraction | None = None
    like_clock: bool = False
    notes: tuple[Text, ...] = ()


def duration_words(ms: int) -> str:
    """Return a length in ms as M:SS or H:MM:SS; part of a second is kept as decimals."""
    sign = "\N{MINUS SIGN}" if ms < 0 else ""
    seconds, rest = divmod(abs(ms), 1000)
    minutes, second = divmod(seconds, 60)
    hours, minute = divmod(minutes, 60)
    tail = f".{rest:03}".rstrip("0") if rest else ""
    if hours:
        return f"{sign}{hours}:{minute:02}:{second:02}{tail}"
    return f"{sign}{minute}:{second:02}{tail}"


def in_ms(value: Fraction) -> int:
    """Return a length in whole ms; raises Unclear from 100 hours on."""
    if value >= LONGEST_MS:
        raise Unclear(text("Lengths of 100 hours and more are not read; type less than 100:00:00"))
    return round(value)


def colon_length(numbers: Sequence[int]) -> int:
    """Return MM:SS or H:MM:SS in ms; the last number is in ms already."""
    if len(numbers) == 2:
        return in_ms(numbers[0] * MINUTE + numbers[1])
    return in_ms(numbers[0] * HOUR + numbers[1] * MINUTE + numbers[2])


def length(words: Cursor) -> Length | None:
    """Return the length that begins here; None where it is none."""
    items: list[tuple[Fraction, Fraction]] = []
    like_clock, exact = False, True
    while words.at < len(words.all):
        if items and words.take(Kind.AND) and _halved(words, items):
            break
        if items and _halved(words, items):
            break
        before = words.at
        value = _amount(words)
        if value is None:
            return None
        unit = _length_unit(words)
        if unit is None:
            unit, like_clock = _smaller(words, items, value, before)
        if not exact or (items and unit >= items[-1][1]):
            raise words.lost()
        exact = value.denominator == 1
        items.append((value, unit))
    return _added(items, like_clock=like_clock) if items else None


def _halved(words: Cursor, items: list[tuple[Fraction, Fraction]]) -> bool:
    """Add the half after a unit: 1小时半, 一分半钟, an hour and a half."""
    words.take(Kind.ARTICLE)
    value, unit = items[-1]
    if unit not in (HOUR, MINUTE) or len(items) > 1 or value.denominator != 1:
        return False
    if not words.take(Kind.HALF):
        return False
    words.take(Kind.BELL)
    items[-1] = (value + Fraction(1, 2), unit)
    return True


def _amount(words: Cursor) -> Fraction | None:
    """Return how many of the unit that follows: 1.5, 两个半, 2 1/2, half an, an."""
    half = Fraction(1, 2)
    if words.kinds(Kind.ARTICLE, Kind.HALF):
        words.next()
    if words.take(Kind.HALF):
        words.take(Kind.PIECE) or words.take(Kind.ARTICLE)
        return half
    if words.take(Kind.ARTICLE):
        return Fraction(1)
    if not words.kinds(Kind.NUMBER):
        return None
    if words.kinds(Kind.NUMBER, Kind.SLASH, Kind.NUMBER):
        return _fraction(words)
    number = words.next()
    if words.kinds(Kind.NUMBER, Kind.SLASH, Kind.NUMBER) and number.value.denominator == 1:
        return number.value + _fraction(words)
    if words.kinds(Kind.AND, Kind.ARTICLE, Kind.HALF, Kind.UNIT):
        words.at += 3
        return number.value + half
    _hundredths(words, number)
    if words.take(Kind.PIECE) and words.take(Kind.HALF):
        return number.value + half
    return number.value


def _fraction(words: Cursor) -> Fraction:
    over, _, under = words.next(), words.next(), words.next()
    if over.value not in (1, 2, 3) or under.value not in (2, 3, 4) or over.value >= under.value:
        raise words.lost()
    return over.value / under.value


def _hundredths(words: Cursor, number: Token) -> None:
    """Refuse 1.30小时: ninety minutes to one reader, 78 to another."""
    following = words.peek()
    decimals = number.said.partition(".")[2]
    if following is None or following.value not in (HOUR, MINUTE) or len(decimals) != 2:
        return
    if decimals.endswith("0"):
        raise Unclear(
            text("“{seen}” may be a decimal or two units; type 1.5, or both units, as in 1 h 30 min",
                 seen=clipped(number.said))
        )  # fmt: skip


def _length_unit(words: Cursor) -> Fraction | None:
    before = words.all[words.at - 1]
    word = words.take(Kind.UNIT)
    if word is not None:
        if word.value == QUARTER and before.value not in (1, 2, 3):
            raise words.lost()
        return word.value
    if before.kind in (Kind.PIECE, Kind.HALF) and words.take(Kind.BELL):
        return HOUR  # 两个钟, 半个钟, 一个半钟
    return None


def _smaller(
    words: Cursor, items: list[tuple[Fraction, Fraction]], value: Fraction, before: int
) -> tuple[Fraction, bool]:
    """Return the unit of a last number without one: minutes after hours, seconds after minutes."""
    number = words.all[before]
    unit = {HOUR: MINUTE, MINUTE: SECOND}.get(items[-1][1]) if items else None
    plain = words.at - before == 1 and value.denominator == 1
    if unit is None or not plain or words.at < len(words.all):
        raise words.lost()
    words.has_two_digits(number)
    words.below_60(number)
    return unit, unit == MINUTE and words.all[before - 1].said == "h"


def _added(items: Sequence[tuple[Fraction, Fraction]], *, like_clock: bool) -> Length:
    ms = in_ms(sum((value * unit for value, unit in items), Fraction(0)))
    carried = any(
        value * unit >= bigger
        for (value, unit), (_, bigger) in zip(items[1:], items, strict=False)
        if unit != MS
    )
    notes: tuple[Text, ...] = ()
    if carried:
        notes = (text("Carried over: read as {length}", length=duration_words(ms)),)
    return Length(ms, items[0][1] if len(items) == 1 else None, like_clock, notes)
