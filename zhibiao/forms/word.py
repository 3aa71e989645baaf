"""A Word document (.docx) → its text: paragraphs, lists with their numbers, tables, text boxes, notes.

mammoth reads the document into HTML; comments, heads and feet of pages are not in it. What it leaves out or takes
for something else - numbers of lists, boxes, what was moved away - is mended in the document before.
"""

from __future__ import annotations

import io
import zipfile
from xml.parsers.expat import ExpatError

import mammoth
from lxml import etree

from zhibiao.forms.markup import parse, text_of
from zhibiao.forms.packages import UnreadablePackageError, open_package, read_xml
from zhibiao.forms.word_lists import write_numbers
from zhibiao.forms.word_seen import leave_out_unseen, put_boxes_into_the_text

_DOCUMENT, _NUMBERING, _STYLES = "word/document.xml", "word/numbering.xml", "word/styles.xml"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
# The parts that mammoth reads beside the document; media and settings are none.
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")


class UnreadableDocumentError(ValueError):
    """A document without a text to be had; the message says why."""


def text_of_document(data: bytes) -> str:
    """Return the text of a .docx; raises ``UnreadableDocumentError`` where it is damaged, locked or too large."""
    try:
        with open_package(data) as archive:
            mended = _mended(archive)
        result = mammoth.convert_to_html(mended, convert_image=mammoth.images.img_element(_without_image))
    except UnreadablePackageError as error:
        raise UnreadableDocumentError(str(error)) from error
    except (zipfile.BadZipFile, ExpatError, KeyError, OSError, NotImplementedError, AttributeError) as error:
        raise UnreadableDocumentError(f"damaged ({error})") from error
    html: str = result.value
    # From a note back to its mark.
    html = html.replace("↑</a>", "</a>")
    return text_of(parse(html)) if html.strip() else ""


def _mended(archive: zipfile.ZipFile) -> io.BytesIO:
    """Return the document with the numbers of its lists as text, its boxes in the text, and nothing unseen."""
    document = read_xml(archive, _DOCUMENT)
    if document is None:
        raise UnreadablePackageError("damaged (it has no document)")
    leave_out_unseen(document)
    put_boxes_into_the_text(document)
    write_numbers(document, read_xml(archive, _NUMBERING), read_xml(archive, _STYLES))
    changed = {_DOCUMENT: etree.tostring(document, encoding="utf-8", xml_declaration=True)}
    for name in _NOTES:
        notes = read_xml(archive, name)
        if notes is not None:
            leave_out_unseen(notes)
            changed[name] = etree.tostring(notes, encoding="utf-8", xml_declaration=True)
    mended = io.BytesIO()
    with zipfile.ZipFile(mended, "w", zipfile.ZIP_STORED) as written:
        for name in dict.fromkeys(archive.namelist()):
            if name == _NUMBERING:
                # The numbers are text by now; a list besides would count them again.
                written.writestr(name, f'<w:numbering xmlns:w="{_W}"/>')
            elif name in changed or name.endswith((".xml", ".rels")):
                written.writestr(name, changed.get(name) or archive.read(name))
    return mended


def _without_image(_: object) -> dict[str, str]:
    return {}
