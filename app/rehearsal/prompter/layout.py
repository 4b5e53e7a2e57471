"""From units to pixels and back: a monotone map the window makes once for a font and a width."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Layout:
    """Straight pieces between knots; both rows rise and are of one length."""

    units: tuple[float, ...]
    px: tuple[float, ...]

    def y(self, units: float) -> float:
        """Return the height at which `units` is read, held at both ends."""
        return _between(self.units, self.px, units)

    def units_at(self, y: float) -> float:
        """Return what is read at a height."""
        return _between(self.px, self.units, y)


def layout(rows: Iterable[tuple[float, float]], end: tuple[float, float]) -> Layout:
    """Return the map through each row of text, (units at its first atom, its top in px), to the end.

    Of rows that begin at the same units (headings above words) the lowest counts.
    """
    knots: dict[float, float] = {}
    for units, y in (*rows, end):
        knots[units] = max(y, knots.get(units, y))
    ordered = sorted(knots.items())
    rising = ordered[:1]
    for knot in ordered[1:]:
        if knot[1] > rising[-1][1]:
            rising.append(knot)
    return Layout(tuple(u for u, _ in rising), tuple(y for _, y in rising))


def _between(xs: tuple[float, ...], ys: tuple[float, ...], x: float) -> float:
    i = bisect_right(xs, x)
    if i == 0 or i == len(xs):
        return ys[0] if i == 0 else ys[-1]
    return ys[i - 1] + (ys[i] - ys[i - 1]) * (x - xs[i - 1]) / (xs[i] - xs[i - 1])
