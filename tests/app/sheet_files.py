"""Makers of workbooks and the short form in which tests state what a row must say."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

KEYS = (
    "title",
    "kind",
    "start",
    "elapsed_start_s",
    "duration_s",
    "product",
    "list_price",
    "live_price",
)


def book(
    file: Path,
    rows: Iterable[Any],
    *,
    merged: Sequence[str] = (),
    name: str = "Sheet1",
    then: Callable[[Worksheet], None] | None = None,
) -> Path:
    """Write a workbook of one sheet."""
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = name
    fill(sheet, rows, merged)
    if then is not None:
        then(sheet)
    workbook.save(file)
    return file


def fill(sheet: Worksheet, rows: Iterable[Any], merged: Sequence[str] = ()) -> None:
    """Write rows into a sheet, then merge."""
    for row in rows:
        sheet.append(list(row))
    for area in merged:
        sheet.merge_cells(area)


def patched(source: Path, target: Path, changes: dict[str, bytes | None]) -> Path:
    """Copy a workbook with parts replaced, added, or (None) left out."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            if info.filename not in changes:
                new.writestr(info.filename, old.read(info))
        for part, content in changes.items():
            if content is not None:
                new.writestr(part, content)
    return target


def sheet_xml(cells: str, after: str = "", before: str = "") -> bytes:
    """Return the XML of a sheet with these rows."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{main}">{before}'
        f"<sheetData>{cells}</sheetData>{after}</worksheet>"
    ).encode()


def brief(row: dict[str, Any]) -> tuple[Any, ...]:
    """Return a row in short: title, kind, start, elapsed, duration, product, prices."""
    return tuple(row[key] for key in KEYS)
