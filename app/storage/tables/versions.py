"""Named versions of shows: one row each, its show and products as JSON, read when asked for.

A version outlives its show's rows, so that removing a show and taking that back keeps both apart.
"""

from __future__ import annotations

from sqlalchemy import JSON, Column, Index, String, Table, Text

from app.core.written import from_plain, to_plain
from app.show.head import VersionHead
from app.show.version import Version
from app.storage.kinds import Head, Kind, Row, Rows
from app.storage.schema import UtcTime, id_column, metadata, version_column

VERSIONS = Table(
    "versions",
    metadata,
    id_column(),
    version_column(),
    Column("show", String(64), nullable=False),
    Column("name", Text, nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("body", JSON, nullable=False),
    Index(None, "show"),
)


def root(version: Version) -> Row:
    """Return the row of `version`."""
    body = {"body": to_plain(version.body), "products": to_plain(version.products)}
    return {
        "id": version.id,
        "show": version.show,
        "name": version.name,
        "at": version.at,
        "body": body,
    }


def put_together(rows: Rows) -> Version:
    """Return the version of its row; raises Refused where it cannot be read."""
    row = rows["versions"][0]
    plain = {
        "id": row["id"],
        "show": row["show"],
        "name": row["name"],
        "at": row["at"],
        **row["body"],
    }
    return from_plain(plain, Version, f"versions {row['id']}")


def head(row: Row) -> VersionHead:
    """Return the head of a version."""
    return VersionHead(row["id"], row["show"], row["name"], row["at"])


KIND = Kind(VERSIONS, root, put_together, head=Head(("show", "name", "at"), head))
