"""Every word a person reads, in English and Chinese, without Qt.

English is the key. Texts written in code are looked up in `resources/i18n/zh_CN.*.ts` (Qt Linguist's
format, read here directly); texts written in data files carry both languages themselves.
"""

from __future__ import annotations

import string
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from app.core import paths

Language = Literal["en", "zh"]
MINUS = "\N{MINUS SIGN}"

_current: list[Language] = ["en"]


def language() -> Language:
    """Return the language texts are said in unless a call names another."""
    return _current[0]


def set_language(code: Language) -> None:
    """Say every later text in `code`."""
    _current[0] = code


class _Numbers(string.Formatter):
    """Format numbers with the true minus sign; leave names that are missing readable."""

    def get_value(self, key: int | str, args: Any, kwargs: Mapping[str, Any]) -> Any:
        return kwargs.get(key, "{" + key + "}") if isinstance(key, str) else args[key]

    def format_field(self, value: Any, format_spec: str) -> str:
        if isinstance(value, Text):
            return value.say()
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return str(format(value, format_spec)).replace("-", MINUS)
        return str(value) if isinstance(value, str) else str(format(value, format_spec))


_numbers = _Numbers()


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence not yet said: English, its Chinese where data gives it, and the numbers in it."""

    en: str
    zh: str | None = None
    values: Mapping[str, Any] = field(default_factory=dict, hash=False)

    def say(self, code: Language | None = None) -> str:
        """Return the sentence in `code`, or in the current language."""
        code = code or language()
        sentence = self.en
        if code == "zh":
            sentence = self.zh if self.zh is not None else catalogue().get(self.en, self.en)
        if not self.values:
            return sentence
        inner = {k: v.say(code) if isinstance(v, Text) else v for k, v in self.values.items()}
        return _numbers.vformat(sentence, (), inner)

    def given(self, **values: Any) -> Text:
        """Return the same sentence with `values` filled in beside those it already has."""
        return Text(self.en, self.zh, {**self.values, **values})

    def __str__(self) -> str:
        return self.say()


def text(en: str, /, **values: Any) -> Text:
    """Return a sentence of the code, to be said later in whatever language is current then."""
    return Text(en, None, values)


def tr(en: str, /, **values: Any) -> str:
    """Return a sentence of the code in the current language."""
    return Text(en, None, values).say()


@cache
def catalogue() -> Mapping[str, str]:
    """Return English → Chinese from every `zh_CN.*.ts`; unfinished entries are left out."""
    # Late: the first window is on the screen before any Chinese is asked for.
    from xml.etree import ElementTree

    known: dict[str, str] = {}
    for file in sorted(paths.resources("i18n").glob("zh_CN.*.ts")):
        for message in ElementTree.parse(file).getroot().iter("message"):  # noqa: S314 our own file
            source, translation = message.find("source"), message.find("translation")
            if source is None or translation is None or translation.get("type") == "unfinished":
                continue
            known[source.text or ""] = translation.text or ""
    return known


def number(value: float, decimals: int = 0, *, sign: bool = False) -> str:
    """Return `value` with a fixed number of decimals and the true minus sign; never "−0"."""
    rounded = round(value, decimals) + 0.0
    return f"{rounded:{'+' if sign else ''}.{decimals}f}".replace("-", MINUS)
