"""Golden reports: one row a room, pointing at a report that can never be deleted."""

from __future__ import annotations

from dataclasses import asdict

from sqlalchemy import Column, ForeignKey, String, Table

from app.room.place import Golden
from app.storage.kinds import Kind, Row, Rows
from app.storage.reports import REPORTS
from app.storage.schema import id_column, metadata, version_column

GOLDEN = Table(
    "golden",
    metadata,
    id_column(),  # the room's
    version_column(),
    Column("report", String(64), ForeignKey(REPORTS.c.id), nullable=False),
)


def root(golden: Golden) -> Row:
    """Return the row of one room's golden report."""
    return asdict(golden)


def put_together(rows: Rows) -> Golden:
    """Return one room's golden report."""
    return Golden(**rows["golden"][0])


KIND = Kind(GOLDEN, root, put_together)
