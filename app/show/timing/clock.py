"""The show's two clocks: elapsed milliseconds since its planned begin, and the wall in its zone.

Elapsed time is real time: it runs on through midnight and through a change of summer time. A show
without a date has a wall too, one whose days all have 24 hours.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.core.errors import Refused
from app.core.words import MINUS, text
from app.show.show import Clock, Ms, Show, Time

DAY: Ms = 86_400_000
HALF_DAY: Ms = DAY // 2
TICK = timedelta(milliseconds=1)
YEARS = range(1900, 2200)  # a date outside is a slip: its days have 24 hours, as without a date
CENTURY: Ms = 36_525 * DAY  # so far from the show's date no calendar is asked any more
EVEN_DAYS = 14  # looked over for a change of the clocks; shows are shorter


@dataclass(frozen=True, slots=True)
class Wall:
    """What the wall shows: days after the show's date, ms since midnight, the instant if dated."""

    day: int
    ms: Ms
    at: datetime | None = None

    def __str__(self) -> str:
        """Return HH:MM:SS."""
        return said_clock(self.ms)


class WallClock:
    """Elapsed time and wall time of one show, each from the other."""

    __slots__ = ("_begin", "_on", "_zone", "even_from", "even_to", "start_ms")

    def __init__(self, on: date | None, start_ms: Ms, zone: str) -> None:
        on = on if on is not None and on.year in YEARS else None
        self._on = on
        self.start_ms = start_ms
        self._zone = UTC if on is None else _zone(zone)
        self._begin: Ms = 0  # of the epoch
        self.even_from: Ms = -(1 << 62)  # within these the wall runs evenly with elapsed time
        self.even_to: Ms = 1 << 62
        if on is not None:
            self._begin = self._epoch(0, start_ms, fold=0)
            days = range(-EVEN_DAYS, EVEN_DAYS + 1)
            offsets = {self._moment(day * DAY).utcoffset() for day in days}
            even = len(offsets) == 1
            self.even_from = (3 - EVEN_DAYS) * DAY if even else 1
            self.even_to = (EVEN_DAYS - 3) * DAY if even else 0

    @property
    def zoned(self) -> bool:
        """Tell whether the clocks change within two weeks of this show."""
        return self.even_to == 0

    def wall(self, elapsed: Ms) -> Wall:
        """Return what the wall shows `elapsed` ms after the planned begin."""
        if self._on is None or abs(elapsed) > CENTURY:
            day, ms = divmod(self.start_ms + elapsed, DAY)
            return Wall(day, ms)
        moment = self._moment(elapsed)
        ms = (moment.replace(tzinfo=None) - datetime.combine(moment, datetime.min.time())) // TICK
        return Wall((moment.date() - self._on).days, ms, moment)

    def day(self, elapsed: Ms) -> int:
        """Return how many days after the show's date the wall stands at `elapsed`."""
        if self.even_from <= elapsed <= self.even_to:
            return (self.start_ms + elapsed) // DAY
        return self.wall(elapsed).day

    def instants(self, day: int, ms: Ms) -> tuple[Ms, ...]:
        """Return when the wall shows `ms` on `day`: once, or twice where the clocks go back.

        A time that the clocks leap over counts as much later as they leap.
        """
        far = abs(day) * DAY > CENTURY
        if self._on is None or far or self.even_from <= day * DAY <= self.even_to:
            return (day * DAY + ms - self.start_ms,)
        first, second = (self._epoch(day, ms, fold=fold) - self._begin for fold in (0, 1))
        return (first,) if second <= first else (first, second)

    def nearest(self, ms: Ms, to: Ms, not_before_day_of: Ms) -> Ms:
        """Return when the wall shows `ms`: the time nearest `to`, the later of two as near.

        Never on a day before the one of `not_before_day_of`.
        """
        floor = self.day(not_before_day_of)
        if self.even_from <= to <= self.even_to:
            ahead = (ms - to - self.start_ms) % DAY
            at = to + (ahead if ahead <= HALF_DAY else ahead - DAY)
            return at + max(0, floor - (self.start_ms + at) // DAY) * DAY
        here = self.day(to)
        days = {max(floor, day) for day in (here - 1, here, here + 1)}
        found = [at for day in days for at in self.instants(day, ms)]
        return min(found, key=lambda at: (abs(at - to), -at))

    def until(self, ms: Ms, start: Ms) -> Ms | None:
        """Return the first time from `start` on that the wall shows `ms`, as an end is meant.

        On the next day only where that is within 12 hours; else None: somebody must be asked.
        """
        day = self.day(start)
        same = [at for at in self.instants(day, ms) if at >= start]
        if same:
            return same[0]
        later = self.instants(day + 1, ms)[0]
        return later if later - start <= HALF_DAY else None

    def out(self, time: Time) -> Ms:
        """Return a hard out in elapsed ms: the first time after the begin that the wall shows it."""
        if time.clock is Clock.ELAPSED:
            return time.ms
        return next(at for day in (0, 1, 2) for at in self.instants(day, time.ms) if at > 0)

    def oddity(self, ms: Ms, at: Ms) -> str:
        """Return "missing" or "twice" where a typed `ms`, taken as `at`, is no plain time that day."""
        if not self.zoned:
            return ""
        shown = self.wall(at)
        if shown.ms != ms % DAY:
            return "missing"
        return "twice" if len(self.instants(shown.day, ms)) > 1 else ""

    def _moment(self, elapsed: Ms) -> datetime:
        epoch = datetime(1970, 1, 1, tzinfo=UTC)
        return (epoch + (self._begin + elapsed) * TICK).astimezone(self._zone)

    def _epoch(self, day: int, ms: Ms, *, fold: int) -> Ms:
        assert self._on is not None
        typed = datetime.combine(self._on, datetime.min.time()) + timedelta(days=day) + ms * TICK
        moment = typed.replace(tzinfo=self._zone, fold=fold)
        return (moment - datetime(1970, 1, 1, tzinfo=UTC)) // TICK


def wall_clock(show: Show) -> WallClock:
    """Return the clocks of `show`; raises Refused for a zone that this machine does not know."""
    return _wall_clock(show.on, show.start_ms, show.zone)


def said_clock(ms: Ms) -> str:
    """Return ms since midnight as HH:MM:SS."""
    seconds = ms % DAY // 1000
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def said_span(ms: Ms, *, sign: bool = False) -> str:
    """Return a length as M:SS or H:MM:SS, with the true minus sign; `sign` writes the plus too."""
    seconds = abs(ms) // 1000
    hours = f"{seconds // 3600}:" if seconds >= 3600 else ""
    minutes = f"{seconds // 60 % 60:02d}" if hours else f"{seconds // 60}"
    before = MINUS if ms < 0 and seconds else "+" if sign and seconds else ""
    return f"{before}{hours}{minutes}:{seconds % 60:02d}"


@lru_cache(maxsize=64)
def _wall_clock(on: date | None, start_ms: Ms, zone: str) -> WallClock:
    return WallClock(on, start_ms, zone)


def _zone(name: str) -> ZoneInfo | timezone:
    try:
        return UTC if name == "UTC" else ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise Refused(
            text("There is no time zone “{zone}” here.", zone=name),
            text("Choose one by its IANA name, such as Asia/Shanghai."),
        ) from None
