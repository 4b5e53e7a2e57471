"""One side of a range, or a whole text: a length, a time of day, or a number alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.show.timetext.clock import Moment
from app.show.timetext.cursor import Cursor
from app.show.timetext.length import Length, length
from app.show.timetext.moment import ALONE, Bare, moment
from app.show.timetext.tokens import Kind, Part, Token

Side = Length | Moment | Bare


@dataclass(frozen=True, slots=True)
class Since:
    """What a side said, and whether it counts from the beginning: T+5 min, 第5分钟."""

    side: Side
    since: bool = False
    ordinal: bool = False


def side(words: Sequence[Token]) -> Since:
    """Return what one side says; raises Unclear where it is no length and no time of day."""
    cursor = Cursor(words)
    since = cursor.take(Kind.SINCE) is not None
    since = cursor.take(Kind.PLUS) is not None or since
    ordinal = not since and cursor.take(Kind.ORDINAL) is not None
    found = _side(cursor)
    if (since or ordinal) and isinstance(found, Moment):
        raise cursor.lost()
    return Since(found, since, ordinal)


def _side(words: Cursor) -> Side:
    part, next_day, dated = _before(words)
    found: Side | None = moment(words, part)
    if found is None and part is None and not next_day and not dated:
        found = length(words)
    if found is None or not words.done:
        raise words.lost()
    if isinstance(found, Bare) and (next_day or dated):
        raise words.lost()
    if isinstance(found, Moment):
        return replace(found, next_day=next_day, dated=dated)
    return found


def _before(words: Cursor) -> tuple[Part | None, bool, bool]:
    part: Token | None = None
    next_day = dated = False
    while (word := words.peek()) is not None:
        if word.kind is Kind.PART and part is None:
            part = word
        elif word.kind is Kind.NEXT_DAY:
            next_day = True
        elif word.kind is Kind.DATE:
            dated = True
        else:
            break
        words.at += 1
    if part is None:
        return None, next_day, dated
    if words.done and part.said in ALONE:
        words.at -= 1  # 中午 is its own hour
        return None, next_day, dated
    return part.part, next_day, dated
