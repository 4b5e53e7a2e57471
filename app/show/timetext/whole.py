"""A whole text before its sides are read: what stands around them, where it divides, what it cannot be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.core.words import Text, text
from app.show.timetext.fold import Unclear
from app.show.timetext.tokens import Kind, Token, clipped


@dataclass(frozen=True, slots=True)
class Whole:
    """One or two sides, and what was said around them."""

    sides: tuple[tuple[Token, ...], ...]
    notes: tuple[Text, ...] = ()
    limit: str = ""  # 以内 as it was typed
    happening: str = ""  # 开播 as it was typed


def whole(words: Sequence[Token]) -> Whole:
    """Return the sides of a text; raises Unclear where it names no time, several, or an open one."""
    _refuse(words)
    inner, around = _peeled(list(words))
    notes: list[Text] = []
    limit = happening = ""
    for word in around:
        if word.kind is Kind.WITHIN:
            limit = word.said
            notes.append(text("“{seen}” is read as the whole length", seen=word.said))
        elif word.kind is Kind.SAID:
            happening = word.said
            notes.append(text("“{seen}” was left out", seen=word.said))
        elif word.kind is Kind.ABOUT:
            notes.append(text("“{seen}” was left out; the time is read as exact", seen=word.said))
    sides = _divided(inner)
    return Whole(sides, tuple(notes), limit, happening)


def _refuse(words: Sequence[Token]) -> None:
    if not words:
        raise Unclear(
            text("Nothing was typed; type a length such as 5 min or a time of day such as 20:00")
        )
    for word in words:
        if word.kind is Kind.ZONE:
            raise Unclear(
                text(
                    "“{seen}” names a time zone, which the show has already; type the local time "
                    "alone, such as 20:00",
                    seen=word.said,
                )
            )
        if word.kind is Kind.OR:
            raise Unclear(text("“{seen}” joins several times; type one", seen=word.said))
        if word.kind is Kind.OPEN:
            raise Unclear(
                text(
                    "“{seen}” leaves one end open; type the time or the length itself",
                    seen=word.said,
                )
            )
    if words[0].kind is Kind.TO and words[0].said == "-":
        raise Unclear(text("A time below zero has no meaning here; type it without the minus sign"))


def _peeled(words: list[Token]) -> tuple[list[Token], list[Token]]:
    """Return the words without what may stand before and after a time, and those words."""
    around = []
    outer = (Kind.ABOUT, Kind.WITHIN, Kind.SAID)
    while words and (words[0].kind in (*outer, Kind.FROM) or words[0].said == "~"):
        first = words.pop(0)
        around.append(Token(Kind.ABOUT, "~") if first.said == "~" else first)
        if first.kind is Kind.SAID and words and words[0].kind is Kind.COLON:
            words.pop(0)  # 开播时间：20:00
    while words and words[-1].kind in outer:
        around.append(words.pop())
    return words, around


def _divided(words: Sequence[Token]) -> tuple[tuple[Token, ...], ...]:
    sides: list[list[Token]] = [[]]
    for word in words:
        if word.kind is Kind.TO:
            sides.append([])
        else:
            sides[-1].append(word)
    said = clipped("".join(word.said for word in words))
    if len(sides) > 2:
        raise Unclear(text("“{seen}” has more than two ends; type one range", seen=said))
    if not all(sides):
        if len(sides) == 1:
            raise Unclear(text("There is no time in this; type one such as 5 min or 20:00"))
        raise Unclear(text("“{seen}” lacks one end; type both, such as 20:00-20:05", seen=said))
    return tuple(tuple(each) for each in sides)
