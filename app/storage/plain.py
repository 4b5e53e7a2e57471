"""Values that are stored whole, as the JSON they write themselves, in one row."""

from __future__ import annotations

from sqlalchemy import JSON, Column, Table

from app.core.written import from_plain, to_plain
from app.storage.kinds import Kind, Row, Rows
from app.storage.schema import id_column, metadata, version_column


def plain_kind(name: str, shape: type) -> Kind:
    """Return the kind of the frozen dataclass `shape` in a table `name` of id, version and body."""
    table = Table(name, metadata, id_column(), version_column(), _body())

    def root(value: object) -> Row:
        plain = to_plain(value)
        return {"id": plain.pop("id"), "body": plain}

    def put_together(rows: Rows) -> object:
        row = rows[name][0]
        return from_plain({"id": row["id"], **row["body"]}, shape, f"{name} {row['id']}")

    return Kind(table, root, put_together)


def _body() -> Column[object]:
    return Column("body", JSON, nullable=False)
