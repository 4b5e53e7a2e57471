"""What is wrong with a show's timing, or wants an answer: values with a sentence each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from app.core.words import Text, text
from app.show.show import Clock, Ms, Time
from app.show.timing.clock import said_clock, said_span
from app.show.timing.run import Kind, Note, PartRun
from app.show.timing.schedule import Schedule, lacks_length, words_over

ASKS = frozenset({Kind.OUT_OF_ORDER, Kind.END_BEFORE_START, Kind.CLOCK_MISSING, Kind.CLOCK_TWICE})
"""Where only a person knows what was meant."""


@dataclass(frozen=True, slots=True)
class TimingWarning:
    """One thing to look at: of a row, a part, or with neither of the show; by how many ms."""

    kind: Kind
    say: Text
    ms: Ms = 0
    segment: str = ""
    part: str = ""

    @property
    def asks(self) -> bool:
        """Tell whether it stays until somebody says what was meant."""
        return self.kind in ASKS


def warnings_of(times: Schedule) -> tuple[TimingWarning, ...]:
    """Return every warning: rows in order, each part after its rows, then the show."""
    found: list[TimingWarning] = list(_begin(times))
    for run in times.runs:
        found.extend(_of_rows(times, run))
        found.extend(_of_part(run))
    found.extend(_of_show(times))
    return tuple(found)


def _begin(times: Schedule) -> Iterator[TimingWarning]:
    clock, start = times.clock_of_show, times.show.start_ms
    if odd := clock.oddity(start, 0):
        kind = Kind.CLOCK_MISSING if odd == "missing" else Kind.CLOCK_TWICE
        yield TimingWarning(kind, _odd(times, kind, Time(start), 0))


def _of_rows(times: Schedule, run: PartRun) -> Iterator[TimingWarning]:
    part = run.cols.part
    notes: dict[int, list[Note]] = {}
    for note in run.notes:
        notes.setdefault(note.row, []).append(note)
    for i, segment in enumerate(part.segments):
        made = [TimingWarning(n.kind, _SAY[n.kind](times, n), n.ms) for n in notes.get(i, ())]
        known = {w.kind for w in made}
        gap = run.gaps.get(i, 0)
        if gap < 0 and Kind.BACK_TOO_LATE not in known:
            say = text("Starts {span} before the rows above have ended", span=said_span(-gap))
            made.append(TimingWarning(Kind.OVERLAP, say, -gap))
        if gap > 0:
            say = text("Nothing is planned for {span} before it", span=said_span(gap))
            made.append(TimingWarning(Kind.GAP, say, gap))
        if lacks_length(segment):
            span = said_span(run.durations[i])
            say = text("No length and no words yet: counts as {span}", span=span)
            made.append(TimingWarning(Kind.NO_LENGTH, say))
        over = words_over(segment, run.durations[i], times.lengths) if run.cols.plays[i] else 0
        if over:
            say = text("Its words take {span} longer than the row", span=said_span(over))
            made.append(TimingWarning(Kind.WORDS_LONG, say, over))
        for warning in made:
            yield TimingWarning(warning.kind, warning.say, warning.ms, segment.id, part.id)


def _of_part(run: PartRun) -> Iterator[TimingWarning]:
    part = run.cols.part
    if part.target_ms is not None and (over := run.round_ms - part.target_ms) > 0:
        say = text("“{part}” is {span} over its target", part=part.title, span=said_span(over))
        yield TimingWarning(Kind.PART_OVER, say, over, part=part.id)


def _of_show(times: Schedule) -> Iterator[TimingWarning]:
    out, target = times.hard_out_ms, times.show.target_ms
    if target is not None and (over := times.end_ms - target) > 0:
        say = text("The show is {span} longer than its target", span=said_span(over))
        yield TimingWarning(Kind.OVER_TARGET, say, over)
    if out is not None and (over := times.end_ms - out) > 0:
        say = text(
            "The show ends at {end}, {span} after the hard out at {out}",
            end=times.clock_of(times.end_ms),
            span=said_span(over),
            out=times.clock_of(out),
        )
        yield TimingWarning(Kind.OVER_HARD_OUT, say, over)


def _odd(times: Schedule, kind: Kind, time: Time, at: Ms) -> Text:
    typed, shown = said_clock(time.ms), times.clock_of(at)
    if kind is Kind.CLOCK_MISSING:
        return text("There is no {typed} that day, the clocks leap over it: taken as {shown}",
                    typed=typed, shown=shown)  # fmt: skip
    moment = times.wall(at).at
    zone = "" if moment is None else moment.strftime("%z")
    return text("{typed} comes twice that day, the clocks go back: taken as the one at UTC{zone}",
                typed=typed, zone=zone)  # fmt: skip


def _said(time: Time | None) -> str:
    if time is None:
        return ""
    return said_clock(time.ms) if time.clock is Clock.WALL else "+" + said_span(time.ms)


def _out_of_order(times: Schedule, note: Note) -> Text:  # noqa: ARG001 one shape
    return text(
        "{typed} is {span} before the typed start above. Which one is meant?",
        typed=_said(note.time),
        span=said_span(note.ms),
    )


def _end_before_start(times: Schedule, note: Note) -> Text:
    return text(
        "Its end {typed} is before its start {start}: counts as 0. Which one is meant?",
        typed=_said(note.time),
        start=times.clock_of(note.at),
    )


def _too_late(times: Schedule, note: Note) -> Text:
    return text(
        "Counted back it starts at {start}, {span} before the rows above have ended",
        start=times.clock_of(note.at),
        span=said_span(note.ms),
    )


def _nowhere(times: Schedule, note: Note) -> Text:  # noqa: ARG001
    return text("No fixed start below and no hard out to count back from: follows the row above")


def _delay_lost(times: Schedule, note: Note) -> Text:  # noqa: ARG001
    return text("The delay of {span} before it moves nothing: its start is fixed",
                span=said_span(note.ms))  # fmt: skip


def _in_loop(times: Schedule, note: Note) -> Text:  # noqa: ARG001
    return text("Its typed time holds in the first round only; later rounds repeat the first")


def _before_show(times: Schedule, note: Note) -> Text:  # noqa: ARG001
    return text("Starts {span} before the show begins", span=said_span(note.ms))


def _odd_row(times: Schedule, note: Note) -> Text:
    return _odd(times, note.kind, note.time or Time(0), note.at)


_SAY: dict[Kind, Callable[[Schedule, Note], Text]] = {
    Kind.OUT_OF_ORDER: _out_of_order,
    Kind.END_BEFORE_START: _end_before_start,
    Kind.BACK_TOO_LATE: _too_late,
    Kind.BACK_NOWHERE: _nowhere,
    Kind.DELAY_LOST: _delay_lost,
    Kind.FIXED_IN_LOOP: _in_loop,
    Kind.BEFORE_SHOW: _before_show,
    Kind.CLOCK_MISSING: _odd_row,
    Kind.CLOCK_TWICE: _odd_row,
}
