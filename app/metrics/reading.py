"""One measured number, before anybody judges it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.core.words import Text


@dataclass(frozen=True, slots=True)
class Reading:
    """A number with its error, or the reason why there is none.

    `value` is in the unit that `checklists/rooms/readings.toml` states for `id`. `plus_minus` is the
    half width of the 95 % range where the number is an estimate. `why` says why the number is missing
    or not to be judged yet (a value may stand beside it); a reading with a `why` is UNKNOWN, whatever
    the limits. `details` are further numbers that advice texts may use, named with their unit.
    """

    id: str
    value: float | None
    plus_minus: float | None = None
    why: Text | None = None
    details: Mapping[str, float | str] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        """Refuse a missing number without a reason."""
        if self.value is None and self.why is None:
            raise ValueError(f"{self.id}: a reading without a value needs a reason")
