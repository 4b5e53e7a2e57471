"""The .cube file that OBS, video editors and cameras read (Adobe Cube LUT Specification 1.0)."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.core.errors import Refused
from app.core.files import write_for_people
from app.core.words import text

MOST_PLACES = 256


def write_cube(file: Path, values: NDArray[np.floating], title: str) -> None:
    """Write `values` (n, n, n, 3), red fastest, encoded 0…1, as a 3D LUT; raises Environment.

    OBS applies it to sRGB-encoded values, so `values` must be made for that domain. The file is
    written beside its place first, so that a full disk leaves an old one whole.
    """
    size = values.shape[0]
    if values.shape != (size, size, size, 3) or not 2 <= size <= MOST_PLACES:
        raise ValueError(
            f"a LUT is (n, n, n, 3) with n from 2 to {MOST_PLACES}, not {values.shape}"
        )
    if not np.isfinite(values).all():
        raise ValueError("a LUT holds finite numbers only")
    name = " ".join(title.replace('"', "'").split())
    head = f'TITLE "{name}"\nDOMAIN_MIN 0.0 0.0 0.0\nDOMAIN_MAX 1.0 1.0 1.0\nLUT_3D_SIZE {size}\n'
    rows = np.clip(values, 0.0, 1.0).reshape(-1, 3)
    body = "\n".join(f"{r:.6f} {g:.6f} {b:.6f}" for r, g, b in rows.tolist())
    write_for_people(file, head + body + "\n")


def read_cube(file: Path) -> tuple[str, NDArray[np.float64]]:
    """Return title and values (n, n, n, 3), red fastest, of a 3D .cube file; raises Refused."""
    title, size, rows = "", 0, []
    for at, line in enumerate(file.read_text("utf-8").splitlines(), start=1):
        words = line.split()
        if not words or words[0].startswith("#") or words[0].startswith("DOMAIN_"):
            continue
        try:
            if words[0] == "TITLE":
                title = line.split('"')[1]
            elif words[0] == "LUT_3D_SIZE":
                size = int(words[1])
            else:
                rows.append([float(w) for w in words])
        except (ValueError, IndexError) as error:
            raise _refused(file, f"line {at}") from error
    if size < 2 or len(rows) != size**3 or any(len(row) != 3 for row in rows):
        raise _refused(file, f"{len(rows)} of {size}³")
    return title, np.array(rows, dtype=np.float64).reshape(size, size, size, 3)


def _refused(file: Path, place: str) -> Refused:
    return Refused(
        text("{file} is no 3D LUT that can be read ({place}).", file=file.name, place=place),
        text("Choose a .cube file with LUT_3D_SIZE."),
    )
