"""The zip inside a workbook, opened so that a hostile one can cost neither memory nor time."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import NoReturn, Self
from xml.parsers import expat

from app.core.errors import Refused
from app.core.words import Text, number, text
from app.exchange.sheet.refusals import damaged, too_much

MIB = 1 << 20
MAX_FILE = 200 * MIB  # pictures in it are never unpacked
MAX_DIRECTORY = 4 * MIB
MAX_PARTS = 20_000
MAX_SHEET = 384 * MIB  # unpacked; a million empty rows fit
MAX_PART = 48 * MIB
MAX_RATIO = 400  # unpacked ÷ packed; honest sheets stay below 60
RATIO_FROM = 4 * MIB
CHUNK = 1 << 18

_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    struct.error,
    UnicodeDecodeError,
    ValueError,
)


class Package:
    """A zip of XML parts; every read is counted against its limits."""

    def __init__(self, file: Path) -> None:
        """Open the zip; raises Refused where it is damaged or too large, OSError where unreadable."""
        self.file = file
        size = file.stat().st_size
        if size > MAX_FILE:
            raise too_much(file, "—", mebibytes(size), mebibytes(MAX_FILE))
        self._look_at_directory(size)
        try:
            self._zip = zipfile.ZipFile(file)
        except _BROKEN as error:
            raise damaged(file, "zip", Text(str(error))) from error
        self._parts = {name.lstrip("/").lower(): name for name in self._zip.namelist()}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._zip.close()

    def __contains__(self, part: str) -> bool:
        return part.lower() in self._parts

    def names(self) -> tuple[str, ...]:
        """Return the names of all parts, in lower case."""
        return tuple(self._parts)

    def chunks(self, part: str, limit: int = MAX_PART) -> Iterator[bytes]:
        """Yield the content of `part` piece by piece; raises Refused past its limits or damaged."""
        info = self._zip.getinfo(self._parts[part.lower()])
        if info.flag_bits & 1:
            raise Refused(
                text("{file} is locked with a password.", file=self.file.name),
                text("Open it in Excel or WPS, remove the password, save it, and import it again."),
            )
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise damaged(self.file, part, text("packed in a way no workbook is"))
        self._within(part, info.file_size, info.compress_size, limit)
        counted = 0
        try:
            with self._zip.open(info) as stream:
                while chunk := stream.read(CHUNK):
                    counted += len(chunk)
                    self._within(part, counted, info.compress_size, limit)
                    yield chunk
        except _BROKEN as error:
            raise damaged(self.file, part, Text(str(error))) from error
        except RuntimeError as error:  # zipfile's word for a part it has no key for
            raise damaged(self.file, part, Text(str(error))) from error

    def parse(self, part: str, parser: expat.XMLParserType, limit: int = MAX_PART) -> None:
        """Feed `part` to `parser`; raises Refused where it is no XML or declares entities."""
        guard(parser, self.file, part)
        try:
            for chunk in self.chunks(part, limit):
                parser.Parse(chunk, False)
            parser.Parse(b"", True)
        except expat.ExpatError as error:
            raise damaged(self.file, part, Text(str(error))) from error

    def _within(self, part: str, unpacked: int, packed: int, limit: int) -> None:
        if unpacked > limit:
            raise too_much(self.file, part, mebibytes(unpacked), mebibytes(limit))
        if unpacked > RATIO_FROM and unpacked > MAX_RATIO * max(packed, 1):
            value = text(
                "unpacks to {times} times its size", times=round(unpacked / max(packed, 1))
            )
            raise too_much(self.file, part, value, text("{times} times", times=MAX_RATIO))

    def _look_at_directory(self, size: int) -> None:
        """Refuse a directory of parts so long that reading it would already cost the memory."""
        with self.file.open("rb") as stream:
            stream.seek(max(0, size - 66_000))
            tail = stream.read()
        at = tail.rfind(b"PK\x05\x06")
        if at < 0 or len(tail) - at < 22:
            raise damaged(self.file, "zip", text("its end is missing"))
        parts, length = struct.unpack("<HI", tail[at + 10 : at + 16])
        if parts > MAX_PARTS or length > MAX_DIRECTORY:
            said = text("{count} parts", count=parts)
            raise too_much(self.file, "zip", said, text("{count} parts", count=MAX_PARTS))


def guard(parser: expat.XMLParserType, file: Path, part: str) -> None:
    """Make `parser` refuse a document type: what it declares could unfold without end."""

    def refuse(*_: object) -> NoReturn:
        raise damaged(file, part, text("it declares entities, which no workbook needs"))

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse


def new_parser() -> expat.XMLParserType:
    """Return a parser that names elements by their local name after "}" and gathers text whole."""
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    return parser


def local(name: str) -> str:
    """Return an element's or attribute's name without its namespace."""
    return name.rsplit("}", 1)[-1]


def mebibytes(size: int) -> Text:
    """Return a size in MB, as a person reads it."""
    return text("{size} MB", size=number(size / MIB, 1 if size < 100 * MIB else 0))
