"""`kill -9` while somebody types into a show: at most the edit in hand is lost.

GREENROOM_KILLS says how often (20 in the suite; `make kills` does 100).
"""

from __future__ import annotations

import os
import random
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from app.core.clock import ManualClock
from app.session.session import Session
from app.session.showing import put_show
from app.show.show import Beat, Part, Segment, Show
from app.storage.library import verify

KILLS = int(os.environ.get("GREENROOM_KILLS", "20"))
ROWS = 60
LONGEST_S = 0.12  # of typing before the kill: some dozens of edits

# Imports once and forks a typist for each line it is sent: a start costs milliseconds, not a second.
TYPISTS = """
import os, sys
from dataclasses import replace
from pathlib import Path
from app.core.words import text
from app.session.session import Session
from app.session.showing import edit_show
import app.storage.library, app.storage.tables.shows
from app.storage.kinds import kinds
kinds()

def type_on(home):
    session = Session.open(home)
    show = session.studio.shows.get("a")
    number = max(int(row.title or 0) for row in show.segments())
    while True:
        number += 1
        row = f"r{number % 60:02}"
        def typed(show):
            old = show.segment(row)
            beat = replace(old.beats[0], script=old.beats[0].script[-400:] + f"{number} 字")
            return show.with_segment(replace(old, title=f"{number}", beats=(beat,)))
        session.edit(*edit_show("a", text("Type"), typed))
        os.write(1, f"{number}\\n".encode())

for line in sys.stdin:
    child = os.fork()
    if not child:
        type_on(Path(sys.argv[1]))
    os.write(1, f"pid {child}\\n".encode())
    os.waitpid(child, 0)
    os.write(1, b"dead\\n")
"""


class Typists:
    """The process that makes typists, and what they have said."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self._said = b""

    def line(self, timeout: float) -> str | None:
        """Return the next line, or None where none comes in time."""
        out = self._process.stdout
        assert out is not None
        until = time.monotonic() + timeout
        while b"\n" not in self._said:
            left = until - time.monotonic()
            if left <= 0 or not select.select([out], [], [], left)[0]:
                return None
            self._said += os.read(out.fileno(), 65536)
        line, _, self._said = self._said.partition(b"\n")
        return line.decode()

    def killed_after(self, seconds: float) -> list[int]:
        """Start a typist, kill it so long after its first edit, and return the edits it spoke of."""
        assert self._process.stdin is not None
        self._process.stdin.write(b"go\n")
        self._process.stdin.flush()
        numbers, child, until, killed = list[int](), 0, float("inf"), False
        while True:
            left = until - time.monotonic()
            line = self.line(30 if killed else min(30, max(0, left)))
            if line is None:
                assert child, "no typist within 30 s"
                os.kill(child, signal.SIGKILL)
                killed = True
            elif line.startswith("pid"):
                child = int(line[4:])
            elif line == "dead":
                return numbers
            else:
                numbers.append(int(line))
                until = min(until, time.monotonic() + seconds)


@contextmanager
def typists(home: Path) -> Iterator[Typists]:
    process = subprocess.Popen(
        [sys.executable, "-c", TYPISTS, str(home)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    try:
        yield Typists(process)
    finally:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.close()
        process.wait(20)
        process.stdout.close()


def typed(show: Show, number: int) -> Show:
    """Return the show after the edit with that number, worked out here."""
    row = show.segment(f"r{number % ROWS:02}")
    assert row is not None
    beat = replace(row.beats[0], script=row.beats[0].script[-400:] + f"{number} 字")
    return show.with_segment(replace(row, title=f"{number}", beats=(beat,)))


@pytest.mark.skipif(sys.platform == "win32", reason="skipped, because Windows has no SIGKILL")
def test_a_typist_killed_at_random_moments_loses_at_most_the_edit_in_hand(home: Path) -> None:
    rows = tuple(Segment(f"r{n:02}", "product", beats=(Beat("b"),)) for n in range(ROWS))
    show = Show("a", "双十一", parts=(Part("p", segments=rows),))
    session = Session.open(home, ManualClock())
    session.edit(*put_show(show))
    session.close()
    dice, number = random.Random(9), 0
    with typists(home) as made:
        for _ in range(KILLS):
            said = made.killed_after(dice.uniform(0, LONGEST_S))
            session = Session.open(home, ManualClock())
            found = session.studio.shows.get("a")
            assert session.trouble is None
            session.close()
            assert said == list(range(number + 1, number + 1 + len(said)))
            for edit in said:
                show = typed(show, edit)
            number += len(said)
            if found != show:  # the edit in hand was stored, and killed before it could say so
                number += 1
                show = typed(show, number)
            assert found == show
            assert verify(home).problems == ()
    assert number >= KILLS
