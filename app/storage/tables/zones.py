"""Safe areas and product zones: one row a platform, one row a rectangle."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Column, Float, ForeignKey, Integer, String, Table

from app.metrics.signals import Zone
from app.room.place import Zones
from app.storage.kinds import Kind, Part, Row, Rows
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


def root(zones: Zones) -> Row:
    """Return the platform's row."""
    return {"id": zones.id}


def pieces(zones: Zones) -> Mapping[tuple[str, int], Zone]:
    """Return the rectangles by their role and place."""
    safe = {("safe", at): zone for at, zone in enumerate(zones.safe)}
    return safe if zones.product is None else {**safe, ("product", 0): zones.product}


def put_together(rows: Rows) -> Zones:
    """Return the zones of a platform."""
    placed = sorted(rows["zone_rectangles"], key=lambda row: row["position"])
    product = [_zone(row) for row in placed if row["role"] == "product"]
    return Zones(
        id=rows["zones"][0]["id"],
        safe=tuple(_zone(row) for row in placed if row["role"] == "safe"),
        product=product[0] if product else None,
    )


def _row(platform: str, place: tuple[str, int], zone: Zone) -> Row:
    role, at = place
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


KIND = Kind(ZONES, root, put_together, parts=(Part(RECTANGLES, pieces, _row),))
