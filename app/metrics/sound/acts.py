"""The two acts of sound, three seconds of silence and six claps, and how far they have come."""

from __future__ import annotations

from app.metrics.measure import Act, ActState, ActStep
from app.metrics.sound.chunk import Chunk


class SoundActs:
    """Listens for the acts: once begun when `guided`, else all the time."""

    def __init__(self, rate: int, *, guided: bool) -> None:
        self._guided = guided
        self._steps = dict.fromkeys(
            (Act.SILENCE, Act.CLAPS), ActStep.WAITING if guided else ActStep.RUNNING
        )

    @property
    def running(self) -> Act | None:
        """Return the act the host was asked for and has not finished."""
        for act, step in self._steps.items():
            if self._guided and step is ActStep.RUNNING:
                return act
        return None

    @property
    def claps(self) -> tuple[float, ...]:
        """Return the onsets of the claps heard."""
        return ()

    def begin(self, act: Act) -> None:
        """Listen for `act` from now on."""
        if act in self._steps:
            self._steps[act] = ActStep.RUNNING

    def skip(self, act: Act) -> None:
        """Do without `act`."""
        if act in self._steps:
            self._steps[act] = ActStep.SKIPPED

    def states(self) -> tuple[ActState, ...]:
        """Return how far each act is."""
        return tuple(ActState(act, step) for act, step in self._steps.items())

    def hear(self, chunk: Chunk) -> Chunk:
        """Return `chunk` with what it completed of the acts."""
        return chunk
