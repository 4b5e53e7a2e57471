"""The Room page: its parts, where they go, and what each is shown; no devices, no library."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QMimeData, QSize, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.words import Text, language, text
from app.metrics.signals import Bytes
from app.room.profile import Orientation
from ui import theme
from ui.room import picture_words, view_model
from ui.room.acts_row import ActsRow
from ui.room.arrangement import Arrangement, Space, arrange, causes_room
from ui.room.causes_panel import NOTHING_WRONG, CausesPanel
from ui.room.context import Context
from ui.room.golden_panel import GoldenLine, GoldenPanel, GoldenState
from ui.room.loudness_panel import LoudnessPanel
from ui.room.preview_panel import PreviewPanel
from ui.room.readings_panel import ReadingsPanel
from ui.room.scopes_panel import ScopesPanel
from ui.room.state import RoomState, Stage, first_line, status_parts
from ui.widgets.first_line import FirstLine
from ui.widgets.page import Page
from ui.widgets.preview import Labels, Overlay, Shown
from ui.widgets.progress import ProgressWithCancel
from ui.words import hear_switch

if TYPE_CHECKING:
    from ui.widgets.desk import Desk

NO_MASK_SIDE = 1
LEAST = QSize(860, 480)
WIDGET_MOST = 16777215  # Qt's own QWIDGETSIZE_MAX
WORDS_FIT_ENGLISH = 1560
SCOPES_FIT = 470  # of the left column, beside the lying meter


class Keeper(Protocol):
    """Who hears what the window tells the page."""

    def entered(self) -> None:
        """Start what moves."""

    def left(self) -> None:
        """Stop what moves."""

    def studio_changed(self, touched: frozenset[str]) -> None:
        """Show what changed in the library."""

    def close_down(self, timeout: float) -> bool:
        """End threads and timers within `timeout` seconds."""
        ...


class RoomPage(Page):
    """Composes the page and keeps it up to date with a `RoomState`."""

    dropped = Signal(str)  # path of a file dropped on the page
    workspace = "room"

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.state = RoomState()
        self.context_bar = Context()
        self.first = self.first_line = FirstLine()
        self.progress = ProgressWithCancel()
        self.acts = ActsRow()
        self.preview = PreviewPanel()
        self.causes = CausesPanel()
        self.readings = ReadingsPanel()
        self.loudness = LoudnessPanel()
        self.scopes = ScopesPanel()
        self.golden = GoldenPanel()
        self.golden_line = GoldenLine()
        self._aspect = 16 / 9
        self._arranged: Arrangement | None = None
        self._shown_first: object = None
        self._safe_area_name: Text | None = None
        self._keeper: Keeper | None = None
        self._build()
        hear_switch(self.say_again)
        self.show_state(self.state)

    def attach(self, keeper: Keeper) -> None:
        """Let `keeper` hear what the window tells the page."""
        self._keeper = keeper

    # What the window asks for and tells

    def entered(self) -> None:
        """Start what moves."""
        if self._keeper is not None:
            self._keeper.entered()

    def left(self) -> None:
        """Stop what moves."""
        if self._keeper is not None:
            self._keeper.left()

    def studio_changed(self, touched: frozenset[str]) -> None:
        """Show what changed in the library."""
        if self._keeper is not None:
            self._keeper.studio_changed(touched)

    def close_down(self, timeout: float) -> bool:
        """End threads and timers."""
        return self._keeper is None or self._keeper.close_down(timeout)

    def context(self) -> Sequence[QWidget]:
        """Return the drop-downs of the header."""
        return self.context_bar.context()

    def header_actions(self) -> Sequence[QWidget]:
        """Return the header's buttons."""
        return self.context_bar.actions()

    def regions(self) -> Sequence[QWidget]:
        """Return the parts F6 visits."""
        return (
            self.first,
            self.preview.preview,
            self.acts,
            self.causes,
            self.readings.table,
            self.scopes,
        )

    # What is shown

    def show_state(self, state: RoomState) -> None:
        """Show `state`; what did not change costs nothing."""
        before, self.state = self.state, state
        self._show_first(state)
        self.progress.setVisible(state.stage is Stage.READING)
        self._show_picture(state)
        self.loudness.show_sound(state.sound)
        self.scopes.show_picture(state.picture)
        fresh = state.judged is not before.judged or state.stage is not before.stage
        if fresh or state.acts != before.acts:
            cards = view_model.act_cards(state.acts, state.judged)
            self.acts.show_cards(cards, running=state.on)
        if fresh:
            self._show_judged(state)
        self.context_bar.show_stage(state.stage, known=state.known, demo=state.demo)
        self.status.emit(*status_parts(state))

    def say_again(self) -> None:
        """Say everything in the language that is current now."""
        for part in (self.acts, self.readings, self.context_bar):
            part.say_again()
        self._shown_first = None
        state, self.state = self.state, RoomState(stage=Stage.OLD)
        self.show_state(state)

    def show_golden(self, state: GoldenState) -> None:
        """Show the comparison with the golden room."""
        self.golden.show_state(state)
        self.golden_line.show_state(state)

    def show_safe_area_name(self, platform: Text | None) -> None:
        """Name the platform whose safe area is shown."""
        self._safe_area_name = platform
        self._show_labels(self.state)

    def show_orientation(self, orientation: Orientation) -> None:
        """Make room for the picture the profile expects, until one is there."""
        if self.state.picture is None and self.state.still is None:
            self.set_aspect(9 / 16 if orientation is Orientation.PORTRAIT else 16 / 9)

    def set_aspect(self, aspect: float) -> None:
        """Make room for a picture of this shape (width ÷ height)."""
        if abs(aspect - self._aspect) > 0.01:
            self._aspect = aspect
            self._arrange()

    def _show_first(self, state: RoomState) -> None:
        first = first_line(state)
        said = (first.lead.say(), first.reason and first.reason.say(), first.button is None)
        if said == self._shown_first:
            return
        self._shown_first = said
        if first.button is None and not state.causes:
            self.first.show_calm(first.lead, first.reason)
        else:
            self.first.show_first(first.lead, first.reason, first.button)

    def _show_judged(self, state: RoomState) -> None:
        rows = view_model.cause_rows(state.causes, state.judged)
        calm = NOTHING_WRONG if state.known else text("Causes appear here once the check runs")
        self.causes.show_causes(rows, calm.say())
        self.readings.show_readings(state.judged, state.causes)
        by_id = {j.reading.id: j for j in state.judged}
        self.loudness.show_verdict(by_id.get("sound.loudness_integrated"))
        face = by_id.get("light.face_exposure")
        if face is not None and face.limit is not None:
            low, high = face.limit.passes.low, face.limit.passes.high
            if low is not None and high is not None:
                self.scopes.waveform.set_face_band(low, high)

    def _show_picture(self, state: RoomState) -> None:
        picture = state.picture
        if picture is not None:
            shown = Shown(picture.preview, picture.face, picture.zebra, picture.focus)
            self._aspect_of(picture.preview)
            self.preview.preview.show_picture(shown)
        elif state.still is not None:
            empty = state.still[:NO_MASK_SIDE, :NO_MASK_SIDE, 0] * 0
            self._aspect_of(state.still)
            self.preview.preview.show_picture(Shown(state.still, None, empty, empty))
        else:
            self.preview.preview.show_picture(None)
        self._show_labels(state)

    def _show_labels(self, state: RoomState) -> None:
        face, eyes = picture_words.face_words(state.picture.face if state.picture else None)
        preview = self.preview.preview
        preview.show_labels(
            Labels(
                face=face,
                eyes=eyes,
                safe_area=picture_words.safe_area_words(self._safe_area_name),
                product=picture_words.product_words(preview.zones(Overlay.PRODUCT)),
                zebra=picture_words.clipped_words(state.judged),
                demo=picture_words.demo_words(state),
                empty=picture_words.empty_words(state, self.context_bar.camera_name()),
            )
        )

    def _aspect_of(self, picture: Bytes) -> None:
        self.set_aspect(picture.shape[1] / max(picture.shape[0], 1))

    # Where it goes

    def _build(self) -> None:
        self._page = QVBoxLayout(self)
        # The columns have the widths of the last arrangement; they must not keep the page from shrinking.
        self._page.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        self._page.addWidget(self.first)
        self._page.addWidget(self.progress)
        self._top = QVBoxLayout()
        self._page.addLayout(self._top)
        columns = QHBoxLayout()
        columns.addStretch(1)
        self._columns = columns
        self._stacks: list[QVBoxLayout] = []
        self._hosts: list[QWidget] = []
        for _ in range(3):
            host = QWidget()
            stack = QVBoxLayout(host)
            stack.setContentsMargins(0, 0, 0, 0)
            self._hosts.append(host)
            self._stacks.append(stack)
            columns.addWidget(host)
        columns.addStretch(1)
        self._page.addLayout(columns, 1)
        self._foot = QHBoxLayout()

    def minimumSizeHint(self) -> QSize:
        """Return what two columns need."""
        return LEAST

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the space anew."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Divide the space anew when the density changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_hosts"):
            self._arranged = None
            self._arrange()

    def _arrange(self) -> None:
        sizes = theme.sizes()
        space = Space(
            self.width(),
            self.height(),
            sizes.margin,
            sizes.gap,
            theme.grown(sizes.first_line),
            self._aspect,
        )
        found = arrange(space)
        self._page.setContentsMargins(sizes.margin, sizes.margin, sizes.margin, sizes.gap)
        self._page.setSpacing(sizes.gap)
        self._columns.setSpacing(sizes.gap)
        for stack in self._stacks:
            stack.setSpacing(sizes.gap)
        for host, width in zip(
            self._hosts, (found.preview, found.middle, found.right), strict=True
        ):
            host.setVisible(width > 0)
            host.setFixedWidth(max(width, 1))
        if found != self._arranged:
            self._arranged = found
            self._place(found)
        picture = round(found.preview / self._aspect) + self.preview.foot_height()
        most = picture if found.scopes_under_preview else WIDGET_MOST
        self.preview.setMaximumHeight(most)
        self.causes.set_room(causes_room(space, found, self.readings.least_height()))
        landscape = found.right == 0 and self._aspect >= 1.0
        self.preview.setMinimumHeight(min(picture, self.height() // 2 + 40) if landscape else 0)
        words = found.words_in_header and (language() == "zh" or self.width() >= WORDS_FIT_ENGLISH)
        self.context_bar.set_words(on=words)
        for stack in self._stacks:
            # A request made while Qt is laying the page out may be lost (seen when the side panel opens).
            stack.invalidate()
            stack.activate()

    def _place(self, found: Arrangement) -> None:
        parts = (
            self.acts,
            self.preview,
            self.causes,
            self.readings,
            self.loudness,
            self.scopes,
            self.golden,
            self.golden_line,
        )
        for layout in (self._top, *self._stacks):
            for part in parts:
                layout.removeWidget(part)
        while self._foot.count():
            self._foot.takeAt(0)
        self._stacks[0].removeItem(self._foot)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(theme.sizes().gap)
        left, middle, right = self._stacks
        self.acts.set_compact(compact=found.acts_under_preview)
        self.loudness.set_lying(lying=found.meter_lying)
        self.scopes.set_shared(shared=found.scopes_shared)
        self._fill_left(found, left)
        middle.addWidget(self.causes)
        middle.addWidget(self.readings, 1)
        if found.golden_line:
            middle.addWidget(self.golden_line)
        if found.right:
            right.addWidget(self.loudness, 292)
            if not found.scopes_under_preview:
                right.addWidget(self.scopes, 185)
            if not found.golden_line:
                right.addWidget(self.golden, 163)
        self.golden.setVisible(found.right > 0 and not found.golden_line)
        self.golden_line.setVisible(found.golden_line)
        self.scopes.setVisible(found.right > 0 or found.preview >= SCOPES_FIT)

    def _fill_left(self, found: Arrangement, left: QVBoxLayout) -> None:
        left.addWidget(self.preview, 1)
        if found.acts_under_preview:
            left.addWidget(self.acts)
        else:
            self._top.addWidget(self.acts)
        if found.right == 0:
            self._foot.addWidget(self.loudness, 1)
            if found.preview >= SCOPES_FIT:
                self._foot.addWidget(self.scopes, 1)
            left.addLayout(self._foot, 1)
        elif found.scopes_under_preview:
            left.addWidget(self.scopes, 1)

    # Files that are dropped

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file."""
        if file_of(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand the file on."""
        path = file_of(event.mimeData())
        if path:
            event.acceptProposedAction()
            self.dropped.emit(path)


def file_of(data: QMimeData) -> str:
    """Return the path of the one local file in `data`, "" where there is none."""
    paths = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 else ""


def make(desk: Desk) -> Page:
    """Return the Room page at work on `desk`."""
    from ui.room.controller import RoomController

    page = RoomPage()
    RoomController(page, desk)
    return page
