"""Undo and redo: the steps of each workspace, and how a step is taken back beside newer ones."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from app.core.changes import Change
from app.session.shelf import Kept, Shelf
from app.session.studio import Studio

if TYPE_CHECKING:
    from app.storage.store import Step

STEPS = 1000  # kept for each workspace; values are shared, so a step costs little


@dataclass(frozen=True, slots=True)
class Done:
    """One edit as it was stored: what the Undo menu says, and each aggregate before and after."""

    change: Change
    steps: tuple[Step, ...]


@dataclass(slots=True)
class History:
    """What one workspace can take back and do again."""

    undo: deque[Done] = field(default_factory=lambda: deque(maxlen=STEPS))
    redo: list[Done] = field(default_factory=list)

    def add(self, done: Done) -> None:
        """Remember a new edit; what was undone before it cannot be done again."""
        self.undo.append(done)
        self.redo.clear()


def differences(before: Studio, after: Studio) -> tuple[Step, ...]:
    """Return the aggregates that differ between two studios, cheaply where shelves are shared."""
    from app.storage.store import Step

    old, new = before.shelves(), after.shelves()
    return tuple(
        Step(kind, id, old[kind].get(id), new[kind].get(id))
        for kind in sorted(old)
        for id in old[kind].changed(new[kind])  # noqa: A001
    )


def reversed_steps(steps: Sequence[Step]) -> tuple[Step, ...]:
    """Return the steps that take `steps` back."""
    return tuple(replace(s, before=s.after, after=s.before) for s in steps)


def stands(studio: Studio, steps: Sequence[Step]) -> bool:
    """Return whether every aggregate still is what `steps` start from."""
    shelves = studio.shelves()
    return all(
        s.id not in shelves[s.kind] if s.before is None else shelves[s.kind].holds(s.before)
        for s in steps
    )


def applied(studio: Studio, steps: Sequence[Step]) -> Studio:
    """Return `studio` after `steps`; everything else is shared with it."""
    shelves: dict[str, Shelf[Kept]] = {}
    for step in steps:
        shelf = shelves.get(step.kind, studio.shelves()[step.kind])
        shelves[step.kind] = shelf.without(step.id) if step.after is None else shelf.put(step.after)
    changed: Mapping[str, Any] = shelves
    return replace(studio, **changed)
