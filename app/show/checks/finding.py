"""What a check says, what it may look at, and how checks are found by their ids."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from app.core.words import Text
from app.show.formats import Certainty, CheckSpec, KindSpec, Level
from app.show.product import Product
from app.show.show import Segment, Show
from app.show.timing.schedule import RowTimes, Schedule

Talents = Mapping[str, Collection[str]]  # what each person of the show can do


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a check has to say: of a row, or of the whole show where `segment` is ""."""

    check: str
    level: Level
    say: Text
    basis: Text
    certainty: Certainty
    segment: str = ""


@dataclass(frozen=True, slots=True)
class RowScene:
    """One row with what its checks may look at."""

    segment: Segment
    kind: KindSpec
    linked: tuple[Product | None, ...]  # None: no longer in the studio
    show: Show
    today: date | None
    talents: Talents

    @property
    def products(self) -> tuple[Product, ...]:
        """Return the products there are."""
        return tuple(p for p in self.linked if p is not None)


@dataclass(frozen=True, slots=True)
class ShowScene:
    """The whole show with its times."""

    show: Show
    times: Schedule
    played: tuple[tuple[Segment, KindSpec, RowTimes], ...]  # rows that play, each once
    occasions: tuple[tuple[int, int, Segment, KindSpec], ...]  # start and end in every round

    def row_at(self, elapsed_ms: int) -> str:
        """Return the row that plays at a time, "" where none does."""
        found = (s.id for start, end, s, _ in self.occasions if start <= elapsed_ms < end)
        return next(found, "")


Said = tuple[Text, str]  # the sentence, and the row it speaks of
RowCheck = Callable[[RowScene, CheckSpec], Iterator[Text]]
ShowCheck = Callable[[ShowScene, CheckSpec], Iterator[Said]]

ROW_CHECKS: dict[str, RowCheck] = {}
SHOW_CHECKS: dict[str, ShowCheck] = {}


def row_check(check: str) -> Callable[[RowCheck], RowCheck]:
    """Return a decorator that makes a function the code of a check of single rows."""

    def known(function: RowCheck) -> RowCheck:
        ROW_CHECKS[check] = function
        return function

    return known


def show_check(check: str) -> Callable[[ShowCheck], ShowCheck]:
    """Return a decorator that makes a function the code of a check of the whole show."""

    def known(function: ShowCheck) -> ShowCheck:
        SHOW_CHECKS[check] = function
        return function

    return known


def limit(value: float | None, check: CheckSpec) -> float:
    """Return a limit of a check; raises ValueError where its file states none."""
    if value is None:
        raise ValueError(f"the check {check.id} states no limit")
    return value
