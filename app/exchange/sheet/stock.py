"""What a stock cell says: a count of pieces, or none; each doubt with its reason."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from app.core.words import Text, text
from app.exchange.sheet.grid import Cell, Form, Held
from app.exchange.sheet.shown import says_nothing, shown

STOCKED = ("stock", "reserve")
"""The fields whose cells count pieces."""
_MOST = 999_999_999
_BEFORE = (
    r"(?:现货|現貨|仅剩|僅剩|只剩|还剩|還剩|剩余|剩餘|剩下|剩|库存|庫存|限量|备货|備貨|预留|預留|共计|共|"
    r"余|only|left|stock|in stock|total)?"
)
_AFTER = (
    r"(?:件|套|个|個|只|隻|支|瓶|盒|包|袋|罐|条|條|双|雙|台|把|片|组|組|份|箱|本|张|張|块|對|对|单|單|"
    r"pcs|pc|pieces|piece|units|unit|sets|set)?(?:现货|現貨|库存|庫存|left|instock)?"
)
_AMOUNT = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_COUNT = re.compile(rf"{_BEFORE}[:]?({_AMOUNT})([万萬wk千]?){_AFTER}")
_ANY = re.compile(rf"({_AMOUNT})([万萬wk千]?)")
_TIMES = {"": 1, "k": 1_000, "千": 1_000, "w": 10_000, "万": 10_000, "萬": 10_000}


@dataclass(frozen=True, slots=True)
class Stock:
    """A count of pieces, None where it is not known, and why it is doubtful."""

    count: int | None
    why: Text | None = None


def read_stock(cell: Cell | None) -> Stock:
    """Return the count of a cell: "剩50件" and 50.0 are one, "剩X件" is doubtful."""
    if cell is None:
        return Stock(None)
    if cell.held is Held.ERROR:
        return Stock(None, cell.why)
    if cell.held is Held.NUMBER and cell.form is not Form.PLAIN:
        return Stock(None, text("a time, a date or a share, and no count"))
    said = unicodedata.normalize("NFKC", shown(cell)).strip().lower()
    if says_nothing(said):
        return Stock(None)
    if said.startswith(("-", "−")):
        return Stock(None, text("a count below zero"))
    bare = re.sub(r"\s+", "", said)
    whole = _COUNT.fullmatch(bare)
    if whole is not None:
        return _counted(whole[1], whole[2])
    found = _ANY.findall(bare)
    if not found or "%" in bare:
        return Stock(None, text("no number is in it"))
    first = _counted(*found[0])
    if first.why is not None:
        return first
    if len(found) > 1:
        return Stock(first.count, text("more than one number; the first was taken"))
    return Stock(first.count, text("other words stand beside the number"))


def _counted(amount: str, times: str) -> Stock:
    if len(amount) > 15:
        return Stock(None, text("more than a stock can be"))
    value = float(amount.replace(",", "")) * _TIMES[times]
    count = round(value)
    if abs(count - value) > 1e-6:
        return Stock(None, text("no whole number"))
    return Stock(count) if count <= _MOST else Stock(None, text("more than a stock can be"))
