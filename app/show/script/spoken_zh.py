"""Numbers, prices, times and dates as they are said in Chinese."""

from __future__ import annotations

DIGITS = "零一二三四五六七八九"
UNITS = {
    "CNY": "块",
    "USD": "美元",
    "EUR": "欧元",
    "GBP": "英镑",
    "HKD": "港币",
    "TWD": "新台币",
    "JPY": "日元",
}
TO, PER, TIMES, PLUS, AND, LESS = "到", "每", "乘", "加", "和", "减"
MINUS_SIGN, BELOW = "负", "零下"


def integer(value: int) -> str:
    """Return a whole number from 0 up: 105 → 一百零五, 12000 → 一万二千, 10 → 十."""
    if value == 0:
        return DIGITS[0]
    groups: list[str] = []
    gap = False  # a place was left out since the last digit that was said
    for unit, name in ((10**12, "万亿"), (10**8, "亿"), (10**4, "万"), (1, "")):
        part, value = divmod(value, unit)
        if not part:
            gap = bool(groups)
            continue
        if part >= 10_000:
            groups.append(integer(part) + name)
            continue
        leads = bool(groups) and (gap or part < 1000)
        groups.append((DIGITS[0] if leads else "") + _below_10000(part) + name)
        gap = False
    said = "".join(groups)
    return said[1:] if said.startswith("一十") else said


def number(written: str) -> str:
    """Return a number as written, "19.9" or "1,299": 十九点九, 一千二百九十九."""
    whole, _, rest = written.replace(",", "").partition(".")
    said = integer(int(whole or 0))
    return f"{said}点{digits(rest)}" if rest else said


def digits(written: str) -> str:
    """Return each digit by itself: 400 → 四零零."""
    return "".join(DIGITS[int(d)] for d in written if d.isdecimal())


def price(written: str, currency: str) -> str:
    """Return a price: 19.9 → 十九块九, 0.5 → 五毛, in dollars 十九点九美元."""
    whole, _, rest = written.replace(",", "").partition(".")
    yuan = int(whole or 0)
    if currency != "CNY":
        said = number(written.rstrip("0").rstrip(".") if rest else written)
        return said + UNITS.get(currency, "块")
    if len(rest) > 2:
        return number(written) + "块"
    jiao, fen = (int(d) for d in rest.ljust(2, "0"))
    said = f"{integer(yuan)}块" if yuan or not (jiao or fen) else ""
    if jiao:
        said += DIGITS[jiao] + ("毛" if fen or not yuan else "")
    if fen:
        said += (DIGITS[fen] + ("" if jiao else "分")) if jiao or not yuan else f"零{DIGITS[fen]}分"
    return said


def time(hour: int, minute: int, second: int | None) -> str:
    """Return a time of day: 20:30 → 二十点三十分, 20:05 → 二十点零五分, 20:00 → 二十点."""
    said = f"{integer(hour)}点"
    if minute or second:
        said += f"{'零' if 0 < minute < 10 else ''}{integer(minute)}分"
    if second:
        said += f"{'零' if second < 10 else ''}{integer(second)}秒"
    return said


def date(year: str, month: int, day: int) -> str:
    """Return a date: 2026-11-22 → 二零二六年十一月二十二日."""
    return f"{digits(year)}年{integer(month)}月{integer(day)}日"


def percent(written: str) -> str:
    """Return a share: 50 → 百分之五十."""
    return "百分之" + number(written)


def fraction(over: int, under: int) -> str:
    """Return a fraction: 1/2 → 二分之一."""
    return f"{integer(under)}分之{integer(over)}"


def ratio(left: str, right: str) -> str:
    """Return a ratio: 16:9 → 十六比九."""
    return f"{number(left)}比{number(right)}"


def ordinal(value: int) -> str:
    """Return a place in an order: 3 → 第三."""
    return "第" + integer(value)


def year(written: str) -> str:
    """Return a year: 2026 → 二零二六."""
    return digits(written)


def _below_10000(value: int) -> str:
    said, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, unit)
        if digit:
            said += (DIGITS[0] if gap and said else "") + DIGITS[digit] + name
            gap = False
        else:
            gap = bool(said)
    return said
