"""Values by id, in the order of their ids: the collections that a studio is made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Generic, Protocol, TypeVar


class Kept(Protocol):
    """A value with an id of its own."""

    @property
    def id(self) -> str:
        """Return what tells this value from the others of its kind."""
        ...


T = TypeVar("T", bound=Kept)


class Shelf(Generic[T]):
    """An immutable set of values by id; equal by content, shared where nothing changed."""

    __slots__ = ("_values",)

    def __init__(self, values: Iterable[T] = ()) -> None:
        self._values: Mapping[str, T] = {v.id: v for v in sorted(values, key=lambda v: v.id)}

    def __iter__(self) -> Iterator[T]:
        return iter(self._values.values())

    def __len__(self) -> int:
        return len(self._values)

    def __contains__(self, id: object) -> bool:  # noqa: A002 the field's word
        return id in self._values

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Shelf) and (self is other or self._values == other._values)

    def __hash__(self) -> int:
        return hash(tuple(self._values))

    def __repr__(self) -> str:
        return f"Shelf({list(self)!r})"

    def get(self, id: str) -> T | None:  # noqa: A002
        """Return the value with this id, or None."""
        return self._values.get(id)

    def put(self, value: T) -> Shelf[T]:
        """Return a shelf where `value` stands in the place of its id."""
        if self._values.get(value.id) == value:
            return self
        return Shelf({**self._values, value.id: value}.values())

    def without(self, id: str) -> Shelf[T]:  # noqa: A002
        """Return a shelf without this id."""
        return Shelf(v for v in self if v.id != id) if id in self._values else self
