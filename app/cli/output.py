"""How every verb answers: people read standard output, programs one JSON object, and the status tells."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from enum import IntEnum
from pathlib import Path
from typing import Any, NoReturn

import typer
from rich.console import Console
from rich.markup import escape

from app.core.errors import Trouble
from app.core.files import write_for_people


class Status(IntEnum):
    """Exit statuses, as the README lists them."""

    DONE = 0
    FAILED = 1  # done, and something failed its limit
    REFUSED = 2  # wrong use
    ENVIRONMENT = 3  # device, disk, permission, damaged library
    BUG = 70  # ours: a crash report was written (EX_SOFTWARE)


def console(json_to: str | None = None) -> Console:
    """Return where words for people go: standard error when standard output carries JSON."""
    return Console(stderr=json_to == "-", highlight=False, soft_wrap=True)


def put_json(json_to: str | None, value: Mapping[str, Any] | Sequence[Any]) -> None:
    """Write `value` as one JSON document to a file or, for "-", to standard output; None does nothing."""
    if json_to is None:
        return
    document = json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
    if json_to == "-":
        sys.stdout.buffer.write(document.encode())
        sys.stdout.flush()
        return
    write_for_people(Path(json_to), document)


def put_trouble(trouble: Trouble) -> None:
    """Say on standard error what happened and what to do next."""
    err = Console(stderr=True, highlight=False, soft_wrap=True)
    err.print(f"[bold]greenroom:[/bold] {escape(trouble.what.say())}")
    if todo := trouble.todo.say():
        err.print(escape(todo))


def leave(status: Status) -> NoReturn:
    """End the verb with `status`."""
    raise typer.Exit(int(status))
