"""The signs that a match can begin with, told to the engine: patterns → signs, and the same matches as without them."""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]
import re
from re import _compiler, _parser  # type: ignore[attr-defined]

import pytest

from orchestration.storage.settings import PROJECT
from scripts import first_signs as module
from scripts.first_signs import first_signs, patterns_of, with_first_signs

SEED = next(iter(sorted((PROJECT / "raw").glob("*.txt")))).read_text("utf-8")
TEXT = f"{SEED[:3000]} aab 9c ab xxxy 创新增2家,扩增3家。我市比重仅为1/3"


def _made(pattern: str, flags: int) -> tuple[list[int], list[int]]:
    """What Python makes of a pattern, and what is made of that."""
    made = _compiler._code(_parser.parse(pattern, flags), flags | re.UNICODE)
    return made, with_first_signs(pattern, flags | re.UNICODE, made)


def _spans(pattern: str, numbers: list[int]) -> list[tuple[int, int]]:
    parsed = _parser.parse(pattern, 0)
    groups, names = parsed.state.groups, parsed.state.groupdict
    of_groups: list[str | None] = [None] * groups
    for name, number in names.items():
        of_groups[number] = name
    found: re.Pattern[str] = _sre.compile(
        pattern, int(re.UNICODE), numbers, groups - 1, names, tuple(of_groups)
    )
    return [match.span() for match in found.finditer(TEXT)]


@pytest.mark.parametrize(
    "pattern",
    [
        "(?<!创)(?:新增|[净扩]增)",
        "现在|(?:^|[。;])我市|(?:比重|率)仅为",
        "(增长|[下降]降)?[0-9]+%",
        r"a*b|\d+c",
        "(?=[增下])[^,。]{2}",
        "(?>增长|下降)[0-9]",
        "(?P<verb>增长|[升降])(?:了|约)?",
        "(?:增|长|)率|比重",
        "x++y",
        r"\b[19]",
        "(?:a|)(?:b|)c",
        "x*(?=[y1])[1y]",
    ],
)
def test_a_search_leaps_to_the_first_signs_and_finds_the_same(pattern: str) -> None:
    made, told = _made(pattern, 0)
    assert told != made
    assert told[2] & _compiler.SRE_INFO_CHARSET
    assert _spans(pattern, told) == _spans(pattern, made) != []


@pytest.mark.parametrize(
    ("pattern", "flags"),
    [
        ("(?:增长)?", 0),  # may be empty
        ("(?:增长)?(?<=率)", 0),
        (".长", 0),  # begins with any sign
        ("[^,。]{2}率", 0),
        ("[一-鿿]+率", 0),  # or nearly any
        (r"\w+率|增长", 0),
        ("(增)?(?(1)长|.)", 0),
        ("(?:gdp|[0-9])", re.IGNORECASE),
        ("(?i:gdp|[0-9])|增", 0),
        ("增长|增加", 0),  # told by Python's own compiler
        ("[增下]", 0),
        ("增长|下降", 0),
    ],
)
def test_other_patterns_stay_as_python_makes_them(pattern: str, flags: int) -> None:
    made, told = _made(pattern, flags)
    assert told is made


@pytest.mark.parametrize(
    ("pattern", "signs"),
    [
        ("(?:新增|[净扩]增)了?", "净扩新"),
        ("(?<!创)新增|(?=[增下])[增下]降?", "下增新"),
        ("(?:的|之)?(?:水平|[二-于]位)", "之二亍于水的"),
        ("约?(?=[增下])[增下]降?", "下增约"),
        ("(?:增长)?", None),
        (r"\d+年|约", None),
        ("[^,]增", None),
        ("(?i:gdp)", None),
    ],
)
def test_first_signs_are_told_where_they_are_few(pattern: str, signs: str | None) -> None:
    assert first_signs(re.compile(pattern)) == signs
    assert first_signs(re.compile(pattern, re.IGNORECASE)) is None


def test_space_is_any_space() -> None:
    told = first_signs(re.compile(r"\s*增"))
    assert told is not None
    assert {" ", "\n", "\u3000", "增"} <= set(told)


def test_patterns_are_known_by_the_names_that_a_module_has_for_them() -> None:
    from zhibiao.grammar import status

    known = patterns_of(status)
    assert known["words.STRIVEN_FOR"] is status.words.STRIVEN_FOR
    assert not patterns_of(module)
