"""A product cell that names the link too: "轻钛随手杯/3号链接" is a name and the number 3."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from app.core.words import Text, text
from app.exchange.sheet.understood import SheetRead, SheetRow

_LINKED = (
    r"(?:(?:第|no\.?)?\s*(?P<a>\d{1,4})\s*(?:号|號)?\s*(?:商品)?"
    r"(?:链接|鏈接|连结|連結|小黄车|链(?=\s*$|[\s)）\]】/／]))"
    r"|(?:链接|鏈接|连结|連結|小黄车|link)\s*(?:no\.?|号|#)?\s*[:：]?\s*(?P<b>\d{1,4})\s*(?:号|號)?)"
)
_HASHED = r"(?:[#＃]\s*(?P<d>\d{1,4})|(?P<e>\d{1,4})\s*[#＃])"
_NUMBERED = rf"(?:(?P<c>\d{{1,4}})\s*(?:号|號)|{_HASHED})"
_GAP = r"[\s/／|｜,，:：+\-—_·]"


def _pattern(form: str) -> re.Pattern[str]:
    return re.compile(form, re.IGNORECASE)


def _set_apart(token: str) -> tuple[re.Pattern[str], ...]:
    """Return the forms with a link in brackets or behind a stroke."""
    return (
        _pattern(rf"(?P<name>.*\S)\s*[(（\[【]\s*{token}\s*[)）\]】]"),
        _pattern(rf"[(（\[【]\s*{token}\s*[)）\]】]\s*(?P<name>\S.*)"),
        _pattern(rf"(?P<name>.*\S)\s*[/／|｜]\s*{token}"),
        _pattern(rf"{token}\s*[/／|｜]\s*(?P<name>\S.*)"),
    )


_ALONE = tuple(
    _pattern(rf"[(（\[【]?\s*{token}\s*[)）\]】]?")
    for token in (_LINKED, _NUMBERED, r"(?P<c>\d{1,3})")
)
_SURELY = (
    *_set_apart(_LINKED),
    _pattern(rf"(?P<name>.*\S){_GAP}+{_LINKED}"),
    _pattern(rf"(?P<name>.*[^\d\s]){_LINKED}"),
    _pattern(rf"{_LINKED}{_GAP}*(?P<name>\S.*)"),
)
_BEFORE = _pattern(rf"{_NUMBERED}{_GAP}+(?P<name>\S.*)")
_WITH_HEADING = (*_set_apart(_NUMBERED), _pattern(rf"(?P<name>.*\S)\s+{_NUMBERED}"), _BEFORE)
_DOUBTED = (*_set_apart(_NUMBERED), _pattern(rf"(?P<name>.*\S)\s+{_HASHED}"), _BEFORE)
_SAYS_LINK = ("链接", "鏈接", "连结", "連結", "小黄车", "购物车", "link", "cart")


@dataclass(frozen=True, slots=True)
class Named:
    """The products of a cell, a name ("" where only a link is said) and a link ("") each."""

    goods: tuple[tuple[str, str], ...]
    why: Text | None = None

    @property
    def linked(self) -> bool:
        """Whether the cell says a link of any."""
        return any(link for _, link in self.goods)

    @property
    def names(self) -> str:
        """Return the names, one a line."""
        return "\n".join(name for name, _ in self.goods)

    @property
    def links(self) -> str:
        """Return the links, one a line, in the order of the names."""
        return "\n".join(link for _, link in self.goods)


def names_and_links(said: str, heading: str = "") -> Named:
    """Return the products a cell names; a `heading` of links makes "随手杯 3号" a name and a link.

    Where the heading says nothing of links, "随手杯 3#" is split with a doubt, "口红 3号" is not.
    """
    says_link = any(word in heading.lower() for word in _SAYS_LINK)
    goods: list[tuple[str, str]] = []
    why = None
    for piece in _pieces(said):
        name, link, unsure = _split(piece, says_link=says_link)
        goods.append((name, link))
        if unsure:
            why = text("the number may be a part of the name")
    return Named(tuple(goods), why)


def link_number(said: str) -> str:
    """Return the number of a link cell, "3" of "3号链接"; other words as they stand."""
    found = _alone(said.strip())
    return said if found is None else _number(found)


def goods_of(row: SheetRow) -> tuple[tuple[str, str], ...]:
    """Return the name and the link of each product of a row; "" where one is not said."""
    names = [name.strip() for name in row.product.replace("、", "\n").split("\n")]
    links = row.said("link").split("\n")
    if len(links) == len(names):
        pairs = zip(names, links, strict=True)
    else:
        pairs = zip(names, [links[0] if len(links) == 1 else ""] * len(names), strict=True)
    only_link = bool(row.product_said)
    return tuple((name, link) for name, link in pairs if name or (link and only_link))


def name_of_link(link: str) -> str:
    """Return what a product is called that is known by its link alone."""
    return text("Link {number}", number=link).say()


def product_names(found: SheetRead) -> tuple[str, ...]:
    """Return each product that the product tables and the rows name, once, case and blanks apart."""
    by_link = {link: p.name for p in found.products if (link := dict(p.fields).get("link"))}
    names = [p.name for p in found.products]
    for row in found.rows:
        for name, link in goods_of(row):
            if name and link:
                by_link.setdefault(link, name)
            names.append(name or by_link.get(link) or name_of_link(link))
    first = {"".join(name.split()).casefold(): name for name in reversed(names) if name.strip()}
    return tuple(reversed(first.values()))


def _pieces(said: str) -> list[str]:
    lines = said.replace("、", "\n").splitlines()
    return [line.strip() for line in lines if line.strip()]


def _alone(said: str) -> re.Match[str] | None:
    return next((found for form in _ALONE if (found := form.fullmatch(said)) is not None), None)


def _split(piece: str, *, says_link: bool) -> tuple[str, str, bool]:
    alone = _alone(piece)
    if alone is not None:
        return "", _number(alone), False
    sure = (*_SURELY, *_WITH_HEADING) if says_link else _SURELY
    for pattern in (*sure, *_DOUBTED):
        found = pattern.fullmatch(piece)
        if found is not None:
            name = found["name"].strip(" \t/／|｜,，:：+-—_·\u3000")
            return name or piece, _number(found), pattern not in sure
    return piece, "", False


def _number(found: re.Match[str]) -> str:
    groups = found.groupdict()
    digits = next(value for name, value in groups.items() if name != "name" and value)
    return str(int(unicodedata.normalize("NFKC", digits)))
