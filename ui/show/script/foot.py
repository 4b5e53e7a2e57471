"""The line at the foot of the script pane: the linked product, its price, stock and proofs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from app.core.words import tr
from app.show.money import money_words
from app.show.product import Product
from ui import theme
from ui.widgets.icon import paint_icon


class ProductLine(QPushButton):
    """Shows the first linked product and how many more there are; pressing it opens them."""

    def __init__(self) -> None:
        super().__init__()
        self._products: tuple[Product, ...] = ()
        self.setFlat(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_products(self, products: Sequence[Product]) -> None:
        """Show what the row sells, or that it sells nothing yet."""
        self._products = tuple(products)
        said = " ".join(words for words, _, _ in self.runs())
        self.setAccessibleName(said)
        self.setToolTip("\n".join(p.name for p in self._products) or said)
        self.update()

    def products(self) -> tuple[Product, ...]:
        """Return what is shown."""
        return self._products

    def runs(self) -> tuple[tuple[str, str, str], ...]:
        """Return (words, type role, colour role) of each piece of the line."""
        if not self._products:
            return ((tr("No product is linked to this row"), "body", "text.tertiary"),)
        first = self._products[0]
        made = [(first.name, "section", "text.primary")]
        if first.link:
            made.append((tr("Link {number}", number=first.link), "small", "text.tertiary"))
        if first.live_cents is not None:
            price = money_words(first.live_cents, first.currency)
            made.append((price, "number", "text.primary"))
        if first.stock is not None:
            made.append((tr("Stock {count}", count=first.stock), "small", "text.secondary"))
        made.append((tr("Proofs {count}", count=len(first.proofs)), "small", "text.secondary"))
        if len(self._products) > 1:
            more = tr("+{count} products", count=len(self._products) - 1)
            made.append((more, "small", "text.tertiary"))
        return tuple(made)

    def sizeHint(self) -> QSize:
        """Return the height of a panel's foot."""
        return QSize(200, theme.grown(44))

    def minimumSizeHint(self) -> QSize:
        """Return a width that still shows the name's beginning."""
        return QSize(120, theme.grown(44))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 painted whole
        """Paint icon, pieces and caret; the name gives way first."""
        painter = QPainter(self)
        if self.underMouse() or self.isDown():
            painter.fillRect(self.rect(), theme.color("surface.hover"))
        painter.fillRect(QRect(0, 0, self.width(), 1), theme.color("line.subtle"))
        middle = self.height() / 2
        ink = theme.color("text.tertiary")
        paint_icon(painter, QRectF(14, middle - 8, 16, 16), "ph.package", ink)
        paint_icon(painter, QRectF(self.width() - 26, middle - 7, 14, 14), "ph.caret-right", ink)
        runs = self.runs()
        widths = [QFontMetricsF(_font(role)).horizontalAdvance(words) for words, role, _ in runs]
        room = self.width() - 40 - 32
        spare = room - sum(widths) - 12 * (len(runs) - 1)
        widths[0] = max(40.0, widths[0] + min(0.0, spare))
        x = 40.0
        y = theme.baseline("body", self.rect())
        for (words, role, colour), width in zip(runs, widths, strict=True):
            if x + width > self.width() - 30:
                break
            font = _font(role)
            said = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, width + 1)
            painter.setFont(font)
            painter.setPen(theme.color(colour))
            painter.drawText(QPointF(x, y), said)
            x += width + 12


def _font(role: str) -> QFont:
    return theme.font("body", number=True) if role == "number" else theme.font(role)
