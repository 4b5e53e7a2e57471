"""The overlays of the preview as they are kept: which are on, and where their zones lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.core.errors import Trouble
from app.metrics.signals import Zone
from ui.widgets.preview import Overlay

if TYPE_CHECKING:
    from app.room.place import Zones
    from ui.room.library import RoomLibrary
    from ui.room.page import RoomPage
    from ui.room.troubles import Troubles
    from ui.widgets.desk import Choices

ANY_SCREEN = Zone(0.05, 0.05, 0.9, 0.9)  # kept clear where no platform was chosen
FIRST_PRODUCT = Zone(0.55, 0.55, 0.25, 0.3)  # before anybody dragged it


class KeptZones(QObject):
    """Keeps what the person switches and drags on the preview, per platform."""

    def __init__(
        self, page: RoomPage, library: RoomLibrary, choices: Choices, troubles: Troubles
    ) -> None:
        super().__init__(page)
        self._page, self._library = page, library
        self._choices, self._troubles = choices, troubles
        page.preview.overlays_switched.connect(self._switch)
        page.preview.preview.zones_changed.connect(self.keep)
        page.preview.show_overlays(self._first())

    def show(self, zones: Zones) -> None:
        """Show the zones of the platform that is chosen now."""
        preview = self._page.preview.preview
        preview.show_zones(Overlay.SAFE_AREA, zones.safe or (ANY_SCREEN,))
        preview.show_zones(Overlay.PRODUCT, (zones.product,) if zones.product else ())

    def keep(self, overlay: str, zones: tuple[Zone, ...]) -> None:
        """Keep where the zones of `overlay` lie now."""
        try:
            if overlay == Overlay.SAFE_AREA.value:
                self._library.keep_zones(safe=zones, product=None)
            else:
                self._library.keep_zones(safe=None, product=zones[0] if zones else None)
        except Trouble as trouble:
            self._troubles.say("edit", trouble)

    def _first(self) -> set[Overlay]:
        kept = {Overlay(o) for o in self._choices.now.overlays if o in set(Overlay)}
        return kept - ({Overlay.PRODUCT} if self._library.zones().product is None else set())

    def _switch(self, on: set[Overlay]) -> None:
        self._choices.change(overlays=tuple(sorted(o.value for o in on)))
        if Overlay.PRODUCT in on and self._library.zones().product is None:
            self.keep(Overlay.PRODUCT.value, (FIRST_PRODUCT,))
