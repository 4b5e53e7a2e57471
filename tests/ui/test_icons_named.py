"""Every icon that code or data names is in the font: a missing one would end the paint."""

from __future__ import annotations

import re
from pathlib import Path

from app.show.formats import formats
from ui.widgets.icon import exists

ROOT = Path(__file__).parents[2]


def test_every_icon_the_code_names_is_in_the_font() -> None:
    named = {
        (file.name, name)
        for file in (ROOT / "ui").rglob("*.py")
        for name in re.findall(r'"(ph\.[a-z0-9-]+)"', file.read_text("utf-8"))
    }
    assert [pair for pair in sorted(named) if not exists(pair[1])] == []


def test_every_icon_the_formats_name_is_in_the_font() -> None:
    named = [i for f in formats().values() for i in (f.icon, *(k.icon for k in f.kinds))]
    assert [name for name in named if not exists(f"ph.{name}")] == []
