"""What every test stands on: no screen unless asked for, a home of its own, the development data."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

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
