"""The words times are typed with, and how a folded text falls apart into them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto
from fractions import Fraction

from app.core.words import text
from app.show.timetext.fold import NUMERALS, Unclear

MS = Fraction(1)
SECOND = Fraction(1_000)
MINUTE = Fraction(60_000)
QUARTER = Fraction(900_000)
HOUR = Fraction(3_600_000)
MOST_DIGITS = 9
CLIP = 24  # characters of what was typed that a reason repeats


class Kind(Enum):
    """What a word does in a time."""

    NUMBER = auto()
    UNIT = auto()
    OCLOCK = auto()  # 点, 时
    COLON = auto()
    SLASH = auto()
    PART = auto()  # of the day: 晚上, pm
    TO = auto()
    HALF = auto()
    PIECE = auto()  # 个
    BELL = auto()  # 钟: an hour after 个, nothing after 点
    SHARP = auto()  # 整
    LACKING = auto()  # 差
    PAST = auto()  # 过
    NEXT_DAY = auto()
    DATE = auto()
    ABOUT = auto()
    WITHIN = auto()
    ORDINAL = auto()  # 第
    SINCE = auto()  # T, 开播后: counted from the beginning
    PLUS = auto()
    FROM = auto()
    AND = auto()
    ARTICLE = auto()
    SAID = auto()  # 开播: what happens then
    OR = auto()
    ZONE = auto()
    OPEN = auto()  # 以上, 之前: one end only


class Part(Enum):
    """A part of the day, as people name it before or after an hour."""

    DAWN = auto()
    MORNING = auto()
    FORENOON = auto()
    NOON = auto()
    AFTERNOON = auto()
    DUSK = auto()
    EVENING = auto()
    NIGHT = auto()
    AM = auto()
    PM = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """One word: what it does, how it was typed (folded), its number, unit in ms or part of the day."""

    kind: Kind
    said: str
    value: Fraction = Fraction(0)
    part: Part | None = None


_UNITS = {
    HOUR: "小时 钟头 h hr hrs hour hours",
    QUARTER: "刻 刻钟",
    MINUTE: "分 分钟 m min mins minute minutes min. mins. '",
    SECOND: '秒 秒钟 s sec secs second seconds sec. "',
    MS: "毫秒 ms",
}
_PARTS = {
    Part.DAWN: "凌晨",
    Part.MORNING: "早 早上 早晨 清晨 清早 早间 今早",
    Part.FORENOON: "上午",
    Part.NOON: "中午 正午 午间 noon",
    Part.AFTERNOON: "下午 午后",
    Part.DUSK: "傍晚",
    Part.EVENING: "晚 晚上 晚间 夜晚 今晚 当晚 tonight",
    Part.NIGHT: "深夜 半夜 午夜 夜里 夜间 midnight",
    Part.AM: "am a.m a.m.",
    Part.PM: "pm p.m p.m.",
}
_OTHERS = {
    Kind.OCLOCK: "点 时 o'clock",
    Kind.COLON: ":",
    Kind.SLASH: "/",
    Kind.TO: "- ~ 至 到 to till until",
    Kind.HALF: "半 half",
    Kind.PIECE: "个",
    Kind.BELL: "钟",
    Kind.SHARP: "整 正 准 准时 sharp",
    Kind.LACKING: "差",
    Kind.PAST: "过",
    Kind.NEXT_DAY: "次日 翌日 第二天 隔天 次晨",
    Kind.DATE: "今天 今日 明天 明日 后天 昨天 昨日 当天 当日 today tomorrow "
    + " ".join(f"{week}{day}" for week in ("周", "星期", "礼拜") for day in "一二三四五六日天"),
    Kind.ABOUT: "约 大约 大概 差不多 左右 上下 about around approx approx. circa ca.",
    Kind.WITHIN: "内 以内 之内 不超过 最多 within",
    Kind.ORDINAL: "第",
    Kind.SINCE: "t 开播后 开场后 开始后 开播第 开场第",
    Kind.PLUS: "+",
    Kind.FROM: "从 自 from at",
    Kind.AND: "and 又 加",
    Kind.ARTICLE: "a an",
    Kind.SAID: "开播 开始 开场 上播 开始直播 开播时间 直播",
    Kind.OR: "或 或者 还是 or 和 及 、 , ; |",
    Kind.ZONE: "z utc gmt cst est edt pst pdt bjt jst kst hkt cet cest bst ist "
    "北京时间 东八区 美东 美西 东京时间",
    Kind.OPEN: "以上 至少 超过 起 之前 以前 前 之后 以后 后 结束 下播 before after by",
}
_ENGLISH: tuple[str, ...] = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
_DATE = re.compile(
    r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}(?!\d)(?:[日号]|t(?=\d))?|\d{1,2}月\d{1,2}(?!\d)[日号]?",
    re.ASCII,
)
_DIGITS = re.compile(r"[0-9]+(?:\.[0-9]+)?")


def _lexicon() -> dict[str, tuple[Token, ...]]:
    known: dict[str, tuple[Token, ...]] = {}
    known |= {w: (Token(Kind.UNIT, w, ms),) for ms, ws in _UNITS.items() for w in ws.split()}
    known |= {w: (Token(Kind.PART, w, part=p),) for p, ws in _PARTS.items() for w in ws.split()}
    known |= {w: (Token(kind, w),) for kind, ws in _OTHERS.items() for w in ws.split()}
    known |= {w: (Token(Kind.NUMBER, w, Fraction(n)),) for n, w in enumerate(_ENGLISH)}
    known["next day"] = (Token(Kind.NEXT_DAY, "next day"),)
    for word, part in (("明早", Part.MORNING), ("明晚", Part.EVENING), ("昨晚", Part.EVENING)):
        known[word] = (Token(Kind.DATE, word), Token(Kind.PART, word, part=part))
    return known


_KNOWN = _lexicon()
_LONGEST = max(map(len, _KNOWN))


def tokens(folded: str) -> tuple[Token, ...]:
    """Return the words of a folded text; raises Unclear at the first that is none of a time's."""
    return tuple(_scan(folded))


def _scan(folded: str) -> Iterator[Token]:
    at = 0
    while at < len(folded):
        if folded[at] == " ":
            at += 1
        elif date := _DATE.match(folded, at):
            yield Token(Kind.DATE, date[0])
            at = date.end()
        elif number := _DIGITS.match(folded, at):
            yield _arabic(folded, number)
            at = number.end()
        elif folded[at] in NUMERALS:
            end = at
            while end < len(folded) and folded[end] in NUMERALS:
                end += 1
            joined = _DIGITS.match(folded, end) if folded[at:end] == "零" else None
            if joined:  # 1小时零5分
                yield replace(_arabic(folded, joined), said="零" + joined[0])
                end = joined.end()
            else:
                yield Token(Kind.NUMBER, folded[at:end], Fraction(_chinese(folded[at:end])))
            at = end
        elif tens := _english_tens(folded, at):
            yield tens
            at += len(tens.said)
        else:
            word = _word(folded, at)
            yield from _KNOWN[word]
            at += len(word)


def _word(folded: str, at: int) -> str:
    for size in range(min(_LONGEST, len(folded) - at), 0, -1):
        word = folded[at : at + size]
        if word in _KNOWN and not (
            _letter(word[-1:]) and _letter(folded[at + size : at + size + 1])
        ):
            return word
    end = at + 1
    if _letter(folded[at]):
        while end < len(folded) and _letter(folded[end]):
            end += 1
    raise Unclear(
        text(
            "“{seen}” is not understood in a time; type a length such as 5 min or 1 h 30 min, or a time "
            "of day such as 20:00",
            seen=clipped(folded[at:end]),
        )
    )


def _letter(char: str) -> bool:
    return char.isascii() and char.isalpha()


def _arabic(folded: str, number: re.Match[str]) -> Token:
    whole, _, decimals = number[0].partition(".")
    if len(whole) > MOST_DIGITS or len(decimals) > MOST_DIGITS:
        raise Unclear(
            text(
                "“{seen}” has too many digits for a time; type a shorter number",
                seen=clipped(number[0]),
            )
        )
    if folded[number.end() : number.end() + 1] == "," and folded[number.end() + 1 :][:1].isdigit():
        seen = clipped(folded[number.start() :])
        raise Unclear(
            text("The comma in “{seen}” may divide or list; type a point, as in 1.5 h", seen=seen)
        )
    return Token(Kind.NUMBER, number[0], Fraction(number[0]))


def _english_tens(folded: str, at: int) -> Token | None:
    """Return twenty or twenty-five at `at`, as one number."""
    word = next((w for w in _TENS if folded.startswith(w, at)), None)
    if word is None or _letter(folded[at + len(word) : at + len(word) + 1]):
        return None
    end = at + len(word)
    for ones, name in enumerate(_ENGLISH[1:10], start=1):
        for joint in "- ":
            if folded.startswith(joint + name, end):
                after = end + 1 + len(name)
                if not _letter(folded[after : after + 1]):
                    return Token(Kind.NUMBER, folded[at:after], Fraction(_TENS[word] + ones))
    return Token(Kind.NUMBER, word, Fraction(_TENS[word]))


_CHINESE_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"两": 2}
_CHINESE = re.compile(
    r"(?:(?P<thousands>[一二三四五六七八九两])千(?P<gap1>零?))?"
    r"(?:(?P<hundreds>[一二三四五六七八九两])百(?P<gap2>零?))?"
    r"(?:(?P<tens>[一二三四五六七八九]?)(?P<ten>十))?"
    r"(?P<ones>[一二三四五六七八九]?)"
)


def _chinese(said: str) -> int:
    """Return the number a run of Chinese numerals says; 一百二 and 三五 are refused."""
    if len(said) == 1 and said in _CHINESE_DIGITS:
        return _CHINESE_DIGITS[said]
    # 二零 is 20; 三五 would be "three to five".
    digits = all(char in _CHINESE_DIGITS and char != "两" for char in said)
    if digits and "零" in said and len(said) <= MOST_DIGITS:
        return int("".join(str(_CHINESE_DIGITS[char]) for char in said))
    found = _CHINESE.fullmatch(said)
    if found is None or _skips(found):
        raise Unclear(
            text(
                "The number “{seen}” can be read in two ways or none; type digits",
                seen=clipped(said),
            )
        )
    tens = _CHINESE_DIGITS.get(found["tens"] or "一", 1) * 10 if found["ten"] else 0
    thousands, hundreds, ones = (
        _CHINESE_DIGITS.get(found[name] or "零", 0) for name in ("thousands", "hundreds", "ones")
    )
    return thousands * 1000 + hundreds * 100 + tens + ones


def _skips(found: re.Match[str]) -> bool:
    """Return whether a place is skipped without its 零, or 零 stands where none is skipped."""
    lower = bool(found["ten"] or found["ones"])
    if found["hundreds"]:
        joined = bool(found["ones"]) and not found["ten"]
        return bool(found["gap1"]) or bool(found["gap2"]) != joined
    return bool(found["thousands"]) and bool(found["gap1"]) != lower


def clipped(said: str) -> str:
    """Return what was typed, short enough to repeat in a reason."""
    return said if len(said) <= CLIP else said[: CLIP - 1] + "…"
