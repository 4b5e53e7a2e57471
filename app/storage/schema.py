"""The one catalogue of tables, and the column types that read the same on every database."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Column, Dialect, Integer, MetaData, String, Table, Text
from sqlalchemy.types import TypeDecorator

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}
metadata = MetaData(naming_convention=NAMES)


class UtcTime(TypeDecorator[datetime]):
    """A moment as ISO 8601 text in UTC with its offset, so that text order is time order."""

    impl = String(32)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Return the text that is stored; a time without a zone is our bug."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value!r} has no time zone")
        return value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Return the moment."""
        return None if value is None else datetime.fromisoformat(value)


def id_column() -> Column[str]:
    """Return the key of an aggregate: a UUIDv7, or the id of something the app ships."""
    return Column("id", String(64), primary_key=True)


def version_column() -> Column[int]:
    """Return the counter that tells two writers of one aggregate apart."""
    return Column("version", Integer, nullable=False)


ABOUT = Table(
    "about",
    metadata,
    Column("key", String(32), primary_key=True),
    Column("value", Text, nullable=False),
)
