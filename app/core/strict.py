"""Data files read strictly: an unknown key, a missing one or a wrong type names file and place.

The shape of a file is a frozen dataclass; its field types are the schema. `Text` fields are written
`{ en = "…", zh = "…" }`; a tuple of dataclasses is an array of tables.
"""

from __future__ import annotations

import dataclasses
import tomllib
import types
import typing
from collections.abc import Mapping
from datetime import date
from enum import Enum
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
        raise _refused(file, "", str(error)) from error
    except OSError as error:
        raise _refused(file, "", error.strerror or str(error)) from error
    return parse(raw, shape, file)


def parse(raw: Mapping[str, Any], shape: type[T], file: Path | str, place: str = "") -> T:
    """Return the mapping `raw` as `shape`; `file` and `place` only name it in an error."""
    assert dataclasses.is_dataclass(shape)
    hints = typing.get_type_hints(shape)
    fields = {f.name: f for f in dataclasses.fields(shape)}
    for key in raw:
        if key not in fields:
            known = ", ".join(sorted(fields))
            raise _refused(file, _join(place, key), f"unknown key; known here: {known}")
    values: dict[str, Any] = {}
    for name, spec in fields.items():
        if name in raw:
            values[name] = _value(raw[name], hints[name], file, _join(place, name))
        elif spec.default is dataclasses.MISSING and spec.default_factory is dataclasses.MISSING:
            raise _refused(file, _join(place, name), "missing")
    try:
        return cast(T, shape(**values))
    except ValueError as error:
        raise _refused(file, place, str(error)) from error


def _value(raw: Any, hint: Any, file: Path | str, place: str) -> Any:
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        options = [a for a in args if a is not type(None)]
        if raw is None and len(options) < len(args):
            return None
        if len(options) == 1:
            return _value(raw, options[0], file, place)
        for option in options:
            if isinstance(option, type) and isinstance(raw, option):
                return raw
        raise _refused(file, place, f"{raw!r} is none of {', '.join(map(str, options))}")
    if origin is typing.Literal:
        if raw not in args:
            raise _refused(file, place, f"{raw!r} is none of {', '.join(map(repr, args))}")
        return raw
    if origin is tuple:
        if not isinstance(raw, list):
            raise _refused(file, place, f"{raw!r} is not a list")
        if len(args) == 2 and args[1] is Ellipsis:
            return tuple(_value(v, args[0], file, f"{place}[{i}]") for i, v in enumerate(raw))
        if len(args) != len(raw):
            raise _refused(file, place, f"{len(raw)} values where {len(args)} belong")
        return tuple(
            _value(v, a, file, f"{place}[{i}]")
            for i, (v, a) in enumerate(zip(raw, args, strict=True))
        )
    if origin in (dict, Mapping) or hint is dict:
        if not isinstance(raw, dict):
            raise _refused(file, place, f"{raw!r} is not a table")
        return (
            {k: _value(v, args[1], file, _join(place, k)) for k, v in raw.items()} if args else raw
        )
    if hint is Text:
        if isinstance(raw, Text):  # a stored sentence, already read with the numbers in it
            return raw
        if not isinstance(raw, dict) or set(raw) != {"en", "zh"}:
            raise _refused(file, place, f"{raw!r} is not {{ en = …, zh = … }}")
        return Text(raw["en"], raw["zh"])
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        if not isinstance(raw, dict):
            raise _refused(file, place, f"{raw!r} is not a table")
        return parse(raw, hint, file, place)
    return _scalar(raw, hint, file, place)


def _scalar(raw: Any, hint: Any, file: Path | str, place: str) -> Any:
    if hint is Any:
        return raw
    if isinstance(hint, type) and issubclass(hint, Enum):
        try:
            return hint(raw)
        except ValueError:
            known = ", ".join(str(m.value) for m in hint)
            raise _refused(file, place, f"{raw!r} is none of {known}") from None
    if hint is float and isinstance(raw, int) and not isinstance(raw, bool):
        return float(raw)
    wrong_bool = hint in (int, float) and isinstance(raw, bool)
    if not isinstance(raw, hint) or wrong_bool:
        names = {
            str: "text",
            float: "a number",
            int: "a whole number",
            bool: "true or false",
            date: "a date",
        }
        raise _refused(file, place, f"{raw!r} is not {names.get(hint, hint)}")
    return raw


def _join(place: str, key: str) -> str:
    return f"{place}.{key}" if place else key


def _refused(file: Path | str, place: str, problem: str) -> Refused:
    name = file.name if isinstance(file, Path) else file
    return Refused(
        text("{file}, {place}: {problem}.", file=name, place=place or "—", problem=problem),
        text("Correct the file; nothing was read from it."),
    )
