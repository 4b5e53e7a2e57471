"""Shows: a row each, and a row for each segment, so that typing in one cell writes two rows.

The root holds what the list of shows says of each (`row_count` and `part_count` are counted from the
rows when it is written), the rest of the header as JSON, and the outline: the parts with the ids of their
segments in order.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import JSON, Boolean, Column, Date, ForeignKey, Integer, String, Table, Text

from app.core.written import from_plain, to_plain
from app.show.head import ShowHead, head_of
from app.show.show import Segment, Show
from app.storage.kinds import Head, Kind, Part, Row, Rows
from app.storage.schema import id_column, metadata, version_column

SHOWS = Table(
    "shows",
    metadata,
    id_column(),
    version_column(),
    Column("title", Text, nullable=False),
    Column("day", Date),
    Column("start_ms", Integer, nullable=False),
    Column("row_count", Integer, nullable=False),
    Column("part_count", Integer, nullable=False),
    Column("archived", Boolean, nullable=False),
    Column("template", Boolean, nullable=False),
    Column("sample", Boolean, nullable=False),
    Column("header", JSON, nullable=False),
    Column("outline", JSON, nullable=False),
)
SEGMENTS = Table(
    "segments",
    metadata,
    Column("show", String(64), ForeignKey("shows.id", ondelete="CASCADE"), primary_key=True),
    Column("id", String(64), primary_key=True),
    Column("body", JSON, nullable=False),
)
IN_COLUMNS = frozenset({"id", "title", "on", "start_ms", "archived", "template", "sample"})


def root(show: Show) -> Row:
    """Return the show's row."""
    line = head_of(show)
    header = to_plain(replace(show, parts=()))
    outline = [
        {**to_plain(replace(part, segments=())), "segments": [s.id for s in part.segments]}
        for part in show.parts
    ]
    return {
        "id": show.id,
        "title": show.title,
        "day": show.on,
        "start_ms": show.start_ms,
        "row_count": line.rows,
        "part_count": line.parts,
        "archived": show.archived,
        "template": show.template,
        "sample": show.sample,
        "header": {key: value for key, value in header.items() if key not in IN_COLUMNS},
        "outline": outline,
    }


def pieces(show: Show) -> Mapping[str, Segment]:
    """Return the segments by id; raises ValueError where two have the same, which is our bug."""
    found = {segment.id: segment for segment in show.segments()}
    if len(found) != sum(len(part.segments) for part in show.parts):
        raise ValueError(f"two rows of show {show.id} have the same id")
    return found


def row(show: str, id: str, segment: Segment) -> Row:  # noqa: A002 the column's word
    """Return the row of one segment."""
    body = to_plain(segment)
    del body["id"]
    return {"show": show, "id": id, "body": body}


def put_together(rows: Rows) -> Show:
    """Return the show of its rows; raises Refused or KeyError where it cannot be read."""
    line = rows["shows"][0]
    bodies = {row["id"]: row["body"] for row in rows["segments"]}
    parts = [
        {**part, "segments": [{"id": s, **bodies.pop(s)} for s in part["segments"]]}
        for part in line["outline"]
    ]
    if bodies:
        raise ValueError(f"rows that stand in no part: {', '.join(sorted(bodies)[:5])}")
    plain: dict[str, Any] = {key: line[key] for key in IN_COLUMNS if key != "on"}
    return from_plain(
        {**plain, "on": line["day"], **line["header"], "parts": parts}, Show, f"show {line['id']}"
    )


def head(row: Row) -> ShowHead:
    """Return the line of a show in the library."""
    return ShowHead(
        row["id"],
        row["title"],
        row["day"],
        row["start_ms"],
        row["row_count"],
        row["part_count"],
        archived=row["archived"],
        template=row["template"],
        sample=row["sample"],
    )


HEAD = Head(
    (
        "title",
        "day",
        "start_ms",
        "row_count",
        "part_count",
        "archived",
        "template",
        "sample",
    ),
    head,
)
KIND = Kind(SHOWS, root, put_together, parts=(Part(SEGMENTS, pieces, row),), head=HEAD)
