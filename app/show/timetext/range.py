"""From one time to another: which hours of the day are meant, where midnight lies, what is asked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from app.core.words import Text, text
from app.show.timetext.clock import (
    DAY,
    HALF_DAY,
    Moment,
    assumed,
    close_to,
    on_the_clock,
    short,
)
from app.show.timetext.fold import Unclear
from app.show.timetext.length import Length, duration_words, in_ms
from app.show.timetext.moment import Bare
from app.show.timetext.side import Side, Since
from app.show.timetext.tokens import Part

_AFTER_MIDNIGHT = {Part.DAWN, Part.NIGHT, Part.AM}


@dataclass(frozen=True, slots=True)
class Ends:
    """A range: start and end in ms, how long it is, and what was assumed."""

    start_ms: int
    end_ms: int
    span_ms: int
    notes: tuple[Text, ...] = ()


def clock_ends(left: Since, right: Since, *, wanted: str, reference_ms: int | None) -> Ends | None:
    """Return the ends of a range of times of day; None where the ends are lengths.

    Raises Unclear where the end is not after the start. Midnight is crossed when at most 12 hours
    lie between, or when the text names the next day.
    """
    start, end = _moment(left.side, right.side), right.side
    if isinstance(end, Bare) and end.part is not None and end.number.said.isdigit():
        end = Moment(int(end.number.value), part=end.part, whole=True)
    if start is None or not isinstance(end, Moment):
        return None
    if start.length_only or end.length_only or left.since or right.since or left.ordinal:
        raise _mixed()
    colons = start.colons is not None or end.colons is not None
    if wanted == "duration" and colons and start.part is None and end.part is None:
        raise Unclear(
            text("A range stands where one length is wanted; type the length, such as 5 min")
        )
    unsure = start.timecode or (end.timecode and start.colons is not None and start.hour < 13)
    if wanted == "any" and unsure:
        raise Unclear(
            text(
                "These may be times of day or times of the show; type 20:00-20:05 for the one, "
                "0-5 min for the other"
            )
        )
    if end.dated:
        raise Unclear(
            text("The end names a day of its own; type one day's times, such as 20:00-21:00")
        )
    return _settled(start, end, wanted, reference_ms)


def _moment(start: Side, end: Side) -> Moment | None:
    """Return the start as a time of day; 8 in 8-9点 and 8-9pm takes the end's form."""
    if isinstance(start, Moment):
        return start
    if not isinstance(start, Bare) or "." in start.number.said or start.number.value > 24:
        return None
    if start.part is not None or (isinstance(end, Moment) and end.whole):
        return Moment(int(start.number.value), part=start.part, whole=True)
    return None


def _settled(start: Moment, end: Moment, wanted: str, reference_ms: int | None) -> Ends:
    notes: tuple[Text, ...] = ()
    if start.halved and end.part is not None:
        end_ms = on_the_clock(end)
        if end.part not in (Part.AM, Part.PM):
            raise Unclear(
                text(
                    "The start may be {first} or {second}; type its part of the day too, or 24 hours",
                    first=short(on_the_clock(start)),
                    second=short(on_the_clock(start) + HALF_DAY),
                )
            )
        start_ms = _before(start, end_ms)
    elif start.halved and start.colons is None and reference_ms is not None:
        start_ms, notes = close_to(start, reference_ms)
        end_ms = _after(end, start_ms) if end.halved else on_the_clock(end)
    elif end.halved and start.part is not None:
        start_ms = on_the_clock(start)
        end_ms = _after(end, start_ms)
        if start_ms < HALF_DAY <= end_ms:
            notes = (text("The end is read as {clock}", clock=short(end_ms)),)
    else:
        start_ms, end_ms = on_the_clock(start), on_the_clock(end)
        notes = _both_24(start, start_ms, end_ms, wanted)
    if start.dated or start.next_day:
        notes = (*notes, text("The day was left out; only the times are kept"))
    return _spanned(start, end, Ends(start_ms, end_ms, 0, notes))


def _before(start: Moment, end_ms: int) -> int:
    ms = on_the_clock(start)
    return min((ms, (ms + HALF_DAY) % DAY), key=lambda clock: (end_ms - clock) % DAY or DAY)


def _after(end: Moment, start_ms: int) -> int:
    ms = on_the_clock(end)
    if (ms - start_ms) % HALF_DAY == 0:
        raise Unclear(
            text(
                "The range begins and ends at {clock}; type an end after it", clock=short(start_ms)
            )
        )
    return min((ms, (ms + HALF_DAY) % DAY), key=lambda clock: (clock - start_ms) % DAY)


def _both_24(start: Moment, start_ms: int, end_ms: int, wanted: str) -> tuple[Text, ...]:
    """Return what is assumed where both ends are read on the 24-hour clock."""
    early = start.part is None and start.hour < 13
    colons = start.colons is not None
    if early and colons and wanted == "any":
        return (
            text(
                "Read as the times of day {start} to {end}, not as minutes of the show; for those "
                "type 0-5 min",
                start=short(start_ms),
                end=short(end_ms),
            ),
        )
    if early and not colons and start.halved:
        return assumed(start, start_ms, told=False)
    return ()


def _spanned(start: Moment, end: Moment, ends: Ends) -> Ends:
    span = ends.end_ms - ends.start_ms
    notes = ends.notes
    if end.next_day and not start.next_day:
        return Ends(ends.start_ms, ends.end_ms + DAY, span + DAY, notes)
    if span == 0:
        raise Unclear(
            text(
                "The range begins and ends at {clock}; type an end after it",
                clock=short(ends.start_ms),
            )
        )
    if span > 0:
        return replace(ends, span_ms=span)
    if span + DAY > HALF_DAY:
        raise Unclear(
            text(
                "The end {end} is before the start {start}; exchange them, or type “next day” "
                "before the end if it is",
                start=short(ends.start_ms),
                end=short(ends.end_ms),
            )
        )
    if end.hour != 24 and end.part not in _AFTER_MIDNIGHT:
        notes = (*notes, text("The end {end} is after midnight", end=short(ends.end_ms)))
    return Ends(ends.start_ms, ends.end_ms, span + DAY, notes)


def lengths(left: Since, right: Since, *, length_wanted: bool, told: bool) -> Ends:
    """Return a stretch of the show, 0-5 min, in ms from its beginning.

    Raises Unclear, with both ends, where one length is wanted: 15-20 min in a field for lengths.
    """
    end = right.side
    if isinstance(end, Bare) and isinstance(left.side, Bare):
        raise Unclear(
            text("The range has no unit; type 0-5 min, or two times of day such as 20:00-20:05")
        )
    if not isinstance(end, Length):
        raise _mixed()
    start_ms, end_ms = _ms(left.side, end), end.ms
    if start_ms >= end_ms:
        raise Unclear(
            text(
                "The range ends at {end}, not after its start {start}; exchange them",
                start=duration_words(start_ms),
                end=duration_words(end_ms),
            )
        )
    marked = left.since or left.ordinal or right.since or right.ordinal
    if length_wanted and not marked:
        raise Unclear(
            text(
                "From {low} to {high} is a range; type one length, such as {high}",
                low=duration_words(start_ms),
                high=duration_words(end_ms),
            ),
            start_ms,
            end_ms,
        )
    notes = end.notes + (left.side.notes if isinstance(left.side, Length) else ())
    if start_ms > 0 and not marked and not told:
        note = text(
            "Read as the show's time from {start} to {end}; if a length is meant, type one",
            start=duration_words(start_ms),
            end=duration_words(end_ms),
        )
        notes = (note, *notes)
    return Ends(start_ms, end_ms, end_ms - start_ms, notes)


def _ms(start: Side, end: Length) -> int:
    if isinstance(start, Length):
        return start.ms
    if isinstance(start, Bare) and start.part is None:
        if end.unit is not None or start.number.value == 0:
            return in_ms(start.number.value * (end.unit or Fraction(1)))
        raise Unclear(text("The start has no unit; type it, as in 30 s-1 min 30 s"))
    raise _mixed()


def _mixed() -> Unclear:
    return Unclear(
        text(
            "The two ends are not of one kind; type two times of day such as 20:00-20:05, or two "
            "minutes of the show such as 0-5 min"
        )
    )
