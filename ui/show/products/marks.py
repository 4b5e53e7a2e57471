"""Short lines with a mark and a word: needs nobody answers, papers that ran out or soon will."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.words import Text, text
from app.show.product import Product, Proof
from app.show.product_facts import Papers, stands, unanswered
from ui.widgets.chip import StatusChip
from ui.widgets.label import Label
from ui.words import tell


class Marks(QWidget):
    """One line a mark; hidden while there are none."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._shown: tuple[tuple[str, Text, Text], ...] = ()

    def said(self) -> tuple[str, ...]:
        """Return the lines as they are read."""
        return tuple(f"{word.say()} {what.say()}" for _, word, what in self._shown)

    def show_needs(self, product: Product) -> None:
        """Mark every need that no selling point answers."""
        word = text("No point")
        self._show([("warn", word, Text(n.need, n.need)) for n in unanswered(product)])

    def show_papers(self, product: Product, today: date) -> None:
        """Mark every paper that ran out, or will within thirty days."""
        found = [(proof, stands(proof, today)) for proof in product.proofs]
        self._show(
            [
                _paper(proof, stand, today)
                for proof, stand in found
                if stand in (Papers.EXPIRED, Papers.SOON)
            ]
        )

    def _show(self, marks: Sequence[tuple[str, Text, Text]]) -> None:
        if tuple(marks) == self._shown:
            self.setVisible(bool(marks))
            return
        self._shown = tuple(marks)
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for status, word, what in marks:
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            chip, label = StatusChip(), Label("small", "text.secondary", wrap=True)
            chip.show_status(status, word)
            tell(label.setText, what)
            row.addWidget(chip)
            row.addWidget(label, 1)
            self._column.addWidget(line)
        self.setVisible(bool(marks))


def _paper(proof: Proof, stand: Papers, today: date) -> tuple[str, Text, Text]:
    assert proof.expires is not None
    name = " ".join(filter(None, (proof.kind, proof.number)))
    days = abs((proof.expires - today).days)
    if stand is Papers.EXPIRED:
        what = text(
            "{paper}: {days} days ago, on {day}", paper=name, days=days, day=str(proof.expires)
        )
        return "fail", text("Expired"), what
    what = text("{paper}: in {days} days, on {day}", paper=name, days=days, day=str(proof.expires))
    return "warn", text("Expires soon"), what
