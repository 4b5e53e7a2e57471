"""PortAudio, opened late, and the one place that knows whether its device list may be read anew.

PortAudio reads the devices once, when it is initialised, and must not be initialised again while a
stream is open. So: no stream open, every listing is fresh; a stream open, the list is the one from
before it was opened, and a lost device is known by its callbacks staying away.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from app.capture import troubles

_lock = threading.RLock()
_streams = [0]


def sounddevice() -> Any:
    """Return the module sounddevice; Environment where PortAudio is not installed."""
    try:
        import sounddevice as module  # late: initialises the sound system
    except OSError as error:
        raise troubles.sound_library_missing() from error
    return module


@contextmanager
def fresh_list() -> Iterator[Any]:
    """Give sounddevice with its list read anew (where no stream is open); nobody opens meanwhile."""
    module = sounddevice()
    with _lock:
        if not _streams[0]:
            module._terminate()  # noqa: SLF001 the only way to a new list, and documented as such
            module._initialize()  # noqa: SLF001
        yield module


def opened() -> None:
    """Count one more open stream."""
    with _lock:
        _streams[0] += 1


def closed() -> None:
    """Count one stream less."""
    with _lock:
        _streams[0] -= 1
