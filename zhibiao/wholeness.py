"""Whether a text is whole: its paragraphs numbered without a gap, its end that of a sentence, its headings of its years.

Where a line was lost or moved, （三） follows （一）, or 四、 comes before 三、; where a file was cut off, it ends within a
sentence. 一、2023年工作回顾 stands in the report that plans 2024.
"""

from __future__ import annotations

import re

from zhibiao.model import Finding, Severity
from zhibiao.quantities.numerals import chinese

FEW = "[一二三四五六七八九十]{1,3}"
# How paragraphs are numbered: 一、 （一） 一是 第一， 1. （1）. 1.5 is an amount. The end of the line before is looked for by
# itself, where ^ would be tried at each character: they are asked of a text with one in front of it.
NUMBERED = re.compile(
    rf"\n[ \t　#*—]*(?:(?P<section>{FEW})、|[（(](?P<part>{FEW})[）)]|(?P<point>{FEW})是|第(?P<ordinal>{FEW})[，、]"
    r"|(?P<item>[0-9]{1,2})[.．、](?![0-9])|[（(](?P<subitem>[0-9]{1,2})[）)])"
)
# What stands around a number of each kind within a line; 44.15分钟生活圈 at the beginning of one is item 44. A bracket that opens,
# or a point before a quotation mark, may have been left out (五）, 41“校企双制”), and a blank may stand before a sign.
AROUND = {
    "section": ("(?<![一二三四五六七八九十])", "[ 　]?、"),
    "part": ("(?<![一二三四五六七八九十])", "[）)]"),
    "point": ("(?<![一二三四五六七八九十])", "是"),
    "ordinal": ("第", "[，、]"),
    "item": (
        "(?<![0-9.])",
        r"(?:[ 　]?[.．、](?:(?![0-9])|(?<=\n..[.．、])|(?<=\n.[.．、]))|(?:(?<=\n..)|(?<=\n.))(?=[“\"《]))",
    ),
    "subitem": ("(?<![0-9])", "[）)]"),
}
ARABIC = ("item", "subitem")
DIGITS = ["", *"一二三四五六七八九"]
SHOWN = 40
# What ends a sentence, a note or a list, or is no sentence: a line under a title.
END = re.compile(r"(?:[。！!？?；;：:…”’）)】》>\]*|—_-]|奋斗)\s*$|^\s*—")
# Signatures, links and lines of a page's foot are shorter.
LEAST_OF_A_SENTENCE = 25

# A heading, the only year in it, and whether it looks back or ahead; 2020年以来 and 2035年远景目标 are of further years.
HEADING = re.compile(
    r"\n[ \t　#*]*(?:[一二三四五六七八九十]{1,2}、|第[一二三四]部分|#)[^\n]{0,50}$", re.MULTILINE
)
YEAR = re.compile(r"(?<![0-9—－至-])((?:19|20)[0-9]{2})年(?![—－至-])")
LOOKS_BACK = re.compile("回顾|过去|总结")
LOOKS_AHEAD = re.compile("安排|目标|任务|部署|打算|重点|建议|意见|思路|要求|预期")
OF_FURTHER_YEARS = re.compile("以来|远景|时期|五年|年间")
TITLE = re.compile(r"((?:19|20)[0-9]{2})年[^\n]{0,12}政府工作报告")
OPENING = 400
FIRST_YEAR_OF_SPRING_REPORTS = 1985


def skipped_numbers(text: str) -> list[Finding]:
    """The paragraphs of a text whose number neither begins a list nor follows the one before it of its kind.

    Each kind of number is a list by itself and may begin again at any time; a number may also stand within a line
    (一是改革。二是开放。), and the sections go on behind a list that was numbered as they are. Spans are those of the number.
    """
    before: dict[str, int] = {}
    outer = 0
    looked_at: dict[str, int] = {}
    found = []
    lines = "\n" + text
    for match in NUMBERED.finditer(lines):
        kind = str(match.lastgroup)
        number = _number(match[kind])
        if number is None:
            continue
        expected = before.get(kind, 0) + 1
        if kind == "section" and number == 1:
            outer = expected - 1
        elif kind == "section" and number == outer + 1:
            expected = number
        if number not in (1, expected) and not _is_within_a_line(
            kind, number - 1, lines[looked_at.get(kind, 1) : match.start() + 1]
        ):
            found.append(_skipped(lines, match, kind, expected))
        before[kind], looked_at[kind] = number, match.end()
    return found


def breaks_off(text: str) -> list[Finding]:
    """The last line of a text, where it is as long as a sentence and does not end as one."""
    end = len(text.rstrip())
    start = text.rfind("\n", 0, end) + 1
    line = text[start:end]
    if len(line) < LEAST_OF_A_SENTENCE or END.search(line):
        return []
    return [
        Finding(
            check_name="text_breaks_off",
            severity=Severity.INFO,
            message=f"the text ends with {line[-12:]}",
            char_start=start,
            char_end=end,
            quote=line[-120:],
        )
    ]


def headings_of_other_years(text: str, plan_year: int | None) -> list[Finding]:
    """The headings of a report that look back on another year than the one before ``plan_year``, or ahead to another.

    Its title may bear either of the two. Until the 1980s reports were given in any month, and could plan the next year.
    """
    if plan_year is None or plan_year < FIRST_YEAR_OF_SPRING_REPORTS:
        return []
    found = []
    lines = "\n" + text
    for heading in HEADING.finditer(lines):
        years = list(YEAR.finditer(lines, heading.start(), heading.end()))
        words = heading.group()
        if len(years) != 1 or OF_FURTHER_YEARS.search(words):
            continue
        if LOOKS_BACK.search(words):
            fitting = plan_year - 1
        elif LOOKS_AHEAD.search(words):
            fitting = plan_year
        else:
            continue
        if int(years[0][1]) != fitting:
            found.append(_of_another_year(years[0], words, f"{fitting}"))
    title = TITLE.search(lines, 1, OPENING + 1)
    if title and int(title[1]) not in (plan_year - 1, plan_year):
        found.append(_of_another_year(title, title.group(), f"{plan_year - 1} or {plan_year}"))
    return found


def _of_another_year(year: re.Match[str], words: str, fitting: str) -> Finding:
    """``year`` was found behind a line end that the text does not have."""
    return Finding(
        check_name="heading_of_another_year",
        severity=Severity.WARNING,
        message=f"{words.strip()} is of {year[1]}, where {fitting} would fit the document",
        char_start=year.start(1) - 1,
        char_end=year.end(1) - 1,
        quote=words.strip(),
    )


def _number(numeral: str) -> int | None:
    if numeral.isdigit():
        return int(numeral)
    number = chinese(numeral)
    return None if number is None else int(number)


def _is_within_a_line(kind: str, number: int, between: str) -> bool:
    """Whether the number that would come before stands within a line of the text between."""
    tens, ones = divmod(number, 10)
    numeral = f"{'' if tens == 1 else DIGITS[tens]}{'十' if tens else ''}{DIGITS[ones]}"
    before, behind = AROUND[kind]
    return re.search(f"{before}{number if kind in ARABIC else numeral}{behind}", between) is not None


def _skipped(lines: str, match: re.Match[str], kind: str, expected: int) -> Finding:
    """``match`` was found behind a line end that the text does not have."""
    start, end = match.span(kind)
    line_end = lines.find("\n", end)
    line = lines[match.start() : line_end if line_end >= 0 else len(lines)].strip()
    return Finding(
        check_name="numbering_skips",
        severity=Severity.WARNING,
        message=f"{line[:SHOWN]} is numbered {match[kind]}, where {' or '.join(map(str, sorted({expected, 1})))} would come",
        char_start=start - 1,
        char_end=end - 1,
        quote=line[: 3 * SHOWN],
    )
