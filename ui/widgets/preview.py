"""The live picture on neutral grey, with overlays that can be switched and zones to drag."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.metrics.signals import Bytes, Face, Zone
from ui import theme
from ui.widgets import overlays
from ui.widgets.zones import Grip, Point, dragged, grip_at

REACH = 10.0  # px: half of the 20 px hit area of a handle
THRESHOLD = 4.0  # px: a press that moves less is not a drag
SETTLE_MS = 400  # arrow keys are one act until they rest this long


class Overlay(StrEnum):
    """What can be laid over the picture."""

    FACE = "face"
    THIRDS = "thirds"
    SAFE_AREA = "safe_area"
    PRODUCT = "product"
    ZEBRA = "zebra"
    FOCUS = "focus"


ZONES = (Overlay.PRODUCT, Overlay.SAFE_AREA)
Held = tuple[Overlay, int]  # which of the zones of one kind


@dataclass(frozen=True, slots=True)
class Labels:
    """The words over the picture, said in the current language."""

    face: str = ""
    eyes: str = ""
    safe_area: str = ""
    product: str = ""
    zebra: str = ""
    demo: str = ""
    empty: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """What the preview shows: the picture, what was found in it, and masks of any size."""

    picture: Bytes
    face: Face | None
    zebra: Bytes
    focus: Bytes


@dataclass(slots=True)
class _Drag:
    held: Held
    grip: Grip
    start: QPointF
    zone: Zone
    moving: bool = field(default=False)


class Preview(QWidget):
    """A picture with overlays. A zone drags by its corners or its inside, or moves by arrow keys:
    Z picks the zone, Shift makes ten pixels of one, Alt sizes in place of moving.
    """

    zones_changed = Signal(str, object)  # Overlay value, tuple[Zone, ...]

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Shown | None = None
        self._scaled: QPixmap | None = None
        self._masks: dict[Overlay, QImage] = {}
        self._labels = Labels()
        self._on = {Overlay.FACE, Overlay.THIRDS, Overlay.SAFE_AREA, Overlay.PRODUCT}
        self._zones: dict[Held, Zone] = {}
        self._picked: Held | None = None
        self._drag: _Drag | None = None
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._commit)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(120, 120)

    # What is shown

    def show_picture(self, shown: Shown | None) -> None:
        """Show a new picture, or the empty ground."""
        self._shown = shown
        self._scaled = None
        self._masks.clear()
        self.update()

    def show_labels(self, labels: Labels) -> None:
        """Use these words over the picture."""
        if labels != self._labels:
            self._labels = labels
            self.update()

    def show_overlays(self, on: set[Overlay]) -> None:
        """Switch the overlays."""
        self._on = set(on)
        if self._picked is not None and self._picked[0] not in self._on:
            self._picked = None
        self.update()

    def show_zones(self, overlay: Overlay, zones: Sequence[Zone]) -> None:
        """Place the zones of one kind; while one is dragged they stay with the hand."""
        if self._drag is not None and self._drag.held[0] is overlay:
            return
        kept = {held: zone for held, zone in self._zones.items() if held[0] is not overlay}
        self._zones = kept | {(overlay, at): zone for at, zone in enumerate(zones)}
        self.update()

    def zones(self, overlay: Overlay) -> tuple[Zone, ...]:
        """Return where the zones of one kind are now."""
        return tuple(zone for held, zone in self._zones.items() if held[0] is overlay)

    def picture_rect(self) -> QRectF:
        """Return where the picture lies in the widget, aspect kept."""
        if self._shown is None:
            return QRectF(self.rect())
        height, width = self._shown.picture.shape[:2]
        size = QSize(width, height).scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left = (self.width() - size.width()) // 2
        return QRectF(left, (self.height() - size.height()) // 2, size.width(), size.height())

    def sizeHint(self) -> QSize:
        """Ask for a modest landscape picture."""
        return QSize(480, 300)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, picture, masks, lines, zones and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), theme.color("surface.preview"))
        if self._shown is None:
            overlays.paint_empty(painter, QRectF(self.rect()), self._labels.empty)
        else:
            area = self.picture_rect()
            painter.drawPixmap(area.topLeft(), self._picture(area))
            self._paint_overlays(painter, area, self._shown)
        if self.hasFocus():
            overlays.paint_focus(painter, QRectF(self.rect()))
        painter.end()

    def _paint_overlays(self, painter: QPainter, area: QRectF, shown: Shown) -> None:
        for overlay, mask in ((Overlay.ZEBRA, shown.zebra), (Overlay.FOCUS, shown.focus)):
            if overlay in self._on:
                painter.drawImage(area.topLeft(), self._mask(overlay, mask, area))
        if Overlay.THIRDS in self._on:
            overlays.paint_thirds(painter, area)
        safe = self.zones(Overlay.SAFE_AREA)
        if Overlay.SAFE_AREA in self._on and safe:
            at = self._picked[1] if self._picked and self._picked[0] is Overlay.SAFE_AREA else None
            overlays.paint_safe_area(painter, area, safe, self._labels.safe_area, at)
        if Overlay.FACE in self._on and shown.face is not None:
            overlays.paint_face(painter, area, shown.face, self._labels.face, self._labels.eyes)
        if Overlay.PRODUCT in self._on:
            for product in self.zones(Overlay.PRODUCT):
                overlays.paint_zone(painter, area, product, self._labels.product)
        corner = area.bottomLeft() + QPointF(8, -26)
        for words in (self._labels.demo, self._labels.zebra if Overlay.ZEBRA in self._on else ""):
            if words:
                corner -= QPointF(0, overlays.paint_label(painter, corner, words, area) + 4)

    def _picture(self, area: QRectF) -> QPixmap:
        assert self._shown is not None
        if self._scaled is None:
            ratio = self.devicePixelRatioF()
            rgb = np.ascontiguousarray(self._shown.picture)
            height, width = rgb.shape[:2]
            image = QImage(rgb.data, width, height, 3 * width, QImage.Format.Format_RGB888)
            image = image.scaled(
                (area.size() * ratio).toSize(),
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            self._scaled = QPixmap.fromImage(image)
            self._scaled.setDevicePixelRatio(ratio)
        return self._scaled

    def _mask(self, overlay: Overlay, mask: Bytes, area: QRectF) -> QImage:
        if overlay not in self._masks:
            stripes = overlay is Overlay.ZEBRA
            size = area.size().toSize()
            self._masks[overlay] = overlays.mask_image(mask, size, striped=stripes)
        return self._masks[overlay]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scale anew."""
        self._scaled = None
        self._masks.clear()
        super().resizeEvent(event)

    # The hand

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the zone under the pointer, the inner one first."""
        held = self._held(event.position())
        if event.button() != Qt.MouseButton.LeftButton or held is None:
            super().mousePressEvent(event)
            return
        self._picked = held[0]
        self._drag = _Drag(*held, event.position(), self._zones[held[0]])
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move what is held; else show what could be."""
        drag = self._drag
        if drag is None:
            held = self._held(event.position())
            self.setCursor(overlays.CURSORS[held[1]] if held else Qt.CursorShape.ArrowCursor)
            return
        way = event.position() - drag.start
        if not drag.moving and abs(way.x()) + abs(way.y()) < THRESHOLD:
            return
        drag.moving = True
        area = self.picture_rect()
        self._zones[drag.held] = dragged(
            drag.zone, drag.grip, way.x() / area.width(), way.y() / area.height()
        )
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go: the zone stays where it is."""
        drag, self._drag = self._drag, None
        if drag is None:
            super().mouseReleaseEvent(event)
        elif drag.moving:
            self._commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Z picks a zone, arrows move it, with Alt they size it, Esc gives a drag back."""
        if event.key() == Qt.Key.Key_Escape and self._drag is not None:
            self._zones[self._drag.held] = self._drag.zone
            self._drag = None
            self.update()
            return
        if event.key() == Qt.Key.Key_Z and not event.modifiers():
            self._pick_next()
            return
        way = overlays.ARROWS.get(Qt.Key(event.key()))
        if way is None or self._picked is None:
            super().keyPressEvent(event)
            return
        step = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        sizing = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        area = self.picture_rect()
        self._zones[self._picked] = dragged(
            self._zones[self._picked],
            Grip.BOTTOM_RIGHT if sizing else Grip.WHOLE,
            way[0] * step / area.width(),
            way[1] * step / area.height(),
        )
        self._settle.start()
        self.update()

    def _pick_next(self) -> None:
        there = [h for o in ZONES for h in self._zones if h[0] is o and o in self._on]
        if there:
            at = there.index(self._picked) + 1 if self._picked in there else 0
            self._picked = there[at % len(there)]
            self.update()

    def _commit(self) -> None:
        if self._picked is not None and self._picked in self._zones:
            overlay = self._picked[0]
            self.zones_changed.emit(overlay.value, self.zones(overlay))

    def _held(self, at: QPointF) -> tuple[Held, Grip] | None:
        if self._shown is None:
            return None
        area = self.picture_rect()
        place = Point((at.x() - area.left()) / area.width(), (at.y() - area.top()) / area.height())
        reach = REACH / area.width(), REACH / area.height()
        for held in sorted(self._zones, key=lambda h: ZONES.index(h[0])):
            if held[0] not in self._on:
                continue
            zone = self._zones[held]
            grip = grip_at(zone, place, *reach)
            inside_only = held[0] is Overlay.SAFE_AREA and grip is Grip.WHOLE
            if grip is not None and not (inside_only and not self._on_edge(zone, place, reach)):
                return held, grip
        return None

    @staticmethod
    def _on_edge(zone: Zone, at: Point, reach: tuple[float, float]) -> bool:
        """Return whether `at` is on the rim: the inside of the safe area is the whole picture."""
        inner = replace(
            zone,
            x=zone.x + reach[0],
            y=zone.y + reach[1],
            width=max(zone.width - 2 * reach[0], 0.0),
            height=max(zone.height - 2 * reach[1], 0.0),
        )
        return not (0 <= at.x - inner.x <= inner.width and 0 <= at.y - inner.y <= inner.height)

    def visible_part(self) -> QRect:
        """Return the picture's place in whole pixels, for tests and screenshots."""
        return self.picture_rect().toRect()
