"""Prices as people type and read them; kept as whole hundredths."""

from __future__ import annotations

import re
import unicodedata

from app.core.errors import Refused
from app.core.words import text

SIGNS = {"CNY": "¥", "USD": "$", "EUR": "€", "GBP": "£", "HKD": "HK$", "TWD": "NT$", "JPY": "JP¥"}
MOST = 10**11  # a thousand million units; a number beyond is a slip of the hand

_UNKNOWN = {"", "-", "—", "–", "/", "无", "待定", "tbd", "n/a"}
_AMOUNT = re.compile(
    r"^(?:\D{0,4}?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?(?:元|块|rmb|cny|usd|eur|gbp)?$"
)
_KUAI = re.compile(r"^(\d+)块(\d)$")  # 19块9


def money_words(cents: int | None, currency: str = "CNY") -> str:
    """Return a price as it is shown, "¥19.9" or "¥129"; "" where it is not known."""
    if cents is None:
        return ""
    whole, rest = divmod(abs(cents), 100)
    tail = f".{rest:02d}".rstrip("0") if rest else ""
    return f"{'-' if cents < 0 else ''}{SIGNS.get(currency, currency + ' ')}{whole}{tail}"


def read_money(typed: str) -> int | None:
    """Return the hundredths that `typed` means, None for "not known"; raises Refused otherwise."""
    plain = unicodedata.normalize("NFKC", typed).replace("¥", "¥").strip().lower()
    plain = re.sub(r"\s+", "", plain)
    if plain in _UNKNOWN:
        return None
    if found := _KUAI.match(plain):
        return int(found[1]) * 100 + int(found[2]) * 10
    found = _AMOUNT.match(plain)
    if found is None or "-" in plain:
        raise Refused(
            text("“{typed}” is not one price.", typed=typed.strip()[:40]),
            text("Type a number such as 129 or 19.9, or leave it empty."),
        )
    cents = int(found[1].replace(",", "")) * 100 + int((found[2] or "").ljust(2, "0"))
    if cents > MOST:
        raise Refused(
            text("{typed} is more than a price can be.", typed=typed.strip()[:40]),
            text("Type a number such as 129 or 19.9, or leave it empty."),
        )
    return cents
