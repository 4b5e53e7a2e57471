"""The two ways across to the GUI thread: a wake-up that never queues twice, and work done later."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal

from app.core.errors import Trouble
from app.core.words import Text, text

if TYPE_CHECKING:
    from app.session.jobs import Job, Outcome, Progress

T = TypeVar("T")
FAULT = text("This did not work because of a fault of Greenroom's own. What was saved is safe.")


class Wake(QObject):
    """Call it from any thread; `woke` is sent on the GUI thread, once however often it was called.

    Calls that come before the GUI thread got round to the first fall together with it, so that a
    slow paint never finds a queue of wake-ups behind it.
    """

    woke = Signal()
    _rung = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._waiting = False
        queued = QtCore.Qt.ConnectionType.QueuedConnection
        self._rung.connect(self._hand_over, queued)

    def __call__(self) -> None:
        """Wake the GUI thread unless it is already on its way."""
        with self._lock:
            if self._waiting:
                return
            self._waiting = True
        self._rung.emit()

    def _hand_over(self) -> None:
        with self._lock:
            self._waiting = False
        self.woke.emit()


@dataclass(slots=True)
class _Waiting:
    """A job under way, the methods that hear of it, and what came over from its thread so far."""

    done: Callable[[Any], object]
    failed: Callable[[Trouble], object] | None
    progress: Callable[[float, Text | None], object] | None
    job: Job[Any] | None = None
    share: tuple[float, Text | None] | None = None
    outcome: Outcome[Any] | None = None


class Later(QObject):
    """Runs functions off the GUI thread and hands their results back on it.

    A fault of our own in the work goes to the thread's exception hook (a crash report) and to
    `failed` as a Trouble. After `close` nothing is handed back any more.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: list[_Waiting] = []
        self._wake: Wake | None = None

    def run(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], object],
        *,
        failed: Callable[[Trouble], object] | None = None,
        progress: Callable[[float, Text | None], object] | None = None,
    ) -> Job[T]:
        """Start `work(progress)` on a thread; `done(result)` or `failed(trouble)` follow on this one.

        Inside the work `progress.tell(share, what)` says how far it is. A job that was cancelled
        (`job.cancel()`) calls neither.
        """
        # Late, because the first window waits for no job.
        from app.session.jobs import Job

        if self._wake is None:
            self._wake = Wake(self)
            self._wake.woke.connect(self._deliver)
        waiting = _Waiting(done, failed, progress)
        self._waiting.append(waiting)
        post = _Post(waiting, self._wake)
        job = Job("later", work, post.ended, post.told)
        waiting.job = job
        return job.start()

    def busy(self) -> bool:
        """Return whether any work is under way."""
        return bool(self._waiting)

    def close(self, timeout: float = 5.0) -> bool:
        """Cancel everything and wait up to `timeout` seconds each; return whether all of it ended."""
        waiting, self._waiting = self._waiting, []
        jobs = [w.job for w in waiting if w.job is not None]
        for job in jobs:
            job.cancel()
        ended = [job.stop(timeout) for job in jobs]
        return all(ended)

    def _deliver(self) -> None:
        for waiting in list(self._waiting):
            outcome = waiting.outcome
            if outcome is None:
                if waiting.progress is not None and waiting.share is not None:
                    waiting.progress(*waiting.share)
                continue
            self._waiting.remove(waiting)
            if waiting.job is not None:
                waiting.job.stop(1.0)
            if outcome.cancelled:
                continue
            trouble = Trouble(FAULT) if outcome.bug is not None else outcome.trouble
            if trouble is None:
                waiting.done(outcome.value)
            elif waiting.failed is not None:
                waiting.failed(trouble)


class _Post:
    """Puts down what a job's thread says and wakes the GUI thread."""

    def __init__(self, waiting: _Waiting, wake: Wake) -> None:
        self._waiting, self._wake = waiting, wake

    def ended(self, outcome: Outcome[Any]) -> None:
        """Keep how the job ended."""
        self._waiting.outcome = outcome
        self._wake()

    def told(self, share: float, what: Text | None) -> None:
        """Keep how far the job is."""
        self._waiting.share = (share, what)
        self._wake()
