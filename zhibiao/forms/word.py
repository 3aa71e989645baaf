"""A Word document (.docx) → its text: paragraphs, lists with their numbers, tables, text boxes, notes.

mammoth reads the document into HTML; deleted text, comments, heads and feet of pages are not in it.
"""

from __future__ import annotations

import io
import zipfile
from xml.parsers.expat import ExpatError

import mammoth

from zhibiao.forms.markup import parse, text_of

# The longest report has 0.2 MB of text, some 2 MB as a document's XML.
LARGEST_UNPACKED = 100_000_000


class UnreadableDocumentError(ValueError):
    """A document without a text to be had; the message says why."""


def text_of_document(data: bytes) -> str:
    """Return the text of a .docx; raises ``UnreadableDocumentError`` where it is damaged or too large unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacked = sum(
                member.file_size for member in archive.infolist() if member.filename.endswith(".xml")
            )
        if unpacked > LARGEST_UNPACKED:
            raise UnreadableDocumentError(f"{unpacked:,} bytes unpacked: no report")
        result = mammoth.convert_to_html(
            io.BytesIO(data), convert_image=mammoth.images.img_element(_without_image)
        )
    except (zipfile.BadZipFile, ExpatError, KeyError, OSError, NotImplementedError, AttributeError) as error:
        raise UnreadableDocumentError(f"damaged ({error})") from error
    html: str = result.value
    return text_of(parse(html)) if html.strip() else ""


def _without_image(_: object) -> dict[str, str]:
    return {}
