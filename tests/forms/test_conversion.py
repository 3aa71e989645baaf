"""What a file is, what is read of it, and what is said of one that is not read."""

from __future__ import annotations

import io
import zipfile

import pytest

from tests.forms.made import REPORT, paragraphs, web_page, word_document, word_paragraph
from zhibiao import media_types as kinds
from zhibiao.forms import Unconvertible, convert
from zhibiao.media_types import media_type_of

DOCUMENT = word_document("".join(map(word_paragraph, REPORT)))
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PAGE = web_page(paragraphs(REPORT))


@pytest.mark.parametrize(
    ("data", "name", "media_type"),
    [
        ("政府工作报告".encode(), "a.txt", kinds.TEXT),
        ("# 政府工作报告".encode(), "a.md", kinds.MARKDOWN),
        (PAGE.encode(), "a.html", kinds.HTML),
        (PAGE.encode("gb18030"), "a.txt", kinds.HTML),
        (b"\xef\xbb\xbf<!-- saved --><html><body></body></html>", "a", kinds.HTML),
        ("<p>政府工作报告</p>".encode(), "a.htm", kinds.HTML),
        # left-overs of a page in a text do not make it one
        ("增长<strong>5%</strong>".encode(), "a.txt", kinds.TEXT),
        (DOCUMENT, "renamed.txt", kinds.WORD),
        (b"%PDF-1.7\n", "a.docx", kinds.PDF),
    ],
)
def test_a_file_is_what_its_bytes_say(data: bytes, name: str, media_type: str) -> None:
    assert media_type_of(data, name) == media_type


def test_a_text_is_decoded_and_nothing_else() -> None:
    read = convert("\ufeff政府工作报告\r\n增长6%".encode(), "a.txt")
    assert (read.text, read.converter, read.encoding) == ("政府工作报告\r\n增长6%", None, "utf-8-sig")


@pytest.mark.parametrize(
    ("data", "name", "converter"),
    [
        (PAGE.encode(), "a.html", "lxml"),
        (PAGE.encode("gb18030"), "a.htm", "lxml"),
        (DOCUMENT, "a.docx", "mammoth"),
    ],
)
def test_the_same_text_from_every_form(data: bytes, name: str, converter: str) -> None:
    read = convert(data, name)
    assert read.text == "\n".join(REPORT)
    assert read.converter is not None
    assert read.converter.split()[0] == converter


def _archive(**members: bytes) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return content.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (OLD + bytes(100), "an old Office document: save it as .docx or .xlsx"),
        (
            OLD + bytes(100) + "WordDocument".encode("utf-16-le"),
            r"an old Word document \(.doc\): save it as .docx",
        ),
        (
            OLD + bytes(100) + "Workbook".encode("utf-16-le"),
            r"an old Excel workbook \(.xls\): save it as .xlsx",
        ),
        (OLD + "EncryptedPackage".encode("utf-16-le"), "an Office document with a password: save it without"),
        (b"\x89PNG\r\n", r"an image \(PNG\): run OCR on it"),
        (b"Rar!\x1a\x07", "a RAR archive: pack it as ZIP"),
        (b"7z\xbc\xaf\x27\x1c", "a 7z archive: pack it as ZIP"),
        (_archive(**{"OFD.xml": b"<a/>"}), "an OFD file: print it to PDF"),
        (_archive(**{"ppt/presentation.xml": b"<a/>", "[Content_Types].xml": b"<a/>"}), "another program"),
        (_archive(mimetype=b"application/epub+zip"), "another program"),
        (
            _archive(**{"word/document.xml": b"not XML", "[Content_Types].xml": b"<a/>"}),
            "a Word document: damaged",
        ),
        (b"%PDF-1.7\nnothing", "a damaged PDF file"),
        (b"<html><body><script>1</script></body></html>", "a web page: nothing"),
        (word_document(""), "no text"),
    ],
)
def test_what_is_not_read_is_told_with_what_to_do(data: bytes, words: str) -> None:
    with pytest.raises(Unconvertible, match=words):
        convert(data, "a.bin")


def test_a_document_that_unpacks_to_too_much_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(Unconvertible, match="bytes unpacked"):
        convert(word_document(" " * 101_000_000), "bomb.docx")


def test_entities_of_a_document_are_not_expanded_without_end() -> None:
    inner = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY e0 "ha">{inner}]><w>&e11;</w>'
    with pytest.raises(Unconvertible, match="damaged"):
        convert(word_document("", {"word/document.xml": bomb}), "a.docx")


def test_what_a_library_stumbles_over_is_told_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(data: bytes) -> str:
        raise IndexError("of a library")

    monkeypatch.setattr("zhibiao.forms.word.text_of_document", stumble)
    with pytest.raises(Unconvertible, match=r"taking it apart failed \(IndexError: of a library\)"):
        convert(DOCUMENT, "a.docx")
