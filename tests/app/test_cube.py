"""LUT files: what is written is read back, and other programs can read it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from app.core.errors import Environment, Refused
from app.exchange.cube import read_cube, write_cube


def identity(size: int) -> np.ndarray:
    axis = np.linspace(0.0, 1.0, size)
    blue, green, red = np.meshgrid(axis, axis, axis, indexing="ij")
    return np.stack((red, green, blue), axis=-1)


def test_a_lut_is_the_same_after_a_round_trip(tmp_path: Path) -> None:
    file = tmp_path / "room.cube"
    write_cube(file, identity(33), 'Room "3", 4010 K')
    title, values = read_cube(file)
    assert title == "Room '3', 4010 K"
    assert values.shape == (33, 33, 33, 3)
    assert np.abs(values - identity(33)).max() <= 5e-7
    assert list(tmp_path.iterdir()) == [file]


def test_red_runs_fastest_as_the_specification_says(tmp_path: Path) -> None:
    file = tmp_path / "room.cube"
    write_cube(file, identity(2), "x")
    rows = [r for r in file.read_text().splitlines() if r[0].isdigit()]
    assert rows[:3] == [
        "0.000000 0.000000 0.000000",
        "1.000000 0.000000 0.000000",
        "0.000000 1.000000 0.000000",
    ]


def test_a_lut_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="LUT"):
        write_cube(tmp_path / "a.cube", np.zeros((3, 3, 2, 3)), "x")
    with pytest.raises(ValueError, match="finite"):
        write_cube(tmp_path / "a.cube", np.full((2, 2, 2, 3), np.nan), "x")
    file = tmp_path / "b.cube"
    file.write_text("LUT_3D_SIZE 2\n0 0 0\n")
    with pytest.raises(Refused, match=r"b\.cube"):
        read_cube(file)


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(Environment, match="was not written"):
        write_cube(tmp_path / "none" / "a.cube", identity(2), "x")
