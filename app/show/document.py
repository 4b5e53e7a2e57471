"""A show as one JSON text that goes from studio to studio, with the products and voices it links to.

The text is canonical: what `write` makes, `read` gives back and `write` makes again byte for byte. Its
shape is described in checklists/schema.md ("Show document").
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from app.core import strict
from app.core.errors import Environment, Refused
from app.core.reasons import reason
from app.core.words import text
from app.core.written import from_plain, to_plain
from app.show.edit import ROUNDS
from app.show.product import Product
from app.show.show import DELAY, Segment, Show
from app.show.voice import Voice

FORMAT = "show"
VERSION = 1
MOST_BYTES = 64 * 1024 * 1024  # forty times a show of 1,000 rows with long scripts
DAY_MS = 86_400_000
LONGEST_MS = 7 * DAY_MS
Problem = tuple[str, str]  # where, what


@dataclass(frozen=True, slots=True)
class Document:
    """What a document holds."""

    show: Show
    products: tuple[Product, ...] = ()
    voices: tuple[Voice, ...] = ()


def write(show: Show, products: Iterable[Product] = (), voices: Iterable[Voice] = ()) -> str:
    """Return the document of `show`; products and voices stand in the order of their ids."""
    plain = {
        "greenroom": FORMAT,
        "version": VERSION,
        "show": to_plain(show),
        "products": [to_plain(p) for p in sorted(products, key=lambda p: p.id)],
        "voices": [to_plain(v) for v in sorted(voices, key=lambda v: v.id)],
    }
    return json.dumps(plain, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def read(written: str, name: str) -> Document:
    """Return what `write` wrote; `name` stands for the file in errors.

    Raises Refused naming the place of what is no JSON, unknown, missing, of a wrong type, outside its
    limits or twice there, and for a document of a newer app.
    """
    raw = _json(written, name)
    if not isinstance(raw, dict) or raw.get("greenroom") != FORMAT:
        raise Refused(
            text("{file} is no show of Greenroom.", file=name),
            text("Choose a file that `greenroom show export` wrote."),
        )
    version = raw.get("version")
    if type(version) is int and version > VERSION:
        raise Refused(
            text(
                "{file} was written by a newer Greenroom (document {found}; known here: {known}).",
                file=name,
                found=version,
                known=VERSION,
            ),
            text("Update Greenroom; nothing was read from the file."),
        )
    if type(version) is not int or version < 1:
        raise strict.refused(name, "version", f"{version!r} is not {VERSION}")
    rest = {key: value for key, value in raw.items() if key not in ("greenroom", "version")}
    document = from_plain(rest, Document, name)
    for place, problem in _problems(document):
        raise strict.refused(name, place, problem)
    return document


def load(file: Path) -> Document:
    """Return the document in `file` (UTF-8); raises what `read` raises, Environment for the disk."""
    try:
        size = file.stat().st_size
        content = file.read_bytes() if size <= MOST_BYTES else b""
    except OSError as error:
        raise Environment(
            text("{file} cannot be read: {why}.", file=file.name, why=reason(error)),
            text("Check the file's name and whether it may be read."),
        ) from error
    if size > MOST_BYTES:
        raise strict.refused(file, "", f"{size} bytes; the most is {MOST_BYTES}")
    try:
        return read(content.decode("utf-8-sig"), file.name)
    except UnicodeDecodeError as error:
        raise strict.refused(file, "", f"no UTF-8 at byte {error.start}") from error


def linked(show: Show) -> frozenset[str]:
    """Return the ids of the products that rows or cues of `show` speak of."""
    rows = {product for segment in show.segments() for product in segment.products}
    cues = {cue.product for segment in show.segments() for cue in segment.cues}
    return frozenset((rows | cues) - {""})


def _json(written: str, name: str) -> Any:
    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) != len(pairs):
            keys = [key for key, _ in pairs]
            twice = next(key for key in found if keys.count(key) > 1)
            raise strict.refused(name, twice, "written twice in one object")
        return found

    def no_number(constant: str) -> NoReturn:
        raise strict.refused(name, "", f"{constant} is not a number")

    try:
        raw = json.loads(written, object_pairs_hook=once, parse_constant=no_number)
        written.encode()
        json.dumps(raw, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise strict.refused(name, place, error.msg) from error
    except UnicodeEncodeError as error:
        raise strict.refused(name, "", f"broken character {error.object[error.start]!a}") from error
    except RecursionError as error:
        raise strict.refused(name, "", "nested too deeply") from error
    except ValueError as error:  # a number of thousands of digits
        raise strict.refused(name, "", str(error)) from error
    return raw


def _problems(document: Document) -> Iterator[Problem]:
    """Yield where a document makes no sense although every value is of the right type."""
    show = document.show
    if not show.id:
        yield "show.id", "empty"
    if not 0 <= show.start_ms < DAY_MS:
        yield "show.start_ms", f"{show.start_ms} is not from 0 to {DAY_MS - 1}"
    yield from _times("show", (("target_ms", show.target_ms),))
    if show.hard_out is not None:
        yield from _times("show", (("hard_out.ms", show.hard_out.ms),))
    yield from _twice("show.parts", [p.id for p in show.parts])
    yield from _twice("show.columns", [c.id for c in show.columns])
    yield from _twice("show.parts segments", [s.id for s in show.segments()])
    yield from _twice("products", [p.id for p in document.products])
    yield from _twice("voices", [v.id for v in document.voices])
    for p, part in enumerate(show.parts):
        if not 1 <= part.count <= ROUNDS:
            yield f"show.parts[{p}].count", f"{part.count} is not from 1 to {ROUNDS}"
        yield from _times(f"show.parts[{p}]", (("target_ms", part.target_ms),))
        for s, segment in enumerate(part.segments):
            yield from _segment(f"show.parts[{p}].segments[{s}]", segment)
    for v, voice in enumerate(document.voices):
        for slow, fast in ((voice.zh_slow, voice.zh_fast), (voice.en_slow, voice.en_fast)):
            if not 0 < slow <= fast:
                yield f"voices[{v}]", f"{slow} to {fast} a minute is no rate"


def _segment(place: str, segment: Segment) -> Iterator[Problem]:
    yield from _twice(f"{place}.beats", [b.id for b in segment.beats])
    yield from _twice(f"{place}.cues", [c.id for c in segment.cues])
    if (segment.duration_ms or 0) < 0 and segment.kind != DELAY:
        yield f"{place}.duration_ms", f"{segment.duration_ms} is less than 0"
    times = [("start.ms", segment.start), ("end.ms", segment.end)]
    yield from _times(place, [(key, time.ms) for key, time in times if time is not None])
    yield from _times(place, (("duration_ms", abs(segment.duration_ms or 0)),))
    for b, beat in enumerate(segment.beats):
        yield from _times(f"{place}.beats[{b}]", (("duration_ms", beat.duration_ms),))
    for c, cue in enumerate(segment.cues):
        yield from _times(f"{place}.cues[{c}]", (("at_ms", cue.at_ms), ("every_ms", cue.every_ms)))
    for key, pairs in (("fields", segment.fields), ("custom", segment.custom)):
        if list(pairs) != sorted(dict(pairs).items()) or any(not value for _, value in pairs):
            yield f"{place}.{key}", "not sorted by name, a name twice, or an empty value"


def _times(place: str, times: Iterable[tuple[str, int | None]]) -> Iterator[Problem]:
    for key, ms in times:
        if ms is not None and not 0 <= ms <= LONGEST_MS:
            yield f"{place}.{key}", f"{ms} is not from 0 to {LONGEST_MS}"


def _twice(place: str, ids: list[str]) -> Iterator[Problem]:
    if len(set(ids)) != len(ids):
        twice = next(id for id in ids if ids.count(id) > 1)  # noqa: A001 the field's word
        yield place, f"the id {twice!r} is there twice"
