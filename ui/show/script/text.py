"""The editor of a row's words: beats at the left, tokens and cues inline, plain text in and out.

Undo is the document's own, not Qt's: the widget only says that something was typed (`typed`) and
when a step is over (`paused`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from ui.show.script import document as paper
from ui.show.script import edit as act
from ui.show.script import keys as keys
from ui.show.script.flags import Flags
from ui.show.script.gutter import Gutter
from ui.show.script.objects import Chip, InlineObjects
from ui.show.script.offers import Offer, OfferList


class ScriptText(QTextEdit):
    """One row's words; `scripts` reads them back by beat."""

    typed = Signal()
    paused = Signal()  # what was typed so far is one step
    beat_entered = Signal(str)
    cue_asked = Signal(str)  # id of the cue to edit
    menu_asked = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("house", "script")
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.marks_in: paper.Cut = lambda line: ()  # noqa: ARG005
        self.chip: Callable[[str], Chip] = lambda source: Chip(source, source)
        self.adopt: Callable[[str], str] = lambda script: script
        self.offers: Callable[[], Sequence[Offer]] = lambda: ()
        self.order: tuple[str, ...] = ()
        self.gutter = Gutter(self)
        objects = InlineObjects(self._chip_of, self)
        self.document().documentLayout().registerHandler(paper.INLINE, objects)
        self.flags = Flags(self, objects)
        self._popup = OfferList(self)
        self._popup.put.connect(self._put)
        self._quiet = False
        self._beat = ""
        self.document().contentsChanged.connect(self._changed)
        self.cursorPositionChanged.connect(self._moved)

    # What it holds

    def write(self, scripts: Sequence[tuple[str, str]]) -> None:
        """Show the words of (beat, script); the caret stays where it was as far as it can."""
        beat, offset = self._caret()
        self._quiet = True
        self.order = tuple(name for name, _ in scripts)
        paper.write(self.document(), scripts, self.marks_in)
        self.gutter.dress()
        self.setTextCursor(act.put_caret(self.textCursor(), beat, offset))
        self._quiet = False
        self._popup.hide()
        self._beat = self.beat()
        self.beat_entered.emit(self._beat)

    def scripts(self) -> dict[str, str]:
        """Return the words by beat, in the order of the beats."""
        return act.joined(paper.read(self.document()), self.order)

    def look_again(self) -> None:
        """Measure tokens, flags and labels anew because what they show has changed."""
        self._quiet = True
        document = self.document()
        document.markContentsDirty(0, document.characterCount())
        self.gutter.dress()
        self._quiet = False
        self.viewport().update()

    def beat(self) -> str:
        """Return the beat that the caret is in."""
        return paper.beat_of(self.textCursor().block())

    def enter_beat(self, beat: str) -> None:
        """Put the caret behind the words of a beat and show it."""
        if beat in self.order:
            end = self.document().characterCount()
            self.setTextCursor(act.put_caret(self.textCursor(), beat, end))
            self.ensureCursorVisible()
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def next_beat(self) -> None:
        """Go on to the next beat, from the last one to the first."""
        if self.order:
            here = self.beat()
            at = self.order.index(here) if here in self.order else -1
            self.enter_beat(self.order[(at + 1) % len(self.order)])

    def cut(self) -> None:
        """Copy the selection and take it out, each beat's share by itself."""
        if self.textCursor().hasSelection() and not self.isReadOnly():
            self.copy()
            self.cut_across()
            self.textCursor().removeSelectedText()
            self.settle()

    def insert(self, source: str) -> None:
        """Insert words, tokens and cue marks at the caret, in the place of what is selected."""
        self.cut_across()
        cursor = self.textCursor()
        cursor.removeSelectedText()
        paper.put_source(cursor, source, self.marks_in)
        self.setTextCursor(cursor)
        self.settle()

    def flag_here(self) -> str:
        """Return the source of the object that is selected or next to the caret, "" for none."""
        return self.flags.here()

    def offer_tokens(self) -> None:
        """Type an opening brace, so that the list of tokens opens."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.cut_across()
        self.textCursor().insertText("{", paper.word_format())
        self.settle()

    # Qt's side

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window, with what was typed so far as a step."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if keys.is_undo(event):
                self.paused.emit()
            if keys.is_undo(event) or keys.is_command(event):
                event.ignore()
                return False
            if self._popup.isVisible() and event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type, keeping every paragraph in its beat."""
        if self._popup.take(event) or keys.take(self, event):
            return
        before = self.document().revision()
        super().keyPressEvent(event)
        if self.document().revision() != before:
            self.settle()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Compose and commit as the input method says."""
        if (event.commitString() or event.preeditString()) and not self.isReadOnly():
            self.cut_across()
        super().inputMethodEvent(event)
        if event.commitString():
            self.settle()
        self.viewport().update()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return the selection as plain text with its marks."""
        data = QMimeData()
        data.setText(paper.selected_source(self.textCursor()))
        return data

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text; marks in it become tokens and cues."""
        if source.hasText() and not self.isReadOnly():
            self.paused.emit()
            self.insert(self.adopt(paper.plain(source.text())))
            self.paused.emit()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped, and put beats right that a move tore apart."""
        super().dropEvent(event)
        self.settle()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a flag that is clicked."""
        at = self.flags.at(event.position().toPoint())
        super().mousePressEvent(event)
        if at >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.flags.choose(at)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a flag that is clicked twice."""
        if not self.open_flag(self.flags.under(event.position().toPoint())):
            super().mouseDoubleClickEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Show what a token or a cue is while the mouse rests on it."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            source = self.flags.under(event.pos())
            tip = self.chip(source).tip if source else ""
            tip = tip or self.gutter.prompt_at(event.pos())
            QToolTip.showText(event.globalPos(), tip, self.viewport())
            return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the words."""
        self.menu_asked.emit(event.globalPos())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close the list; what was typed is a step."""
        super().focusOutEvent(event)
        self._popup.hide()
        self.paused.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the prompts anew."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, then labels and prompts beside them."""
        super().paintEvent(event)
        self.gutter.paint()

    def changeEvent(self, event: QEvent) -> None:
        """Write the words anew in the fonts and colours of another look."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LanguageChange) and self.order:
            self.write(tuple(self.scripts().items()))

    # Inside

    def cut_across(self) -> bool:
        """Remove a selection that spans beats; return whether there was one."""
        if not act.across(self.textCursor()):
            return False
        # The caret comes to another beat by it, which ends no step: what is typed now belongs to it.
        self._quiet = True
        self.setTextCursor(act.cut_across(self.textCursor()))
        self._quiet = False
        self._beat = self.beat()
        self.typed.emit()
        self.beat_entered.emit(self._beat)
        return True

    def settle(self) -> None:
        """Turn finished marks into objects, put torn beats right, open or close the list."""
        converted = act.convert(self.textCursor(), self.marks_in)
        self.setCurrentCharFormat(paper.word_format())
        if converted:
            self.paused.emit()
        self._mend()
        self._fit()
        self._popup.look()

    def _put(self) -> None:
        self.settle()
        self.paused.emit()

    def open_flag(self, source: str) -> bool:
        """Ask for the form of the cue that `source` marks; return whether it marks one."""
        if not source.startswith("{cue:"):
            return False
        self.cue_asked.emit(source[5:-1])
        return True

    def _fit(self) -> None:
        quiet, self._quiet = self._quiet, True
        self.gutter.fit()
        self._quiet = quiet

    def _changed(self) -> None:
        if self._quiet:
            return
        self.typed.emit()
        if paper.beats(self.document()) != self.order:
            # Qt moved or removed words by itself; it is still in the middle of that.
            QTimer.singleShot(0, self, self._mend)

    def _mend(self) -> None:
        if paper.beats(self.document()) != self.order:
            self.write([(beat, self.scripts()[beat]) for beat in self.order])
            self.typed.emit()

    def _moved(self) -> None:
        if self._quiet:
            return
        if self._popup.isVisible():
            self._popup.look()
        beat = self.beat()
        if beat != self._beat:
            self._beat = beat
            self.paused.emit()
            self.beat_entered.emit(beat)
            self.viewport().update()

    def _chip_of(self, source: str) -> Chip:
        return self.chip(source)

    def _caret(self) -> tuple[str, int]:
        beat = self.beat()
        span = paper.spans(self.document()).get(beat, (0, 0))
        return beat, self.textCursor().position() - span[0]
