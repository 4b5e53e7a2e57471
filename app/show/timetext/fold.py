"""One spelling for every way to type a time: widths, dashes, quotes, spaces, traditional characters."""

from __future__ import annotations

import unicodedata

from app.core.words import Text

NUMERALS = "零一二三四五六七八九十百千两"
_BRACKETS = {"(": ")", "[": "]", "【": "】", "「": "」", "《": "》"}


class Unclear(Exception):
    """The text cannot be read as one time: why, and its ends in ms where it is a range of lengths."""

    def __init__(self, reason: Text, low: int | None = None, high: int | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.low = low
        self.high = high


def _spellings() -> dict[int, str]:
    same = {
        "-": "‐‑‒–—―−ｰー─━﹣﹘⁃→",
        "~": "〜∼˜⁓∽",
        ":": "﹕∶︰꞉ː",
        "'": "′’‘ʹʼ´`‛",
        '"': "″”“ʺ〃„‟",
        ".": "。｡．",
        "零": "〇○",
    }
    table = {ord(old): new for new, olds in same.items() for old in olds}
    pairs = (
        "時时 鐘钟 鍾钟 點点 兩两 俩两 個个 後后 開开 約约 從从 號号 間间 裡里 裏里 過过 內内 週周 準准 "
        "場场 結结 東东 區区 壹一 贰二 貳二 叁三 參三 肆四 伍五 陆六 陸六 柒七 捌八 玖九 拾十 佰百 仟千"
    )
    table |= {ord(pair[0]): pair[1] for pair in pairs.split()}
    table |= {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    table |= {ord("½"): " 1/2", ord("¼"): " 1/4", ord("¾"): " 3/4"}
    wide_capitals = {code: chr(code - 0xFEE0 + 32) for code in range(0xFF21, 0xFF3B)}
    return table | wide_capitals | {code: chr(code + 32) for code in range(ord("A"), ord("Z") + 1)}


_SPELLINGS = _spellings()


def fold(typed: str) -> str:
    """Return `typed` in one spelling; folding twice changes nothing more."""
    said = "".join(c for c in typed if unicodedata.category(c) != "Cf").translate(_SPELLINGS)
    while (shorter := _step(said)) != said:
        said = shorter
    return said


def _step(said: str) -> str:
    said = " ".join(said.split())
    for double, single in (("''", '"'), ("->", "-"), ("--", "-"), ("~~", "~")):
        said = said.replace(double, single)
    said = _closed_up(said).rstrip(".").strip()
    inside = said[1:-1]
    if len(said) > 1 and _BRACKETS.get(said[0]) == said[-1] and said[0] not in inside:
        return inside
    return said


def _closed_up(said: str) -> str:
    """Return `said` without the spaces that only lay Chinese characters out: 分 钟 is 分钟."""
    kept = []
    for at, char in enumerate(said):
        if char == " " and 0 < at < len(said) - 1:
            before, after = said[at - 1], said[at + 1]
            chinese = "\u4e00" <= before <= "\u9fff" and "\u4e00" <= after <= "\u9fff"
            # 二十 五分 may be 25 or two numbers: numerals stay apart.
            if chinese and not (before in NUMERALS and after in NUMERALS):
                continue
        kept.append(char)
    return "".join(kept)
