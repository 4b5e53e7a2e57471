"""How the columns of a sheet were understood once, so that the next sheet like it needs no question."""

from __future__ import annotations

from dataclasses import dataclass

from app.show.show import Pairs


@dataclass(frozen=True, slots=True)
class ImportMapping:
    """The answers for every sheet with the same signature (its headings): heading → field."""

    id: str  # the signature
    columns: Pairs = ()
