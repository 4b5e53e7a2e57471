"""The off-script ladder: the same script in the same time with fewer of its words on the screen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import StrEnum

from app.rehearsal.prompter.script import Atom, Line, Mark, Script

OPENING = 4  # atoms that stand for a sentence without a key word of its own
BETWEEN = " · "
_SENTENCE = re.compile(r"[^。．.？?！!；;]+[。．.？?！!；;]*")
_QUOTED = re.compile(r"「[^」]*」|“[^”]*”|《[^》]*》|【[^】]*】")
_FIGURE = re.compile(r"\d[\d.,:%]*")


class Level(StrEnum):
    """How many of the words are shown."""

    FULL = "full"
    KEYS = "keys"
    BEATS = "beats"
    BLANK = "blank"


def at_level(script: Script, level: Level) -> Script:
    """Return the script as `level` shows it; every place keeps its units, so the pace stays.

    Key words are filled-in values, figures, quoted words and those at a cue; a sentence without any
    keeps its opening, and a line that must be said stays whole.
    """
    if level is Level.FULL:
        return script
    return replace(script, lines=tuple(_line(line, level) for line in script.lines))


def _line(line: Line, level: Level) -> Line:
    if level is Level.KEYS:
        return line if line.must else _only(line, key_places(line))
    beat = line.beat if level is Level.BEATS else ""
    return replace(line, words="", atoms=(), marks=(), values=(), beat=beat)


def key_places(line: Line) -> tuple[tuple[int, int], ...]:
    """Return where the key words of a line stand, in order and apart."""
    found = [*line.values, *(m.span() for p in (_QUOTED, _FIGURE) for m in p.finditer(line.words))]
    found += [place for mark in line.marks for place in _opening(line.atoms, mark.place, OPENING)]
    for sentence in _SENTENCE.finditer(line.words):
        start, end = sentence.span()
        if not any(start <= a < end for a, _ in found):
            found += _opening(line.atoms, start, OPENING, end)
    return tuple(_apart(found))


def _opening(
    atoms: Sequence[Atom], start: int, most: int, end: int | None = None
) -> list[tuple[int, int]]:
    said = [a for a in atoms if a.said and a.start >= start and (end is None or a.end <= end)]
    return [(said[0].start, said[:most][-1].end)] if said else []


def _apart(places: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    done = -1
    run: tuple[int, int] | None = None
    for start, end in sorted(places):
        if run is not None and start <= done:
            run = (run[0], max(run[1], end))
        else:
            if run is not None:
                yield run
            run = (start, end)
        done = run[1]
    if run is not None:
        yield run


def _only(line: Line, places: Sequence[tuple[int, int]]) -> Line:
    words, atoms, marks, values = "", list[Atom](), list[Mark](), list[tuple[int, int]]()
    for start, end in places:
        words += BETWEEN if words else ""
        by = len(words) - start
        atoms += [
            replace(a, start=a.start + by, end=a.end + by)
            for a in line.atoms
            if start <= a.start and a.end <= end and a.said
        ]
        marks += [replace(m, place=m.place + by) for m in line.marks if start <= m.place < end]
        values += [(a + by, b + by) for a, b in line.values if start <= a and b <= end]
        words += line.words[start:end]
    return replace(line, words=words, atoms=tuple(atoms), marks=tuple(marks), values=tuple(values))
