"""Days as people type them in a field of their own."""

from __future__ import annotations

from datetime import date

from app.core.errors import Refused
from app.core.words import text


def read_day(said: str) -> date | None:
    """Return a day, None for none; raises Refused."""
    plain = said.strip().translate(str.maketrans("年月/.", "----", "日"))
    if not plain:
        return None
    try:
        year, month, day = (int(part) for part in plain.split("-"))
        return date(year, month, day)
    except ValueError:
        raise Refused(
            text("“{typed}” is not a date.", typed=said.strip()[:40]),
            text("Type year, month and day, such as 2026-11-22."),
        ) from None
