"""Checks of what viewers do: how long they only listen, and how often a lucky bag hangs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from app.core.words import number, text
from app.show.checks.finding import Said, ShowScene, limit, show_check
from app.show.formats import CheckSpec, KindSpec, beat_times, kind_of
from app.show.show import CueKind, Ms, Segment

LUCKY_BAG = "lucky_bag"
Span = tuple[Ms, Ms]


@show_check("interaction_gap")
def interaction_gap(scene: ShowScene, check: CheckSpec) -> Iterator[Said]:
    """Viewers have something to do at least every `at_most` minutes."""
    most = round(limit(check.at_most, check) * 60_000)
    spans = sorted(span for one in scene.occasions for span in _spans(*one))
    done, end = scene.times.start_ms, scene.times.end_ms
    for start, until in [*spans, (end, end)]:
        if start - done > most:
            yield (
                text(
                    "Nothing for viewers to do from {start} to {end}: {minutes} min",
                    start=scene.times.clock_of(done),
                    end=scene.times.clock_of(start),
                    minutes=_minutes(start - done),
                ),
                scene.row_at(done + most),
            )
        done = max(done, until)


def _spans(start: Ms, end: Ms, segment: Segment, kind: KindSpec) -> Iterator[Span]:
    if kind.interactive:
        yield start, end
        return
    for cue in segment.cues:
        if cue.kind is CueKind.BAG:
            at = start + (cue.at_ms or 0)
            yield at, at
    acts = _acting(kind.id)
    if end < start or acts.isdisjoint([beat.kind for beat in segment.beats]):
        return
    at = start
    for beat, ms in zip(segment.beats, beat_times(segment, end - start), strict=True):
        if beat.kind in acts:
            yield at, at + ms
        at += ms


@cache
def _acting(kind: str) -> frozenset[str]:
    return frozenset(beat.id for beat in kind_of(kind).beats if beat.interactive)


@show_check("bag_rhythm")
def bag_rhythm(scene: ShowScene, check: CheckSpec) -> Iterator[Said]:
    """Lucky bags hang `at_least` to `at_most` minutes apart, in a show that sells."""
    least, most = limit(check.at_least, check), limit(check.at_most, check)
    bags = [(start + at, s.id) for start, _, s, _ in scene.occasions if (at := _bag(s)) is not None]
    sells = any(kind.sells for _, kind, _ in scene.played)
    if not bags and sells and scene.times.duration_ms > most * 60_000:
        yield text("No lucky bag in this show; every {least} to {most} min is usual",
                   least=number(least), most=number(most)), ""  # fmt: skip
    for (before, _), (at, segment) in pairwise(bags):
        minutes = (at - before) / 60_000
        if not least <= minutes <= most:
            yield (
                text(
                    "{minutes} min since the last lucky bag; {least} to {most} min is usual",
                    minutes=_minutes(at - before),
                    least=number(least),
                    most=number(most),
                ),
                segment,
            )


def _bag(segment: Segment) -> Ms | None:
    """Return when a row hangs a lucky bag, after the row's start; None where it hangs none.

    A lucky bag's row whose words only reveal and hand out opens one that hangs already.
    """
    found = [cue.at_ms or 0 for cue in segment.cues if cue.kind is CueKind.BAG]
    if found:
        return min(found)
    if segment.kind != LUCKY_BAG:
        return None
    said = [beat.kind for beat in segment.beats if beat.script]
    return None if said and _acting(segment.kind).isdisjoint(said) else 0


def _minutes(span: Ms | float) -> str:
    """Return a span in minutes, with a decimal where it is no whole number."""
    minutes = round(span / 60_000, 1)
    return number(minutes, 0 if minutes == int(minutes) else 1)
