"""Identifiers that sort by the time they were made (UUID version 7, RFC 9562 section 5.7)."""

from __future__ import annotations

import secrets
import time
from uuid import UUID

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford base 32, without i, l, o, u


def new_id() -> str:
    """Return a new UUIDv7 in its canonical text form."""
    milliseconds = time.time_ns() // 1_000_000
    value = (milliseconds & (1 << 48) - 1) << 80 | secrets.randbits(80)
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return str(UUID(int=value))


def short_id() -> str:
    """Return a short random id (50 bits) for something that lives inside one document."""
    value = secrets.randbits(50)
    return "".join(ALPHABET[value >> shift & 31] for shift in range(45, -1, -5))
