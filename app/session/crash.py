"""What a crash leaves behind: a report in the home folder that the next start reads once.

A report holds the version, the platform and the stack; no names, texts or paths of the library.
"""

from __future__ import annotations

import faulthandler
import logging
import platform
import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from app import __version__
from app.core.errors import Trouble
from app.core.words import text

log = logging.getLogger(__name__)
FAULTS = "fault.log"
KEPT = 10  # reports; older ones go


@dataclass(frozen=True, slots=True)
class CrashReport:
    """A crash of an earlier run: where the report lies and its last line."""

    file: Path
    at: datetime
    summary: str


@contextmanager
def watching(home: Path) -> Iterator[None]:
    """Keep a crash report of whatever ends this process or one of its threads while inside."""
    folder = home / "crash"
    before = sys.excepthook, threading.excepthook

    def caught(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            before[0](kind, error, trace)
            return
        log.critical("unexpected", exc_info=(kind, error, trace))
        write_report(home, error)

    def caught_in_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            caught(args.exc_type, args.exc_value, args.exc_traceback)

    faults = None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        faults = (folder / FAULTS).open("ab")
    except OSError as error:  # a home that cannot be written to is said by whoever needs it
        log.info("no crash reports: %s", error)
    if faults is not None:
        faulthandler.enable(faults)
    sys.excepthook, threading.excepthook = caught, caught_in_thread
    try:
        yield
    finally:
        sys.excepthook, threading.excepthook = before
        if faults is not None:
            faulthandler.disable()
            faults.close()


def write_report(home: Path, error: BaseException) -> Path | None:
    """Write `error` with its stack to a new file and return it, or None where the disk refuses."""
    now = datetime.now(UTC)
    folder = home / "crash"
    file = folder / f"crash-{now:%Y%m%dT%H%M%S.%f}.txt"
    lines = [
        f"Greenroom {__version__}, {now.isoformat(timespec='seconds')}",
        f"Python {platform.python_version()}, {platform.platform()}",
        "",
        *traceback.format_exception(error),
    ]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file.write_text(_impersonal("\n".join(lines)), "utf-8")
        for old in sorted(folder.glob("crash-*.txt"))[:-KEPT]:
            old.unlink(missing_ok=True)
    except OSError as refused:
        log.warning("crash report not written: %s", refused)
        return None
    return file


def bug_report(home: Path, error: BaseException) -> Trouble:
    """Write a crash report of `error` and return what to tell the person."""
    log.critical("unexpected", exc_info=error)
    file = write_report(home, error)
    if file is None:
        return Trouble(text("A fault of Greenroom's own: {error}.", error=repr(error)))
    mark_seen(home)
    return Trouble(
        text("A fault of Greenroom's own: {error}.", error=repr(error)),
        text("What was saved is safe. The report lies in {file}.", file=str(file)),
    )


def last_crash(home: Path) -> CrashReport | None:
    """Return the newest crash that nobody was told about yet, and count it as told."""
    folder = home / "crash"
    try:
        files = [f for f in folder.iterdir() if f.suffix in {".txt", ".log"} and f.stat().st_size]
        seen = _seen(folder)
        fresh = [f for f in files if f.stat().st_mtime_ns > seen]
        if not fresh:
            return None
        newest = max(fresh, key=lambda f: f.stat().st_mtime_ns)
        kept = _keep_fault(newest) if newest.name == FAULTS else newest
        mark_seen(home)
        said = [line for line in kept.read_text("utf-8", "replace").splitlines() if line.strip()]
        at = datetime.fromtimestamp(kept.stat().st_mtime, UTC)
    except OSError as error:
        log.info("crash folder not read: %s", error)
        return None
    fatal = next((line for line in said if line.startswith(("Fatal", "Windows fatal"))), "")
    return CrashReport(kept, at, fatal or (said[-1] if said else ""))


def mark_seen(home: Path) -> None:
    """Count every report so far as told."""
    folder = home / "crash"
    newest = max((f.stat().st_mtime_ns for f in folder.iterdir() if f.name != "seen"), default=0)
    (folder / "seen").write_text(str(newest))


def _seen(folder: Path) -> int:
    try:
        return int((folder / "seen").read_text())
    except (OSError, ValueError):
        return 0


def _keep_fault(file: Path) -> Path:
    """Give a low-level fault a file of its own, so that the next one starts a fresh log."""
    stamp = datetime.fromtimestamp(file.stat().st_mtime, UTC)
    kept = file.with_name(f"crash-{stamp:%Y%m%dT%H%M%S.%f}-fault.txt")
    kept.write_bytes(file.read_bytes())
    file.write_bytes(b"")
    return kept


def _impersonal(report: str) -> str:
    """Return `report` with the person's own folder written as ~."""
    return report.replace(str(Path.home()), "~")
