"""What a workbook's number formats say about a number: a time, a date, a length of time, a share."""

from __future__ import annotations

import re

from app.exchange.sheet.grid import Form

# ECMA-376 part 1, 18.8.30, with the ids that Chinese and Japanese versions reserve.
_DATES = frozenset({14, 15, 16, 17, *range(27, 32), 36, *range(50, 55), 57, 58})
_TIMES = frozenset({18, 19, 20, 21, 32, 33, 34, 35, 55, 56})
_LENGTHS = frozenset({45, 46, 47})
_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.')
_COUNTS_ON = re.compile(r"\[(h+|m+|s+)\]")
_BRACKETS = re.compile(r"\[[^\]]*\]")


def builtin(format_id: int) -> Form | None:
    """Return what the format with this reserved id shows; None where a code must say it."""
    if format_id in _DATES:
        return Form.DATE
    if format_id in _TIMES:
        return Form.TIME
    if format_id in _LENGTHS:
        return Form.LENGTH
    if format_id == 22:
        return Form.MOMENT
    if format_id in (9, 10):
        return Form.PERCENT
    return Form.PLAIN if format_id < 164 else None


def of_code(code: str) -> Form:
    """Return what a format code shows: "h:mm" a time, "[h]:mm" and "mm:ss" a length, "0%" a share."""
    first = code.split(";")[0].lower()
    bare = _QUOTED.sub("", first)
    if _COUNTS_ON.search(bare):
        return Form.LENGTH
    bare = _BRACKETS.sub("", bare).replace("general", "").replace("am/pm", "").replace("a/p", "")
    clock = "h" in bare or "s" in bare
    day = "y" in bare or "d" in bare
    if clock and day:
        return Form.MOMENT
    if "h" in bare:
        return Form.TIME
    if clock:
        return Form.LENGTH
    if day or "m" in bare:
        return Form.DATE
    return Form.PERCENT if "%" in bare else Form.PLAIN
