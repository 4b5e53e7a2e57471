"""Numbers as people type them in a cell, kept as canonical decimal text."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from unicodedata import normalize

from app.core.errors import Refused
from app.core.words import text


def number_typed(typed: str) -> str:
    """Return `typed` (full-width digits and commas understood) as plain decimal text; or Refused."""
    try:
        value = Decimal(normalize("NFKC", typed).strip().replace(",", ""))
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite() or abs(value.adjusted()) > 15:
        raise Refused(
            text("“{typed}” is not a number.", typed=typed[:40]), text("Type digits, such as 12.5.")
        )
    return format(value.normalize(), "f")
