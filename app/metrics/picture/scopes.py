"""Waveform, vectorscope, zebra and focus edges, drawn from the small picture."""

from __future__ import annotations

from functools import cache

import cv2
import numpy as np

from app.metrics.picture.look import above
from app.metrics.signals import Bytes, Floats

SKIN_LINE_DEGREES = 123.0  # the skin-tone line of a BT.709 vectorscope, counter-clockwise from +Cb
ZEBRA_IRE = 95.0
WAVEFORM_COLUMNS = 240


def waveform(luma: Bytes) -> Bytes:
    """Return (256, ≤240) density of full-range luma over the picture's width; row 0 is 100 IRE."""
    columns = min(WAVEFORM_COLUMNS, luma.shape[1])
    step = -(-luma.shape[1] // columns)
    columns = -(-luma.shape[1] // step)
    place = (255 - luma.astype(np.int32)) * columns + np.arange(luma.shape[1]) // step
    count = np.bincount(place.ravel(), minlength=256 * columns)
    return _density(count.reshape(256, columns), luma.shape[0] * step / 24)


def vectorscope(bgr: Bytes | None) -> Bytes:
    """Return (256, 256) density in BT.709 Cb (to the right) and Cr (upwards); zeros for grey."""
    if bgr is None:
        return np.zeros((256, 256), np.uint8)
    cb_cr = cv2.transform(bgr, _to_709())[::2, ::2].reshape(-1, 2).astype(np.int32)
    place = (255 - cb_cr[:, 1]) * 256 + cb_cr[:, 0]
    count = np.bincount(place, minlength=65536).reshape(256, 256)
    return _density(count, len(cb_cr) / 2000)


def histogram(luma: Bytes) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Return (256,) counts of full-range luma."""
    return np.bincount(luma.ravel(), minlength=256).astype(np.int64)


def zebra(luma: Bytes) -> Bytes:
    """Return 255 where the luma is at or above 95 IRE."""
    return above(luma, ZEBRA_IRE * 2.55)


def focus_edges(luma: Bytes) -> Bytes:
    """Return 255 on the sharpest 2 % of the picture, if they are edges at all."""
    detail = np.abs(cv2.Laplacian(luma, cv2.CV_16S, ksize=1))
    limit = max(float(np.percentile(detail[::3, ::3], 98)), 24.0)
    return np.where(detail >= limit, 255, 0).astype(np.uint8)


def cb_cr_709(bgr: Bytes) -> Floats:
    """Return (..., 2) Cb and Cr in −0.5…0.5 of (..., 3) BGR (ITU-R BT.709-6)."""
    matrix = _to_709()[:, :3] / 255
    return (bgr.astype(np.float32) @ matrix.T).astype(np.float32)


def _density(count: np.ndarray[tuple[int, int], np.dtype[np.int64]], full: float) -> Bytes:
    """Return counts as 0…255 on a square-root scale, because traces differ by powers of ten."""
    scaled: Bytes = np.minimum(255 * np.sqrt(count / max(full, 1.0)), 255).astype(np.uint8)
    return scaled


@cache
def _to_709() -> Floats:
    red, green, blue = 0.2126, 0.7152, 0.0722
    cb = np.array([1 - blue, -green, -red]) / (2 * (1 - blue))
    cr = np.array([-blue, -green, 1 - red]) / (2 * (1 - red))
    return np.array([[*cb, 128], [*cr, 128]], np.float32)
