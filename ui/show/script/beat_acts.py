"""What can be done with the beats of a row; each act takes a segment and returns the next one."""

from __future__ import annotations

from dataclasses import replace

from app.core.ids import short_id
from app.show.formats import KindSpec, beat_times
from app.show.show import Beat, Ms, Segment
from ui.show.script.keep import marks

SHORTEST_MS: Ms = 5_000  # a beat dragged shorter would be gone from under the pointer


def added(segment: Segment, kind: str, after: str, beat: str = "") -> Segment:
    """Return the row with a new beat of `kind` behind the beat `after`, or at the end."""
    at = next((i + 1 for i, b in enumerate(segment.beats) if b.id == after), len(segment.beats))
    fresh = Beat(beat or short_id(), kind=kind)
    return replace(segment, beats=(*segment.beats[:at], fresh, *segment.beats[at:]))


def removed(segment: Segment, beat: str) -> Segment:
    """Return the row without a beat and its words; cues marked in them go too."""
    gone = {cue for b in segment.beats if b.id == beat for cue in marks({"": b.script})}
    return replace(
        segment,
        beats=tuple(b for b in segment.beats if b.id != beat),
        cues=tuple(c for c in segment.cues if c.id not in gone),
    )


def moved(segment: Segment, beat: str, by: int) -> Segment:
    """Return the row with a beat moved `by` places; it stops at either end."""
    beats = list(segment.beats)
    at = next((i for i, b in enumerate(beats) if b.id == beat), None)
    if at is None:
        return segment
    taken = beats.pop(at)
    beats.insert(min(max(0, at + by), len(beats)), taken)
    return replace(segment, beats=tuple(beats))


def templated(segment: Segment, spec: KindSpec, template: str) -> Segment:
    """Return the row in the steps of a template; what is written keeps its words.

    A beat of a step that both have moves to its new place; one that the template lacks stays, where
    it has words, at the end.
    """
    old = list(segment.beats)
    fresh: list[Beat] = []
    for step in spec.steps(template):
        found = next((b for b in old if b.kind == step.id), None)
        if found is None:
            fresh.append(Beat(short_id(), kind=step.id))
        else:
            old.remove(found)
            fresh.append(found)
    return replace(segment, beats=(*fresh, *(b for b in old if b.script.strip())))


def stretched(segment: Segment, total_ms: Ms, beat: str, by_ms: Ms) -> Segment:
    """Return the row with a beat `by_ms` longer and the next one as much shorter."""
    times = beat_times(segment, total_ms)
    at = next((i for i, b in enumerate(segment.beats) if b.id == beat), len(times))
    if at + 1 >= len(times):
        return segment
    by_ms = max(by_ms, min(0, SHORTEST_MS - times[at]))
    by_ms = min(by_ms, max(0, times[at + 1] - SHORTEST_MS))
    longer = round((times[at] + by_ms) / 1000) * 1000
    lengths = {at: longer, at + 1: times[at] + times[at + 1] - longer}
    return replace(
        segment,
        beats=tuple(
            replace(b, duration_ms=lengths[i]) if i in lengths else b
            for i, b in enumerate(segment.beats)
        ),
    )


def named(segment: Segment, beat: str, kind: str, title: str, duration_ms: Ms | None) -> Segment:
    """Return the row with a beat's step, name and typed length set."""
    return replace(
        segment,
        beats=tuple(
            replace(b, kind=kind, title=title, duration_ms=duration_ms) if b.id == beat else b
            for b in segment.beats
        ),
    )
