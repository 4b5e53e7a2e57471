"""Files into the library and out of it: read off the GUI thread, shown before anything is stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from app.core.errors import Trouble
from app.core.ids import new_id
from app.core.words import Text, language, text
from app.session.showing import put_document
from app.show.document import Document, linked, load
from app.show.edit import with_new_part
from app.show.mapping import ImportMapping
from app.show.show import Show
from ui.show.side.import_panel import ImportPanel

if TYPE_CHECKING:
    from app.exchange.sheet.understood import SheetRead
    from app.session.jobs import Progress
    from app.session.studio import Studio
    from ui.show.page import ShowPage
    from ui.show.view import ShowView
    from ui.widgets.desk import Desk

READS = "*.xlsx *.xlsm *.csv *.tsv *.txt *.json"


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A sheet that was read, and the columns a person corrected."""

    file: Path
    found: SheetRead
    mapping: Mapping[str, str]


class Bringing(QObject):
    """Import and export of the Show page."""

    def __init__(self, page: ShowPage, view: ShowView, desk: Desk) -> None:
        super().__init__(page)
        self._page, self._view, self._desk = page, view, desk
        self._dialog: QFileDialog | None = None
        self._sheet: _Sheet | None = None
        self._kind = ""
        page.context_bar.import_asked.connect(self.ask)
        page.context_bar.export_asked.connect(self.ask_where)
        page.dropped.connect(self.bring)

    # In

    def ask(self) -> None:
        """Ask which file to import."""
        dialog = self._dialog = QFileDialog(self._page, text("Import a run of show").say())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        every = text("Workbooks, CSV, show files").say()
        dialog.setNameFilters([f"{every} ({READS})", text("All files").say() + " (*)"])
        dialog.fileSelected.connect(self.bring)
        dialog.open()

    def bring(self, name: str) -> None:
        """Read a file off the GUI thread and show how it is understood."""
        file = Path(name)
        if file.suffix.lower() == ".json":
            self._desk.later.run(_Load(file), self._loaded, failed=self._failed)
        else:
            self._read(file, {})

    def _read(self, file: Path, mapping: Mapping[str, str]) -> None:
        session = self._view.session
        kept = {m.id: dict(m.columns) for m in session.studio.mappings} if session else {}
        self._desk.later.run(_Read(file, mapping, kept), self._understood, failed=self._failed)

    def _understood(self, sheet: _Sheet) -> None:
        self._sheet = sheet
        panel = ImportPanel(sheet.found, open_show=self._view.shown is not None)
        panel.mapped.connect(self._map)
        panel.taken.connect(self._take)
        name = sheet.file.name
        self._page.side.emit(text("Import {file}", file=name), panel)

    def _map(self, mapping: Mapping[str, str]) -> None:
        if self._sheet is not None:
            self._read(self._sheet.file, mapping)

    def _take(self, into_open: bool) -> None:
        from app.exchange.sheet.as_show import as_show

        sheet, session = self._sheet, self._view.session
        if sheet is None or session is None:
            return
        title = sheet.found.title or sheet.file.stem
        show, products = as_show(sheet.found, title, session.studio.products)
        goods = tuple(products)
        answers = tuple(sorted(sheet.mapping.items()))
        target = self._view.shown.show.id if into_open and self._view.shown is not None else ""

        def put(studio: Studio) -> Studio:
            shelf = studio.products
            for product in goods:
                shelf = shelf.put(product)
            mappings = studio.mappings
            if answers:
                mappings = mappings.put(ImportMapping(sheet.found.signature(), answers))
            there = studio.shows.get(target) if target else None
            new = show if there is None else _joined(there, show)
            shows = studio.shows.put(new) if show.parts else studio.shows
            return replace(studio, products=shelf, mappings=mappings, shows=shows)

        self._page.side_away.emit()
        label = text("Import {file}", file=sheet.file.name)
        if self._view.edit_studio(label, put, say=True, of=target or show.id):
            self._view.open(target or show.id)

    def _loaded(self, document: Document) -> None:
        session = self._view.session
        if session is None:
            return
        show = document.show
        if show.id in session.studio.shows:
            show = replace(show, id=new_id())  # the one that is here stays as it is

        change, put = put_document(replace(document, show=show))
        if self._view.edit_studio(change.label, put, say=True, of=show.id):
            self._view.open(show.id)

    # Out

    def ask_where(self, kind: str) -> None:
        """Ask where a file of this kind is to be written."""
        shown = self._view.shown
        if shown is None:
            return
        self._page.script.flush()
        self._kind = kind
        suffix = "xlsx" if kind == "layout" else kind.rpartition(".")[2]
        title = text("Export").say()
        if kind == "layout":
            title = text("Choose the workbook that was imported").say()
        dialog = self._dialog = QFileDialog(self._page, title)
        if kind == "layout":
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        else:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setDefaultSuffix(suffix)
            dialog.selectFile(file_name(shown.show, kind))
        dialog.setNameFilter(f"*.{suffix}")
        dialog.fileSelected.connect(self.write)
        dialog.open()

    def write(self, name: str) -> None:
        """Write the open show to a file of the kind that was asked for."""
        shown = self._view.shown
        if shown is None:
            return
        file, kind = Path(name), self._kind
        wanted = linked(shown.show)
        document = Document(
            shown.show,
            tuple(p for p in shown.products.values() if p.id in wanted),
            tuple(shown.voices.values()),
        )
        if kind.endswith(".pdf"):
            self._write_pdf(document, file, kind.removesuffix(".pdf"))
            return
        work = _Write(document, file, layout=kind == "layout")
        self._desk.later.run(work, self._written, failed=self._failed)

    def _write_pdf(self, document: Document, file: Path, kind: str) -> None:
        from app.exchange.show_files import timed
        from app.exchange.show_sheets import LANDSCAPE, Sheet, sheet_html
        from ui.print.show_pdf import write_show_pdf

        products, times = timed(document)
        html = sheet_html(Sheet(kind), document.show, products, times, language())
        landscape = Sheet(kind) in LANDSCAPE
        title = document.show.title
        # Fonts may be used on any thread, documents on the one that made them: the job makes its own.
        self._desk.later.run(
            lambda progress: (write_show_pdf(html, title, file, landscape=landscape), file)[1],  # noqa: ARG005
            self._written,
            failed=self._failed,
        )

    def _written(self, file: Path) -> None:
        self._page.done.emit(text("Written: {file}", file=str(file)), False)

    def _failed(self, trouble: Trouble) -> None:
        self._view.refused.emit(trouble)


class _Read:
    """Reads a sheet, with the answers remembered for sheets of its make."""

    def __init__(
        self, file: Path, mapping: Mapping[str, str], kept: Mapping[str, Mapping[str, str]]
    ) -> None:
        self._file, self._mapping, self._kept = file, mapping, kept

    def __call__(self, progress: Progress) -> _Sheet:
        from app.exchange.sheet.reading import read

        progress.tell(0.1, text("Reading {file}", file=self._file.name))
        found = read(self._file, self._mapping or None)
        remembered = self._kept.get(found.signature())
        if not self._mapping and remembered:
            return _Sheet(self._file, read(self._file, remembered), remembered)
        return _Sheet(self._file, found, self._mapping)


class _Load:
    """Reads a show document."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def __call__(self, progress: Progress) -> Document:
        progress.tell(0.1, text("Reading {file}", file=self._file.name))
        return load(self._file)


class _Write:
    """Writes a show, or its changed cells into the workbook it came from."""

    def __init__(self, document: Document, file: Path, *, layout: bool) -> None:
        self._document, self._file, self._layout = document, file, layout

    def __call__(self, progress: Progress) -> Path:
        progress.tell(0.1, text("Writing {file}", file=self._file.name))
        if self._layout:
            from app.exchange.sheet.write_back import write_back

            return write_back(self._document, self._file)
        from app.exchange.show_files import write_show

        write_show(self._document, self._file)
        return self._file


def file_name(show: Show, kind: str) -> str:
    """Return a name for the file that every system takes."""
    base = "".join("-" if c in '\\/:*?"<>|\n\t' else c for c in show.title).strip(" .")[:80]
    names = {
        "producer.pdf": text("Producer's sheet"),
        "host.pdf": text("Host's cards"),
        "control.pdf": text("Control sheet"),
        "cues.pdf": text("Cue sheets by role"),
    }
    tail: Text | None = names.get(kind)
    suffix = kind.rpartition(".")[2]
    return f"{base} {tail.say()}.{suffix}" if tail else f"{base}.{suffix}"


def _joined(there: Show, fresh: Show) -> Show:
    """Return the show with the parts and columns of another behind its own."""
    names = {c.name: c.id for c in there.columns}
    same = {c.id: names[c.name] for c in fresh.columns if c.name in names}
    moved = fresh.with_segments(
        lambda s: replace(s, custom=tuple(sorted((same.get(k, k), v) for k, v in s.custom)))
    )
    show = replace(there, columns=(*there.columns, *(c for c in fresh.columns if c.id not in same)))
    for part in moved.parts:
        show = with_new_part(show, part)
    return show
