"""Saved room reports: written once, never changed; one row a reading so that trends need no parsing."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    insert,
    select,
)

from app.core.words import Text as Words
from app.room.history import ReportHead, TrendPoint
from app.room.report import RoomReport
from app.storage.schema import UtcTime, id_column, metadata

MEDIA = Table(
    "media",
    metadata,
    Column("hash", String(64), primary_key=True),  # SHA-256, hex
    Column("path", Text, nullable=False),  # inside the media folder, with /
    Column("kind", String(32), nullable=False),  # image/jpeg
    Column("bytes", Integer, nullable=False),
)
REPORTS = Table(
    "reports",
    metadata,
    id_column(),
    Column("at", UtcTime, nullable=False),
    Column("room", String(64), nullable=False),  # id; the report outlives the room
    Column("room_name", Text, nullable=False),
    Column("profile", String(64), nullable=False),
    Column("profile_en", Text, nullable=False),
    Column("profile_zh", Text, nullable=False),
    Column("demo", Boolean, nullable=False),
    Column("app_version", String(32), nullable=False),
    Column("passed", Integer, nullable=False),
    Column("warned", Integer, nullable=False),
    Column("failed", Integer, nullable=False),
    Column("unknown", Integer, nullable=False),
    Column("still", String(64), ForeignKey(MEDIA.c.hash)),
    Column("corrects", String(64), ForeignKey("reports.id")),
    Column("body", Text, nullable=False),  # JSON, in the report's own format
    Column("body_hash", String(64), nullable=False),
    Index(None, "room", "at"),
    Index(None, "at"),
)
READINGS = Table(
    "report_readings",
    metadata,
    Column("report", String(64), ForeignKey(REPORTS.c.id), primary_key=True),
    Column("metric", String(64), primary_key=True),
    Column("at", UtcTime, nullable=False),
    Column("value", Float),
    Column("plus_minus", Float),
    Column("verdict", String(16), nullable=False),
    Index(None, "metric", "at"),
)


@dataclass(frozen=True, slots=True)
class Medium:
    """A file of the media folder as the library knows it."""

    hash: str
    path: str
    kind: str
    bytes: int


def add(connection: Connection, report: RoomReport, room: str, still: Medium | None) -> None:
    """Write `report` of the room with that id; its picture must lie in the media folder already."""
    if still is not None:
        known = select(MEDIA.c.hash).where(MEDIA.c.hash == still.hash)
        if connection.execute(known).first() is None:
            row = {"hash": still.hash, "path": still.path, "kind": still.kind, "bytes": still.bytes}
            connection.execute(insert(MEDIA), row)
    connection.execute(insert(REPORTS), _row(report, room, still))
    readings = [_reading(report.id, report.at, j) for j in report.judged]
    if readings:
        connection.execute(insert(READINGS), readings)


def heads(connection: Connection, room: str | None, limit: int) -> tuple[ReportHead, ...]:
    """Return the newest `limit` reports first."""
    query = select(REPORTS).order_by(REPORTS.c.at.desc(), REPORTS.c.id.desc()).limit(limit)
    if room is not None:
        query = query.where(REPORTS.c.room == room)
    columns = [c for c in REPORTS.c if c.name not in ("body", "body_hash")]
    found = connection.execute(query.with_only_columns(*columns)).mappings()
    return tuple(_head(row) for row in found)


def one(connection: Connection, report: str) -> RoomReport | None:
    """Return a saved report; raises Refused where its body cannot be read."""
    body = connection.scalar(select(REPORTS.c.body).where(REPORTS.c.id == report))
    return None if body is None else RoomReport.from_dict(json.loads(body))


def still_of(connection: Connection, report: str) -> Medium | None:
    """Return which file is the picture of a report."""
    query = select(MEDIA).join(REPORTS, REPORTS.c.still == MEDIA.c.hash)
    row = connection.execute(query.where(REPORTS.c.id == report)).mappings().first()
    return None if row is None else Medium(**dict(row))


def media(connection: Connection) -> tuple[Medium, ...]:
    """Return every file that the library points to."""
    found = connection.execute(select(MEDIA)).mappings()
    return tuple(Medium(**dict(row)) for row in found)


def spoilt(connection: Connection) -> tuple[str, ...]:
    """Return the ids of reports whose stored body is not what was written."""
    rows = connection.execute(select(REPORTS.c.id, REPORTS.c.body, REPORTS.c.body_hash))
    return tuple(row.id for row in rows if _hash(row.body) != row.body_hash)


def trend(
    connection: Connection, metric: str, room: str | None, limit: int
) -> tuple[TrendPoint, ...]:
    """Return the newest `limit` readings of `metric`, oldest first."""
    query = (
        select(READINGS, REPORTS.c.demo)
        .join(REPORTS, REPORTS.c.id == READINGS.c.report)
        .where(READINGS.c.metric == metric)
        .order_by(READINGS.c.at.desc(), READINGS.c.report.desc())
        .limit(limit)
    )
    if room is not None:
        query = query.where(REPORTS.c.room == room)
    points = [
        TrendPoint(row.report, row.at, row.value, row.plus_minus, row.verdict, row.demo)
        for row in connection.execute(query)
    ]
    return tuple(reversed(points))


def _row(report: RoomReport, room: str, still: Medium | None) -> dict[str, Any]:
    body = json.dumps(report.to_dict(), ensure_ascii=False, sort_keys=True)
    counts = Counter(str(j.verdict) for j in report.judged)
    return {
        "id": report.id,
        "at": report.at,
        "room": room,
        "room_name": report.room,
        "profile": report.profile.id,
        "profile_en": report.profile.name.say("en"),
        "profile_zh": report.profile.name.say("zh"),
        "demo": report.demo,
        "app_version": report.version,
        "passed": counts["pass"],
        "warned": counts["warn"],
        "failed": counts["fail"],
        "unknown": counts["unknown"],
        "still": None if still is None else still.hash,
        "body": body,
        "body_hash": _hash(body),
    }


def _reading(report: str, at: datetime, judged: Any) -> dict[str, Any]:
    reading = judged.reading
    return {
        "report": report,
        "metric": reading.id,
        "at": at,
        "value": reading.value,
        "plus_minus": reading.plus_minus,
        "verdict": str(judged.verdict),
    }


def _head(row: Mapping[Any, Any]) -> ReportHead:
    return ReportHead(
        id=row["id"],
        at=row["at"],
        room=row["room"],
        room_name=row["room_name"],
        profile=row["profile"],
        profile_name=Words(row["profile_en"], row["profile_zh"]),
        demo=row["demo"],
        passed=row["passed"],
        warned=row["warned"],
        failed=row["failed"],
        unknown=row["unknown"],
        has_still=row["still"] is not None,
    )


def _hash(body: str) -> str:
    return hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest()
