"""How long the words of a show take: each row's reading, and the length of rows that have none typed.

A show of a thousand rows is asked for after each keystroke, so what was read stays known: a row that
is the same object, with the same products and voice, is not read again.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from app.core.words import Language
from app.show.formats import divided, kind_of, weight
from app.show.product import Product
from app.show.script.reading_time import Reading, reading
from app.show.script.spoken import language_of
from app.show.script.tokens import pieces
from app.show.show import Beat, CueKind, Lock, Ms, Part, Segment, Show
from app.show.voice import USUAL, Voice

__all__ = ["Reading", "RowReading", "lengths", "read_row", "reading", "readings", "voice_of"]

SHOWS = 8  # whose readings are kept


@dataclass(frozen=True, slots=True)
class RowReading:
    """What a row's words take, beat by beat, and the length that follows where none is typed."""

    beats: tuple[Reading, ...]
    length_ms: Ms

    @property
    def whole(self) -> Reading:
        """Return the reading of all beats together."""
        return sum(self.beats, Reading())


@dataclass(slots=True)
class _Known:
    segment: Segment
    products: tuple[Product | None, ...]
    voice: Voice
    reading: RowReading


@dataclass(slots=True)
class _PartKnown:
    part: Part
    rows: dict[str, _Known]
    lengths: dict[str, Ms]


@dataclass(slots=True)
class _Shelf:
    """What is known of one show, and for which products, voices and people."""

    show: Show | None = None
    products: Mapping[str, Product] = field(default_factory=dict)
    voices: Mapping[str, Voice] = field(default_factory=dict)
    rows: dict[str, _Known] = field(default_factory=dict)
    lengths: dict[str, Ms] = field(default_factory=dict)
    parts: dict[int, _PartKnown] = field(default_factory=dict)  # by the part's identity


_shelves: OrderedDict[str, _Shelf] = OrderedDict()


def lengths(
    show: Show, products: Mapping[str, Product], voices: Mapping[str, Voice]
) -> Mapping[str, Ms]:
    """Return how long each row of `show` is by its words, by the row's id.

    Written beats take the middle of their range; typed ones what was typed. In a row whose length is
    not typed, unwritten beats take their share of the kind's usual length, else nothing.
    """
    return _shelf(show, products, voices).lengths


def readings(
    show: Show, products: Mapping[str, Product], voices: Mapping[str, Voice]
) -> Mapping[str, RowReading]:
    """Return what each row's words take, by the row's id."""
    return {key: row.reading for key, row in _shelf(show, products, voices).rows.items()}


def read_row(
    segment: Segment,
    products: Iterable[Product],
    voice: Voice,
    known: Mapping[int, Reading] = MappingProxyType({}),
) -> RowReading:
    """Return what the words of one row take `voice`; `products` are the row's, in its order.

    `known` are readings of its beats by the beat's identity, where they still hold.
    """
    kinds = {cue.id: cue.kind for cue in segment.cues}
    linked = tuple(products)
    tongue = _tongue(segment)
    found = tuple(
        known.get(id(beat)) or _beat(beat, linked, voice, kinds, tongue) for beat in segment.beats
    )
    return RowReading(found, _length(segment, found))


def voice_of(show: Show, segment: Segment, voices: Mapping[str, Voice]) -> Voice:
    """Return the voice that speaks a row: its owner's, else the first host's, else the usual one."""
    named = next((p.voice for p in show.people if segment.owner and p.name == segment.owner), "")
    return voices.get(named or show.voice, USUAL)


def _shelf(show: Show, products: Mapping[str, Product], voices: Mapping[str, Voice]) -> _Shelf:
    old = _shelves.get(show.id)
    if old is not None and old.show is show and old.products is products and old.voices is voices:
        return old
    fresh = _read(show, products, voices, old or _Shelf())
    _shelves[show.id] = fresh
    _shelves.move_to_end(show.id)
    while len(_shelves) > SHOWS:
        _shelves.popitem(last=False)
    return fresh


def _read(
    show: Show, products: Mapping[str, Product], voices: Mapping[str, Voice], old: _Shelf
) -> _Shelf:
    people = old.show.people if old.show is not None else None
    settled = (
        people == show.people
        and _same_values(old.products, products)
        and _same_values(old.voices, voices)
    )
    fresh = _Shelf(show, products, voices)
    for part in show.parts:
        known = old.parts.get(id(part)) if settled else None
        if known is None:
            known = _read_part(show, part, products, voices, old.rows, settled=settled)
        fresh.parts[id(part)] = known
        fresh.rows.update(known.rows)
        fresh.lengths.update(known.lengths)
    return fresh


def _read_part(
    show: Show,
    part: Part,
    products: Mapping[str, Product],
    voices: Mapping[str, Voice],
    old: Mapping[str, _Known],
    *,
    settled: bool,
) -> _PartKnown:
    rows: dict[str, _Known] = {}
    for segment in part.segments:
        row = old.get(segment.id)
        if row is None or not (settled and row.segment is segment):
            row = _row(show, segment, products, voices, row)
        rows[segment.id] = row
    times = {key: row.reading.length_ms for key, row in rows.items()}
    return _PartKnown(part, rows, times)


def _same_values(old: Mapping[str, object], new: Mapping[str, object]) -> bool:
    if old is new:
        return True
    return len(old) == len(new) and all(old.get(key) is value for key, value in new.items())


def _row(
    show: Show,
    segment: Segment,
    products: Mapping[str, Product],
    voices: Mapping[str, Voice],
    old: _Known | None,
) -> _Known:
    linked = tuple(products.get(p) for p in segment.products)
    voice = voice_of(show, segment, voices)
    kept: Mapping[int, Reading] = {}
    if old is not None and _holds(old, segment, linked, voice):
        if old.segment is segment:
            return old
        pairs = zip(old.segment.beats, old.reading.beats, strict=True)
        kept = {id(beat): one for beat, one in pairs}
    present = tuple(p for p in linked if p is not None)
    return _Known(segment, linked, voice, read_row(segment, present, voice, kept))


def _holds(old: _Known, segment: Segment, linked: tuple[Product | None, ...], voice: Voice) -> bool:
    return (
        len(linked) == len(old.products)
        and all(a is b for a, b in zip(linked, old.products, strict=True))
        and voice == old.voice
        and (old.segment is segment or _read_alike(old.segment, segment))
    )


def _read_alike(old: Segment, new: Segment) -> bool:
    return old.cues is new.cues and _tongue(old) == _tongue(new)


def _beat(
    beat: Beat,
    products: tuple[Product, ...],
    voice: Voice,
    kinds: Mapping[str, CueKind],
    tongue: Language,
) -> Reading:
    if not beat.script:
        return Reading()
    language = language_of(beat.script, tongue)
    return reading(pieces(beat.script, products, language), voice, kinds, language)


def _tongue(segment: Segment) -> Language:
    """Return the language of a row, for beats that hold figures only ("3-2-1")."""
    return language_of(f"{segment.title} {segment.script}", "zh")


def _length(segment: Segment, found: tuple[Reading, ...]) -> Ms:
    typed = segment.duration_ms is not None or (
        segment.lock is Lock.END and segment.end is not None
    )
    usual = 0 if typed else kind_of(segment.kind).default_ms
    if not segment.beats:
        return usual
    shares = divided(usual, [weight(segment.kind, beat) for beat in segment.beats])
    return sum(
        _beat_ms(beat, one, share)
        for beat, one, share in zip(segment.beats, found, shares, strict=True)
    )


def _beat_ms(beat: Beat, one: Reading, share: Ms) -> Ms:
    if beat.duration_ms is not None:
        return beat.duration_ms
    return one.mid_ms if one.written or one.pauses_ms else share
