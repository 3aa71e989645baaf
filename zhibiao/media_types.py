"""What a file is, told by its bytes; by its name only where bytes can't tell."""

from __future__ import annotations

import io
import re
import zipfile

TEXT = "text/plain"
MARKDOWN = "text/markdown"
HTML = "text/html"
PDF = "application/pdf"
ZIP = "application/zip"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
OPEN_TEXT = "application/vnd.oasis.opendocument.text"
OLD_OFFICE = "application/x-ole-storage"
RICH_TEXT = "application/rtf"

# First bytes, the media type, and what people call it.
SIGNATURES = (
    (b"%PDF", PDF, "a PDF file"),
    (b"PK\x03\x04", ZIP, "a ZIP archive"),
    (b"PK\x05\x06", ZIP, "an empty ZIP archive"),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        OLD_OFFICE,
        "an old Office document (doc, xls) or one with a password",
    ),
    (b"{\\rtf", RICH_TEXT, "a Rich Text document"),
    (b"\x1f\x8b", "application/gzip", "a gzip archive"),
    (b"Rar!", "application/vnd.rar", "a RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed", "a 7z archive"),
    (b"\x89PNG", "image/png", "an image (PNG)"),
    (b"\xff\xd8\xff", "image/jpeg", "an image (JPEG)"),
    (b"GIF8", "image/gif", "an image (GIF)"),
    (b"SQLite format 3", "application/vnd.sqlite3", "a SQLite database"),
    (b"PAR1", "application/vnd.apache.parquet", "a Parquet file"),
)
# What lies in a ZIP archive that is a document.
MEMBERS = (("word/document.xml", WORD), ("xl/workbook.xml", WORKBOOK))
PAGE_SUFFIXES = (".html", ".htm", ".shtml", ".xhtml")
_PAGE = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_TAG = re.compile(rb"<(?:p|div|span|br|table|td)\b[^<>]*>", re.I)
_HEAD = 4_096


def media_type_of(data: bytes, file_name: str) -> str:
    """Return the media type of a file's bytes; ``file_name`` decides between kinds of text alone.

    A saved page that lacks its head is told by its name and its tags. A ZIP archive that is damaged stays
    ``application/zip``.
    """
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    for signature, media_type, _ in SIGNATURES:
        if head.startswith(signature):
            return _inside_archive(data) if media_type == ZIP else media_type
    name = file_name.lower()
    if _PAGE.match(head) or (name.endswith(PAGE_SUFFIXES) and _TAG.search(data)):
        return HTML
    return MARKDOWN if name.endswith((".md", ".markdown")) else TEXT


def description_of(media_type: str) -> str:
    """Return what people call a form that is recognised by its first bytes."""
    return next((words for _, kind, words in SIGNATURES if kind == media_type), media_type)


def _inside_archive(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 100:
                declared = archive.read("mimetype").decode("ascii", "replace").strip()
                if declared == OPEN_TEXT:
                    return OPEN_TEXT
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError):
        return ZIP
    return next((media_type for member, media_type in MEMBERS if member in names), ZIP)
