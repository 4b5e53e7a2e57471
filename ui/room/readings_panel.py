"""The readings: a filter over the table, the passed ones folded into a row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal

from app.room.causes import Cause
from app.room.judge import Judged
from ui import theme
from ui.room import view_model
from ui.room.view_model import FILTERS, Filter
from ui.widgets.panel import Panel
from ui.widgets.reading_rows import Row
from ui.widgets.readings_table import ReadingsTable
from ui.widgets.segmented import Segmented
from ui.words import say

LEAST_ROWS = 7


class ReadingsPanel(Panel):
    """The table with its filter; `picked` carries the id of the reading that is selected."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__(inset=False)
        say(self.setTitle, "Readings")
        self._judged: tuple[Judged, ...] = ()
        self._causes: tuple[Cause, ...] = ()
        self._open: dict[Filter, bool] = {f: f is not Filter.TODO for f in Filter}
        self._filter = Segmented([(f.value, words) for f, words in FILTERS.items()])
        self._filter.chosen.connect(self._choose)
        self.head.add(self._filter)
        self.table = ReadingsTable()
        self.table.picked.connect(self.picked)
        self.table.group_toggled.connect(self._toggle)
        say(self.table.setAccessibleName, "Readings")
        self.body.addWidget(self.table)
        self.body.setContentsMargins(1, 0, 1, 1)

    def show_readings(self, judged: Sequence[Judged], causes: Sequence[Cause]) -> None:
        """Show these readings; the same tuple as before costs nothing."""
        if judged is self._judged and causes is self._causes:
            return
        self._judged, self._causes = tuple(judged), tuple(causes)
        self._refresh()

    def choose(self, chosen: Filter) -> None:
        """List other readings."""
        self._filter.choose(chosen.value)
        self._refresh()

    def pick(self, reading_id: str) -> None:
        """Select a reading, listing all of them where the filter hides it."""
        rows = self._rows(Filter(self._filter.choice()))
        if reading_id not in {r.id for r in rows}:
            self._open[Filter.ALL] = True
            self.choose(Filter.ALL)
        self.table.pick(reading_id)

    def say_again(self) -> None:
        """Say rows and heads in the language that is current now."""
        self.table.say_again()
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Take the heights of another density."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "table"):
            self.table.dress()

    def least_height(self) -> int:
        """Return what head and seven readings need: so many stand on the page without scrolling."""
        sizes = theme.sizes()
        rows = LEAST_ROWS * theme.grown(sizes.readings_row)
        return theme.grown(sizes.panel_head) + theme.grown(sizes.table_head) + rows + 4

    def _rows(self, chosen: Filter) -> tuple[Row, ...]:
        return view_model.reading_rows(
            self._judged, self._causes, chosen, passed_open=self._open[chosen]
        )

    def _refresh(self) -> None:
        for chosen, count in view_model.filter_counts(self._judged).items():
            self._filter.count(chosen.value, count if self._judged else None)
        self.table.show_rows(self._rows(Filter(self._filter.choice())))

    def _choose(self, key: str) -> None:
        del key
        self._refresh()

    def _toggle(self, group: str) -> None:
        del group
        chosen = Filter(self._filter.choice())
        self._open[chosen] = not self._open[chosen]
        self._refresh()
