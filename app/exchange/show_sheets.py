"""A show as pages to print or read in a browser: producer's sheet, host's cards, control, cues by role.

The pages are HTML without scripts or addresses. The printed ones keep to the tags and styles that
Qt's text documents know, so that `ui.print` can lay them out on paper.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from app.core import paths
from app.core.words import Language, Text, text
from app.exchange.show_table import cues_of, words_of
from app.show.cue_names import CUE_NAMES, OWNER_NAMES
from app.show.formats import kind_of
from app.show.money import money_words
from app.show.people import people_words
from app.show.product import Product
from app.show.show import CueKind, Owner, Part, Segment, Show
from app.show.timetext.understand import duration_words
from app.show.timing.schedule import Schedule

if TYPE_CHECKING:
    from jinja2 import Template

KEY_LETTERS = 36  # of a beat's words on the host's card


class Sheet(StrEnum):
    """The pages there are."""

    PAGE = "page"  # for a browser
    PRODUCER = "producer"
    HOST = "host"
    CONTROL = "control"
    CUES = "cues"


SHEETS: Mapping[Sheet, Text] = {
    Sheet.PAGE: text("Run of show"),
    Sheet.PRODUCER: text("Producer's sheet"),
    Sheet.HOST: text("Host's cards"),
    Sheet.CONTROL: text("Control sheet"),
    Sheet.CUES: text("Cue sheets by role"),
}
LANDSCAPE = frozenset((Sheet.PRODUCER, Sheet.CONTROL))
"""The sheets with many columns."""
_WORDS: Mapping[str, Text] = {
    "number": text("No."),
    "start": text("Start"),
    "duration": text("Duration"),
    "segment": text("Segment"),
    "kind": text("Kind"),
    "product": text("Products"),
    "price": text("Live price"),
    "list": text("List price"),
    "words": text("Host's words"),
    "cues": text("Cues"),
    "cue": text("Cue"),
    "what": text("What"),
    "repeat": text("Repeat"),
    "note": text("Notes"),
    "link": text("Link"),
    "coupon": text("Coupon"),
    "gift": text("Gift"),
    "stock": text("Stock"),
    "reserve": text("Reserve"),
    "mechanism": text("Mechanism"),
    "time": text("Time"),
    "points": text("Selling points"),
    "ends": text("Planned end"),
    "hard_out": text("Hard out"),
    "over": text("Over"),
    "people": text("People"),
    "theme": text("Theme"),
    "none": text("This show has no cues yet"),
}


@dataclass(frozen=True, slots=True)
class CueLine:
    """One cue on a role's sheet."""

    at: str
    number: int
    title: str
    kind: str
    what: str
    every: str


@dataclass(frozen=True, slots=True)
class Goods:
    """One product of a row, said."""

    name: str
    link: str
    price: str
    list: str
    mechanism: str
    coupon: str
    gift: str
    stock: str
    reserve: str
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One row, said."""

    number: int
    start: str
    end: str
    duration: str
    title: str
    kind: str
    format: str
    goods: tuple[Goods, ...]
    words: str
    keys: tuple[tuple[str, str], ...]  # beat, key words
    cues: str
    control: str
    note: str
    skip: bool


def sheet_html(
    sheet: Sheet, show: Show, products: Mapping[str, Product], times: Schedule, lang: Language
) -> str:
    """Return one of the pages of `show` as HTML in `lang`."""
    number = 0
    parts: list[dict[str, Any]] = []
    for part in show.parts:
        lines = []
        for segment in part.segments:
            number += 1
            lines.append(_line(segment, number, products, times, lang))
        parts.append({"title": _part(part), "span": _span(part, times), "lines": lines})
    return _template(sheet).render(
        lang="zh-CN" if lang == "zh" else "en",
        say={name: said.say(lang) for name, said in _WORDS.items()},
        title=show.title,
        kind=SHEETS[sheet].say(lang),
        facts=_facts(show, times, lang),
        parts=parts,
        roles=[
            (name.say(lang), _cues(show, times, role, lang)) for role, name in OWNER_NAMES.items()
        ],
        over=times.over_ms > 0,
        note=show.note,
    )


def _line(
    segment: Segment,
    number: int,
    products: Mapping[str, Product],
    times: Schedule,
    lang: Language,
) -> Line:
    row, spec = times.row(segment.id), kind_of(segment.kind)
    linked = [products[p] for p in segment.products if p in products]
    return Line(
        number=number,
        start=times.clock_of(row.start_ms),
        end=times.clock_of(row.end_ms),
        duration=duration_words(max(0, row.duration_ms)),
        title=segment.title,
        kind=spec.name.say(lang),
        format=spec.format,
        goods=tuple(_goods(p) for p in linked),
        words=words_of(segment, products, lang),
        keys=_keys(segment, products, lang),
        cues=cues_of(segment),
        control=cues_of(segment, Owner.CONTROL),
        note=segment.note,
        skip=segment.skip,
    )


def _goods(product: Product) -> Goods:
    gifts = []
    for gift in product.gifts:
        worth = money_words(gift.value_cents, product.currency)
        told = (gift.name, gift.size, f"×{gift.quantity}", f"({worth})" if worth else "")
        gifts.append(" ".join(part for part in told if part))
    return Goods(
        name=product.name,
        link=product.link,
        price=money_words(product.live_cents, product.currency),
        list=money_words(product.list_cents, product.currency),
        mechanism=product.mechanism,
        coupon=product.coupon,
        gift="、".join(gifts),
        stock="" if product.stock is None else str(product.stock),
        reserve="" if product.reserve is None else str(product.reserve),
        points=product.points,
    )


def _keys(
    segment: Segment, products: Mapping[str, Product], lang: Language
) -> tuple[tuple[str, str], ...]:
    """Return each beat with the first clause of its words: what a glance can take in."""
    spec = kind_of(segment.kind)
    keys = []
    for beat in segment.beats:
        alone = Segment(segment.id, segment.kind, products=segment.products, beats=(beat,))
        words = " ".join(words_of(alone, products, lang).split())
        if not words:
            continue
        step = spec.beat(beat.kind)
        keys.append((beat.title or (step.name.say(lang) if step else ""), _short(words)))
    whole = " ".join(words_of(segment, products, lang).split())
    return tuple(keys) or ((("", _short(whole)),) if whole else ())


def _short(words: str) -> str:
    """Return the first sentence, or where that is long its first whole clauses; 19.9 stays whole."""
    first = re.split(r"(?<=[。！？!?;；])|(?<=\.)(?=\s|$)", words, maxsplit=1)[0]
    if len(first) <= KEY_LETTERS:
        return first
    ends = [m.start() for m in re.finditer(r"[，、：]|[,:](?=\s)", first[:KEY_LETTERS])]
    whole = first[: ends[-1]] if ends else first[:KEY_LETTERS].rsplit(" ", 1)[0]
    return whole + "…"


def _cues(show: Show, times: Schedule, owner: Owner, lang: Language) -> list[CueLine]:
    lines = []
    for number, segment in enumerate(show.segments(), 1):
        start = times.row(segment.id).start_ms
        for cue in segment.cues:
            if cue.owner is not owner or segment.skip:
                continue
            what = cue.what
            if cue.kind is CueKind.PRICE and cue.cents is not None:
                what = f"{what} {money_words(cue.cents)}".strip()
            every = duration_words(cue.every_ms) if cue.every_ms else ""
            at = times.clock_of(start + (cue.at_ms or 0))
            kind = CUE_NAMES[cue.kind].say(lang)
            lines.append(CueLine(at, number, segment.title, kind, what, every))
    return lines


def _facts(show: Show, times: Schedule, lang: Language) -> Sequence[tuple[str, str]]:
    day = f"{show.on:%Y-%m-%d} " if show.on else ""
    facts = [
        (_WORDS["start"], day + times.clock_of(0)),
        (_WORDS["ends"], times.clock_of(times.end_ms)),
    ]
    if times.hard_out_ms is not None:
        facts.append((_WORDS["hard_out"], times.clock_of(times.hard_out_ms)))
    if times.over_ms > 0:
        facts.append((_WORDS["over"], "+" + duration_words(times.over_ms)))
    if show.people:
        facts.append((_WORDS["people"], people_words(show.people)))
    if show.theme:
        facts.append((_WORDS["theme"], show.theme))
    return [(name.say(lang), value) for name, value in facts]


def _part(part: Part) -> str:
    return f"{part.title} × {part.count}" if part.count > 1 else part.title


def _span(part: Part, times: Schedule) -> str:
    found = times.part(part.id)
    if found is None or not part.segments:
        return ""
    return f"{times.clock_of(found.start_ms)[:5]}–{times.clock_of(found.end_ms)[:5]}"


@cache
def _template(sheet: Sheet) -> Template:
    # Jinja2 takes 60 ms to load.
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(paths.resources("show")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return made.get_template(f"{sheet.value}.html.j2")
