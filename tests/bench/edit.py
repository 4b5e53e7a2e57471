"""What the library costs who edits a show: one cell typed and stored, undone, a show opened, all listed.

Prints the median and the 95th percentile of each; exits 1 where one is over its limit.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from operator import methodcaller
from pathlib import Path

from app.core.words import text
from app.session.session import Session
from app.session.showing import Edit, edit_show, put_show, workspace
from app.show.show import Beat, Cue, CueKind, Part, Segment, Show
from app.storage.store import Step

ROWS = 1000
SHOWS, SHOW_ROWS = 2000, 60
TIMES = 300
LIMITS_MS = {
    "one cell of 1,000 rows, stored": 10.0,
    "its undo": 50.0,
    "all 1,000 rows at once, stored": 500.0,
    "a show of 1,000 rows opened": 1000.0,
    "2,000 shows of 60 rows listed": 100.0,
}


def row(at: int) -> Segment:
    """Return a row as they are: two beats of words, a cue, two fields."""
    return Segment(
        f"s{at:08}",
        "product",
        f"环节 {at}",
        duration_ms=60_000,
        products=("p1",),
        beats=(
            Beat(f"b{at}a", "hook", "今天这款面膜只要 {live_price}，" * 6),
            Beat(f"b{at}b", "offer", "拍一发三，" * 8),
        ),
        cues=(Cue(f"c{at}", CueKind.LINK, "上 3 号链接", at_ms=1000),),
        fields=(("goal", "留客"), ("props", "面膜一盒")),
    )


def show(name: str, rows: int, day: int = 0) -> Show:
    """Return a show of ten parts."""
    made = [row(at) for at in range(rows)]
    parts = tuple(Part(f"p{k}", f"第 {k} 段", tuple(made[k::10])) for k in range(10))
    return Show(name, f"场次 {name}", date(2026, 1, 1) + timedelta(days=day), parts=parts)


def timed(act: Callable[[], object]) -> float:
    """Return the milliseconds `act` took."""
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000.0


def typed(session: Session, dice: random.Random) -> Iterator[float]:
    """Yield how long each cell took that was typed in a row drawn by lot."""
    for number in range(TIMES):
        change = replace(row(dice.randrange(ROWS)), title=f"第 {number} 次")
        edit = edit_show("big", text("Edit"), methodcaller("with_segment", change))
        yield timed(partial(session.edit, *edit))


def filled(number: int) -> Edit:
    """Return the edit that writes one note in every row."""

    def noted(row: Segment) -> Segment:
        return replace(row, note=f"{number}")

    return edit_show("big", text("Fill"), methodcaller("with_segments", noted))


def opened(home: Path) -> float:
    """Return how long it took to read the big show of a library just opened."""
    session = Session.open(home)
    took = timed(lambda: session.studio.shows.get("big"))
    session.close()
    return took


def measured(home: Path) -> dict[str, list[float]]:
    """Return the milliseconds of each act, as often as it was done."""
    session = Session.open(home)
    session.edit(*put_show(show("big", ROWS)))
    cells = list(typed(session, random.Random(7)))
    undone = [timed(lambda: session.undo(workspace("big"))) for _ in range(TIMES)]
    bulk = [timed(partial(session.edit, *filled(number))) for number in range(10)]
    small = show("", SHOW_ROWS)
    session._store.write(
        [Step("shows", s, None, replace(small, id=s)) for s in (f"n{n:05}" for n in range(SHOWS))]
    )
    listed = [timed(lambda: session._store.load()["shows"]) for _ in range(30)]
    session.close()
    found = [cells, undone, bulk, [opened(home) for _ in range(5)], listed]
    return dict(zip(LIMITS_MS, found, strict=True))


def main() -> int:
    """Measure in a library of its own and say whether each act keeps to its limit."""
    late = False
    with tempfile.TemporaryDirectory() as folder:
        for name, found in measured(Path(folder)).items():
            took = sorted(found)
            median, high = statistics.median(took), took[round(len(took) * 0.95) - 1]
            late |= high > LIMITS_MS[name]
            said = f"median {median:.1f} ms, p95 {high:.1f} ms (limit {LIMITS_MS[name]:.0f} ms)"
            print(f"{name}: {said}", flush=True)
    return 1 if late else 0


if __name__ == "__main__":
    sys.exit(main())
