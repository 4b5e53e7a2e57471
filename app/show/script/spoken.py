"""Words as they are spoken, and how many: Chinese characters and English words.

Figures, prices, times, units and short capitals are read as a host reads them: 129 → 一百二十九,
¥19.9 → 十九块九, 50% → 百分之五十, 3-2-1 → 三二一, 20:30 → 二十点三十分, iPhone 15 Pro → iPhone 十五 Pro.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from types import ModuleType
from typing import Any, cast

from app.core.words import Language
from app.show.script import spoken_en, spoken_zh
from app.show.script.reading_data import Figure, Unit, reading_data

HAN = r"\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003134f"
_N = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_SIGN = {"¥": "CNY", "$": "USD", "€": "EUR", "£": "GBP", "HK$": "HKD", "NT$": "TWD", "JP¥": "JPY",
         "US$": "USD", "RMB": "CNY", "CNY": "CNY", "USD": "USD", "EUR": "EUR", "GBP": "GBP"}  # fmt: skip
_SPELT = 5  # capitals up to this many are spelt
_DASH = r"\s?[-–—~～−]\s?"
_BRACED = re.compile(r"\{[^{}]*\}")
_HAN_RUN = re.compile(f"[{HAN}]+")
_LATIN = re.compile(r"[A-Za-z]{2,}")
_FULL = str.maketrans("０１２３４５６７８９：．％￥＄－／＋", "0123456789:.%¥$-/+")


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words as they are said; `zh` Chinese characters and spelt letters, `en` English words."""

    said: str
    zh: int
    en: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of one kind inside a text, by its place there, and how it is said."""

    start: int
    end: int
    said: str
    zh: int
    en: int


def language_of(words: str, otherwise: Language = "en") -> Language:
    """Return the language most of `words` is in, tokens left out; `otherwise` where there are none.

    Figures are read in it.
    """
    plain = _BRACED.sub("", words) if "{" in words else words
    han, latin = sum(map(len, _HAN_RUN.findall(plain))), len(_LATIN.findall(plain))
    if not han and not latin:
        return otherwise
    return "zh" if han >= latin else "en"


@lru_cache(maxsize=8192)
def spoken(words: str, lang: Language) -> Spoken:
    """Return `words` as a host says them in `lang`, and how many Chinese and English words that is."""
    found = tuple(stretches(words, lang))
    said = [one.said for one in found if one.said]
    return Spoken(_joined(said), sum(one.zh for one in found), sum(one.en for one in found))


def stretches(words: str, lang: Language) -> Iterator[Stretch]:
    """Yield what is said of `words` in `lang` by place, in order; marks and blanks are left out."""
    figure_end = -1
    plain = _full_width(words)
    for match in _scanner().finditer(plain):
        kind = str(match.lastgroup)
        if kind in ("to", "per") and match.start() != figure_end:
            continue
        if kind not in ("han", "word", "to", "per", "sign"):
            figure_end = match.end()
        yield Stretch(match.start(), match.end(), *_said(kind, match, lang))


def _said(kind: str, match: re.Match[str], lang: Language) -> tuple[str, int, int]:
    if kind == "han":
        return match[0], len(match[0]), 0
    if kind == "word":
        return _word(match[0], lang)
    voice = spoken_zh if lang == "zh" else spoken_en
    return _counted(_figure(kind, match, voice, lang), lang)


def _figure(kind: str, match: re.Match[str], voice: ModuleType, lang: Language) -> str:
    """Return how one figure is read; `voice` is the module of the language."""
    say = cast(Any, voice)
    found = match[0]
    match kind:
        case "name":
            return str(getattr(_figures()[found], lang))
        case "to":
            return str(say.TO)
        case "per" | "each":
            return str(say.PER)
        case "less":  # 满199-10: ten off from 199
            return f"{say.number(match['whole'])}{say.LESS}{say.number(match['taken'])}"
        case "sign":
            return str({"+": say.PLUS, "&": say.AND, "×": say.TIMES}[found.strip()])
        case "date":
            year, month, day = re.findall(r"\d+", found)
            return str(say.date(year, int(month), int(day)))
        case "time":
            hour, minute, *second = (int(x) for x in found.split(":"))
            return str(say.time(hour, minute, second[0] if second else None))
        case "ratio":
            return str(say.ratio(*found.split(":")))
        case "price" | "yuan":
            return _price(match, say, kind)
        case "percent":
            return _signed(found, say) + str(say.percent(re.findall(_N, found)[0]))
        case "fraction":
            over, under = (int(x) for x in found.split("/"))
            return str(say.fraction(over, under))
        case "ordinal":
            return str(say.ordinal(int(re.findall(r"\d+", found)[0])))
        case "year":
            return str(say.year(found))
        case "count" | "phone" | "off" | "lines" | "long":
            return str(say.digits(found))
        case _:
            return _number(match, say, lang)


def _price(match: re.Match[str], say: Any, kind: str) -> str:
    if kind == "yuan":
        return str(say.price(match["amount"], "CNY"))
    written, currency = match["cost"], _SIGN[match["currency"]]
    if many := match["many"]:
        unit = str(say.UNITS[currency])
        return f"{say.number(written)} {_many(many, say)} {unit}"
    return str(say.price(written, currency))


def _many(mark: str, say: Any) -> str:
    zh = say is spoken_zh
    return {"万": "万" if zh else "ten thousand", "亿": "亿" if zh else "hundred million"}.get(
        mark, "千" if zh else "thousand"
    )


def _number(match: re.Match[str], say: Any, lang: Language) -> str:
    unit = _units().get(match["unit"] or "")
    minus = ""
    if match["minus"]:
        minus = str(say.BELOW if unit is not None and "度" in unit.zh else say.MINUS_SIGN) + " "
    value = match["value"]
    dated = lang == "en" and unit is None and re.fullmatch(r"(?:19|20)\d\d", value)
    figure = str(say.year(value) if dated else say.number(value))
    return minus + figure + (" " + getattr(unit, lang) if unit is not None else "")


def _signed(found: str, say: Any) -> str:
    return f"{say.MINUS_SIGN} " if found[0] in "-−" else ""


def _word(word: str, lang: Language) -> tuple[str, int, int]:
    letters = len(word)
    one = letters == 1 and (lang == "zh" or word not in "aAIO")
    short = 1 < letters <= _SPELT and word.isupper() and word.isascii()
    if not one and (not short or word in reading_data().read_as_words):
        return word, 0, 1
    spelt = " ".join(word)
    return (spelt, letters, 0) if lang == "zh" else (spelt, 0, -(-letters // 2))


def _counted(said: str, lang: Language) -> tuple[str, int, int]:
    words = re.findall(r"[A-Za-z']+", said)
    letters = sum(len(w) == 1 for w in words) if lang == "zh" else 0
    return said, len(re.findall(f"[{HAN}]", said)) + letters, len(words) - letters


def _joined(said: list[str]) -> str:
    """Return pieces set side by side, with a blank wherever letters stand."""
    joined = " ".join(" ".join(said).split())
    return re.sub(f"(?<=[{HAN}]) (?=[{HAN}])", "", joined)


def _full_width(words: str) -> str:
    return words.translate(_FULL)


@cache
def _units() -> dict[str, Unit]:
    return {w: u for u in reading_data().unit for w in u.written}


@cache
def _figures() -> dict[str, Figure]:
    return {f.written: f for f in reading_data().figure}


@cache
def _scanner() -> re.Pattern[str]:
    """Return one pattern whose named groups are tried in this order."""
    names = "|".join(re.escape(f) for f in sorted(_figures(), key=len, reverse=True))
    units = "|".join(re.escape(u) for u in sorted(_units(), key=len, reverse=True))
    currency = "|".join(re.escape(s) for s in sorted(_SIGN, key=len, reverse=True))
    groups = {
        "han": f"[{HAN}]+",
        "name": rf"(?<![\d.])(?:{names})(?![\d.])",
        "count": r"(?<![\d.\-])\d(?:-\d){2,}(?![\d\-])",
        "date": r"(?<!\d)(?:19|20)\d{2}(?P<mark>[-/.])(?:1[0-2]|0?[1-9])(?P=mark)"
        r"(?:3[01]|[12]\d|0?[1-9])(?!\d)",
        "phone": r"(?<![\d.])(?:1[3-9]\d{9}|1[3-9]\d-\d{4}-\d{4}|[48]00-?\d{3}-?\d{4}"
        r"|0\d{2,3}-\d{7,8}|\d{3,4}-\d{3,4}-\d{4})(?!\d)",
        "time": r"(?<![\d:])(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\d:])",
        "ratio": r"(?<![\d:])\d+(?:\.\d+)?:\d+(?:\.\d+)?(?![\d:])",
        "price": rf"(?P<currency>{currency})\s?(?P<cost>{_N})(?:\s?(?P<many>[万亿kK])(?![A-Za-z]))?[元块]?",
        "yuan": r"(?<![\d.])(?P<amount>\d+\.\d{1,2})\s?(?:元|块钱|块)(?!\d)",
        "percent": rf"(?:(?<![\d{HAN}A-Za-z%])[-−])?{_N}\s?%",
        "fraction": r"(?<![\d/.])\d{1,3}/\d{1,3}(?![\d/.])",
        "ordinal": r"(?<![A-Za-z\d])\d+(?:st|nd|rd|th)(?![A-Za-z])",
        "off": r"(?<![\d.])(?:\d\.\d|[1-9]{2})(?=\s?折)",
        "lines": r"(?<!\d)\d{3,4}(?=[pPiI](?![A-Za-z]))",
        "year": r"(?<![\d.,])(?:1[0-9]|2[0-9])\d{2}(?=\s?年)(?!\s?年间)",
        "long": r"(?<![\d.,])(?:0\d+|\d{8,}(?<!0000))(?![\d.,]\d|\.\d)",
        "less": rf"(?<=满)(?P<whole>{_N})[-−](?P<taken>{_N})",
        "number": rf"(?P<minus>(?<![\d{HAN}A-Za-z%)])[-−])?(?P<value>{_N})"
        rf"(?:\s?(?P<unit>{units})(?![A-Za-z]))?",
        "to": rf"{_DASH}(?=[\d¥$€£])",
        "each": r"(?<=[元块])/",
        "per": r"\s?/\s?",
        "sign": r"\s?[+&×]\s?",
        "word": rf"[^\W\d_{HAN}]+(?:['’][^\W\d_{HAN}]+)*",
    }
    return re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in groups.items()))
