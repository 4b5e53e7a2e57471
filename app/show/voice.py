"""How fast a host speaks, as a range; rehearsals measure it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Voice:
    """A host's speaking rate: Chinese characters and English words a minute, slow to fast."""

    id: str
    name: str
    zh_slow: float = 200.0
    zh_fast: float = 240.0
    en_slow: float = 130.0
    en_fast: float = 160.0
    measured: bool = False  # by rehearsals; else somebody's guess
    sample: bool = False


USUAL = Voice("", "")
"""The rate taken where no host is chosen."""
