"""A PDF file with a text layer → its text, in the order in which a person reads it.

PDFium gives the pieces of text with their places; ``page_layout`` puts them into lines, columns and paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from ctypes import c_double
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

from zhibiao.forms.page_layout import Line, Piece, lines_in_order
from zhibiao.forms.running_heads import without_running_heads
from zhibiao.model import Finding, Severity

# The longest report known has some sixty pages; a plan with its annexes a few hundred.
MOST_PAGES = 2_000
# (cid:123) and signs of no alphabet: a font that does not say which characters its signs are.
_UNNAMED = re.compile(r"\(cid:\d+\)|[\ue000-\uf8ff\ufffd\ufffe]")
UNNAMED_SHARE = 0.02


class UnreadablePdfError(ValueError):
    """A PDF file without a text to be had; the message says why, and what to do."""


@dataclass(frozen=True, slots=True)
class PdfText:
    """A text, the offsets in it at which its pages begin, and what is wrong with it."""

    text: str
    page_starts: tuple[int, ...]
    findings: list[Finding]


def text_of_pdf(data: bytes) -> PdfText:
    """Return the text of a PDF file.

    Lines that end no paragraph are joined, also over columns and pages; page numbers and running heads are left
    out. Raises ``UnreadablePdfError`` for a damaged or protected file, a scan, and one of too many pages.
    """
    pieces, pictures = _pieces(data)
    if not any(pieces):
        raise UnreadablePdfError("a scan: its pages are pictures without a text layer; run OCR on it first")
    text, page_starts = _joined([lines_in_order(page) for page in without_running_heads(pieces)])
    return PdfText(text, page_starts, [*_unnamed(text), *_pictures(pictures)])


def _pieces(data: bytes) -> tuple[list[list[Piece]], list[int]]:
    """Return the pieces of text of each page, and which pages, from 1, have a picture and no text."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadablePdfError("protected with a password; save it without one") from error
        raise UnreadablePdfError(f"a damaged PDF file ({error})") from error
    try:
        if len(document) > MOST_PAGES:
            raise UnreadablePdfError(f"{len(document):,} pages, more than {MOST_PAGES:,}: no report")
        pages = [_pieces_of_page(document, number) for number in range(len(document))]
        pictures = [
            number for number, page in enumerate(pages) if not page and _has_picture(document, number)
        ]
        return pages, [number + 1 for number in pictures]
    except pypdfium2.PdfiumError as error:
        raise UnreadablePdfError(f"a damaged PDF file ({error})") from error
    finally:
        document.close()


def _pieces_of_page(document: pypdfium2.PdfDocument, number: int) -> list[Piece]:
    page = document[number]
    try:
        content = page.get_textpage()
        try:
            return list(_runs(content))
        finally:
            content.close()
    finally:
        page.close()


def _has_picture(document: pypdfium2.PdfDocument, number: int) -> bool:
    page = document[number]
    try:
        return next(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]), None) is not None
    finally:
        page.close()


def _runs(content: pypdfium2.PdfTextPage) -> Iterator[Piece]:
    """Give the signs of a page as runs: as long as one follows the other on a line without a gap."""
    run: list[str] = []
    left = bottom = right = height = 0.0
    for index in range(content.count_chars()):
        sign = chr(raw.FPDFText_GetUnicode(content, index))
        if raw.FPDFText_IsGenerated(content, index) or sign.isspace() or sign == "\0":
            continue
        box = _box(content, index)
        same_line = abs(box.bottom - bottom) < 0.3 * height
        if run and same_line and -0.5 * height < box.left - right < 0.3 * height:
            run.append(sign)
            right = max(right, box.right)
            continue
        if run:
            yield Piece(left, bottom, right, bottom + height, "".join(run))
        run = [sign]
        left, bottom, right, height = box.left, box.bottom, box.right, box.height
    if run:
        yield Piece(left, bottom, right, bottom + height, "".join(run))


def _box(content: pypdfium2.PdfTextPage, index: int) -> Piece:
    """Return the place of a sign, as high as its font: the ink of 一 or ， alone tells of no line."""
    left, bottom, right, top = content.get_charbox(index, loose=True)
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(content, index, matrix)
    height = abs(raw.FPDFText_GetFontSize(content, index) * matrix.d)
    x, y = c_double(), c_double()
    if not height or not raw.FPDFText_GetCharOrigin(content, index, x, y):
        return Piece(left, bottom, right, top, "")
    return Piece(min(left, x.value), y.value, right, y.value + height, "")


def _joined(pages: list[list[Line]]) -> tuple[str, tuple[int, ...]]:
    """Return the lines as paragraphs, and where in the text each page begins."""
    parts: list[str] = []
    page_starts: list[int] = []
    length = 0
    open_line: Line | None = None
    for page in pages:
        start: int | None = None
        for line in page:
            if open_line is not None:
                joint = "" if open_line.goes_on_in(line) else "\n"
                parts.append(joint)
                length += len(joint)
            start = length if start is None else start
            parts.append(line.text)
            length += len(line.text)
            open_line = line
        page_starts.append(length if start is None else start)
    return "".join(parts), tuple(page_starts)


def _unnamed(text: str) -> list[Finding]:
    unnamed = len(_UNNAMED.findall(text))
    if unnamed <= UNNAMED_SHARE * len(text):
        return []
    message = (
        f"{unnamed:,} signs of the PDF file have no character: its fonts do not say which. What they stand for is "
        "not read; print the source anew, or run OCR on it."
    )
    return [Finding("unnamed_characters", Severity.WARNING, message)]


def _pictures(pages: list[int]) -> list[Finding]:
    if not pages:
        return []
    told = ", ".join(map(str, pages[:10])) + (" …" if len(pages) > 10 else "")
    message = (
        f"Pages of the PDF file that are pictures without a text layer are not read: {told}; run OCR on them."
    )
    return [Finding("pages_without_text", Severity.WARNING, message)]
