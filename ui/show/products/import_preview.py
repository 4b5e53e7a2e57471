"""What a file would do to the products, before it does it: new, changed, the same, and every doubt."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.words import Text, text
from app.exchange.products_match import Matched, News, Preview
from ui.show.versions.compare_text import DifferenceText, Entry
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.words import say, tell


class ProductImport(QWidget):
    """`accepted` takes everything in as one step; `back` takes nothing."""

    accepted = Signal()
    back = Signal()

    def __init__(self, file: str, preview: Preview) -> None:
        super().__init__()
        self.preview = preview
        name, counts = Label("lead", elide=True), Label("body", "text.secondary", wrap=True)
        tell(name.setText, Text(file, file))
        tell(counts.setText, _counts(preview))
        self.text = DifferenceText()
        say(self.text.setAccessibleName, "What would change")
        self.text.show_entries(_entries(preview))
        self.accept = Button("primary")
        self.accept.setEnabled(bool(preview.taken))
        tell(self.accept.setText, text("Take in ({count})", count=len(preview.taken)))
        self._back = Button("plain")
        say(self._back.setText, "Leave it")
        self.accept.clicked.connect(self.accepted)
        self._back.clicked.connect(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(8)
        for part in (name, counts):
            row = QHBoxLayout()
            row.setContentsMargins(16, 0, 16, 0)
            row.addWidget(part)
            column.addLayout(row)
        column.addWidget(self.text, 1)
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 16, 0)
        row.addWidget(self.accept)
        row.addWidget(self._back)
        row.addStretch(1)
        column.addLayout(row)


def _counts(preview: Preview) -> Text:
    return text(
        "{new} new, {changed} changed, {same} the same; {doubts} doubts",
        new=preview.count(News.NEW),
        changed=preview.count(News.CHANGED),
        same=preview.count(News.SAME),
        doubts=len(preview.doubts),
    )


def _entries(preview: Preview) -> list[Entry]:
    doubts = [
        Entry(
            text("Doubt"),
            doubt.place,
            text("“{value}”: {why}", value=doubt.value, why=doubt.why),
            tone="status.warn",
        )
        for doubt in preview.doubts
    ]
    rows = sorted(preview.rows, key=_by_news)
    return doubts + [_entry(row) for row in rows if row.news is not News.SAME]


def _entry(row: Matched) -> Entry:
    if row.news is News.NEW:
        return Entry(text("New"), row.product.name, Text(row.place, row.place), (), "status.pass")
    return Entry(
        text("Changed"), row.product.name, Text(row.place, row.place), row.changed, "accent.text"
    )


def _by_news(row: Matched) -> bool:
    return row.news is News.NEW
