"""Checks of any show: its length, rows copied in place of a loop, words that cannot be filled in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.core.words import Text, number, text
from app.show.checks.finding import RowScene, Said, ShowScene, limit, row_check, show_check
from app.show.formats import CheckSpec
from app.show.script.tokens import doubts
from app.show.show import Segment

LONGEST_BLOCK = 12  # rows that may repeat as one


@show_check("show_long")
def show_long(scene: ShowScene, check: CheckSpec) -> Iterator[Said]:
    """A show lasts `at_most` hours."""
    most, hours = limit(check.at_most, check), scene.times.duration_ms / 3_600_000
    if hours > most:
        yield text("The show lasts {hours} h; {most} h is the limit",
                   hours=number(hours, 1), most=number(most)), ""  # fmt: skip


@show_check("copied_rows")
def copied_rows(scene: ShowScene, check: CheckSpec) -> Iterator[Said]:
    """No block of rows stands there `count` times or more behind itself."""
    rows = [segment for segment, _, _ in scene.played]
    alike = [(s.kind, s.products, s.title) for s in rows]
    at = 0
    while at < len(rows):
        size, times = _block(alike, at)
        if times < (check.count or 3) or not _same_words(rows[at : at + size * times], size):
            at += 1
            continue
        yield (
            text("{rows} rows stand here {times} times; one part × {times} says the same",
                 rows=size, times=times),
            rows[at].id,
        )  # fmt: skip
        at += size * times


def _same_words(rows: list[Segment], size: int) -> bool:
    return all(a.script == b.script for a, b in zip(rows, rows[size:], strict=False))


def _block(alike: Sequence[object], at: int) -> tuple[int, int]:
    """Return the size of the block that repeats from `at` on, and how often it stands there."""
    best = (1, 1)
    for size in range(1, min(LONGEST_BLOCK, (len(alike) - at) // 2) + 1):
        if alike[at] != alike[at + size]:
            continue
        block, times = alike[at : at + size], 1
        while alike[at + times * size : at + (times + 1) * size] == block:
            times += 1
        if times > 1 and size * times > best[0] * best[1]:
            best = (size, times)
    return best


@row_check("token_doubt")
def token_doubt(scene: RowScene, _check: CheckSpec) -> Iterator[Text]:
    """Every token has a value and every cue mark its cue."""
    cues = [cue.id for cue in scene.segment.cues]
    for beat in scene.segment.beats:
        for doubt in doubts(beat.script, scene.products, cues) if "{" in beat.script else ():
            yield text("“{written}”: {problem}", written=doubt.written, problem=doubt.problem)


@row_check("kind_unknown")
def kind_unknown(scene: RowScene, _check: CheckSpec) -> Iterator[Text]:
    """Some format file states the row's kind."""
    if not scene.kind.known:
        yield text("No format file states the kind “{kind}”", kind=scene.segment.kind)
