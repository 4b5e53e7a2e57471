"""The window on the timeline strip: how far it is zoomed and where it begins."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize

from app.show.show import Ms
from ui import theme
from ui.show.timing.timeline_paint import Frame
from ui.show.timing.timeline_shape import Strip

SIDE, BLOCK = 12, 32
MOST_ZOOM = 60.0


class Window:
    """At zoom 1 the whole show is in it; `size` and `strip` are what it looks at."""

    def __init__(self) -> None:
        self.factor = 1.0
        self._from = 0.0

    def reset(self) -> None:
        """Show the whole show."""
        self.factor = 1.0

    def frame(self, size: QSize, strip: Strip) -> Frame:
        """Return what shows, and at which scale."""
        left, right = float(SIDE), float(max(size.width() - SIDE, SIDE + 1))
        span = max(strip.last_ms - strip.first_ms, 1)
        scale = (right - left) / span * self.factor
        names = theme.density() != "compact"
        begin = self._from if self.factor > 1 else float(strip.first_ms)
        tall = float(theme.grown(BLOCK))
        band = QRectF(left, size.height() - tall - 10, right - left, tall)
        return Frame(left, right, begin, scale, float(size.height()), band, names)

    def zoom(self, by: float, x: float, size: QSize, strip: Strip) -> None:
        """Zoom by a factor around `x`; never out beyond the whole show."""
        under = self.frame(size, strip).ms(x)
        self.factor = min(max(1.0, self.factor * by), MOST_ZOOM)
        frame = self.frame(size, strip)
        self._from = under - (x - frame.left) / frame.scale
        self.scroll(0, size, strip)

    def scroll(self, by_px: float, size: QSize, strip: Strip) -> None:
        """Move by px to later times; never beyond either end."""
        frame = self.frame(size, strip)
        shown = (frame.right - frame.left) / frame.scale
        latest = max(strip.last_ms - shown, float(strip.first_ms))
        self._from = min(max(float(strip.first_ms), self._from + by_px / frame.scale), latest)

    def reveal(self, at: Ms, size: QSize, strip: Strip) -> bool:
        """Scroll so that a time shows; return whether that was needed."""
        frame = self.frame(size, strip)
        if self.factor <= 1 or frame.from_ms <= at <= frame.until_ms:
            return False
        self.scroll(frame.x(at) - size.width() / 3, size, strip)
        return True

    def place(self, size: QSize, strip: Strip) -> QRectF:
        """Return the bar that shows which part of the show is in the window."""
        frame = self.frame(size, strip)
        whole = frame.right - frame.left
        span = max(strip.last_ms - strip.first_ms, 1)
        left = frame.left + (frame.from_ms - strip.first_ms) / span * whole
        return QRectF(left, size.height() - 5, whole / self.factor, 3)
