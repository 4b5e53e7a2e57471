"""The place in the script as a pure function of time: nothing is added up, so nothing drifts.

Every change of mind (speed, pause, jump, wheel, edit) is a new state anchored at the place it finds.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from app.rehearsal.prompter.script import Measure, Script
from app.show.timing.schedule import Schedule

FASTEST = 12.0  # units/s; 720 characters a minute: nobody reads text that is late any faster
Point = tuple[float, float]  # s on the monotonic clock, units


@dataclass(frozen=True, slots=True)
class Prompting:
    """Where the text was at `anchor_s` on the monotonic clock and how it goes on from there."""

    anchor_s: float
    anchor_units: float
    speed: float  # units/s; below 0 it goes back
    length: float  # units of the whole script
    paused: bool = True
    target: tuple[Point, ...] = ()  # when each row should begin and end; () for one speed
    course: tuple[Point, ...] = ()  # from the anchor on, by the target


def position(state: Prompting, now: float) -> float:
    """Return the place at `now` in units; before the anchor (a countdown) it stands still."""
    if state.paused or now <= state.anchor_s:
        return state.anchor_units
    if state.course:
        return _on_course(state.course, now)
    gone = state.anchor_units + state.speed * (now - state.anchor_s)
    return min(max(0.0, gone), state.length)


def seconds_to(state: Prompting, now: float, units: float) -> float | None:
    """Return in how many seconds the place is at `units`; None if never as things go."""
    here = position(state, now)
    if state.paused:
        return None
    if state.course:
        after = (t for t, at in _passing(state.course, units) if t >= now)
        return next((t - now for t in after), None)
    wait = max(0.0, state.anchor_s - now)
    if units == here:
        return wait
    left = (units - here) / state.speed if state.speed else -1.0
    return left + wait if left >= 0 and 0 <= units <= state.length else None


def paced(state: Prompting, now: float, speed: float) -> Prompting:
    """Return the state with one speed from `now` on; a target is given up."""
    return _anchored(replace(state, speed=speed, target=()), now, position(state, now))


def aimed(state: Prompting, now: float, target: Sequence[Point]) -> Prompting:
    """Return the state that reads each row to its end in time; what is past is made up for."""
    return _anchored(replace(state, target=tuple(target)), now, position(state, now))


def paused(state: Prompting, now: float) -> Prompting:
    """Return the state that stands still from `now` on."""
    return _anchored(replace(state, paused=True), now, position(state, now))


def running(state: Prompting, now: float, countdown_s: float = 0.0) -> Prompting:
    """Return the state that goes on `countdown_s` after `now`."""
    return _anchored(replace(state, paused=False), now + countdown_s, position(state, now))


def jumped(state: Prompting, now: float, units: float) -> Prompting:
    """Return the state at `units`, going on as before: a jump, a marker, the wheel, a voice."""
    return _anchored(state, now, min(max(0.0, units), state.length))


def nudged(state: Prompting, now: float, units: float) -> Prompting:
    """Return the state moved by `units` from where it is."""
    return jumped(state, now, position(state, now) + units)


def per_minute(speed: float) -> float:
    """Return a speed in Chinese characters a minute."""
    return speed * 60


def speed_of(
    *, characters: float | None = None, words: float | None = None, weights: Measure
) -> float:
    """Return units/s of a rate in characters or English words a minute."""
    return (characters or 0.0) / 60 + (words or 0.0) * weights.word / 60


def target_of(script: Script, times: Schedule, zero_s: float) -> tuple[Point, ...]:
    """Return when each row begins and ends by plan; `zero_s` is the show's begin on the clock."""
    points: list[Point] = []
    for passage in script.passages:
        row = times.row(passage.segment)
        start = zero_s + (row.start_ms + passage.round * row.round_ms) / 1000
        points += [(start, passage.begins), (start + row.duration_ms / 1000, passage.ends)]
    return tuple(points)


def ending_at(target: Sequence[Point], now: float, end_s: float) -> tuple[Point, ...]:
    """Return a target whose rest is stretched or squeezed from `now` so that it ends at `end_s`."""
    last = max((t for t, _ in target), default=now)
    if last <= now:
        return ((end_s, max((at for _, at in target), default=0.0)),)
    by = (end_s - now) / (last - now)
    return tuple((now + (t - now) * by if t > now else t, at) for t, at in target)


def _anchored(state: Prompting, at_s: float, units: float) -> Prompting:
    course: tuple[Point, ...] = ()
    if state.target and not state.paused:
        course = _course(state.target, at_s, units, state.length)
    return replace(state, anchor_s=at_s, anchor_units=units, course=course)


def _course(target: Sequence[Point], at_s: float, units: float, length: float) -> tuple[Point, ...]:
    """Return the way from here through every point that can be reached at FASTEST, to the end."""
    way = [(at_s, units)]
    for t, at in target:
        last_t, last = way[-1]
        if at < last or at <= units or t <= last_t or (at - last) / (t - last_t) > FASTEST:
            continue
        way.append((t, at))
    last_t, last = way[-1]
    if last < length:
        way.append((last_t + (length - last) / FASTEST, length))
    return tuple(way)


def _on_course(course: Sequence[Point], now: float) -> float:
    i = bisect_right(course, now, key=lambda point: point[0])
    if i >= len(course):
        return course[-1][1]
    (t0, u0), (t1, u1) = course[i - 1], course[i]
    return u0 + (u1 - u0) * (now - t0) / (t1 - t0)


def _passing(course: Sequence[Point], units: float) -> list[Point]:
    found = []
    for (t0, u0), (t1, u1) in pairwise(course):
        if u0 <= units <= u1:
            share = (units - u0) / (u1 - u0) if u1 > u0 else 0.0
            found.append((t0 + (t1 - t0) * share, units))
    return found
