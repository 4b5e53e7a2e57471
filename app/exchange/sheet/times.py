"""What the time cells of a row say: real times, numbers with a unit, words; each doubt with its reason."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from statistics import median

from app.core.words import Text, text
from app.exchange.sheet.columns import UNIT_MS
from app.exchange.sheet.grid import Cell, Form, Held
from app.exchange.sheet.shown import (
    DAY_MS,
    as_clock,
    as_elapsed,
    as_length,
    day_ms,
    says_nothing,
    shown,
)
from app.show.timetext.understand import Expect, Meaning, Understood
from app.show.timetext.understand import understand as timetext

LONGEST_MS = 7 * DAY_MS
_HALF_DAY = DAY_MS // 2
_DOUBTFUL_LENGTH = 3 * 3_600_000  # an item of a show is hardly longer; "5:00" may mean minutes
_FIRST_DATE = 20_000  # serial numbers from 1954 on carry a date
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_BARE_RANGE = re.compile(r"\d+(?:\.\d+)?\s*(?:-|~|–|—|至|到|−)+\s*\d+(?:\.\d+)?")
_UNIT_WORDS = {"minute": "min", "second": "s", "hour": "h"}


@lru_cache(maxsize=16_384)  # the cells of a column are looked at several times
def understand(said: str, expect: Expect = Expect.ANY, near: int | None = None) -> Understood:
    """Return what a cell's words mean as a time; `near` (ms of day) settles 8点."""
    return timetext(said[:400], expect, reference_ms=near)


class Sense(StrEnum):
    """What the cells of a time column count, told from all of them together."""

    CLOCK = "clock"
    ELAPSED = "elapsed"  # h:mm since the show began
    ELAPSED_MINUTES = "elapsed_minutes"  # m:ss since the show began
    MINUTES = "minutes"  # plain numbers since the show began
    LENGTH = "length"  # how long, whatever the heading says


@dataclass(slots=True)
class When:
    """What one cell or a whole row says about time, in ms."""

    start: int | None = None
    end: int | None = None
    elapsed: int | None = None
    elapsed_end: int | None = None
    length: int | None = None
    doubts: list[tuple[Text | None, Text]] = field(default_factory=list)

    def doubt(self, taken: Text | None, why: Text) -> When:
        """Add a doubt and return this."""
        self.doubts.append((taken, why))
        return self


def sense_of(cells: Iterable[Cell], unit: str) -> Sense:
    """Return what a column of starts counts: clocks, unless it begins at 0:00 and stays small."""
    clocks: list[int] = []
    plain: list[float] = []
    lengths = ranges = worded = 0
    for cell in cells:
        if cell.held is Held.NUMBER:
            if cell.form in (Form.TIME, Form.LENGTH):
                clocks.append(day_ms(cell.number))
            elif cell.form is Form.PLAIN:
                plain.append(cell.number)
        elif (number := _plain(cell.text)) is not None:
            plain.append(number)
        else:
            found = _any(cell.text)
            if found.meaning is Meaning.REFUSED and ":" in cell.text:
                found = understand(cell.text, Expect.CLOCK)
            lengths += found.meaning is Meaning.DURATION
            ranges += found.meaning in (Meaning.CLOCK_RANGE, Meaning.ELAPSED_RANGE)
            if found.meaning is Meaning.CLOCK and found.start_ms is not None:
                worded += 1
                clocks.append(found.start_ms)
    if lengths > len(clocks) + ranges + len(plain):
        return Sense.LENGTH
    if len(plain) > len(clocks) + ranges and (unit or (plain[0] == 0 and _rising(plain))):
        return Sense.MINUTES
    if len(clocks) >= 2 and clocks[0] == 0 and _rising(clocks):
        steps = [b - a for a, b in pairwise(clocks)]
        if worded == len(clocks) and median(steps) > 90 * 60_000:
            return Sense.ELAPSED_MINUTES
        if clocks[-1] <= _HALF_DAY:
            return Sense.ELAPSED
    return Sense.CLOCK


def _rising(values: list[int] | list[float]) -> bool:
    return all(a <= b for a, b in pairwise(values))


def read_moment(
    cell: Cell, unit: str, sense: Sense, *, end: bool = False, near: int | None = None
) -> When:
    """Return the start (or the end) a cell of a time column says; `near` settles 8点 (ms of day)."""
    if sense is Sense.LENGTH:
        return read_length(cell, unit)
    said = shown(cell)
    if cell.held is Held.ERROR:
        return When().doubt(None, cell.why or text("the workbook shows an error here"))
    if cell.held is Held.NUMBER:
        return _moment_of_number(cell.number, cell.form, unit, sense, end=end)
    if says_nothing(said):
        return When()
    number = _plain(said)
    if number is not None and (unit or sense is Sense.MINUTES):
        return _elapsed(round(number * UNIT_MS[unit or "minute"]), end=end)
    return _moment_of_words(said, unit, sense, end=end, near=near)


def _moment_of_number(value: float, form: Form, unit: str, sense: Sense, *, end: bool) -> When:
    if not 0 <= value < 3_000_000:
        return When().doubt(None, text("no time lies there"))
    if form in (Form.TIME, Form.LENGTH, Form.MOMENT):
        ms = day_ms(value)
        if sense in (Sense.ELAPSED, Sense.ELAPSED_MINUTES, Sense.MINUTES) and ms < LONGEST_MS:
            return _elapsed(ms, end=end)
        found = _clock(ms % DAY_MS, end=end)
        if 1 < value < _FIRST_DATE:
            found.doubt(as_clock(ms % DAY_MS), text("it is past the end of the day"))
        return found
    if form in (Form.DATE, Form.PERCENT):
        return When().doubt(None, text("a date or a share, and no time of day"))
    if unit or sense is Sense.MINUTES:
        return _elapsed(round(value * UNIT_MS[unit or "minute"]), end=end)
    if value != int(value) and value < 1:
        ms = day_ms(value)
        return _clock(ms, end=end).doubt(as_clock(ms), text("a number that is not shown as a time"))
    return _moment_of_words(f"{value:.10g}", "", sense, end=end)


def _moment_of_words(
    said: str, unit: str, sense: Sense, *, end: bool, near: int | None = None
) -> When:
    if unit and _BARE_RANGE.fullmatch(unicodedata.normalize("NFKC", said)):
        said = f"{said}{_UNIT_WORDS[unit]}"
    found = understand(said, near=near)
    if found.meaning is Meaning.REFUSED or found.meaning is Meaning.CLOCK:
        clearer = understand(said, Expect.CLOCK, near)
        found = found if clearer.meaning is Meaning.REFUSED else clearer
    if found.meaning is Meaning.CLOCK and sense is Sense.ELAPSED_MINUTES:
        found = understand(said, Expect.DURATION)
    when = _when(found, sense, end=end)
    if found.meaning is Meaning.REFUSED:
        return when.doubt(None, found.reason or text("not understood as a time"))
    if found.meaning is Meaning.DURATION and sense is Sense.CLOCK:
        taken = as_elapsed(found.ms or 0) if when.elapsed is not None else as_length(found.ms or 0)
        return when.doubt(taken, text("a length among times of day"))
    if found.reason is not None and found.meaning is not Meaning.ELAPSED_RANGE:
        when.doubt(_taken(when), found.reason)
    return when


def _when(found: Understood, sense: Sense, *, end: bool) -> When:
    match found.meaning:
        case Meaning.CLOCK_RANGE:
            return When(start=_day(found.start_ms), end=_day(found.end_ms), length=found.ms)
        case Meaning.ELAPSED_RANGE:
            return When(elapsed=found.start_ms, elapsed_end=found.end_ms, length=found.ms)
        case Meaning.CLOCK if found.start_ms is not None:
            if sense is Sense.CLOCK:
                return _clock(found.start_ms % DAY_MS, end=end)
            return _elapsed(found.start_ms, end=end)
        case Meaning.DURATION if found.ms is not None:
            if sense is Sense.CLOCK:
                return When(length=found.ms)
            return _elapsed(found.ms, end=end)
        case _:
            return When()


def _any(said: str) -> Understood:
    return understand(said.strip())


def _day(ms: int | None) -> int | None:
    return None if ms is None else ms % DAY_MS


def _taken(when: When) -> Text | None:
    if when.start is not None or when.end is not None:
        return as_clock(when.start if when.start is not None else when.end or 0)
    if when.elapsed is not None:
        return as_elapsed(when.elapsed)
    return None if when.length is None else as_length(when.length)


def _clock(ms: int, *, end: bool) -> When:
    return When(end=ms) if end else When(start=ms)


def _elapsed(ms: int, *, end: bool) -> When:
    if ms > LONGEST_MS:
        return When().doubt(None, text("longer than {days} days", days=LONGEST_MS // DAY_MS))
    return When(elapsed_end=ms) if end else When(elapsed=ms)


def read_length(cell: Cell, unit: str) -> When:
    """Return the length a cell of a duration column says; plain numbers are in `unit`, else minutes."""
    if cell.held is Held.ERROR:
        return When().doubt(None, cell.why or text("the workbook shows an error here"))
    if cell.held is Held.NUMBER:
        return _length_of_number(cell.number, cell.form, unit)
    said = shown(cell)
    if says_nothing(said):
        return When()
    number = _plain(said)
    if number is not None:
        return _length(round(number * UNIT_MS[unit or "minute"]))
    if unit and _BARE_RANGE.fullmatch(unicodedata.normalize("NFKC", said)):
        said = f"{said}{_UNIT_WORDS[unit]}"
    found = understand(said, Expect.DURATION)
    if found.meaning is Meaning.DURATION and found.ms is not None:
        when = _length(found.ms)
        return when if found.reason is None else when.doubt(as_length(found.ms), found.reason)
    if found.high_ms is not None and found.low_ms is not None and found.high_ms > 0:
        if found.low_ms == 0:
            return _length(found.high_ms).doubt(
                as_length(found.high_ms), text("from 0 to there: taken as the length")
            )
        why = text("a range of lengths; the longer end was taken")
        return _length(found.high_ms).doubt(as_length(found.high_ms), why)
    ranged = understand(said)
    if ranged.meaning in (Meaning.CLOCK_RANGE, Meaning.ELAPSED_RANGE) and ranged.ms is not None:
        when = _when(ranged, Sense.CLOCK, end=False)
        return when.doubt(as_length(ranged.ms), text("from when to when, in a column of lengths"))
    return When().doubt(None, found.reason or text("not understood as a length"))


def _length_of_number(value: float, form: Form, unit: str) -> When:
    if form in (Form.DATE, Form.PERCENT):
        return When().doubt(None, text("a date or a share, and no length"))
    if value < 0:
        return When().doubt(None, text("a length below zero"))
    if form is Form.PLAIN and (unit or value >= 1 or value == 0):
        return _length(round(min(value, 1e9) * UNIT_MS[unit or "minute"]))
    ms = day_ms(min(value, 1e6))
    when = _length(ms)
    if form is Form.PLAIN and when.length is not None:
        return when.doubt(as_length(ms), text("a number that is not shown as a time"))
    if when.length is not None and ms >= _DOUBTFUL_LENGTH:
        why = text("long for one item; it may be meant in minutes and seconds")
        return when.doubt(as_length(ms), why)
    return when


def _length(ms: int) -> When:
    if ms > DAY_MS:
        return When().doubt(None, text("longer than a day"))
    return When(length=ms)


def _plain(said: str) -> float | None:
    """Return a number kept as words; None where there is anything beside it."""
    bare = unicodedata.normalize("NFKC", said).strip()
    return float(bare) if _NUMBER.fullmatch(bare) and len(bare) < 12 else None


def plain_number(cell: Cell) -> bool:
    """Whether a cell holds a number without anything that says its unit."""
    if cell.held is Held.NUMBER:
        return cell.form is Form.PLAIN and (cell.number >= 1 or cell.number == 0)
    return cell.held is Held.TEXT and _plain(cell.text) is not None


def of_day(cell: Cell) -> int | None:
    """Return the time of day a cell shows, ms; None where it shows another sort of time."""
    if cell.held is Held.NUMBER:
        return day_ms(cell.number) % DAY_MS if cell.form in (Form.TIME, Form.MOMENT) else None
    found = _any(cell.text)
    if found.meaning is Meaning.REFUSED and ":" in cell.text:
        found = understand(cell.text, Expect.CLOCK)
    clocked = found.meaning in (Meaning.CLOCK, Meaning.CLOCK_RANGE)
    return _day(found.start_ms) if clocked else None
