"""A Word document (.docx) → its text: paragraphs, lists with their numbers, tables, text boxes, notes.

mammoth reads the document into HTML; deleted text, comments, heads and feet of pages are not in it.
"""

from __future__ import annotations

import io
import zipfile
from xml.parsers.expat import ExpatError

import mammoth

from zhibiao.forms.markup import parse, text_of
from zhibiao.forms.packages import UnreadablePackageError, open_package


class UnreadableDocumentError(ValueError):
    """A document without a text to be had; the message says why."""


def text_of_document(data: bytes) -> str:
    """Return the text of a .docx; raises ``UnreadableDocumentError`` where it is damaged or too large unpacked."""
    try:
        open_package(data).close()
        result = mammoth.convert_to_html(
            io.BytesIO(data), convert_image=mammoth.images.img_element(_without_image)
        )
    except UnreadablePackageError as error:
        raise UnreadableDocumentError(str(error)) from error
    except (zipfile.BadZipFile, ExpatError, KeyError, OSError, NotImplementedError, AttributeError) as error:
        raise UnreadableDocumentError(f"damaged ({error})") from error
    html: str = result.value
    return text_of(parse(html)) if html.strip() else ""


def _without_image(_: object) -> dict[str, str]:
    return {}
