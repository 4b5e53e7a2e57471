"""The course of one guided act: waiting, running, done, skipped, with its progress and hint."""

from __future__ import annotations

from app.core.words import Text
from app.metrics.measure import Act, ActState, ActStep


class Course:
    """How far one act is."""

    def __init__(self, act: Act) -> None:
        self._act = act
        self.step = ActStep.WAITING
        self._progress = 0.0
        self._hint: Text | None = None

    def begin(self) -> None:
        """Start it, or start it again."""
        self.step, self._progress, self._hint = ActStep.RUNNING, 0.0, None

    def skip(self) -> None:
        """Leave it out."""
        self.step, self._hint = ActStep.SKIPPED, None

    def show(self, progress: float, hint: Text | None) -> None:
        """Say how far it is while it runs."""
        self._progress, self._hint = progress, hint

    def finish(self) -> None:
        """Call it done."""
        self.step, self._progress, self._hint = ActStep.DONE, 1.0, None

    def state(self) -> ActState:
        """Return it as a value."""
        return ActState(self._act, self.step, self._progress, self._hint)
