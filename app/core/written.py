"""Our frozen values as plain JSON and back: strictly, so that a spoiled file is refused by place."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import datetime
from enum import Enum
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
        fields = dataclasses.fields(value)
        changed = [f.name for f in fields if getattr(value, f.name) != _default(f)]
        return {name: to_plain(getattr(value, name)) for name in changed}
    if isinstance(value, datetime):
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
    return strict.parse(_with_texts(raw), shape, name)


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
