"""The first line of a page: what to do first, why, and the one button that does it."""

from __future__ import annotations

from app.core.words import Text
from ui.widgets.strip import Strip
from ui.words import say


class FirstLine(Strip):
    """The strip every page begins with; `acted` is sent by its button."""

    def __init__(self) -> None:
        super().__init__("accent.line", "accent.soft", "accent.text", "primary", "Return")
        say(self.label.setText, "First")

    def show_first(
        self, lead: Text, reason: Text | None = None, button: Text | None = None
    ) -> None:
        """Say what to do first, why, and what the button does."""
        self.label.show()
        self.say_all(lead, reason, button)

    def show_calm(self, sentence: Text, reason: Text | None = None) -> None:
        """Say in one sentence that nothing has to be done first."""
        self.label.hide()
        self.say_all(sentence, reason, None)
