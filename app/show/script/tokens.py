"""Tokens in a script, `{live_price}` or `{直播价}`, and cue marks, `{cue:ID}`.

`{2.stock}` speaks of the row's second product. `{{` and `}}` are braces that are read as such.
What cannot be filled in is a doubt with its place and stays visible; it is never left blank.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from app.core import paths, strict
from app.core.words import Language, Text, text
from app.show.product import Product
from app.show.script.token_values import VALUES

_PIECE = re.compile(
    r"\{\{|\}\}|\{cue:\s*(?P<cue>[^{}\s]+)\s*\}|\{(?P<half>[^{}\n]*)\}|｛(?P<full>[^{}｛｝\n]*)｝|[{}]"
)
_CHOICE = re.compile(r"^\s*(?:(?P<which>\d{1,3})\s*[.．。:：]\s*)?(?P<name>.*?)\s*$")


@dataclass(frozen=True, slots=True)
class Plain:
    """Words as they are; `start` and `end` are their place in the script."""

    text: str
    start: int
    end: int
    stray: bool = False  # a brace that opens or closes nothing


@dataclass(frozen=True, slots=True)
class Token:
    """A value of a product; None and a `problem` where there is none."""

    name: str  # the token's id, or what was written where nobody knows it
    value: str | None
    start: int
    end: int
    product: str = ""
    problem: Text | None = None


@dataclass(frozen=True, slots=True)
class CueMark:
    """The place where a cue is tied to a word."""

    id: str
    start: int
    end: int


Piece = Plain | Token | CueMark


@dataclass(frozen=True, slots=True)
class Doubt:
    """What in a script cannot be filled in, why, and where."""

    written: str
    problem: Text
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TokenName:
    """One token as the data file states it."""

    id: str
    name: Text
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _File:
    token: tuple[TokenName, ...]

    def __post_init__(self) -> None:
        """Refuse a token that the code cannot fill in and a name given twice."""
        for token in self.token:
            if token.id not in VALUES:
                raise ValueError(f"{token.id}: known are {', '.join(VALUES)}")
        names = [n for t in self.token for n in {_folded(x) for x in (t.id, *t.aliases)}]
        if twice := sorted({n for n in names if names.count(n) > 1}):
            raise ValueError(f"{twice[0]!r} names two tokens")


@cache
def tokens() -> tuple[TokenName, ...]:
    """Return every token there is, as a menu offers them."""
    return strict.load(paths.checklists("shows", "words", "tokens.toml"), _File).token


def pieces(script: str, products: Sequence[Product], language: Language) -> tuple[Piece, ...]:
    """Return `script` cut into words, tokens and cue marks, in order and without a gap.

    `products` are the row's, in its order; a token without a number means the first.
    """
    found: list[Piece] = []
    done = 0
    for match in _PIECE.finditer(script):
        if match.start() > done:
            found.append(Plain(script[done : match.start()], done, match.start()))
        found.append(_piece(match, products, language))
        done = match.end()
    if done < len(script):
        found.append(Plain(script[done:], done, len(script)))
    return tuple(found)


def resolve(script: str, products: Sequence[Product], language: Language) -> str:
    """Return the words as they are read: values in place, cue marks gone, doubts as written."""
    return words_of(script, pieces(script, products, language))


def words_of(script: str, cut: Sequence[Piece]) -> str:
    """Return the words of a script that was cut into `cut`."""
    said = []
    for piece in cut:
        match piece:
            case Plain():
                said.append(piece.text)
            case Token():
                said.append(script[piece.start : piece.end] if piece.value is None else piece.value)
            case CueMark():
                pass
    return "".join(said)


def doubts(
    script: str, products: Sequence[Product], cues: Sequence[str] | None = None
) -> tuple[Doubt, ...]:
    """Return what cannot be filled in; with `cues` also the marks of cues the row does not have."""
    found = []
    for piece in pieces(script, products, "en"):
        problem = _problem(piece, cues)
        if problem is not None:
            written = script[piece.start : piece.end]
            found.append(Doubt(written, problem, piece.start, piece.end))
    return tuple(found)


def escaped(words: str) -> str:
    """Return `words` so that a script reads their braces as braces."""
    return words.replace("{", "{{").replace("}", "}}")


def _problem(piece: Piece, cues: Sequence[str] | None) -> Text | None:
    match piece:
        case Token():
            return piece.problem
        case Plain() if piece.stray:
            return text("A single brace; write it twice to have it read as one")
        case CueMark() if cues is not None and piece.id not in cues:
            return text("This row has no such cue")
        case _:
            return None


def _piece(match: re.Match[str], products: Sequence[Product], language: Language) -> Piece:
    start, end = match.span()
    if match["cue"] is not None:
        return CueMark(match["cue"], start, end)
    if match["half"] is not None:
        return _token(match["half"], products, language, start, end)
    if match["full"] is not None:  # an input method's braces; read as such where they name nothing
        token = _token(match["full"], products, language, start, end)
        return token if token.name in VALUES else Plain(match[0], start, end)
    if len(match[0]) == 2:
        return Plain(match[0][0], start, end)
    return Plain(match[0], start, end, stray=True)


def _token(
    inside: str, products: Sequence[Product], language: Language, start: int, end: int
) -> Token:
    choice = _CHOICE.match(inside)
    assert choice is not None
    name = _names().get(_folded(choice["name"]))
    if name is None:
        return Token(inside.strip(), None, start, end, problem=text("No token has this name"))
    at = int(choice["which"] or 1) - 1
    if not products:
        return Token(name, None, start, end, problem=text("This row has no product"))
    if not 0 <= at < len(products):
        problem = text("This row has no product number {number}", number=at + 1)
        return Token(name, None, start, end, problem=problem)
    value = VALUES[name](products[at], language)
    lacking = None if value else text("“{product}” states none", product=products[at].name)
    return Token(name, value or None, start, end, products[at].id, lacking)


@cache
def _names() -> Mapping[str, str]:
    return MappingProxyType({_folded(n): t.id for t in tokens() for n in (t.id, *t.aliases)})


def _folded(name: str) -> str:
    return " ".join(name.replace("_", " ").split()).casefold()
