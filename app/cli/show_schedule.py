"""`greenroom show schedule`: every derived time of a show, its warnings and what would mend it."""

from __future__ import annotations

import json as json_format
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.markup import escape

from app.cli.output import Status, console, leave, put_json
from app.core.errors import Environment, Refused
from app.core.reasons import reason
from app.core.words import Text, text, tr

if TYPE_CHECKING:
    from app.show.document import Document
    from app.show.show import Segment
    from app.show.timing.repair import Repair
    from app.show.timing.schedule import PartTimes, RowTimes, Schedule
    from app.show.timing.warnings import TimingWarning

MOST_BYTES = 64 * 1024 * 1024


def schedule(
    show: Annotated[
        str,
        typer.Argument(
            metavar="FILE.json|ID",
            help=tr("A show's file, what `show import --json F` wrote, or a show of the library."),
        ),
    ],
    json: Annotated[
        str | None,
        typer.Option("--json", metavar="F", help=tr("Write JSON to a file, or - for here.")),
    ] = None,
) -> None:
    """Print when every row happens; status 1 where the show runs over its hard out."""
    from app.show.script.reading import lengths
    from app.show.timing.repair import repairs
    from app.show.timing.schedule import schedule as timed

    found, notes = _document(show)
    products = {product.id: product for product in found.products}
    voices = {voice.id: voice for voice in found.voices}
    times = timed(found.show, lengths(found.show, products, voices))
    offered = repairs(found.show, times, times.lengths)
    put_json(json, as_json(times, notes, offered))
    if json != "-":
        _print(times, notes, offered)
    out = times.hard_out_ms
    if out is not None and times.end_ms > out:
        leave(Status.FAILED)


def as_json(
    times: Schedule, notes: tuple[Text, ...] = (), offered: tuple[Repair, ...] = ()
) -> dict[str, Any]:
    """Return the schedule as the public JSON object; checklists/schema.md documents it."""
    show, out = times.show, times.hard_out_ms
    rows = {row.segment: row for row in times.rows()}
    return {
        "show": show.title,
        "date": None if show.on is None else show.on.isoformat(),
        "zone": show.zone,
        "start": times.clock_of(0),
        "end": times.clock_of(times.end_ms),
        "elapsed_end_s": _seconds(times.end_ms),
        "hard_out": None if out is None else times.clock_of(out),
        "elapsed_hard_out_s": None if out is None else _seconds(out),
        "target_s": None if show.target_ms is None else _seconds(show.target_ms),
        "over_s": None if times.goal_ms is None else _seconds(times.over_ms),
        "rows": [
            _row(times, rows[segment.id], segment, number)
            for part in show.parts
            for number in range(max(1, part.count))
            for segment in part.segments
            if number < rows[segment.id].rounds
        ],
        "parts": [
            _part(times, part, own.title)
            for part, own in zip(times.parts(), show.parts, strict=True)
        ],
        "warnings": [_warning(warning) for warning in times.warnings],
        "repairs": [_repair(times, repair) for repair in offered],
        "notes": [note.say() for note in notes],
    }


def _row(times: Schedule, row: RowTimes, segment: Segment, number: int) -> dict[str, Any]:
    start = row.start_ms + number * row.round_ms
    end = start + row.end_ms - row.start_ms
    return {
        "segment": segment.id,
        "title": segment.title,
        "kind": segment.kind,
        "part": row.part,
        "round": number + 1,
        "start": times.clock_of(start),
        "end": times.clock_of(end),
        "day": times.wall(start).day,
        "elapsed_start_s": _seconds(start),
        "elapsed_end_s": _seconds(end),
        "duration_s": _seconds(row.duration_ms),
        "gap_s": _seconds(row.gap_ms if number == 0 else 0),
        "delay_s": _seconds(row.delay_ms),
        "over_s": _seconds(row.over_ms),
        "anchor": segment.anchor.value,
        "computed": sorted(row.computed),
        "skip": segment.skip,
        "plays": row.plays,
    }


def _part(times: Schedule, part: PartTimes, title: str) -> dict[str, Any]:
    return {
        "part": part.part,
        "title": title,
        "start": times.clock_of(part.start_ms),
        "end": times.clock_of(part.end_ms),
        "elapsed_start_s": _seconds(part.start_ms),
        "elapsed_end_s": _seconds(part.end_ms),
        "duration_s": _seconds(part.duration_ms),
        "rounds": part.rounds,
        "total_s": _seconds(part.total_ms),
        "target_s": None if part.target_ms is None else _seconds(part.target_ms),
        "over_s": None if part.target_ms is None else _seconds(part.over_ms),
    }


def _warning(warning: TimingWarning) -> dict[str, Any]:
    return {
        "kind": warning.kind.value,
        "segment": warning.segment,
        "part": warning.part,
        "seconds": _seconds(warning.ms),
        "asks": warning.asks,
        "text": warning.say.say(),
    }


def _repair(times: Schedule, repair: Repair) -> dict[str, Any]:
    return {
        "text": repair.say.say(),
        "end": times.clock_of(repair.end_ms),
        "elapsed_end_s": _seconds(repair.end_ms),
        "over_s": _seconds(repair.over_ms),
        "steps": [
            {"kind": step.kind.value, "target": step.target, "saves_s": _seconds(step.saves_ms),
             "text": step.what.say()}
            for step in repair.steps
        ],
    }  # fmt: skip


def _seconds(ms: int) -> float | int:
    return ms // 1000 if ms % 1000 == 0 else ms / 1000


def _document(given: str) -> tuple[Document, tuple[Text, ...]]:
    """Return the show in a file, whichever of our two it is, or of the library."""
    from app.show.document import Document, read
    from app.show.timing.sheet import show_of_rows

    file = Path(given)
    if given != "-" and file.suffix.lower() != ".json" and not file.is_file():
        return _of_library(given), ()
    name = "standard input" if given == "-" else file.name
    written = _written(file, name)
    try:
        raw = json_format.loads(written)
    except (ValueError, RecursionError) as error:
        raise Refused(
            text("{file} is no JSON: {why}.", file=name, why=str(error)),
            text("Choose a file that `greenroom show export` or `show import --json F` wrote."),
        ) from error
    if isinstance(raw, dict) and "rows" in raw and "greenroom" not in raw:
        sheet = show_of_rows(raw, name)
        return Document(sheet.show), sheet.notes
    return read(written, name), ()


def _written(file: Path, name: str) -> str:
    try:
        if str(file) == "-":
            content = sys.stdin.buffer.read(MOST_BYTES + 1)
        else:
            with file.open("rb") as stream:
                content = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise Environment(
            text("{file} cannot be read: {why}.", file=name, why=reason(error)),
            text("Check the file's name and whether it may be read."),
        ) from error
    if len(content) > MOST_BYTES:
        raise Refused(
            text("{file} is larger than {most} MB.", file=name, most=MOST_BYTES // 2**20),
            text("Choose a file that `greenroom show export` or `show import --json F` wrote."),
        )
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(
            text("{file} is no UTF-8 text (byte {at}).", file=name, at=error.start),
            text("Choose a file that `greenroom show export` or `show import --json F` wrote."),
        ) from error


def _of_library(wanted: str) -> Document:
    from app.cli.show_export import document, find
    from app.cli.show_list import library

    with library() as session:
        return document(session.studio, find(session.studio, wanted))


def _print(times: Schedule, notes: tuple[Text, ...], offered: tuple[Repair, ...]) -> None:
    from app.show.timing.clock import said_span

    out = console()
    for part, own in zip(times.parts(), times.show.parts, strict=True):
        rounds = f" × {part.rounds}" if part.rounds > 1 else ""
        span = f"{times.clock_of(part.start_ms)}–{times.clock_of(part.end_ms)}"
        out.print(escape(f"{own.title or '—'}  {span}  {said_span(part.duration_ms)}{rounds}"))
        for segment in own.segments:
            row = times.row(segment.id)
            mark = " " if row.plays else "·"
            times_of = f"{times.clock(segment.id)}  {said_span(row.duration_ms):>8}"
            out.print(escape(f" {mark} {times_of}  {segment.title}"))
    for warning in times.warnings:
        row_title = times.show.segment(warning.segment) if warning.segment else None
        about = f"{row_title.title}: " if row_title is not None else ""
        out.print(escape(f"! {about}{warning.say.say()}"))
    for note in notes:
        out.print(escape(f"? {note.say()}"))
    for repair in offered:
        out.print(escape(f"→ {repair.say.say()}"))
    out.print(tr("Ends at {end}.", end=times.clock_of(times.end_ms)))
