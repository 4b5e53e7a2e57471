"""Our frozen values as plain JSON and back: strictly, so that a spoiled file is refused by place."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Mapping
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, TypeVar

from app.core import strict
from app.core.words import Text

T = TypeVar("T")


def to_plain(value: Any) -> Any:
    """Return `value` (dataclass, Text, enum, tuple, mapping, number, text) as JSON-ready values.

    A field that stands at its default is left out; reading gives it back.
    """
    if isinstance(value, Text):
        return _text_to_plain(value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return _dataclass_to_plain(value)
    if isinstance(value, date):  # and a moment, which is one too
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {str(key): to_plain(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return [to_plain(item) for item in value]
    return value


def from_plain(raw: Mapping[str, Any], shape: type[T], name: str) -> T:
    """Return what `to_plain` wrote as the dataclass `shape`; `name` stands for the file in errors.

    Raises Refused for an unknown key, a missing one, a wrong type or a value that makes no sense.
    """
    kind: Any = shape
    return strict.parse(_with_texts(raw) if _holds_text(kind) else raw, shape, name)


def _dataclass_to_plain(value: Any) -> dict[str, Any]:
    plain: dict[str, Any] = {}
    for name, default, is_number in _plan(value.__class__):
        item = getattr(value, name)
        if item is default or item == default:
            continue
        if item.__class__ is str:
            plain[name] = item
        else:
            # A whole number in the place of a number is read back as one, so it is written as one.
            plain[name] = to_plain(float(item) if is_number and type(item) is int else item)
    return plain


@cache
def _plan(shape: type) -> tuple[tuple[str, Any, bool], ...]:
    """Return name, default and whether it is a float of each field."""
    hints = typing.get_type_hints(shape)
    floats = (float, float | None)
    return tuple((f.name, _default(f), hints[f.name] in floats) for f in dataclasses.fields(shape))


@cache
def _holds_text(shape: Any) -> bool:
    """Return whether a value of this type may have a sentence anywhere in it."""
    if shape is Text or shape is Any or shape is dict:
        return True
    if isinstance(shape, type) and dataclasses.is_dataclass(shape):
        hints = typing.get_type_hints(shape)
        return any(_holds_text(hints[f.name]) for f in dataclasses.fields(shape))
    return any(_holds_text(part) for part in typing.get_args(shape) if part is not Ellipsis)


def _default(field: dataclasses.Field[Any]) -> Any:
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return field.default


def _text_to_plain(said: Text) -> dict[str, Any]:
    plain: dict[str, Any] = {"en": said.en}
    if said.zh is not None:
        plain["zh"] = said.zh
    if said.values:
        plain["values"] = to_plain(said.values)
    return plain


def _with_texts(raw: Any) -> Any:
    """Return `raw` with every written sentence made a Text again."""
    if isinstance(raw, Mapping):
        if isinstance(raw.get("en"), str) and set(raw) <= {"en", "zh", "values"}:
            return Text(raw["en"], raw.get("zh"), _with_texts(raw.get("values", {})))
        return {key: _with_texts(item) for key, item in raw.items()}
    if isinstance(raw, list):
        return [_with_texts(item) for item in raw]
    return raw
