"""An optional model: whether it is here, what it gives, and fetching it on the person's word."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.errors import Trouble
from app.core.words import Text, text
from ui.bridge import Later
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.progress import ProgressWithCancel
from ui.words import say, tell

if TYPE_CHECKING:
    from app.session.jobs import Job, Progress
    from app.session.models import Model, Presence


class ModelRow(QWidget):
    """Nothing is fetched before the button is pressed; the licence and size stand beside it."""

    def __init__(self, model: str, folder: Path, later: Later) -> None:
        super().__init__()
        self._id, self._folder, self._later = model, folder, later
        self._job: Job[Path] | None = None
        self._what = Label("body", wrap=True)
        self._state = Label("small", "text.tertiary", wrap=True)
        self._button = Button("quiet", icon="ph.download-simple")
        say(self._button.setText, "Download")
        self._button.clicked.connect(self._fetch)
        self._button.setEnabled(False)
        self._progress = ProgressWithCancel()
        self._progress.cancelled.connect(self._cancel)
        self._progress.hide()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._what)
        words.addWidget(self._state)
        words.addWidget(self._progress)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addWidget(self._button)

    def look(self) -> None:
        """Find out whether the model is here."""
        if self._job is None:
            self._later.run(self._find, self._found)

    def _find(self, progress: Progress) -> tuple[Model, Presence]:  # noqa: ARG002 it is quick
        from app.session.models import find_model, presence

        model = find_model(self._id)
        return model, presence(model, self._folder)

    def _found(self, found: tuple[Model, Presence]) -> None:
        model, presence = found
        tell(self._what.setText, model.what)
        here = presence == "here"
        size = round(model.bytes / 1024)
        self._button.setVisible(not here)
        self._button.setEnabled(not here)
        values = {"name": model.name, "size": size, "licence": model.licence}
        if here:
            said = text("{name} is here ({size} kB, {licence}).", **values)
        else:
            said = text("{name} is not here ({size} kB, {licence}).", **values)
        tell(self._state.setText, said)

    def _fetch(self) -> None:
        self._button.setEnabled(False)
        self._progress.show()
        self._progress.show_progress(0.0, text("Downloading the model"))
        self._job = self._later.run(
            self._download, self._fetched, failed=self._failed, progress=self._told
        )

    def _download(self, progress: Progress) -> Path:
        from app.session.models import fetch, find_model

        return fetch(find_model(self._id), self._folder, progress)

    def _told(self, share: float, what: Text | None) -> None:
        self._progress.show_progress(share, what or text("Downloading the model"))

    def _fetched(self, file: Path) -> None:  # noqa: ARG002 found again by looking
        self._end()
        self.look()

    def _failed(self, trouble: Trouble) -> None:
        self._end()
        both = text("{what} {todo}", what=trouble.what, todo=trouble.todo)
        tell(self._state.setText, both)
        self._button.setEnabled(True)

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._end()
        say(self._state.setText, "Cancelled; nothing was kept.")
        self._button.setEnabled(True)

    def _end(self) -> None:
        self._job = None
        self._progress.hide()
