"""An OpenDocument text (.odt) → its text: paragraphs, lists with their numbers, tables, text boxes, notes.

Its parts are turned into those of a web page, which ``markup`` reads; what was deleted, comments and tables of
contents are left out. Entities are not expanded and no address is followed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement, document_fromstring, fragment_fromstring

from zhibiao.forms.list_numbers import list_number
from zhibiao.forms.markup import text_of
from zhibiao.forms.packages import UnreadablePackageError, open_package, read_xml

_NAMESPACE = "{{urn:oasis:names:tc:opendocument:xmlns:{}:1.0}}"
TEXT, TABLE, OFFICE, DRAW, STYLE = map(_NAMESPACE.format, ("text", "table", "office", "drawing", "style"))
LEFT_OUT = frozenset(
    [
        f"{TEXT}tracked-changes",
        f"{TEXT}sequence-decls",
        f"{TEXT}variable-decls",
        f"{TEXT}table-of-content",
        f"{TEXT}ruby-text",
        f"{OFFICE}annotation",
        f"{OFFICE}forms",
        f"{TABLE}covered-table-cell",
    ]
)
AS = {
    f"{TEXT}p": "p",
    f"{TEXT}h": "h2",
    f"{TABLE}table": "table",
    f"{TABLE}table-row": "tr",
    f"{TABLE}table-cell": "td",
    f"{TEXT}section": "div",
}
SPANS = {
    f"{TABLE}number-columns-spanned": "colspan",
    f"{TABLE}number-columns-repeated": "colspan",
    f"{TABLE}number-rows-spanned": "rowspan",
}
LEVELS = 10
# Deeper than this no document is nested; what is was made to fill the stack.
DEEPEST = 150
MOST_SPACES = 1_000


class UnreadableOpenTextError(ValueError):
    """A document without a text to be had; the message says why."""


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list counts and shows its number."""

    format: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int = 1
    levels_shown: int = 1


@dataclass(slots=True)
class _State:
    """What is known of lists while a document is gone through, and the notes and boxes met so far."""

    styles: dict[str, dict[int, _Level]]
    counters: dict[tuple[str, int], int] = field(default_factory=dict)
    notes: list[HtmlElement] = field(default_factory=list)
    boxes: list[HtmlElement] = field(default_factory=list)


def text_of_open_text(data: bytes) -> str:
    """Return the text of an .odt; raises ``UnreadableOpenTextError`` where it is damaged, locked or too large."""
    try:
        with open_package(data) as archive:
            manifest = read_xml(archive, "META-INF/manifest.xml")
            if manifest is not None and any("encryption-data" in str(each.tag) for each in manifest.iter()):
                raise UnreadablePackageError("protected with a password; save it without one")
            content, styles = read_xml(archive, "content.xml"), read_xml(archive, "styles.xml")
    except UnreadablePackageError as error:
        raise UnreadableOpenTextError(str(error)) from error
    body = None if content is None else content.find(f".//{OFFICE}text")
    if body is None:
        raise UnreadableOpenTextError("damaged (there is no text in it)")
    page = document_fromstring("<html><body></body></html>")
    state = _State({**_list_styles(styles), **_list_styles(content)})
    _take(body, page.body, state, 0, "")
    page.body.extend(state.notes)
    return text_of(page)


def _take(source: etree._Element, target: HtmlElement, state: _State, depth: int, style: str) -> None:
    """Add what an element holds to an element of the page; ``style`` is that of the list it stands in."""
    if depth > DEEPEST:
        raise UnreadableOpenTextError("nested too deep: no report")
    _write(target, source.text)
    for child in source:
        _take_child(child, target, state, depth, style)
        _write(target, child.tail)


def _take_child(child: etree._Element, target: HtmlElement, state: _State, depth: int, style: str) -> None:
    tag = child.tag
    if not isinstance(tag, str) or tag in LEFT_OUT:
        return
    if tag == f"{TEXT}s":
        _write(target, " " * min(_number(child.get(f"{TEXT}c"), 1), MOST_SPACES))
    elif tag == f"{TEXT}tab":
        _write(target, "\t")
    elif tag == f"{TEXT}line-break":
        etree.SubElement(target, "br")
    elif tag == f"{TEXT}note":
        _take_note(child, target, state, depth)
    elif tag == f"{TEXT}list":
        _take_list(child, target, state, depth, style)
    elif tag == f"{DRAW}text-box":
        made = _apart()
        _take(child, made, state, depth + 1, "")
        state.boxes.append(made)
    elif tag in AS:
        made = etree.SubElement(target, AS[tag])
        for name, stated in SPANS.items():
            if child.get(name):
                made.set(stated, child.get(name))
        _take(child, made, state, depth + 1, style)
        if AS[tag] in ("p", "h2"):
            # A box stands beside its paragraph, whose sentence goes on below it.
            target.extend(state.boxes)
            state.boxes.clear()
    else:
        # Spans, links, frames, groups of rows: what they hold is read where they stand.
        _take(child, target, state, depth + 1, style)


def _take_note(note: etree._Element, target: HtmlElement, state: _State, depth: int) -> None:
    """Put a note's mark where it stands, and its words behind the text."""
    mark = "".join(note.findtext(f"{TEXT}note-citation") or "")
    _write(target, f"[{mark}]")
    body = note.find(f"{TEXT}note-body")
    if body is not None:
        made = _apart()
        _write(made, f"[{mark}] ")
        for paragraph in body.iter(f"{TEXT}p", f"{TEXT}h"):
            _take(paragraph, made, state, depth + 1, "")
        state.notes.append(made)


def _take_list(source: etree._Element, target: HtmlElement, state: _State, depth: int, outer: str) -> None:
    """Add a list, each item under its number; a list within one counts by the style of the outer."""
    name = source.get(f"{TEXT}style-name") or outer
    level = 1 + sum(1 for _ in source.iterancestors(f"{TEXT}list"))
    shown = state.styles.get(name, {}).get(level, _Level())
    place = (name, level)
    goes_on = source.get(f"{TEXT}continue-numbering") == "true" or source.get(f"{TEXT}continue-list")
    if not goes_on or place not in state.counters:
        state.counters[place] = shown.start - 1
    for item in source.iterchildren(f"{TEXT}list-item", f"{TEXT}list-header"):
        number = ""
        if item.tag == f"{TEXT}list-item" and len(item) and item[0].tag != f"{TEXT}list":
            stated = item.get(f"{TEXT}start-value")
            state.counters[place] = _number(stated, state.counters[place] + 1)
            number = _shown_number(name, level, shown, state)
        made = etree.SubElement(target, "div")
        _take(item, made, state, depth + 1, name)
        first = next((each for each in made.iter() if each.tag in ("p", "h2")), None)
        if number and first is not None:
            first.text = number + (first.text or "")


def _shown_number(name: str, level: int, shown: _Level, state: _State) -> str:
    numbers = []
    for each in range(max(1, level - shown.levels_shown + 1), level + 1):
        format_of_level = state.styles.get(name, {}).get(each, _Level()).format
        numbers.append(list_number(state.counters.get((name, each), 1), format_of_level) or "")
    if not numbers[-1]:
        return ""
    number = f"{shown.prefix}{'.'.join(filter(None, numbers))}{shown.suffix}"
    return number if number[-1] in "、）)．" else f"{number} "


def _list_styles(root: etree._Element | None) -> dict[str, dict[int, _Level]]:
    if root is None:
        return {}
    return {style.get(f"{STYLE}name", ""): dict(_levels(style)) for style in root.iter(f"{TEXT}list-style")}


def _levels(style: etree._Element) -> Iterator[tuple[int, _Level]]:
    for level in style.iterchildren(f"{TEXT}list-level-style-number"):
        yield (
            _number(level.get(f"{TEXT}level"), 1),
            _Level(
                level.get(f"{STYLE}num-format", ""),
                level.get(f"{STYLE}num-prefix", ""),
                level.get(f"{STYLE}num-suffix", ""),
                _number(level.get(f"{TEXT}start-value"), 1),
                _number(level.get(f"{TEXT}display-levels"), 1),
            ),
        )


def _apart() -> HtmlElement:
    """Return an element of a page that stands in none yet."""
    return fragment_fromstring("<div></div>")


def _write(target: HtmlElement, words: str | None) -> None:
    """Add words to the end of an element."""
    if not words:
        return
    if len(target):
        target[-1].tail = (target[-1].tail or "") + words
    else:
        target.text = (target.text or "") + words


def _number(words: str | None, otherwise: int) -> int:
    return int(words) if words and words.isdecimal() and len(words) < 9 else otherwise
