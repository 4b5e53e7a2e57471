"""Start, end and duration: typed as people type times, or taken from the rows around."""

from __future__ import annotations

from dataclasses import replace

from app.core.errors import Refused
from app.core.words import Text, text
from app.show.cells.cell import Around, Cell, Typed
from app.show.show import DELAY, Anchor, Clock, Lock, Segment, Time
from app.show.timetext.understand import (
    Expect,
    Meaning,
    Understood,
    clock_words,
    duration_words,
    understand,
)

DAY_MS = 86_400_000


def _start(segment: Segment, around: Around) -> str:
    if around.times is not None:
        return around.times.clock(segment.id)
    if segment.start is None:
        return ""
    return _time_words(segment.start)


def _end(segment: Segment, around: Around) -> str:
    if around.times is not None:
        return around.times.end_clock(segment.id)
    return "" if segment.end is None else _time_words(segment.end)


def _duration(segment: Segment, around: Around) -> str:
    if around.times is not None:
        length = around.times.row(segment.id).duration_ms
        typed = segment.duration_ms is not None or segment.end is not None
        # A tenth of a second that nobody typed is no news: a reading time is right to seconds at best.
        return duration_words(length if typed else round(length / 1000) * 1000)
    return "" if segment.duration_ms is None else duration_words(segment.duration_ms)


def _set_start(segment: Segment, typed: str, around: Around) -> Typed:  # noqa: ARG001 one shape
    if not typed.strip():
        return Typed(replace(segment, start=None, anchor=Anchor.LINKED))
    found = _understood(typed, Expect.CLOCK)
    anchor = Anchor.SOFT if segment.anchor is Anchor.SOFT else Anchor.HARD
    if found.meaning is Meaning.DURATION and found.ms is not None:
        start = Time(found.ms, Clock.ELAPSED)
        said = "+" + duration_words(found.ms)
    else:
        start = _start_time(found)
        said = _time_words(start)
    fresh = replace(segment, start=start, anchor=anchor)
    if found.meaning in (Meaning.CLOCK_RANGE, Meaning.ELAPSED_RANGE) and found.ms is not None:
        fresh = replace(fresh, duration_ms=found.ms, lock=Lock.DURATION, end=None)
        said = f"{said}, {duration_words(found.ms)}"
    return Typed(fresh, understood=said)


def _set_end(segment: Segment, typed: str, around: Around) -> Typed:  # noqa: ARG001
    if not typed.strip():
        return Typed(replace(segment, end=None, lock=Lock.DURATION))
    found = _understood(typed, Expect.CLOCK)
    if found.meaning is not Meaning.CLOCK or found.start_ms is None:
        raise _refused(found, text("Type one time of day, such as 20:30."))
    end = Time(found.start_ms % DAY_MS)
    return Typed(replace(segment, end=end, lock=Lock.END), understood=_time_words(end))


def _set_duration(segment: Segment, typed: str, around: Around) -> Typed:  # noqa: ARG001
    if not typed.strip():
        return Typed(replace(segment, duration_ms=None, end=None, lock=Lock.DURATION))
    minus = segment.kind == DELAY and typed.strip()[0] in "-−－"
    found = _understood(typed.strip()[1:] if minus else typed, Expect.DURATION)
    if found.ms is None or found.meaning is Meaning.CLOCK:
        raise _refused(found, text("Type one length, such as 5:30 or 5分30秒."))
    length = -found.ms if minus else found.ms
    fresh = replace(segment, duration_ms=length, end=None, lock=Lock.DURATION)
    return Typed(fresh, understood=("−" if minus else "") + duration_words(found.ms))


def _understood(typed: str, expect: Expect) -> Understood:
    found = understand(typed, expect)
    if found.meaning is Meaning.REFUSED:
        raise Refused(found.reason or text("“{typed}” is not a time.", typed=typed[:40]))
    return found


def _start_time(found: Understood) -> Time:
    if found.start_ms is None:
        raise _refused(found, text("Type one time of day, such as 20:30."))
    if found.meaning is Meaning.ELAPSED_RANGE:
        return Time(found.start_ms, Clock.ELAPSED)
    return Time(found.start_ms % DAY_MS)


def _time_words(time: Time) -> str:
    if time.clock is Clock.ELAPSED:
        return "+" + duration_words(time.ms)
    return clock_words(time.ms)


def _refused(found: Understood, todo: Text) -> Refused:
    return Refused(text("“{typed}” is not what belongs here.", typed=found.text[:40]), todo)


CELLS = (
    Cell("start", text("Start"), _start, _set_start, right=True, width=92),
    Cell("end", text("End"), _end, _set_end, right=True, shown=False, width=78),
    Cell("duration", text("Duration"), _duration, _set_duration, right=True, width=72),
)
