"""A device's own clock brought onto ours without adding the jitter of the way in between."""

from __future__ import annotations

_RESET_SECONDS = 1.0  # a device that jumps by more has been restarted


class DeviceTime:
    """Maps device seconds to host seconds by the fastest delivery seen (delay only ever adds).

    The host time of a device stamp is stamp + min(arrival − stamp); the minimum settles within some ten
    frames and its error is the shortest delay of the way, not the mean.
    """

    def __init__(self) -> None:
        self._offset: float | None = None

    def host(self, stamp: float, arrival: float) -> float:
        """Return the host time of `stamp`, which came in at host time `arrival` (both seconds)."""
        seen = arrival - stamp
        if self._offset is None or seen < self._offset or seen > self._offset + _RESET_SECONDS:
            self._offset = seen
        return stamp + self._offset
