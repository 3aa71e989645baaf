"""The opening of a document: front matter, title and the lines before the report proper begins.

Reports come as web pages turned into text, so the opening may hold a block of ``title:`` and ``source:``
lines, markup around single characters (``**政** **府**``), buttons of the page and a news lead.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# The lines in which reports name themselves, their place and day lie within this many characters.
OPENING_CHARACTERS = 1800
TITLE_CHARACTERS = 80

FRONT_MATTER = re.compile(r"\A\ufeff?\s*---\s*\n(.*?)\n---\s*(?:\n|\Z)", re.DOTALL)
FRONT_MATTER_TITLE = re.compile(r"^title:\s*(.+)$", re.MULTILINE)
LABELLED_TITLE = re.compile(r"\A\s*标题:\s*(.+)$", re.MULTILINE)
# Emphasis, comments, a blank and tags; first the signs that any of them begins with.
MARKUP = re.compile(r"[*#>_`<&-](?:(?<=[*#>_`])[*#>_`]*|(?<=<)(?:!--|[^<>\n]{1,80}>)|(?<=-)->|(?<=&)nbsp;)")
BLANKS = re.compile(r"[ \t\u3000\xa0]+")
BLANK_IN_CHINESE = re.compile(r" (?<=[^\x00-\x7f] )(?=[^\x00-\x7f])")
ADDRESS = re.compile(r"各位代表|同志们[:,]")
SUBTITLE_MARKS = ("—", "─", "--")
REPORT_WORDS = re.compile(r"工作报告|报告|讲话|要览|摘要|会议")


@dataclass(frozen=True, slots=True)
class Opening:
    """The folded, cleaned beginning of a document, for finding cues; offsets are not those of the text."""

    title: str | None
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """Title and lines, joined by line ends."""
        return "\n".join((self.title or "", *self.lines))


def read_opening(folded: str) -> Opening:
    """Return the opening of a folded text; the title is null where no line looks like one."""
    start, declared = 0, None
    if front := FRONT_MATTER.match(folded):
        start = front.end()
        if named := FRONT_MATTER_TITLE.search(front[1]):
            declared = clean(named[1])
    elif labelled := LABELLED_TITLE.match(folded):
        declared = clean(labelled[1])
    cleaned = _bare(folded[start : start + OPENING_CHARACTERS]).split("\n")
    lines = tuple(bare for line in cleaned if (bare := line.strip()))
    return Opening(declared or _title(lines), lines)


def clean(line: str) -> str:
    """Return a line without markup and without blanks between Chinese characters: 政 府 → 政府."""
    return _bare(line).strip()


def _bare(text: str) -> str:
    """A text of one line or several without markup and such blanks; none of them reaches over the end of a line."""
    return BLANK_IN_CHINESE.sub("", BLANKS.sub(" ", MARKUP.sub("", text)))


def _title(lines: tuple[str, ...]) -> str | None:
    """Return the first short line that names a report, else the first short line."""
    short = [line for line in lines[:12] if len(line) <= TITLE_CHARACTERS and not line.startswith("各位代表")]
    named = next((line for line in short if REPORT_WORDS.search(line) and not line.endswith("。")), None)
    if named and named.startswith(SUBTITLE_MARKS):
        before = lines[max(0, lines.index(named) - 1)]
        return before if before in short else named
    return named or next((line for line in short if len(line) > 3 and not line.endswith("。")), None)
