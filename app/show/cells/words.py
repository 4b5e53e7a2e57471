"""What a row is called and says: title, words, owner, note, colour."""

from __future__ import annotations

from dataclasses import replace

from app.core.words import Text, text
from app.show.cells.cell import Around, Cell, Typed
from app.show.edit import with_script
from app.show.formats import kind_of
from app.show.show import Segment


def _title(segment: Segment, around: Around) -> str:  # noqa: ARG001 one shape
    return segment.title


def _set_title(segment: Segment, typed: str, around: Around) -> Typed:  # noqa: ARG001
    return Typed(replace(segment, title=" ".join(typed.split())))


def _title_prompt(segment: Segment) -> Text | None:
    return kind_of(segment.kind).prompt


def _script(segment: Segment, around: Around) -> str:  # noqa: ARG001
    return segment.script


def _set_script(segment: Segment, typed: str, around: Around) -> Typed:  # noqa: ARG001
    if typed == segment.script:
        return Typed(segment)
    return Typed(with_script(segment, typed))


def _owner(segment: Segment, around: Around) -> str:  # noqa: ARG001
    return segment.owner


def _set_owner(segment: Segment, typed: str, around: Around) -> Typed:  # noqa: ARG001
    return Typed(replace(segment, owner=typed.strip()))


def _note(segment: Segment, around: Around) -> str:  # noqa: ARG001
    return segment.note


def _set_note(segment: Segment, typed: str, around: Around) -> Typed:  # noqa: ARG001
    return Typed(replace(segment, note=typed))


CELLS = (
    Cell("title", text("Segment"), _title, _set_title, prompt=_title_prompt, width=190),
    Cell("script", text("Words"), _script, _set_script, shown=False, width=280),
    Cell("owner", text("Owner"), _owner, _set_owner, shown=False),
    Cell("note", text("Notes"), _note, _set_note, shown=False, width=180),
)
