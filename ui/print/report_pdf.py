"""A room report on paper: picture, what to do, every reading, devices, profile, version."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
)

from app.core.errors import Environment
from app.core.words import text, tr
from ui import theme
from ui.print.searchable import searchable

DPI = 1200
UNIT = 96.0  # we lay out in CSS pixels, 96 to the inch
MARGIN_MM = 14.0
COLUMNS = (
    0.0,
    0.12,
    0.40,
    0.53,
    0.70,
    0.94,
)  # of the width: verdict, name, value, unit, range, cause


@dataclass(frozen=True, slots=True)
class PrintedCause:
    """A cause with its fix and what it explains."""

    number: str
    says: str
    explains: str


@dataclass(frozen=True, slots=True)
class PrintedReading:
    """One line of the table, said."""

    verdict: str
    word: str
    name: str
    value: str
    unit: str
    good: str
    cause: str


@dataclass(frozen=True, slots=True)
class PrintedReport:
    """Everything on the pages, said in the language of the reader."""

    title: str
    summary: str
    demo: str
    facts: tuple[tuple[str, str], ...]
    causes: tuple[PrintedCause, ...]
    readings: tuple[PrintedReading, ...]
    heads: tuple[str, ...]
    causes_title: str
    readings_title: str
    foot: str
    picture: QImage | None = field(default=None, hash=False)


def write_pdf(report: PrintedReport, file: Path) -> None:
    """Write `report` to `file`; raises Environment where that cannot be done."""
    part = file.with_name(file.name + ".part")
    try:
        part.write_bytes(b"")  # says why, where Qt would only say no
        writer = QPdfWriter(str(part))
        writer.setResolution(DPI)
        writer.setPageLayout(
            QPageLayout(
                QPageSize(QPageSize.PageSizeId.A4),
                QPageLayout.Orientation.Portrait,
                QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM),
                QPageLayout.Unit.Millimeter,
            )
        )
        writer.setTitle(report.title)
        writer.setCreator("Greenroom")
        _Pages(writer, report).write()
        part.write_bytes(searchable(part.read_bytes()))
        part.replace(file)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise Environment(
            text(
                "{file} was not written: {why}.", file=str(file), why=error.strerror or str(error)
            ),
            text("Name a file in a folder that may be written to."),
        ) from error


class _Pages:
    """Lays the report out from top to bottom and begins a page where one is full."""

    def __init__(self, writer: QPdfWriter, report: PrintedReport) -> None:
        self._writer, self._report = writer, report
        self._painter = QPainter(writer)
        self._painter.scale(DPI / UNIT, DPI / UNIT)
        page = writer.pageLayout().paintRectPixels(DPI)
        self._width = page.width() * UNIT / DPI
        self._height = page.height() * UNIT / DPI - 24
        self._y, self._page = 0.0, 1
        self._ink = theme.load("light").roles

    def write(self) -> None:
        """Draw every part."""
        self._head()
        self._facts()
        self._causes()
        self._table()
        self._foot()
        self._painter.end()

    def _head(self) -> None:
        self._line(self._report.title, 20, bold=True)
        self._line(self._report.summary, 13, bold=True)
        if self._report.demo:
            self._line(self._report.demo, 12, "status.fail", bold=True)
        self._y += 8

    def _facts(self) -> None:
        picture = self._report.picture
        left, top = 0.0, self._y
        if picture is not None and not picture.isNull():
            size = picture.size().scaled(280, 220, Qt.AspectRatioMode.KeepAspectRatio)
            self._painter.drawImage(QRectF(0, top, size.width(), size.height()), picture)
            left = size.width() + 16.0
        for name, value in self._report.facts:
            self._words(name, left, self._y + 10, 10, "text.tertiary", width=self._width - left)
            self._y += 14
            self._y += self._wrapped(value, left, self._width - left, 12)
            self._y += 4
        if left:
            self._y = max(self._y, top + size.height())
        self._y += 12

    def _causes(self) -> None:
        if not self._report.causes:
            return
        self._section(self._report.causes_title)
        for cause in self._report.causes:
            self._need(44)
            self._words(cause.number, 0, self._y + 13, 13, bold=True)
            self._y += self._wrapped(cause.says, 20, self._width - 20, 13)
            self._y += self._wrapped(cause.explains, 20, self._width - 20, 11, "text.tertiary")
            self._y += 6
        self._y += 6

    def _table(self) -> None:
        self._section(self._report.readings_title)
        self._table_head()
        for row in self._report.readings:
            if self._y + 19 > self._height:
                self._next()
                self._table_head()
            self._row(row)

    def _table_head(self) -> None:
        for x, words in zip(COLUMNS, self._report.heads, strict=True):
            self._words(words, x * self._width, self._y + 11, 10, "text.tertiary")
        self._y += 16
        self._rule()

    def _row(self, row: PrintedReading) -> None:
        base = self._y + 13
        x = [c * self._width for c in COLUMNS]
        if row.verdict in ("fail", "warn"):
            ground = "status.fail_fill" if row.verdict == "fail" else "status.warn_soft"
            box = QRectF(0, self._y + 2, x[1] - 8, 15)
            self._painter.fillRect(box, QColor(self._ink[ground]))
        role = {"fail": "status.on_fill", "warn": "status.warn", "pass": "status.pass"}
        bold = row.verdict in ("fail", "warn")
        self._words(row.word, 5, base, 11, role.get(row.verdict, "status.unknown"), bold=bold)
        self._words(row.name, x[1], base, 11, width=x[2] - x[1] - 30)
        font = self._font(12, bold=True, number=True)
        wide = QFontMetricsF(font).horizontalAdvance(row.value)
        self._words(row.value, x[3] - 6 - wide, base, 12, bold=True, number=True)
        self._words(row.unit, x[3], base, 10, "text.tertiary", width=x[4] - x[3] - 4, number=True)
        end = x[5] - 6 if row.cause else self._width
        measured = row.verdict != "unknown"
        self._words(row.good, x[4], base, 10, "text.secondary", width=end - x[4], number=measured)
        self._words(row.cause, x[5] + 8, base, 11, bold=True)
        self._y += 18
        self._rule()

    def _foot(self) -> None:
        words = tr("{foot}, page {n}", foot=self._report.foot, n=self._page)
        self._words(words, 0, self._height + 18, 9, "text.tertiary")

    def _next(self) -> None:
        self._foot()
        self._writer.newPage()
        self._page += 1
        self._y = 0.0

    def _need(self, height: float) -> None:
        if self._y + height > self._height:
            self._next()

    def _section(self, words: str) -> None:
        self._need(60)
        self._line(words, 14, bold=True)
        self._y += 4

    def _line(
        self, words: str, size: int, role: str = "text.primary", *, bold: bool = False
    ) -> None:
        self._words(words, 0, self._y + size * 1.05, size, role, bold=bold, width=self._width)
        self._y += size * 1.5

    def _rule(self) -> None:
        self._painter.setPen(QPen(QColor(self._ink["line.subtle"]), 0.6))
        self._painter.drawLine(QPointF(0, self._y), QPointF(self._width, self._y))

    def _words(
        self,
        words: str,
        x: float,
        y: float,
        size: int,
        role: str = "text.primary",
        *,
        bold: bool = False,
        width: float | None = None,
        number: bool = False,
    ) -> None:
        font = self._font(size, bold=bold, number=number)
        if width is not None:
            words = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, width)
        self._painter.setFont(font)
        self._painter.setPen(QColor(self._ink[role]))
        self._painter.drawText(QPointF(x, y), words)

    def _wrapped(
        self, words: str, x: float, width: float, size: int, role: str = "text.primary"
    ) -> float:
        font = self._font(size)
        flags = Qt.TextFlag.TextWordWrap
        box = QRectF(x, self._y, width, 400)
        self._painter.setFont(font)
        self._painter.setPen(QColor(self._ink[role]))
        needed = QFontMetricsF(font).boundingRect(box, int(flags), words)
        self._painter.drawText(box, int(flags), words)
        return needed.height()

    def _font(self, size: int, *, bold: bool = False, number: bool = False) -> QFont:
        font = theme.font("body", number=number or None)
        font.setPixelSize(size)
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font
