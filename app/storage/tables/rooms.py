"""Rooms: one row each."""

from __future__ import annotations

from dataclasses import asdict

from sqlalchemy import Column, String, Table, Text

from app.room.place import Room
from app.storage.kinds import Kind, Row, Rows
from app.storage.schema import id_column, metadata, version_column

ROOMS = Table(
    "rooms",
    metadata,
    id_column(),
    version_column(),
    Column("name", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("profile", String(64), nullable=False),
    Column("platform", String(64), nullable=False),
    Column("camera", Text, nullable=False),
    Column("microphone", Text, nullable=False),
)


def root(room: Room) -> Row:
    """Return the row of `room`."""
    return asdict(room)


def put_together(rows: Rows) -> Room:
    """Return the room of its row."""
    return Room(**rows["rooms"][0])


KIND = Kind(ROOMS, root, put_together)
