"""What moved since the golden room, read once and compared with each new judgement."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from app.core.words import language, text
from app.room.catalogue import metric
from app.room.golden import drift
from app.room.judge import Verdict
from ui.room.golden_panel import GoldenState, MovedRow
from ui.room.reporting import image_of
from ui.room.state import RoomState
from ui.room.view_model import local
from ui.words import hear_switch

if TYPE_CHECKING:
    from app.room.report import RoomReport
    from ui.room.library import RoomLibrary
    from ui.room.page import RoomPage

ICONS = {
    "sound": "ph.microphone",
    "sync": "ph.link-break",
    "picture": "ph.image",
    "light": "ph.sun",
    "framing": "ph.video-camera",
    "background": "ph.image-square",
}
NONE_YET = text("Mark a finished check as golden: later checks then list only what moved")
NOT_COMPARED = text("Start a check to see what moved since then")


class Comparing(QObject):
    """Holds the golden report of the room and shows the page what moved."""

    def __init__(self, library: RoomLibrary, page: RoomPage) -> None:
        super().__init__(page)
        self._library, self._page = library, page
        self._report: RoomReport | None = None
        self._still: QImage | None = None
        self.shown = GoldenState("", "", NONE_YET)
        hear_switch(self.say_again)

    def read(self) -> None:
        """Read the golden report of the room that is chosen now."""
        found = self._library.golden()
        self._report = None if found is None else found[0]
        encoded = None if found is None else found[1]
        self._still = None if encoded is None else QImage.fromData(encoded)
        self.compare(RoomState())

    def compare(self, state: RoomState) -> None:
        """Show what moved between the golden report and `state`."""
        self.shown = self._state(state)
        self._page.show_golden(self.shown)

    def say_again(self) -> None:
        """Compare anew, in the language that is current now."""
        self.compare(self._page.state)

    def _state(self, state: RoomState) -> GoldenState:
        golden = self._report
        if golden is None:
            return GoldenState("", "", NONE_YET)
        then = day(local(golden.at))
        if not state.judged:
            return GoldenState(then, "", NOT_COMPARED, then_still=self._still)
        moved = drift(golden.judged, state.judged)
        rows = tuple(MovedRow(ICONS[_group(m.id)], m.says.say()) for m in moved)
        known = sum(j.verdict is not Verdict.UNKNOWN for j in state.judged)
        still = max(known - len(moved), 0)
        summary = text("{n} moved, the other {rest} did not", n=len(moved), rest=still)
        if not moved:
            summary = text("Nothing moved: {rest} readings as they were", rest=still)
        shown = state.picture.preview if state.picture is not None else state.still
        now = None if shown is None else image_of(shown)
        return GoldenState(then, text("Now").say(), summary, rows, self._still, now)


def day(at: datetime) -> str:
    """Return a day as people of the current language write it, without the year."""
    if language() == "zh":
        return f"{at.month} 月 {at.day} 日"
    return f"{at.day} {at:%B}"


def _group(reading_id: str) -> str:
    head = reading_id.split(".")[0]
    if head in ICONS:
        return head
    return metric(reading_id).group.value
