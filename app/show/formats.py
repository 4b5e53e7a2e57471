"""The formats: what rows a show may hold and what each asks for, as `checklists/shows/*.toml` say.

A new format is one file in that folder; nothing here names one.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType

from app.core import paths, strict
from app.core.errors import Refused
from app.core.ids import short_id
from app.core.words import Language, Text, text
from app.show.formats_shape import (
    BeatSpec,
    Certainty,
    CheckSpec,
    Choice,
    ExampleRow,
    FieldSpec,
    FieldType,
    Format,
    KindSpec,
    Level,
    Template,
    named,
)
from app.show.show import Beat, Ms, Segment, with_pair

__all__ = [
    "BeatSpec",
    "Certainty",
    "CheckSpec",
    "Choice",
    "FieldSpec",
    "FieldType",
    "Format",
    "KindSpec",
    "Level",
    "Template",
    "beat_times",
    "divided",
    "example",
    "format_of",
    "formats",
    "kind_of",
    "kinds",
    "new_segment",
    "read_formats",
    "stretch",
    "weight",
]


@dataclass(frozen=True, slots=True)
class _Kind:
    id: str
    name: Text
    prompt: Text
    minutes: float
    icon: str = ""
    repeatable: bool = True
    interactive: bool = False
    sells: bool = False
    like: str = ""  # takes the fields of that kind of the same file before its own
    field: tuple[FieldSpec, ...] = ()
    template: tuple[Template, ...] = ()


@dataclass(frozen=True, slots=True)
class _File:
    id: str
    name: Text
    about: Text
    icon: str
    colour: str
    kind: tuple[_Kind, ...]
    order: int = 99
    beat: tuple[BeatSpec, ...] = ()
    check: tuple[CheckSpec, ...] = ()
    example: tuple[ExampleRow, ...] = ()


@cache
def formats() -> Mapping[str, Format]:
    """Return every format by its id, in the order their files ask for."""
    return MappingProxyType(read_formats(paths.checklists("shows")))


def read_formats(folder: Path) -> dict[str, Format]:
    """Return the formats of a folder; a file without `colour` is none.

    Raises Refused naming the file for anything stated twice, unknown or missing.
    """
    files = [
        (file, strict.load(file, _File)) for file in sorted(folder.glob("*.toml")) if _is_one(file)
    ]
    found: dict[str, Format] = {}
    homes: dict[str, str] = {}
    for file, raw in sorted(files, key=lambda pair: (pair[1].order, pair[1].id)):
        try:
            made = _format(raw)
        except (ValueError, KeyError) as error:
            raise _wrong(file, str(error)) from error
        for name in (made.id, *(f"kind {k.id}" for k in made.kinds)):
            if name in homes:
                raise _wrong(file, f"{name!r} is stated in {homes[name]} already")
            homes[name] = file.name
        found[made.id] = made
    return found


@cache
def kinds() -> Mapping[str, KindSpec]:
    """Return every kind of row by its id."""
    return MappingProxyType({k.id: k for f in formats().values() for k in f.kinds})


def kind_of(kind: str) -> KindSpec:
    """Return what is known of a kind; one that no file states is bare, and says so by `known`."""
    return kinds().get(kind) or _bare(kind)


def format_of(kind: str) -> Format:
    """Return the format a kind belongs to."""
    return formats()[kind_of(kind).format]


def example(format_id: str, language: Language) -> tuple[Segment, ...]:
    """Return a format's ready example in one language, with fresh ids; raises KeyError."""
    return tuple(_example(row, language) for row in formats()[format_id].rows)


def new_segment(kind: str, beats: str = "", title: str = "") -> Segment:
    """Return a new row with the beats of a template, "" for the kind's usual one; raises KeyError."""
    steps = kind_of(kind).steps(beats)
    return Segment(
        short_id(), kind, title, beats=tuple(Beat(short_id(), kind=step.id) for step in steps)
    )


def stretch(spec: KindSpec, duration_ms: Ms, template: str = "") -> tuple[Ms, ...]:
    """Return the length of each beat of a template when the row takes `duration_ms`; sums exactly."""
    return divided(duration_ms, [step.weight for step in spec.steps(template)])


def beat_times(segment: Segment, duration_ms: Ms) -> tuple[Ms, ...]:
    """Return the length of each beat of a row that takes `duration_ms`.

    A typed length stays; the others share what is left by their weights, which may be nothing.
    """
    weights = _weights(segment.kind)
    typed = sum(b.duration_ms for b in segment.beats if b.duration_ms is not None)
    open_ = tuple([weights.get(b.kind, 1.0) for b in segment.beats if b.duration_ms is None])
    shares = iter(_shares(max(0, duration_ms - typed), open_))
    return tuple(
        next(shares) if beat.duration_ms is None else beat.duration_ms for beat in segment.beats
    )


def weight(kind: str, beat: Beat) -> float:
    """Return a beat's weight in a row of a kind: its own, 1 for words that belong to no step."""
    return _weights(kind).get(beat.kind, 1.0)


def divided(total_ms: Ms, weights: Sequence[float]) -> tuple[Ms, ...]:
    """Return `total_ms` in whole milliseconds by `weights` (largest remainder); raises ValueError."""
    if total_ms < 0:
        raise ValueError(f"{total_ms} ms cannot be divided")
    whole = sum(weights)
    exact = [total_ms * w / whole for w in weights]
    shares = [int(x) for x in exact]
    largest = sorted(range(len(shares)), key=lambda i: (shares[i] - exact[i], i))
    for i in largest[: total_ms - sum(shares) if shares else 0]:
        shares[i] += 1
    return tuple(shares)


def _is_one(file: Path) -> bool:
    try:
        with file.open("rb") as stream:
            raw = tomllib.load(stream)
    except (tomllib.TOMLDecodeError, OSError):
        return True  # strict.load says what is wrong with it
    return "colour" in raw


def _format(raw: _File) -> Format:
    ids = [b.id for b in raw.beat]
    if twice := sorted({i for i in ids if ids.count(i) > 1}):
        raise ValueError(f"the beat {twice[0]!r} is stated twice")
    made = tuple(_kind(kind, raw) for kind in raw.kind)
    if spare := set(ids) - {b.id for k in made for b in k.beats}:
        raise ValueError(f"no template uses the beat {min(spare)!r}")
    for row in raw.example:
        _check_example(row, made)
    return Format(raw.id, raw.name, raw.about, raw.icon, raw.colour, made, raw.check, raw.example)


def _kind(kind: _Kind, raw: _File) -> KindSpec:
    like = named(raw.kind, kind.like).field if kind.like else ()
    own = {f.id: f for f in (*like, *kind.field)}
    if len(own) != len(like) + len(kind.field):
        raise ValueError(f"{kind.id}: a field is stated twice")
    used = dict.fromkeys(beat for template in kind.template for beat in template.beats)
    return KindSpec(
        kind.id,
        kind.name,
        kind.prompt,
        raw.id,
        kind.icon or raw.icon,
        round(kind.minutes * 60),
        kind.repeatable,
        kind.interactive,
        kind.sells,
        tuple(own.values()),
        kind.template,
        tuple(named(raw.beat, beat) for beat in used),
    )


def _check_example(row: ExampleRow, made: Sequence[KindSpec]) -> None:
    kind = named(made, row.kind)
    for beat in row.beats:
        named(kind.beats, beat)
    for name in row.fields:
        named(kind.fields, name)


def _example(row: ExampleRow, language: Language) -> Segment:
    fields: tuple[tuple[str, str], ...] = ()
    for key, value in row.fields.items():
        fields = with_pair(fields, key, value.say(language))
    return Segment(
        short_id(),
        row.kind,
        row.title.say(language),
        duration_ms=None if row.seconds is None else row.seconds * 1000,
        beats=tuple(
            Beat(short_id(), kind=kind, script=words.say(language))
            for kind, words in row.beats.items()
        ),
        fields=fields,
    )


@lru_cache(maxsize=4096)
def _shares(total_ms: Ms, weights: tuple[float, ...]) -> tuple[Ms, ...]:
    return divided(total_ms, weights)


@cache
def _weights(kind: str) -> Mapping[str, float]:
    return MappingProxyType({beat.id: beat.weight for beat in kind_of(kind).beats})


@cache
def _bare(kind: str) -> KindSpec:
    home = list(formats())[-1]
    return KindSpec(
        kind, Text(kind, kind), Text("", ""), home, "question", 0,
        repeatable=True, interactive=False, sells=False, known=False,
    )  # fmt: skip


def _wrong(file: Path, problem: str) -> Refused:
    return Refused(
        text("{file}: {problem}.", file=file.name, problem=problem.strip("\"'")),
        text("Correct the file; nothing was read from it."),
    )
