"""What the Show page has in hand: the document with everything derived from it, in one pass."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.show.cells.cell import Around
from app.show.checks import Finding, findings
from app.show.product import Product
from app.show.reading import lengths
from app.show.schedule import Schedule, schedule
from app.show.show import Segment, Show
from app.show.voice import USUAL, Voice


@dataclass(frozen=True, slots=True)
class Shown:
    """A show as it stands now, and what follows from it."""

    show: Show
    products: Mapping[str, Product]
    voices: Mapping[str, Voice]
    lengths: Mapping[str, int]  # ms of the words of each row
    times: Schedule
    findings: tuple[Finding, ...]

    @property
    def voice(self) -> Voice:
        """Return how fast the first host speaks."""
        return self.voices.get(self.show.voice, USUAL)

    @property
    def around(self) -> Around:
        """Return what the cells may look at."""
        return Around(self.show, self.products, self.times)

    def segment(self, segment: str) -> Segment | None:
        """Return a row of the show, or None."""
        return self.show.segment(segment)

    def linked(self, segment: Segment) -> tuple[Product, ...]:
        """Return the products of a row that the studio still has."""
        found = (self.products.get(product) for product in segment.products)
        return tuple(product for product in found if product is not None)

    def findings_of(self, segment: str) -> tuple[Finding, ...]:
        """Return what the checks say of one row."""
        return tuple(f for f in self.findings if f.segment == segment)


def derive(show: Show, products: Sequence[Product], voices: Sequence[Voice]) -> Shown:
    """Return `show` with times, reading lengths and findings."""
    by_id = {p.id: p for p in products}
    spoken = {v.id: v for v in voices}
    took = lengths(show, by_id, spoken)
    times = schedule(show, took)
    return Shown(show, by_id, spoken, took, times, findings(show, by_id, times))
