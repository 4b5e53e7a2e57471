"""A place in the words of one side of a time, moved on as they are read."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.words import text
from app.show.timetext.fold import Unclear
from app.show.timetext.tokens import Kind, Token, clipped


class Cursor:
    """The words of one side, and how far they are read."""

    def __init__(self, words: Sequence[Token]) -> None:
        self.all = tuple(words)
        self.at = 0

    @property
    def done(self) -> bool:
        """Whether every word is read."""
        return self.at >= len(self.all)

    def peek(self) -> Token | None:
        """Return the next word without reading it."""
        return self.all[self.at] if self.at < len(self.all) else None

    def next(self) -> Token:
        """Read the next word."""
        self.at += 1
        return self.all[self.at - 1]

    def take(self, kind: Kind) -> Token | None:
        """Read the next word where it is of `kind`, else nothing."""
        word = self.peek()
        if word is None or word.kind is not kind:
            return None
        self.at += 1
        return word

    def kinds(self, *kinds: Kind) -> bool:
        """Return whether the next words are of these kinds."""
        following = self.all[self.at : self.at + len(kinds)]
        return tuple(word.kind for word in following) == kinds

    def said(self) -> str:
        """Return the words as they were typed, short enough to repeat."""
        return clipped("".join(word.said for word in self.all))

    def lost(self) -> Unclear:
        """Return the error for words that make no time together."""
        return Unclear(
            text(
                "“{seen}” is not one time; type one length such as 5 min or 1 h 30 min, or one time of "
                "day such as 20:00",
                seen=self.said(),
            )
        )

    def whole(self) -> Token:
        """Read a whole number of at most two digits; raises Unclear."""
        word = self.take(Kind.NUMBER)
        if word is None or "." in word.said or word.value > 99:
            raise self.lost()
        return word

    def has_two_digits(self, number: Token) -> None:
        """Raise Unclear for a last number like the 5 of 8点5: five, or fifty."""
        if number.value >= 10 or number.said.startswith(("0", "零")):
            return
        raise Unclear(
            text(
                "“{seen}” ends in a number without a unit; type the unit, as in 1 h 5 min",
                seen=self.said(),
            )
        )

    def below_60(self, number: Token) -> int:
        """Return a minute or second; raises Unclear from 60 on."""
        if number.value >= 60:
            raise Unclear(
                text(
                    "{number} is no minute or second of a time; they end at 59", number=number.said
                )
            )
        return int(number.value)
