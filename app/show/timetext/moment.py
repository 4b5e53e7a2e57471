"""A time of day out of words: 20:00, 晚上8点半, 差五分八点, 8 pm."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from app.core.words import text
from app.show.timetext.clock import Moment
from app.show.timetext.cursor import Cursor
from app.show.timetext.fold import Unclear
from app.show.timetext.tokens import MINUTE, QUARTER, SECOND, Kind, Part, Token

ALONE = {"noon": 12, "正午": 12, "中午": 12, "午夜": 0, "midnight": 0}


@dataclass(frozen=True, slots=True)
class Bare:
    """A number without a unit, perhaps with a part of the day before it."""

    number: Token
    part: Part | None = None


def moment(words: Cursor, part: Part | None) -> Moment | Bare | None:
    """Return the time of day that begins here; a number alone is Bare; None where it is a length."""
    if (word := words.take(Kind.PART)) is not None:
        if part is not None or word.said not in ALONE:
            raise words.lost()
        return Moment(ALONE[word.said], part=Part.NOON if ALONE[word.said] else Part.NIGHT)
    if words.kinds(Kind.LACKING):
        return _lacking_first(words, part)
    if words.kinds(Kind.NUMBER, Kind.COLON):
        return _marked(words, _colons(words), part)
    if words.kinds(Kind.NUMBER, Kind.OCLOCK):
        return _marked(words, _oclock(words), part)
    if words.kinds(Kind.NUMBER, Kind.PART):
        return _marked(words, Moment(_hour(words), whole=True), part)
    if len(words.all) - words.at == 1 and words.kinds(Kind.NUMBER):
        return Bare(words.next(), part)
    return None


def _marked(words: Cursor, found: Moment, part: Part | None) -> Moment:
    """Return the moment with the part of the day before it or after it."""
    after = words.take(Kind.PART)
    if after is not None and (part is not None or after.part not in (Part.AM, Part.PM)):
        raise words.lost()
    words.take(Kind.SHARP)
    said = part or (after.part if after is not None else None)
    return replace(found, part=said, colons=None if said else found.colons)


def _colons(words: Cursor) -> Moment:
    first = words.next()
    numbers: list[Token] = []
    while words.take(Kind.COLON) is not None:
        word = words.take(Kind.NUMBER)
        whole = word.said.partition(".")[0] if word is not None else ""
        if word is None or not word.said[0].isascii() or len(whole) != 2 or len(numbers) == 2:
            raise Unclear(
                text("A colon is followed by two digits, as in 20:05 or 1:05:00; check “{seen}”",
                     seen=words.said())
            )  # fmt: skip
        numbers.append(word)
    for number in numbers:
        words.below_60(number)
    if not first.said.isdigit() or any("." in n.said for n in numbers[:-1]):
        raise words.lost()
    tail = round(numbers[-1].value * 1000)
    middle = [int(n.value) for n in numbers[:-1]]
    hour = int(first.value)
    if len(numbers) == 1 and "." in numbers[0].said:
        return Moment(hour, colons=(hour, tail), length_only=True)
    past = middle[0] * 60_000 + tail if middle else tail * 60
    unpadded = len(first.said) == 1 or hour == 0
    return Moment(hour, past, colons=(hour, *middle, tail), unpadded=unpadded)


def _oclock(words: Cursor) -> Moment:
    hour = _hour(words)
    words.next()
    if words.take(Kind.BELL) or words.take(Kind.SHARP):
        return Moment(hour, whole=True)
    if words.take(Kind.HALF):
        return Moment(hour, 30 * 60_000)
    if words.take(Kind.LACKING):
        return Moment(hour, -_minutes_to(words))
    past_said = words.take(Kind.PAST) is not None
    if not words.kinds(Kind.NUMBER) and not past_said:
        return Moment(hour, whole=True)
    if words.kinds(Kind.NUMBER, Kind.UNIT) and words.all[words.at + 1].value == QUARTER:
        return Moment(hour, _quarters(words))
    minute = words.whole()
    past = words.below_60(minute) * 60_000
    if not _unit(words, MINUTE):
        words.has_two_digits(minute)
    elif words.kinds(Kind.NUMBER):
        second = words.whole()
        past += words.below_60(second) * 1000
        if not _unit(words, SECOND):
            words.has_two_digits(second)
    return Moment(hour, past)


def _lacking_first(words: Cursor, part: Part | None) -> Moment:
    """Return 差五分八点."""
    words.next()
    before = _minutes_to(words)
    part_inside = words.take(Kind.PART)
    if not words.kinds(Kind.NUMBER, Kind.OCLOCK):
        raise words.lost()
    found = _marked(words, _oclock(words), part or (part_inside.part if part_inside else None))
    if found.past_ms:
        raise words.lost()
    return replace(found, past_ms=-before, whole=False)


def _minutes_to(words: Cursor) -> int:
    if words.kinds(Kind.NUMBER, Kind.UNIT) and words.all[words.at + 1].value == QUARTER:
        return _quarters(words)
    minutes = words.below_60(words.whole())
    _unit(words, MINUTE)
    return minutes * 60_000


def _quarters(words: Cursor) -> int:
    count = words.whole()
    unit = words.next()
    if count.value not in (1, 2, 3) or unit.said != "刻":
        raise words.lost()
    return int(count.value * QUARTER)


def _hour(words: Cursor) -> int:
    return int(words.whole().value)


def _unit(words: Cursor, value: Fraction) -> bool:
    word = words.peek()
    if word is None or word.kind is not Kind.UNIT or word.value != value:
        return False
    if word.said not in ("分", "秒"):
        raise words.lost()  # 8点5分钟 says a length
    words.at += 1
    return True
