"""What stands around the text: the next cue, the row's clock, what must still be said, the products."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.rehearsal.prompter.prompting import Prompting, position, seconds_to
from app.rehearsal.prompter.script import Line, Script
from app.show.money import money_words
from app.show.product import Product
from app.show.show import Cue, Ms
from app.show.timing.schedule import Schedule


@dataclass(frozen=True, slots=True)
class NextCue:
    """A cue to come and in how many seconds; None where the text stands still before it."""

    cue: Cue
    segment: str
    seconds: float | None


@dataclass(frozen=True, slots=True)
class RowClock:
    """A row by plan: what is left of it, and by how much its text ends after it (over 0: late)."""

    segment: str
    left_ms: Ms
    over_ms: Ms | None


@dataclass(frozen=True, slots=True)
class ProductFacts:
    """A product as it stands now."""

    id: str
    name: str
    price: str  # "" where it is not known
    stock: int | None


def next_cue(
    script: Script, times: Schedule, state: Prompting, now: float, elapsed_ms: Ms
) -> NextCue | None:
    """Return the cue that comes first, tied to a word or to a time; a word's counts from its place."""
    found = [*_word_cues(script, times, state, now), *_timed_cues(script, times, elapsed_ms)]
    return min(found, key=lambda c: float("inf") if c.seconds is None else c.seconds, default=None)


def row_clock(
    script: Script, times: Schedule, state: Prompting, now: float, elapsed_ms: Ms
) -> RowClock | None:
    """Return the clock of the row being read, None in an empty script."""
    passage = script.passage_at(position(state, now))
    if passage is None:
        return None
    row = times.row(passage.segment)
    left = row.end_ms + passage.round * row.round_ms - elapsed_ms
    takes = seconds_to(state, now, passage.ends)
    return RowClock(passage.segment, left, None if takes is None else round(takes * 1000) - left)


def must_say(script: Script, units: float) -> tuple[Line, ...]:
    """Return the lines of the row being read that must be said and are not yet behind its place."""
    passage = script.passage_at(units)
    if passage is None:
        return ()
    inside = (line for line in script.lines[passage.first :] if line.begins < passage.ends)
    return tuple(line for line in inside if line.must and line.begins + line.units > units)


def product_facts(
    script: Script, times: Schedule, products: Mapping[str, Product], units: float
) -> tuple[ProductFacts, ...]:
    """Return the products of the row being read with their price and stock as they stand now."""
    passage = script.passage_at(units)
    segment = None if passage is None else times.show.segment(passage.segment)
    linked = () if segment is None else segment.products
    return tuple(
        ProductFacts(p.id, p.name, money_words(p.live_cents, p.currency), p.stock)
        for p in (products[key] for key in linked if key in products)
    )


def _word_cues(script: Script, times: Schedule, state: Prompting, now: float) -> Iterator[NextCue]:
    here = position(state, now)
    cues = {(s.id, c.id): c for s in times.show.segments() for c in s.cues}
    for line in script.lines[script.line_at(here) or 0 :]:
        for mark in line.marks:
            at, cue = line.begins + mark.at, cues.get((line.key[0], mark.cue))
            if cue is not None and at >= here:
                yield NextCue(cue, line.key[0], seconds_to(state, now, at))
                return


def _timed_cues(script: Script, times: Schedule, elapsed_ms: Ms) -> Iterator[NextCue]:
    for passage in script.passages:
        row, segment = times.row(passage.segment), times.show.segment(passage.segment)
        start = row.start_ms + passage.round * row.round_ms
        for cue in segment.cues if segment is not None else ():
            if cue.at_ms is None:
                continue
            at = start + cue.at_ms
            if cue.every_ms and at < elapsed_ms:
                at += -(-(elapsed_ms - at) // cue.every_ms) * cue.every_ms
            if elapsed_ms <= at and (not cue.every_ms or at < start + row.duration_ms):
                yield NextCue(cue, passage.segment, (at - elapsed_ms) / 1000)
