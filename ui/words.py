"""What a widget says, said again when the language changes.

A widget is told its sentence once, by `say(widget.setText, "Start check")`. The registry holds the
widget weakly; `speak` switches the language and says everything anew.
"""

from __future__ import annotations

import functools
import weakref
from collections.abc import Callable
from dataclasses import dataclass
from types import MethodType
from typing import Any

import shiboken6
from PySide6.QtCore import QEvent, QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from app.core.words import Language, Text, set_language

Setter = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class _Saying:
    """One setter of one widget, found again by name, and what it is told."""

    name: str
    before: tuple[Any, ...]
    sentence: Text


_told: dict[int, tuple[weakref.ref[Any], dict[tuple[Any, ...], _Saying]]] = {}
_hearers: list[weakref.WeakMethod[Callable[[], None]]] = []
_qt_words: list[QTranslator] = []


def say(setter: Setter, en: str, /, **values: Any) -> None:
    """Tell `setter` (a bound method taking one string) the sentence, now and after each switch.

    A later call with the same setter replaces the sentence. `functools.partial(combo.setItemText, 2)`
    serves setters that take more.
    """
    tell(setter, Text(en, None, values))


def tell(setter: Setter, sentence: Text) -> None:
    """Tell `setter` a sentence that came as a value (from data or from app)."""
    before: tuple[Any, ...] = ()
    bound: Any = setter
    if isinstance(setter, functools.partial):
        before, bound = setter.args, setter.func
    owner = bound.__self__
    known = _told.get(id(owner))
    if known is None or known[0]() is not owner:
        known = (weakref.ref(owner, functools.partial(_forget, id(owner))), {})
        _told[id(owner)] = known
    known[1][(bound.__name__, *before)] = _Saying(bound.__name__, before, sentence)
    setter(sentence.say())


def told(setter: Setter) -> Text | None:
    """Return the sentence that `setter` was told, or None."""
    bound: Any = setter
    known = _told.get(id(bound.__self__))
    if known is None or known[0]() is not bound.__self__:
        return None
    saying = known[1].get((bound.__name__,))
    return saying.sentence if saying is not None else None


def unsay(setter: Setter) -> None:
    """Forget what `setter` was told, because it now shows something without a translation."""
    bound: Any = setter
    known = _told.get(id(bound.__self__))
    if known is not None:
        known[1].pop((bound.__name__,), None)


def hear_switch(method: Callable[[], None]) -> None:
    """Call the bound `method` after each switch; it is held weakly."""
    assert isinstance(method, MethodType)
    _hearers.append(weakref.WeakMethod(method))


def speak(code: Language) -> None:
    """Switch the language: every told widget, every hearer, and Qt's own dialogs."""
    set_language(code)
    app = QApplication.instance()
    if app is not None:
        _load_qt_words(code)
    for ref, sayings in list(_told.values()):
        owner = ref()
        if owner is None or (isinstance(owner, QObject) and not shiboken6.isValid(owner)):
            continue
        for saying in list(sayings.values()):
            getattr(owner, saying.name)(*saying.before, saying.sentence.say())
    _call_hearers()
    if isinstance(app, QApplication):
        for window in app.topLevelWidgets():
            app.postEvent(window, QEvent(QEvent.Type.LanguageChange))


def _call_hearers() -> None:
    for weak in list(_hearers):
        method = weak()
        if method is None:
            _hearers.remove(weak)
            continue
        owner = method.__self__  # type: ignore[attr-defined]
        if not isinstance(owner, QObject) or shiboken6.isValid(owner):
            method()


def _load_qt_words(code: Language) -> None:
    while _qt_words:
        QApplication.removeTranslator(_qt_words.pop())
    chinese = QLocale(QLocale.Language.Chinese, QLocale.Country.China)
    british = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
    QLocale.setDefault(chinese if code == "zh" else british)
    if code == "zh":
        translator = QTranslator()
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if translator.load("qtbase_zh_CN", folder):
            QApplication.installTranslator(translator)
            _qt_words.append(translator)


def _forget(key: int, _gone: weakref.ref[Any]) -> None:
    _told.pop(key, None)
