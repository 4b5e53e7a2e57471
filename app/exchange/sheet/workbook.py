"""A workbook's parts but its sheets: which sheets there are, shared strings, number formats."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from app.core.errors import Refused
from app.core.words import Text, text
from app.exchange.sheet import number_format
from app.exchange.sheet.grid import MAX_CHARACTERS, Form
from app.exchange.sheet.package import Package, local, new_parser
from app.exchange.sheet.refusals import NOTHING_READ, too_much

MAX_SHEETS = 100
MAX_STRINGS = 500_000
_NO_TEXT = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff]")
_UNUSUAL = re.compile("[\x00-\x08\x0b-\x1f\r\ud800-\udfff]")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class SheetPart:
    """One sheet as the workbook lists it: its name, the part it lies in, what it is."""

    name: str
    part: str
    hidden: bool = False
    is_table: bool = True  # false for a chart, a dialog, a macro sheet


@dataclass(frozen=True, slots=True)
class Workbook:
    """What all sheets share."""

    sheets: tuple[SheetPart, ...]
    strings: tuple[str, ...] | None  # None where the part is missing
    forms: tuple[Form, ...] | None  # by style; None where it is missing or damaged
    from_1904: bool = False
    macros: bool = False
    outside_links: bool = False
    styles_why: Text | None = None


class _Relation(NamedTuple):
    kind: str
    target: str


def read_workbook(file: Path, package: Package) -> Workbook:
    """Return what all sheets share; raises Refused where the list of sheets cannot be read."""
    part = _main_part(package)
    relations = _relations(package, part)
    listed, from_1904 = _listed(package, part)
    if len(listed) > MAX_SHEETS:
        said = text("{count} sheets", count=len(listed))
        raise too_much(file, part, said, text("{count} sheets", count=MAX_SHEETS))
    sheets = tuple(_sheet(package, part, relations, *one) for one in listed)
    if not sheets:
        raise Refused(text("{file} holds no sheet.", file=file.name), NOTHING_READ)
    forms, why = _forms(package, _named(package, part, relations, "styles"))
    names = package.names()
    return Workbook(
        sheets,
        _strings(file, package, _named(package, part, relations, "sharedStrings")),
        forms,
        from_1904,
        macros=any(n.endswith("vbaproject.bin") for n in names),
        outside_links=any("externallinks/" in n for n in names),
        styles_why=why,
    )


def plain(said: str) -> str:
    """Return words without the workbook's escapes (_x000D_) and characters no text holds."""
    if "_x" in said:
        said = _ESCAPED.sub(lambda m: chr(int(m[1], 16)), said)
    if _UNUSUAL.search(said) is None:
        return said
    return _NO_TEXT.sub("", said.replace("\r\n", "\n").replace("\r", "\n"))


def _main_part(package: Package) -> str:
    for relation in _relations(package, "").values():
        if relation.kind == "officeDocument" and relation.target in package:
            return relation.target
    return "xl/workbook.xml"


def _named(package: Package, main: str, relations: dict[str, _Relation], kind: str) -> str | None:
    """Return the part of this kind: as the relations say, else where it usually lies."""
    said = [r.target for r in relations.values() if r.kind == kind and r.target in package]
    usual = posixpath.join(posixpath.dirname(main), f"{kind}.xml")
    return said[0] if said else usual if usual in package else None


def _relations(package: Package, part: str) -> dict[str, _Relation]:
    folder, name = posixpath.split(part)
    rels = posixpath.join(folder, "_rels", f"{name}.rels")
    found: dict[str, _Relation] = {}
    if rels not in package:
        return found

    def start(element: str, given: dict[str, str]) -> None:
        if local(element) != "Relationship" or given.get("TargetMode") == "External":
            return
        target = given.get("Target", "")
        path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
        kind = given.get("Type", "").rsplit("/", 1)[-1]
        found[given.get("Id", "")] = _Relation(kind, posixpath.normpath(path))

    parser = new_parser()
    parser.StartElementHandler = start
    package.parse(rels, parser)
    return found


def _listed(package: Package, part: str) -> tuple[list[tuple[str, str, bool]], bool]:
    """Return (name, relation, hidden) of every sheet, and whether days count from 1904."""
    listed: list[tuple[str, str, bool]] = []
    dates: list[bool] = []

    def start(element: str, given: dict[str, str]) -> None:
        if local(element) == "sheet":
            relation = next((v for k, v in given.items() if local(k) == "id"), "")
            hidden = given.get("state", "visible") != "visible"
            listed.append((plain(given.get("name", "")), relation, hidden))
        elif local(element) == "workbookPr":
            dates.append(given.get("date1904", "0") in ("1", "true", "on"))

    parser = new_parser()
    parser.StartElementHandler = start
    package.parse(part, parser)
    return listed, any(dates)


def _sheet(
    package: Package,
    main: str,
    relations: dict[str, _Relation],
    name: str,
    relation: str,
    hidden: bool,
) -> SheetPart:
    known = relations.get(relation)
    if known is None:
        digits = re.sub(r"\D", "", relation)
        usual = posixpath.join(posixpath.dirname(main), f"worksheets/sheet{digits}.xml")
        return SheetPart(name, usual, hidden, is_table=usual in package)
    return SheetPart(
        name, known.target, hidden, is_table=known.kind == "worksheet" and known.target in package
    )


def _strings(file: Path, package: Package, part: str | None) -> tuple[str, ...] | None:
    """Return the shared strings; the reading aids over Chinese and Japanese are left out."""
    if part is None:
        return None
    strings: list[str] = []
    pieces: list[str] = []
    state = {"text": False, "aid": False, "size": 0}

    def start(element: str, _: dict[str, str]) -> None:
        name = local(element)
        if name == "t":
            state["text"] = not state["aid"]
        elif name == "rPh":
            state["aid"] = True

    def end(element: str) -> None:
        name = local(element)
        if name == "t":
            state["text"] = False
        elif name == "rPh":
            state["aid"] = False
        elif name == "si":
            strings.append(plain("".join(pieces)))
            state["size"] += len(strings[-1])
            pieces.clear()
            if len(strings) > MAX_STRINGS or state["size"] > MAX_CHARACTERS:
                said = text("{count} texts", count=len(strings))
                raise too_much(file, part, said, text("{count} texts", count=MAX_STRINGS))

    def words(said: str) -> None:
        if state["text"]:
            pieces.append(said)

    parser = new_parser()
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = words
    package.parse(part, parser)
    return tuple(strings)


def _forms(package: Package, part: str | None) -> tuple[tuple[Form, ...] | None, Text | None]:
    """Return what each style shows a number as; where the styles are damaged, None and why."""
    if part is None:
        return None, text("the part is missing")
    codes: dict[int, Form] = {}
    forms: list[Form] = []
    inside: list[str] = []

    def start(element: str, given: dict[str, str]) -> None:
        name = local(element)
        inside.append(name)
        format_id = given.get("numFmtId", "")
        if not format_id.isdecimal() or len(format_id) > 9:
            if name == "xf" and "cellXfs" in inside:
                forms.append(Form.PLAIN)
        elif name == "numFmt":
            codes[int(format_id)] = number_format.of_code(given.get("formatCode", "")[:500])
        elif name == "xf" and "cellXfs" in inside:
            known = codes.get(int(format_id)) or number_format.builtin(int(format_id))
            forms.append(known or Form.PLAIN)

    def end(_: str) -> None:
        inside.pop()

    parser = new_parser()
    parser.StartElementHandler, parser.EndElementHandler = start, end
    try:
        package.parse(part, parser)
    except Refused:
        return None, text("the part is damaged")
    return tuple(forms), None
