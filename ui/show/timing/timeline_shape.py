"""Where everything on the timeline strip stands: blocks, parts and ticks on an axis of elapsed time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from app.show.formats import formats, kind_of
from app.show.show import DELAY, MILESTONE, Ms
from ui.show.shown import Shown

STEPS_MIN = (1, 2, 5, 10, 15, 20, 30, 60, 120, 180, 360)
TICK_PX = 84  # room for a label such as 20:00 and air around it
AFTER = 0.06  # of the length, left free behind the end for what it is over


@dataclass(frozen=True, slots=True)
class Block:
    """One row in one round."""

    segment: str
    title: str
    colour: str  # role: kind.product …
    start_ms: Ms
    end_ms: Ms
    over_ms: Ms  # its words are longer by so much
    round: int
    number: int

    @property
    def repeat(self) -> bool:
        """Return whether it is a later round of a loop."""
        return self.round > 0


@dataclass(frozen=True, slots=True)
class Band:
    """One part with all its rounds."""

    part: str
    title: str
    rounds: int
    start_ms: Ms
    end_ms: Ms


@dataclass(frozen=True, slots=True)
class Strip:
    """A show as the strip shows it; blocks in the order of their starts."""

    blocks: tuple[Block, ...]
    bands: tuple[Band, ...]
    starts: tuple[Ms, ...]
    reaches: tuple[Ms, ...]  # the latest end of all blocks up to here
    first_ms: Ms
    last_ms: Ms
    end_ms: Ms
    out_ms: Ms | None

    def between(self, first: Ms, last: Ms) -> tuple[Block, ...]:
        """Return the blocks that show between two times."""
        low = bisect_left(self.reaches, first)
        high = bisect_right(self.starts, last)
        return self.blocks[low:high]


EMPTY = Strip((), (), (), (), 0, 3_600_000, 0, None)


def strip(shown: Shown | None) -> Strip:
    """Return the strip of a show."""
    if shown is None:
        return EMPTY
    times = shown.times
    segments = {s.id: (n, s) for n, s in enumerate(shown.show.segments(), 1)}
    blocks: list[Block] = []
    for row in times.rows():
        number, segment = segments[row.segment]
        if not row.plays and segment.kind not in (DELAY, MILESTONE):
            continue
        if segment.kind == DELAY:
            continue
        home = formats().get(kind_of(segment.kind).format)
        colour = home.colour if home is not None else "kind.frame"
        title = segment.title or kind_of(segment.kind).name.say()
        blocks.extend(
            Block(
                row.segment,
                title,
                colour,
                start,
                start + row.duration_ms,
                row.over_ms,
                at,
                number,
            )
            for at, start in enumerate(row.repeats)
        )
    blocks.sort(key=_start)
    titles = {part.id: part.title for part in shown.show.parts}
    bands = tuple(
        Band(p.part, titles[p.part], p.rounds, p.start_ms, p.end_ms)
        for p in times.parts()
        if p.end_ms > p.start_ms
    )
    first = min([0, *(b.start_ms for b in blocks[:1])])
    last = max([times.end_ms, times.hard_out_ms or 0, first + 600_000])
    return Strip(
        tuple(blocks),
        bands,
        tuple(b.start_ms for b in blocks),
        tuple(accumulate((b.end_ms for b in blocks), max)),
        first,
        last + round((last - first) * AFTER),
        times.end_ms,
        times.hard_out_ms,
    )


def tick_ms(span_ms: Ms, width: float) -> tuple[Ms, Ms]:
    """Return the distance of labelled ticks and of the small ones between them."""
    wanted = span_ms * TICK_PX / max(width, 1.0) / 60_000
    step = next((m for m in STEPS_MIN if m >= wanted), STEPS_MIN[-1])
    return step * 60_000, step * 30_000


def _start(block: Block) -> Ms:
    return block.start_ms


def named(bands: Sequence[Band], part: str) -> Band | None:
    """Return the band of a part, or None."""
    return next((b for b in bands if b.part == part), None)
