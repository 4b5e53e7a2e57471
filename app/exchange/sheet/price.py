"""What a price cell says: one price in hundredths, or none; each doubt with its reason."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from app.core.errors import Refused
from app.core.words import Text, text
from app.exchange.sheet.grid import Cell, Form, Held
from app.exchange.sheet.shown import says_nothing, shown
from app.show.money import MOST, read_money

_AMOUNT = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_AMOUNTS = re.compile(_AMOUNT)
_SIGNS = re.compile(r"人民币|rmb|cny|usd|us\$|hk\$|nt\$|[¥￥$€£元圆塊块]钱?")
_LABEL = re.compile(
    r"^(?:直播间|直播間|日常|市场|市場|专柜|門市|原|直播|到手|券后|券後|活动|活動|秒杀|秒殺|福利|优惠|優惠|售|现|現|"
    r"单|單|价|價|仅|僅|只要|list|live|sale|price|now|was|only)+(?:价|價|格|price)?[:：]?"
)
_SEVERAL = re.compile(
    r"(?:[2-9]|\d\d+|[二两兩三四五六七八九十])(?:件|盒|瓶|套|支|片|包|只|个|個|袋|罐|条|條|pcs|pack)"
)
_SIGNED = re.compile(rf"[¥￥$€£]({_AMOUNT})|({_AMOUNT})[元圆塊块]")
_PER = re.compile(r"/\s*[^\d/]{1,4}$|每[^\d]{1,3}$|(?<=\d)一[\u4e00-\u9fff]$")
_FROM = re.compile(r"起|以上|from|\+$|up$")
_ABOUT = re.compile(r"约|約|左右|大概|about|approx|~(?=\d+\D*$)")
_WAN = re.compile(r"^(\d+(?:\.\d+)?)[万萬w]$")
_JIAO = re.compile(r"^\d+块\d$")
_FREE = ("免费", "免費", "free", "赠送", "贈送")


@dataclass(frozen=True, slots=True)
class Price:
    """A price in hundredths, None where it is not known, and why it is doubtful."""

    cents: int | None
    why: Text | None = None


def read_price(cell: Cell | None) -> Price:
    """Return the price of a cell: "¥199", "199/件" and 199.0 are one, "99-129" is doubtful."""
    if cell is None:
        return Price(None)
    if cell.held is Held.ERROR:
        return Price(None, cell.why)
    if cell.held is Held.NUMBER:
        return _of_number(cell)
    said = unicodedata.normalize("NFKC", shown(cell)).strip().lower()
    if says_nothing(said):
        return Price(None)
    return _of_words(re.sub(r"\s+", "", said))


def _of_number(cell: Cell) -> Price:
    if cell.form is not Form.PLAIN:
        return Price(None, text("a time, a date or a share, and no price"))
    if cell.number < 0:
        return Price(None, text("a price below zero"))
    if cell.number * 100 > MOST:
        return Price(None, text("more than a price can be"))
    cents = round(cell.number * 100)
    if abs(cents - cell.number * 100) > 0.011:
        return Price(cents, text("rounded to whole hundredths"))
    return Price(cents)


def _of_words(said: str) -> Price:
    if said in _FREE:
        return Price(0)
    if _JIAO.match(said):
        return Price(read_money(said))
    if said.startswith(("-", "−")):
        return Price(None, text("a price below zero"))
    from_here, about = bool(_FROM.search(said)), bool(_ABOUT.search(said))
    several = _SEVERAL.search(said)
    bare = _LABEL.sub("", _SEVERAL.sub("", said))
    bare = _ABOUT.sub("", _FROM.sub("", _PER.sub("", bare)))
    bare = _PER.sub("", _SIGNS.sub("", bare)).strip("()。.;；,，/")
    if wan := _WAN.match(bare):
        bare = f"{float(wan[1]) * 10_000:.2f}"
    amounts = _AMOUNTS.findall(bare)
    if not amounts:
        return Price(None, text("no number is in it"))
    if re.fullmatch(_AMOUNT, bare):
        found = _amount(amounts[0])
        if found.cents is not None and several:
            return Price(found.cents, text("a price for several, not for one"))
        if found.cents is not None and from_here:
            return Price(found.cents, text("“from”: the lowest of several prices"))
        if found.cents is not None and about:
            return Price(found.cents, text("“about”: not an exact price"))
        return found
    first = _amount(amounts[0])
    signed = [a or b for a, b in _SIGNED.findall(said)]
    if len(amounts) > 1 and len(signed) == 1:
        why = text("more than one number; the one with the currency was taken")
        return Price(_amount(signed[0]).cents, why)
    if len(amounts) > 1:
        return Price(first.cents, text("more than one number; the first was taken"))
    return Price(first.cents, first.why or text("other words stand beside the number"))


def _amount(said: str) -> Price:
    whole, _, decimals = said.replace(",", "").partition(".")
    if len(whole) > 15:
        return Price(None, text("more than a price can be"))
    try:
        cents = read_money(f"{whole}.{decimals[:2]}" if decimals else whole)
    except Refused:
        return Price(None, text("more than a price can be"))
    if decimals[2:].strip("0"):
        return Price(cents, text("rounded to whole hundredths"))
    return Price(cents)
