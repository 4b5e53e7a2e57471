"""A time of day as it is typed: an hour with or without its part of the day, and what it can mean."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.words import Text, text
from app.show.timetext.fold import Unclear
from app.show.timetext.tokens import Part

HOUR = 3_600_000
DAY = 24 * HOUR
HALF_DAY = 12 * HOUR

# What an hour said with a part of the day is on the 24-hour clock: (from, to, hours added).
_HOURS: dict[Part, tuple[tuple[int, int, int], ...]] = {
    Part.DAWN: ((0, 6, 0), (12, 12, -12)),
    Part.MORNING: ((1, 11, 0),),
    Part.FORENOON: ((0, 11, 0),),
    Part.NOON: ((11, 14, 0), (1, 2, 12)),
    Part.AFTERNOON: ((12, 19, 0), (1, 11, 12)),
    Part.DUSK: ((16, 20, 0), (4, 8, 12)),
    Part.EVENING: ((17, 23, 0), (5, 11, 12), (12, 12, -12), (24, 24, -24), (0, 3, 0)),
    Part.NIGHT: ((20, 23, 0), (8, 11, 12), (12, 12, -12), (24, 24, -24), (0, 5, 0)),
    Part.AM: ((0, 11, 0), (12, 12, -12)),
    Part.PM: ((12, 23, 0), (1, 11, 12)),
}
_LATE = {Part.EVENING, Part.NIGHT}


@dataclass(frozen=True, slots=True)
class Moment:
    """A time of day as typed: the hour said, ms past it (below 0 for 差), and how it was written."""

    hour: int
    past_ms: int = 0
    part: Part | None = None
    colons: tuple[int, ...] | None = None  # the numbers between bare colons, the last in ms
    unpadded: bool = False  # 00 or one digit before the first colon
    length_only: bool = False  # 9:40.5 is no time of day
    whole: bool = False  # nothing said but the hour
    next_day: bool = False
    dated: bool = False
    notes: tuple[Text, ...] = ()

    @property
    def timecode(self) -> bool:
        """Whether it may as well count from a beginning: 0:05:00, 1:30:00 (not 01:30:00)."""
        return self.colons is not None and len(self.colons) == 3 and self.unpadded

    @property
    def halved(self) -> bool:
        """Whether the hour may be before or after noon: 8点, 8:00."""
        return self.part is None and 1 <= self.hour <= 12


def clock_words(ms: int) -> str:
    """Return a time of day, in ms from midnight, as HH:MM:SS; milliseconds only where there are any."""
    seconds, rest = divmod(ms % DAY, 1000)
    minutes, second = divmod(seconds, 60)
    hour, minute = divmod(minutes, 60)
    return f"{hour:02}:{minute:02}:{second:02}" + (f".{rest:03}" if rest else "")


def short(ms: int) -> str:
    """Return a time of day as it is typed: HH:MM, with seconds only where there are any."""
    return clock_words(ms).removesuffix(":00")


def on_the_clock(moment: Moment) -> int:
    """Return ms from midnight; an hour without a part of the day is read on the 24-hour clock."""
    hour = moment.hour
    if moment.part is None:
        if hour > 24 or (hour == 24 and moment.past_ms > 0):
            raise Unclear(
                text(
                    "Hour {hour} is past the end of the day at 24:00; type 00:00 to 23:59, and "
                    "minutes as {hour} min",
                    hour=hour,
                )
            )
        return (hour * HOUR + moment.past_ms) % DAY
    for low, high, added in _HOURS[moment.part]:
        if low <= hour <= high:
            return ((hour + added) * HOUR + moment.past_ms) % DAY
    raise Unclear(
        text(
            "Hour {hour} does not go with that part of the day; type it on the 24-hour clock, such "
            "as 20:00",
            hour=hour,
        )
    )


def assumed(moment: Moment, ms: int, *, told: bool) -> tuple[Text, ...]:
    """Return what was assumed to read `moment` as `ms`; `told` where a colon alone says 24 hours."""
    notes = list(moment.notes)
    if moment.hour == 24:
        notes.append(text("24:00 is read as 00:00, the end of the day"))
    elif moment.part in _LATE and ms < 6 * HOUR and moment.part is Part.EVENING:
        notes.append(text("Read as {clock}, after midnight", clock=short(ms)))
    elif moment.halved and not told:
        other = (ms + HALF_DAY) % DAY
        notes.append(
            text(
                "Read as {clock} on the 24-hour clock; if it is the other half of the day, type {other}",
                clock=short(ms),
                other=short(other),
            )
        )
    return tuple(notes)


def nearest(ms: int, reference_ms: int) -> int:
    """Return `ms` or the same hour in the other half of the day, whichever is nearer the reference."""
    other = (ms + HALF_DAY) % DAY

    def away(clock: int) -> int:
        return min((clock - reference_ms) % DAY, (reference_ms - clock) % DAY)

    return min((ms, other), key=away)


def close_to(moment: Moment, reference_ms: int) -> tuple[int, tuple[Text, ...]]:
    """Return a moment said without its part of the day as the one near the reference, and the note."""
    ms = nearest(on_the_clock(moment), reference_ms % DAY)
    note = text(
        "Read as {clock}, the nearer one to {near}; if it is the other half of the day, type {other}",
        clock=short(ms),
        near=short(reference_ms),
        other=short(ms + HALF_DAY),
    )
    return ms, (*moment.notes, note)
