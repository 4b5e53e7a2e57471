"""The one door: a workbook or CSV read as a run of show, with every doubt; nothing by half."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app.core.errors import Refused
from app.core.words import Text, text
from app.exchange.sheet.by_content import by_content
from app.exchange.sheet.columns import CUSTOM, IGNORED, field_ids, match
from app.exchange.sheet.grid import Grid, Held
from app.exchange.sheet.header import LOOK_AT, SURE, find_table, plain_table, table_at, with_mapping
from app.exchange.sheet.lines import Line, is_note, sorted_lines
from app.exchange.sheet.opening import Opened, open_file
from app.exchange.sheet.products import read_products
from app.exchange.sheet.row_times import RowTimes
from app.exchange.sheet.rows import read_rows
from app.exchange.sheet.shown import short, shown
from app.exchange.sheet.stages import with_titles
from app.exchange.sheet.understood import (
    Column,
    Doubt,
    Layout,
    LeftOut,
    SheetProduct,
    SheetRead,
    SheetRow,
    Table,
)

_TIMED = frozenset(("time", "start", "elapsed", "duration"))
_LONGEST_TITLE = 80
_GOODS = frozenset(("list_price", "live_price", "stock", "sku", "link"))


@dataclass(frozen=True, slots=True)
class _ShowSheet:
    table: Table
    rows: tuple[SheetRow, ...]
    doubts: tuple[Doubt, ...]
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True, slots=True)
class _GoodsSheet:
    table: Table
    products: tuple[SheetProduct, ...]
    left_out: tuple[LeftOut, ...]


def read(
    file: Path,
    mapping: Mapping[str, str] | None = None,
    sheet: str | None = None,
    header_row: int | None = None,
) -> SheetRead:
    """Return what `file` says; raises Refused or Environment, and then nothing was taken from it.

    `mapping` (column letters → field, "custom" or "ignored") goes before the guesses, `sheet` names
    the one sheet to read, `header_row` the row of its headings (0: there are none).
    """
    _check_mapping(mapping or {})
    opened = open_file(file)
    shows, goods, left_out = _found(_asked(file, opened, sheet), mapping or {}, header_row)
    left_out = [*opened.left_out, *left_out]
    if not shows and not goods:
        raise _nothing_found(file, opened, left_out)
    chosen, doubts, others = _chosen(shows)
    left_out += [*others, *(one for show in chosen for one in show.left_out)]
    left_out += [one for table in goods for one in table.left_out]
    if not chosen:
        why = text("a product table, and no run of show was found")
        doubts.append(Doubt(goods[0].table.sheet, "", text("products"), why))
    return SheetRead(
        tuple(row for one in chosen for row in one.rows),
        tuple(product for one in goods for product in one.products),
        (*opened.doubts, *doubts, *(d for one in chosen for d in one.doubts)),
        tuple(left_out),
        Layout(
            opened.kind,
            tuple(one.table for one in chosen),
            tuple(one.table for one in goods),
            opened.encoding,
            opened.delimiter,
        ),
        _title(opened.grids, (*(one.table for one in chosen), *(one.table for one in goods))[0]),
    )


def _title(grids: Sequence[Grid], table: Table) -> str:
    """Return the words that stand alone in a row above the headings; "" where there are none."""
    grid = next(grid for grid in grids if grid.name == table.sheet)
    for row, columns in grid.in_row.items():
        if row >= table.header_row:
            break
        cells = [grid.cells[row, c] for c in columns if shown(grid.cells[row, c])]
        if row in grid.hidden_rows or len(cells) != 1 or cells[0].held is not Held.TEXT:
            continue
        said = " ".join(shown(cells[0]).split())
        if len(said) <= _LONGEST_TITLE and not is_note(said) and "：" not in said.rstrip("："):
            return said
    return ""


def _found(
    grids: Sequence[Grid], mapping: Mapping[str, str], header_row: int | None
) -> tuple[list[_ShowSheet], list[_GoodsSheet], list[LeftOut]]:
    """Return every run of show and product table of these sheets, and the sheets without one."""
    shows: list[_ShowSheet] = []
    goods: list[_GoodsSheet] = []
    left_out: list[LeftOut] = []
    for grid in grids:
        tables = _tables(grid, mapping, header_row)
        if not tables:
            why = _first_fault(grid) or text("no headings of a run of show or a product table")
            left_out.append(LeftOut(grid.name, _first_words(grid), why))
        for table in tables:
            found = _understood(grid, table, mapping)
            if isinstance(found, _ShowSheet):
                shows.append(found)
            elif isinstance(found, _GoodsSheet):
                goods.append(found)
            else:
                left_out.append(found)
    return shows, goods, left_out


def _check_mapping(mapping: Mapping[str, str]) -> None:
    known = (*field_ids(), CUSTOM, IGNORED)
    for column, name in mapping.items():
        if name not in known:
            raise Refused(
                text("Column {column}: there is no field “{name}”.", column=column, name=name),
                text("Use one of: {known}.", known=", ".join(known)),
            )
    fields = [name for name in mapping.values() if name not in (CUSTOM, IGNORED)]
    twice = next((name for name in fields if fields.count(name) > 1), None)
    if twice is not None:
        raise Refused(
            text("Two columns are mapped to “{name}”.", name=twice),
            text("Map one of them to “custom”."),
        )


def _asked(file: Path, opened: Opened, sheet: str | None) -> Sequence[Grid]:
    if sheet is None:
        return opened.grids
    found = [grid for grid in opened.grids if grid.name == sheet]
    if not found:
        raise Refused(
            text("{file} has no visible sheet “{sheet}”.", file=file.name, sheet=sheet),
            text("It has: {sheets}.", sheets=", ".join(grid.name for grid in opened.grids)),
        )
    return found


def _tables(grid: Grid, mapping: Mapping[str, str], header_row: int | None) -> list[Table]:
    """Return the tables of a sheet: the one asked for, or the best and what begins below it."""
    if header_row is not None:
        named = (table_at(grid, header_row, levels) for levels in (2, 1))
        best = max((t for t in named if t is not None), key=lambda t: t.score, default=None)
        return [with_mapping(best or plain_table(grid, header_row), mapping)]
    first = find_table(grid)
    if first is None:
        return []
    above = find_table(grid, before=first.header_row)
    first = with_mapping(first, mapping)
    found = [first, *_below(grid, first)]
    if above is not None and above.fields() != first.fields():
        above = replace(above, last_row=first.header_row - 1)
        if any(line.line is Line.ROW for line in sorted_lines(grid, above)[0]):
            found.insert(0, above)
    return found


def _below(grid: Grid, first: Table) -> list[Table]:
    """Return a second table in the same sheet, where another kind of headings begins below."""
    _, left_out = sorted_lines(grid, first)
    another = [line for line in left_out if line.why.en.startswith("another table")]
    if not another:
        return []
    row = int(another[0].place.rsplit(":", 1)[-1])
    second = find_table(grid, row - 1)
    return [] if second is None else [second]


def _understood(
    grid: Grid, table: Table, mapping: Mapping[str, str]
) -> _ShowSheet | _GoodsSheet | LeftOut:
    asked = bool(mapping)
    lines, left_out = sorted_lines(grid, table)
    rows = [line.row for line in lines if line.line is Line.ROW]
    if not rows:
        why = text("headings in row {row}, and no rows below them", row=table.header_row)
        return LeftOut(table.sheet, table.columns[0].heading if table.columns else "", why)
    table = replace(table, last_row=rows[-1])
    if not asked:
        table = by_content(grid, table, lines)
    hidden = _hidden_columns(grid, table)
    fields = table.fields()
    if not fields & _TIMED and not asked and _is_goods(fields):
        products = read_products(grid, table, lines)
        if products:
            return _GoodsSheet(table, products, (*left_out, *hidden))
    if not asked and not fields & _TIMED and not fields & {"title", "script", "part", "product"}:
        why = text("neither times nor names of rows among its headings")
        return LeftOut(table.sheet, table.columns[0].heading, why)
    if "part" not in mapping.values():
        table = with_titles(grid, table, lines)
    times = RowTimes(grid, table, lines)
    found = read_rows(grid, table, lines, times)
    doubts = (*_about_headings(grid, table), *times.about_columns())
    return _ShowSheet(table, found, doubts, (*left_out, *hidden))


def _is_goods(fields: frozenset[str]) -> bool:
    if "script" in fields or not fields & _GOODS:
        return False
    return ("product" in fields) != ("title" in fields)


def _hidden_columns(grid: Grid, table: Table) -> list[LeftOut]:
    found = []
    for column in table.columns:
        if column.index in grid.hidden_columns:
            heading = shown(grid.at(table.header_last, column.index)) if table.header_last else ""
            place = f"{grid.name}!{column.letters}:{column.letters}"
            found.append(LeftOut(place, short(heading), text("the column is hidden")))
    return found


def _about_headings(grid: Grid, table: Table) -> list[Doubt]:
    """Return which headings were not known word for word, and which two claim one field."""
    found = []
    for column in table.columns:
        place = grid.place(max(table.header_last, 1), column.index)
        known = match(column.heading.split(" / ")[-1])
        if column.field == CUSTOM and known is not None and (first := table.column(known.field)):
            why = text("column {other} is already taken for this", other=first.letters)
            taken = text("a column of its own")
            found.append(Doubt(place, short(column.heading), taken, why))
        elif 0 < column.score < SURE:
            why = text("the heading is not known word for word")
            if column.by_cells:
                why = text("told by what the cells of the column hold")
            found.append(Doubt(place, short(column.heading), _field(column), why))
    return found


def _field(column: Column) -> Text:
    return text("the field {field}", field=column.field)


def _chosen(
    shows: list[_ShowSheet],
) -> tuple[list[_ShowSheet], list[Doubt], list[LeftOut]]:
    """Return the best sheet with those that go on from it, and why the others are left out."""
    if not shows:
        return [], [], []
    best = max(shows, key=_weight)
    headings = [c.heading for c in best.table.columns]
    chosen, left_out = [best], []
    for other in shows:
        if other is best:
            continue
        alike = [c.heading for c in other.table.columns] == headings
        before = shows.index(other) < shows.index(best)
        ends = (other, chosen[0]) if before else (chosen[-1], other)
        if alike and _goes_on(*ends):
            chosen.append(other)
            chosen.sort(key=shows.index)
            continue
        why = (
            text("another run of show: it begins anew; import it with --sheet")
            if alike
            else text("another table; import it with --sheet if it is meant")
        )
        left_out.append(LeftOut(other.table.sheet, f"{len(other.rows)}", why))
    doubts = []
    if len(chosen) > 1:
        names = ", ".join(one.table.sheet for one in chosen)
        taken = text("one run of show, one sheet after the other")
        doubts.append(
            Doubt(names, "", taken, text("the sheets have the same headings and go on in time"))
        )
    return chosen, doubts, left_out


def _weight(one: _ShowSheet) -> float:
    timed = len(one.table.fields() & _TIMED)
    return one.table.score + 2.0 * bool(timed) + min(len(one.rows), 20) / 10


def _goes_on(first: _ShowSheet, second: _ShowSheet) -> bool:
    """Whether the second sheet's times begin where the first's have ended, or there are none."""
    for name in ("start_ms", "elapsed_ms"):
        before = [v for row in first.rows if (v := getattr(row, name)) is not None]
        after = [v for row in second.rows if (v := getattr(row, name)) is not None]
        if before and after:
            return bool(after[0] >= before[-1])
    return True


def _first_words(grid: Grid) -> str:
    for at in sorted(grid.cells)[:50]:
        if grid.cells[at].held is Held.TEXT and grid.cells[at].text.strip():
            return short(" ".join(grid.cells[at].text.split()))
    return ""


def _first_fault(grid: Grid) -> Text | None:
    """Return why the first cells cannot be read, where most of them cannot."""
    first = [grid.cells[at] for at in sorted(grid.cells)[:20]]
    faults = [cell.why for cell in first if cell.held is Held.ERROR and cell.why is not None]
    return faults[0] if len(faults) * 2 > len(first) else None


def _nothing_found(file: Path, opened: Opened, left_out: Sequence[LeftOut]) -> Refused:
    tried = {grid.name for grid in opened.grids}
    why = next((one for one in left_out if one.place in tried), None)
    if why is None:
        return Refused(text("{file} holds no run of show.", file=file.name))
    return Refused(
        text(
            "{file}, {place} (“{value}”): {why}; the first {limit} rows were looked at.",
            file=file.name,
            place=why.place,
            value=why.value,
            why=why.why,
            limit=LOOK_AT,
        ),
        text(
            "Put headings such as 时间, 环节, 时长 or Time, Segment, Duration above the rows, or name "
            "their row with --header."
        ),
    )
