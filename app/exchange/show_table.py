"""A show as one table: what a workbook, a CSV and a page have in common."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from app.core.words import Language, Text, text
from app.show.cells.cell import Around
from app.show.cells.columns import column, columns
from app.show.cells.derived import over_words
from app.show.cells.own import PREFIX
from app.show.cue_names import CUE_NAMES
from app.show.formats import kind_of
from app.show.product import Product
from app.show.script.tokens import resolve
from app.show.show import Owner, Segment, Show
from app.show.timetext.understand import duration_words
from app.show.timing.schedule import Schedule

DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet may take for a formula when a cell begins with it (OWASP, CSV injection)."""
Value = str | int | float | None
Said = Callable[[Segment, Around, Language], Value]


@dataclass(frozen=True, slots=True)
class Row:
    """One row as it is written: the part it belongs to, which round, and its cells by column."""

    segment: Segment
    part: str
    number: int
    round: int
    cells: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A column of the table: how it is called, how wide, what kind of value it holds."""

    id: str
    name: Text
    width: int  # characters
    money: bool = False
    wraps: bool = False


@dataclass(frozen=True, slots=True)
class ShowTable:
    """Headings and rows, a looping part's rows once."""

    headings: tuple[Heading, ...]
    rows: tuple[Row, ...]


def neutral(words: str) -> str:
    """Return `words` so that no spreadsheet runs them: an apostrophe before what looks like a formula."""
    return "'" + words if words.startswith(DANGEROUS) else words


def show_table(
    show: Show, products: Mapping[str, Product], times: Schedule, lang: Language
) -> ShowTable:
    """Return every row of `show` with its derived times, its words resolved and its cues by role."""
    around = Around(show, products, times)
    own = [c for c in columns(show) if c.id.startswith(PREFIX)]
    used = [c for c in own if any(c.read(s, around) for s in show.segments())]
    headings = (*_HEADINGS, *(Heading(c.id, c.name, 14, wraps=True) for c in used))
    rows, number = [], 0
    for part in show.parts:
        name = f"{part.title} × {part.count}" if part.count > 1 else part.title
        for segment in part.segments:
            number += 1
            cells = [_CELLS[h.id](segment, around, lang) for h in _HEADINGS[2:]]
            cells += [c.read(segment, around) for c in used]
            rows.append(Row(segment, part.id, number, part.count, (number, name, *cells)))
    return ShowTable(headings, tuple(rows))


def words_of(segment: Segment, products: Mapping[str, Product], lang: Language) -> str:
    """Return a row's words, tokens resolved and cue marks left out, a beat a paragraph."""
    linked = [products[p] for p in segment.products if p in products]
    said = (resolve(beat.script, linked, lang).strip() for beat in segment.beats)
    return "\n".join(part for part in said if part)


def cues_of(segment: Segment, owner: Owner | None = None) -> str:
    """Return what the cues of a row ask for, of one role or of all, one a line."""
    chosen = (cue for cue in segment.cues if owner is None or cue.owner is owner)
    lines = []
    for cue in chosen:
        at = f"+{duration_words(cue.at_ms)} " if cue.at_ms else ""
        lines.append(f"{at}{cue.what or CUE_NAMES[cue.kind].say()}")
    return "\n".join(lines)


def _cents(read: Callable[[Product], int | None]) -> Said:
    def said(segment: Segment, around: Around, lang: Language) -> Value:  # noqa: ARG001 one shape
        known = [around.products[p] for p in segment.products if p in around.products]
        values = [read(p) for p in known]
        if len(values) == 1:
            return None if values[0] is None else values[0] / 100
        return " / ".join("—" if v is None else f"{v / 100:g}" for v in values)

    return said


def _read(name: str) -> Said:
    def said(segment: Segment, around: Around, lang: Language) -> Value:  # noqa: ARG001
        return column(around.show, name).read(segment, around)

    return said


def _kind(segment: Segment, around: Around, lang: Language) -> Value:  # noqa: ARG001
    return kind_of(segment.kind).name.say(lang)


def _stock(segment: Segment, around: Around, lang: Language) -> Value:  # noqa: ARG001
    known = [around.products[p].stock for p in segment.products if p in around.products]
    if len(known) == 1:
        return known[0]
    return " / ".join("—" if v is None else str(v) for v in known)


def _words(segment: Segment, around: Around, lang: Language) -> Value:
    return words_of(segment, around.products, lang)


def _details(segment: Segment, around: Around, lang: Language) -> Value:  # noqa: ARG001
    """Return the kind's own fields, one a line with its name; a row has few of the many there are."""
    lines = []
    for spec in kind_of(segment.kind).fields:
        kept = segment.field(spec.id)
        said = next((c.name.say(lang) for c in spec.choices if c.id == kept), kept)
        if said:
            lines.append(f"{spec.name.say(lang)}: {said}")
    return "\n".join(lines)


def _over(segment: Segment, around: Around, lang: Language) -> Value:  # noqa: ARG001
    assert around.times is not None
    over = around.times.row(segment.id).over_ms
    return over_words(over) if over else ""


def _role(owner: Owner) -> Said:
    def said(segment: Segment, around: Around, lang: Language) -> Value:  # noqa: ARG001
        return cues_of(segment, owner)

    return said


_HEADINGS = (
    Heading("number", text("No."), 6),
    Heading("part", text("Part"), 12, wraps=True),
    Heading("start", text("Start"), 10),
    Heading("duration", text("Duration"), 9),
    Heading("kind", text("Kind"), 10),
    Heading("title", text("Segment"), 26, wraps=True),
    Heading("products", text("Products"), 20, wraps=True),
    Heading("link", text("Link"), 8),
    Heading("list_price", text("List price"), 10, money=True),
    Heading("live_price", text("Live price"), 10, money=True),
    Heading("mechanism", text("Mechanism"), 18, wraps=True),
    Heading("coupon", text("Coupon"), 14, wraps=True),
    Heading("gift", text("Gift"), 16, wraps=True),
    Heading("stock", text("Stock"), 8),
    Heading("script", text("Host's words"), 60, wraps=True),
    Heading("cohost", text("Co-host does"), 18, wraps=True),
    Heading("floor", text("Floor does"), 18, wraps=True),
    Heading("control", text("Control does"), 18, wraps=True),
    Heading("owner", text("Owner"), 10),
    Heading("note", text("Notes"), 24, wraps=True),
    Heading("details", text("Details"), 30, wraps=True),
    Heading("over", text("Over / under"), 10),
)
_CELLS: Mapping[str, Said] = {
    **{name: _read(name) for name in ("start", "duration", "title", "products", "link")},
    **{name: _read(name) for name in ("mechanism", "coupon", "gift", "owner", "note")},
    "kind": _kind,
    "list_price": _cents(lambda p: p.list_cents),
    "live_price": _cents(lambda p: p.live_cents),
    "stock": _stock,
    "details": _details,
    "script": _words,
    "cohost": _role(Owner.COHOST),
    "floor": _role(Owner.FLOOR),
    "control": _role(Owner.CONTROL),
    "over": _over,
}


def headings_said(table: ShowTable, lang: Language) -> Sequence[str]:
    """Return the headings in one language."""
    return [heading.name.say(lang) for heading in table.headings]
