"""The report that is on the page, and the files made from it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from app.core.errors import Trouble
from app.core.words import text
from app.metrics.signals import Bytes
from ui.print.report_pdf import write_pdf
from ui.room.printing import printed
from ui.room.view_model import local

if TYPE_CHECKING:
    from app.metrics.picture.sheet import Sheet
    from app.room.report import RoomReport
    from ui.room.page import RoomPage
    from ui.room.troubles import Troubles


class Reporting(QObject):
    """Remembers the newest report and saves it as the person asks."""

    def __init__(self, page: RoomPage, troubles: Troubles, parent: QObject) -> None:
        super().__init__(parent)
        self._page, self._troubles = page, troubles
        self.report: RoomReport | None = None
        self.sheet: Sheet | None = None
        self.still: Bytes | None = None
        self.encoded: bytes | None = None
        self.kept = False
        self._kind = ""
        self._dialog: QFileDialog | None = None

    def remember(
        self,
        report: RoomReport,
        encoded: bytes | None,
        sheet: Sheet | None,
        still: Bytes | None,
        *,
        kept: bool,
    ) -> None:
        """Use this report from now on."""
        self.report, self.encoded, self.sheet, self.still = report, encoded, sheet, still
        self.kept = kept

    def forget(self) -> None:
        """Use no report until the next one."""
        self.report = self.sheet = self.still = self.encoded = None
        self.kept = False

    def save_as(self, kind: str) -> None:
        """Ask where to, and write the report as "pdf" or "html"."""
        if self.report is None:
            return
        self._kind = kind
        name = f"{self.report.room} {local(self.report.at):%Y-%m-%d %H.%M}.{kind}"
        filters = {"pdf": "PDF (*.pdf)", "html": "HTML (*.html)"}
        self.ask(text("Save report").say(), name, filters[kind], self.write)

    def ask(self, title: str, name: str, kinds: str, then: object) -> None:
        """Open a save dialog without stopping anything; `then` is a bound method taking the path."""
        if self._dialog is not None:
            self._dialog.deleteLater()
        dialog = self._dialog = QFileDialog(self._page, title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(kinds)
        dialog.setDefaultSuffix(kinds.rsplit(".", 1)[-1].rstrip(")"))
        dialog.selectFile(name.replace("/", "-").replace(":", "."))
        dialog.fileSelected.connect(then)
        dialog.open()

    def write(self, path: str) -> None:
        """Write the report to `path`."""
        report = self.report
        if report is None:
            return
        file = Path(path)
        try:
            if self._kind == "pdf":
                write_pdf(printed(report, self.encoded), file)
            else:
                self._write_html(report, file)
        except Trouble as trouble:
            self._troubles.say("export", trouble)
            return
        self._page.done.emit(text("Saved {name}", name=file.name), False)

    def _write_html(self, report: RoomReport, file: Path) -> None:
        from app.exchange.report_html import write_report  # late: loads Jinja2

        write_report(file, report, self.encoded)


def image_of(rgb: Bytes) -> QImage:
    """Return (h, w, 3) RGB as an image with its own memory."""
    packed = np.ascontiguousarray(rgb)
    height, width = packed.shape[:2]
    return QImage(packed.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


def picture_of(encoded: bytes | None) -> Bytes | None:
    """Return a JPEG as (h, w, 3) RGB, None where there is none or it cannot be read."""
    image = QImage() if encoded is None else QImage.fromData(encoded)
    if image.isNull():
        return None
    rgb = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(rgb.constBits(), np.uint8).reshape(rgb.height(), rgb.bytesPerLine())
    return rows[:, : 3 * rgb.width()].reshape(rgb.height(), rgb.width(), 3).copy()
