"""How much must be heard before finding nothing means that there is nothing."""

from __future__ import annotations

from app.core.words import Text, text

AUDIBLE = 10.0 ** (-50.0 / 20.0)  # what is fainter is the room, and shows no fault of the sound
LEAST_SECONDS = 5.0  # our choice: a fault that comes a dozen times a minute shows itself once


def too_little(heard: float) -> Text | None:
    """Return why `heard` seconds above −50 dBFS are not enough to pass anything, or None."""
    if heard >= LEAST_SECONDS:
        return None
    return text(
        "Only {heard:.1f} s of sound above −50 dBFS so far, {least:.0f} s are needed",
        heard=heard,
        least=LEAST_SECONDS,
    )
