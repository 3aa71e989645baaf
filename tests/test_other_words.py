"""A report told in other words of the same meaning, or set otherwise on its page, gives the same figures.

Nobody has to label anything for it: where a figure of the changed text differs, it is read wrongly in one of the two. The
texts are the reports of ``raw`` and those that the reader was trained on.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.scores import LABELS, RAW
from zhibiao.decoding import decode
from zhibiao.extract import extract
from zhibiao.model import Figure, Profile
from zhibiao.profile import profile

TEXTS = (*sorted(RAW.glob("*.txt")), *sorted((LABELS / "blind" / "training").glob("*.txt"))[::2])
HALF_WIDTH = str.maketrans("0123456789.%", "０１２３４５６７８９．％")
CHINESE_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")


class Edit(NamedTuple):
    """What stands at a span of the text, and what shall stand there instead."""

    start: int
    end: int
    instead: str


Replacement = str | Callable[[re.Match[str]], str]
# What it is called, where it stands, and what is put there.
CHANGES: list[tuple[str, str, Replacement]] = [
    # times
    ("较上年", "比上年", "较上年"),
    ("比去年", "比上年(?=[增提下上])", "比去年"),
    ("与上年相比", "比上年(?=[增提下上])", "与上年相比"),
    ("年平均增长", "年均增长", "年平均增长"),
    ("平均每年增长", "年均增长", "平均每年增长"),
    ("二〇一五年", r"(?:19|20)\d\d年(?!前)", lambda year: year[0].translate(CHINESE_DIGITS)),
    # verbs, bounds and what may be left out
    ("争取", "力争", "争取"),
    ("保证", "确保", "保证"),
    ("下降为降低", r"下降(?=[\d.]+[%％])", "降低"),
    ("达", r"达到(?=\d)", "达"),
    ("兴建", "(?<=[，。；、])新建(?=[一-鿿])(?!筹|改|、|制)", "兴建"),
    ("引入", "(?<=[，。；、])引进(?=[一-鿿])", "引入"),
    ("上下", "(?<=[%％元人户亩个家吨])左右", "上下"),
    ("位列", "(?<=[，、])居(?=全[省国市区]第)", "位列"),
    ("without 预计", "预计(?=[完实增达])", ""),
    ("按可比口径增长", r"(?<=收入)增长(?=[\d.]+[%％])", "按可比口径提高"),
    # the page
    ("commas for semicolons", "；(?=[一-鿿])", "，"),
    ("semicolons for commas", "(?<=[%％元人户家个])，(?=[一-鿿]{4,10}增长)", "；"),
    ("half-width commas", "，", ","),
    ("full-width digits", r"(?<![\d.])\d+(?:\.\d+)?%?", lambda number: number[0].translate(HALF_WIDTH)),
    ("blanks before numbers", r"(?<=[一-鿿、，])(?=\d)", " "),
    ("blanks before units", r"(?<=\d)(?=[%亿万家个公户人元])", " "),
    ("blanks before commas", "(?<=[一-鿿%])(?=，)", " "),
    ("indented paragraphs", r"(?<=\n)(?=[一-鿿])", "\u3000\u3000"),
    ("paragraphs apart", r"\n+(?=[一-鿿])", "\n\n"),
    ("other bullets", r"(?<=\n)——?(?=[一-鿿])", "● "),
    ("page numbers", r"\n(?=[一-鿿]{20})", "\n— 5 —\n"),
    ("corner brackets for quotes", "“([^”\n]{1,12})”", r"「\1」"),
    ("straight quotes", "“([^”\n]{1,12})”", r'"\1"'),
    ("half-width brackets", r"（([^）\n]{1,12})）", r"(\1)"),
]
FIELDS = (
    "number", "number_high", "bound", "measure", "direction", "status", "period_start", "period_end", "indicator_id",
    "is_headline",
)  # fmt: skip
Figures = dict[tuple[int, int], list[tuple[object, ...]]]


@cache
def told(path: Path) -> tuple[str, Profile]:
    text = decode(path.read_bytes()).text
    return text, profile(text)


def read(text: str, of: Profile) -> Figures:
    """Return the fields of all figures by their spans."""
    found: Figures = {}
    for figure in extract(text, of, "").figures:
        found.setdefault((figure.char_start, figure.char_end), []).append(fields(figure))
    return found


def fields(figure: Figure) -> tuple[object, ...]:
    return tuple(getattr(figure, name) for name in FIELDS)


@cache
def as_it_stands(path: Path) -> Figures:
    return read(*told(path))


def edits(text: str, pattern: str, replacement: Replacement) -> list[Edit]:
    return [
        Edit(*found.span(), found.expand(replacement) if isinstance(replacement, str) else replacement(found))
        for found in re.finditer(pattern, text)
    ]


def changed(text: str, made: list[Edit]) -> str:
    parts, reached = [], 0
    for start, end, instead in made:
        parts += [text[reached:start], instead]
        reached = end
    return "".join([*parts, text[reached:]])


def where_they_stood(found: Figures, made: list[Edit]) -> Figures:
    """Return figures of the changed text by the spans that they have in the text as it was."""
    ends, shifts, shift = [], [0], 0
    for start, end, instead in made:
        shift += len(instead) - (end - start)
        ends.append(end + shift)
        shifts.append(shift)

    def before(place: int) -> int:
        return place - shifts[bisect_right(ends, place)]

    return {(before(start), before(end)): rows for (start, end), rows in found.items()}


def untouched(found: Figures, made: list[Edit]) -> Iterator[tuple[tuple[int, int], list[tuple[object, ...]]]]:
    """Yield the figures within whose own span nothing was changed."""
    starts = [edit.start for edit in made]
    for span, rows in found.items():
        last = bisect_left(starts, span[1]) - 1
        if last < 0 or made[last].end <= span[0]:
            yield span, rows


@pytest.mark.parametrize(("name", "pattern", "replacement"), CHANGES, ids=[name for name, *_ in CHANGES])
def test_the_figures_stay(name: str, pattern: str, replacement: Replacement) -> None:
    places, parted = 0, []
    for path in TEXTS:
        text, of = told(path)
        made = edits(text, pattern, replacement)
        if not made:
            continue
        places += len(made)
        here = dict(untouched(as_it_stands(path), made))
        there = dict(untouched(where_they_stood(read(changed(text, made), of), made), made))
        parted += [
            f"{path.stem}: {text[max(0, start - 30) : start]}⟦{text[start:end]}⟧ {here.get((start, end))} {there.get((start, end))}"
            for start, end in sorted(here.keys() | there.keys())
            if here.get((start, end)) != there.get((start, end))
        ]
    assert not parted, "\n".join(parted)
    assert places, f"{name} stands nowhere"
