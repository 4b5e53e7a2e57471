"""How long 1,000 rows take to be timed again after one edit, with parts and rows shared as in the app.

Budget: median 1 ms, 95th percentile 2 ms, for every shape of show here. Prints the cold time, the
warnings and the repair suggestions beside it; exits 1 where an edit is over its budget.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from app.show.show import Anchor, Beat, Lock, Part, Segment, Show, Time
from app.show.timing.repair import repairs
from app.show.timing.schedule import schedule

ROWS = 1000
EDITS = 400
MEDIAN_MS, P95_MS = 1.0, 2.0
MINUTE = 60_000
EVENING = 20 * 60 * MINUTE
DAY = 24 * 60 * MINUTE


def row(number: int) -> Segment:
    """Return a row of 20 s and a little, with two beats of words."""
    beats = (Beat("a", "hook", "讲" * 20), Beat("b", "questions", "问" * 20))
    return Segment(
        f"r{number}", "product", f"Row {number}", duration_ms=20_000 + number, beats=beats
    )


def mixed(number: int) -> Segment:
    """Return a row of a real show: mostly linked, some by their words, some with typed times.

    The closing rows count back from the hard out.
    """
    made = row(number)
    if number >= ROWS - 5:
        return replace(made, anchor=Anchor.BACK)
    if number % 25 == 24:
        return replace(made, anchor=Anchor.SOFT, start=Time((EVENING + number * 21_000) % DAY))
    if number % 50 == 10:
        return replace(made, anchor=Anchor.HARD, start=Time((EVENING + number * 22_000) % DAY))
    if number % 40 == 7:
        return replace(made, lock=Lock.END, end=Time((EVENING + number * 22_000) % DAY))
    return replace(made, duration_ms=None) if number % 3 == 0 else made


def hard(number: int) -> Segment:
    """Return a row whose start is typed."""
    return replace(row(number), anchor=Anchor.HARD, start=Time((EVENING + number * 21_000) % DAY))


def wordy(number: int) -> Segment:
    """Return a row that is as long as its words."""
    return replace(row(number), duration_ms=None)


def show(make: Callable[[int], Segment], parts: int) -> Show:
    """Return a show of ROWS rows in `parts` parts, every fifth part played twice."""
    each = ROWS // parts
    made = tuple(
        Part(f"p{n}", f"Part {n}", tuple(make(n * each + i) for i in range(each)),
             count=2 if parts > 5 and n % 5 == 4 else 1)
        for n in range(parts)
    )  # fmt: skip
    return Show(
        "s", "Bench", date(2026, 7, 18), EVENING, parts=made, hard_out=Time(2 * 60 * MINUTE)
    )


def edited(shown: Show, number: int) -> Show:
    """Return the show with one row's length changed; all other rows and parts are shared."""
    at = number % len(shown.parts)
    part = shown.parts[at]
    which = number * 7 % len(part.segments)
    rows = list(part.segments)
    rows[which] = replace(rows[which], duration_ms=15_000 + number)
    parts = list(shown.parts)
    parts[at] = replace(part, segments=tuple(rows))
    return replace(shown, parts=tuple(parts))


def took(what: Callable[[], object]) -> float:
    """Return for how many ms this thread worked on `what`."""
    began = time.thread_time()
    what()
    return (time.thread_time() - began) * 1000.0


def measured(shown: Show, lengths: Mapping[str, int]) -> tuple[float, list[float], Show]:
    """Return the time of the first pass, of each edit, and the last show."""
    cold = took(lambda: schedule(shown, lengths))
    spent = []
    for number in range(EDITS):
        fresh = edited(shown, number)
        spent.append(took(lambda fresh=fresh: schedule(fresh, lengths)))  # type: ignore[misc]
        shown = fresh
    return cold, sorted(spent), shown


def main() -> int:
    """Measure every shape and say whether all keep to the budget."""
    lengths = {f"r{n}": 18_000 + n % 7 * 1000 for n in range(ROWS)}
    late = False
    for name, make, parts in (
        ("linked rows, 40 parts", row, 40),
        ("linked rows, one part", row, 1),
        ("a real mixture, 40 parts", mixed, 40),
        ("a real mixture, one part", mixed, 1),
        ("as long as their words, one part", wordy, 1),
        ("every start typed, one part", hard, 1),
    ):
        cold, spent, shown = measured(show(make, parts), lengths)
        median, high = statistics.median(spent), spent[round(len(spent) * 0.95)]
        late |= median > MEDIAN_MS or high > P95_MS
        times = schedule(shown, lengths)
        warned = took(lambda times=times: times.warnings)  # type: ignore[misc]
        mended = took(lambda s=shown, t=times: repairs(s, t, lengths))  # type: ignore[misc]
        print(
            f"schedule, {ROWS} {name}: median {median:.2f} ms (limit {MEDIAN_MS:.0f}), p95 {high:.2f} ms"
            f" (limit {P95_MS:.0f}); cold {cold:.2f}, warnings {warned:.1f}, repairs {mended:.0f} ms"
        )
    return 1 if late else 0


if __name__ == "__main__":
    sys.exit(main())
