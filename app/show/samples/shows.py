"""The shape of a sample show in its file: times as people write them, words by beat."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from app.show.formats import kind_of
from app.show.samples.goods import cents
from app.show.show import (
    Anchor,
    Beat,
    Column,
    ColumnKind,
    Cue,
    CueKind,
    Ms,
    Owner,
    Part,
    Person,
    Segment,
    Show,
    Time,
)

WORDS = "words"
"""The key of words that belong to no beat."""


@dataclass(frozen=True, slots=True)
class _Cue:
    id: str
    kind: CueKind
    what: str = ""
    owner: Owner = Owner.CONTROL
    at: float | None = None  # s after the row's start
    every: float | None = None  # s
    product: str = ""
    yuan: float | None = None


@dataclass(frozen=True, slots=True)
class _Row:
    kind: str
    title: str = ""
    minutes: float | None = None
    owner: str = ""
    anchor: Anchor = Anchor.LINKED
    start: str = ""
    skip: bool = False
    products: tuple[str, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)
    custom: Mapping[str, str] = field(default_factory=dict)
    colour: str = ""
    note: str = ""
    cue: tuple[_Cue, ...] = ()
    beats: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse a kind, beat or field that no format states, and a time nobody can read."""
        spec = kind_of(self.kind)
        if not spec.known:
            raise ValueError(f"no format states the kind {self.kind!r}")
        for beat in self.beats:
            if beat != WORDS and spec.beat(beat) is None:
                raise ValueError(f"{self.title}: the kind {self.kind} has no beat {beat!r}")
        for name in self.fields:
            if spec.own_field(name) is None:
                raise ValueError(f"{self.title}: the kind {self.kind} has no field {name!r}")
        _time(self.start)


@dataclass(frozen=True, slots=True)
class _Part:
    title: str
    row: tuple[_Row, ...]
    count: int = 1
    minutes: float | None = None  # its target
    colour: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class _Column:
    id: str
    name: str
    kind: ColumnKind = ColumnKind.TEXT
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ShowFile:
    """One show."""

    id: str
    title: str
    on: date
    start: str
    part: tuple[_Part, ...]
    zone: str = "Asia/Shanghai"
    minutes: float | None = None  # its target
    hard_out: str = ""
    theme: str = ""
    note: str = ""
    stale_hours: int = 72
    people: tuple[Person, ...] = ()
    columns: tuple[_Column, ...] = ()

    def made(self) -> Show:
        """Return the show, its ids made from its own id and each row's place."""
        out = _time(self.hard_out)
        return Show(
            self.id,
            self.title,
            self.on,
            _time(self.start) or 0,
            self.zone,
            target_ms=_ms(self.minutes),
            hard_out=None if out is None else Time(out),
            people=self.people,
            parts=tuple(_part(self.id, n, part) for n, part in enumerate(self.part, 1)),
            columns=tuple(Column(c.id, c.name, c.kind, c.choices) for c in self.columns),
            theme=self.theme,
            note=self.note,
            stale_hours=self.stale_hours,
            sample=True,
        )


def _part(show: str, number: int, part: _Part) -> Part:
    home = f"{show}-{number}"
    rows = tuple(_row(f"{home}-{n:02}", row) for n, row in enumerate(part.row, 1))
    return Part(home, part.title, rows, part.count, _ms(part.minutes), part.colour, part.note)


def _row(own: str, row: _Row) -> Segment:
    start = _time(row.start)
    return Segment(
        own,
        row.kind,
        row.title,
        row.anchor,
        None if start is None else Time(start),
        _ms(row.minutes),
        skip=row.skip,
        products=row.products,
        owner=row.owner,
        beats=tuple(
            Beat(f"{own}-{n}", "" if kind == WORDS else kind, words)
            for n, (kind, words) in enumerate(row.beats.items(), 1)
        ),
        cues=tuple(_cue(cue) for cue in row.cue),
        fields=tuple(sorted(row.fields.items())),
        custom=tuple(sorted(row.custom.items())),
        note=row.note,
        colour=row.colour,
    )


def _cue(cue: _Cue) -> Cue:
    return Cue(
        cue.id,
        cue.kind,
        cue.what,
        cue.owner,
        None if cue.at is None else round(cue.at * 1000),
        None if cue.every is None else round(cue.every * 1000),
        cue.product,
        None if cue.yuan is None else cents(cue.yuan),
    )


def _ms(minutes: float | None) -> Ms | None:
    return None if minutes is None else round(minutes * 60_000)


def _time(written: str) -> Ms | None:
    """Return "20:30" in ms from midnight, None for ""; raises ValueError."""
    if not written:
        return None
    found = re.fullmatch(r"([01]\d|2[0-3]):([0-5]\d)", written)
    if found is None:
        raise ValueError(f"{written!r} is not a time such as 20:30")
    return (int(found[1]) * 60 + int(found[2])) * 60_000
