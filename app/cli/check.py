"""`greenroom check`: a room, a file or the demo, judged; for people a report, for programs one object."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from app import __version__
from app.cli.output import Status, console, leave, put_json, put_trouble
from app.core import paths
from app.core.errors import Refused, Trouble
from app.core.words import Text, language, text, tr

if TYPE_CHECKING:
    from app.capture.sources import Sources
    from app.metrics.signals import Bytes
    from app.room.judge import Judged
    from app.room.profile import RoomProfile
    from app.room.report import RoomReport

LIVE_SECONDS = 15.0
STOP_SECONDS = 5.0
LOOK_SECONDS = 0.2  # how often a running check is looked at


@dataclass(frozen=True, slots=True, eq=False)
class Checked:
    """Report, picture, what else to say, whether every source delivered, and what ended it early."""

    report: RoomReport
    still: Bytes | None
    notes: tuple[Text, ...] = ()
    complete: bool = True
    lost: tuple[Trouble, ...] = ()


def register(cli: typer.Typer) -> None:
    """Add the verb to the command line."""
    cli.command(help=tr("Check a room: a camera and a microphone, a file, or the demo."))(check)


def check(
    video: Annotated[
        str, typer.Option(metavar="SRC", help=tr("Camera (number or name), file, address, demo."))
    ] = "",
    audio: Annotated[
        str, typer.Option(metavar="SRC", help=tr("Microphone (number or name), file, demo."))
    ] = "",
    profile: Annotated[str, typer.Option(metavar="ID", help=tr("Limits to judge by."))] = "",
    platform: Annotated[
        str, typer.Option(metavar="ID", help=tr("Platform whose start values to put in."))
    ] = "",
    seconds: Annotated[
        float | None,
        typer.Option(min=0.1, help=tr("How long; default 15 for devices, all of a file.")),
    ] = None,
    json: Annotated[
        str | None,
        typer.Option("--json", metavar="F", help=tr("Write JSON to a file, or - for here.")),
    ] = None,
    report: Annotated[
        Path | None, typer.Option(metavar="F", help=tr("Write the report as an HTML page."))
    ] = None,
    save: Annotated[
        bool, typer.Option("--save", help=tr("Keep the report in the library."))
    ] = False,
    lang: Annotated[
        str, typer.Option(help=tr("Language of the answer: en or zh."), show_default=False)
    ] = "",
) -> None:
    """Check and answer; status 1 where a reading failed its limit."""
    if lang and lang not in ("en", "zh"):
        raise Refused(
            text("There is no language “{lang}” here.", lang=lang),
            text("Use --lang en or --lang zh."),
        )
    limits = _limits(profile, platform)
    if not video and not audio:
        video = "demo"
    done = _checked(video, audio, limits, seconds)
    troubles = _kept(done.report, done.still, done.notes, report, json, save=save)
    if json != "-":
        _print(done.report, done.notes, None if troubles else report)
    if troubles:
        raise troubles[0]
    for trouble in done.lost:
        put_trouble(trouble)
    if done.lost:
        leave(Status.ENVIRONMENT)
    if done.report.verdict.value == "fail":
        leave(Status.FAILED)
    leave(Status.DONE if done.complete else Status.ENVIRONMENT)


def _kept(
    found: RoomReport,
    still: Bytes | None,
    notes: tuple[Text, ...],
    page: Path | None,
    json: str | None,
    *,
    save: bool,
) -> list[Trouble]:
    """Write what was asked for, each thing even where another cannot be; return what went wrong."""
    from app.exchange.report_html import write_report

    asked: list[Callable[[], None]] = [lambda: put_json(json, as_json(found, notes))]
    if page is not None:
        asked.append(lambda: write_report(page, found, _jpeg(still)))
    if save:
        asked.append(lambda: _save(found, still))
    troubles: list[Trouble] = []
    for put in asked:
        try:
            put()
        except Trouble as trouble:
            troubles.append(trouble)
    for other in troubles[1:]:
        put_trouble(other)
    return troubles


def _limits(profile: str, platform: str) -> RoomProfile:
    from app.room.profiles import find_platform, find_profile

    chosen = find_profile(profile or "general", _own(profile))
    return find_platform(platform).applied(chosen) if platform else chosen


def _own(profile: str) -> tuple[RoomProfile, ...]:
    """Return the studio's own profiles, where one may be meant and there is a library."""
    from app.room.profiles import PROFILES

    if not profile or profile in PROFILES:
        return ()
    from app.storage.library import library_file

    if not library_file(paths.home()).exists():
        return ()
    from app.session.session import Session

    session = Session.open()
    try:
        return tuple(session.studio.profiles)
    finally:
        session.close()


def _checked(video: str, audio: str, limits: RoomProfile, seconds: float | None) -> Checked:
    from app.capture.find import media_path

    named = [name for name in (video, audio) if name]
    files = [media_path(name) for name in named]
    if all(file is not None for file in files):
        return _file(video, audio, limits, seconds)
    return _live(video, audio, limits, seconds or LIVE_SECONDS)


def _file(video: str, audio: str, limits: RoomProfile, seconds: float | None) -> Checked:
    from app.capture.find import DEMO, media_path
    from app.session.file_check import check_file

    film, sound = media_path(video) if video else None, media_path(audio) if audio else None
    path = cast(Path, film or sound)
    with _Progress() as told:
        done = check_file(
            path,
            limits,
            sound=sound if film else None,
            picture=film is not None,
            seconds=seconds,
            models=paths.models(),
            demo=DEMO in (video, audio),
            progress=told,
        )
    assert done is not None  # nobody cancels a check here
    return Checked(done.report, done.still, () if done.note is None else (done.note,))


def _live(video: str, audio: str, limits: RoomProfile, seconds: float) -> Checked:
    """Run a check of devices for `seconds`, with whatever troubles stood at its end and since when."""
    import threading

    from app.capture.devices import Kind
    from app.capture.find import DEMO, find_source
    from app.core.clock import SystemClock
    from app.session.live import LiveCheck

    picture = find_source(video, Kind.CAMERA).picture if video else None
    heard: Sources | None = find_source(audio, Kind.MICROPHONE) if audio else None
    clock, fresh = SystemClock(), threading.Event()
    running = LiveCheck(
        picture,
        heard.sound if heard else None,
        limits,
        None,
        paths.models(),
        clock,
        fresh.set,
        demo=DEMO in (video, audio),
    )
    until, troubles = clock.now() + seconds, dict[str, tuple[Trouble, float]]()
    running.start()
    try:
        with _Progress() as told:
            while (left := until - clock.now()) > 0:
                fresh.wait(min(left, LOOK_SECONDS))
                fresh.clear()
                snapshot = running.snapshot()
                if snapshot is not None:
                    now = snapshot.elapsed
                    troubles = {
                        str(t.what): troubles.get(str(t.what), (t, now)) for t in snapshot.troubles
                    }
                told(1.0 - max(left, 0.0) / seconds)
        lost = running.lost
    finally:
        running.stop(STOP_SECONDS)
    result = running.report(room="")
    standing = tuple(_timed(*told) for told in troubles.values())
    if result.seconds <= 0 and standing:
        raise next(iter(troubles.values()))[0]
    asked = [s for s in (picture, heard.sound if heard else None) if s is not None]
    return Checked(
        result,
        running.still(),
        tuple(trouble.what for trouble in standing),
        complete=all(source.opened is not None for source in asked),
        lost=standing if lost else (),
    )


def _timed(trouble: Trouble, at: float) -> Trouble:
    """Return `trouble` with the second of the check at which it came."""
    what = text("After {seconds:.0f} s: {what}", what=trouble.what, seconds=at)
    return type(trouble)(what, trouble.todo)


class _Progress:
    """A line of progress on standard error, where somebody is there to see it."""

    def __enter__(self) -> Callable[[float], None]:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TaskProgressColumn(),
            console=Console(stderr=True),
            transient=True,
            disable=not sys.stderr.isatty(),
        )
        task = self._progress.add_task(tr("Checking"), total=1.0)
        self._progress.start()
        return lambda share: self._progress.update(task, completed=share)

    def __exit__(self, *_: object) -> None:
        self._progress.stop()


def _jpeg(still: Bytes | None) -> bytes | None:
    from app.exchange.still import jpeg

    return None if still is None else jpeg(still)


def _save(found: RoomReport, still: Bytes | None) -> None:
    from app.session.session import Session

    session = Session.open()
    try:
        session.save_report(found, _jpeg(still))
    finally:
        session.close()


def as_json(report: RoomReport, notes: tuple[Text, ...] = ()) -> dict[str, Any]:
    """Return the report as the public JSON object: full precision, sentences in the current language."""
    return {
        "greenroom": __version__,
        "id": report.id,
        "at": report.at.isoformat(),
        "demo": report.demo,
        "language": language(),
        "profile": report.profile.id,
        "platform": report.profile.platform,
        "verdict": report.verdict.value,
        "seconds": report.seconds,
        "readings": [_reading(judged) for judged in report.judged],
        "causes": [
            {
                "id": cause.id,
                "title": cause.title.say(),
                "fix": cause.fix.say(),
                "verdict": cause.verdict.value,
                "readings": list(cause.readings),
            }
            for cause in report.causes
        ],
        "missing": [one.say() for one in report.missing],
        "devices": dict(report.devices),
        "acts": {state.act.value: state.step.value for state in report.acts},
        "notes": [note.say() for note in notes],
    }


def _reading(judged: Judged) -> dict[str, Any]:
    from app.core.written import to_plain
    from app.room.catalogue import metric

    reading = judged.reading
    known = metric(reading.id)
    limit = None if judged.limit is None else to_plain(judged.limit)
    if limit is not None:
        limit["basis"]["source"] = judged.limit.basis.source.say() if judged.limit else ""
    return {
        "id": reading.id,
        "group": known.group.value,
        "value": reading.value,
        "unit": known.unit,
        "plus_minus": reading.plus_minus,
        "verdict": judged.verdict.value,
        "near": judged.near,
        "limit": limit,
        "reason": None if judged.why is None else judged.why.say(),
        "advice": None if judged.advice is None else judged.advice.say(),
        "cause": judged.cause,
        "details": dict(reading.details),
    }


def _print(report: RoomReport, notes: tuple[Text, ...], page: Path | None) -> None:
    from app.cli.check_page import print_report

    print_report(console(), report, notes, page)
