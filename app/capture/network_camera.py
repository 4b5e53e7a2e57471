"""Cameras at a network address: a phone as camera (http, multipart JPEG) or rtsp."""

from __future__ import annotations

import http.client
import os
import socket
import urllib.error
import urllib.request
from typing import Any
from urllib.parse import urlsplit

from app.capture import troubles
from app.capture.opencv_camera import OpenCvPicture
from app.capture.pixels import opencv
from app.capture.sources import Origin
from app.core.clock import Clock
from app.core.errors import Trouble

OPEN_SECONDS = 1.9
READ_SECONDS = 1.2
_PORTS = {"http": 80, "https": 443, "rtsp": 554, "rtsps": 322}
# FFmpeg looks at 5 s of a stream before it gives the first frame unless told otherwise.
_OPTIONS = "rtsp_transport;tcp|fflags;nobuffer|analyzeduration;300000"


def is_address(source: str) -> bool:
    """Return whether `source` is an address that a network camera may answer at."""
    return urlsplit(source).scheme.lower() in _PORTS and "://" in source


def network_camera(address: str, *, clock: Clock | None = None) -> OpenCvPicture:
    """Return the camera at `address`; a dead one is noticed within 2 s and connected to again."""
    shown = _without_password(address)
    return OpenCvPicture(
        shown,
        lambda: _open_network(address, shown),
        troubles.network_lost,
        rated=False,
        origin=Origin.NETWORK,
        clock=clock,
    )


def _open_network(address: str, shown: str) -> Any:
    cv2 = opencv()
    os.environ.setdefault("OPENCV_FFMPEG_LOGLEVEL", "-8")
    if not _answers(address):
        raise troubles.no_answer(shown)
    limits = [
        cv2.CAP_PROP_OPEN_TIMEOUT_MSEC,
        int(OPEN_SECONDS * 1000),
        cv2.CAP_PROP_READ_TIMEOUT_MSEC,
        int(READ_SECONDS * 1000),
    ]
    # OpenCV reads these from the environment while it opens; left there, films would not open.
    os.environ["OPENCV_FFMPEG_CAPTURE_OPTIONS"] = _OPTIONS
    try:
        capture = cv2.VideoCapture(address, cv2.CAP_FFMPEG, limits)
    finally:
        os.environ.pop("OPENCV_FFMPEG_CAPTURE_OPTIONS", None)
    if not capture.isOpened():
        capture.release()
        raise _why_not(address, shown)
    return capture


def _answers(address: str) -> bool:
    parts = urlsplit(address)
    try:
        port = parts.port or _PORTS[parts.scheme.lower()]
        with socket.create_connection((parts.hostname or "", port), OPEN_SECONDS):
            return True
    except (OSError, ValueError):
        return False


def _why_not(address: str, shown: str) -> Trouble:
    """Ask a web camera once more, only for its status; phones allow few readers at a time."""
    parts = urlsplit(address)
    if not parts.scheme.lower().startswith("http"):
        return troubles.no_film_there(shown)
    plain = parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
    try:
        with urllib.request.urlopen(plain, timeout=OPEN_SECONDS):  # noqa: S310 http(s) was checked
            return troubles.no_film_there(shown)
    except urllib.error.HTTPError as error:
        with error:
            if error.code in {401, 403}:
                return troubles.network_denied(shown, error.code)
        return troubles.no_film_there(shown)
    except (OSError, ValueError, http.client.HTTPException):
        return troubles.no_answer(shown)


def _without_password(address: str) -> str:
    """Return `address` as it may be shown and saved in a report."""
    parts = urlsplit(address)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
