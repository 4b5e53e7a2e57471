"""The desktop app: one process, one window."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from app import __version__
from app.core import paths
from app.core.errors import Trouble
from app.core.settings import load_settings
from app.core.words import Language, text
from app.session import crash
from ui.bridge import Later
from ui.shell.dress import Dress
from ui.shell.interrupts import closing
from ui.shell.library import LibraryDoor
from ui.shell.rubbish import Rubbish
from ui.shell.window import Window, usual_size
from ui.widgets.desk import Choices


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks for; None where it leaves the choice to the settings."""

    page: str | None = None
    theme: Literal["dark", "light"] | None = None
    lang: Language | None = None
    size: QSize | None = None
    demo: bool = False


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window and return the exit status once it is closed."""
    asked = _asked(sys.argv[1:] if argv is None else argv)
    home = paths.home()
    with ExitStack() as stack:
        stack.enter_context(crash.watching(home))
        app = application()
        loaded = load_settings(home)
        choices = Choices(home, loaded.settings, for_now=_flags(asked))
        dress = Dress(app, choices, usual_size())
        rubbish = Rubbish()
        stack.callback(rubbish.let_go)
        later = Later()
        door = LibraryDoor(home, later, later)
        notices = () if loaded.notice is None else (Trouble(loaded.notice),)
        window = Window(
            dress,
            choices,
            door,
            page=asked.page or "",
            demo=asked.demo,
            troubles=(*notices, *_last_crash(home)),
        )
        window.restore()
        if asked.size:
            window.resize(asked.size)
        window.show()
        stack.enter_context(closing(window.close))
        return app.exec()


def application() -> QApplication:
    """Return the application, named; Qt 6 takes the display's own scale unrounded by itself."""
    app = QApplication.instance()
    if app is None:
        app = QApplication(sys.argv[:1])
    app = cast(QApplication, app)
    app.setApplicationName("Greenroom")
    app.setApplicationDisplayName("Greenroom")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("greenroom")
    return app


def _last_crash(home: Path) -> tuple[Trouble, ...]:
    last = crash.last_crash(home)
    if last is None:
        return ()
    what = text("The app ended unexpectedly last time; what was saved is here.")
    return (Trouble(what, text("The report lies in {file}.", file=str(last.file))),)


def _flags(asked: Asked) -> dict[str, str]:
    """Return the settings that this run was asked for; they are not to be saved."""
    flags = {"theme": asked.theme, "language": asked.lang}
    return {name: value for name, value in flags.items() if value}


def _size(said: str) -> QSize:
    width, _, height = said.partition("x")
    return QSize(int(width), int(height))


def _asked(argv: Sequence[str]) -> Asked:
    if not argv:
        return Asked()
    parser = argparse.ArgumentParser(prog="greenroom", description=__doc__)
    parser.add_argument("--page", help="the page to begin with")
    parser.add_argument("--theme", choices=("dark", "light"))
    parser.add_argument("--lang", choices=("en", "zh"))
    parser.add_argument("--size", type=_size, metavar="WxH", help="the window's size")
    parser.add_argument("--demo", action="store_true", help="begin with the demo room")
    return Asked(**vars(parser.parse_args(argv)))


if __name__ == "__main__":
    sys.exit(main())
