"""Safe areas and product zones: one row a platform, one row a rectangle."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Float, ForeignKey, Integer, String, Table

from app.metrics.signals import Zone
from app.room.place import Zones
from app.storage.kinds import Kind, Row, Rows
from app.storage.schema import id_column, metadata, version_column

ZONES = Table("zones", metadata, id_column(), version_column())
RECTANGLES = Table(
    "zone_rectangles",
    metadata,
    Column("zones", String(64), ForeignKey("zones.id", ondelete="CASCADE"), primary_key=True),
    Column("role", String(16), primary_key=True),  # safe, product
    Column("position", Integer, primary_key=True),
    Column("x", Float, nullable=False),
    Column("y", Float, nullable=False),
    Column("width", Float, nullable=False),
    Column("height", Float, nullable=False),
)


def take_apart(zones: Zones) -> Rows:
    """Return the platform's row and a row for each rectangle."""
    placed = [("safe", at, zone) for at, zone in enumerate(zones.safe)]
    if zones.product is not None:
        placed.append(("product", 0, zones.product))
    return {
        "zones": [{"id": zones.id}],
        "zone_rectangles": [_row(zones.id, role, at, zone) for role, at, zone in placed],
    }


def put_together(rows: Rows) -> Zones:
    """Return the zones of a platform."""
    placed = sorted(rows["zone_rectangles"], key=lambda row: row["position"])
    product = [_zone(row) for row in placed if row["role"] == "product"]
    return Zones(
        id=rows["zones"][0]["id"],
        safe=tuple(_zone(row) for row in placed if row["role"] == "safe"),
        product=product[0] if product else None,
    )


def _row(platform: str, role: str, at: int, zone: Zone) -> dict[str, Any]:
    return {
        "zones": platform,
        "role": role,
        "position": at,
        "x": zone.x,
        "y": zone.y,
        "width": zone.width,
        "height": zone.height,
    }


def _zone(row: Row) -> Zone:
    return Zone(row["x"], row["y"], row["width"], row["height"])


KIND = Kind(ZONES, take_apart, put_together, parts=(RECTANGLES,))
