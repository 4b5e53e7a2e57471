"""A room report said for paper, in the language of the reader; no painting here."""

from __future__ import annotations

from PySide6.QtGui import QImage

from app.core.words import tr
from app.room.judge import Verdict
from app.room.profiles import platform_name
from app.room.report import RoomReport
from ui.print.report_pdf import PrintedCause, PrintedReading, PrintedReport
from ui.room import view_model
from ui.room.value_line import said
from ui.room.view_model import local
from ui.widgets.reading_rows import ReadingRow


def printed(report: RoomReport, encoded: bytes | None) -> PrintedReport:
    """Return the pages of `report` with the picture kept beside it (JPEG)."""
    numbers = view_model.cause_numbers(report.causes)
    order = sorted(report.judged, key=lambda j: -j.verdict.weight)
    return PrintedReport(
        title=tr("Room check: {room}", room=report.room or tr("This room")),
        summary=_summary(report),
        demo=tr("Demo room: these numbers say nothing about a real room") if report.demo else "",
        facts=_facts(report),
        causes=tuple(
            PrintedCause(c.number, tr("{title}: {fix}", title=c.title, fix=c.fix), said(c.explains))
            for c in view_model.cause_rows(report.causes, report.judged)
        ),
        readings=tuple(_reading(view_model.reading_row(j, numbers)) for j in order),
        heads=(
            tr("Verdict"),
            tr("Reading"),
            "",
            tr("Value"),
            tr("Good range, or why it is unknown"),
            tr("Cause"),
        ),
        causes_title=tr("Causes first"),
        readings_title=tr("Readings"),
        foot=f"Greenroom {report.version} · {report.room} · {local(report.at):%Y-%m-%d %H:%M}",
        picture=None if encoded is None else QImage.fromData(encoded),
    )


def _reading(row: ReadingRow) -> PrintedReading:
    return PrintedReading(
        verdict=row.mark.value,
        word=row.verdict,
        name=row.name,
        value=row.value,
        unit=f"{row.unit} {row.plus_minus}".strip() if row.value != "—" else "",
        good=row.reason or row.limit,
        cause=row.cause,
    )


def _summary(report: RoomReport) -> str:
    count = view_model.tally(report.judged)
    verdict = view_model.VERDICTS[report.verdict].say()
    if report.verdict is Verdict.PASS:
        return tr("{verdict}: all {n} readings pass", verdict=verdict, n=count.all)
    return tr(
        "{verdict}: {fail} fail, {warn} warn, {passed} pass, {unknown} unknown",
        verdict=verdict,
        fail=count.fail,
        warn=count.warn,
        passed=count.passed,
        unknown=count.unknown,
    )


def _facts(report: RoomReport) -> tuple[tuple[str, str], ...]:
    names = {"camera": tr("Camera"), "microphone": tr("Microphone")}
    facts = [(tr("Time"), f"{local(report.at):%Y-%m-%d %H:%M}")]
    facts += [(names.get(key, key), name) for key, name in report.devices.items()]
    profile, platform = report.profile.name.say(), platform_name(report.profile)
    if platform is not None:
        profile = tr("{profile}, start values of {platform}", profile=profile, platform=platform)
    facts.append((tr("Profile"), profile))
    facts.append((tr("Heard and seen"), tr("{seconds:.0f} s", seconds=report.seconds)))
    facts.append((tr("Version"), f"Greenroom {report.version}"))
    return tuple(facts)
