"""The two ways across to the GUI thread: a wake-up that never queues twice, and work done later."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from app.core.errors import Trouble
from app.core.words import Text, text

T = TypeVar("T")


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
        self._rung.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)

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


class Cancelled(Exception):
    """Raised inside the work by `Task.tell` once the person cancelled."""


class Task:
    """What the work sees of its job: where to tell progress, and whether to go on."""

    def __init__(self, told: Callable[[], None]) -> None:
        self._told = told
        self._stop = threading.Event()
        self.share: float | None = None
        self.what: Text | None = None

    @property
    def cancelled(self) -> bool:
        """Whether the work should end soon."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask the work to end; it does at its next `tell`."""
        self._stop.set()

    def tell(self, share: float | None, what: Text | None = None) -> None:
        """Say how far the work is (0 to 1); raises Cancelled once the person cancelled."""
        if self._stop.is_set():
            raise Cancelled
        self.share, self.what = share, what
        self._told()


@dataclass(slots=True)
class _Job(Generic[T]):
    """One piece of work under way and the methods that hear of it."""

    task: Task
    done: Callable[[T], object]
    failed: Callable[[Trouble], object] | None
    progress: Callable[[float | None, Text | None], object] | None
    result: list[T]
    trouble: Trouble | None = None
    ended: bool = False


class Later(QObject):
    """Runs functions off the GUI thread and hands their results back on it.

    A fault of our own in the work goes to the thread's exception hook (a crash report) and to
    `failed` as a Trouble. After `close` nothing is handed back any more.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: dict[int, _Job[object]] = {}
        self._threads: dict[int, threading.Thread] = {}
        self._numbers = itertools.count()
        self._wake = Wake(self)
        self._wake.woke.connect(self._deliver)

    def run(
        self,
        work: Callable[[Task], T],
        done: Callable[[T], object],
        *,
        failed: Callable[[Trouble], object] | None = None,
        progress: Callable[[float | None, Text | None], object] | None = None,
    ) -> Task:
        """Start `work(task)` on a thread; `done(result)` or `failed(trouble)` follow on this one.

        A cancelled job calls neither.
        """
        task = Task(self._wake)
        job: _Job[T] = _Job(task, done, failed, progress, [])
        number = next(self._numbers)
        self._jobs[number] = job  # type: ignore[assignment]
        thread = threading.Thread(
            target=_work, args=(job, work, self._wake), name=f"later-{number}", daemon=True
        )
        self._threads[number] = thread
        thread.start()
        return task

    def busy(self) -> bool:
        """Return whether any work is under way."""
        return bool(self._jobs)

    def close(self, timeout: float = 5.0) -> bool:
        """Cancel everything and wait up to `timeout` seconds; return whether all of it ended."""
        jobs, self._jobs = self._jobs, {}
        for job in jobs.values():
            job.task.cancel()
        for thread in self._threads.values():
            thread.join(timeout)
        ended = not any(thread.is_alive() for thread in self._threads.values())
        self._threads = {n: t for n, t in self._threads.items() if t.is_alive()}
        return ended

    def _deliver(self) -> None:
        for number, job in list(self._jobs.items()):
            if not job.ended:
                if job.progress is not None and not job.task.cancelled:
                    job.progress(job.task.share, job.task.what)
                continue
            del self._jobs[number]
            self._threads.pop(number).join()
            if job.task.cancelled:
                continue
            if job.result:
                job.done(job.result[0])
            elif job.trouble is not None and job.failed is not None:
                job.failed(job.trouble)


def _work(job: _Job[T], work: Callable[[Task], T], wake: Wake) -> None:
    try:
        job.result.append(work(job.task))
    except Cancelled:
        return
    except Trouble as trouble:
        job.trouble = trouble
    finally:
        if not job.result and job.trouble is None:
            job.trouble = Trouble(text("This did not work because of a fault of ours."))
        job.ended = True
        wake()
