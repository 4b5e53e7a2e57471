"""Values by id, in the order of their ids: the collections that a studio is made of."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import Any, Generic, Protocol, Self, TypeVar, cast

from app.storage.unread import Unread


class Kept(Protocol):
    """A value with an id of its own."""

    @property
    def id(self) -> str:
        """Return what tells this value from the others of its kind."""
        ...


T = TypeVar("T", bound=Kept)
H = TypeVar("H", bound=Kept)


class Shelf(Generic[T]):
    """An immutable set of values by id; equal by content, shared where nothing changed."""

    __slots__ = ("_slots",)

    def __init__(self, values: Iterable[T] = ()) -> None:
        self._slots: dict[str, Any] = _sorted({v.id: self._kept(v) for v in values})

    def __iter__(self) -> Iterator[T]:
        return map(self._value, self._slots.values())

    def __len__(self) -> int:
        return len(self._slots)

    def __contains__(self, id: object) -> bool:  # noqa: A002 the field's word
        return id in self._slots

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Shelf) and not self.changed(other)

    def __hash__(self) -> int:
        return hash(tuple(self._slots))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({list(self)!r})"

    def get(self, id: str) -> T | None:  # noqa: A002
        """Return the value with this id, or None."""
        slot = self._slots.get(id)
        return None if slot is None else self._value(slot)

    def put(self, value: T) -> Self:
        """Return a shelf where `value` stands in the place of its id."""
        return self.put_all((value,))

    def put_all(self, values: Iterable[T]) -> Self:
        """Return a shelf where each of `values` stands in the place of its id."""
        newest = {v.id: v for v in values}
        fresh = {id: self._kept(v) for id, v in newest.items() if not self.holds(v)}  # noqa: A001
        if not fresh:
            return self
        grown = {**self._slots, **fresh}
        # In order already where all ids are known, or new ones, which sort by time, come last.
        added = [id for id in fresh if id not in self._slots]  # noqa: A001
        last = next(reversed(self._slots), "")
        in_order = all(a < b for a, b in pairwise((last, *added)))
        return self._with(grown if in_order else _sorted(grown))

    def without(self, id: str) -> Self:  # noqa: A002
        """Return a shelf without this id."""
        return self.without_all((id,))

    def without_all(self, ids: Iterable[str]) -> Self:
        """Return a shelf without these ids."""
        gone = self._slots.keys() & set(ids)
        if not gone:
            return self
        return self._with({k: slot for k, slot in self._slots.items() if k not in gone})

    def holds(self, value: T) -> bool:
        """Return whether an equal value stands in the place of its id."""
        mine = self.get(value.id)
        return mine is value or mine == value

    def holding(self, values: Iterable[T]) -> Self:
        """Return a shelf of this sort with `values`, and nothing else."""
        return self._with(_sorted({v.id: self._kept(v) for v in values}))

    def changed(self, other: Shelf[Any]) -> tuple[str, ...]:
        """Return the ids, sorted, where two shelves differ; what they share is not even read."""
        if self is other:
            return ()
        mine, theirs = self._slots, other._slots
        found = [id for id in mine if id not in theirs] + [id for id in theirs if id not in mine]  # noqa: A001
        for id, slot in mine.items():  # noqa: A001
            their_slot = theirs.get(id)
            if their_slot is None or their_slot is slot:
                continue
            was, becomes = self._value(slot), other._value(their_slot)
            if was is not becomes and was != becomes:
                found.append(id)
        return tuple(sorted(found))

    def _with(self, slots: dict[str, Any]) -> Self:
        fresh = object.__new__(type(self))
        fresh._slots = slots
        return fresh

    def _kept(self, value: T) -> Any:
        return value

    def _value(self, slot: Any) -> T:
        return cast(T, slot)


class LazyShelf(Shelf[T], Generic[T, H]):
    """A shelf that knows the heads of its values and reads a value on first use, on any thread."""

    __slots__ = ("_head_of",)

    def __init__(self, head_of: Callable[[T], H], values: Iterable[T] = ()) -> None:
        self._head_of = head_of
        super().__init__(values)

    def heads(self) -> tuple[H, ...]:
        """Return the head of every value, in the order of their ids; nothing is read."""
        return tuple([slot.head for slot in self._slots.values()])

    def head(self, id: str) -> H | None:  # noqa: A002
        """Return the head of the value with this id, or None; nothing is read."""
        slot = self._slots.get(id)
        return None if slot is None else cast(H, slot.head)

    def _with(self, slots: dict[str, Any]) -> Self:
        fresh = super()._with(slots)
        fresh._head_of = self._head_of  # noqa: SLF001 a shelf of our own making
        return fresh

    def _kept(self, value: T | Unread) -> Any:
        return _Slot(value, self._head_of)

    def _value(self, slot: Any) -> T:
        return cast(T, slot.value())


class _Slot:
    """One value of a lazy shelf: its head, and the value once it was read."""

    __slots__ = ("_head_of", "_lock", "_unread", "_value", "head")

    def __init__(self, value: Any, head_of: Callable[[Any], Any]) -> None:
        self._head_of = head_of
        self._lock = threading.Lock()
        self._unread: Unread | None = None
        if isinstance(value, Unread):
            self._unread, self.head = value, value.head
        else:
            self._value, self.head = value, head_of(value)

    def value(self) -> Any:
        """Return the value, read by the first who asks."""
        if self._unread is None:
            return self._value
        with self._lock:
            if self._unread is not None:
                self._value = self._unread.read()
                self.head = self._head_of(self._value)
                self._unread = None
        return self._value


def _sorted(slots: dict[str, Any]) -> dict[str, Any]:
    return dict(sorted(slots.items(), key=_by_id))


def _by_id(item: tuple[str, Any]) -> str:
    return item[0]
