"""A show's words laid out as lines of units: what a prompter scrolls through, whatever its font.

A unit is one Chinese character as it is said; an English word weighs what its length in time does, and
a figure as many as are said of it. Pauses of the reading data weigh what they last, so that a rate in
characters a minute takes as long as the schedule says.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.core.words import Language
from app.rehearsal.follow.sounds import syllables
from app.show.product import Product
from app.show.script.reading_data import mark_pauses
from app.show.script.spoken import HAN, language_of, stretches
from app.show.script.tokens import CueMark, Plain, Token, pieces
from app.show.show import DELAY, MILESTONE, Beat, Segment, Show
from app.show.voice import USUAL, Voice

MUST = re.compile(r"^\s*[!！]\s*")
"""A line that begins so must be said; the mark is not read."""


@dataclass(frozen=True, slots=True)
class Measure:
    """How many units an English word and a second of silence weigh."""

    word: float
    second: float


@dataclass(frozen=True, slots=True)
class Atom:
    """The least that is read at once: a character, a word, a figure or a pause (nothing said)."""

    start: int  # its place in the line's words
    end: int
    at: float  # units from the line's beginning
    units: float
    said: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A cue tied to a word."""

    cue: str
    place: int  # in the line's words
    at: float  # units from the line's beginning


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a beat; `key` is its segment, round and the beat's place among equal ids."""

    key: tuple[str, int, str, int]
    number: int  # of the paragraph in its beat
    words: str
    begins: float
    units: float
    atoms: tuple[Atom, ...]
    marks: tuple[Mark, ...] = ()
    values: tuple[tuple[int, int], ...] = ()  # where tokens were filled in
    must: bool = False
    beat: str = ""  # the beat's id in the format's data file, with its first line


@dataclass(frozen=True, slots=True)
class Passage:
    """One row of the show in one round: a stretch of units, empty where it has no words."""

    segment: str
    round: int
    title: str
    begins: float
    ends: float
    first: int  # index of its first line


@dataclass(frozen=True, slots=True)
class Script:
    """Everything there is to read, in order."""

    lines: tuple[Line, ...]
    passages: tuple[Passage, ...]
    units: float

    def line_at(self, units: float) -> int | None:
        """Return the index of the line being read, None in an empty script."""
        at = bisect_right(self.lines, units, key=lambda line: line.begins) - 1
        return max(0, at) if self.lines else None

    def passage_at(self, units: float) -> Passage | None:
        """Return the last row that has begun; an empty row gives way to the next."""
        at = bisect_right(self.passages, units, key=lambda p: p.begins) - 1
        return self.passages[max(0, at)] if self.passages else None

    def sounds(self) -> tuple[tuple[str, ...], tuple[float, ...]]:
        """Return what a listener compares, and after how many units each sound has been read."""
        heard: list[str] = []
        after: list[float] = []
        for line in self.lines:
            for atom in line.atoms:
                found = syllables(atom.said)
                heard += found
                start = line.begins + atom.at
                after += [start + atom.units * (n + 1) / len(found) for n in range(len(found))]
        return tuple(heard), tuple(after)


def measure(voice: Voice = USUAL) -> Measure:
    """Return the weights that follow from how fast a voice speaks."""
    zh, en = (voice.zh_slow + voice.zh_fast) / 2, (voice.en_slow + voice.en_fast) / 2
    return Measure(max(zh, 1.0) / max(en, 1.0), max(zh, 1.0) / 60)


def script_of(show: Show, products: Mapping[str, Product], weights: Measure) -> Script:
    """Return the words of every row that plays, a part's as many times as it loops."""
    lines: list[Line] = []
    passages: list[Passage] = []
    done = 0.0
    for segment, number in _rows(show):
        began, first = done, len(lines)
        linked = [products[p] for p in segment.products if p in products]
        for beat, key in _beats(segment, number):
            for line in _lines(beat, key, linked, segment, weights, done):
                lines.append(line)
                done += line.units
        passages.append(Passage(segment.id, number, segment.title, began, done, first))
    return Script(tuple(lines), tuple(passages), done)


def _rows(show: Show) -> Iterator[tuple[Segment, int]]:
    for part in show.parts:
        for number in range(part.count):
            for segment in part.segments:
                if not segment.skip and segment.kind not in (DELAY, MILESTONE):
                    yield segment, number


def _beats(segment: Segment, number: int) -> Iterator[tuple[Beat, tuple[str, int, str, int]]]:
    seen: dict[str, int] = {}
    for beat in segment.beats:
        seen[beat.id] = seen.get(beat.id, -1) + 1
        if beat.script:
            yield beat, (segment.id, number, beat.id, seen[beat.id])


def _lines(
    beat: Beat,
    key: tuple[str, int, str, int],
    products: Sequence[Product],
    segment: Segment,
    weights: Measure,
    begins: float,
) -> Iterator[Line]:
    tongue = language_of(beat.script, language_of(f"{segment.title} {segment.script}", "zh"))
    number = 0
    for raw in beat.script.split("\n"):
        must = MUST.match(raw)
        words, marks, values = _filled(raw[must.end() :] if must else raw, products, tongue)
        if not words.strip():
            continue
        atoms = atoms_of(words, tongue, weights)
        units = atoms[-1].at + atoms[-1].units
        tied = tuple(Mark(cue, at, _units_at(atoms, at)) for cue, at in marks)
        yield Line(key, number, words, begins, units, atoms, tied, values, bool(must),
                   beat.kind or beat.title if not number else "")  # fmt: skip
        begins, number = begins + units, number + 1


def _filled(
    raw: str, products: Sequence[Product], tongue: Language
) -> tuple[str, list[tuple[str, int]], tuple[tuple[int, int], ...]]:
    words, marks, values = "", [], []
    for piece in pieces(raw, products, tongue):
        match piece:
            case Plain():
                words += piece.text
            case CueMark():
                marks.append((piece.id, len(words)))
            case Token():
                said = raw[piece.start : piece.end] if piece.value is None else piece.value
                values.append((len(words), len(words) + len(said)))
                words += said
    return words, marks, tuple(values)


@lru_cache(maxsize=16384)
def atoms_of(words: str, language: Language, weights: Measure) -> tuple[Atom, ...]:
    """Return a line cut into what is read at once; the pause that ends a paragraph is the last."""
    found = [*_spoken(words, language, weights), *_pauses(words, weights)]
    end = mark_pauses().get("\n", 0) / 1000 * weights.second
    found.append((len(words), len(words), end, ""))
    atoms, at = [], 0.0
    for start, stop, units, said in sorted(found):
        atoms.append(Atom(start, stop, at, units, said))
        at += units
    return tuple(atoms)


def _spoken(
    words: str, language: Language, weights: Measure
) -> Iterator[tuple[int, int, float, str]]:
    for one in stretches(words, language):
        if one.said == words[one.start : one.end] and re.fullmatch(f"[{HAN}]+", one.said):
            for n, character in enumerate(one.said, one.start):
                yield n, n + 1, 1.0, character
        elif one.said:
            yield one.start, one.end, one.zh + one.en * weights.word, one.said


def _pauses(words: str, weights: Measure) -> Iterator[tuple[int, int, float, str]]:
    for mark, ms in mark_pauses().items():
        if mark != "\n":
            for run in re.finditer(rf"{re.escape(mark)}(?:\s*{re.escape(mark)})*", words):
                yield run.start(), run.end(), ms / 1000 * weights.second, ""


def _units_at(atoms: Sequence[Atom], place: int) -> float:
    return next((a.at for a in atoms if a.end > place), atoms[-1].at + atoms[-1].units)
