"""What one person set in the app on this machine, kept as `settings.toml` beside the library."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, Literal

from app.core.errors import Environment, Refused
from app.core.files import whole
from app.core.reasons import reason
from app.core.strict import parse
from app.core.words import Language, Text, text

NAME = "settings.toml"

Upgrade = Callable[[Mapping[str, Any]], Mapping[str, Any]]
UPGRADES: tuple[Upgrade, ...] = ()  # the n-th turns the keys of version n + 1 into version n + 2
VERSION = len(UPGRADES) + 1


@dataclass(frozen=True, slots=True)
class Settings:
    """Choices of the person at this machine; nothing here belongs to the studio's library."""

    language: Literal["system", "en", "zh"] = "system"
    theme: Literal["system", "dark", "light"] = "system"
    density: Literal["auto", "compact", "normal", "roomy"] = "auto"  # auto: by the window's size
    text_percent: int = 100  # 100 to 150
    geometry: str = ""  # base64 of the window's own state
    window: str = ""  # base64 of docks and splitters
    page: str = "room"
    pages: tuple[str, ...] = ()  # "page=state": each page's own splitters
    side_panels: tuple[str, ...] = ()  # "page=width" in logical pixels
    room: str = ""
    profile: str = ""
    platform: str = ""
    camera: str = ""
    microphone: str = ""
    overlays: tuple[str, ...] = ("face", "thirds")
    fetch_models: Literal["ask", "yes", "no"] = "ask"  # may optional models be downloaded?


@dataclass(frozen=True, slots=True)
class Loaded:
    """The settings to use, and what to tell the person where the file could not be read."""

    settings: Settings
    notice: Text | None = None


def load_settings(home: Path, *, mend: bool = True) -> Loaded:
    """Return the settings kept in `home`; a damaged file is said, set aside (`mend`), never fatal."""
    file = home / NAME
    try:
        raw = tomllib.loads(file.read_text("utf-8"))
        return Loaded(parse(upgraded(raw, UPGRADES), Settings, file))
    except FileNotFoundError:
        return Loaded(Settings())
    except OSError as error:
        return Loaded(
            Settings(),
            text("The settings cannot be read: {why}.", why=reason(error)),
        )
    except (Refused, ValueError) as error:
        why = error.what if isinstance(error, Refused) else text("{why}.", why=str(error))
        if not mend:
            return Loaded(
                Settings(), text("The settings are damaged and were not used. {why}", why=why)
            )
        return Loaded(Settings(), _set_aside(file, why))


def upgraded(raw: Mapping[str, Any], upgrades: tuple[Upgrade, ...]) -> Mapping[str, Any]:
    """Return the keys of a settings file as the newest version has them; raises ValueError."""
    version = raw.get("version", 1)
    if not isinstance(version, int) or not 1 <= version <= len(upgrades) + 1:
        raise ValueError(f"version {version!r}, but this app reads 1 to {len(upgrades) + 1}")
    keys: Mapping[str, Any] = {k: v for k, v in raw.items() if k != "version"}
    for upgrade in upgrades[version - 1 :]:
        keys = upgrade(keys)
    return keys


def save_settings(home: Path, settings: Settings) -> None:
    """Write `settings` whole or not at all; raises Environment."""
    file = home / NAME
    try:
        with whole(file) as fresh:
            fresh.write_text(as_toml(settings), "utf-8")
    except OSError as error:
        raise Environment(
            text("The settings were not saved: {why}.", why=reason(error)),
            text("Make room on the disk or allow writing to {folder}.", folder=str(home)),
        ) from error


def as_toml(settings: Settings) -> str:
    """Return `settings` as a TOML document that `load_settings` reads back to an equal value."""
    values = asdict(settings)
    lines = [f"version = {VERSION}"]
    lines += [f"{f.name} = {_toml(values[f.name])}" for f in fields(settings)]
    return "\n".join(lines) + "\n"


def resolve_language(choice: Literal["system", "en", "zh"], locale: str) -> Language:
    """Return the language to speak, `locale` (such as zh_CN.UTF-8) deciding where `choice` does not."""
    if choice == "system":
        return "zh" if locale.lower().startswith(("zh", "chinese")) else "en"
    return choice


def _toml(value: object) -> str:
    # A JSON string is a TOML basic string once DEL is escaped too.
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(_toml(v) for v in value) + "]"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _set_aside(file: Path, why: Text) -> Text:
    aside = file.with_name(f"{NAME}.damaged")
    try:
        file.replace(aside)
    except OSError:
        return text("The settings are damaged and were not used. {why}", why=why)
    return text(
        "The settings were damaged; they are kept as {name} and the app starts afresh. {why}",
        name=aside.name,
        why=why,
    )
