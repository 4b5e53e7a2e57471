"""Rooms, profiles, zones, golden reports, and the saved reports with their readings and pictures."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the first tables."""
    op.create_table(
        "about",
        sa.Column("key", sa.String(32), nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_about"),
    )
    op.create_table(
        "rooms",
        *_root("rooms"),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("profile", sa.String(64), nullable=False),
        sa.Column("platform", sa.String(64), nullable=False),
        sa.Column("camera", sa.Text, nullable=False),
        sa.Column("microphone", sa.Text, nullable=False),
    )
    op.create_table("profiles", *_root("profiles"), sa.Column("body", sa.JSON, nullable=False))
    _zones()
    _reports()
    op.create_table(
        "golden",
        *_root("golden"),
        sa.Column("report", sa.String(64), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], name="fk_golden_report"),
    )


def _root(table: str) -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
    ]


def _zones() -> None:
    op.create_table("zones", *_root("zones"))
    op.create_table(
        "zone_rectangles",
        sa.Column("zones", sa.String(64), nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        *(sa.Column(name, sa.Float, nullable=False) for name in ("x", "y", "width", "height")),
        sa.PrimaryKeyConstraint("zones", "role", "position", name="pk_zone_rectangles"),
        sa.ForeignKeyConstraint(
            ["zones"], ["zones.id"], name="fk_zone_rectangles_zones", ondelete="CASCADE"
        ),
    )


def _reports() -> None:
    op.create_table(
        "media",
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("path", sa.Text, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("bytes", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("hash", name="pk_media"),
    )
    op.create_table(
        "reports",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("room", sa.String(64), nullable=False),
        sa.Column("room_name", sa.Text, nullable=False),
        sa.Column("profile", sa.String(64), nullable=False),
        sa.Column("profile_en", sa.Text, nullable=False),
        sa.Column("profile_zh", sa.Text, nullable=False),
        sa.Column("demo", sa.Boolean, nullable=False),
        sa.Column("app_version", sa.String(32), nullable=False),
        *(
            sa.Column(name, sa.Integer, nullable=False)
            for name in ("passed", "warned", "failed", "unknown")
        ),
        sa.Column("still", sa.String(64)),
        sa.Column("corrects", sa.String(64)),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("body_hash", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_reports"),
        sa.ForeignKeyConstraint(["still"], ["media.hash"], name="fk_reports_still"),
        sa.ForeignKeyConstraint(["corrects"], ["reports.id"], name="fk_reports_corrects"),
    )
    op.create_index("ix_reports_room_at", "reports", ["room", "at"])
    op.create_index("ix_reports_at", "reports", ["at"])
    op.create_table(
        "report_readings",
        sa.Column("report", sa.String(64), nullable=False),
        sa.Column("metric", sa.String(64), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("value", sa.Float),
        sa.Column("plus_minus", sa.Float),
        sa.Column("verdict", sa.String(16), nullable=False),
        sa.PrimaryKeyConstraint("report", "metric", name="pk_report_readings"),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], name="fk_report_readings_report"),
    )
    op.create_index("ix_report_readings_metric_at", "report_readings", ["metric", "at"])
