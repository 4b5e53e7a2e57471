"""What the Show page says first, and the status bar's two sides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.core.words import Text, text
from app.show.timetext.understand import duration_words
from ui.show.shown import Shown

Parts = tuple[tuple[str, Text], ...]


@dataclass(frozen=True, slots=True)
class First:
    """What to do first, why, the button's word, and the row or part the button goes to."""

    lead: Text
    reason: Text | None = None
    button: Text | None = None
    segment: str = ""


def first_line(shown: Shown | None) -> First:
    """Return the first thing to do: answer what asks, end in time, then what the checks found."""
    if shown is None:
        return First(text("Open a show, make one, or import a sheet."))
    if not any(True for _ in shown.show.segments()):
        return First(
            text("This show has no rows yet."),
            text("Press Ctrl+Enter in the table, or drop a workbook here"),
            text("Add a row"),
        )
    said = points(shown)
    over = shown.times.over_ms
    asks = [w for w in shown.times.warnings if w.asks]
    if asks:
        lead = _named(shown, asks[0].say, asks[0].segment)
        return First(lead, _more(len(said) - 1), text("Show the row"), asks[0].segment)
    if over > 0:
        lead = text("This show runs {over} too long.", over=duration_words(over))
        return First(lead, text("Suggestions stand at the foot of the page"))
    if said:
        lead, segment = said[0]
        button = text("Show the row") if segment else None
        return First(_named(shown, lead, segment), _more(len(said) - 1), button, segment)
    return First(text("Nothing stands out: the rows fit and the checks found nothing."))


def points(shown: Shown) -> Sequence[tuple[Text, str]]:
    """Return every warning and finding with its row or part: timing first, then checks, loud before quiet."""
    timing = [(w.say, w.segment or w.part) for w in shown.times.warnings]
    return [*timing, *((f.say, f.segment) for f in shown.findings)]


def status_parts(shown: Shown | None) -> tuple[Parts, Parts]:
    """Return what the status bar says at its left and right."""
    if shown is None:
        return (), ()
    rows = sum(1 for _ in shown.show.segments())
    left: Parts = (("ph.rows", text("{count} rows", count=rows)),)
    count = len(points(shown))
    right: Parts = (
        (("ph.warning", text("{count} points to look at", count=count)),) if count else ()
    )
    return left, right


def _named(shown: Shown, said: Text, segment: str) -> Text:
    """Return a point with the title of its row before it, where it has one."""
    row = shown.segment(segment)
    if row is None or not row.title:
        return said
    return text("“{title}”: {said}", title=row.title, said=said)


def _more(count: int) -> Text | None:
    return text("and {count} more points", count=count) if count > 0 else None
