"""The picture that is kept beside a report."""

from __future__ import annotations

from app.metrics.signals import Bytes

QUALITY = 88


def jpeg(rgb: Bytes) -> bytes:
    """Return `rgb` (h, w, 3) as a JPEG file; raises ValueError for what is no picture."""
    import cv2

    if rgb.ndim != 3 or rgb.shape[2] != 3 or 0 in rgb.shape:
        raise ValueError(f"a picture is (h, w, 3), not {rgb.shape}")
    written, data = cv2.imencode(".jpg", rgb[:, :, ::-1], [cv2.IMWRITE_JPEG_QUALITY, QUALITY])
    if not written:
        raise ValueError("the picture could not be encoded")
    return bytes(data)
