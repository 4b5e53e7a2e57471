"""The window: Qt Widgets that show what `app.session` says and decide nothing."""

# PySide reads the source of every module that is imported after itself, to see whether that module
# uses it. What the first window needs of ours and of Python therefore comes first: it saves a fifth
# of the time to the first window (tests/bench/start.py).
import ctypes
import sys

import app.core.changes
import app.core.settings
import app.session.crash  # noqa: F401

if sys.version_info < (3, 12):
    # PySide6 6.12.0 hands back None, True and False without counting them (measured: −1 a call), so that
    # Python 3.11 ends with "deallocating None" after some minutes of painting. From 3.12 on they are
    # never freed; here their counts, the first word of each object, are put out of reach.
    for _lasting in (None, True, False, NotImplemented):
        ctypes.c_ssize_t.from_address(id(_lasting)).value += 1 << 60
