"""The list of keys, and what About says: bodies of the side panel."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app import __version__
from app.core.words import Text, text
from ui.actions import keys_of
from ui.widgets.key_cap import KeyCap
from ui.widgets.label import Label
from ui.words import say, tell


def keys_body(window: QWidget) -> QWidget:
    """Return every key that works now beside what it does."""
    body = QWidget()
    grid = QGridLayout(body)
    grid.setContentsMargins(16, 8, 16, 16)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(8)
    listed: dict[str, tuple[Text, list[str]]] = {}
    for key, name in [*keys_of(window), *_FIXED]:
        listed.setdefault(name.say("en"), (name, []))[1].append(key)
    for row, (name, keys) in enumerate(listed.values()):
        caps = QHBoxLayout()
        caps.setSpacing(4)
        for key in keys:
            caps.addWidget(KeyCap(key))
        caps.addStretch(1)
        grid.addLayout(caps, row, 0)
        label = Label("body", "text.secondary", wrap=True)
        tell(label.setText, name)
        grid.addWidget(label, row, 1)
    grid.setColumnStretch(1, 1)
    grid.setRowStretch(len(listed), 1)
    return body


def about_body() -> QWidget:
    """Return name, version, licence and what the app is for."""
    body = QWidget()
    column = QVBoxLayout(body)
    column.setContentsMargins(16, 8, 16, 16)
    column.setSpacing(8)
    version = Label("lead")
    say(version.setText, "Greenroom {version}", version=__version__)
    what = Label("body", "text.secondary", wrap=True)
    say(what.setText, "What a livestream-selling team opens before it goes live.")
    local = Label("body", "text.secondary", wrap=True)
    say(local.setText, "Everything stays on this machine. MIT licence.")
    parts = Label("small", "text.tertiary", wrap=True)
    say(parts.setText, "Built with Qt for Python (LGPL), FFmpeg, OpenCV, SQLite; Phosphor icons.")
    for label in (version, what, local, parts):
        column.addWidget(label)
    column.addStretch(1)
    return body


_FIXED = (
    ("Tab", text("Go to the next control")),
    ("Return", text("Do what the first line says")),
    ("Esc", text("Close the side panel")),
    ("Alt", text("Show the menu")),
)
