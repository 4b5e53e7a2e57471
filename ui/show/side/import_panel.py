"""Before a sheet is taken in: how its columns were understood, every doubt, and the rows it gives."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.core.words import Text, text
from app.exchange.sheet.columns import CUSTOM, IGNORED, field_ids
from app.exchange.sheet.product_link import product_names
from app.exchange.sheet.understood import Doubt, SheetRead, SheetRow
from app.show.money import money_words
from app.show.timetext.understand import clock_words, duration_words
from ui import theme
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.words import say, tell

FIELD_NAMES: Mapping[str, Text] = {
    CUSTOM: text("A column of its own"),
    IGNORED: text("Leave out"),
    "number": text("No."),
    "time": text("Time, a clock or a range"),
    "elapsed": text("Time since the beginning"),
    "start": text("Start"),
    "end": text("End"),
    "duration": text("Duration"),
    "share": text("Share of the time"),
    "part": text("Part"),
    "title": text("Segment"),
    "kind": text("Kind"),
    "product": text("Products"),
    "link": text("Link"),
    "sku": text("SKU"),
    "role": text("Role"),
    "category": text("Category"),
    "points": text("Selling points"),
    "needs": text("Viewers' needs"),
    "list_price": text("List price"),
    "live_price": text("Live price"),
    "discount": text("Discount"),
    "mechanism": text("Mechanism"),
    "coupon": text("Coupon"),
    "gift": text("Gift"),
    "stock": text("Stock"),
    "reserve": text("Reserve"),
    "script": text("Host's words"),
    "action": text("Host does"),
    "assistant": text("Co-host does"),
    "control": text("Control does"),
    "floor": text("Floor does"),
    "picture": text("Picture and graphics"),
    "sound": text("Sound"),
    "light": text("Light"),
    "props": text("Prop"),
    "interaction": text("Interaction"),
    "script_kind": text("Kind of words"),
    "risk": text("Risk"),
    "notes": text("Notes"),
    "owner": text("Owner"),
    "supplier": text("Supplier"),
    "details": text("Details"),
    "over": text("Over / under"),
    "actual_start": text("Actual start"),
    "actual_end": text("Actual end"),
}
HEADS = (
    text("Start"),
    text("Duration"),
    text("Segment"),
    text("Products"),
    text("Live price"),
    text("Doubts"),
)
MOST_DOUBTS, MOST_ROWS = 200, 500


class ImportPanel(QWidget):
    """`mapped` carries column → field after a change; `taken` whether to add to the open show."""

    mapped = Signal(object)
    taken = Signal(bool)
    given_up = Signal()

    def __init__(self, found: SheetRead, *, open_show: bool) -> None:
        super().__init__()
        self._found = found
        self._boxes: dict[str, QComboBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addWidget(self._summary())
        row = QHBoxLayout()
        self.take = Button("primary", icon="ph.check", size="small")
        say(self.take.setText, "Make a show of it")
        self.take.clicked.connect(self._take_new)
        self.take.setEnabled(bool(found.rows or found.products))
        row.addWidget(self.take)
        if open_show and found.rows:
            self.append = Button("quiet", size="small")
            say(self.append.setText, "Add to the open show")
            self.append.clicked.connect(self._take_open)
            row.addWidget(self.append)
        row.addStretch(1)
        column.addLayout(row)
        self._add_doubts(column)
        self._add_mapping(column)
        self._add_rows(column)
        self._add_left_out(column)
        column.addStretch(1)

    def _summary(self) -> Label:
        label = Label("body", "text.secondary", wrap=True)
        sheets = "、".join(table.sheet for table in self._found.layout.shows) or "—"
        tell(
            label.setText,
            text(
                "Understood: {rows} rows and {products} products, from {sheets}; {doubts} doubts.",
                rows=len(self._found.rows),
                products=len(product_names(self._found)),
                sheets=sheets,
                doubts=len(self._found.every_doubt()),
            ),
        )
        return label

    def _add_doubts(self, column: QVBoxLayout) -> None:
        doubts = self._found.every_doubt()
        if not doubts:
            return
        column.addWidget(_head(text("What is doubtful")))
        for doubt in doubts[:MOST_DOUBTS]:
            column.addWidget(_doubt(doubt))
        if len(doubts) > MOST_DOUBTS:
            more = Label("small", "text.tertiary")
            say(more.setText, "and {count} more", count=len(doubts) - MOST_DOUBTS)
            column.addWidget(more)

    def _add_mapping(self, column: QVBoxLayout) -> None:
        tables = (*self._found.layout.shows, *self._found.layout.products)
        if not tables:
            return
        column.addWidget(_head(text("What each column was taken for")))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for at, one in enumerate(tables[0].columns):
            name = Label("small", "text.primary", elide=True)
            heading = f"{one.letters} · {one.heading or '—'}"
            tell(name.setText, Text(heading, heading))
            box = self._boxes[one.letters] = QComboBox()
            for field in (CUSTOM, IGNORED, *field_ids()):
                box.addItem(FIELD_NAMES.get(field, Text(field, field)).say(), field)
            box.setCurrentIndex(max(0, box.findData(one.field)))
            tell(box.setAccessibleName, Text(heading, heading))
            box.activated.connect(self._mapped)
            grid.addWidget(name, at, 0)
            grid.addWidget(box, at, 1)
        grid.setColumnStretch(0, 1)
        column.addLayout(grid)

    def _add_rows(self, column: QVBoxLayout) -> None:
        rows = self._found.rows
        if not rows:
            return
        column.addWidget(_head(text("Rows as understood")))
        table = QTableWidget(min(len(rows), MOST_ROWS), len(HEADS))
        table.setHorizontalHeaderLabels([head.say() for head in HEADS])
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.verticalHeader().hide()
        table.setWordWrap(False)
        say(table.setAccessibleName, "Rows as understood")
        for at, row in enumerate(rows[:MOST_ROWS]):
            for place, words in enumerate(_cells(row)):
                item = QTableWidgetItem(words)
                item.setToolTip("\n".join(_said(d) for d in row.doubts) or words)
                if place == len(HEADS) - 1 and row.doubts:
                    item.setForeground(theme.color("status.warn"))
                table.setItem(at, place, item)
        heads = table.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        height = theme.grown(theme.sizes().rundown_row)
        table.verticalHeader().setDefaultSectionSize(height)
        table.setFixedHeight(min(12, len(rows) + 1) * height + 12)
        column.addWidget(table)

    def _add_left_out(self, column: QVBoxLayout) -> None:
        if not self._found.left_out:
            return
        column.addWidget(_head(text("What was left out")))
        for one in self._found.left_out[:MOST_DOUBTS]:
            label = Label("small", "text.secondary", wrap=True)
            said = text("{place} {value}: {why}", place=one.place, value=one.value, why=one.why)
            tell(label.setText, said)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(label)

    def _mapped(self) -> None:
        self.mapped.emit({letters: str(box.currentData()) for letters, box in self._boxes.items()})

    def _take_new(self) -> None:
        self.taken.emit(False)

    def _take_open(self) -> None:
        self.taken.emit(True)


def _head(words: Text) -> Label:
    head = Label("section")
    tell(head.setText, words)
    return head


def _doubt(doubt: Doubt) -> Label:
    label = Label("small", "text.secondary", wrap=True)
    label.setText(_said(doubt))
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _said(doubt: Doubt) -> str:
    taken = doubt.taken.say() if doubt.taken is not None else "—"
    value = f"「{doubt.value}」" if doubt.value else ""
    return f"⚠ {doubt.place} {value} → {taken}: {doubt.why.say()}"


def _cells(row: SheetRow) -> tuple[str, ...]:
    start = "" if row.start_ms is None else clock_words(row.start_ms)
    if not start and row.elapsed_ms is not None:
        start = "+" + duration_words(row.elapsed_ms)
    return (
        start,
        "" if row.duration_ms is None else duration_words(row.duration_ms),
        row.title,
        row.product.strip() or row.product_said,
        money_words(row.live_cents),
        str(len(row.doubts)) if row.doubts else "",
    )
