"""What was understood from a sheet as a show and its products, ready to be put in the library."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.core.ids import new_id, short_id
from app.core.words import text
from app.exchange.sheet.product_link import goods_of, name_of_link
from app.exchange.sheet.two_clocks import begin_of
from app.exchange.sheet.understood import SheetProduct, SheetRead, SheetRow, Table
from app.show.formats import kind_of, kinds
from app.show.product import Gift, Product, Role
from app.show.show import (
    Anchor,
    Beat,
    Clock,
    Column,
    Cue,
    CueKind,
    Owner,
    Part,
    Segment,
    Show,
    Time,
)

SOURCE = "imported_from"
"""The field that remembers where a row came from, "Sheet!12", to be written back there."""
DAY_MS = 86_400_000
_KINDS = {
    "product": "product",
    "interactive": "interaction",
    "entertainment": "act",
    "news": "read",
    "frame": "handover",
}
_CUE_FIELDS: Mapping[str, tuple[Owner, CueKind]] = {
    "action": (Owner.HOST, CueKind.PROP),
    "assistant": (Owner.COHOST, CueKind.PROP),
    "control": (Owner.CONTROL, CueKind.GRAPHIC),
    "floor": (Owner.FLOOR, CueKind.PROP),
    "picture": (Owner.FLOOR, CueKind.GRAPHIC),
    "sound": (Owner.FLOOR, CueKind.SOUND),
    "light": (Owner.FLOOR, CueKind.LIGHT),
    "props": (Owner.FLOOR, CueKind.PROP),
}
_CUE_WORDS: Sequence[tuple[str, CueKind]] = (
    ("上链接", CueKind.LINK),
    ("链接", CueKind.LINK),
    ("讲解", CueKind.PIN),
    ("改价", CueKind.PRICE),
    ("福袋", CueKind.BAG),
    ("红包", CueKind.BAG),
    ("机位", CueKind.CAMERA),
    ("镜头", CueKind.CAMERA),
    ("灯", CueKind.LIGHT),
    ("音", CueKind.SOUND),
)
_ROLES = {
    "引流": Role.TRAFFIC,
    "主推": Role.HERO,
    "利润": Role.PROFIT,
    "福利": Role.WELFARE,
    "秒杀": Role.FLASH,
    **{role.value: role for role in Role},
}
_OF_PRODUCT = frozenset(
    [
        "link",
        "sku",
        "role",
        "category",
        "stock",
        "reserve",
        "gift",
        "coupon",
        "discount",
        "mechanism",
        "points",
        "needs",
    ]
)
_ELSEWHERE = frozenset(("number", "owner", "notes", *_CUE_FIELDS))


@dataclass(slots=True)
class _Goods:
    """The products known so far, found by name without case and blanks."""

    by_name: dict[str, Product] = field(default_factory=dict)
    fresh: dict[str, Product] = field(default_factory=dict)  # by id: new, or with more in it
    by_link: dict[str, str] = field(default_factory=dict)  # of this file alone: link → name's key

    def take(
        self, name: str, facts: Mapping[str, str], prices: tuple[int | None, int | None]
    ) -> str:
        """Return the id of the product `name`; what is not known of it yet is filled in."""
        key = "".join(name.split()).casefold()
        known = self.by_name.get(key) or Product(new_id(), name)
        filled = _filled(known, facts, prices)
        if filled.link:
            self.by_link.setdefault(filled.link, key)
        if filled is not known or known.id not in {p.id for p in self.by_name.values()}:
            self.fresh[filled.id] = filled
        self.by_name[key] = filled
        return filled.id

    def called(self, name: str, link: str) -> str:
        """Return the name of a product; one known by its link alone has that of the file's others."""
        known = self.by_name.get(self.by_link.get(link, "")) if not name else None
        return name or (known.name if known is not None else name_of_link(link))


def as_show(
    found: SheetRead, title: str, known: Iterable[Product] = ()
) -> tuple[Show, tuple[Product, ...]]:
    """Return a new show with the rows of `found`, and the products that are new or know more now.

    A row that begins when the one before it ends follows it; any other start is hard.
    """
    goods = _Goods({"".join(p.name.split()).casefold(): p for p in known})
    for one in found.products:
        _take_product(goods, one)
    tables = {table.sheet: table for table in found.layout.shows}
    columns = _columns(found.rows, tables)
    begin = _begin(found.rows)
    parts: list[Part] = []
    at = 0  # when the row before ended, elapsed
    for row in found.rows:
        segment = _segment(row, goods, columns)
        anchored, at = _placed(segment, row, begin, at)
        if not parts or parts[-1].title != row.part:
            parts.append(Part(short_id(), row.part))
        parts[-1] = replace(parts[-1], segments=(*parts[-1].segments, anchored))
    show = Show(
        new_id(),
        title,
        start_ms=begin,
        parts=_framed(tuple(parts)),
        columns=tuple(c for c in columns.values() if c.id in _used(parts)),
    )
    return show, tuple(goods.fresh.values())


def _used(parts: Sequence[Part]) -> frozenset[str]:
    return frozenset(key for part in parts for s in part.segments for key, _ in s.custom)


def _begin(rows: Sequence[SheetRow]) -> int:
    told = begin_of(rows)
    first = next((row.start_ms for row in rows if row.start_ms is not None), None)
    return told if told is not None else 20 * 3_600_000 if first is None else first


def _segment(row: SheetRow, goods: _Goods, columns: Mapping[str, Column]) -> Segment:
    facts = dict(row.fields)
    kind = _kind(row)
    if _stated(row):
        facts.pop("kind")
    details = _details(kind, facts)
    prices = (row.list_cents, row.live_cents)
    products = tuple(
        dict.fromkeys(
            goods.take(goods.called(name, link), {**facts, "link": link}, prices)
            for name, link in goods_of(row)
        )
    )
    segment = Segment(
        short_id(),
        kind,
        row.title or row.product,
        duration_ms=row.duration_ms,
        products=products,
        owner=facts.get("owner", ""),
        beats=(Beat(short_id(), script=row.script),) if row.script else (),
        cues=tuple(_cues(facts)),
        fields=((SOURCE, f"{row.sheet}!{row.row}"), *details),
        note=facts.get("notes", ""),
    )
    told = {**{k: v for k, v in facts.items() if _kept_apart(k, products)}, **dict(row.custom)}
    for name, value in told.items():
        if value and name in columns:
            segment = segment.with_custom(columns[name].id, value)
    return segment


def _placed(segment: Segment, row: SheetRow, begin: int, at: int) -> tuple[Segment, int]:
    """Return the segment with its start, and when it ends in elapsed ms."""
    start, time = at, None
    if row.elapsed_ms is not None:
        start, time = row.elapsed_ms, Time(row.elapsed_ms, Clock.ELAPSED)
    elif row.start_ms is not None:
        day = at - (at + begin) % DAY_MS  # the midnight before the row above ended, elapsed
        start = day + row.start_ms
        start += DAY_MS if start < at - DAY_MS // 2 else 0
        time = Time(row.start_ms)
    if row.linked or time is None or start == at:
        start = at
    else:
        segment = replace(segment, anchor=Anchor.HARD, start=time)
    return segment, start + (segment.duration_ms or 0)


def _details(kind: str, facts: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """Take the kind's own fields, "name: value" a line as an export has them, out of `facts`."""
    ids = {name: f.id for f in kind_of(kind).fields for name in (f.name.en, f.name.zh) if name}
    choices = {
        f.id: {n: c.id for c in f.choices for n in (c.name.en, c.name.zh) if n}
        for f in kind_of(kind).fields
    }
    found: dict[str, str] = {}
    for column in ("details", "points"):
        rest = []
        for line in facts.get(column, "").splitlines():
            name, colon, value = line.partition(": ")
            if colon and name in ids:
                found[ids[name]] = choices[ids[name]].get(value, value)
            else:
                rest.append(line)
        if found and column in facts:
            facts[column] = "\n".join(rest)
    return tuple(found.items())


def _stated(row: SheetRow) -> str:
    """Return the kind that the row's own cell names word for word; "" where it names none."""
    said = row.said("kind").strip().casefold()
    names = {n.casefold(): s.id for s in kinds().values() for n in (s.name.en, s.name.zh) if n}
    return names.get(said, "")


def _kind(row: SheetRow) -> str:
    """Return the kind the row states, or its title or part names, else the usual of its form."""
    if stated := _stated(row):
        return stated
    for said in (row.title.casefold(), row.part.casefold()):
        for spec in kinds().values():
            name = (spec.name.zh or "", spec.name.en.casefold())
            if spec.format == row.kind and any(n and n in said for n in name):
                return spec.id
    usual = _KINDS[row.kind]
    return (
        usual
        if kind_of(usual).known
        else next(k for k, s in kinds().items() if s.format == row.kind)
    )


def _framed(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return the parts with a frame at the very start called opening, at the very end closing."""
    rows = [s for part in parts for s in part.segments]
    named = {}
    if rows and rows[0].kind == _KINDS["frame"]:
        named[rows[0].id] = "opening"
    if len(rows) > 1 and rows[-1].kind == _KINDS["frame"]:
        named[rows[-1].id] = "closing"
    return tuple(
        replace(
            part, segments=tuple(replace(s, kind=named.get(s.id, s.kind)) for s in part.segments)
        )
        for part in parts
    )


def _cues(facts: Mapping[str, str]) -> Iterable[Cue]:
    for name, (owner, usual) in _CUE_FIELDS.items():
        for line in facts.get(name, "").splitlines():
            if line.strip():
                kind = next((kind for word, kind in _CUE_WORDS if word in line), usual)
                every = 8_000 if kind is CueKind.PIN else None
                yield Cue(short_id(), kind, line.strip(), owner, every_ms=every)


def _kept_apart(name: str, products: tuple[str, ...]) -> bool:
    if name in _ELSEWHERE:
        return False
    return name not in _OF_PRODUCT or not products


def _columns(rows: Sequence[SheetRow], tables: Mapping[str, Table]) -> dict[str, Column]:
    """Return a column of the show's own for every value that has no other place, by field."""
    found: dict[str, Column] = {}
    for row in rows:
        table = tables.get(row.sheet)
        has_product = bool(goods_of(row))
        told = [name for name, value in row.fields if value]
        for name in told:
            if name in found or not _kept_apart(name, ("x",) if has_product else ()):
                continue
            column = table.column(name) if table is not None else None
            heading = column.heading if column is not None else name
            found[name] = Column(short_id(), _free(heading, found))
        for heading, value in row.custom:
            if value and heading not in found:
                found[heading] = Column(short_id(), _free(heading, found))
    return found


def _free(name: str, taken: Mapping[str, Column]) -> str:
    name = " ".join(name.split()) or text("Column").say()
    names = {column.name for column in taken.values()}
    count = 2
    free = name
    while free in names:
        free, count = f"{name} {count}", count + 1
    return free


def _take_product(goods: _Goods, one: SheetProduct) -> None:
    if one.name.strip():
        goods.take(one.name.strip(), dict(one.fields), (one.list_cents, one.live_cents))


def _filled(
    known: Product, facts: Mapping[str, str], prices: tuple[int | None, int | None]
) -> Product:
    """Return the product with what it does not know yet; what is known stays."""

    def said(name: str) -> str:
        return facts.get(name, "").strip()

    stock = known.stock if known.stock is not None else _whole(said("stock"))
    reserve = known.reserve if known.reserve is not None else _whole(said("reserve"))
    return replace(
        known,
        link=known.link or said("link"),
        sku=known.sku or said("sku"),
        category=known.category or said("category"),
        role=known.role or next((r for w, r in _ROLES.items() if w in said("role")), None),
        list_cents=known.list_cents if known.list_cents is not None else prices[0],
        live_cents=known.live_cents if known.live_cents is not None else prices[1],
        mechanism=known.mechanism or said("mechanism") or said("discount"),
        coupon=known.coupon or said("coupon"),
        gifts=known.gifts or ((Gift(said("gift")),) if said("gift") else ()),
        stock=stock,
        reserve=reserve,
        points=known.points or tuple(p for p in said("points").splitlines() if p.strip()),
    )


def _whole(said: str) -> int | None:
    return int(said) if said.isdecimal() and len(said) < 10 else None
