"""The studio's own room profiles: the limits as the profile itself writes and strictly reads them."""

from __future__ import annotations

from sqlalchemy import JSON, Column, Table

from app.room.profile import RoomProfile
from app.storage.kinds import Kind, Row, Rows
from app.storage.schema import id_column, metadata, version_column

PROFILES = Table(
    "profiles", metadata, id_column(), version_column(), Column("body", JSON, nullable=False)
)


def root(profile: RoomProfile) -> Row:
    """Return the row of `profile`."""
    return {"id": profile.id, "body": profile.to_dict()}


def put_together(rows: Rows) -> RoomProfile:
    """Return the profile of its row; raises Refused where the limits cannot be read."""
    return RoomProfile.from_dict(rows["profiles"][0]["body"])


KIND = Kind(PROFILES, root, put_together)
