"""The limits a room is judged by: whose they are, what each stands on, and the studio's own to edit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.core.words import Text, text, tr
from app.room.catalogue import Metric, catalogue
from app.room.limits import Limit, Range
from app.room.profile import Platform, RoomProfile
from ui.room.inspector import ranges, stands_on
from ui.room.view_model import unit
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.words import say, tell

ENDS = ("warns_low", "passes_low", "passes_high", "warns_high")
HEADS = (text("Warn from"), text("Pass from"), text("Pass to"), text("Warn to"))


class LimitEditor(QWidget):
    """One limit: its four ends as fields, refused in place where they make no sense."""

    changed = Signal(str, object, object)  # metric id, passes, warns

    def __init__(self, kind: Metric, limit: Limit, *, editable: bool) -> None:
        super().__init__()
        self._kind, self._limit = kind, limit
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 8)
        column.setSpacing(2)
        name = Label("section")
        tell(name.setText, text("{name}, {unit}", name=kind.name, unit=unit(kind) or "—"))
        column.addWidget(name)
        self._fields: list[QLineEdit] = []
        self._refusal = Label("small", "status.fail", wrap=True)
        self._refusal.hide()
        if editable:
            column.addLayout(self._make_fields(limit))
            column.addWidget(self._refusal)
        else:
            said = Label("small", "text.secondary", wrap=True)
            tell(said.setText, ranges(limit, kind.unit))
            column.addWidget(said)
        source = Label("small", "text.tertiary", wrap=True)
        tell(source.setText, stands_on(limit.basis))
        column.addWidget(source)

    def _make_fields(self, limit: Limit) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        values = (limit.warns.low, limit.passes.low, limit.passes.high, limit.warns.high)
        for at, (head, value) in enumerate(zip(HEADS, values, strict=True)):
            label, field = Label("small", "text.tertiary"), QLineEdit()
            tell(label.setText, head)
            tell(field.setAccessibleName, text("{name}: {end}", name=self._kind.name, end=head))
            field.setText("" if value is None else f"{value:g}")
            field.setPlaceholderText("—")
            field.editingFinished.connect(self._finish)
            grid.addWidget(label, 0, at)
            grid.addWidget(field, 1, at)
            self._fields.append(field)
        return grid

    def _finish(self) -> None:
        try:
            warn_low, low, high, warn_high = (_number(f.text()) for f in self._fields)
            passes, warns = Range(low, high), Range(warn_low, warn_high)
            if not passes.within(warns):
                raise ValueError(tr("the warn range must hold the pass range"))
        except ValueError:
            self._refusal.setText(
                tr("Not kept: write numbers that rise from left to right, or leave an end empty")
            )
            self._refusal.show()
            return
        self._refusal.hide()
        if (passes, warns) != (self._limit.passes, self._limit.warns):
            self.changed.emit(self._kind.id, passes, warns)


class ProfilePanel(QWidget):
    """Profile, platform start values, and every limit with its source."""

    platform_chosen = Signal(str)
    copy_asked = Signal()
    limit_changed = Signal(str, object, object)

    def __init__(
        self,
        profile: RoomProfile,
        platform: Platform | None,
        platforms: Sequence[Platform],
        *,
        own: bool,
        can_edit: bool,
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        note = Label("body", "text.secondary", wrap=True)
        tell(note.setText, profile.note)
        column.addWidget(note)
        column.addLayout(self._platform_row(platform, platforms))
        if platform is not None:
            self._add_platform(column, platform)
        if not own:
            self._add_copy(column, can_edit=can_edit)
        for kind in catalogue():
            limit = profile.limit(kind.id)
            if limit is not None:
                editor = LimitEditor(kind, limit, editable=own and can_edit)
                editor.changed.connect(self.limit_changed)
                column.addWidget(editor)
        column.addStretch(1)

    def _platform_row(self, chosen: Platform | None, platforms: Sequence[Platform]) -> QHBoxLayout:
        row = QHBoxLayout()
        label = Label("body")
        say(label.setText, "Platform")
        self._platform = QComboBox()
        say(self._platform.setAccessibleName, "Platform")
        self._platform.addItem(tr("No platform"), "")
        for platform in platforms:
            self._platform.addItem(platform.name.say(), platform.id)
        at = self._platform.findData(chosen.id if chosen else "")
        self._platform.setCurrentIndex(max(at, 0))
        self._platform.activated.connect(self._choose)
        row.addWidget(label)
        row.addWidget(self._platform, 1)
        return row

    def _add_platform(self, column: QVBoxLayout, platform: Platform) -> None:
        start = Label("small", "text.secondary", wrap=True)
        tell(start.setText, platform.note)
        column.addWidget(start)
        area = Label("small", "text.tertiary", wrap=True)
        tell(
            area.setText,
            text("Safe area: {basis}", basis=stands_on(platform.safe_area_basis)),
        )
        column.addWidget(area)

    def _add_copy(self, column: QVBoxLayout, *, can_edit: bool) -> None:
        hint = Label("small", "text.tertiary", wrap=True)
        words: Text = text("Shipped limits stay as they are. Copy the profile to set your own")
        if not can_edit:
            words = text("The library is read-only, so limits cannot be changed now")
        tell(hint.setText, words)
        button = Button("quiet", icon="ph.copy")
        say(button.setText, "Copy and edit")
        button.setEnabled(can_edit)
        button.clicked.connect(self.copy_asked)
        column.addWidget(hint)
        column.addWidget(button)

    def _choose(self, at: int) -> None:
        self.platform_chosen.emit(str(self._platform.itemData(at)))


def _number(words: str) -> float | None:
    """Return what was typed as a number; empty is an open end; raises ValueError."""
    plain = words.strip().replace("−", "-").replace(",", ".").replace("，", ".")
    return float(plain) if plain and plain != "—" else None
