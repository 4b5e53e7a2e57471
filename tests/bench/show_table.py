"""What a person waits for on the Show page: a cell typed, an act undone, a show opened, all shows listed.

The whole window is real (drawn off screen): table, script pane, timeline, timing bar. Each time runs from
the act until nothing is left to paint. Prints the median and the 95th percentile of the GUI thread's work,
and of the time on the wall, which other programs lengthen; exits 1 where the work is over its limit.
"""

from __future__ import annotations

import cProfile
import os
import pstats
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from app.core.settings import Settings
from app.session.session import Session
from app.session.showing import put_product, put_show
from app.show.product import Product
from app.show.show import Beat, Cue, CueKind, Part, Person, Segment, Show
from app.storage.store import Step
from ui import theme
from ui.bridge import Later
from ui.shell.dress import Dress
from ui.shell.library import LibraryDoor
from ui.shell.pages import ENTRIES
from ui.shell.window import Window, usual_size
from ui.show.page import ShowPage
from ui.widgets.desk import Choices

ROWS, SHOWS, SHOW_ROWS = 1000, 2000, 60
TIMES = 60
REST_S = 0.25  # strip and checks follow an edit by 40 and 150 ms; the next one begins after them
Took = tuple[float, float]  # ms of work of the GUI thread, ms on the wall
LIMITS_MS = {
    "one cell of 1,000 rows, typed to painted": 33.0,
    "one length of 1,000 rows, typed to painted": 33.0,
    "one price of 1,000 rows, typed to painted": 33.0,
    "one row moved by key, to painted": 50.0,
    "its undo, to painted": 50.0,
    "a show of 1,000 rows opened": 1000.0,
    "the list of 2,000 shows opened": 100.0,
    "2,000 shows searched": 100.0,
}


def row(at: int) -> Segment:
    """Return a row as they are: two beats of words, a cue, two fields, a product."""
    return Segment(
        f"s{at:08}",
        ("product", "lucky_bag", "act", "read")[at % 4],
        f"环节 {at}",
        duration_ms=60_000,
        products=(f"p{at % 40}",),
        beats=(
            Beat(f"b{at}a", "hook", "今天这款面膜只要 {live_price}，" * 6),
            Beat(f"b{at}b", "offer", "拍一发三，" * 8),
        ),
        cues=(Cue(f"c{at}", CueKind.LINK, "上 3 号链接", at_ms=1000),),
        fields=(("goal", "留客"),),
    )


def show(name: str, rows: int, day: int = 0) -> Show:
    """Return a show of ten parts."""
    parts = tuple(
        Part(f"p{k}", f"第 {k} 段", tuple(row(at) for at in range(rows) if at * 10 // rows == k))
        for k in range(10)
    )
    on = date(2026, 1, 1) + timedelta(days=day)
    return Show(name, f"场次 {name}", on, people=(Person("小满"),), parts=parts)


def filled(home: Path) -> None:
    """Make a library with the big show and thousands of small ones."""
    session = Session.open(home)
    for at in range(40):
        session.edit(*put_product(Product(f"p{at}", f"面膜 {at}", live_cents=9900 + at)))
    session.edit(*put_show(show("big", ROWS, 5000)))
    small = show("", SHOW_ROWS)
    session._store.write(
        [
            Step("shows", f"n{n:05}", None, replace(small, id=f"n{n:05}", title=f"场次 {n}"))
            for n in range(SHOWS)
        ]
    )
    session.close()


class Stand:
    """The window on the Show page."""

    def __init__(self, app: QApplication, home: Path) -> None:
        settings = Settings(language="zh", theme="dark")
        self.app = app
        choices = Choices(home, settings)
        dress = Dress(app, choices, usual_size())
        later = Later()
        door = LibraryDoor(home, later, later)
        entries = tuple(entry for entry in ENTRIES if entry.key == "show")
        self.window = Window(dress, choices, door, page="show", entries=entries)
        self.window.resize(1440, 900)
        self.window.show()
        while self.window.conduct is None or self.window.conduct.page() is None:
            app.processEvents()
        page = self.window.conduct.page()
        assert isinstance(page, ShowPage)
        self.page = page
        self.settle()
        theme.sizes()

    def settle(self) -> None:
        """Let everything be painted."""
        for _ in range(3):
            self.app.processEvents()

    def timed(self, act: Callable[[], object]) -> Took:
        """Return the milliseconds from `act`, begun with the hand at rest, until all is painted."""
        rested = time.perf_counter() + REST_S
        while time.perf_counter() < rested:
            self.settle()
            time.sleep(0.005)
        began, worked = time.perf_counter(), time.thread_time()
        act()
        self.settle()
        return (time.thread_time() - worked) * 1000.0, (time.perf_counter() - began) * 1000.0

    def typed(self, cell: str, dice: random.Random) -> Iterator[Took]:
        """Yield how long each cell of the column `cell` took that was typed in a row in sight."""
        table, model = self.page.table, self.page.table.model_of()
        column = model.column_of(cell)
        assert column is not None
        for number in range(TIMES):
            table.go_to(f"s{dice.randrange(ROWS):08}", cell)
            here = table.currentIndex()
            words = f"第 {number} 次" if cell == "title" else f"{number + 1}.5"
            yield self.timed(lambda: model.setData(here, words))  # noqa: B023 called at once

    def moved(self, dice: random.Random) -> Iterator[Took]:
        """Yield how long each row took that was moved one place down."""
        keeper = self.page._keeper
        for _ in range(TIMES // 3):
            self.page.table.go_to(f"s{dice.randrange(ROWS):08}", "title")
            yield self.timed(keeper.rows.move_down)  # type: ignore[union-attr]

    def undone(self) -> Iterator[Took]:
        """Yield how long each undo took."""
        conduct = self.window.conduct
        assert conduct is not None
        for _ in range(TIMES):
            yield self.timed(self.undo)

    def undo(self) -> None:
        """Take one step back, on its thread, as Ctrl+Z does."""
        conduct = self.window.conduct
        assert conduct is not None
        before = self.page.view.shown
        conduct.history.undo()
        while self.page.view.shown is before:
            self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def searched(self) -> Iterator[Took]:
        """Yield how long each search in the list of shows took."""
        for words in ("场次 1", "2026", "199", "没有", ""):
            panel = self.page._keeper.panels._shows  # type: ignore[union-attr]
            yield self.timed(lambda: panel._search.setText(words))  # noqa: B023


def measured(app: QApplication, home: Path) -> Iterator[tuple[str, list[Took]]]:
    """Yield each act with its milliseconds, as often as it was done."""
    stand, dice = Stand(app, home), random.Random(7)
    view, keeper = stand.page.view, stand.page._keeper
    opened = []
    for name in ("n00001", "big", "n00002", "big", "n00003", "big"):
        took = stand.timed(lambda: view.open(name))  # noqa: B023
        if name == "big":
            opened.append(took)
    yield "a show of 1,000 rows opened", opened
    yield "one cell of 1,000 rows, typed to painted", list(stand.typed("title", dice))
    yield "one length of 1,000 rows, typed to painted", list(stand.typed("duration", dice))
    yield "one price of 1,000 rows, typed to painted", list(stand.typed("live_price", dice))
    yield "one row moved by key, to painted", list(stand.moved(dice))
    yield "its undo, to painted", list(stand.undone())
    listed = [stand.timed(keeper.panels.ask_shows) for _ in range(10)]  # type: ignore[union-attr]
    yield "the list of 2,000 shows opened", listed
    yield "2,000 shows searched", list(stand.searched())
    stand.window.close()


def at(sorted_ms: list[float], share: float) -> float:
    """Return the value that `share` of them do not exceed."""
    return sorted_ms[max(0, round(len(sorted_ms) * share) - 1)]


def main() -> int:
    """Measure in a library of its own and say whether each act keeps to its limit."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    late = False
    with tempfile.TemporaryDirectory() as folder:
        filled(Path(folder))
        profile = cProfile.Profile()
        if "--profile" in sys.argv:
            profile.enable()
        for name, found in measured(app, Path(folder)):
            work, wall = sorted(w for w, _ in found), sorted(w for _, w in found)
            late |= at(work, 0.95) > LIMITS_MS[name]
            said = f"work median {at(work, 0.5):.1f} ms, p95 {at(work, 0.95):.1f} ms"
            limit = f"limit {LIMITS_MS[name]:.0f} ms"
            print(f"{name}: {said} ({limit}); wall median {at(wall, 0.5):.1f} ms", flush=True)
        if "--profile" in sys.argv:
            profile.disable()
            pstats.Stats(profile).sort_stats("tottime").print_stats(45)
    return 1 if late else 0


if __name__ == "__main__":
    sys.exit(main())
