"""What every test stands on: no screen unless asked for, a home of its own, the development data."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


class _Wall:
    """Refuses to import Qt, so that the core's tests cannot lean on it."""

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> None:
        if name.split(".")[0] in {"PySide6", "shiboken6", "qtpy", "qtawesome"}:
            raise ImportError(f"{name} is out of reach in this run")


if os.environ.get("GREENROOM_TEST_WITHOUT_QT"):
    sys.meta_path.insert(0, _Wall())

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give every test an empty library home and no models."""
    monkeypatch.setenv("GREENROOM_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("GREENROOM_MODELS", raising=False)
    return tmp_path / "home"


@pytest.fixture
def shared() -> Path:
    """Return the folder of development data, or skip."""
    if not SHARED.is_dir():
        pytest.skip("skipped, because the development data is not beside this checkout")
    return SHARED
