"""The words of typer's own help pages, said in the language of the run."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import typer

from app.core.words import language, text

WORDS = {
    said.en: said
    for said in (
        text("Options"),
        text("Arguments"),
        text("Commands"),
        text("OPTIONS"),
        text("COMMAND [ARGS]..."),
        text("Show this message and exit."),
        text("required"),
        text("default"),
    )
}
KINDS = {"str": "…", "int": "N", "float": "N", "path": "F", "list[str]": "…", "list[path]": "F…"}
"""Signs instead of words: beside hanzi, which are two columns wide, typer's columns would not align."""

_KIND = re.compile(r"<([a-z]+(?:\[[a-z]+\])?)(?: range)?>")


def translate_help(command: Any) -> None:
    """Let `command` and every command below it explain itself in the language of the run."""

    class Formatter(command.context_class.formatter_class):  # type: ignore[misc]
        """The help page with its fixed words said by us."""

        def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
            """Write the line of usage."""
            said = prefix if prefix is not None else f"{text('Usage:').say()} "
            super().write_usage(prog, _usage(args), said)

        def write_heading(self, heading: str) -> None:
            """Write the head of a list."""
            head = text("{heading}:", heading=_word(heading)).say()
            self.write(f"{'':>{self.current_indent}}{head}\n")

        def write_dl(self, rows: Sequence[tuple[str, str]], *rest: Any, **named: Any) -> None:
            """Write names beside what they are."""
            super().write_dl([(_kinds(name), _help(what)) for name, what in rows], *rest, **named)

    class Context(command.context_class):  # type: ignore[misc]
        """A context whose help pages speak the language of the run."""

        formatter_class = Formatter

    _give(command, Context)


def _give(command: Any, context: type[typer.Context]) -> None:
    command.context_class = context
    for below in getattr(command, "commands", {}).values():
        _give(below, context)


def _word(said: str) -> str:
    return WORDS[said].say() if said in WORDS else said


def _usage(args: str) -> str:
    for word in ("COMMAND [ARGS]...", "OPTIONS"):
        args = args.replace(word, _word(word))
    return args


def _kinds(name: str) -> str:
    """Return the left side of a row with the kind of its value as a sign, where words are not English."""
    return name if language() == "en" else _KIND.sub(lambda m: KINDS.get(m[1], m[0]), name)


def _help(what: str) -> str:
    """Return the right side of a row; what typer adds stands in brackets at its end."""
    if what in WORDS:
        return _word(what)
    what = re.sub(r"(?<=[\[ ])required(?=[\];])", _word("required"), what)
    return re.sub(r"(?<=[\[ ])default: ", f"{_word('default')}: ", what)
