"""The smallest steps from one list to the next, so that a table keeps its selection."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Removed:
    """Take out the row at `at`."""

    at: int


@dataclass(frozen=True, slots=True)
class Moved:
    """Take the row at `source` out and put it in again at `at` (always `at` < `source`)."""

    source: int
    at: int


@dataclass(frozen=True, slots=True)
class Inserted(Generic[T]):
    """Put `item` in at `at`."""

    at: int
    item: T


@dataclass(frozen=True, slots=True)
class Updated(Generic[T]):
    """Put `item` in the place of the row at `at`."""

    at: int
    item: T


def steps(
    old: Sequence[T], new: Sequence[T], key: Callable[[T], Hashable]
) -> Iterator[Removed | Moved | Inserted[T] | Updated[T]]:
    """Yield steps that, applied in order, turn `old` into `new`; rows are the same by `key`."""
    wanted = {key(item) for item in new}
    rows = list(old)
    for at in range(len(rows) - 1, -1, -1):
        if key(rows[at]) not in wanted:
            del rows[at]
            yield Removed(at)
    for at, item in enumerate(new):
        if at < len(rows) and key(rows[at]) == key(item):
            if rows[at] != item:
                rows[at] = item
                yield Updated(at, item)
            continue
        source = next((i for i in range(at + 1, len(rows)) if key(rows[i]) == key(item)), None)
        if source is None:
            rows.insert(at, item)
            yield Inserted(at, item)
            continue
        rows.insert(at, rows.pop(source))
        yield Moved(source, at)
        if rows[at] != item:
            rows[at] = item
            yield Updated(at, item)
