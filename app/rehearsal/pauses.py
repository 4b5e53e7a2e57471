"""Pauses by what they do: breath, emphasis, dead air; and the longest run without one."""

from __future__ import annotations

from dataclasses import dataclass

from app.metrics.speech.activity import Span, gaps

LEAST = 0.25
EMPHASIS = 0.7
DEAD_AIR = 2.0
FLAGGED = 3.0


@dataclass(frozen=True, slots=True)
class Pauses:
    """The pauses of 0.25 s and more between the first and the last word, in seconds."""

    spans: tuple[Span, ...]
    longest_run_s: float

    @property
    def seconds(self) -> float:
        """Return how long they are together."""
        return sum(end - start for start, end in self.spans)

    @property
    def breath(self) -> int:
        """Return how many last 0.25 to 0.7 s."""
        return sum(LEAST <= end - start < EMPHASIS for start, end in self.spans)

    @property
    def emphasis(self) -> int:
        """Return how many last 0.7 to 2 s."""
        return sum(EMPHASIS <= end - start <= DEAD_AIR for start, end in self.spans)

    @property
    def dead_air(self) -> tuple[Span, ...]:
        """Return those longer than 2 s."""
        return tuple(s for s in self.spans if s[1] - s[0] > DEAD_AIR)

    @property
    def flagged(self) -> tuple[Span, ...]:
        """Return those longer than 3 s, which a viewer takes for a fault."""
        return tuple(s for s in self.spans if s[1] - s[0] > FLAGGED)


def pauses_of(spans: tuple[Span, ...]) -> Pauses:
    """Return the pauses between the spans of speech."""
    found = gaps(spans, LEAST)
    if not spans:
        return Pauses((), 0.0)
    starts = [spans[0][0], *(end for _, end in found)]
    ends = [*(start for start, _ in found), spans[-1][1]]
    return Pauses(found, max(end - start for start, end in zip(starts, ends, strict=True)))
