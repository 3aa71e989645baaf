"""Growth told on several bases at once: ``分别比上年和2005年增长9%和70%``, a number for each of them."""

from __future__ import annotations

import re

BASE = r"(?:上年|去年|上一年|[0-9]{4}[ ]?年|[“\"]?[一二三四五六七八九十]+五[”\"]?|五年前|上届)(?:同期|末期?|底|初)?"
BASES = re.compile(rf"[比较同]({BASE}(?:[、和与及]{BASE})+)(?:相比|比)?,?(?:分别)?[^\d,。;、]{{0,8}}")
ONE_BASE = re.compile(BASE)
RESPECTIVELY = "分别"
NUMERAL = re.compile(r"\d[\d.]*")


def bases_of(folded: str, start: int, end: int) -> tuple[int, list[str]] | None:
    """Return where the words of the bases begin that stand right before ``end``, and the bases; None without."""
    found = BASES.search(folded, start, end)
    if found is None or found.end() != end:
        return None
    opening = found.start()
    return opening - 2 * folded.startswith(RESPECTIVELY, opening - 2), ONE_BASE.findall(found[1])


def base_of(sentence: str) -> str | None:
    """Return which base the number behind the words of ``sentence`` is on, where several are told at once."""
    every = list(BASES.finditer(sentence))
    if not every:
        return None
    behind = sentence[every[-1].end() :]
    bases = ONE_BASE.findall(every[-1][1])
    place = len(NUMERAL.findall(behind))
    return bases[place] if place < len(bases) and not re.search("[;。]", behind) else None
