"""What the tests of the outline read: a text between a salutation and its padding, and the role of a place in it."""

from __future__ import annotations

from zhibiao.folding import fold
from zhibiao.outline import Line, Role, outline

PADDING = "全市上下坚持稳中求进工作总基调，扎实做好各项工作，经济社会发展呈现良好局面。" * 2
SALUTATION = "各位代表：\n现在，我代表市人民政府，向大会报告工作，请予审议。\n"


def read(text: str, plan_year: int = 2024, review_year: int = 2023) -> list[Line]:
    return outline(fold(text), plan_year, review_year)


def role_at(text: str, words: str, plan_year: int = 2024) -> tuple[Role, int | None]:
    place = text.index(words)
    (line,) = [one for one in read(text, plan_year, plan_year - 1) if one.start <= place < one.end]
    return line.role, line.year
