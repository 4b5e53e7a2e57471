"""Where a measured number stops being good: ranges, the limit made of them, and what it stands on."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Literal

from app.core.words import Text


class Certainty(StrEnum):
    """How sure we are of a value from outside; unknown = nothing published was found, ours to start with."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Basis:
    """What a value stands on: a standard, our own calibration, our choice, or the studio's own word."""

    kind: Literal["standard", "calibrated", "chosen", "studio"]
    source: Text
    certainty: Certainty
    date: str  # year, year-month or year-month-day of the source


@dataclass(frozen=True, slots=True)
class Range:
    """Numbers from `low` to `high`, both included; None is open."""

    low: float | None = None
    high: float | None = None

    def __post_init__(self) -> None:
        """Refuse a range that holds nothing, and ends that are no numbers."""
        if any(end is not None and not math.isfinite(end) for end in (self.low, self.high)):
            raise ValueError("the end of a range is a finite number or left out")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"low {self.low:g} lies above high {self.high:g}")

    def __contains__(self, value: float) -> bool:
        """Return whether `value` lies inside or on an end."""
        return self.side(value) == 0

    def side(self, value: float) -> int:
        """Return −1 below the range, +1 above it, 0 inside."""
        if self.low is not None and value < self.low:
            return -1
        return 1 if self.high is not None and value > self.high else 0

    def within(self, other: Range) -> bool:
        """Return whether every number of this range lies in `other`."""
        below = other.low is not None and (self.low is None or self.low < other.low)
        above = other.high is not None and (self.high is None or self.high > other.high)
        return not (below or above)

    def moved(self, factor: float, shift: float) -> Range:
        """Return the range with both ends times `factor` plus `shift`."""
        low = None if self.low is None else self.low * factor + shift
        high = None if self.high is None else self.high * factor + shift
        return Range(low, high)


@dataclass(frozen=True, slots=True)
class Side:
    """A further number of the same reading with its own ranges: the worse of both counts."""

    detail: str
    passes: Range
    warns: Range


@dataclass(frozen=True, slots=True)
class Limit:
    """Pass inside `passes`, warn inside `warns`, fail beyond (or warn, where it never fails).

    `target` is what advice aims at; where it is left out, the nearest end of `passes`. `also` are
    further details judged with it; `only_if` maps a detail to the range it must lie in before the
    limit counts at all.
    """

    passes: Range
    warns: Range
    basis: Basis
    target: float | None = None
    never_fails: bool = False
    also: tuple[Side, ...] = ()
    only_if: Mapping[str, Range] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        """Refuse a limit whose warn range does not hold its pass range, or a target outside it."""
        for passes, warns in ((self.passes, self.warns), *((s.passes, s.warns) for s in self.also)):
            if not passes.within(warns):
                raise ValueError("the warn range must hold the pass range")
        if self.target is not None and self.target not in self.passes:
            raise ValueError(f"the target {self.target:g} lies outside the pass range")

    def aim(self, value: float) -> float:
        """Return what advice leads to: the target, else the end of the pass range nearest to `value`."""
        if self.target is not None:
            return self.target
        side = self.passes.side(value)
        end = self.passes.low if side < 0 else self.passes.high if side > 0 else value
        return value if end is None else end

    def moved(self, factor: float, shift: float) -> Limit:
        """Return the limit in another unit: every number of its own times `factor` plus `shift`."""
        target = None if self.target is None else self.target * factor + shift
        return replace(
            self,
            passes=self.passes.moved(factor, shift),
            warns=self.warns.moved(factor, shift),
            target=target,
        )
