"""What the table shows beside what was typed: the row's number, its cues, over and under."""

from __future__ import annotations

from app.core.words import MINUS, text
from app.show.cells.cell import Around, Cell
from app.show.show import Segment
from app.show.timetext.understand import duration_words


def over_words(ms: int) -> str:
    """Return over (+) or under (−) in minutes and whole seconds, "0" for less than half a second."""
    seconds = round(abs(ms) / 1000)
    if seconds == 0:
        return "0"
    return ("+" if ms > 0 else MINUS) + duration_words(seconds * 1000)


def _number(segment: Segment, around: Around) -> str:
    rows = enumerate(around.show.segments(), 1)
    return next((str(at) for at, row in rows if row.id == segment.id), "")


def _cues(segment: Segment, around: Around) -> str:  # noqa: ARG001 one shape
    return "、".join(cue.what or cue.kind.value for cue in segment.cues)


def _over(segment: Segment, around: Around) -> str:
    if around.times is None:
        return ""
    return over_words(around.times.row(segment.id).over_ms)


NUMBER = Cell("number", text("#"), _number, right=True, width=44)
CUES = Cell("cues", text("Cues"), _cues, width=104)
OVER = Cell("over", text("Over / under"), _over, right=True, width=94)
