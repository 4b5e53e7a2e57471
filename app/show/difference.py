"""What differs between two values in words: the field, before and after, and which words changed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from app.core.words import Text

_TOKEN = re.compile(r"[A-Za-z0-9.]+|\s+|.", re.DOTALL)
MOST_TOKENS = 4_000  # beyond it a field is said as a whole: two scripts of 4,000 signs take 0.1 s


class Stays(StrEnum):
    """What became of a run of words."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that differs, as people read it; "" where it says nothing."""

    name: Text
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words and what became of it."""

    stays: Stays
    words: str


def pieces(before: str, after: str) -> tuple[Piece, ...]:
    """Return `before` and `after` as one run of pieces; hanzi are compared one by one."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    if max(len(old), len(new)) > MOST_TOKENS:
        return _pieces(((Stays.GONE, before), (Stays.NEW, after)))
    found: list[tuple[Stays, str]] = []
    for act, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if act == "equal":
            found.append((Stays.SAME, "".join(old[a:b])))
            continue
        found.append((Stays.GONE, "".join(old[a:b])))
        found.append((Stays.NEW, "".join(new[c:d])))
    return _pieces(tuple(found))


def _pieces(found: tuple[tuple[Stays, str], ...]) -> tuple[Piece, ...]:
    return tuple(Piece(stays, words) for stays, words in found if words)
