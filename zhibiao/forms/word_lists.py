"""The numbers that Word shows before a paragraph, which its text does not hold: 一、, （一）, 1.1."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from zhibiao.forms.list_numbers import list_number

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LEVELS = 9
# A style is based on another, that on a third; a circle would have no end.
DEEPEST = 20
_LEVEL = re.compile(r"%([1-9])")


@dataclass(slots=True)
class _Level:
    """How one level of a list counts and shows its number."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    # In the number of a legal text every level is in Arabic digits.
    is_legal: bool = False


@dataclass(slots=True)
class _Lists:
    """The levels by list; which lists count as one; and the list and level that a style gives."""

    levels: dict[str, list[_Level]] = field(default_factory=dict)
    counted_as: dict[str, str] = field(default_factory=dict)
    styles: dict[str, tuple[str | None, str | None, str | None]] = field(default_factory=dict)
    counters: dict[str, list[int | None]] = field(default_factory=dict)

    def next_number(self, list_id: str, level: int) -> str | None:
        """Count an item of a list and return what is shown before it."""
        levels = self.levels.get(list_id)
        if levels is None or not 0 <= level < LEVELS:
            return None
        counter = self.counters.setdefault(self.counted_as[list_id], [None] * LEVELS)
        counted = counter[level]
        counter[level] = levels[level].start if counted is None else counted + 1
        counter[level + 1 :] = [None] * (LEVELS - level - 1)
        shown = levels[level]
        if list_number(1, shown.format) is None:
            return None

        def of_level(found: re.Match[str]) -> str:
            place = int(found[1]) - 1
            number = counter[place]
            number = levels[place].start if number is None else number
            return list_number(number, "decimal" if shown.is_legal else levels[place].format) or ""

        return _LEVEL.sub(of_level, shown.text)


def write_numbers(
    document: etree._Element, numbering: etree._Element | None, styles: etree._Element | None
) -> None:
    """Write the number of each numbered paragraph of a document into it, as text, and take it out of its list."""
    if numbering is None:
        return
    lists = _Lists()
    _read_levels(numbering, lists)
    if styles is not None:
        _read_styles(styles, lists)
    for paragraph in document.iter(f"{W}p"):
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            continue
        list_id, level = _list_of(properties, lists)
        for marked in properties.findall(f"{W}numPr"):
            properties.remove(marked)
        # Zero takes a paragraph out of the list that its style puts it in.
        if list_id and list_id != "0" and (number := lists.next_number(list_id, int(level or 0))):
            _put_before(paragraph, properties, number)


def _list_of(properties: etree._Element, lists: _Lists) -> tuple[str | None, str | None]:
    list_id, level = _value(properties, "numPr/numId"), _value(properties, "numPr/ilvl")
    style = _value(properties, "pStyle")
    for _ in range(DEEPEST):
        if style is None or (list_id is not None and level is not None):
            break
        style_list, style_level, style = lists.styles.get(style, (None, None, None))
        if list_id is None:
            list_id, level = style_list, level or style_level
    return list_id, level if level and level.isdecimal() else None


def _put_before(paragraph: etree._Element, properties: etree._Element, number: str) -> None:
    run = etree.Element(f"{W}r")
    text = etree.SubElement(run, f"{W}t")
    text.text = number if number[-1] in "、）)．" else f"{number} "
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    paragraph.insert(paragraph.index(properties) + 1, run)


def _read_levels(numbering: etree._Element, lists: _Lists) -> None:
    abstract = {
        each.get(f"{W}abstractNumId"): _levels(each) for each in numbering.iterchildren(f"{W}abstractNum")
    }
    for each in numbering.iterchildren(f"{W}num"):
        list_id, base = each.get(f"{W}numId"), _value(each, "abstractNumId")
        if list_id is None or base not in abstract:
            continue
        levels = list(abstract[base])
        overrides = each.findall(f"{W}lvlOverride")
        for override in overrides:
            place = _number(override.get(f"{W}ilvl"), 0)
            if not 0 <= place < LEVELS:
                continue
            if (redefined := override.find(f"{W}lvl")) is not None:
                levels[place] = _level(redefined)
            if (start := _value(override, "startOverride")) is not None:
                before = levels[place]
                levels[place] = _Level(_number(start, 1), before.format, before.text, before.is_legal)
        lists.levels[list_id] = levels
        # Lists of one definition go on counting where the other stopped, unless one says where it starts.
        lists.counted_as[list_id] = f"own {list_id}" if overrides else f"shared {base}"


def _levels(abstract: etree._Element) -> list[_Level]:
    levels = [_Level() for _ in range(LEVELS)]
    for each in abstract.iterchildren(f"{W}lvl"):
        place = _number(each.get(f"{W}ilvl"), 0)
        if 0 <= place < LEVELS:
            levels[place] = _level(each)
    return levels


def _level(element: etree._Element) -> _Level:
    legal = element.find(f"{W}isLgl")
    return _Level(
        _number(_value(element, "start"), 1),
        _value(element, "numFmt") or "decimal",
        _value(element, "lvlText") or "",
        legal is not None and legal.get(f"{W}val", "1") not in ("0", "false"),
    )


def _read_styles(styles: etree._Element, lists: _Lists) -> None:
    for style in styles.iterchildren(f"{W}style"):
        name = style.get(f"{W}styleId")
        properties = style.find(f"{W}pPr")
        if name:
            in_list = properties is not None
            lists.styles[name] = (
                _value(properties, "numPr/numId") if in_list else None,
                _value(properties, "numPr/ilvl") if in_list else None,
                _value(style, "basedOn"),
            )


def _value(element: etree._Element, path: str) -> str | None:
    found = element.find("/".join(f"{W}{name}" for name in path.split("/")))
    return None if found is None else found.get(f"{W}val")


def _number(words: str | None, otherwise: int) -> int:
    return int(words) if words and words.isdecimal() and len(words) < 9 else otherwise
