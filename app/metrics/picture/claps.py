"""The instants at which clapping hands close, as the picture sees them."""

from __future__ import annotations

from app.metrics.picture.look import Look


class ClapWatch:
    """Collects frame differences while claps are looked for."""

    def __init__(self, *, guided: bool) -> None:
        self._open = not guided

    def begin(self) -> None:
        """Look for claps from now on, forgetting earlier ones."""
        self._open = True

    def skip(self) -> None:
        """Stop looking."""
        self._open = False

    def see(self, look: Look) -> None:
        """Take the difference to the frame before."""

    def instants(self) -> tuple[float, ...]:
        """Return the closing instants in seconds on the frames' clock."""
        return ()
