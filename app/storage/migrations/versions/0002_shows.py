"""Products, voices, remembered import mappings, shows with a row for each segment, and their versions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables of the run of show."""
    for table in ("products", "voices", "mappings"):
        op.create_table(table, *_root(table), sa.Column("body", sa.JSON, nullable=False))
    op.create_table(
        "shows",
        *_root("shows"),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("day", sa.Date),
        *(
            sa.Column(name, sa.Integer, nullable=False)
            for name in ("start_ms", "row_count", "part_count")
        ),
        *(
            sa.Column(name, sa.Boolean, nullable=False)
            for name in ("archived", "template", "sample")
        ),
        sa.Column("header", sa.JSON, nullable=False),
        sa.Column("outline", sa.JSON, nullable=False),
    )
    op.create_table(
        "segments",
        sa.Column("show", sa.String(64), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("body", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("show", "id", name="pk_segments"),
        sa.ForeignKeyConstraint(
            ["show"], ["shows.id"], name="fk_segments_show", ondelete="CASCADE"
        ),
    )
    op.create_table(
        "versions",
        *_root("versions"),
        sa.Column("show", sa.String(64), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("body", sa.JSON, nullable=False),
    )
    op.create_index("ix_versions_show", "versions", ["show"])


def _root(table: str) -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
    ]
