"""Causes, not symptoms."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.words import Text
from app.room.judge import Verdict


@dataclass(frozen=True, slots=True)
class Cause:
    """One finding: what is wrong, the first thing to do about it, and the readings it explains.

    `icon` is the name of a Phosphor icon without its prefix; `verdict` the worst of its readings.
    """

    id: str
    title: Text
    fix: Text
    icon: str
    verdict: Verdict
    readings: tuple[str, ...]
