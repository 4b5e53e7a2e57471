"""What a file is by its content, whatever its name says; only workbooks and plain text go on."""

from __future__ import annotations

import stat
from enum import StrEnum
from pathlib import Path

from app.core.errors import Environment, Refused
from app.core.reasons import reason
from app.core.words import Text, text
from app.exchange.sheet.package import MIB, Package
from app.exchange.sheet.refusals import NOTHING_READ, not_ours

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_LOOK = 8 * MIB

_MAGIC: tuple[tuple[bytes, Text], ...] = (
    (b"%PDF", text("a PDF document")),
    (b"\x89PNG", text("a picture (PNG)")),
    (b"\xff\xd8\xff", text("a picture (JPEG)")),
    (b"GIF8", text("a picture (GIF)")),
    (b"BM\x00", text("a picture (BMP)")),
    (b"{\\rtf", text("a text document (RTF)")),
    (b"\x1f\x8b", text("a packed file (gzip)")),
    (b"7z\xbc\xaf\x27\x1c", text("a packed file (7z)")),
    (b"Rar!", text("a packed file (RAR)")),
    (b"BZh", text("a packed file (bzip2)")),
    (b"\xfd7zXZ", text("a packed file (xz)")),
    (b"\x7fELF", text("a program")),
    (b"MZ\x90", text("a program")),
    (b"SQLite format 3\x00", text("a database (SQLite)")),
    (b"\x09\x08\x10\x00\x00\x06\x05\x00", text("an old binary workbook (.xls)")),
)


class Kind(StrEnum):
    """The kinds of files that are read."""

    WORKBOOK = "workbook"
    TEXT = "text"


def kind_of(file: Path) -> Kind:
    """Return what `file` is; raises Refused for what is not read, Environment where it cannot be."""
    try:
        found = file.stat()
        if stat.S_ISDIR(found.st_mode):
            raise Refused(
                text("{file} is a folder.", file=str(file)),
                text("Name one file: .xlsx, .xlsm or .csv."),
            )
        if not stat.S_ISREG(found.st_mode):
            raise Refused(
                text("{file} is no ordinary file.", file=str(file)),
                text("Name one file: .xlsx, .xlsm or .csv."),
            )
        if found.st_size == 0:
            raise Refused(
                text("{file} is empty (0 bytes).", file=file.name),
                text("Export it again; the program that wrote it did not finish."),
            )
        with file.open("rb") as stream:
            head = stream.read(4096)
        if head.startswith(_OLE):
            raise _ole(file)
    except OSError as error:
        raise unreadable(file, error) from error
    return _kind(file, head)


def unreadable(file: Path, error: OSError) -> Environment:
    """Return that the system did not let the file be read."""
    return Environment(
        text("{file} cannot be read: {why}.", file=str(file), why=reason(error)),
        text("Check the name and the permission; close it in other programs, then try again."),
    )


def _kind(file: Path, head: bytes) -> Kind:
    if head[:2] == b"PK":
        return Kind.WORKBOOK
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            raise not_ours(file, kind)
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:512].lower()
    if start.startswith((b"<html", b"<!doctype html", b"<table", b"<meta")):
        raise not_ours(file, text("a web page, whatever its name says"))
    if (start.startswith(b"<?xml") and b"mso-application" in start) or b"excel.sheet" in start:
        raise not_ours(file, text("an XML table of Excel 2003"))
    if start.startswith(b"<?xml"):
        raise not_ours(file, text("an XML file"))
    return Kind.TEXT


def _ole(file: Path) -> Refused:
    """Tell a locked workbook from an old one: both lie in the same kind of container."""
    with file.open("rb") as stream:
        held = stream.read(_OLE_LOOK)
        stream.seek(max(0, file.stat().st_size - MIB))
        held += stream.read(MIB)
    if "EncryptedPackage".encode("utf-16-le") in held:
        return Refused(
            text("{file} is locked with a password.", file=file.name),
            text("Open it in Excel or WPS, remove the password, save it, and import it again."),
        )
    if any(name.encode("utf-16-le") in held for name in ("Workbook", "Book")):
        return not_ours(file, text("an old binary workbook (.xls or .et)"))
    if "WordDocument".encode("utf-16-le") in held:
        return not_ours(file, text("a Word document"))
    return not_ours(file, text("an old Office file"))


def refuse_other_zip(file: Path, package: Package) -> None:
    """Refuse a zip that is no workbook of Excel's kind, by what lies in it; raises Refused."""
    names = package.names()
    if "xl/workbook.xml" in package or any(
        n.startswith("xl/") and n.endswith("workbook.xml") for n in names
    ):
        return
    if any(n.startswith("xl/") and n.endswith(".bin") for n in names):
        raise not_ours(file, text("a binary workbook (.xlsb)"))
    for part, kind in (
        ("word/", text("a Word document")),
        ("ppt/", text("a PowerPoint document")),
        ("index/", text("a Numbers, Pages or Keynote document")),
        ("index.zip", text("a Numbers, Pages or Keynote document")),
        ("meta-inf/manifest.xml", text("an OpenDocument file (.ods)")),
    ):
        if any(n.startswith(part) for n in names):
            raise not_ours(file, kind)
    if not names:
        raise Refused(text("{file} is an empty zip.", file=file.name), NOTHING_READ)
    if any(n.endswith((".xlsx", ".csv")) for n in names):
        raise Refused(
            text("{file} is a zip with files in it.", file=file.name),
            text("Unpack it and import the workbook."),
        )
    raise not_ours(file, text("a zip without a workbook in it"))
