"""The one call: a file's bytes → its text, with what read it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from zhibiao import media_types
from zhibiao.decoding import Undecodable, decode
from zhibiao.forms.refusal import Unconvertible
from zhibiao.forms.versions import converter_of
from zhibiao.media_types import description_of, media_type_of
from zhibiao.model import Finding

# What is recognised and not read, and what a person can do about it.
_SAVE_AS_DOCX = "save it as .docx"
ADVICE = {
    media_types.OLD_WORD: _SAVE_AS_DOCX,
    media_types.OLD_WORKBOOK: "save it as .xlsx",
    media_types.OLD_OFFICE: "save it as .docx or .xlsx",
    media_types.PROTECTED_OFFICE: "save it without the password",
    media_types.OFD: "print it to PDF",
    media_types.OTHER_PACKAGE: "save its text as .docx or .txt",
    media_types.WORKBOOK: "its rows are read one by one, each as a text of its own",
    media_types.CSV: "its rows are read one by one, each as a text of its own",
    media_types.ZIP: "its members are read one by one, each as a file of its own",
    "image/png": "run OCR on it and save the text",
    "image/jpeg": "run OCR on it and save the text",
    "image/gif": "run OCR on it and save the text",
    "application/vnd.rar": "pack it as ZIP",
    "application/x-7z-compressed": "pack it as ZIP",
    "application/gzip": "unpack it into the folder",
}


@dataclass(frozen=True, slots=True)
class Converted:
    """A file's text and how it was come by.

    ``converter`` names the library and its version, null for a text that was only decoded; ``encoding`` is
    null where the bytes are no text; ``page_starts`` are the offsets in ``text`` at which its pages begin.
    """

    text: str
    media_type: str
    converter: str | None = None
    encoding: str | None = None
    page_starts: tuple[int, ...] = ()
    findings: list[Finding] = field(default_factory=list)


def convert(data: bytes, file_name: str) -> Converted:
    """Return what a person reads in a file, given its bytes and its name.

    Raises ``Unconvertible`` for a form that is not read and for a damaged, protected or empty file.
    """
    media_type = media_type_of(data, file_name)
    reader = READERS.get(media_type)
    if reader is None:
        advice = ADVICE.get(media_type, "it holds no text that can be read")
        raise Unconvertible(f"{description_of(media_type)}: {advice}")
    try:
        converted = reader(data)
    except (Unconvertible, MemoryError):
        raise
    except Exception as error:
        # Whatever a library does with a file is that file's matter.
        raise Unconvertible(f"taking it apart failed ({type(error).__name__}: {error})") from error
    if not converted.text.strip():
        raise Unconvertible("there is no text in it")
    return converted


def _text(data: bytes, media_type: str = media_types.TEXT) -> Converted:
    try:
        decoded = decode(data)
    except Undecodable as refusal:
        raise Unconvertible(refusal.reason) from refusal
    return Converted(decoded.text, media_type, encoding=decoded.encoding, findings=decoded.findings)


def _markdown(data: bytes) -> Converted:
    return _text(data, media_types.MARKDOWN)


def _page(data: bytes) -> Converted:
    # Each library is imported with the first file that needs it.
    from zhibiao.forms.web_page import text_of_page

    decoded = _text(data)
    try:
        text = text_of_page(decoded.text)
    except ValueError as error:
        raise Unconvertible(f"a web page: {error}") from error
    # What is wrong with bytes is told of the page, not of a place in the text that was made of it.
    findings = [Finding(each.check_name, each.severity, each.message) for each in decoded.findings]
    return Converted(
        text, media_types.HTML, converter_of(media_types.HTML), decoded.encoding, findings=findings
    )


def _document(data: bytes) -> Converted:
    from zhibiao.forms.word import UnreadableDocumentError, text_of_document

    try:
        text = text_of_document(data)
    except UnreadableDocumentError as error:
        raise Unconvertible(f"a Word document: {error}") from error
    return Converted(text, media_types.WORD, converter_of(media_types.WORD))


def _open_text(data: bytes) -> Converted:
    from zhibiao.forms.open_text import UnreadableOpenTextError, text_of_open_text

    try:
        text = text_of_open_text(data)
    except UnreadableOpenTextError as error:
        raise Unconvertible(f"an OpenDocument text: {error}") from error
    return Converted(text, media_types.OPEN_TEXT, converter_of(media_types.OPEN_TEXT))


def _rich_text(data: bytes) -> Converted:
    from zhibiao.forms.rich_text import UnreadableRichTextError, text_of_rich_text

    try:
        text = text_of_rich_text(data)
    except UnreadableRichTextError as error:
        raise Unconvertible(f"a Rich Text document: {error}") from error
    return Converted(text, media_types.RICH_TEXT, converter_of(media_types.RICH_TEXT))


def _pdf(data: bytes) -> Converted:
    from zhibiao.forms.pdf import UnreadablePdfError, text_of_pdf

    try:
        read = text_of_pdf(data)
    except UnreadablePdfError as error:
        raise Unconvertible(f"a PDF file: {error}") from error
    converter = converter_of(media_types.PDF)
    return Converted(
        read.text, media_types.PDF, converter, page_starts=read.page_starts, findings=read.findings
    )


READERS: dict[str, Callable[[bytes], Converted]] = {
    media_types.TEXT: _text,
    media_types.MARKDOWN: _markdown,
    media_types.HTML: _page,
    media_types.WORD: _document,
    media_types.OPEN_TEXT: _open_text,
    media_types.RICH_TEXT: _rich_text,
    media_types.PDF: _pdf,
}
