"""What holds for the whole show: title, day, start, zone, target, hard out, people, theme."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtWidgets import QLineEdit

from app.core.errors import Refused
from app.core.words import Text, text
from app.show.days import read_day
from app.show.people import people_typed, people_words
from app.show.show import Show, Time
from app.show.timetext.understand import Expect, Meaning, clock_words, duration_words, understand
from ui.show.side.form import Form
from ui.show.view import ShowView


class DetailsPanel(Form):
    """Each field is one labelled undo step of the show."""

    def __init__(self, view: ShowView, show: Show) -> None:
        super().__init__()
        self._view = view
        self.title = self.line(text("Title"), show.title, self._title)
        self.line(
            text("Day"),
            show.on.isoformat() if show.on else "",
            self._day,
            text("Year, month and day, such as 2026-11-22"),
        )
        self.line(
            text("Start"), clock_words(show.start_ms), self._start, text("Such as 20:00 or 晚上8点")
        )
        self.line(
            text("Hard out"),
            clock_words(show.hard_out.ms) if show.hard_out else "",
            self._hard_out,
            text("When the room has to be empty; everything past it is shown as over"),
        )
        self.line(
            text("Target length"),
            duration_words(show.target_ms) if show.target_ms else "",
            self._target,
        )
        self.line(
            text("People"),
            people_words(show.people),
            self._people,
            text("Such as: Host 小满; Co-host 阿屿; Control 老周"),
        )
        self.line(text("Co-branded theme (IP)"), show.theme, self._theme)
        self.line(
            text("News goes stale after"),
            f"{show.stale_hours}",
            self._stale,
            text("Hours from the item's date to the show"),
        )
        self.line(text("Time zone"), show.zone, self._zone, text("An IANA name: Asia/Shanghai"))
        self.words(text("Notes"), show.note, self._note)
        self.end()

    def focus_title(self) -> None:
        """Begin at the title."""
        self.title.setFocus()
        if isinstance(self.title, QLineEdit):
            self.title.selectAll()

    def _edit(self, label: Text, how: Callable[[Show], Show]) -> None:
        self._view.edit(label, how)

    def _title(self, words: str) -> None:
        title = " ".join(words.split())
        if not title:
            raise Refused(text("A show needs a title."))
        self._edit(text("Rename the show"), lambda show: replace(show, title=title))

    def _day(self, words: str) -> None:
        on = read_day(words)
        self._edit(text("Change the day"), lambda show: replace(show, on=on))

    def _start(self, words: str) -> None:
        start = clock_typed(words)
        if start is None:
            raise Refused(text("A show needs a start."))
        self._edit(text("Change the start"), lambda show: replace(show, start_ms=start))

    def _hard_out(self, words: str) -> None:
        out = clock_typed(words)
        time = None if out is None else Time(out)
        self._edit(text("Change the hard out"), lambda show: replace(show, hard_out=time))

    def _target(self, words: str) -> None:
        found = understand(words, Expect.DURATION) if words.strip() else None
        if found is not None and (found.meaning is Meaning.REFUSED or found.ms is None):
            raise Refused(found.reason or text("That is not one length."))
        target = None if found is None else found.ms
        self._edit(text("Change the target length"), lambda show: replace(show, target_ms=target))

    def _people(self, words: str) -> None:
        assert self._view.shown is not None
        people = people_typed(words, self._view.shown.show.people, self._view.shown.voices)
        self._edit(text("Change the people"), lambda show: replace(show, people=people))

    def _theme(self, words: str) -> None:
        self._edit(text("Change the theme"), lambda show: replace(show, theme=words.strip()))

    def _stale(self, words: str) -> None:
        if not words.strip().isdecimal() or not 1 <= int(words) <= 10_000:
            raise Refused(text("Type whole hours from 1 to {most}.", most=10_000))
        self._edit(
            text("Change when news goes stale"),
            lambda show: replace(show, stale_hours=int(words)),
        )

    def _zone(self, words: str) -> None:
        try:
            ZoneInfo(words.strip())
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise Refused(text("There is no time zone “{zone}”.", zone=words[:40])) from None
        self._edit(text("Change the time zone"), lambda show: replace(show, zone=words.strip()))

    def _note(self, words: str) -> None:
        self._edit(text("Change the note"), lambda show: replace(show, note=words))


def clock_typed(words: str) -> int | None:
    """Return the time of day that was typed in ms from midnight, None for none; raises Refused."""
    if not words.strip():
        return None
    found = understand(words, Expect.CLOCK)
    if found.meaning is not Meaning.CLOCK or found.start_ms is None:
        raise Refused(found.reason or text("“{typed}” is not a time of day.", typed=words[:40]))
    return found.start_ms % 86_400_000
