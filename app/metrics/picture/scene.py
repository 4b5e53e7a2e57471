"""What all measures of one check share, and what a measure of the picture is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Protocol

from app.core.words import Text, text
from app.metrics.picture.arrivals import Arrivals
from app.metrics.picture.evidence import Evidence
from app.metrics.picture.look import Look
from app.metrics.reading import Reading
from app.metrics.signals import Zone

EVERY = frozenset(range(6))
WINDOW_SECONDS = 10.0


class Scene:
    """The long-lived facts of one check: arrivals, product zone, mains, whether a face was seen."""

    def __init__(
        self,
        *,
        guided: bool,
        nominal_fps: float | None,
        product: Zone | None,
        mains_hz: float | None,
    ) -> None:
        self.arrivals = Arrivals(nominal_fps)
        self.product = product
        self.mains_hz = mains_hz
        self.looks = 0
        self.faces = 0
        self.black = False
        self.grey = False
        # A live check follows what people change in the room; a file is judged as a whole.
        self._window = WINDOW_SECONDS if guided else None

    def saw(self, look: Look) -> None:
        """Take note of what a look shows at all."""
        self.looks += 1
        self.faces += look.face is not None
        self.black = look.black
        self.grey = look.frame.uv is None

    def evidence(self) -> Evidence:
        """Return a new collection of samples that forgets as this kind of check asks."""
        return Evidence(self._window)

    def no_face(self) -> Text:
        """Return why there is no number that needs a face."""
        if self.looks == 0:
            return text("No picture yet")
        if self.black:
            return text("The picture is black")
        if self.faces == 0:
            return text("No face found")
        return text("The face was seen too briefly")

    def no_picture(self) -> Text:
        """Return why there is no number that any picture would give."""
        if self.black and self.looks:
            return text("The picture is black")
        return text("No picture yet")

    def no_colour(self) -> Text:
        """Return why there is no number that needs a face in colour."""
        return text("The picture has no colour") if self.grey else self.no_face()


class PictureMeasure(Protocol):
    """A measure of the picture: it is shown the looks whose turn (0…5) is in `turns`."""

    ids: ClassVar[tuple[str, ...]]
    turns: ClassVar[frozenset[int]]

    def __init__(self, scene: Scene) -> None: ...

    def see(self, look: Look) -> None:
        """Take what this look tells."""
        ...

    def readings(self) -> Iterable[Reading]:
        """Return a reading for every id."""
        ...
