"""A report as people read it in a terminal: causes first, then the readings."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from app.core.words import Text, number, tr
from app.room.catalogue import metric, unit_text
from app.room.judge import Judged, Verdict
from app.room.report import RoomReport
from app.room.said import DEVICES, GROUPS, VERDICTS, limit_words

MARKS = {Verdict.PASS: "✓", Verdict.WARN: "!", Verdict.FAIL: "✕", Verdict.UNKNOWN: "?"}
STYLES = {
    Verdict.PASS: "green",
    Verdict.WARN: "yellow",
    Verdict.FAIL: "bold red",
    Verdict.UNKNOWN: "dim",
}


def print_report(
    out: Console, report: RoomReport, notes: tuple[Text, ...], page: Path | None
) -> None:
    """Print `report`: what to do first, the readings by group, what is missing, where the page lies."""
    if report.demo:
        out.print(tr("Demo: picture and sound were made by the app, no real room was measured."))
    for kind, name in report.devices.items():
        word = DEVICES[kind].say() if kind in DEVICES else kind
        line = tr("{what}: {name}", what=word, name=name)
        out.print(f"[dim]{escape(line)}[/dim]")
    for note in notes:
        out.print(escape(note.say()))
    out.print()
    _print_causes(out, report)
    out.print()
    out.print(_table(report))
    _print_end(out, report, page)


def _print_causes(out: Console, report: RoomReport) -> None:
    if not report.causes:
        out.print(tr("Nothing to do: no reading is beyond its limit."))
        return
    out.print(f"[bold]{tr('Causes first')}[/bold]")
    for at, cause in enumerate(report.causes, start=1):
        style = STYLES[cause.verdict]
        out.print(
            f"{at:>2} [{style}]{MARKS[cause.verdict]} {escape(cause.title.say())}[/{style}]  "
            f"{escape(cause.fix.say())}"
        )


def _table(report: RoomReport) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    # The reason of an unknown reading may wrap; every other column keeps its words whole.
    table.add_column(tr("Verdict"), no_wrap=True, min_width=9)
    table.add_column(tr("Reading"), no_wrap=True, min_width=18)
    table.add_column(tr("Value"), justify="right", no_wrap=True, min_width=6)
    table.add_column("", no_wrap=True, min_width=13)
    # Folded: the wrapping of Chinese would else cut what is one column too wide.
    table.add_column(tr("Good range"), ratio=1, overflow="fold")
    table.add_column(tr("Cause"), justify="right", no_wrap=True, min_width=2)
    numbers = {cause.id: at for at, cause in enumerate(report.causes, start=1)}
    group = None
    for judged in report.judged:
        known = metric(judged.reading.id)
        if known.group is not group:
            group = known.group
            table.add_row("", f"[bold]{escape(GROUPS[group].say())}[/bold]")
        table.add_row(*_row(judged, numbers))
    return table


def _row(judged: Judged, numbers: dict[str, int]) -> tuple[str, ...]:
    known, style = metric(judged.reading.id), STYLES[judged.verdict]
    word = f"[{style}]{MARKS[judged.verdict]} {escape(VERDICTS[judged.verdict].say())}[/{style}]"
    error = judged.reading.plus_minus
    spread = "" if error is None else f" ±{number(error, max(known.decimals, 1))}"
    unknown = judged.verdict is Verdict.UNKNOWN
    unit = "" if unknown else f"{unit_text(known.unit).say()}{spread}"
    good = limit_words(judged.limit, known)
    if unknown and judged.why is not None:
        good = f"[dim]{escape(judged.why.say())}[/dim]"
    at = numbers.get(judged.cause or "")
    shown = known.shown(None if unknown else judged.reading.value)
    return word, escape(known.name.say()), shown, unit, good, str(at) if at else ""


def _print_end(out: Console, report: RoomReport, page: Path | None) -> None:
    out.print()
    counted = {v: sum(j.verdict is v for j in report.judged) for v in Verdict}
    out.print(
        tr(
            "{failed} fail, {warned} warn, {passed} pass, {unknown} unknown",
            failed=counted[Verdict.FAIL],
            warned=counted[Verdict.WARN],
            passed=counted[Verdict.PASS],
            unknown=counted[Verdict.UNKNOWN],
        )
    )
    if report.missing:
        listed = " · ".join(one.say() for one in report.missing)
        out.print(escape(tr("Still missing: {listed}", listed=listed)))
    if page is not None:
        out.print(escape(tr("Report: {file}", file=str(page))))
