"""The division a document is about: what its opening says, else what its text keeps naming."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from zhibiao.profile.opening import Opening
from zhibiao.regions.divisions import NATIONAL_CODE, Division, divisions
from zhibiao.regions.resolution import names_of, resolve

# What follows the name of the division that a report is on, and how much it tells.
OFFICE = r"(?:人民政府)?(?:代理?|常务)?(?:副)?(?:省长|市长|县长|区长|州长|盟长|旗长|专员|主席)"
AFTER_NAME = (
    (re.compile(r"(?:\d{4}年)?(?:人民)?(?:政府)?(?:二.{3}年)?政府工作报告"), 8, "title"),
    (re.compile(r"第?[一二三四五六七八九十\d]{1,3}届(?:人民代表大会|人大)|人民代表大会"), 8, "congress"),
    (re.compile(r"(?:第[一二三四五六七八九十]{1,3}届)?人民政府(?!网)"), 6, "government"),
    (re.compile(OFFICE), 6, "head of government"),
    (re.compile(r"国民经济和社会发展"), 4, "plan"),
)
NATIONAL = re.compile(r"代表国务院|国务院(?:副)?总理|(?:受|根据)(?:中共中央和)?国务院的?(?:委托|决定)")
NATIONAL_CHARACTERS = 700
RELATIVE = re.compile(r"(?:全|我|本)(省|市|县|区|州|盟|旗)")
# Weights of naming in the text, where the opening does not tell.
WEIGHT_OF_NAME = {"official": 3, "other": 2}
WEIGHT_OF_PART = 3
SHARE_OF_OTHER_RANK = 0.25
ENOUGH_MENTIONS = 8
MARGIN = 1.5


@dataclass(frozen=True, slots=True)
class Region:
    """A division and the sentence that tells how it was found; null and a reason where unclear."""

    division: Division | None
    source: str


def find_region(folded: str, opening: Opening, year: int) -> Region:
    """Return the region of a folded text with this opening, among the divisions of ``year``."""
    cues = _opening_cues(opening, year)
    if not cues and (national := NATIONAL.search(folded[:NATIONAL_CHARACTERS])):
        return Region(divisions().get(NATIONAL_CODE, year), f"opening “{national[0]}”")
    names = _mentions(folded, year)
    for name, _weight in cues.most_common():
        division = resolve(name, year, None)
        source = f"opening “{cues_text(opening, name)}”"
        if division:
            return Region(division, source)
        bearer, reason = _best(_bearers(name, year), names, folded, year)
        if bearer:
            return Region(bearer, f"{source}, of those of this name the one that the text names with: {reason}")
    candidates = [bearer for name in names for bearer in _bearers(name, year) if bearer.level != "national"]
    bearer, reason = _best(list(dict.fromkeys(candidates)), names, folded, year)
    if bearer:
        return Region(bearer, f"the text names it throughout: {reason}")
    return Region(None, f"the opening names no division, and the text does not tell: {reason}")


def cues_text(opening: Opening, name: str) -> str:
    """Return the line of the opening that has ``name``."""
    return next((line[:60] for line in opening.text.split("\n") if name in line), name)


def _opening_cues(opening: Opening, year: int) -> Counter[str]:
    """Return name → weight for the names in the opening that stand where a report names its division."""
    scanner, weights = _all_names(year), Counter[str]()
    for line in opening.text.split("\n"):
        text = re.sub(r"\s", "", line)
        previous: tuple[int, int] | None = None
        for _, start, end in scanner.find_matches_as_indexes(text):
            if previous and previous[1] == start and resolve(text[previous[0] : end], year, None):
                start = previous[0]
            previous = (start, end)
            for pattern, weight, _kind in AFTER_NAME:
                if pattern.match(text, end):
                    weights[text[start:end]] += weight
                    break
    return weights


@lru_cache(maxsize=64)
def _all_names(year: int) -> AhoCorasick:
    """Return an automaton of all names of a year but the one-character abbreviations."""
    names = names_of(year)
    patterns = sorted(name for name in {*names.official, *names.other} if len(name) > 1)
    return AhoCorasick(patterns, matchkind=MatchKind.LeftmostLongest)


def _mentions(folded: str, year: int) -> Counter[str]:
    return Counter(_all_names(year).find_matches_as_strings(folded))


def _bearers(name: str, year: int) -> list[Division]:
    names = names_of(year)
    return names.official.get(name) or names.other.get(name, [])


def _best(
    candidates: list[Division], names: Counter[str], folded: str, year: int
) -> tuple[Division | None, str]:
    """Return the candidate that the text names most, itself and its parts and holders; None if unclear."""
    if not candidates:
        return None, "no candidate"
    ranks = Counter(RELATIVE.findall(folded))
    own_word = ranks.most_common(1)[0][0] if ranks else ""
    scores = {
        candidate: _score(candidate, names, year) * (1 if candidate.name.endswith(own_word) else SHARE_OF_OTHER_RANK)
        for candidate in candidates
    }
    (best, score), *others = sorted(scores.items(), key=lambda item: -item[1])[:2]
    told = f"{best.name} {score:g}" + (f", then {others[0][0].name} {others[0][1]:g}" if others else "")
    if score < ENOUGH_MENTIONS or (others and score < MARGIN * others[0][1]):
        return None, told
    return best, told


def _score(candidate: Division, names: Counter[str], year: int) -> float:
    table = names_of(year)
    score = 0.0
    for name, count in names.items():
        bearers = table.official.get(name)
        weight = WEIGHT_OF_NAME["official" if bearers else "other"]
        for bearer in bearers or table.other.get(name, []):
            if bearer.code == candidate.code:
                score += weight * count
            elif bearer.parent_code == candidate.code:
                score += WEIGHT_OF_PART
            elif bearer.code == candidate.parent_code and candidate.level == "county":
                score += weight * min(count, 3)
    return score
