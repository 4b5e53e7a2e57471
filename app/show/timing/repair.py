"""Suggestions that bring a show to its hard out or target: each a few steps with a promised end.

The engine itself times every step, so what a repair promises is what applying it gives. How harm is
weighed and what is never touched stands in checklists/schema.md, "Repair suggestions".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import reduce

from app.core.words import Text, text
from app.show.show import Ms, Show
from app.show.timing import repair_offers as offers
from app.show.timing.clock import said_span
from app.show.timing.columns import Lengths
from app.show.timing.repair_steps import Step, StepKind, applied
from app.show.timing.schedule import NO_LENGTHS, Schedule, schedule

MOST_STEPS = 6
MOST_TRIES = 12  # of one kind of step in one plan
SPARE: Ms = 60_000  # a show that ends so little before its goal is left alone

CUTS: tuple[tuple[offers.Offers, ...], ...] = (
    (offers.trims, offers.skips, offers.beats, offers.parts_over, offers.shortened),
    (offers.skips, offers.beats, offers.trims, offers.shortened),
    (offers.parts_over, offers.shortened, offers.beats),
    (offers.beats, offers.parts_over, offers.shortened),
    (offers.rounds_less, offers.trims, offers.beats, offers.shortened),
    (offers.trims, offers.skips, offers.beats, offers.rounds_less, offers.shortened),
)
GROWTHS: tuple[tuple[offers.Offers, ...], ...] = (
    (offers.fitted, offers.returned, offers.grown),
    (offers.returned, offers.fitted, offers.grown),
    (offers.rounds_more, offers.fitted, offers.grown),
    (offers.grown,),
)
HARM: dict[StepKind, tuple[float, float]] = {  # for the step itself, and for each minute
    StepKind.TRIM: (0.5, 1.0),
    StepKind.SKIP: (1.0, 1.0),
    StepKind.DROP_BEAT: (1.0, 1.5),
    StepKind.SHORTEN_OVER: (1.0, 2.0),
    StepKind.SHORTEN: (2.0, 3.0),
    StepKind.DROP_ROUND: (4.0, 2.0),
    StepKind.GROW_WORDS: (0.5, 0.5),
    StepKind.UNSKIP: (1.0, 0.5),
    StepKind.GROW: (2.0, 1.0),
    StepKind.ADD_ROUND: (3.0, 1.0),
}


@dataclass(frozen=True, slots=True)
class Repair:
    """A few steps and the end they bring; `over_ms` is what then remains over the goal."""

    steps: tuple[Step, ...]
    end_ms: Ms
    over_ms: Ms
    say: Text

    @property
    def harm(self) -> float:
        """Return how much is lost by it: our own weights, by kind of step and minutes."""
        return sum(HARM[s.kind][0] + HARM[s.kind][1] * abs(s.saves_ms) / 60_000 for s in self.steps)


def repairs(
    show: Show, times: Schedule | None = None, lengths: Lengths = NO_LENGTHS, limit: int = 3
) -> tuple[Repair, ...]:
    """Return up to `limit` repairs, the least harmful first; one that falls short comes last.

    Nothing where the show has neither hard out nor target, or ends within a minute before it.
    """
    times = schedule(show, lengths) if times is None else times
    if times.goal_ms is None or -SPARE < times.over_ms <= 0:
        return ()
    plans = CUTS if times.over_ms > 0 else GROWTHS
    found: dict[tuple[Step, ...], Repair] = {}
    for plan in plans:
        steps = _pruned(show, _steps(show, times, plan), times)
        if steps:
            found.setdefault(
                tuple(replace(s, saves_ms=0) for s in steps), _repair(show, times, steps)
            )
    ranked = sorted(found.values(), key=lambda r: (_short(r, times), r.harm, len(r.steps)))
    return tuple(ranked[:limit])


def apply(show: Show, repair: Repair) -> Show:
    """Return the show with every step of `repair` done: one act for the undo history."""
    return reduce(applied, repair.steps, show)


def _short(repair: Repair, before: Schedule) -> Ms:
    """Return by how much a repair falls short of the goal, counted in whole minutes."""
    left = repair.over_ms if before.over_ms > 0 else -repair.over_ms - SPARE
    return max(0, -(-left // 60_000))


def _steps(show: Show, times: Schedule, plan: Sequence[offers.Offers]) -> list[Step]:
    """Return steps in the order of `plan` until the goal is reached, each tried on the engine."""
    before, chosen = times, list[Step]()
    for make in plan:
        tried: set[tuple[StepKind, str]] = set()
        while len(chosen) < MOST_STEPS and not _enough(before, times):
            found = _first_that_helps(show, before, times, make, tried)
            if found is None:
                break
            step, show, times = found
            chosen.append(step)
    return chosen


def _first_that_helps(
    show: Show,
    before: Schedule,
    times: Schedule,
    make: offers.Offers,
    tried: set[tuple[StepKind, str]],
) -> tuple[Step, Show, Schedule] | None:
    """Return the first step of an offer, of those not `tried`, that brings the end nearer."""
    for step in make(show, times, abs(times.over_ms)):
        key = (step.kind, step.beat or step.target)
        if key in tried or len(tried) >= MOST_TRIES:
            continue
        tried.add(key)
        made = applied(show, step)
        after = schedule(made, times.lengths)
        if _helps(before, times, after):
            return step, made, after
    return None


def _enough(before: Schedule, now: Schedule) -> bool:
    return now.over_ms <= 0 if before.over_ms > 0 else now.over_ms > -SPARE


def _helps(before: Schedule, now: Schedule, after: Schedule) -> bool:
    if before.over_ms > 0:
        return after.end_ms < now.end_ms
    return now.end_ms < after.end_ms and after.over_ms <= 0


def _pruned(show: Show, steps: list[Step], times: Schedule) -> list[Step]:
    """Return the steps without those that a later, larger one made needless."""
    if times.over_ms <= 0:
        return steps
    if schedule(reduce(applied, steps, show), times.lengths).over_ms > 0:
        return steps
    kept = steps
    for step in steps[:-1]:
        fewer = [s for s in kept if s is not step]
        if schedule(reduce(applied, fewer, show), times.lengths).over_ms <= 0:
            kept = fewer
    return kept


def _repair(show: Show, times: Schedule, steps: Sequence[Step]) -> Repair:
    """Return the steps with what each of them gains, in the words of one line."""
    measured = []
    now = times
    for step in steps:
        show = applied(show, step)
        after = schedule(show, times.lengths)
        measured.append(replace(step, saves_ms=now.end_ms - after.end_ms))
        now = after
    said = [
        text("{what} {span}", what=s.what, span=said_span(-s.saves_ms, sign=True)) for s in measured
    ]
    line = reduce(lambda one, two: text("{one} | {two}", one=one, two=two), said)
    end = text("{steps} → {end}", steps=line, end=now.clock_of(now.end_ms))
    return Repair(tuple(measured), now.end_ms, now.over_ms, end)
