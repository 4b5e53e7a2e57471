"""How fast each host speaks: the range that gives every row its reading time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.core.errors import Refused
from app.core.ids import new_id
from app.core.words import Text, text
from app.session.showing import put_voice
from app.show.cells.numbers import number_typed
from app.show.show import Show
from app.show.voice import Voice
from ui.show.side.form import Form
from ui.show.view import ShowView
from ui.widgets.label import Label
from ui.words import tell

SLOWEST, FASTEST = 40.0, 600.0  # characters or words a minute: beyond, it is a slip of the hand


class VoicesPanel(Form):
    """Two numbers a language for each person of the show; a change is one undo step."""

    def __init__(self, view: ShowView, show: Show) -> None:
        super().__init__()
        self._view = view
        lead = Label("small", "text.secondary", wrap=True)
        tell(
            lead.setText,
            text(
                "Characters (Chinese) and words (English) a minute, slow to fast. "
                "Rows without a typed length take as long as their words at this rate."
            ),
        )
        self.column.addWidget(lead)
        self.column.addSpacing(8)
        for person in show.people:
            voice = self._voice(person.voice) or Voice(new_id(), person.name)
            self._add_voice(voice, person.name)
        if not show.people:
            none = Label("body", "text.secondary", wrap=True)
            tell(none.setText, text("Name the people of the show first, under its day and start."))
            self.column.addWidget(none)
        self.end()

    def _voice(self, voice: str) -> Voice | None:
        return self._view.shown.voices.get(voice) if self._view.shown is not None else None

    def _add_voice(self, voice: Voice, name: str) -> None:
        head = Label("section")
        tell(head.setText, Text(name, name))
        self.column.addWidget(head)
        how = Label("small", "text.tertiary")
        measured = text("Measured in rehearsal")
        tell(how.setText, measured if voice.measured else text("A guess until a rehearsal"))
        self.column.addWidget(how)
        keep = _Keep(self._view, voice, name)
        zh = f"{voice.zh_slow:g}-{voice.zh_fast:g}"
        en = f"{voice.en_slow:g}-{voice.en_fast:g}"
        self.line(text("Chinese, characters a minute"), zh, keep.setter("zh"))
        self.line(text("English, words a minute"), en, keep.setter("en"))


class _Keep:
    """Saves the two ranges of one voice and links it to the person."""

    def __init__(self, view: ShowView, voice: Voice, name: str) -> None:
        self._view, self._voice, self._name = view, voice, name

    def setter(self, tongue: str) -> Callable[[str], None]:
        """Return what takes the typed range of one language."""

        def give(words: str) -> None:
            slow, fast = rate_typed(words)
            fresh = replace(self._voice, measured=False)
            if tongue == "zh":
                fresh = replace(fresh, zh_slow=slow, zh_fast=fast)
            else:
                fresh = replace(fresh, en_slow=slow, en_fast=fast)
            self._put(fresh)

        return give

    def _put(self, voice: Voice) -> None:
        shown = self._view.shown
        if shown is None:
            return
        _, put = put_voice(voice)
        show = shown.show
        people = tuple(
            replace(p, voice=voice.id) if p.name == self._name else p for p in show.people
        )
        label = text("Change how fast {name} speaks", name=self._name)
        if self._view.edit_studio(
            label,
            lambda studio: replace(
                put(studio), shows=studio.shows.put(replace(show, people=people))
            ),
        ):
            self._voice = voice


def rate_typed(words: str) -> tuple[float, float]:
    """Return slow and fast of a typed rate, "200-240" or "220"; raises Refused."""
    plain = words.replace("–", "-").replace("—", "-").replace("~", "-").replace("～", "-")
    parts = [part for part in plain.replace("－", "-").split("-") if part.strip()]
    if not 1 <= len(parts) <= 2:
        raise Refused(text("Type a range such as 200-240."))
    rates = sorted(float(number_typed(part)) for part in parts)
    if rates[0] < SLOWEST or rates[-1] > FASTEST:
        raise Refused(
            text("A rate lies between {low} and {high}.", low=SLOWEST, high=FASTEST),
            text("Type a range such as 200-240."),
        )
    return rates[0], rates[-1]
