"""Why the system refused something, in words of both languages."""

from __future__ import annotations

import errno
import socket

from app.core.words import Text, text

# English as the C library says it, so that an error can still be looked up.
_WORDS = {
    errno.ENOENT: text("No such file or directory"),
    errno.EACCES: text("Permission denied"),
    errno.EPERM: text("Operation not permitted"),
    errno.ENOSPC: text("No space left on device"),
    errno.EDQUOT: text("Disk quota exceeded"),
    errno.EROFS: text("Read-only file system"),
    errno.EISDIR: text("Is a directory"),
    errno.ENOTDIR: text("Not a directory"),
    errno.EEXIST: text("File exists"),
    errno.EIO: text("Input/output error"),
    errno.ENAMETOOLONG: text("File name too long"),
    errno.ECONNREFUSED: text("Connection refused"),
    errno.ENETUNREACH: text("Network is unreachable"),
    errno.ETIMEDOUT: text("Connection timed out"),
}


def reason(error: BaseException) -> Text:
    """Return why `error` happened; what is not known here keeps the system's own words."""
    if isinstance(error, socket.gaierror):
        return text("The name cannot be looked up; there may be no network")
    if isinstance(error, TimeoutError):
        return _WORDS[errno.ETIMEDOUT]
    if isinstance(error, OSError):
        return _WORDS.get(error.errno or 0) or Text(error.strerror or str(error))
    return Text(str(error))
