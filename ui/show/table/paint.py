"""How the lines of the run of show are painted, and how a cell is typed in."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.show.cells.cell import Cell
from app.show.cells.derived import over_words
from app.show.formats import format_of, kind_of
from app.show.show import Anchor, Segment
from app.show.timetext.understand import duration_words
from ui import theme
from ui.show.script.cue_words import CUE_ICONS
from ui.show.table.cell_editor import CellEditor
from ui.show.table.colours import colour
from ui.show.table.ink import Ink, Type
from ui.show.table.model import CELL, LINE, Line, RundownModel
from ui.widgets.icon import paint_icon

if TYPE_CHECKING:
    from ui.show.table.table import RundownTable

Index = QModelIndex | QPersistentModelIndex
PAD = 8
ANCHOR_ICONS = {
    Anchor.HARD: "ph.push-pin",
    Anchor.SOFT: "ph.arrow-line-down",
    Anchor.BACK: "ph.arrow-u-up-left",
}


class LineDelegate(QStyledItemDelegate):
    """Paints parts and rows; makes the editor of a cell."""

    def __init__(self, table: RundownTable) -> None:
        super().__init__(table)
        self._table = table
        self.ink = Ink()

    # Painting

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Return the height of a row in this density."""
        return QSize(40, theme.grown(theme.sizes().rundown_row))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell, or the whole head of a part."""
        model = self._table.model_of()
        line, cell = model.line(index.row()), model.cell_at(index.column())
        assert line is not None, "only lines that are there are painted"
        rect: QRect = option.rect
        painter.save()
        painter.setClipRect(rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, self._ground(index.row(), line, selected=selected))
        painter.setPen(QPen(self.ink.colour("line.subtle"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if line.segment is None:
            self._paint_part(painter, rect, line, index.column())
        else:
            self._paint_cell(painter, rect, line, cell, index)
        self._paint_edges(painter, rect, index, line, selected=selected)
        painter.restore()

    def _ground(self, row: int, line: Line, *, selected: bool) -> QColor:
        if selected:
            return self.ink.colour("surface.selected")
        if line.segment is not None and line.segment.id == self._table.view.current:
            return self.ink.colour("surface.selected")
        if self._table.hovered() == row:
            return self.ink.colour("surface.hover")
        return self.ink.colour("surface.window" if line.segment is None else "surface.panel")

    def _paint_edges(
        self, painter: QPainter, rect: QRect, index: Index, line: Line, *, selected: bool
    ) -> None:
        first = self._table.first_column() == index.column()
        here = line.segment is not None and line.segment.id == self._table.view.current
        if first and (selected or here):
            bar = QRect(rect.left(), rect.top(), 2, rect.height())
            painter.fillRect(bar, self.ink.colour("accent.line"))
        elif first and line.part.count > 1 and line.segment is not None:
            bar = QRect(rect.left(), rect.top(), 3, rect.height())
            painter.fillRect(bar, self.ink.colour("line.control"))
        if first and line.segment is not None and line.segment.colour:
            tag = QRectF(rect.left() + 5, rect.top() + 6, 4, rect.height() - 12)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(line.segment.colour))
            painter.drawRoundedRect(tag, 2, 2)
        if self._table.currentIndex() == index and self._table.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.ink.colour("accent.line"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _paint_part(self, painter: QPainter, rect: QRect, line: Line, column: int) -> None:
        shown = self._table.model_of().shown
        if shown is None or column != self._table.first_column():
            return
        times = shown.times.part(line.part.id)
        arrow = "ph.caret-right" if self._table.is_folded(line.part.id) else "ph.caret-down"
        box = QRectF(rect.left() + PAD + 8, rect.center().y() - 6, 14, 14)
        paint_icon(painter, box, arrow, self.ink.colour("text.secondary"))
        x = rect.left() + 46.0
        title = line.part.title or "—"
        x = self._run(painter, rect, x, title, self.ink.type("section"), "text.primary") + 14
        if times is None:
            return
        number = self.ink.type("small", number=True)
        span = f"{_short(shown.times.clock_of(times.start_ms))}–{_short(shown.times.clock_of(times.end_ms))}"
        x = self._run(painter, rect, x, span, number, "text.tertiary") + 12
        length = duration_words(times.duration_ms)
        if line.part.count > 1:
            box = QRectF(x, rect.center().y() - 6, 14, 14)
            paint_icon(painter, box, "ph.repeat", self.ink.colour("text.secondary"))
            x += 20
            length = f"{length} × {line.part.count}"
        self._run(painter, rect, x, length, self.ink.type("body", number=True), "text.primary")
        if times.over_ms:
            self._paint_over(painter, rect, times.over_ms)

    def _paint_cell(
        self, painter: QPainter, rect: QRect, line: Line, cell: Cell, index: Index
    ) -> None:
        segment = line.segment
        assert segment is not None
        special = self._SPECIAL.get(cell.id)
        if segment.skip:
            painter.setOpacity(0.5)
        if special is not None:
            special(self, painter, rect, line)
            return
        words = self._model().words(index.row(), index.column())
        if not words:
            self._paint_prompt(painter, rect, segment, cell)
            return
        number = cell.right or cell.id in ("link", "number")
        font = self.ink.type("body", number=number)
        colour = "text.tertiary" if cell.id == "number" else "text.primary"
        if cell.id in ("products", "owner", "note"):
            colour = "text.secondary"
        self._words(painter, rect, " ".join(str(words).split()), font, colour, right=cell.right)

    def _paint_start(self, painter: QPainter, rect: QRect, line: Line) -> None:
        segment = line.segment
        assert segment is not None
        words = self._model().words_of(line, "start")
        icon = ANCHOR_ICONS.get(segment.anchor)
        if icon:
            box = QRectF(rect.left() + 4, rect.center().y() - 5, 11, 11)
            paint_icon(painter, box, icon, self.ink.colour("text.tertiary"))
        font = self.ink.type("body", number=True)
        self._words(painter, rect, words, font, "text.primary", right=True)

    def _paint_duration(self, painter: QPainter, rect: QRect, line: Line) -> None:
        segment = line.segment
        assert segment is not None
        words = self._model().words_of(line, "duration")
        # A length nobody typed comes from the words: quieter, and with a tilde.
        typed = segment.duration_ms is not None or segment.end is not None
        said = words if typed else f"~{words}"
        colour = "text.primary" if typed else "text.tertiary"
        self._words(painter, rect, said, self.ink.type("body", number=True), colour, right=True)

    def _paint_kind(self, painter: QPainter, rect: QRect, line: Line) -> None:
        segment = line.segment
        assert segment is not None
        spec = kind_of(segment.kind)
        box = QRectF(rect.left() + PAD, rect.center().y() - 7, 15, 15)
        paint_icon(painter, box, f"ph.{spec.icon}", self.ink.colour(format_of(segment.kind).colour))
        if rect.width() > 48:
            words = rect.adjusted(20, 0, 0, 0)
            name = spec.name.say()
            self._words(painter, words, name, self.ink.type("small"), "text.secondary", right=False)

    def _paint_title(self, painter: QPainter, rect: QRect, line: Line) -> None:
        segment = line.segment
        assert segment is not None
        count = self._table.findings_in(segment.id)
        room = rect.adjusted(0, 0, -28 if count else 0, 0)
        if segment.title:
            font = self.ink.type("body")
            self._words(painter, room, segment.title, font, "text.primary", right=False)
        else:
            self._paint_prompt(painter, room, segment, self._model().cell("title"))
        if count:
            self._paint_badge(painter, rect, count)

    def _paint_badge(self, painter: QPainter, rect: QRect, count: int) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(rect.right() - 24, rect.center().y() - 8, 18, 17)
        painter.setPen(QPen(self.ink.colour("status.warn"), 1))
        painter.setBrush(self.ink.colour("status.warn_soft"))
        painter.drawRoundedRect(box, 3, 3)
        painter.setFont(self.ink.type("small", number=True).font)
        painter.setPen(self.ink.colour("status.warn"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(count))

    def _paint_cues(self, painter: QPainter, rect: QRect, line: Line) -> None:
        assert line.segment is not None
        cues = line.segment.cues
        room = max(1, (rect.width() - 2 * PAD) // 20)
        x = rect.left() + PAD
        shown = cues if len(cues) <= room else cues[: max(0, room - 1)]
        for cue in shown:
            box = QRectF(x, rect.center().y() - 7, 15, 15)
            paint_icon(painter, box, CUE_ICONS[cue.kind], self.ink.colour("text.secondary"))
            x += 20
        if len(shown) < len(cues):
            more = rect.adjusted(x - rect.left() - PAD, 0, 0, 0)
            font = self.ink.type("small", number=True)
            said = f"+{len(cues) - len(shown)}"
            self._words(painter, more, said, font, "text.tertiary", right=False)

    def _paint_over_cell(self, painter: QPainter, rect: QRect, line: Line) -> None:
        shown = self._model().shown
        assert line.segment is not None
        if shown is not None:
            self._paint_over(painter, rect, shown.times.row(line.segment.id).over_ms)

    def _paint_over(self, painter: QPainter, rect: QRect, over_ms: int) -> None:
        # What runs short is nothing to act on; what runs long is said in colour, sign and weight.
        role = "number.row" if over_ms > 0 else "body"
        colour = "status.warn" if over_ms > 0 else "text.tertiary"
        font = (
            self.ink.type("section", number=True)
            if role == "number.row"
            else self.ink.type("body", number=True)
        )
        self._words(painter, rect, over_words(over_ms), font, colour, right=True)

    def _paint_prompt(
        self, painter: QPainter, rect: QRect, segment: Segment, cell: Cell | None
    ) -> None:
        if segment.id != self._table.view.current or cell is None or cell.prompt is None:
            return
        prompt = cell.prompt(segment)
        if prompt is not None:
            self._words(
                painter, rect, prompt.say(), self.ink.type("small"), "text.tertiary", right=False
            )

    def _words(
        self, painter: QPainter, rect: QRect, words: str, type_: Type, colour: str, *, right: bool
    ) -> None:
        said, wide = self.ink.fitted(words, type_, rect.width() - 2 * PAD)
        x = rect.right() - PAD - wide if right else float(rect.left() + PAD)
        self._put(painter, rect, x, said, type_, colour)

    def _run(
        self, painter: QPainter, rect: QRect, x: float, words: str, type_: Type, colour: str
    ) -> float:
        said, wide = self.ink.fitted(words, type_, int(rect.right() - x - PAD))
        self._put(painter, rect, x, said, type_, colour)
        return x + wide

    def _put(
        self, painter: QPainter, rect: QRect, x: float, words: str, type_: Type, colour: str
    ) -> None:
        painter.setFont(type_.font)
        painter.setPen(self.ink.colour(colour))
        painter.drawText(QPointF(x, theme.baseline("body", rect)), words)

    def _model(self) -> RundownModel:
        return self._table.model_of()

    # Typing

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        """Return the field for one cell, or for a part's name."""
        line, cell = index.data(LINE), index.data(CELL)
        if line.segment is None:
            return CellEditor(parent, str)
        choices = cell.choices(self._model().shown.around) if cell.choices else ()  # type: ignore[union-attr]
        return CellEditor(parent, _Understand(self._table, line.segment.id, cell.id), choices)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with what the cell holds."""
        if isinstance(editor, CellEditor):
            editor.begin(self._model().words(index.row(), index.column()))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over what was typed, unless it is refused."""
        if isinstance(editor, CellEditor) and not editor.refused:
            model.setData(index, editor.text())

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Let go of the field and its strip."""
        if isinstance(editor, CellEditor):
            editor.close_strip()
        super().destroyEditor(editor, index)

    def updateEditorGeometry(
        self,
        editor: QWidget,
        option: QStyleOptionViewItem,
        index: Index,  # noqa: ARG002
    ) -> None:
        """Lay the field over its cell, not narrower than 120 px."""
        rect: QRect = option.rect
        width = max(rect.width(), min(120, self._table.viewport().width() - rect.left()))
        editor.setGeometry(QRect(rect.left(), rect.top(), width, rect.height()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep a refused text in its field when Tab or Enter is pressed."""
        if isinstance(event, QKeyEvent) and isinstance(watched, CellEditor):
            leaving = event.key() in (
                Qt.Key.Key_Tab,
                Qt.Key.Key_Backtab,
                Qt.Key.Key_Return,
                Qt.Key.Key_Enter,
            )
            if leaving and watched.refused:
                return True
            if leaving and event.type() == QEvent.Type.KeyPress:
                self._table.remember_way(event)
        return super().eventFilter(watched, event)

    _SPECIAL: ClassVar[dict[str, Callable[[LineDelegate, QPainter, QRect, Line], None]]] = {
        "start": _paint_start,
        "duration": _paint_duration,
        "kind": _paint_kind,
        "title": _paint_title,
        "cues": _paint_cues,
        "over": _paint_over_cell,
    }


def _short(clock: str) -> str:
    """Return a clock time without its seconds where they are none."""
    return clock.removesuffix(":00") if clock.count(":") == 2 else clock


class _Understand:
    """Says what typing would make of one cell; raises Refused."""

    def __init__(self, table: RundownTable, segment: str, cell: str) -> None:
        self._table, self._segment, self._cell = table, segment, cell

    def __call__(self, words: str) -> str:
        return self._table.view.typed(self._segment, self._cell, words).understood
