"""The two acts of sound, three seconds of silence and six claps, and how far they have come."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest

from app.core.words import Text, text
from app.metrics.measure import Act, ActState, ActStep
from app.metrics.sound.chunk import CLAPS, Chunk, Take
from app.metrics.sound.claps import GAP_SECONDS, Clap, ClapListener, decay, grouped
from app.metrics.sound.recent import Recent
from app.metrics.sound.silence import SilenceListener

KEPT_SECONDS = 5.0
LEAST_UNASKED = 4  # claps in a row that nobody was asked for, before they count as claps
MOST_REMEMBERED = 30
PATIENCE_SECONDS = 10.0  # without a clap, after which the meters count again


class SoundActs:
    """Listens for the acts: once begun when `guided`, else all the time."""

    def __init__(self, rate: int, *, guided: bool) -> None:
        self._rate, self._guided = rate, guided
        step = ActStep.WAITING if guided else ActStep.RUNNING
        self._steps = {Act.SILENCE: step, Act.CLAPS: step}
        self._recent = Recent(int(KEPT_SECONDS * rate))
        self._silence = SilenceListener(rate)
        self._listener = ClapListener(rate)
        self._heard: list[Clap] = []  # all since the act was begun
        self._claps: list[Clap] = []  # those that count
        self._decays: dict[Clap, Take] = {}  # complete, not yet handed over
        self._handed: set[Clap] = set()
        self._begun = 0
        self._origin = 0.0  # time of the stream's first sample, by the newest chunk

    @property
    def running(self) -> Act | None:
        """Return the act the host is in the middle of."""
        if self._guided and self._steps[Act.SILENCE] is ActStep.RUNNING:
            return Act.SILENCE
        if self._guided and self._steps[Act.CLAPS] is ActStep.RUNNING:
            newest = max(self._begun, self._heard[-1].onset if self._heard else 0)
            if self._recent.end - newest < PATIENCE_SECONDS * self._rate:
                return Act.CLAPS
        return None

    @property
    def claps(self) -> tuple[float, ...]:
        """Return the onsets of the claps that count, in seconds on the blocks' clock."""
        return tuple(self._origin + clap.onset / self._rate for clap in self._claps)

    def begin(self, act: Act) -> None:
        """Listen for `act` from now on, anew if it was had before."""
        if act not in self._steps:
            return
        self._steps[act] = ActStep.RUNNING
        if act is Act.SILENCE:
            self._silence.restart()
        else:
            self._heard, self._claps = [], []
            self._decays.clear()
            self._handed.clear()
            self._begun = self._recent.end

    def skip(self, act: Act) -> None:
        """Do without `act`."""
        if act in self._steps:
            self._steps[act] = ActStep.SKIPPED

    def states(self) -> tuple[ActState, ...]:
        """Return how far each act is, with what is heard of it just now."""
        silence, claps = self._steps[Act.SILENCE], self._steps[Act.CLAPS]
        return (
            ActState(
                Act.SILENCE,
                silence,
                1.0 if silence is ActStep.DONE else self._silence.progress,
                self._silence.hint if silence is ActStep.RUNNING else None,
            ),
            ActState(
                Act.CLAPS,
                claps,
                min(1.0, len(self._claps) / CLAPS),
                self._clap_hint() if claps is ActStep.RUNNING else None,
            ),
        )

    def _clap_hint(self) -> Text:
        if not self._claps:
            return text("No clap heard yet")
        return text("{n:.0f} of {need:.0f} claps heard", n=len(self._claps), need=CLAPS)

    def hear(self, chunk: Chunk) -> Chunk:
        """Return `chunk` with the silence and the decays that it completed."""
        self._recent.extend(chunk.mono)
        self._origin = chunk.at - chunk.start / self._rate
        silence = self._silence.hear(chunk.voice, self._recent, self._origin)
        if silence is not None and self._listening(Act.SILENCE):
            self._steps[Act.SILENCE] = ActStep.DONE
        else:
            silence = None
        heard = self._listener.hear(chunk.mono, chunk.voice, self._recent)
        if self._listening(Act.CLAPS):
            self._count([clap for clap in heard if clap.onset >= self._begun])
        return replace(chunk, silence=silence, claps=self._completed())

    def _listening(self, act: Act) -> bool:
        """Return whether `act` is waited for; in a file a better one may still come."""
        step = self._steps[act]
        return step is ActStep.RUNNING or (step is ActStep.DONE and not self._guided)

    def _count(self, heard: list[Clap]) -> None:
        if not heard:
            return
        self._heard += heard
        self._claps = (
            self._heard if self._guided else grouped(self._heard, self._rate, LEAST_UNASKED)
        )
        if len(self._claps) >= CLAPS:
            self._steps[Act.CLAPS] = ActStep.DONE
        if not self._guided:
            self._forget()

    def _forget(self) -> None:
        """Drop the claps, and their decays, that do not count and that no later clap can follow."""
        open_from = len(self._heard) - 1
        far = GAP_SECONDS[1] * self._rate
        while open_from and self._heard[open_from].onset - self._heard[open_from - 1].onset <= far:
            open_from -= 1
        open_from = max(open_from, len(self._heard) - MOST_REMEMBERED)  # a film full of knocks
        for clap in [c for c in self._heard[:open_from] if c not in self._claps]:
            self._heard.remove(clap)
            self._decays.pop(clap, None)

    def _completed(self) -> tuple[Take, ...]:
        """Return the decays that are over, of claps that count."""
        for clap, following in zip_longest(self._heard, self._heard[1:]):
            if clap not in self._decays and clap not in self._handed:
                take = decay(clap, following, self._recent, self._rate, self._origin)
                if take is not None:
                    self._decays[clap] = take
        ready = [clap for clap in self._claps if clap in self._decays]
        self._handed.update(ready)
        return tuple(self._decays.pop(clap) for clap in ready)
