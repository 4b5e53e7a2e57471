"""`greenroom`: without a verb the desktop app, else one verb; errors become a sentence and a status."""

from __future__ import annotations

import importlib
import locale
import os
import pkgutil
import sys
from collections.abc import Sequence
from types import ModuleType
from typing import Annotated, cast

import typer

import app.cli
from app import __version__
from app.cli.help_words import translate_help
from app.cli.output import Status, console, put_trouble
from app.cli.wrong_use import in_words
from app.core import paths
from app.core.errors import Environment, Refused
from app.core.settings import load_settings, resolve_language
from app.core.words import Language, set_language, text, tr
from app.session import crash

DESKTOP = "ui.__main__"


def run() -> None:
    """Run the command line of this process and leave with its status."""
    sys.exit(main(sys.argv[1:]))


def main(arguments: Sequence[str]) -> int:
    """Run `arguments` and return the exit status; nothing but our own bugs shows as one."""
    set_language(spoken(arguments))
    with crash.watching(paths.home()):
        try:
            return _answer(list(arguments))
        except Refused as refused:
            put_trouble(refused)
            return Status.REFUSED
        except Environment as trouble:
            put_trouble(trouble)
            return Status.ENVIRONMENT
        except KeyboardInterrupt:
            return 130
        except BrokenPipeError:
            # The reader (a pager, head) left; the interpreter must not complain about it at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return Status.DONE
        except Exception as bug:  # noqa: BLE001 the last stop before a stack trace
            put_trouble(crash.bug_report(paths.home(), bug))
            return Status.BUG


def spoken(arguments: Sequence[str]) -> Language:
    """Return the language of this run: `--lang`, else the settings, else the system's."""
    for at, word in enumerate(arguments):
        given = word.removeprefix("--lang=") if word.startswith("--lang=") else None
        if word == "--lang" and at + 1 < len(arguments):
            given = arguments[at + 1]
        if given in ("en", "zh"):
            return "zh" if given == "zh" else "en"
    named = next((v for k in ("LC_ALL", "LC_MESSAGES", "LANG") if (v := os.environ.get(k))), None)
    system = named or locale.getlocale()[0] or ""
    # The window mends a damaged file, because it can say so.
    settings = load_settings(paths.home(), mend=False).settings
    return resolve_language(settings.language, system)


def build() -> typer.Typer:
    """Return the command line with every verb that lies in this folder."""
    # Plain help: it stays readable in a pipe and in 80 columns.
    about = tr(
        "Greenroom checks a livestream room before it goes live. Without a verb the window opens."
    )
    cli = typer.Typer(
        rich_markup_mode=None, add_completion=False, pretty_exceptions_enable=False, help=about
    )
    cli.callback(invoke_without_command=True)(_globals)
    for verb in verbs().values():
        verb.register(cli)
    return cli


def verbs() -> dict[str, ModuleType]:
    """Return the verbs by name: every module of this folder that has `register(cli)`."""
    names = sorted(m.name for m in pkgutil.iter_modules(app.cli.__path__) if m.name != "main")
    found = {name: importlib.import_module(f"app.cli.{name}") for name in names}
    return {name: module for name, module in found.items() if hasattr(module, "register")}


def _globals(
    context: typer.Context,
    lang: Annotated[
        str, typer.Option(help=tr("Language of the answer: en or zh."), show_default=False)
    ] = "",
    version: Annotated[bool, typer.Option("--version", help=tr("Show the version."))] = False,
) -> None:
    if lang and lang not in ("en", "zh"):
        raise Refused(
            text("There is no language “{lang}” here.", lang=lang),
            text("Use --lang en or --lang zh."),
        )
    if version:
        console().print(f"greenroom {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        raise typer.Exit(_desktop(["--lang", lang] if lang else []))


def _desktop(arguments: list[str]) -> int:
    if sys.platform.startswith("linux") and not any(
        os.environ.get(k) for k in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        raise Environment(
            text("There is no display here to open a window on."),
            text(
                "Use a verb: {verbs}. `greenroom --help` explains them.", verbs=", ".join(verbs())
            ),
        )
    return int(importlib.import_module(DESKTOP).main(arguments) or 0)


def _answer(arguments: list[str]) -> int:
    # ClickException, wherever this version of typer keeps it.
    wrong_use = cast(type[Exception], typer.BadParameter.__mro__[2])
    command = typer.main.get_command(build())
    translate_help(command)
    try:
        status = command.main(arguments, prog_name="greenroom", standalone_mode=False)
    except typer.Abort:
        return 130
    except wrong_use as error:
        if type(error).__name__ != "NoArgsIsHelpError":
            raise in_words(error) from error
        cast(typer.BadParameter, error).show()
        return Status.REFUSED
    return status if isinstance(status, int) else Status.DONE
