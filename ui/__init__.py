"""Qt Widgets on app.session: the window, its workspaces, and the house's widgets."""

import ctypes
import sys

if sys.version_info < (3, 12):
    # PySide6 6.12.0 hands back None from every call without a result but does not count it (measured:
    # −1 a call), so that Python 3.11 ends with "deallocating None" after some minutes of painting.
    # From 3.12 on None is never freed; here its count, the first word of the object, is put out of reach.
    ctypes.c_ssize_t.from_address(id(None)).value += 1 << 60
