"""What typer finds wrong with a command, said in our own words."""

from __future__ import annotations

import re

from app.core.errors import Refused
from app.core.words import Text, text


def in_words(error: Exception) -> Refused:
    """Return typer's usage error as a sentence of ours; its own are in English alone."""
    # Told apart by what they carry: typer moved these classes between its versions.
    context = getattr(error, "ctx", None)
    command = "greenroom" if context is None else str(context.command_path)
    return Refused(_what(error), text("`{command} --help` explains it.", command=command))


def _what(error: Exception) -> Text:
    kind, said = type(error).__name__, str(getattr(error, "message", ""))
    option = str(getattr(error, "option_name", "") or _name(getattr(error, "param", None)))
    if kind == "NoSuchOption":
        return text("There is no option “{option}”.", option=option)
    if kind == "MissingParameter":
        return text("“{option}” is missing.", option=option)
    if kind == "BadParameter":
        return text("“{option}” does not take this value.", option=option)
    if kind == "BadOptionUsage":
        return text("“{option}” needs a value.", option=option)
    if verb := re.match(r"No such command '(.*?)'", said):
        return text("There is no verb “{verb}”.", verb=verb[1])
    if word := re.search(r"unexpected extra argument.*? \((.*)\)$", said):
        return text("“{word}” is too much.", word=word[1])
    return text("The command cannot be understood.")


def _name(param: object) -> str:
    """Return an option as it is typed, an argument by its name."""
    typed = list(getattr(param, "opts", ()))
    name = str(getattr(param, "name", "") or "")
    return str(typed[0]) if typed and str(typed[0]).startswith("-") else name.upper()
