"""Optional model files: which there are, whether they are here and whole, and fetching one by its hash."""

from __future__ import annotations

import hashlib
import http.client
import urllib.request
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

from app.core import paths, strict
from app.core.errors import Environment, Refused
from app.core.files import whole
from app.core.reasons import reason
from app.core.words import Text, text
from app.session.jobs import Progress

TIMEOUT_S = 20.0
CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Model:
    """A model file as `resources/models.toml` states it; `bytes` and `sha256` tell the right one."""

    id: str
    name: str
    address: str
    bytes: int
    sha256: str
    licence: str
    source: str
    what: Text


@dataclass(frozen=True, slots=True)
class _Models:
    models: tuple[Model, ...]


class Presence(StrEnum):
    """Whether a model file is where it is looked for."""

    HERE = "here"
    MISSING = "missing"
    SPOILT = "spoilt"  # a file of that name with another content


def models() -> tuple[Model, ...]:
    """Return the models that the app knows how to use."""
    return strict.load(paths.resources("models.toml"), _Models).models


def find_model(id: str) -> Model:  # noqa: A002 the field's word
    """Return the model with that id; raises Refused naming those there are."""
    known = {model.id: model for model in models()}
    if id not in known:
        raise Refused(
            text("There is no model “{id}”.", id=id),
            text("Known here: {known}.", known=", ".join(known)),
        )
    return known[id]


def presence(model: Model, folder: Path) -> Presence:
    """Return whether `folder` holds the right file of `model`."""
    file = folder / model.name
    try:
        if not file.is_file():
            return Presence.MISSING
        right = file.stat().st_size == model.bytes and _hash(file.read_bytes()) == model.sha256
    except OSError:
        return Presence.SPOILT
    return Presence.HERE if right else Presence.SPOILT


def fetch(model: Model, folder: Path, progress: Progress | None = None) -> Path:
    """Download `model` into `folder`, whole and right or not at all, and return the file.

    Raises Environment without a network, for a file that is not the right one, or a disk that refuses.
    """
    target = folder / model.name
    if presence(model, folder) is Presence.HERE:
        return target
    content = _download(model, target, progress)
    if len(content) != model.bytes or _hash(content) != model.sha256:
        raise Environment(
            text(
                "What {host} sent is not {name}: it was not kept.",
                host=_host(model),
                name=model.name,
            ),
            text("Copy the right file to {file}.", file=str(target)),
        )
    try:
        with whole(target) as fresh:
            fresh.write_bytes(content)
    except OSError as error:
        raise Environment(
            text("{name} was not stored: {why}.", name=model.name, why=reason(error)),
            text("Make room on the disk or allow writing to {folder}.", folder=str(folder)),
        ) from error
    return target


def _download(model: Model, target: Path, progress: Progress | None) -> bytes:
    content = bytearray()
    asked = urllib.request.Request(model.address, headers={"User-Agent": "Greenroom"})  # noqa: S310
    try:
        with urllib.request.urlopen(asked, timeout=TIMEOUT_S) as answer:  # noqa: S310 our own address
            # One byte more than is right is enough to know that it is wrong.
            while len(content) <= model.bytes and (part := answer.read(CHUNK)):
                content += part
                if progress is not None:
                    progress.tell(len(content) / model.bytes)
    except (OSError, http.client.HTTPException) as error:
        cause = getattr(error, "reason", None)
        why = reason(cause if isinstance(cause, OSError) else error)
        raise Environment(
            text("{host} could not be reached: {why}.", host=_host(model), why=why),
            text(
                "Go online and try again, or copy {name} to {folder}.",
                name=model.name,
                folder=str(target.parent),
            ),
        ) from error
    return bytes(content)


def _host(model: Model) -> str:
    return urlsplit(model.address).netloc


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
