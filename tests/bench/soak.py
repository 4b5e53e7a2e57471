"""Half an hour of a whole check on the looped demo room: memory stays, and no thread is left behind.

A second check is started and stopped every minute beside it, as a host does who tries again. Exits with
1 when memory grows by 20 MB after the warm-up or a thread outlives the checks.
"""

from __future__ import annotations

import argparse
import ctypes
import gc
import sys
import threading
import time
from statistics import median

import psutil

from app.capture.find import demo_file
from app.capture.player import FilePlayer
from app.core.clock import SystemClock
from app.metrics.measure import Act
from app.room.profiles import find_profile
from app.session.live import LiveCheck

MOST_GROWTH_MB = 20.0
# The first second checks spread the allocator's arenas: nine alone went from 184 to 242 MB and stayed.
WARM_SECONDS = 240.0
EVERY_SECONDS = 10.0


class Reader:
    """Takes every snapshot it is woken for, as a page does."""

    def __init__(self) -> None:
        self.woken = threading.Event()
        self.taken = 0

    def read(self, check: LiveCheck, until: float) -> None:
        while time.monotonic() < until:
            if self.woken.wait(1.0):
                self.woken.clear()
                self.taken += check.snapshot() is not None


def demo_check(reader: Reader) -> LiveCheck:
    player = FilePlayer(demo_file(), loop=True)
    profile = find_profile("general")
    return LiveCheck(
        player.picture,
        player.sound,
        profile,
        None,
        None,
        SystemClock(),
        reader.woken.set,
        demo=True,
    )


def try_again() -> bool:
    """Run a second check for two seconds with an act begun and one skipped; return whether it stopped."""
    reader = Reader()
    check = demo_check(reader)
    check.start()
    check.begin(Act.SILENCE)
    check.skip(Act.CLAPS)
    reader.read(check, time.monotonic() + 2.0)
    check.report(room="soak")
    return check.stop(5.0)


def memory_mb() -> float:
    """Return the resident memory without the pages that the allocator keeps for its next request."""
    gc.collect()
    if sys.platform == "linux":
        ctypes.CDLL(None).malloc_trim(0)
    return float(psutil.Process().memory_info().rss) / 1e6


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=30.0)
    seconds = 60.0 * parser.parse_args().minutes
    before = set(threading.enumerate())
    reader, began, stopped = Reader(), time.monotonic(), True
    check = demo_check(reader)
    check.start()
    warm = min(WARM_SECONDS, seconds / 2)
    seen: list[float] = []  # once every ten seconds after the warm-up
    said, again = began, began + 60.0
    while (elapsed := time.monotonic() - began) < seconds:
        reader.read(check, min(time.monotonic() + EVERY_SECONDS, began + seconds))
        now = memory_mb()
        if elapsed >= warm:
            seen.append(now)
        if time.monotonic() >= again:
            again += 60.0
            stopped &= try_again()
        if time.monotonic() - said >= 60.0:
            said = time.monotonic()
            grown = f", {now - seen[0]:+.1f} MB since the warm-up" if seen else ""
            print(
                f"{elapsed / 60:5.1f} min  {now:.0f} MB{grown}  {reader.taken} snapshots",
                flush=True,
            )
    stopped &= check.stop(5.0)
    left = [t.name for t in set(threading.enumerate()) - before]
    # Medians of a minute at either end: one reading may fall into a second check's life.
    growth = median(seen[-6:]) - median(seen[:6]) if seen else 0.0
    minutes = max((seconds - warm) / 60.0, 1e-9)
    print(f"growth after the warm-up {growth:+.1f} MB ({growth / minutes:+.2f} MB a minute)")
    print(f"threads left behind: {', '.join(left) or 'none'}")
    good = stopped and not left and growth < MOST_GROWTH_MB
    print("kept" if good else f"missed: below {MOST_GROWTH_MB:.0f} MB and no thread")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
