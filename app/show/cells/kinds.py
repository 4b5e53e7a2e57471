"""The kind of a row, and the fields that its kind alone has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from unicodedata import normalize

from app.core.errors import Refused
from app.core.words import Text, text
from app.show.cells.cell import Around, Cell, Choices, Prompt, Read, Typed, Write
from app.show.cells.numbers import number_typed
from app.show.formats import kind_of, kinds, new_segment
from app.show.formats_shape import FieldSpec, FieldType, KindSpec
from app.show.money import money_words, read_money
from app.show.show import DELAY, MILESTONE, Segment, Show

PREFIX = "field:"
_YES = frozenset(["yes", "y", "true", "1", "是", "有", "对", "√", "✓"])
_NO = frozenset(("", "no", "n", "false", "0", "否", "无", "没有", "×"))


def used(show: Show) -> frozenset[str]:
    """Return the kinds that the rows of `show` are of."""
    return frozenset(s.kind for s in show.segments())


def own_fields(used: frozenset[str]) -> Mapping[str, Cell]:
    """Return a hidden column for each field of the kinds `used`, by id; one for a shared field."""
    found: dict[str, Cell] = {}
    for kind in sorted(used):
        for spec in kind_of(kind).fields:
            found.setdefault(PREFIX + spec.id, _cell(spec))
    return found


def field_value(spec: FieldSpec, typed: str) -> str:
    """Return `typed` as the field keeps it; raises Refused where it does not fit its type."""
    plain = normalize("NFKC", typed).strip()
    match spec.type:
        case FieldType.CHOICE:
            return _choice(spec, plain)
        case FieldType.NUMBER if plain:
            return number_typed(plain)
        case FieldType.MONEY if plain:
            cents = read_money(plain)
            return "" if cents is None else money_words(cents)
        case FieldType.DATE if plain:
            return _date(plain)
        case FieldType.BOOL:
            return _bool(plain)
        case _:
            return typed.strip()


def turned_into(segment: Segment, spec: KindSpec) -> Segment:
    """Return the row as one of another kind; words and fields stay, empty beats are those it has."""
    words = tuple(b for b in segment.beats if b.script)
    beats = words or new_segment(spec.id).beats
    return replace(segment, kind=spec.id, beats=beats)


def _kind(segment: Segment, around: Around) -> str:  # noqa: ARG001 one shape
    return kind_of(segment.kind).name.say()


def _set_kind(segment: Segment, typed: str, around: Around) -> Typed:  # noqa: ARG001
    wanted = typed.strip().casefold()
    for spec in kinds().values():
        if wanted in (spec.id, (spec.name.zh or "").casefold(), spec.name.en.casefold()):
            return Typed(turned_into(segment, spec), understood=spec.name.say())
    if wanted in (DELAY, MILESTONE):
        return Typed(replace(segment, kind=wanted))
    raise Refused(
        text("There is no kind of row “{typed}”.", typed=typed.strip()[:40]),
        text("Choose one from the list."),
    )


def _kind_names(around: Around) -> tuple[str, ...]:  # noqa: ARG001
    return tuple(spec.name.say() for spec in kinds().values())


def _cell(spec: FieldSpec) -> Cell:
    return Cell(
        PREFIX + spec.id,
        spec.name,
        _reader(spec),
        _writer(spec),
        choices=_chooser(spec),
        prompt=_prompter(spec),
        right=spec.type in (FieldType.NUMBER, FieldType.MONEY),
        shown=False,
        width=110,
    )


def _reader(spec: FieldSpec) -> Read:
    names = {choice.id: choice.name for choice in spec.choices}

    def read(segment: Segment, around: Around) -> str:  # noqa: ARG001
        kept = segment.field(spec.id)
        return names[kept].say() if kept in names else kept

    return read


def _writer(spec: FieldSpec) -> Write:
    def write(segment: Segment, typed: str, around: Around) -> Typed:  # noqa: ARG001
        if typed.strip() and not _has(segment, spec):
            raise Refused(
                text(
                    "A row of the kind “{kind}” has no “{field}”.",
                    kind=kind_of(segment.kind).name,
                    field=spec.name,
                ),
                text("Leave it empty, or change the row's kind."),
            )
        kept = field_value(spec, typed)
        return Typed(segment.with_field(spec.id, kept), understood=kept)

    return write


def _chooser(spec: FieldSpec) -> Choices | None:
    if not spec.choices:
        return None
    return lambda around: tuple(choice.name.say() for choice in spec.choices)  # noqa: ARG005


def _prompter(spec: FieldSpec) -> Prompt:
    def prompt(segment: Segment) -> Text | None:
        return spec.prompt if _has(segment, spec) else None

    return prompt


def _has(segment: Segment, spec: FieldSpec) -> bool:
    return any(field.id == spec.id for field in kind_of(segment.kind).fields)


def _choice(spec: FieldSpec, plain: str) -> str:
    if not plain:
        return ""
    for choice in spec.choices:
        if plain.casefold() in (
            choice.id,
            choice.name.en.casefold(),
            (choice.name.zh or "").casefold(),
        ):
            return choice.id
    raise Refused(
        text("“{typed}” is not a choice of {column}.", typed=plain[:40], column=spec.name),
        text("Choose one of: {choices}.", choices="、".join(c.name.say() for c in spec.choices)),
    )


def _date(plain: str) -> str:
    written = (
        plain.replace("年", "-").replace("月", "-").replace("日", " ").replace("/", "-").strip()
    )
    try:
        if " " in written or "T" in written:
            return datetime.fromisoformat(_padded(written)).strftime("%Y-%m-%d %H:%M")
        return date.fromisoformat(_padded(written)).isoformat()
    except ValueError:
        raise Refused(
            text("“{typed}” is not a date.", typed=plain[:40]),
            text("Type year, month and day, such as 2026-11-22."),
        ) from None


def _padded(written: str) -> str:
    day, *rest = written.split()
    parts = day.split("-")
    return " ".join(["-".join(p.zfill(2) for p in parts), *(t.zfill(5) for t in rest)])


def _bool(plain: str) -> str:
    if plain.casefold() in _NO:
        return ""
    if plain.casefold() in _YES:
        return "yes"
    raise Refused(
        text("“{typed}” is neither yes nor no.", typed=plain[:40]), text("Type yes or no.")
    )


CELLS = (Cell("kind", text("Kind"), _kind, _set_kind, choices=_kind_names, width=96),)
