"""What heading words mean, as `checklists/shows/columns.toml` states them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from app.core import paths, strict

CUSTOM = "custom"
IGNORED = "ignored"
UNIT_MS = {"minute": 60_000, "second": 1_000, "hour": 3_600_000}
RowKind = Literal["product", "interactive", "entertainment", "news", "frame"]

_BRACKETED = re.compile(r"[(\[{<【「『《〈〔]([^)\]}>】」』》〉〕]{0,40})[)\]}>】」』》〉〕]?")
_BETWEEN = re.compile(r"[/、\\&+|,;·:>]| and | - ")
_NOISE = re.compile(r"[\s_*:.。!?~\-—–'\"“”‘’]+")
_LATIN = re.compile(r"[A-Za-z]+")
_CHINESE = re.compile(r"[\u2e80-\u9fff]+")
_UNIT_AFTER = re.compile(r"[/,\-\s]")


@dataclass(frozen=True, slots=True)
class Field:
    """One field and the headings it goes by; a `core` field is worth more in finding the table."""

    id: str
    zh_cn: tuple[str, ...]
    zh_tw: tuple[str, ...]
    en: tuple[str, ...]
    core: bool = False

    def words(self) -> tuple[str, ...]:
        """Return every heading it goes by."""
        return (*self.zh_cn, *self.zh_tw, *self.en)


@dataclass(frozen=True, slots=True)
class KindWords:
    """One kind of row and the words its name begins with or holds."""

    id: RowKind
    begins: tuple[str, ...]
    holds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Columns:
    """The data file: words for special rows and empty cells, units, fields, kinds of rows."""

    totals: tuple[str, ...]
    footnotes: tuple[str, ...]
    nothing: tuple[str, ...]
    units: Mapping[str, tuple[str, ...]]
    field: tuple[Field, ...]
    kind: tuple[KindWords, ...]

    def __post_init__(self) -> None:
        """Refuse a heading of two fields, a unit nobody knows."""
        if unknown := set(self.units) - set(UNIT_MS):
            raise ValueError(f"no unit is called {min(unknown)!r}")
        owners: dict[str, str] = {}
        for one in self.field:
            for word in one.words():
                owner = owners.setdefault(folded(word), one.id)
                if owner != one.id:
                    raise ValueError(f"{word!r} is a heading of {owner} and of {one.id}")


@dataclass(frozen=True, slots=True)
class Match:
    """What a heading was taken for: the field, how surely (0 to 1), and the unit it names."""

    field: str
    score: float
    unit: str = ""


@cache
def shipped() -> Columns:
    """Return the data file; raises Refused where it is damaged."""
    return strict.load(paths.checklists("shows", "columns.toml"), Columns)


def field_ids() -> tuple[str, ...]:
    """Return the id of every field a column can be taken for."""
    return tuple(one.id for one in shipped().field)


@lru_cache(maxsize=16_384)
def folded(said: str) -> str:
    """Return a heading as headings are compared: no case, blanks, marks or full-width forms."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", said).lower())


@cache
def _headings() -> dict[str, str]:
    return {folded(word): one.id for one in shipped().field for word in one.words() if folded(word)}


@cache
def _long_headings() -> tuple[tuple[str, str], ...]:
    """Return the headings that may be found inside a longer one, the longest first."""
    chinese = [(w, f) for w, f in _headings().items() if len(w) >= 2 and w > "\u2e80"]
    latin = [(w, f) for w, f in _headings().items() if len(w) >= 5 and w <= "\u2e80"]
    return tuple(sorted([*chinese, *latin], key=lambda pair: -len(pair[0])))


@cache
def core_fields() -> frozenset[str]:
    """Return the fields that tell a run of show or a product table from any other."""
    return frozenset(one.id for one in shipped().field if one.core)


@cache
def usual_characters() -> frozenset[str]:
    """Return the characters of all headings and words: the most usual ones in such files."""
    data = shipped()
    words = [w for one in data.field for w in one.words()]
    words += [w for kind in data.kind for w in (*kind.begins, *kind.holds)]
    return frozenset("".join(words)) | frozenset(
        "，。：；！？、（）《》“”的一是不了在有我们你这号元件链接"
    )


@cache
def match(heading: str) -> Match | None:
    """Return what a heading means; None where its words are unknown."""
    if not heading.strip() or len(heading) > 80:
        return None
    said = unicodedata.normalize("NFKC", heading)
    bare = _BRACKETED.sub(" ", said)
    unit = _unit(said)
    whole = _headings().get(folded(bare)) or _headings().get(folded(said))
    if whole is not None:
        return Match(whole, 1.0, unit)
    tongues = [_headings().get(folded(p)) for p in (_LATIN.sub(" ", bare), _CHINESE.sub(" ", bare))]
    if tongues[0] is not None and tongues[0] == tongues[1]:
        return Match(tongues[0], 1.0, unit)
    pieces = [p for p in _BETWEEN.split(bare.lower()) if p.strip()] + bare.split("\n")
    pieces += [_LATIN.sub(" ", bare), _CHINESE.sub(" ", bare)]
    for piece in pieces:
        if (known := _headings().get(folded(piece))) is not None:
            return Match(known, 0.85, unit)
    key = folded(bare)
    for word, known in _long_headings():
        if word in key and len(key) <= len(word) + (5 if word > "\u2e80" else 8):
            return Match(known, 0.4 + 0.35 * len(word) / len(key), unit)
    return None


def _unit(said: str) -> str:
    """Return the unit a heading names in brackets, after a stroke or at its end."""
    candidates = [found[1] for found in _BRACKETED.finditer(said)]
    candidates += _UNIT_AFTER.split(said)[1:]
    whole = folded(said)
    for unit, words in shipped().units.items():
        marks = {folded(word) for word in words}
        if any(folded(c).removeprefix("单位").removeprefix("單位") in marks for c in candidates):
            return unit
        if any(len(m) > 1 and (whole.endswith(m) or m in ("分钟数", "分鐘數")) for m in marks):
            return unit
        if any(len(m) > 2 and m in whole for m in marks):
            return unit
    return ""
