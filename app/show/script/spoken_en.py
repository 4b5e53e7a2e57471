"""Numbers, prices, times and dates as they are said in English, each word by itself."""

from __future__ import annotations

ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = [".", ".", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
UNITS = {
    "CNY": "yuan",
    "USD": "dollars",
    "EUR": "euros",
    "GBP": "pounds",
    "HKD": "Hong Kong dollars",
    "TWD": "Taiwan dollars",
    "JPY": "yen",
}
TO, PER, TIMES, PLUS, AND, LESS = "to", "per", "by", "plus", "and", " minus "
MINUS_SIGN, BELOW = "minus", "minus"
_FRACTIONS = {
    (1, 2): "one half",
    (1, 3): "one third",
    (1, 4): "one quarter",
    (3, 4): "three quarters",
}


def integer(value: int) -> str:
    """Return a whole number from 0 up: 129 → one hundred twenty nine."""
    if value < 20:
        return ONES[value]
    if value < 100:
        ten, one = divmod(value, 10)
        return TENS[ten] + (f" {ONES[one]}" if one else "")
    for unit, name in (
        (10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (10**3, "thousand"), (100, "hundred"),
    ):  # fmt: skip
        if value >= unit:
            part, rest = divmod(value, unit)
            return f"{integer(part)} {name}" + (f" {integer(rest)}" if rest else "")
    raise AssertionError(value)


def number(written: str) -> str:
    """Return a number as written: 1,299 → one thousand two hundred ninety nine; 0.5 → zero point five."""
    whole, _, rest = written.replace(",", "").partition(".")
    said = integer(int(whole or 0))
    return f"{said} point {digits(rest)}" if rest else said


def digits(written: str) -> str:
    """Return each digit by itself: 400 → four zero zero."""
    return " ".join(ONES[int(d)] for d in written if d.isdecimal())


def price(written: str, currency: str) -> str:
    """Return a price: $19.90 → nineteen ninety; $129 → one hundred twenty nine dollars."""
    whole, _, rest = written.replace(",", "").partition(".")
    unit = UNITS.get(currency, "")
    cents = int(rest[:2].ljust(2, "0")) if rest else 0
    if not cents:
        return f"{integer(int(whole or 0))} {unit}".strip()
    if currency in ("CNY", "TWD", "JPY", "HKD"):
        return f"{number(written.rstrip('0'))} {unit}"
    if int(whole or 0) == 0:
        return f"{integer(cents)} {'pence' if currency == 'GBP' else 'cents'}"
    small = f"oh {ONES[cents]}" if cents < 10 else integer(cents)
    middle = f" {unit}" if int(whole) >= 100 else ""
    return f"{integer(int(whole))}{middle} {small}"


def time(hour: int, minute: int, second: int | None) -> str:
    """Return a time of day: 20:30 → twenty thirty; 8:05 → eight oh five; 8:00 → eight o'clock."""
    if not minute and not second:
        return f"{integer(hour)} o'clock"
    said = f"{integer(hour)} {f'oh {ONES[minute]}' if minute < 10 else integer(minute)}"
    return f"{said} and {integer(second)} seconds" if second else said


def date(year_written: str, month: int, day: int) -> str:
    """Return a date: 2026-11-22 → November twenty second twenty twenty six."""
    return f"{MONTHS[month - 1]} {ordinal(day)} {year(year_written)}"


def percent(written: str) -> str:
    """Return a share: 50 → fifty percent."""
    return f"{number(written)} percent"


def fraction(over: int, under: int) -> str:
    """Return a fraction: 1/2 → one half; others as "five over six"."""
    return _FRACTIONS.get((over, under), f"{integer(over)} over {integer(under)}")


def ratio(left: str, right: str) -> str:
    """Return a ratio: 16:9 → sixteen to nine."""
    return f"{number(left)} to {number(right)}"


def ordinal(value: int) -> str:
    """Return a place in an order: 22 → twenty second."""
    said = integer(value)
    head, _, last = said.rpartition(" ")
    irregular = {
        "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
        "nine": "ninth", "twelve": "twelfth",
    }  # fmt: skip
    tail = irregular.get(last) or (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")
    return f"{head} {tail}".strip()


def year(written: str) -> str:
    """Return a year: 2026 → twenty twenty six; 2005 → two thousand five; 1900 → nineteen hundred."""
    value = int(written)
    century, rest = divmod(value, 100)
    if century % 10 == 0 and rest < 10:
        return integer(value)
    if rest == 0:
        return f"{integer(century)} hundred"
    return f"{integer(century)} {f'oh {ONES[rest]}' if rest < 10 else integer(rest)}"
