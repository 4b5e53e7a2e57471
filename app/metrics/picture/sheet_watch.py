"""Finding a white sheet that somebody holds to the camera, and reading it for two seconds."""

from __future__ import annotations

from app.metrics.measure import Act, ActState
from app.metrics.picture.acts import Course
from app.metrics.picture.look import Look
from app.metrics.picture.sheet import Sheet


class SheetWatch:
    """Looks for the sheet while asked to (in files: always)."""

    def __init__(self, *, guided: bool) -> None:
        self._guided = guided
        self._course = Course(Act.SHEET)
        self.sheet: Sheet | None = None
        self.in_the_way = False

    def begin(self) -> None:
        """Look for the sheet from now on."""
        self._course.begin()

    def skip(self) -> None:
        """Leave the sheet out."""
        self._course.skip()

    def state(self) -> ActState:
        """Return how far the act is."""
        return self._course.state()

    def see(self, look: Look) -> None:
        """Look for the sheet in one picture."""
