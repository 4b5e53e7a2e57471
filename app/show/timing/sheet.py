"""Rows as `greenroom show import --json -` prints them, made a show that can be timed.

A typed start that says what the row above says already is left to follow it; one that says something
else is kept as a hard start, and that is said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from app.core.errors import Refused
from app.core.words import Text, text
from app.show.show import Anchor, Beat, Clock, Ms, Part, Segment, Show, Time
from app.show.timing.clock import DAY, said_clock, said_span

SECOND = 1000


@dataclass(frozen=True, slots=True)
class FromSheet:
    """The show, and what had to be decided to make one of rows."""

    show: Show
    notes: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class _Read:
    title: str
    kind: str
    part: str
    script: str
    wall: Ms | None
    elapsed: Ms | None
    lasts: Ms | None


def show_of_rows(raw: Mapping[str, Any], name: str) -> FromSheet:
    """Return the rows of `raw` as a show; `name` stands for the file in errors.

    Raises Refused naming the row and the value that is no time.
    """
    listed = raw.get("rows")
    if not isinstance(listed, list):
        raise _refused(name, "rows", "no list of rows")
    read = [_read(row, name, f"rows[{i}]") for i, row in enumerate(listed)]
    first = read[0] if read else None
    begin = 20 * 3_600_000
    if first is not None and first.wall is not None:
        begin = (first.wall - (first.elapsed or 0)) % DAY
    notes: list[Text] = []
    rows = _anchored(read, begin, notes)
    parts = [
        Part(f"p{n}", title, tuple(segment for _, segment in group))
        for n, (title, group) in enumerate(
            groupby(zip(read, rows, strict=True), key=lambda pair: pair[0].part), 1
        )
    ]
    return FromSheet(Show("", name, start_ms=begin, parts=tuple(parts)), tuple(notes))


def _anchored(read: Sequence[_Read], begin: Ms, notes: list[Text]) -> list[Segment]:
    at: Ms | None = 0  # where a linked row would start; None after a row of unknown length
    rows = []
    for number, row in enumerate(read, 1):
        beats = (Beat(f"b{number}", script=row.script),) if row.script else ()
        segment = Segment(f"r{number}", row.kind, row.title, duration_ms=row.lasts, beats=beats)
        time, start = _start(row, at, begin)
        if time is not None and start != at:
            segment = _fixed(segment, time)
            said = said_clock(time.ms) if time.clock is Clock.WALL else "+" + said_span(time.ms)
            notes.append(text("Row {row} starts at {time}, not where the row above ends: kept as hard",
                              row=number, time=said))  # fmt: skip
        rows.append(segment)
        at = start if start is not None else at
        at = None if at is None or row.lasts is None else at + row.lasts
    return rows


def _start(row: _Read, at: Ms | None, begin: Ms) -> tuple[Time | None, Ms | None]:
    """Return the row's typed start and the elapsed time it means."""
    if row.wall is not None:
        near = row.elapsed if row.elapsed is not None else at or 0
        ahead = (row.wall - begin - near) % DAY
        return Time(row.wall), near + (ahead if ahead <= DAY // 2 else ahead - DAY)
    if row.elapsed is not None:
        return Time(row.elapsed, Clock.ELAPSED), row.elapsed
    return None, None


def _fixed(segment: Segment, time: Time) -> Segment:
    return Segment(
        segment.id, segment.kind, segment.title, Anchor.HARD, time, segment.duration_ms,
        beats=segment.beats,
    )  # fmt: skip


def _read(row: Any, name: str, place: str) -> _Read:
    if not isinstance(row, dict):
        raise _refused(name, place, "no row")
    words = {}
    for key in ("title", "kind", "part", "script"):
        value = row.get(key) or ""
        if not isinstance(value, str):
            raise _refused(name, f"{place}.{key}", f"{value!r} is no text")
        words[key] = value
    wall = row.get("start")
    return _Read(
        **words,
        wall=None if wall is None else _wall(wall, name, f"{place}.start"),
        elapsed=_seconds(row.get("elapsed_start_s"), name, f"{place}.elapsed_start_s"),
        lasts=_seconds(row.get("duration_s"), name, f"{place}.duration_s"),
    )


def _wall(value: Any, name: str, place: str) -> Ms:
    parts = value.split(":") if isinstance(value, str) else []
    if len(parts) == 3 and all(p.isascii() and p.isdigit() and len(p) == 2 for p in parts):
        hours, minutes, seconds = (int(p) for p in parts)
        if hours < 24 and minutes < 60 and seconds < 60:
            return (hours * 3600 + minutes * 60 + seconds) * SECOND
    raise _refused(name, place, f"{value!r} is no time HH:MM:SS")


def _seconds(value: Any, name: str, place: str) -> Ms | None:
    if value is None:
        return None
    if (
        isinstance(value, bool)
        or not isinstance(value, (int, float))
        or not 0 <= value <= 7 * 86_400
    ):
        raise _refused(name, place, f"{value!r} is no number of seconds from 0 to a week")
    return round(value * SECOND)


def _refused(name: str, place: str, problem: str) -> Refused:
    return Refused(
        text("{file}, {place}: {problem}.", file=name, place=place, problem=problem),
        text("Choose a file that `greenroom show export` or `show import --json F` wrote."),
    )
