"""The sample studio: eight shows, twelve products, four voices, all invented, all marked `sample`.

The words stand in `checklists/shows/examples/`; ids are the same every time, so that putting the
samples in twice changes nothing and one act takes them away.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache
from typing import NamedTuple

from app.core import paths, strict
from app.show.checks.items import read_day
from app.show.formats import FieldType, kind_of
from app.show.product import Product
from app.show.samples.goods import GoodsFile
from app.show.samples.shows import ShowFile
from app.show.show import Segment, Show
from app.show.voice import Voice

FIRST = date(2026, 11, 28)
"""The day of the first show as the files state it."""


class Sample(NamedTuple):
    """What the sample studio holds."""

    shows: tuple[Show, ...]
    products: tuple[Product, ...]
    voices: tuple[Voice, ...]


def sample(today: date | None = None) -> Sample:
    """Return the sample studio, moved by whole weeks so that its shows lie ahead of `today`."""
    written = _written()
    by = _moved_by(today)
    if not by:
        return written
    return Sample(
        tuple(_show_moved(show, by) for show in written.shows),
        tuple(_product_moved(product, by) for product in written.products),
        written.voices,
    )


@cache
def _written() -> Sample:
    folder = paths.checklists("shows", "examples")
    goods = strict.load(folder / "goods.toml", GoodsFile)
    shows = [
        strict.load(file, ShowFile).made()
        for file in sorted(folder.glob("*.toml"))
        if file.name != "goods.toml"
    ]
    shows.sort(key=lambda show: (show.on or date.max, show.start_ms))
    products, voices = tuple(goods.products()), tuple(goods.voices())
    return Sample(tuple(shows), products, voices)


def _moved_by(today: date | None) -> timedelta:
    if today is None or today <= FIRST:
        return timedelta()
    return timedelta(weeks=-(-(today - FIRST).days // 7))


def _show_moved(show: Show, by: timedelta) -> Show:
    moved = show.with_segments(lambda segment: _segment_moved(segment, by))
    return replace(moved, on=None if show.on is None else show.on + by)


def _segment_moved(segment: Segment, by: timedelta) -> Segment:
    for name in _date_fields(segment):
        day = read_day(segment.field(name))
        if day is not None:
            segment = segment.with_field(name, _written_day(day, by))
    return segment


def _written_day(day: date | datetime, by: timedelta) -> str:
    if isinstance(day, datetime):
        return (day + by).isoformat(" ", "minutes")
    return (day + by).isoformat()


def _date_fields(segment: Segment) -> Iterator[str]:
    for spec in kind_of(segment.kind).fields:
        if spec.type is FieldType.DATE and segment.field(spec.id):
            yield spec.id


def _product_moved(product: Product, by: timedelta) -> Product:
    return replace(
        product,
        prices=tuple(replace(p, on=p.on + by) for p in product.prices),
        proofs=tuple(
            p if p.expires is None else replace(p, expires=p.expires + by) for p in product.proofs
        ),
    )
