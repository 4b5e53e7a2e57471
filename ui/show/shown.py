"""What the Show page has in hand: the document with everything derived from it, in one pass."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol, TypeVar

from app.show.cells.cell import Around
from app.show.checks import Finding, findings
from app.show.product import Product
from app.show.script.reading import lengths
from app.show.show import Segment, Show
from app.show.timing.schedule import Schedule, schedule
from app.show.voice import USUAL, Voice


@dataclass(frozen=True)
class Shown:
    """A show as it stands now, and what follows from it."""

    show: Show
    products: Mapping[str, Product]
    voices: Mapping[str, Voice]
    lengths: Mapping[str, int]  # ms of the words of each row
    times: Schedule

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Return what the checks say; they look at the whole show, so nobody asks while typing."""
        return findings(self.show, self.products, self.times)

    @property
    def checked(self) -> bool:
        """Return whether the checks have looked at this show yet."""
        return "findings" in self.__dict__

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


class _Known(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_Known)


def derive(
    show: Show,
    products: Sequence[Product],
    voices: Sequence[Voice],
    before: Shown | None = None,
) -> Shown:
    """Return `show` with times and reading lengths; `before` itself where nothing changed."""
    by_id = _by_id(products, before.products if before else {})
    spoken = _by_id(voices, before.voices if before else {})
    if (
        before is not None
        and before.show is show
        and before.products is by_id
        and before.voices is spoken
    ):
        return before
    took = lengths(show, by_id, spoken)
    return Shown(show, by_id, spoken, took, schedule(show, took))


def _by_id(values: Sequence[T], before: Mapping[str, T]) -> Mapping[str, T]:
    """Return the values by id: `before` itself where it holds the same, so that readings stand."""
    fresh = {value.id: value for value in values}
    same = len(fresh) == len(before) and all(before.get(k) is v for k, v in fresh.items())
    return before if same else fresh
