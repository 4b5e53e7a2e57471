"""The slot, the ring and the worker: what stands between a device's thread and everybody else."""

from __future__ import annotations

import threading

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.capture.device_time import DeviceTime
from app.capture.ring import Ring
from app.capture.slot import LatestSlot
from app.capture.worker import Worker
from app.metrics.signals import Block


def block(first: int, count: int, lost: int = 0, rate: int = 1000) -> Block:
    """Return samples that carry their own number."""
    numbers = np.arange(first, first + count, dtype=np.float32)
    return Block(first / rate, np.stack([numbers, -numbers], 1), rate, lost)


def test_a_slot_keeps_the_newest_and_wakes_only_when_it_was_empty() -> None:
    wakes: list[int] = []
    slot: LatestSlot[int] = LatestSlot(lambda: wakes.append(1))
    for value in range(100):
        slot.put(value)
    assert (slot.take(), slot.take(), len(wakes)) == (99, None, 1)
    slot.put(7)
    assert len(wakes) == 2


def test_a_window_of_the_ring_is_one_slice_wherever_it_lies() -> None:
    ring = Ring(1000, 2, seconds=0.1)
    for first in range(0, 990, 30):
        ring.write(block(first, 30))
        window = ring.window(64)
        assert window.base is not None
        n = min(64, first + 30)
        assert np.array_equal(window[:, 0], np.arange(first + 30 - n, first + 30))


@given(st.lists(st.tuples(st.integers(1, 70), st.booleans()), max_size=60))
@settings(deadline=None)
def test_the_reader_of_a_ring_gets_every_sample_or_hears_how_many_were_lost(
    steps: list[tuple[int, bool]],
) -> None:
    ring, written, got, lost = Ring(1000, 2, seconds=0.1), 0, 0, 0

    def read() -> None:
        nonlocal got, lost
        while (piece := ring.read()) is not None:
            lost += piece.lost
            assert piece.samples[0, 0] == got + lost
            assert piece.at == pytest.approx(piece.samples[0, 0] / 1000)
            assert np.array_equal(np.diff(piece.samples[:, 0]), np.ones(len(piece.samples) - 1))
            got += len(piece.samples)

    for count, then_read in steps:
        ring.write(block(written, count))
        written += count
        if then_read:
            read()
    read()
    assert got + lost == written


def test_what_the_device_lost_stands_before_the_sample_where_it_was_lost() -> None:
    ring = Ring(1000, 2)
    ring.write(block(0, 40))
    ring.write(block(50, 40, lost=10))
    first, second = ring.read(), ring.read()
    assert first is not None
    assert second is not None
    assert (len(first.samples), first.lost) == (40, 0)
    assert (len(second.samples), second.lost, second.samples[0, 0]) == (40, 10, 50)
    assert second.at == pytest.approx(0.05)


def test_a_worker_says_when_it_did_not_stop(caplog: pytest.LogCaptureFixture) -> None:
    let_go, begun = threading.Event(), threading.Event()

    def stubborn(_: threading.Event) -> None:
        begun.set()
        let_go.wait(10)

    worker = Worker("stubborn", stubborn)
    worker.start()
    assert begun.wait(5)
    assert not worker.stop(0.01)
    assert "stubborn did not stop" in caplog.text
    let_go.set()
    assert worker.stop(5)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_worker_that_breaks_says_so() -> None:
    told: list[Exception] = []
    broken = threading.Event()

    def breaks(_: threading.Event) -> None:
        raise ArithmeticError("seven")

    def failed(fault: Exception) -> None:
        told.append(fault)
        broken.set()

    worker = Worker("breaks", breaks, failed)
    worker.start()
    assert broken.wait(5)
    assert worker.stop(5)
    assert str(told[0]) == "seven"


def test_device_time_keeps_the_device_s_steps_and_drops_the_jitter_of_the_way() -> None:
    rng = np.random.default_rng(1)
    delays = 0.004 + rng.exponential(0.006, 300)
    times = DeviceTime()
    stamps = np.arange(300) / 30
    host = np.array([times.host(s, 100 + s + d) for s, d in zip(stamps, delays, strict=True)])
    late = host[60:] - (100 + stamps[60:])
    assert np.ptp(late) < 0.001
    assert late.max() < 0.006
