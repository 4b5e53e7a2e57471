"""Two hundred malformed, hostile and absurd files: a clear word each, bounded memory and time."""

from __future__ import annotations

import json
import os
import random
import resource
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from app.cli.main import main
from app.core.words import set_language
from tests.app.sheet_files import book, patched, sheet_xml

MEMORY_LIMIT_MIB = 500
SECONDS_LIMIT = 10.0
SHEET = "xl/worksheets/sheet1.xml"
HEAD = ["时间", "环节", "时长", "直播价", "话术"]
GOOD = [HEAD, ["20:00", "开场", "5分钟", None, "大家好"], ["20:05", "讲解", "10分钟", 99, "看"]]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)

Make = Callable[[Path], Path]
CASES: dict[str, tuple[Make, tuple[int, ...]]] = {}


def case(name: str, *statuses: int) -> Callable[[Make], Make]:
    def add(make: Make) -> Make:
        assert name not in CASES
        CASES[name] = (make, statuses or (2,))
        return make

    return add


def raw(name: str, content: bytes, *statuses: int, ending: str = "csv") -> None:
    """Add a file of these bytes."""

    def make(folder: Path) -> Path:
        file = folder / f"file.{ending}"
        file.write_bytes(content)
        return file

    case(name, *statuses)(make)


def parts(name: str, changes: dict[str, bytes | None], *statuses: int) -> None:
    """Add a good workbook with parts replaced, added or left out."""

    def make(folder: Path) -> Path:
        return patched(book(folder / "good.xlsx", GOOD), folder / "file.xlsx", changes)

    case(name, *statuses)(make)


def cells(name: str, rows: list[list[Any]], *statuses: int) -> None:
    """Add a workbook with these cells."""
    case(name, *statuses)(lambda folder: book(folder / "file.xlsx", rows))


def xml(name: str, body: str, *statuses: int, after: str = "", before: str = "") -> None:
    """Add a workbook whose sheet is this XML."""
    parts(name, {SHEET: sheet_xml(body, after, before)}, *statuses)


def text_cell(at: str, said: str) -> str:
    return f'<c r="{at}" t="inlineStr"><is><t>{said}</t></is></c>'


HEAD_XML = '<row r="1">' + "".join(
    text_cell(f"{letter}1", said) for letter, said in zip("ABCDE", HEAD, strict=True)
) + "</row>"  # fmt: skip
ROW_XML = '<row r="2">' + text_cell("A2", "20:00") + text_cell("B2", "开场") + "</row>"

# --- no file, no workbook, another kind of file

case("missing file", 3)(lambda folder: folder / "none.xlsx")
case("a folder")(lambda folder: folder)
raw("empty xlsx", b"", ending="xlsx")
raw("empty csv", b"")
for kind, head in {
    "pdf": b"%PDF-1.7\n", "png": b"\x89PNG\r\n\x1a\n", "jpeg": b"\xff\xd8\xff\xe0", "gif": b"GIF89a",
    "rtf": b"{\\rtf1", "gzip": b"\x1f\x8b\x08", "7z": b"7z\xbc\xaf\x27\x1c", "rar": b"Rar!\x1a\x07",
    "bzip2": b"BZh91AY", "xz": b"\xfd7zXZ\x00", "elf": b"\x7fELF", "exe": b"MZ\x90\x00",
    "sqlite": b"SQLite format 3\x00", "biff": b"\x09\x08\x10\x00\x00\x06\x05\x00",
}.items():  # fmt: skip
    for ending in ("xlsx", "csv"):
        raw(f"{kind} named {ending}", head + bytes(range(256)) * 4, ending=ending)
raw("a web page named xls", b"<html><table><tr><td>1</td></tr></table></html>", ending="xls")
raw("a doctype page named xlsx", b"<!DOCTYPE html><html></html>", ending="xlsx")
raw(
    "xml of 2003",
    b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><W/>',
    ending="xls",
)
raw("other xml", b'<?xml version="1.0"?><a/>', ending="xlsx")
raw("json", b'{"rows": [1, 2, 3], "a": "b"}', ending="json")
raw(
    "locked with a password",
    OLE + "EncryptedPackage".encode("utf-16-le") + bytes(900),
    ending="xlsx",
)
raw("old xls", OLE + "Workbook".encode("utf-16-le") + bytes(900), ending="xls")
raw("old xls named xlsx", OLE + "Book".encode("utf-16-le") + bytes(900), ending="xlsx")
raw("old doc", OLE + "WordDocument".encode("utf-16-le") + bytes(900), ending="xlsx")
raw("unknown ole", OLE, ending="et")
for other in (
    "word/document.xml", "ppt/presentation.xml", "Index/Document.iwa", "META-INF/manifest.xml",
    "xl/workbook.bin", "readme.txt", "inner.xlsx",
):  # fmt: skip

    @case(f"zip with {other}")
    def _zip(folder: Path, other: str = other) -> Path:
        with zipfile.ZipFile(folder / "file.xlsx", "w") as made:
            made.writestr(other, "content")
        return folder / "file.xlsx"


@case("zip with nothing in it")
def _empty_zip(folder: Path) -> Path:
    zipfile.ZipFile(folder / "file.xlsx", "w").close()
    return folder / "file.xlsx"


@pytest.fixture
def not_root() -> None:
    if os.geteuid() == 0:
        pytest.skip("skipped, because root may read every file")


# --- damaged zips and parts


def damaged(name: str, change: Callable[[bytes], bytes], *statuses: int) -> None:
    def make(folder: Path) -> Path:
        content = change(book(folder / "good.xlsx", GOOD).read_bytes())
        (folder / "file.xlsx").write_bytes(content)
        return folder / "file.xlsx"

    case(name, *statuses)(make)


def _cut(content: bytes, share: int) -> bytes:
    return content[: max(4, len(content) * share // 100)]


for share in (1, 5, 10, 25, 50, 75, 90, 95, 99):
    damaged(f"cut off at {share} %", partial(_cut, share=share))
for seed in range(25):

    def scrambled(content: bytes, seed: int = seed) -> bytes:
        chance = random.Random(seed)
        changed = bytearray(content)
        for _ in range(40):
            changed[chance.randrange(4, len(changed))] = chance.randrange(256)
        return bytes(changed)

    damaged(f"scrambled bytes {seed}", scrambled, 0, 2)
damaged(
    "a directory said to begin after itself",
    lambda b: b[:-6] + struct.pack("<I", struct.unpack("<I", b[-6:-2])[0] + 500) + b[-2:],
)
damaged("only the signature", lambda _: b"PK\x03\x04")
damaged("rubbish after the signature", lambda _: b"PK\x03\x04" + bytes(range(256)) * 40)
damaged("text in front", lambda b: b"PK   " + b, 0, 2)
damaged(
    "a directory said to be huge", lambda b: b[:-12] + struct.pack("<II", 0xFFFFFF00, 0) + b[-4:]
)
damaged("sixty thousand parts said", lambda b: b[:-14] + b"\xff\xff\xff\xff" + b[-10:], 0, 2)
for part in (
    "xl/workbook.xml", SHEET, "xl/styles.xml", "xl/sharedStrings.xml", "[Content_Types].xml",
    "_rels/.rels", "xl/_rels/workbook.xml.rels", "xl/theme/theme1.xml", "docProps/core.xml",
):  # fmt: skip
    parts(f"without {part}", {part: None}, 0, 2)
    parts(f"{part} cut off", {part: b'<?xml version="1.0"?><a><b'}, 0, 2)
    parts(f"{part} empty", {part: b""}, 0, 2)
    parts(f"{part} no xml", {part: bytes(range(256))}, 0, 2)

# --- bombs

LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]><sst><si><t>&i;</t></si></sst>"
).encode()
OUTSIDE = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
for part in ("xl/sharedStrings.xml", SHEET, "xl/workbook.xml"):
    parts(f"a billion laughs in {part}", {part: LAUGHS})
    parts(f"an outside entity in {part}", {part: OUTSIDE})
parts("laughing styles", {"xl/styles.xml": LAUGHS}, 0)


def bomb(name: str, part: str, size: int, fill: bytes = b"\0") -> None:
    @case(name)
    def make(folder: Path) -> Path:
        good = book(folder / "good.xlsx", GOOD)
        file = patched(good, folder / "file.xlsx", {part: None})
        with (
            zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as made,
            made.open(part, "w", force_zip64=True) as out,
        ):
            for _ in range(size >> 20):
                out.write(fill * ((1 << 20) // len(fill)))
        return file


bomb("half a gigabyte of nothing as a sheet", SHEET, 1 << 29)
bomb("spaces as a sheet", SHEET, 200 << 20, b" ")
bomb("a bomb of texts", "xl/sharedStrings.xml", 300 << 20, b"<si><t>aaaaaaaa</t></si>")
bomb("a bomb as the workbook", "xl/workbook.xml", 100 << 20, b" ")
bomb("rows without end", SHEET, 120 << 20, b'<row r="1"><c r="A1" s="1"/></row>  ')


@case("a part that lies about its size", 2)
def _liar(folder: Path) -> Path:
    file = patched(
        book(folder / "good.xlsx", GOOD), folder / "file.xlsx", {SHEET: b" " * (60 << 20)}
    )
    content = bytearray(file.read_bytes())
    with zipfile.ZipFile(file) as made:
        size = struct.pack("<I", made.getinfo(SHEET).file_size)
    at = content.rfind(size)
    content[at : at + 4] = struct.pack("<I", 1000)
    file.write_bytes(bytes(content))
    return file


@case("a part packed with lzma", 2)
def _lzma(folder: Path) -> Path:
    good = book(folder / "good.xlsx", GOOD)
    file = patched(good, folder / "file.xlsx", {SHEET: None})
    with zipfile.ZipFile(file, "a", zipfile.ZIP_LZMA) as made:
        made.writestr(SHEET, sheet_xml(HEAD_XML + ROW_XML))
    return file


@case("thirty thousand parts", 2)
def _many_parts(folder: Path) -> Path:
    with zipfile.ZipFile(folder / "file.xlsx", "w") as made:
        for number in range(30_000):
            made.writestr(f"xl/{number}", b"")
    return folder / "file.xlsx"


def many_rows(name: str, row: Callable[[int], str], *statuses: int, after: str = "") -> None:
    @case(name, *statuses)
    def make(folder: Path) -> Path:
        good = book(folder / "good.xlsx", GOOD)
        file = patched(good, folder / "file.xlsx", {SHEET: None})
        start, end = sheet_xml("SPLIT", after).split(b"SPLIT")
        with (
            zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as made,
            made.open(SHEET, "w", force_zip64=True) as out,
        ):
            out.write(start + (HEAD_XML + ROW_XML).encode())
            for first in range(3, 1_048_577, 10_000):
                last = min(first + 10_000, 1_048_577)
                out.write("".join(row(number) for number in range(first, last)).encode())
            out.write(end)
        return file


many_rows("a million empty rows", lambda n: f'<row r="{n}" s="1" customFormat="1" ht="20"/>', 0)
many_rows(
    "a million rows of empty formatted cells",
    lambda n: f'<row r="{n}">' + "".join(f'<c r="{c}{n}" s="1"/>' for c in "ABCDEFGH") + "</row>",
    0,
    after='<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>',
)
many_rows(
    "content in the millionth row",
    lambda n: (
        f'<row r="{n}"/>' if n < 1_048_570 else f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>'
    ),
)
many_rows("a million rows with content", lambda n: f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>')


@case("five hundred thousand cells with content", 2)
def _many_cells(folder: Path) -> Path:
    good = book(folder / "good.xlsx", GOOD)
    names = [f"{a}{b}" for a in "ABCDEF" for b in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"][:100]
    body = "".join(
        f'<row r="{n}">' + "".join(f'<c r="{c}{n}"><v>{n}</v></c>' for c in names) + "</row>"
        for n in range(2, 5002)
    )
    return patched(good, folder / "file.xlsx", {SHEET: sheet_xml(HEAD_XML + body)})


@case("one text in two hundred thousand cells", 2)
def _one_text(folder: Path) -> Path:
    good = book(folder / "good.xlsx", GOOD)
    body = "".join(
        f'<row r="{n}">'
        + "".join(f'<c r="{c}{n}" t="s"><v>0</v></c>' for c in "ABCDEFGHIJ")
        + "</row>"
        for n in range(2, 19_000)
    )
    strings = b"<sst><si><t>" + b"x" * 30_000 + b"</t></si></sst>"
    return patched(
        good,
        folder / "file.xlsx",
        {SHEET: sheet_xml(HEAD_XML + body), "xl/sharedStrings.xml": strings},
    )


@case("a csv of 100 MB", 2)
def _huge_csv(folder: Path) -> Path:
    with (folder / "file.csv").open("wb") as out:
        out.truncate(100 << 20)
    return folder / "file.csv"


raw("a csv of 30,000 rows", "时间,环节\n".encode() + b"20:00,a\n" * 30_000)
raw("a csv of 15 MB in one cell", "时间,环节\n20:00,".encode() + b"x" * (15 << 20))
raw("a quotation mark never closed", '时间,环节\n20:00,"开场\n'.encode() + b"20:05,a\n" * 9000)
raw("a line of a million commas", "时间,环节\n20:00,开场\n".encode() + b"," * 1_000_000, 0)
raw("a cell past the last column", "时间,环节\n20:00,开场".encode() + b"," * 300 + b"x\n", 0)

# --- text that is none, or in another encoding

raw("nul bytes", bytes(5000))
raw("random bytes", random.Random(1).randbytes(20_000))
raw("random bytes named xlsx", random.Random(2).randbytes(20_000), ending="xlsx")
raw("stray nul bytes", "时间,环节\n20:00,开\0场\n".encode(), 0)
raw("control characters", bytes(range(1, 32)) * 200)
raw("utf-8 mark and gbk", b"\xef\xbb\xbf" + "时间,环节\n".encode("gbk"))
raw(
    "utf-16 mark and an odd end",
    b"\xff\xfe" + "时间,环节\n20:00,开场".encode("utf-16-le") + b"\x01",
)
raw(
    "utf-16 without its mark", "时间,环节,Title\n20:00,开场,abc def ghi\n".encode("utf-16-le"), 0, 2
)
raw("gb18030", "时间,环节\n20:00,开场讲解㐂\n".encode("gb18030"), 0)
raw("big5", "時間,環節\n20:00,開場介紹\n".encode("big5"), 0)
raw("shift-jis", "時間,項目\n20:00,はじめに\n".encode("shift-jis"), 0, 2)
raw("latin-1", "Zeit;Stück\n20:00;Anfang für alle\n".encode("latin-1"), 2)
raw("only blanks", b"  \n\n \t \n")
raw("only commas", b",,,,\n,,,,\n")
raw("only a mark", b"\xef\xbb\xbf")
raw("header only csv", "时间,环节,时长\n".encode())
raw("no header csv", "20:00,开场\n20:05,讲解\n".encode())
raw("prose", "今天的直播很好看。\n明天再来。\n".encode())
raw("csv named xlsx", "时间,环节\n20:00,开场\n".encode(), 0, ending="xlsx")
raw("csv without an ending", "时间,环节\n20:00,开场\n".encode(), 0, ending="")
raw("duplicate headings", "时间,环节,环节,时间\n20:00,a,b,21:00\n".encode(), 0)
raw("old mac line ends", "时间,环节\r20:00,开场\r".encode(), 0)
for danger in (
    "=cmd|' /C calc'!A0", '=HYPERLINK("http://x")', "+1+1", "-2+3", "@SUM(A1)", "=1+1",
    "\t=1", '=DDE("cmd";"/C calc";"x")',
):  # fmt: skip
    raw(
        f"csv with {danger!r}",
        f'时间,环节\n20:00,"{danger.replace(chr(34), chr(34) * 2)}"\n'.encode(),
        0,
    )

# --- sheets that are absurd

cells("nothing in it", [])
cells("header only", [HEAD])
cells("no header", [["20:00", "开场"], ["20:05", "讲解"]])
cells("numbers only", [[n * m for m in range(8)] for n in range(20)])
cells("one word", [["开场"]])
cells("a list of people", [["姓名", "电话"], ["小王", 1], ["小李", 2]])
cells("the same heading ten times", [["时间"] * 10 + ["环节"], ["20:00"] * 10 + ["开场"]], 0)
for danger in (
    "=cmd|'/C calc'!A0", '=DDE("a","b","c")', "='[1]Other'!A1", "='http://x/[a.xlsx]S'!A1",
    '=WEBSERVICE("http://x")', "=A2", "=B2", "=NOW()", "=1/0", "=SUM(A1:XFD1048576)", "=Missing!A1",
    "=((((((((((((((((((((1))))))))))))))))))))", "=10^9999", "=1e308*10", "=IF(", "=A0", "=ZZZ99999999",
    "=" + "1+" * 3000 + "1", "=TIME(1e300,0,0)", '=REPT("x",1000000000)', "=-5/1440", '=TEXT(0.5,"q")',
    "=A:A", '=INDIRECT("A1")', "=CONCATENATE(C1,C2,C2)", "=MOD(1,0)", "=ROUND(1,1e9)", '="未闭合',
):  # fmt: skip
    cells(f"formula {danger[:40]}", [HEAD, [danger, "开场", danger, danger, danger]], 0)
cells("a circle of formulas", [HEAD, ["=A3", "一", "=C3"], ["=A2", "二", "=C2"]], 0)
cells(
    "a chain of 5,000 formulas",
    [["时间", "环节"], [0.5, "a"], *[[f"=A{n - 1}+TIME(0,1,0)", "b"] for n in range(3, 5000)]],
    0,
)
cells(
    "a chain the other way round",
    [["时间", "环节"], *[[f"=A{n + 1}+1/1440", "b"] for n in range(2, 3000)], [0.5, "a"]],
    0,
)
cells(
    "every row sums every row",
    [
        ["时间", "环节", "时长"],
        *[["20:00", "a", "=SUM(D1:D3000)+SUM(A1:Z3000)"] for _ in range(2000)],
    ],
    0,
)
for absurd in (
    -1, -0.5, 1e15, 1e308, -1e308, 1e-320, 99999, 2958466, 3000000, 0.999999999, 1048576, 10**40,
    "1e308", "NaN", "inf", "-5分钟", "99:99", "25:61", "9" * 400,
    "0" * 200 + "5分钟", "−−−", "::::", "1:2:3:4",
    "十亿小时", "第一百万分钟", "20:00-19:00", "9999999999999-1", "¥" * 50, "\u202e20:00",
    "😀", "#REF!", "#N/A",
    "待定", "a" * 32_000, "\n" * 100,
):  # fmt: skip
    cells(f"absurd {str(absurd)[:24]!r}", [HEAD, [absurd, "开场", absurd, absurd, absurd]], 0)
for said in ("NaN", "INF", "1e999", "-1e999", "abc", "1,5", "0x10", ""):
    xml(
        f"a number that is {said!r}",
        HEAD_XML + f'<row r="2"><c r="A2"><v>{said}</v></c>{text_cell("B2", "开场")}</row>',
        0,
    )
for nth, index in enumerate(("99999", "-1", "x", "1e3", "9" * 30)):
    xml(f"a text that is not there {nth}", HEAD_XML + f'<row r="2">{text_cell("B2", "a")}'
        f'<c r="A2" t="s"><v>{index}</v></c></row>', 0)  # fmt: skip
for at in ("A0", "ZZZZ9", "1", "", "A99999999999", "AAAA1", "甲1", "$A$2"):
    xml(
        f"a cell that lies at {at!r}",
        HEAD_XML + ROW_XML + f'<row r="3">{text_cell(at, "x")}</row>',
        0,
        2,
    )
for number in ("0", "-5", "x", "99999999999", "1048577", "2"):
    row_xml = f'<row r="{number}"><c><v>1</v></c></row>'
    xml(f"a row that is number {number!r}", HEAD_XML + ROW_XML + row_xml, 0, 2)
for area in ("A1:XFD1048576", "A2:A1048576", "B2", "Z9:A1", "x", "", "A1:B2:C3", "A0:B0"):
    xml(f"a merged area {area!r}", HEAD_XML + ROW_XML, 0, 2,
        after=f'<mergeCells><mergeCell ref="{area}"/></mergeCells>')  # fmt: skip
xml(
    "a hundred thousand merged areas",
    HEAD_XML + ROW_XML,
    0,
    2,
    after="<mergeCells>" + '<mergeCell ref="A2:E2000"/>' * 100_000 + "</mergeCells>",
)
xml("content in column XFD", HEAD_XML + ROW_XML + f'<row r="3">{text_cell("XFD3", "x")}</row>', 0)
xml("a style that is not there", HEAD_XML + '<row r="2"><c r="A2" s="9999"><v>0.5</v></c>'
    + text_cell("B2", "a") + "</row>", 0)  # fmt: skip
xml("every row hidden", HEAD_XML + ROW_XML.replace('r="2"', 'r="2" hidden="1"'))
xml("every column hidden", HEAD_XML + ROW_XML,
    before='<cols><col min="1" max="16384" hidden="1"/></cols>')  # fmt: skip
xml("a reading aid over the words", HEAD_XML + '<row r="2">' + text_cell("A2", "20:00")
    + '<c r="B2" t="inlineStr"><is><r><t>开</t></r><r><t>场</t></r>'
    '<rPh sb="0" eb="1"><t>kai</t></rPh></is></c>'
    + "</row>", 0)  # fmt: skip
xml(
    "deeply nested",
    "<row>" + "<a>" * 20_000 + "</a>" * 20_000 + "</row>" + HEAD_XML + ROW_XML,
    0,
    2,
)
xml("a cell of 40,000 characters", HEAD_XML + f'<row r="2">{text_cell("A2", "x" * 40_000)}</row>')
parts(
    "a chart sheet alone",
    {
        "xl/_rels/workbook.xml.rels": b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        b'relationships"><Relationship Id="rId1" Type="http://x/chartsheet" Target="chartsheets/sheet1.xml"/>'
        b"</Relationships>",
        "xl/chartsheets/sheet1.xml": b"<chartsheet/>",
    },
)
parts("a sheet outside the package", {
    "xl/_rels/workbook.xml.rels": b'<Relationships><Relationship Id="rId1" Type="http://x/worksheet" '
    b'Target="../../../../etc/passwd"/></Relationships>'})  # fmt: skip
parts("links to other files", {"xl/externalLinks/externalLink1.xml": b"<externalLink/>"}, 0)
parts("macros", {"xl/vbaProject.bin": b"\xd0\xcf"}, 0)
parts("two hundred sheets", {
    "xl/workbook.xml": b'<workbook xmlns:r="r"><sheets>'
    + b"".join(b'<sheet name="S%d" r:id="rId1"/>' % n for n in range(200))
    + b"</sheets></workbook>"})  # fmt: skip
parts("no sheets", {"xl/workbook.xml": b"<workbook><sheets/></workbook>"})
for name in ("O'Brien's \"x\"", "a/b", "<b>", "甲" * 200, "", "\u202e"):
    from xml.sax.saxutils import quoteattr

    parts(f"a sheet called {name[:10]!r}", {
        "xl/workbook.xml": ('<workbook xmlns:r="r"><sheets><sheet name=' + quoteattr(name)
                            + ' r:id="rId1"/></sheets></workbook>').encode()}, 0)  # fmt: skip


def test_there_are_at_least_two_hundred() -> None:
    assert len(CASES) >= 200


@pytest.fixture
def say(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[int, str, str]]:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")

    def run(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        status = main(arguments)
        set_language("en")
        said = capsys.readouterr()
        return int(status), said.out, said.err

    return run


HEAVY = [name for name in CASES if any(w in name for w in ("million", "gigabyte", "bomb", "MB"))]


@pytest.mark.parametrize("name", [n for n in CASES if n not in HEAVY])
def test_a_bad_file_gets_a_clear_word(
    name: str, tmp_path: Path, say: Callable[..., tuple[int, str, str]]
) -> None:
    make, statuses = CASES[name]
    file = make(tmp_path)
    status, out, err = say("show", "import", str(file), "--json", "-")
    assert status in statuses, err
    assert "Traceback" not in out + err
    if status:
        assert out == ""
        assert file.name in err
        assert len(err.strip().splitlines()) == 2, err
    else:
        found = json.loads(out)
        assert found["rows"] or found["doubts"] or found["left_out"]
        assert all(set(d) == {"place", "value", "taken", "why"} for d in found["doubts"])


BATCH = """
import json, resource, sys, time
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from app.core.errors import Refused, Environment
from app.exchange.sheet.reading import read
out = []
for name in sys.argv[2:]:
    began = time.process_time()
    try:
        said = str(len(read(Path(name)).rows))
    except (Refused, Environment) as trouble:
        said = str(trouble)
    out.append([time.process_time() - began, said])
print(json.dumps([resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, out]))
"""


def measured(files: list[Path]) -> tuple[int, list[tuple[float, str]]]:
    """Read files in a process of their own; return its most memory (MiB), time of work, and words."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))

    done = subprocess.run(
        [sys.executable, "-c", BATCH, str(Path(__file__).parents[2]), *map(str, files)],
        capture_output=True,
        text=True,
        preexec_fn=limit,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    memory, each = json.loads(done.stdout)
    return memory, [tuple(one) for one in each]


@pytest.mark.parametrize("name", HEAVY)
def test_a_heavy_file_costs_neither_memory_nor_time(name: str, tmp_path: Path) -> None:
    make, statuses = CASES[name]
    memory, [(seconds, said)] = measured([make(tmp_path)])
    assert memory <= MEMORY_LIMIT_MIB
    assert seconds <= SECONDS_LIMIT
    assert said.isdecimal() == (statuses == (0,)), said


def test_all_light_files_together_stay_within_the_memory(tmp_path: Path) -> None:
    files = []
    for at, name in enumerate(n for n in CASES if n not in HEAVY):
        folder = tmp_path / str(at)
        folder.mkdir()
        files.append(CASES[name][0](folder))
    memory, each = measured(files)
    assert memory <= MEMORY_LIMIT_MIB
    slowest = max(each)
    assert slowest[0] <= SECONDS_LIMIT, slowest


def test_an_unreadable_file_is_the_environments_fault(
    tmp_path: Path, not_root: None, say: Callable[..., tuple[int, str, str]]
) -> None:
    file = book(tmp_path / "a.xlsx", GOOD)
    file.chmod(0)
    assert say("show", "import", str(file))[0] == 3


def test_a_pipe_is_refused(tmp_path: Path, say: Callable[..., tuple[int, str, str]]) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    assert say("show", "import", str(tmp_path / "pipe.csv"))[0] == 2


@pytest.mark.parametrize(
    "options",
    [
        ["--sheet", "没有"],
        ["--column", "A"],
        ["--column", "A=nothing"],
        ["--column", "A=title", "--column", "B=title"],
        ["--header", "-1"],
        ["--header", "x"],
    ],
)
def test_a_wrong_wish_is_refused(
    options: list[str], tmp_path: Path, say: Callable[..., tuple[int, str, str]]
) -> None:
    file = book(tmp_path / "a.xlsx", GOOD)
    status, _, err = say("show", "import", str(file), *options)
    assert status == 2
    assert err
