"""How the columns of imported sheets were understood, by the sheet's signature."""

from __future__ import annotations

from app.show.mapping import ImportMapping
from app.storage.plain import plain_kind

KIND = plain_kind("mappings", ImportMapping)
