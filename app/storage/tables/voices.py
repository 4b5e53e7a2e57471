"""The hosts' speaking rates, each whole in its row."""

from __future__ import annotations

from app.show.voice import Voice
from app.storage.plain import plain_kind

KIND = plain_kind("voices", Voice)
