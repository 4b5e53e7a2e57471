"""Work that takes more than a moment, off the thread that asked: progress, cancelling, one answer."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from app.capture.worker import Worker
from app.core.errors import Trouble
from app.core.words import Text

log = logging.getLogger(__name__)
T = TypeVar("T")


class Cancelled(Exception):
    """The person did not want to wait any longer."""


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """How a job ended: a value, or a trouble to say, or neither where it was cancelled or a bug."""

    value: T | None = None
    trouble: Trouble | None = None
    cancelled: bool = False
    bug: Exception | None = None


class Progress:
    """What a job is handed: where it says how far it is, and where it learns that it should end."""

    def __init__(
        self, stopping: threading.Event, told: Callable[[float, Text | None], None]
    ) -> None:
        self._stopping = stopping
        self._told = told

    @property
    def cancelled(self) -> bool:
        """Return whether the job should end."""
        return self._stopping.is_set()

    def tell(self, fraction: float, what: Text | None = None) -> None:
        """Say how far the job is (0…1); raises Cancelled where nobody waits any more."""
        if self.cancelled:
            raise Cancelled
        self._told(min(max(fraction, 0.0), 1.0), what)


class Job(Generic[T]):
    """One piece of work on its own thread.

    `done` gets the outcome and `progressed` the progress, both on that thread: a window wraps them so
    that they arrive on its own. A bug is handed over and then reported as every unhandled error is.
    """

    def __init__(
        self,
        name: str,
        work: Callable[[Progress], T],
        done: Callable[[Outcome[T]], None],
        progressed: Callable[[float, Text | None], None] | None = None,
    ) -> None:
        self._work = work
        self._done = done
        self._progressed = progressed or _unheard
        self._worker = Worker(f"job {name}", self._run)

    @property
    def running(self) -> bool:
        """Return whether the job still runs."""
        return self._worker.alive

    def start(self) -> Job[T]:
        """Begin, and return the job."""
        self._worker.start()
        return self

    def cancel(self) -> None:
        """Ask the job to end at its next step, without waiting."""
        self._worker.ask_to_stop()

    def stop(self, timeout: float) -> bool:
        """Ask the job to end and wait at most `timeout` seconds; return whether it has ended."""
        return self._worker.stop(timeout)

    def _run(self, stopping: threading.Event) -> None:
        try:
            outcome = Outcome(self._work(Progress(stopping, self._progressed)))
        except Cancelled:
            outcome = Outcome(cancelled=True)
        except Trouble as trouble:
            outcome = Outcome(trouble=trouble)
        except Exception as bug:
            self._done(Outcome(bug=bug))
            raise
        self._done(outcome)


def _unheard(fraction: float, what: Text | None) -> None:
    """Let progress pass that nobody listens to."""
