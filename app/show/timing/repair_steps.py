"""The single steps of a repair: what each changes in the show, and the rows no repair may touch."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from app.core.words import Text, text
from app.show.show import DELAY, MILESTONE, Anchor, Lock, Ms, Part, Segment, Show

KEPT_KINDS = frozenset({"opening", "coupon", "lucky_bag"})
"""Kinds that keep their place and length: the opening, and offers that were announced."""
IF_TIME_KIND = "fallback"
IF_TIME_WORDS = ("if time", "有时间再", "机动", "备选", "可砍", "可跳过")
"""In a row's title or note these say that it is played only where there is time."""


class StepKind(StrEnum):
    """What a step does, the least harmful first."""

    TRIM = "trim"  # a row that is longer than its words: to the words' length
    SKIP = "skip"  # a row that is marked "if time"
    DROP_BEAT = "drop_beat"  # an optional beat, such as the questions
    SHORTEN_OVER = "shorten_over"  # a part that is over its target, down to it
    SHORTEN = "shorten"  # a part, a share of each row
    DROP_ROUND = "drop_round"  # one repeat of a loop
    GROW_WORDS = "grow_words"  # a row that its words do not fit
    UNSKIP = "unskip"  # a skipped row that is marked "if time"
    GROW = "grow"  # a part, a share of each row
    ADD_ROUND = "add_round"


@dataclass(frozen=True, slots=True)
class Step:
    """One change; `saves_ms` is by how much it moves the show's end (under 0: later)."""

    kind: StepKind
    target: str  # a row's id, or a part's
    lengths: tuple[tuple[str, Ms], ...] = ()  # new lengths of rows
    beat: str = ""
    rounds: int = 0
    saves_ms: Ms = 0
    what: Text = text("")  # noqa: RUF009 a constant

    @property
    def rows(self) -> frozenset[str]:
        """Return the rows whose length it sets."""
        return frozenset(row for row, _ in self.lengths)


def applied(show: Show, step: Step) -> Show:
    """Return the show with one step done; a row or part that is gone is passed over."""
    return replace(show, parts=tuple(_in_part(part, step) for part in show.parts))


def touchable(show: Show) -> frozenset[str]:
    """Return the rows a repair may shorten, skip or grow: those whose length can move the end.

    They follow the last hard start. Never the hard start itself, a typed end, the opening or the
    first row that plays, nor a lucky bag or coupon that was announced.
    """
    free: list[str] = []
    began = False
    for part in show.parts:
        before = len(free)
        for row in part.segments:
            if not plays(row):
                continue
            if row.anchor is Anchor.HARD and row.start is not None:
                free = free[before:] if part.count > 1 else []
                before = 0
            elif began and _free(row):
                free.append(row.id)
            began = True
    return frozenset(free)


def may_return(row: Segment) -> bool:
    """Tell whether a skipped row waits for spare time."""
    return row.skip and row.kind not in (DELAY, MILESTONE) and if_time(row) and _free(row)


def if_time(row: Segment) -> bool:
    """Tell whether a row is played only where there is time: by its kind, title or note."""
    if row.kind == IF_TIME_KIND:
        return True
    said = f"{row.title} {row.note}".lower()
    return any(word in said for word in IF_TIME_WORDS)


def plays(row: Segment) -> bool:
    """Tell whether a row takes part in the show's time."""
    return not row.skip and row.kind not in (DELAY, MILESTONE)


def _free(row: Segment) -> bool:
    hard = row.anchor is Anchor.HARD and row.start is not None
    ends = row.lock is Lock.END and row.end is not None
    return not hard and not ends and row.kind not in KEPT_KINDS


def _in_part(part: Part, step: Step) -> Part:
    if part.id == step.target and step.rounds:
        return replace(part, count=step.rounds)
    wanted = dict(step.lengths)
    ids = {row.id for row in part.segments}
    if step.target not in ids and ids.isdisjoint(wanted):
        return part
    return replace(part, segments=tuple(_in_row(row, step, wanted) for row in part.segments))


def _in_row(row: Segment, step: Step, wanted: dict[str, Ms]) -> Segment:
    if row.id in wanted:
        row = replace(row, duration_ms=wanted[row.id])
    if row.id != step.target:
        return row
    match step.kind:
        case StepKind.SKIP:
            return replace(row, skip=True)
        case StepKind.UNSKIP:
            return replace(row, skip=False)
        case StepKind.DROP_BEAT:
            return replace(row, beats=tuple(b for b in row.beats if b.id != step.beat))
    return row
