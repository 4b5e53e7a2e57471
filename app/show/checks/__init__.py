"""What the formats check: limits stand in their data files, the meaning of each in a function here.

A new check is one function with `row_check` or `show_check` in a module of this folder, and one table
`[[check]]` in a format's file. It is found by itself.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from operator import itemgetter
from types import MappingProxyType

from app.show.checks.finding import (
    ROW_CHECKS,
    SHOW_CHECKS,
    Finding,
    RowScene,
    ShowScene,
    Talents,
)
from app.show.formats import CheckSpec, formats, kind_of
from app.show.product import Product
from app.show.show import Segment, Show
from app.show.timing.schedule import Schedule

__all__ = ["Finding", "Talents", "check_specs", "findings"]

NO_TALENTS: Talents = MappingProxyType({})
KEPT_ROWS = 20_000


@dataclass(slots=True)
class _Known:
    """What was found in one row, and what it was found with."""

    segment: Segment
    linked: tuple[Product | None, ...]
    around: tuple[object, ...]
    found: tuple[Finding, ...]


_known: dict[str, _Known] = {}


def findings(
    show: Show,
    products: Mapping[str, Product],
    times: Schedule,
    today: date | None = None,
    talents: Talents = NO_TALENTS,
) -> tuple[Finding, ...]:
    """Return what the checks of all formats say: row by row, then of the show as a whole.

    Without `today` the show counts as near. A row that is the same object is not looked at again.
    """
    if len(_known) > KEPT_ROWS:
        _known.clear()
    around = (show.on, show.start_ms, show.stale_hours, today, talents)
    of_rows: list[Finding] = []
    for segment in show.segments():
        if segment.skip:
            continue
        linked = tuple(products.get(p) for p in segment.products)
        known = _known.get(segment.id)
        if known is None or not _holds(known, segment, linked, around):
            scene = RowScene(segment, kind_of(segment.kind), linked, show, today, talents)
            known = _Known(segment, linked, around, tuple(_of_row(scene)))
            _known[segment.id] = known
        of_rows += known.found
    return (*of_rows, *_of_show(show, times))


@cache
def check_specs() -> Mapping[str, CheckSpec]:
    """Return every check by its id; raises ValueError for one that no function carries out."""
    here = importlib.import_module(__name__).__path__
    for module in pkgutil.iter_modules(here):
        importlib.import_module(f"{__name__}.{module.name}")
    found = {check.id: check for form in formats().values() for check in form.checks}
    if lost := found.keys() - ROW_CHECKS.keys() - SHOW_CHECKS.keys():
        raise ValueError(f"no function carries out the check {min(lost)!r}")
    return MappingProxyType(found)


def _holds(
    known: _Known,
    segment: Segment,
    linked: tuple[Product | None, ...],
    around: tuple[object, ...],
) -> bool:
    return (
        known.segment is segment
        and len(linked) == len(known.linked)
        and all(a is b for a, b in zip(linked, known.linked, strict=True))
        and around == known.around
    )


def _of_row(scene: RowScene) -> Iterator[Finding]:
    for check in check_specs().values():
        function = ROW_CHECKS.get(check.id)
        for say in function(scene, check) if function is not None else ():
            yield Finding(
                check.id, check.level, say, check.basis, check.certainty, scene.segment.id
            )


def _of_show(show: Show, times: Schedule) -> Iterator[Finding]:
    rows = zip(show.segments(), times.rows(), strict=True)
    played = tuple((s, kind_of(s.kind), row) for s, row in rows if row.plays)
    occasions = [
        (at, at + row.duration_ms, s, k)
        for s, k, row in played
        for at in (row.repeats if row.rounds > 1 else (row.start_ms,))
    ]
    occasions.sort(key=itemgetter(0, 1))
    scene = ShowScene(show, times, played, tuple(occasions))
    for check in check_specs().values():
        function = SHOW_CHECKS.get(check.id)
        for say, segment in function(scene, check) if function is not None else ():
            yield Finding(check.id, check.level, say, check.basis, check.certainty, segment)
