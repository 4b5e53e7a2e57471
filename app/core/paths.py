"""Where things lie: the library's home, optional models, and the data the app ships with."""

from __future__ import annotations

import os
import sysconfig
from pathlib import Path

import platformdirs

_SOURCE = Path(__file__).resolve().parents[2]


def home() -> Path:
    """Return the folder of the library: `GREENROOM_HOME`, else the platform's user data folder."""
    named = os.environ.get("GREENROOM_HOME")
    return Path(named) if named else Path(platformdirs.user_data_dir("Greenroom", False))


def models() -> Path:
    """Return the folder of optional model files: `GREENROOM_MODELS`, else one beside the library."""
    named = os.environ.get("GREENROOM_MODELS")
    return Path(named) if named else home() / "models"


def resources(*parts: str) -> Path:
    """Return a path inside `resources/`, in a source tree or in an installed copy."""
    return _shipped("resources").joinpath(*parts)


def checklists(*parts: str) -> Path:
    """Return a path inside `checklists/`, in a source tree or in an installed copy."""
    return _shipped("checklists").joinpath(*parts)


def _shipped(name: str) -> Path:
    beside = _SOURCE / name
    if beside.is_dir():
        return beside
    return Path(sysconfig.get_path("purelib")) / "greenroom_data" / name
