"""What stands beside and between the words: the beats' names at the left, prompts where they are empty."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextBlock, QTextCursor, QTextFrameFormat
from PySide6.QtWidgets import QTextEdit

from ui import theme
from ui.show.script import document as paper

NARROWEST, WIDEST, SPACE = 28, 76, 14
BETWEEN = 10  # px between two beats


class Gutter:
    """Paints over an editor; `labels` and `prompts` are by beat."""

    def __init__(self, editor: QTextEdit) -> None:
        self._editor = editor
        self.labels: Mapping[str, str] = {}
        self.prompts: Mapping[str, str] = {}

    def dress(self) -> None:
        """Leave room for the names at the left, and for prompts between the beats."""
        root = self._editor.document().rootFrame()
        form = QTextFrameFormat(root.frameFormat())
        form.setLeftMargin(self._width() + SPACE)
        form.setRightMargin(6)
        form.setTopMargin(8)
        form.setBottomMargin(24)
        if form != root.frameFormat():
            root.setFrameFormat(form)
        self.fit()

    def fit(self) -> None:
        """Give each paragraph the room above and below that its beat and its prompt need."""
        before = ""
        first = True
        for block in paper.blocks(self._editor.document()):
            beat = paper.beat_of(block)
            top = 0 if first or beat == before else BETWEEN
            bottom = self._below(block, beat)
            form = block.blockFormat()
            if form.topMargin() != top or form.bottomMargin() != bottom:
                form.setTopMargin(top)
                form.setBottomMargin(bottom)
                QTextCursor(block).setBlockFormat(form)
            before, first = beat, False

    def paint(self) -> None:
        """Paint names and prompts into the viewport."""
        editor = self._editor
        painter = QPainter(editor.viewport())
        here = paper.beat_of(editor.textCursor().block())
        before = None
        for block in paper.blocks(editor.document()):
            beat = paper.beat_of(block)
            if beat != before:
                self._paint_name(painter, block, beat, here=beat == here)
                if self.is_empty(block, beat):
                    self._paint_prompt(painter, block, beat)
            before = beat

    def prompt_at(self, point: QPoint) -> str:
        """Return the prompt of the beat whose name is under a point, "" elsewhere."""
        if point.x() > self._width() + SPACE:
            return ""
        block = self._editor.cursorForPosition(point).block()
        beat = paper.beat_of(block)
        name, prompt = self.labels.get(beat, ""), self.prompts.get(beat, "")
        return "\n".join(part for part in (name, prompt) if part)

    def is_empty(self, block: QTextBlock, beat: str) -> bool:
        """Return whether a beat has no words yet, not even half composed ones."""
        following = block.next()
        alone = not following.isValid() or paper.beat_of(following) != beat
        return alone and block.length() == 1 and not block.layout().preeditAreaText()

    def _below(self, block: QTextBlock, beat: str) -> float:
        prompt = self.prompts.get(beat, "")
        if not prompt or not self.is_empty(block, beat):
            return 0.0
        metrics = QFontMetricsF(theme.font("script"))
        room = QRectF(0, 0, self._room(), 10_000)
        wanted = metrics.boundingRect(room, _WRAP, prompt).height()
        lines = max(1, round(wanted / metrics.lineSpacing()))
        # Qt takes the larger of two neighbouring margins, not their sum.
        return (lines - 1) * metrics.lineSpacing() + BETWEEN if lines > 1 else 0.0

    def _paint_name(self, painter: QPainter, block: QTextBlock, beat: str, *, here: bool) -> None:
        font = QFont(theme.font("small"))
        font.setWeight(QFont.Weight.DemiBold if here else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(theme.color("accent.text" if here else "text.tertiary"))
        said = QFontMetricsF(font).elidedText(
            self.labels.get(beat, ""), Qt.TextElideMode.ElideRight, self._width()
        )
        painter.drawText(QPointF(2, self._baseline(block)), said)

    def _paint_prompt(self, painter: QPainter, block: QTextBlock, beat: str) -> None:
        prompt = self.prompts.get(beat, "")
        if not prompt:
            return
        font = theme.font("script")
        painter.setFont(font)
        painter.setPen(theme.color("text.tertiary"))
        top = self._baseline(block) - QFontMetricsF(font).ascent()
        painter.drawText(QRectF(self._width() + SPACE, top, self._room(), 10_000), _WRAP, prompt)

    def _baseline(self, block: QTextBlock) -> float:
        # Asking for the rectangle lays the paragraph out where Qt has put that off.
        box = self._editor.document().documentLayout().blockBoundingRect(block)
        line = block.layout().lineAt(0)
        scrolled = self._editor.verticalScrollBar().value()
        if not line.isValid():
            return box.top() + QFontMetricsF(theme.font("script")).ascent() + 6 - scrolled
        return block.layout().position().y() + line.y() + line.ascent() - scrolled

    def _room(self) -> float:
        return max(60.0, self._editor.viewport().width() - self._width() - SPACE - 6)

    def _width(self) -> float:
        metrics = QFontMetricsF(theme.font("small"))
        widest = max((metrics.horizontalAdvance(n) for n in self.labels.values()), default=0.0)
        return min(max(widest + 2, NARROWEST), WIDEST) if widest else 0.0


_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
