"""The hand on the timeline: taking a block by its right edge and giving its row another length."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF

from app.core.words import text, tr
from app.show.show import Ms
from app.show.timetext.understand import duration_words
from app.show.timing.clock import said_span
from ui.show.timing.timeline_paint import Frame
from ui.show.timing.timeline_shape import Block, Strip
from ui.show.view import ShowView

GRIP, THRESHOLD, WIDE_GRIP = 4, 4, 14
SNAPS_MS = (1_000, 5_000, 10_000, 30_000, 60_000)


class Hand:
    """Holds one drag; `frame` returns the window on the strip that shows now."""

    def __init__(self, view: ShowView, frame: Callable[[], Frame]) -> None:
        self._view, self._frame = view, frame
        self._block: Block | None = None
        self._began = 0.0
        self.x = 0.0

    @property
    def holds(self) -> bool:
        """Return whether a block is being dragged."""
        return self._block is not None

    def grip(self, point: QPointF, strip: Strip) -> Block | None:
        """Return the block whose right edge is at a point, wide enough to be taken."""
        frame = self._frame()
        if not self._view.can_edit or not frame.blocks.contains(point):
            return None
        for block in strip.between(frame.ms(point.x() - GRIP), frame.ms(point.x() + GRIP)):
            box = frame.box(block)
            if box.width() >= WIDE_GRIP and abs(box.right() - point.x()) <= GRIP:
                return block
        return None

    def take(self, block: Block, x: float) -> None:
        """Begin to drag."""
        self._block, self._began, self.x = block, x, x

    def drop(self) -> None:
        """Let go and change nothing."""
        self._block = None

    def release(self) -> bool:
        """Give the row the length it was dragged to; a slip of the hand changes nothing."""
        block, length = self._block, self.length()
        self._block = None
        if block is None or abs(self.x - self._began) < THRESHOLD:
            return False
        return self.set_length(block, length)

    def length(self) -> Ms:
        """Return the length the row would take, in steps that fit the zoom."""
        if self._block is None:
            return 0
        scale = self._frame().scale
        snap = next((s for s in SNAPS_MS if s * scale >= 1.5), SNAPS_MS[-1])
        wanted = self._block.end_ms - self._block.start_ms + (self.x - self._began) / scale
        return max(snap, round(wanted / snap) * snap)

    def said(self) -> str:
        """Return the length the row would take, in words."""
        return tr("Length {length}", length=said_span(self.length()))

    def lengthen(self, block: Block, by: Ms) -> bool:
        """Make a row longer, but never shorter than a second."""
        length = max(1_000, block.end_ms - block.start_ms + by)
        return self._view.can_edit and self.set_length(block, round(length / 1000) * 1000)

    def set_length(self, block: Block, length: Ms) -> bool:
        """Type a length into the row's duration, and say so."""
        if not self._view.write_cell(block.segment, "duration", duration_words(length)):
            return False
        said = text("“{title}” now takes {length}", title=block.title, length=said_span(length))
        self._view.done.emit(said)
        return True
