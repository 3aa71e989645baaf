"""What a file is, told by its bytes; by its name only where bytes can't tell."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

TEXT = "text/plain"
MARKDOWN = "text/markdown"
HTML = "text/html"
PDF = "application/pdf"
ZIP = "application/zip"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
OPEN_TEXT = "application/vnd.oasis.opendocument.text"
CSV = "text/csv"
OLD_WORD = "application/msword"
OLD_WORKBOOK = "application/vnd.ms-excel"
PROTECTED_OFFICE = "application/x-ole-storage; protected"
OFD = "application/ofd"
OTHER_PACKAGE = "application/x-office-package"
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
        "an old Office document",
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
# What lies in a ZIP archive that is a document; the last are packages of other programs, whose parts are no reports.
MEMBERS = (
    ("word/document.xml", WORD),
    ("xl/workbook.xml", WORKBOOK),
    ("OFD.xml", OFD),
    ("[Content_Types].xml", OTHER_PACKAGE),
)
# Names of streams in an old Office file, which are UTF-16.
STREAMS = (
    ("EncryptedPackage", PROTECTED_OFFICE),
    ("WordDocument", OLD_WORD),
    ("Workbook", OLD_WORKBOOK),
)
DESCRIPTIONS = {
    OPEN_TEXT: "an OpenDocument text",
    PROTECTED_OFFICE: "an Office document with a password",
    OLD_WORD: "an old Word document (.doc)",
    OLD_WORKBOOK: "an old Excel workbook (.xls)",
    OFD: "an OFD file",
    OTHER_PACKAGE: "a file of another program (slides, an e-book)",
}
TABLE_SUFFIXES = (".csv", ".tsv")
PAGE_SUFFIXES = (".html", ".htm", ".shtml", ".xhtml")
_PAGE = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_TAG = re.compile(rb"<(?:p|div|span|br|table|td)\b[^<>]*>", re.I)
_HEAD = 4_096
_MEMBER = b"PK\x01\x02"
MOST_MEMBERS_LOOKED_AT = 100_000


def media_type_of(data: bytes, file_name: str) -> str:
    """Return the media type of a file's bytes; ``file_name`` decides between kinds of text alone.

    A saved page that lacks its head is told by its name and its tags. A ZIP archive that is damaged stays
    ``application/zip``.
    """
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    for signature, media_type, _ in SIGNATURES:
        if head.startswith(signature):
            look_inside = _INSIDE.get(media_type)
            return look_inside(data) if look_inside else media_type
    name = file_name.lower()
    if _PAGE.match(head) or (name.endswith(PAGE_SUFFIXES) and _TAG.search(data)):
        return HTML
    if name.endswith(TABLE_SUFFIXES):
        return CSV
    return MARKDOWN if name.endswith((".md", ".markdown")) else TEXT


def description_of(media_type: str) -> str:
    """Return what people call a form that is recognised by its bytes."""
    return DESCRIPTIONS.get(media_type) or next(
        (words for _, kind, words in SIGNATURES if kind == media_type), media_type
    )


def _inside_archive(data: bytes) -> str:
    # A list of so many members is there to fill the memory: it is not looked at, and refused as an archive.
    if data.count(_MEMBER) > MOST_MEMBERS_LOOKED_AT:
        return ZIP
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            declared = _declared(archive) if "mimetype" in names else ""
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError, EOFError, zlib.error):
        return ZIP
    if declared.startswith("application/"):
        return OPEN_TEXT if declared == OPEN_TEXT else OTHER_PACKAGE
    return next((media_type for member, media_type in MEMBERS if member in names), ZIP)


def _declared(archive: zipfile.ZipFile) -> str:
    """Return what an OpenDocument file or an e-book says that it is."""
    member = archive.getinfo("mimetype")
    if member.file_size > 100 or member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return ""
    return archive.read(member).decode("ascii", "replace").strip()


def _inside_old_office(data: bytes) -> str:
    return next((kind for stream, kind in STREAMS if stream.encode("utf-16-le") in data), OLD_OFFICE)


_INSIDE = {ZIP: _inside_archive, OLD_OFFICE: _inside_old_office}
