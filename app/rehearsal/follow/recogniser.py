"""What turns a voice into words as it speaks, behind one protocol; and one that replays a file."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from app.core.errors import Environment
from app.core.reasons import reason
from app.core.strict import parse, refused
from app.core.words import text


@dataclass(frozen=True, slots=True)
class Partial:
    """All words since the last endpoint as now understood, `t` seconds after the start."""

    t: float
    text: str
    final: bool = False  # they will not be revised


Hear = Callable[[Partial], None]


class Recogniser(Protocol):
    """Listens from `start` to `stop` and hands each partial to `hear`, on a thread of its choice."""

    def start(self, hear: Hear) -> None:
        """Begin to listen; raises Environment where it cannot."""
        ...

    def stop(self) -> None:
        """Stop; nothing is heard after this returns."""
        ...


class Replay:
    """Partials from a file, JSON lines of t, text and final, given out as time comes to them."""

    def __init__(self, file: Path) -> None:
        self._waiting = list(read_partials(file))
        self._hear: Hear | None = None

    def start(self, hear: Hear) -> None:
        """Begin; nothing is heard before `until` says how late it is."""
        self._hear = hear

    def until(self, t: float) -> None:
        """Hand over everything up to `t` seconds after the start."""
        while self._hear is not None and self._waiting and self._waiting[0].t <= t:
            self._hear(self._waiting.pop(0))

    def stop(self) -> None:
        """Stop for good."""
        self._hear = None


def read_partials(file: Path) -> Iterator[Partial]:
    """Yield the partials of a file in its order.

    Raises Refused naming the line that is none or goes back in time, Environment for the disk.
    """
    try:
        lines = file.read_text("utf-8").splitlines()
    except OSError as error:
        raise Environment(
            text("{file} cannot be read: {why}.", file=file.name, why=reason(error)),
            text("Check the file's name and whether it may be read."),
        ) from error
    before = 0.0
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            one = parse(json.loads(line), Partial, file, f"{number}")
        except json.JSONDecodeError as error:
            raise refused(file, f"{number}", str(error)) from error
        if one.t < before:
            raise refused(file, f"{number}.t", f"{one.t} is before {before}")
        before = one.t
        yield one
