"""Jobs: a value, a trouble, a cancel or a bug, each told once."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest

from app.core.errors import Environment
from app.core.words import Text, text
from app.session.jobs import Job, Outcome, Progress


def finished(
    work: Callable[[Progress], Any], *, cancel: bool = False
) -> tuple[Outcome[Any], list[float]]:
    outcomes: list[Outcome[Any]] = []
    heard: list[float] = []

    def progressed(fraction: float, what: Text | None) -> None:
        heard.append(fraction)

    job = Job("test", work, outcomes.append, progressed).start()
    if cancel:
        job.cancel()
    assert job.stop(10) if cancel else _joined(job)
    assert len(outcomes) == 1
    return outcomes[0], heard


def _joined(job: Job[Any]) -> bool:
    job._worker._thread.join(10)  # type: ignore[union-attr]
    return not job.running


def test_a_job_gives_its_value_and_its_progress() -> None:
    def work(progress: Progress) -> int:
        progress.tell(0.5)
        progress.tell(7.0)
        return 42

    outcome, heard = finished(work)
    assert outcome == Outcome(42)
    assert heard == [0.5, 1.0]


def test_a_trouble_is_handed_over() -> None:
    trouble = Environment(text("no"))

    def work(progress: Progress) -> None:
        raise trouble

    assert finished(work)[0] == Outcome(trouble=trouble)


def test_a_cancelled_job_ends_at_its_next_step() -> None:
    stopped = threading.Event()

    def work(progress: Progress) -> None:
        while not progress.cancelled:
            stopped.wait(0.001)
        progress.tell(1.0)

    assert finished(work, cancel=True)[0] == Outcome(cancelled=True)


def test_a_bug_is_told_and_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    reported: list[object] = []
    monkeypatch.setattr(threading, "excepthook", lambda args: reported.append(args.exc_value))
    bug = ZeroDivisionError()

    def work(progress: Progress) -> None:
        raise bug

    assert finished(work)[0].bug is bug
    assert reported == [bug]
