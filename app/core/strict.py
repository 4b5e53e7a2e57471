"""Data files read strictly: an unknown key, a missing one or a wrong type names file and place.

The shape of a file is a frozen dataclass; its field types are the schema. `Text` fields are written
`{ en = "…", zh = "…" }`; a tuple of dataclasses is an array of tables.
"""

from __future__ import annotations

import dataclasses
import tomllib
import types
import typing
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, datetime
from enum import Enum
from functools import cache, partial
from pathlib import Path
from typing import Any, TypeVar, cast

from app.core.errors import Refused
from app.core.words import Text, text

T = TypeVar("T")


def load(file: Path, shape: type[T]) -> T:
    """Return `file` (TOML) as a value of the dataclass `shape`; raises Refused naming the place."""
    try:
        with file.open("rb") as stream:
            raw = tomllib.load(stream)
    except tomllib.TOMLDecodeError as error:
        raise refused(file, "", str(error)) from error
    except OSError as error:
        raise refused(file, "", error.strerror or str(error)) from error
    return parse(raw, shape, file)


def parse(raw: Mapping[str, Any], shape: type[T], file: Path | str, place: str = "") -> T:
    """Return the mapping `raw` as `shape`; `file` and `place` only name it in an error."""
    return cast(T, _read(shape, raw, file, (None, place) if place else None))


def refused(file: Path | str, place: str, problem: str) -> Refused:
    """Return what to say about the value at `place` of a file."""
    name = file.name if isinstance(file, Path) else file
    return Refused(
        text("{file}, {place}: {problem}.", file=name, place=place or "—", problem=problem),
        text("Correct the file; nothing was read from it."),
    )


# A place grows by a key or an index with each step inwards and is only put in words for an error;
# a reader is made once for each type: a show of 1,000 rows is some 20,000 values.
_Place = tuple[Any, str | int] | None
_Reader = Callable[[Any, Path | str, _Place], Any]
_NAMES = {
    str: "text",
    float: "a number",
    int: "a whole number",
    bool: "true or false",
    date: "a date",
    datetime: "a date and time",
}


@dataclasses.dataclass(frozen=True, slots=True)
class _Field:
    read: _Reader
    required: bool


@cache
def _fields(shape: type) -> dict[str, _Field]:
    hints = typing.get_type_hints(shape)
    return {
        f.name: _Field(
            _reader(hints[f.name]),
            f.default is dataclasses.MISSING and f.default_factory is dataclasses.MISSING,
        )
        for f in dataclasses.fields(shape)
    }


def _read(shape: type, raw: Any, file: Path | str, place: _Place) -> Any:
    if not isinstance(raw, Mapping):
        raise _wrong(file, place, f"{raw!r} is not a table")
    fields = _fields(shape)
    for key in raw:
        if key not in fields:
            known = ", ".join(sorted(fields))
            raise _wrong(file, (place, str(key)), f"unknown key; known here: {known}")
    values: dict[str, Any] = {}
    for name, spec in fields.items():
        if name in raw:
            values[name] = spec.read(raw[name], file, (place, name))
        elif spec.required:
            raise _wrong(file, (place, name), "missing")
    try:
        return shape(**values)
    except ValueError as error:
        raise _wrong(file, place, str(error)) from error


@cache
def _reader(hint: Any) -> _Reader:
    """Return what reads a value of the type `hint`."""
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        return _union(args)
    if origin is typing.Literal:
        return partial(_one_of, args)
    if origin is tuple:
        if len(args) == 2 and args[1] is Ellipsis:
            return partial(_list, _reader(args[0]))
        return partial(_row, tuple(_reader(a) for a in args))
    if origin in (dict, Mapping) or hint is dict:
        return partial(_table, _reader(args[1]) if args else None)
    if hint is Text:
        return _text
    if hint is Any:
        return lambda raw, _file, _place: raw
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return partial(_read, hint)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return partial(_member, hint)
    if hint is date or hint is datetime:
        return partial(_day, hint)
    return partial(_scalar, hint)


def _union(args: tuple[Any, ...]) -> _Reader:
    options = [a for a in args if a is not type(None)]
    may_be_none = len(options) < len(args)
    only = _reader(options[0]) if len(options) == 1 else None

    def read(raw: Any, file: Path | str, place: _Place) -> Any:
        if raw is None and may_be_none:
            return None
        if only is not None:
            return only(raw, file, place)
        if any(isinstance(option, type) and isinstance(raw, option) for option in options):
            return raw
        raise _wrong(file, place, f"{raw!r} is none of {', '.join(map(str, options))}")

    return read


def _one_of(known: tuple[Any, ...], raw: Any, file: Path | str, place: _Place) -> Any:
    if raw not in known:
        raise _wrong(file, place, f"{raw!r} is none of {', '.join(map(repr, known))}")
    return raw


def _list(item: _Reader, raw: Any, file: Path | str, place: _Place) -> tuple[Any, ...]:
    if not isinstance(raw, list):
        raise _wrong(file, place, f"{raw!r} is not a list")
    return tuple([item(value, file, (place, at)) for at, value in enumerate(raw)])


def _row(items: tuple[_Reader, ...], raw: Any, file: Path | str, place: _Place) -> Any:
    if not isinstance(raw, list):
        raise _wrong(file, place, f"{raw!r} is not a list")
    if len(items) != len(raw):
        raise _wrong(file, place, f"{len(raw)} values where {len(items)} belong")
    pairs = enumerate(zip(items, raw, strict=True))
    return tuple([item(value, file, (place, at)) for at, (item, value) in pairs])


def _table(item: _Reader | None, raw: Any, file: Path | str, place: _Place) -> Any:
    if not isinstance(raw, dict):
        raise _wrong(file, place, f"{raw!r} is not a table")
    return {k: item(v, file, (place, str(k))) for k, v in raw.items()} if item else raw


def _text(raw: Any, file: Path | str, place: _Place) -> Text:
    if isinstance(raw, Text):  # a stored sentence, already read with the numbers in it
        return raw
    if not isinstance(raw, dict) or set(raw) != {"en", "zh"}:
        raise _wrong(file, place, f"{raw!r} is not {{ en = …, zh = … }}")
    return Text(raw["en"], raw["zh"])


def _member(kind: type[Enum], raw: Any, file: Path | str, place: _Place) -> Enum:
    try:
        return kind(raw)
    except ValueError:
        known = ", ".join(str(m.value) for m in kind)
        raise _wrong(file, place, f"{raw!r} is none of {known}") from None


def _day(hint: type[date], raw: Any, file: Path | str, place: _Place) -> date:
    """Return a day or moment: TOML has its own, JSON writes both as ISO 8601 text."""
    if type(raw) is hint:
        return raw
    if isinstance(raw, str):
        with suppress(ValueError):
            read = hint.fromisoformat(raw)
            if read.isoformat() == raw:
                return read
    raise _wrong(file, place, f"{raw!r} is not {_NAMES[hint]}")


def _scalar(hint: Any, raw: Any, file: Path | str, place: _Place) -> Any:
    if type(raw) is hint:
        return raw
    if hint is float and type(raw) is int:
        return float(raw)
    if not isinstance(raw, hint) or (isinstance(raw, bool) and hint in (int, float)):
        raise _wrong(file, place, f"{raw!r} is not {_NAMES.get(hint, hint)}")
    return raw


def _wrong(file: Path | str, place: _Place, problem: str) -> Refused:
    steps: list[str | int] = []
    while place is not None:
        place, step = place
        steps.append(step)
    words = ""
    for step in reversed(steps):
        words += f"[{step}]" if isinstance(step, int) else f".{step}" if words else step
    return refused(file, words, problem)
