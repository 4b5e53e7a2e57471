"""A show as it once was, under a name a person gave it; never changed afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.show.product import Product
from app.show.show import Show


@dataclass(frozen=True, slots=True)
class Version:
    """The show with the id `show` at a moment (UTC), with the products its rows link to."""

    id: str
    show: str
    name: str
    at: datetime
    body: Show
    products: tuple[Product, ...] = ()
