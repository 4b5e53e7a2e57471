"""Prints a page of a show for the command line: HTML on standard input, `-m ui.print TITLE FILE WAY LANG`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from app.core.errors import Environment
from app.core.words import set_language


def main() -> int:
    """Write the PDF; status 3 where the file cannot be written, its words on standard error."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    from ui.print.show_pdf import write_show_pdf

    title, file, way, lang = sys.argv[1:5]
    set_language("zh" if lang == "zh" else "en")
    app = QGuiApplication(sys.argv[:1])
    html = sys.stdin.buffer.read().decode()
    try:
        write_show_pdf(html, title, Path(file), landscape=way == "landscape")
    except Environment as trouble:
        print(trouble, file=sys.stderr)  # noqa: T201 the command line's own words
        return 3
    del app
    return 0


if __name__ == "__main__":
    sys.exit(main())
