"""A Word document as its reader sees it: what was deleted, moved away or hidden is out, text boxes stand in the text."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from zhibiao.forms.word_lists import W

_CHOICES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# Word keeps what it no longer shows; of a row or a run its properties say so.
_GONE = (f"{W}del", f"{W}moveFrom")
_OFF = ("0", "false", "off")


def leave_out_unseen(document: etree._Element) -> None:
    """Take out of a document what Word does not show."""
    for element in list(document.iter(*_GONE)):
        # Within properties it is a mark that the paragraph or the row is deleted.
        if element.getparent().tag not in (f"{W}rPr", f"{W}trPr"):
            element.getparent().remove(element)
    for row in list(document.iter(f"{W}tr")):
        if row.find(f"{W}trPr/{W}del") is not None:
            row.getparent().remove(row)
    for run in list(document.iter(f"{W}r")):
        hidden = run.find(f"{W}rPr/{W}vanish")
        if hidden is not None and hidden.get(f"{W}val", "1") not in _OFF:
            run.getparent().remove(run)
    _join_paragraphs(document)


def _join_paragraphs(document: etree._Element) -> None:
    """Let a paragraph whose end was deleted go on in the next one."""
    for paragraph in list(document.iter(f"{W}p")):
        following = paragraph.getnext()
        is_open = any(paragraph.find(f"{W}pPr/{W}rPr/{gone}") is not None for gone in _GONE)
        if not is_open or following is None or following.tag != f"{W}p":
            continue
        start = 0 if following.find(f"{W}pPr") is None else 1
        for child in reversed([each for each in paragraph if each.tag != f"{W}pPr"]):
            following.insert(start, child)
        paragraph.getparent().remove(paragraph)


def put_boxes_into_the_text(document: etree._Element) -> None:
    """Put the paragraphs of each text box behind the paragraph that it is tied to.

    Word writes a box twice, for itself and for older programs: one of them is read.
    """
    for choices in list(document.iter(f"{_CHOICES}AlternateContent")):
        readings = [each for each in choices if next(_boxes(each), None) is not None]
        for each in list(choices):
            if each not in readings[:1]:
                choices.remove(each)
    for box in list(_boxes(document)):
        holder = _paragraph_of(box)
        content = list(box)
        box.getparent().remove(box)
        if holder is None:
            continue
        for child in reversed(content):
            holder.addnext(child)


def _boxes(element: etree._Element) -> Iterator[etree._Element]:
    yield from element.iter(f"{W}txbxContent")


def _paragraph_of(box: etree._Element) -> etree._Element | None:
    """Return the paragraph that a box is tied to: the outermost, as boxes may stand in boxes."""
    return next(reversed(list(box.iterancestors(f"{W}p"))), None)
