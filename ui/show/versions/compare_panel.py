"""Two states of the show side by side: how much of what, when it ends, then row by row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.words import MINUS, Text, text
from app.show.compare import Comparison, Fate, RowChange
from app.show.difference import FieldChange
from app.show.product import Product
from app.show.timetext.understand import duration_words
from ui.show.versions.compare_text import DifferenceText, Entry
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.words import say, tell

FATES = {
    Fate.ADDED: (text("Added"), "status.pass"),
    Fate.REMOVED: (text("Removed"), "status.fail"),
    Fate.MOVED: (text("Moved"), "accent.text"),
    Fate.CHANGED: (text("Changed"), "accent.text"),
}
Products = Sequence[tuple[Product, tuple[FieldChange, ...]]]


class ComparePanel(QWidget):
    """`restored` and `products_restored` ask for the older side; `back` for the list."""

    restored = Signal()
    products_restored = Signal()
    back = Signal()

    def __init__(
        self, before: Text, after: Text, found: Comparison, products: Products, *, can_restore: bool
    ) -> None:
        super().__init__()
        self.found, self.products = found, products
        away = Button("link", icon="ph.arrow-left", size="small")
        say(away.setText, "All versions")
        away.clicked.connect(self.back)
        title, counts = Label("lead", wrap=True), Label("body", "text.secondary", wrap=True)
        tell(title.setText, text("{before} → {after}", before=before, after=after))
        self.counts = counts
        tell(counts.setText, counts_words(found))
        self.text = DifferenceText()
        say(self.text.setAccessibleName, "What differs, row by row")
        self.text.show_entries(entries(found, products))
        self.restore = Button("quiet", icon="ph.clock-counter-clockwise", size="small")
        say(self.restore.setText, "Restore")
        self.restore.setVisible(can_restore and bool(found))
        self.restore.clicked.connect(self.restored)
        self.put_back = Button("quiet", icon="ph.package", size="small")
        count = len(products)
        tell(self.put_back.setText, text("Restore its products ({count})", count=count))
        self.put_back.setVisible(can_restore and bool(products))
        self.put_back.clicked.connect(self.products_restored)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 12)
        column.setSpacing(8)
        for parts in ((away,), (title,), (counts,), (self.text,), (self.restore, self.put_back)):
            row = QHBoxLayout()
            side = 0 if parts[0] is self.text else 12
            row.setContentsMargins(side, 0, side, 0)
            row.setSpacing(8)
            for part in parts:
                row.addWidget(part)
            if len(parts) == 2 or parts[0] is away:
                row.addStretch(1)
            column.addLayout(row, 1 if parts[0] is self.text else 0)


def counts_words(found: Comparison) -> Text:
    """Return how many rows met which fate, and how the end moved."""
    if not found:
        return text("The rows, their words and times are the same.")
    counts = {fate.value: found.count(fate) for fate in Fate}
    said = text(
        "Rows: {added} added, {removed} removed, {moved} moved, {changed} changed", **counts
    )
    if not found.end_ms:
        return text("{counts}; the end stays", counts=said)
    if found.end_ms > 0:
        return text("{counts}; ends {time} later", counts=said, time=duration_words(found.end_ms))
    return text("{counts}; ends {time} earlier", counts=said, time=duration_words(-found.end_ms))


def entries(found: Comparison, products: Products) -> list[Entry]:
    """Return everything that differs, in the order a producer asks for it."""
    made = [Entry(text("Show"), "", changes=found.show, tone="accent.text")] if found.show else []
    if found.parts:
        made.append(Entry(text("Parts"), "", changes=found.parts, tone="accent.text"))
    made += [_row(row) for row in found.rows]
    made += [
        Entry(
            text("Time"),
            "",
            text(
                "from row {number} “{title}” on: {shift}",
                **_shift(shift.number, shift.title, shift.ms),
            ),
            tone="status.warn",
        )
        for shift in found.shifts
    ]
    for product, changes in products:
        note = None if changes else text("is not in the studio any more")
        made.append(Entry(text("Product details"), product.name, note, changes, "accent.text"))
    return made


def signed(ms: int) -> str:
    """Return a shift as +1:30 or −0:20."""
    return f"{'+' if ms >= 0 else MINUS}{duration_words(abs(ms))}"


def _shift(number: int, title: str, ms: int) -> dict[str, object]:
    return {"number": number, "title": title, "shift": signed(ms)}


def _row(row: RowChange) -> Entry:
    fate, tone = FATES[row.fate]
    title = row.title or text("No title").say()
    if row.fate is Fate.ADDED:
        note = text("row {number}", number=row.after)
    elif row.fate is Fate.REMOVED:
        note = text("was row {number}", number=row.before)
    elif row.fate is Fate.MOVED:
        note = text("row {before} → {after}", before=row.before, after=row.after)
    else:
        note = text("row {number}", number=row.after)
    return Entry(fate, title, note, row.fields, tone)
