"""Files made to do harm, and such as people have by mistake: each is told, and the report beside them is landed."""

from __future__ import annotations

import resource
import time
import zipfile
from pathlib import Path

import duckdb
import pytest

from orchestration.ingest import Landed, land
from tests.forms.made import (
    REPORT,
    archive,
    archive_with,
    encrypted,
    open_text,
    paragraphs,
    web_page,
    with_gbk_name,
    word_document,
    word_paragraph,
    workbook,
)
from tests.forms.made_pdf import Set, assembled, pdf

TEXT = "\n".join(REPORT)
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
ENTITY = '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
LAUGHS = (
    "<!DOCTYPE x ["
    + "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha"}">' for n in range(12))
    + "]>"
)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _many_pages(count: int) -> bytes:
    kids = " ".join(f"{3 + n} 0 R" for n in range(count))
    pages = ["<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>"] * count
    return assembled(
        ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Count {count} /Kids [{kids}] >>", *pages]
    )


def _looping() -> dict[str, bytes]:
    """PDF files whose parts lead back to themselves: the tree of pages, a form in a form, a table of objects."""
    catalogue = "<< /Type /Catalog /Pages 2 0 R >>"
    form = (
        "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >> /Length 5 >>\n"
        "stream\n/X Do\nendstream"
    )
    page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>"
    content = "<< /Length 5 >>\nstream\n/X Do\nendstream"
    in_itself = assembled([catalogue, "<< /Type /Pages /Count 1 /Kids [3 0 R] >>", page, content, form])
    place = in_itself.rindex(b"startxref\n") + 10
    table = in_itself[place : in_itself.index(b"\n", place)]
    return {
        "tree.pdf": assembled([catalogue, "<< /Type /Pages /Count 9 /Kids [2 0 R 2 0 R] /Parent 2 0 R >>"]),
        "form.pdf": in_itself,
        "table.pdf": in_itself.replace(b"trailer << ", b"trailer << /Prev " + table + b" "),
    }


def _with_password() -> bytes:
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 0 /Kids [] >>"]
    locked = (
        f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'00' * 32}> /U <{'11' * 32}> /P -4 >> /ID [<00> <00>]"
    )
    return assembled(objects).replace(b"trailer << ", b"trailer << " + locked.encode() + b" ")


HOSTILE = {
    "bomb.zip/bomb.txt": (archive({"bomb.txt": bytes(60_000_000)}), "made to fill a machine"),
    "outside.zip/../../a.txt": (archive({"../../a.txt": TEXT}), "leads out of the archive"),
    "nested.zip/inner.zip": (
        archive({"inner.zip": archive({"a.txt": TEXT})}),
        "archive in an archive is not opened",
    ),
    "locked.zip/a.txt": (encrypted(archive({"a.txt": TEXT})), "packed with a password"),
    "cut.zip": (archive({"a.txt": TEXT})[:-25], "a damaged ZIP archive"),
    "big.docx": (word_document(" " * 101_000_000), "bytes unpacked: no report"),
    "entity.docx": (
        word_document(
            "",
            {
                "word/document.xml": f"{ENTITY}<w:document {W}><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p>"
                "</w:body></w:document>"
            },
        ),
        "entities of its own",
    ),
    "laughs.docx": (word_document("", {"word/document.xml": f"{LAUGHS}<x>&e11;</x>"}), "damaged"),
    "entity.odt": (open_text("<text:p>&x;</text:p>", head=ENTITY), "entities of its own"),
    "laughs.odt": (open_text("<text:p>&e11;</text:p>", head=LAUGHS), "damaged"),
    "locked.docx": (OLD_OFFICE + "EncryptedPackage".encode("utf-16-le"), "with a password: save it without"),
    "locked.xlsx": (encrypted(workbook(甲=[["正文"], [TEXT]])), "with a password"),
    "old.doc": (OLD_OFFICE + "WordDocument".encode("utf-16-le"), "save it as .docx"),
    "laughs.xlsx": (
        archive({"xl/workbook.xml": f"{LAUGHS}<x>&e11;</x>", "[Content_Types].xml": "<x/>"}),
        "an Excel workbook: damaged",
    ),
    "long.pdf": (_many_pages(10_000), "10,000 pages"),
    "locked.pdf": (_with_password(), "protected with a password"),
    "scan.pdf": (pdf([[]]), "a scan: its pages are pictures without a text layer; run OCR"),
    "photo.jpg": (b"\xff\xd8\xff\xe0" + bytes(500), "an image (JPEG): run OCR"),
    "named.txt": (b"Rar!\x1a\x07" + bytes(500), "a RAR archive: pack it as ZIP"),
    "figures.csv": ("指标,2024年\n生产总值,2235\n".encode("gb18030"), "no column holds texts"),
    **{name: (data, "") for name, data in _looping().items()},
}
# What a wrong or a long name does not make wrong: the file, and the name under which it is landed.
HARMLESS = {
    "report.docx": (archive({"a.txt": TEXT + "一"}), "report.docx/a.txt"),
    "page.pdf": (web_page(paragraphs([*REPORT, "二"])).encode(), "page.pdf"),
    "word.txt": (word_document("".join(map(word_paragraph, [*REPORT, "三"]))), "word.txt"),
    "text.xlsx": ((TEXT + "四").encode(), "text.xlsx"),
    "print.html": (
        pdf([[Set(50, 700 - 20 * n, 10, line) for n, line in enumerate([*REPORT, "五"])]]),
        "print.html",
    ),
    "政" * 83 + ".txt": ((TEXT + "六").encode("gb18030"), "政" * 83 + ".txt"),
    "b.zip": (with_gbk_name("府" * 127 + ".txt", (TEXT + "七").encode()), "b.zip/" + "府" * 127 + ".txt"),
    "entity.html": (f"{ENTITY}<html><body><p>&x;{TEXT}八</p></body></html>".encode(), "entity.html"),
}


def test_each_is_told_in_time_and_memory_and_the_report_beside_them_is_landed(
    connection: duckdb.DuckDBPyConnection, raw: Path
) -> None:
    for name, (data, _) in HOSTILE.items():
        (raw / name.split("/")[0]).write_bytes(data)
    (raw / "report.txt").write_text(TEXT, encoding="utf-8")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.monotonic()
    landed = land(connection, raw, lambda message: None)
    assert time.monotonic() - start < 60
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 700_000  # kilobytes
    assert landed == Landed(read=1, refused=len(HOSTILE))
    told = dict(connection.execute("SELECT file_name, message FROM raw.landing_findings").fetchall())
    assert {
        name: words in told.get(name, "nothing") for name, (_, words) in HOSTILE.items()
    } == dict.fromkeys(HOSTILE, True)
    assert connection.execute("SELECT file_name, text FROM raw.documents").fetchall() == [
        ("report.txt", TEXT)
    ]


def test_a_name_says_nothing_of_what_a_file_is(connection: duckdb.DuckDBPyConnection, raw: Path) -> None:
    for name, (data, _) in HARMLESS.items():
        (raw / name).write_bytes(data)
    assert len(("政" * 83 + ".txt").encode()) == 253
    assert land(connection, raw, lambda message: None) == Landed(read=len(HARMLESS))
    texts = dict(connection.execute("SELECT file_name, text FROM raw.documents").fetchall())
    assert set(texts) == {name for _, name in HARMLESS.values()}
    assert all("生产总值2235亿元" in text and "root:" not in text for text in texts.values())


def test_an_archive_that_grows_while_it_is_read_is_left_for_the_next_run(
    connection: duckdb.DuckDBPyConnection, raw: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = raw / "a.zip"
    path.write_bytes(archive({"a.txt": TEXT, "b.txt": TEXT + "二"}))
    land(connection, raw, lambda message: None)
    path.write_bytes(archive({"a.txt": TEXT, "b.txt": TEXT + "二", "c.txt": TEXT + "三"}))
    look = land.__globals__["look"]

    def look_before_it_grows(folder: Path) -> object:
        found = look(folder)
        with path.open("ab") as still:
            still.write(b"more")
        return found

    monkeypatch.setitem(land.__globals__, "look", look_before_it_grows)
    assert land(connection, raw, lambda message: None) == Landed(refused=1)
    # What was landed of it before stays.
    names = connection.execute("SELECT file_name FROM raw.documents WHERE removed_at IS NULL").fetchall()
    assert sorted(names) == [("a.zip/a.txt",), ("a.zip/b.txt",)]
    told = connection.execute("SELECT check_name, file_name FROM raw.landing_findings").fetchall()
    assert told == [("still_being_written", "a.zip")]


def test_a_member_that_lies_about_its_size_is_read_no_further(
    connection: duckdb.DuckDBPyConnection, raw: Path
) -> None:
    member = zipfile.ZipInfo("a.txt")
    member.compress_type = zipfile.ZIP_DEFLATED
    size = len((TEXT * 1_000).encode())
    data = archive_with(member, (TEXT * 1_000).encode())
    lying = data.replace(size.to_bytes(4, "little"), (1_000).to_bytes(4, "little"))
    assert lying != data
    (raw / "a.zip").write_bytes(lying)
    assert land(connection, raw, lambda message: None) == Landed(refused=1)
    row = connection.execute("SELECT message FROM raw.landing_findings").fetchone()
    assert row is not None
    assert "damaged in the archive" in row[0]
