"""A saved page of a government's site or a newspaper → its article.

The article is found as a reader finds it: it is the part that holds nearly all of the prose. Menus, lists of
headlines, counters and addresses are links, or no sentences. (The idea of text density, Sun et al., DOM based
content extraction via text density, SIGIR 2011, for pages of one long text.)
"""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from zhibiao.forms.markup import BLOCKS, is_left_out, parse, text_of

# The part of a page's prose that its article has at least: the rest is a footer, a notice, a summary.
ARTICLE_SHARE = 0.8
# What a site puts round an article, by the names that the standard of HTML or nearly every site gives it.
FRAME_TAGS = ("nav", "footer", "aside", "header")
FRAME_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav|menu|footer|copyright|breadcrumb|position|crumbs|share|related|sidebar|toolbar)(?:$|[\s_-])",
    re.I,
)
# A frame's part is small beside the article; a whole page in a <div class="nav"> is no frame.
LARGEST_FRAME = 0.3
_SENTENCE_MARK = re.compile("[，。；！？]")
_TITLES = ("ArticleTitle", "og:title")
# 政府工作报告_某市人民政府, 政府工作报告-新华网
_SITE_NAME = re.compile(r"\s*[_|]\s*.*$|\s+[-–—]\s+.*$")


def text_of_page(html: str) -> str:
    """Return the text of a page's article under its title; raises ``ValueError`` where nothing is in it."""
    root = parse(html)
    title = _title(root)
    _leave_out_frame(root, _prose_by_element(root))
    text = text_of(_article(root, _prose_by_element(root)))
    if not text:
        raise ValueError("nothing in the page that a reader sees")
    if title and _folded(title) not in _folded(text[: 3 * len(title) + 200]):
        text = f"{title}\n{text}"
    return text


def _article(root: HtmlElement, prose: dict[HtmlElement, int]) -> HtmlElement:
    """Go down from the page to the smallest container that has nearly all of its prose."""
    element, whole = root, prose.get(root, 0)
    while True:
        inner = [child for child in element if prose.get(child, 0) >= ARTICLE_SHARE * whole]
        if not whole or not inner or not _holds_blocks(inner[0]):
            return element
        element = inner[0]


def _holds_blocks(element: HtmlElement) -> bool:
    """Return whether an element holds lines of its own, so that it is no mere paragraph of the article."""
    return element.tag != "p" and any(child.tag in BLOCKS or child.tag == "br" for child in element)


def _prose_by_element(root: HtmlElement) -> dict[HtmlElement, int]:
    """Return for each element how many characters it has in sentences that are no links."""
    prose: dict[HtmlElement, int] = {}
    for element in root.iter():
        if is_left_out(element) or element.tag == "a":
            continue
        count = _in_sentences(element.text) + sum(_in_sentences(child.tail) for child in element)
        if count:
            prose[element] = count
    # From the leaves upwards, in the reverse of the document's order.
    for element in reversed(list(root.iter())):
        parent = element.getparent()
        if parent is not None and element in prose and not is_left_out(element) and element.tag != "a":
            prose[parent] = prose.get(parent, 0) + prose[element]
    return prose


def _in_sentences(text: str | None) -> int:
    return len(text) if text and _SENTENCE_MARK.search(text) else 0


def _leave_out_frame(root: HtmlElement, prose: dict[HtmlElement, int]) -> None:
    """Take out what tags or names say is the site's: menus, footers, lists of headlines."""
    largest = LARGEST_FRAME * prose.get(root, 0)
    framed = [
        element
        for element in root.iterdescendants()
        if isinstance(element.tag, str)
        and (
            element.tag in FRAME_TAGS
            or FRAME_NAMES.search(f"{element.get('class', '')} {element.get('id', '')}")
        )
        and prose.get(element, 0) <= largest
    ]
    for element in framed:
        element.drop_tree()


def _title(root: HtmlElement) -> str:
    for name in _TITLES:
        for meta in root.iter("meta"):
            if name in (meta.get("name"), meta.get("property")) and (meta.get("content") or "").strip():
                return str(meta.get("content")).strip()
    headings = [" ".join(text_of(each).split()) for each in root.iter("h1")]
    if headings and headings[0]:
        return headings[0]
    title = root.find(".//title")
    return _SITE_NAME.sub("", (title.text or "").strip()) if title is not None else ""


def _folded(text: str) -> str:
    return "".join(text.split())
