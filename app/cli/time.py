"""`greenroom time`: how a time is understood as it is typed, in Chinese or in English."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.markup import escape

from app.cli.output import console, put_json
from app.core.errors import Refused
from app.core.words import Text, text, tr

if TYPE_CHECKING:
    from app.show.timetext.understand import Understood


def register(cli: typer.Typer) -> None:
    """Add the verb to the command line."""
    # A text may begin with a minus sign: -5min is answered, not taken for an option.
    cli.command(
        "time",
        help=tr("Show how times are understood as they are typed: lengths, times of day, ranges."),
        context_settings={"ignore_unknown_options": True},
    )(time)


def time(
    texts: Annotated[
        list[str],
        typer.Argument(
            metavar="TEXT…", help=tr("Times as typed; - reads one a line from standard input.")
        ),
    ],
    field: Annotated[
        str, typer.Option("--field", help=tr("The field they stand in: any, duration or clock."))
    ] = "any",
    json: Annotated[
        str | None,
        typer.Option("--json", metavar="F", help=tr("Write JSON to a file, or - for here.")),
    ] = None,
) -> None:
    """Print what each text means, or why it is refused; an answer either way (status 0)."""
    from app.show.timetext.understand import Expect, understand

    if field not in tuple(Expect):
        raise Refused(
            text("There is no field “{field}”.", field=field),
            text("Use --field any, duration or clock."),
        )
    for given in texts:
        if given.startswith("--") and given[2:3].isalpha():
            raise Refused(
                text("There is no option “{option}”.", option=given),
                text("`{command} --help` explains it.", command="greenroom time"),
            )
    found = [understand(typed, Expect(field)) for typed in _typed(texts)]
    put_json(json, [as_json(one) for one in found])
    if json != "-":
        _print(found)


def as_json(one: Understood) -> dict[str, Any]:
    """Return one text as the JSON shape of checklists/schema.md."""
    from app.show.timetext.understand import Meaning, clock_words

    lengths = (Meaning.DURATION, Meaning.CLOCK_RANGE, Meaning.ELAPSED_RANGE)
    start: object = None
    end: object = None
    if one.meaning in (Meaning.CLOCK, Meaning.CLOCK_RANGE):
        start = None if one.start_ms is None else clock_words(one.start_ms)
        end = None if one.end_ms is None else clock_words(one.end_ms)
    elif one.meaning is Meaning.ELAPSED_RANGE:
        start, end = _seconds(one.start_ms), _seconds(one.end_ms)
    return {
        "text": one.text,
        "meaning": one.meaning.value,
        "seconds": _seconds(one.ms) if one.meaning in lengths else None,
        "start": start,
        "end": end,
        "reason": None if one.reason is None else one.reason.say(),
    }


def _seconds(ms: int | None) -> int | float | None:
    if ms is None:
        return None
    return ms // 1000 if ms % 1000 == 0 else ms / 1000


def _typed(texts: Sequence[str]) -> Iterator[str]:
    """Yield the texts; what no encoding can hold becomes �, so that it can be printed."""
    for given in texts:
        if given == "-":
            lines = sys.stdin.buffer.read().decode("utf-8-sig", errors="replace")
            yield from lines.removesuffix("\n").replace("\r\n", "\n").split("\n")
        else:
            yield given.encode("utf-8", "surrogatepass").decode("utf-8", "replace")


def _print(found: Sequence[Understood]) -> None:
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    for heading in (tr("Typed"), tr("Read as"), tr("Why, or what was assumed")):
        table.add_column(heading, overflow="fold")  # Chinese has no spaces to wrap at
    for one in found:
        typed = one.text if len(one.text) <= 40 else one.text[:39] + "…"
        reason = "" if one.reason is None else one.reason.say()
        table.add_row(escape(typed), escape(meant(one).say()), escape(reason))
    console().print(table)


def meant(one: Understood) -> Text:
    """Return what a text was read as, in a few words."""
    from app.show.timetext.understand import Meaning, clock_words, duration_words

    match one.meaning:
        case Meaning.DURATION:
            return text("length {length}", length=duration_words(one.ms or 0))
        case Meaning.CLOCK:
            return text("time of day {clock}", clock=clock_words(one.start_ms or 0))
        case Meaning.CLOCK_RANGE:
            return text(
                "{start} to {end} ({length})",
                start=clock_words(one.start_ms or 0),
                end=clock_words(one.end_ms or 0),
                length=duration_words(one.ms or 0),
            )
        case Meaning.ELAPSED_RANGE:
            return text(
                "minute {start} to {end} of the show ({length})",
                start=duration_words(one.start_ms or 0),
                end=duration_words(one.end_ms or 0),
                length=duration_words(one.ms or 0),
            )
        case Meaning.REFUSED:
            return text("refused")
