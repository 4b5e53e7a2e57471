"""What Alembic runs: the migrations on the connection it is handed, in that connection's transaction."""

from __future__ import annotations

from alembic import context

from app.storage.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite changes a table by copying it
    transactional_ddl=True,  # true here because we send BEGIN ourselves
)
context.run_migrations()
