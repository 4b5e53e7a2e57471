"""Settings: kept whole, read strictly, never fatal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import Environment
from app.core.settings import (
    NAME,
    VERSION,
    Settings,
    as_toml,
    load_settings,
    resolve_language,
    save_settings,
    upgraded,
)
from app.core.strict import parse


def test_without_a_file_everything_is_as_shipped(home: Path) -> None:
    assert load_settings(home).settings == Settings()
    assert load_settings(home).notice is None


def test_what_is_saved_is_loaded(home: Path) -> None:
    chosen = replace(
        Settings(), language="zh", camera='C920 "窗边"\\\n', overlays=("face", "zebra")
    )
    save_settings(home, chosen)
    assert load_settings(home).settings == chosen
    assert [p.name for p in home.iterdir()] == [NAME]


@given(st.text(), st.lists(st.text(), max_size=4))
def test_any_text_survives(words: str, listed: list[str]) -> None:
    import tomllib

    chosen = replace(Settings(), camera=words, overlays=tuple(listed))
    raw = {k: v for k, v in tomllib.loads(as_toml(chosen)).items() if k != "version"}
    assert parse(raw, Settings, "settings.toml") == chosen


@pytest.mark.parametrize(
    "content",
    [
        "language = ",
        'language = "fr"',
        "unknown = 1",
        'version = "x"',
        f"version = {VERSION + 1}",
        "version = 0",
    ],
)
def test_a_damaged_file_is_set_aside_and_said(home: Path, content: str) -> None:
    home.mkdir()
    (home / NAME).write_text(content)
    loaded = load_settings(home)
    assert loaded.settings == Settings()
    assert loaded.notice is not None
    assert "kept as settings.toml.damaged" in loaded.notice.say("en")
    assert (home / f"{NAME}.damaged").read_text() == content
    assert load_settings(home).notice is None


def test_bytes_that_are_no_text_are_damage_too(home: Path) -> None:
    home.mkdir()
    (home / NAME).write_bytes(b"\xff\xfe\x00")
    assert load_settings(home).notice is not None


def test_a_file_where_the_folder_should_be_is_said(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("in the way")
    with pytest.raises(Environment, match="not saved"):
        save_settings(tmp_path / "home", Settings())
    assert load_settings(tmp_path / "home").settings == Settings()


def test_an_old_file_walks_through_every_upgrade_it_lacks() -> None:
    def renamed(keys: Mapping[str, Any]) -> Mapping[str, Any]:
        return {"b" if k == "a" else k: v for k, v in keys.items()}

    def doubled(keys: Mapping[str, Any]) -> Mapping[str, Any]:
        return {k: v * 2 for k, v in keys.items()}

    steps = (renamed, doubled)
    assert upgraded({"version": 1, "a": 2}, steps) == {"b": 4}
    assert upgraded({"version": 2, "b": 2}, steps) == {"b": 4}
    assert upgraded({"version": 3, "b": 2}, steps) == {"b": 2}
    with pytest.raises(ValueError, match="reads 1 to 3"):
        upgraded({"version": 4}, steps)


def test_the_language_follows_the_system_only_where_asked() -> None:
    assert resolve_language("system", "zh_CN.UTF-8") == "zh"
    assert resolve_language("system", "Chinese (Simplified)_China") == "zh"
    assert resolve_language("system", "de_DE") == "en"
    assert resolve_language("en", "zh_CN") == "en"


def test_every_setting_has_a_default() -> None:
    assert Settings() == Settings(**{f.name: f.default for f in fields(Settings)})  # type: ignore[arg-type]
