"""A tree of HTML → the text that a reader sees: a block a line, a table's row a line of piped cells."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml.etree import ParserError
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from zhibiao.forms.tables import piped, rows_of

SKIPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "object",
        "embed",
        "head",
        "title",
        "svg",
        "math",
        "canvas",
        "audio",
        "video",
        "select",
        "option",
        "button",
        "input",
        "textarea",
        "del",
        "s",
        "strike",
    ]
)
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
# A cell longer than this is a passage: such a table lays out a page.
LONGEST_CELL = 300
# Source lines end inside a paragraph; between two Chinese signs that is no space.
_CHINESE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
_LINE_END = re.compile(rf"(?<=[{_CHINESE}])[ \t\f]*[\r\n][ \t\r\n\f]*(?=[{_CHINESE}])")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


@dataclass(slots=True)
class _Lines:
    """Lines as they come to be: inline text is joined until a block ends."""

    done: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    # What stands before the next line that has words.
    number: str = ""

    def end(self) -> None:
        """Close the present line; an empty one is none."""
        line = _SPACE.sub(" ", _LINE_END.sub("", "".join(self.open))).strip(" ")
        if line.strip("\u00a0\u3000\u2002\u2003 "):
            self.done.append(self.number + line)
            self.number = ""
        self.open.clear()


def text_of(root: HtmlElement) -> str:
    """Return the text of an element, lines parted by ``\\n``; scripts, hidden and deleted parts left out.

    Takes time linear in the tree. White space is folded as a browser does; no-break and wide spaces stay.
    """
    lines = _Lines()
    _walk(root, lines)
    lines.end()
    return "\n".join(lines.done)


def _walk(root: HtmlElement, lines: _Lines) -> None:
    """Go through the tree without recursion: a page may be nested as deep as its maker likes."""
    steps: list[tuple[str, HtmlElement]] = [("enter", root)]
    while steps:
        step, element = steps.pop()
        if step == "tail":
            lines.open.append(element.tail or "")
            continue
        if step == "leave":
            if element.tag in BLOCKS:
                lines.end()
            if element.tag == "li":
                lines.number = ""
            continue
        if is_left_out(element):
            continue
        if element.tag == "br":
            lines.end()
            continue
        if element.tag in BLOCKS:
            lines.end()
        if element.tag == "table" and (rows := _data_rows(element)) is not None:
            lines.done += rows
            continue
        if element.tag == "li":
            lines.number = _number_of(element)
        lines.open.append(element.text or "")
        steps.append(("leave", element))
        for child in reversed(element):
            steps += [("tail", child), ("enter", child)]


def is_left_out(element: HtmlElement) -> bool:
    """Return whether a reader does not see an element: a comment, a script, what is hidden or deleted."""
    return (
        not isinstance(element.tag, str)
        or element.tag in SKIPPED
        or element.get("hidden") is not None
        or bool(_HIDDEN.search(element.get("style") or ""))
    )


def _number_of(item: HtmlElement) -> str:
    """Return the number that an ordered list shows before an item."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return ""
    start = parent.get("start") or "1"
    before = sum(1 for each in item.itersiblings("li", preceding=True))
    return f"{int(start) + before if start.isdigit() else 1 + before}. "


def _data_rows(table: HtmlElement) -> list[str] | None:
    """Return a table's rows as piped lines; None where it only lays out a page."""
    if table.find(".//table") is not None:
        return None
    rows = [[_cell_text(cell) for cell in row] for row in rows_of(table)]
    if len(rows) < 2 or max(map(len, rows), default=0) < 2:
        return None
    if any(len(cell) > LONGEST_CELL for row in rows for cell in row):
        return None
    return list(piped(rows))


def _cell_text(cell: HtmlElement) -> str:
    return text_of(cell).replace("\n", "")


def parse(html: str) -> HtmlElement:
    """Return the tree of a page or a fragment; raises ``ValueError`` where there is nothing in it.

    HTML has no entities of a page's own making, and the parser follows no address.
    """
    # What a page says of its bytes no longer holds: the text is decoded.
    parser = HTMLParser(no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        return document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except ParserError as error:
        raise ValueError("nothing in the page") from error
