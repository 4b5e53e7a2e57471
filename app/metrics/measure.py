"""What a measurement is, and how the files of `sound/` and `picture/` are found."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, Protocol

from app.core.words import Text
from app.metrics.reading import Reading


class Act(StrEnum):
    """What the host is asked to do so that numbers can be had that blind analysis cannot give."""

    SILENCE = "silence"  # 3 s: noise floor, hum
    CLAPS = "claps"  # six claps: A/V offset, RT60, C50
    SHEET = "sheet"  # a white sheet for 2 s: white balance, exposure


class ActStep(StrEnum):
    """How far an act has come."""

    WAITING = "waiting"  # not begun
    RUNNING = "running"  # begun; being listened or looked for
    DONE = "done"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class ActState:
    """How far an act is: `progress` 0…1 while it runs, `hint` what is (not yet) heard or seen."""

    act: Act
    step: ActStep
    progress: float = 0.0
    hint: Text | None = None


class Measure(Protocol):
    """A measurement that collects evidence and answers with one reading for each of its ids."""

    ids: ClassVar[tuple[str, ...]]

    def readings(self) -> Iterable[Reading]:
        """Return a reading for every id, with a reason where there is no number yet."""
        ...


def discover(package: str) -> tuple[type, ...]:
    """Return every class with `ids` defined in the modules of `package`, in the order of their names."""
    found = []
    for module in pkgutil.iter_modules(importlib.import_module(package).__path__):
        loaded = importlib.import_module(f"{package}.{module.name}")
        found += [
            c
            for c in vars(loaded).values()
            if isinstance(c, type) and getattr(c, "ids", None) and c.__module__ == loaded.__name__
        ]
    return tuple(found)
