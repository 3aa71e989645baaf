"""What crops yielded whose areas a list told before: ``粮食、油料面积分别为100万亩、20万亩，产量分别为45万吨、3万吨``."""

from __future__ import annotations

import re

from zhibiao.grammar.names import INDICATOR_OF_NAME
from zhibiao.grammar.sentence import Sentence
from zhibiao.grammar.subject import Subject
from zhibiao.model import Quantity

OUTPUT = re.compile(r"[\s*,、]*(?P<word>总?产量|总产|单产|亩产)[\s*]*")
AREA = re.compile(r"(?:种植|播种|收获|栽培|养殖|作物|生产)*(?:总?面积)?$")


def outputs_of_crops(
    sentence: Sentence, group: list[Quantity], start: int, end: int, between: str
) -> list[Subject] | None:
    """Return a subject for each quantity of ``group``, where ``folded[start:end]`` but says what of the crops told last."""
    found = OUTPUT.fullmatch(sentence.folded, start, end)
    last = sentence.last
    if found is None or len(last) != len(group) or not any(one.text.endswith("面积") for one in last):
        return None
    names = [AREA.sub("", one.text) + found["word"] for one in last]
    ids = [INDICATOR_OF_NAME.get(name) for name in names]
    return [
        Subject((one,) if one else (), name, "", between, rule="respectively")
        for one, name in zip(ids, names, strict=True)
    ]
