"""The pages of a show on paper, laid out by Qt's text documents, page numbers at the foot."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
    QTextFormat,
    QTextTable,
)

from app.core.errors import Environment
from app.core.reasons import reason
from app.core.words import text, tr
from ui import theme
from ui.print.searchable import searchable

DPI = 1200
POINTS = 72.0
MARGIN_MM = 11.0
FOOT = 16.0  # points


def write_show_pdf(html: str, title: str, file: Path, *, landscape: bool) -> int:
    """Write a page of `app.exchange.show_sheets` to `file` (A4) and return how many sheets it takes.

    Raises Environment where the file cannot be written.
    """
    part = file.with_name(file.name + ".part")
    try:
        part.write_bytes(b"")  # says why, where Qt would only say no
        count = _paint(html, title, part, landscape=landscape)
        part.write_bytes(searchable(part.read_bytes()))
        part.replace(file)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise Environment(
            text("{file} was not written: {why}.", file=str(file), why=reason(error)),
            text("Name a file in a folder that may be written to."),
        ) from error
    return count


def _paint(html: str, title: str, file: Path, *, landscape: bool) -> int:
    writer = QPdfWriter(str(file))
    writer.setResolution(DPI)
    way = QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    size = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(QPageLayout(size, way, margins, QPageLayout.Unit.Millimeter))
    writer.setTitle(title)
    writer.setCreator("Greenroom")
    room = writer.pageLayout().paintRectPoints()
    page = QSizeF(room.width(), room.height() - FOOT)
    document = _document(html, page)
    painter = QPainter(writer)
    painter.scale(DPI / POINTS, DPI / POINTS)
    pages = document.pageCount()
    for number in range(pages):
        if number:
            writer.newPage()
        _page(painter, document, number, page)
        _foot(painter, f"{title} · {tr('page {n} of {all}', n=number + 1, all=pages)}", page)
    painter.end()
    return pages


def _document(html: str, page: QSizeF) -> QTextDocument:
    document = QTextDocument()
    # Metrics of a 72 dpi device, so that a point is a unit of the layout.
    font = _font(9)
    document.setDefaultFont(font)
    document.setDocumentMargin(0)
    document.setHtml(html.replace("pt;", "px;").replace('pt"', 'px"'))
    document.setPageSize(page)
    _keep_cards_whole(document, page.height())
    return document


def _keep_cards_whole(document: QTextDocument, height: float) -> None:
    """Begin a page before each table of one row that would be cut; Qt ignores page-break-inside."""
    layout = document.documentLayout()
    for frame in document.rootFrame().childFrames():
        if not isinstance(frame, QTextTable) or frame.rows() > 1:
            continue
        box = layout.frameBoundingRect(frame)
        cut = box.top() // height != (box.bottom() - 1) // height
        if cut and box.height() <= height:
            shape = frame.format()
            shape.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            frame.setFormat(shape)


def _page(painter: QPainter, document: QTextDocument, number: int, page: QSizeF) -> None:
    context = QAbstractTextDocumentLayout.PaintContext()
    painter.save()
    painter.translate(0, -number * page.height())
    clip = QRectF(0, number * page.height(), page.width(), page.height())
    painter.setClipRect(clip)
    context.clip = clip
    document.documentLayout().draw(painter, context)
    painter.restore()


def _foot(painter: QPainter, words: str, page: QSizeF) -> None:
    painter.setFont(_font(7))
    painter.setPen(Qt.GlobalColor.darkGray)
    box = QRectF(0, page.height() + 2, page.width(), FOOT - 2)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom), words)


def _font(size: int) -> QFont:
    font = QFont(theme.font("body"))
    # Tabular figures are glyphs without a character in some fonts: nobody could search or copy a price.
    font.clearFeatures()
    font.setPixelSize(size)
    return font
