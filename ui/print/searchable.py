"""Makes the Chinese of Qt's PDFs searchable: its text maps name radicals where characters are meant.

A CJK font draws 用 (U+7528) and the Kangxi radical ⽤ (U+2F64) by one glyph. Qt writes the lower of the
two into the table by which a reader copies and searches (seen in PySide6 6.12), so nobody finds 通用.
"""

from __future__ import annotations

import re
import unicodedata

# Radicals of the supplement block that are whole characters; Unicode gives them no decomposition.
_SUPPLEMENT = dict(
    zip(
        "⺒⺟⺠⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
        "巳母民西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
        strict=True,
    )
)
_MAP = re.compile(rb"begincmap.*?endcmap", re.DOTALL)
_CODE = re.compile(rb"<(2[EFef][0-9A-Fa-f]{2})>")


def searchable(pdf: bytes) -> bytes:
    """Return `pdf` with every text map naming characters; nothing moves, so offsets stay true."""
    return _MAP.sub(_mended, pdf)


def character(radical: str) -> str:
    """Return the character that a radical stands for, or the radical itself."""
    return _SUPPLEMENT.get(radical) or unicodedata.normalize("NFKC", radical)


def _mended(text_map: re.Match[bytes]) -> bytes:
    return _CODE.sub(_named, text_map[0])


def _named(code: re.Match[bytes]) -> bytes:
    found = character(chr(int(code[1], 16)))
    return b"<%04X>" % ord(found) if len(found) == 1 and ord(found) <= 0xFFFF else code[0]
