"""The division a document is about: what its opening says, else what its text keeps naming."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from zhibiao.profile.file_name import FileName, region_of_file
from zhibiao.profile.mentions import Tally, bearers_of, find_names, tally
from zhibiao.profile.national_sessions import session_told
from zhibiao.profile.only_place import LONGEST_SHORT_TEXT, only_place, own_word_of_short
from zhibiao.profile.opening import ADDRESS, Opening
from zhibiao.regions import NATIONAL_CODE, Division, division_table, resolve

# What follows the name of the division that a report is on, and how much it tells.
AFTER_NAME = (
    (re.compile(r"(?:\d{4}年)?(?:人民)?(?:政府)?(?:\d{4}年)?政府工作报告"), 8),
    (re.compile(r"第?[一二三四五六七八九十\d]{1,3}届(?:人民代表大会|人大)|人民代表大会"), 8),
    (re.compile(r"(?:第[一二三四五六七八九十]{1,3}届)?人民政府(?!网)"), 6),
    (
        re.compile(
            r"委(?:经济工作会议(?!精神)|[^,。\n]{0,8}(?:全会|全体会议)|(?:副书记|常委)[^,。\n]{0,6}[省市县区州盟旗]长)"
        ),
        4,
    ),
    (re.compile(r"(?:代理?|常务)?副?(?:省长|市长|县长|区长|州长|盟长|旗长|行署专员|主席)"), 6),
    (re.compile(r"(?:\d{4}年)?(?:国民经济和社会发展|(?:财政|总)?(?:预算|决算)(?:执行|草案))"), 4),
)
NATIONAL = re.compile(
    r"中央经济工作会议[^。\n]{0,16}在北京(?:举行|召开)|代表国务院|国务院(?:副)?总理|(?:受|根据)(?:中共中央和)?国务院的?(?:委托|决定)|国务院政府工作报告"
)
# 在重庆市委、重庆市人民政府和綦江县委的领导下: what leads is the whole, or stands beside it.
WHOLE_BEFORE = re.compile(r"[在、和及与]$")
WHOLE_BEHIND = re.compile(r"[^,。;:\n]{0,40}领导下")
# Cues stand before the report proper begins, or in its first words (我代表焦作市人民政府).
CHARACTERS_WITHOUT_ADDRESS = 1000
CHARACTERS_AFTER_ADDRESS = 150
# The words by which a report speaks of its own division, and of those above it. They begin with a sign of their own, so
# that the search leaps from one to the next.
RELATIVE = re.compile(r"[全我本](?<![健安]全)(?<![资成基]本)(?:([省市县区州盟旗])|(?<=我)(国))")
REPRESENTS = re.compile(r"代表(自治区|自治州|自治县|省|市|县|区|州|盟|旗)(?:人民)?政府")
# From the part to the whole: a county speaks of 全市 and 全省 too, a city hardly of 全县. A word is the
# text's own where it is this share of the words of the wholes above; 全区 may be an autonomous region.
RELATIVE_WORDS = (("县", "旗"), ("区",), ("市", "州", "盟"), ("省",))
SHARE_OF_OWN_WORD = {"县": 0.3, "旗": 0.3, "区": 1.0}
SHARE_OF_OWN_WORD_ELSE = 0.15
LEAST_RELATIVE_WORDS = 2
LEAST_NATIONAL_WORDS = 8
ENOUGH_MENTIONS = 8
MARGIN = 1.5
# 全区 is said in a district and in an autonomous region alike.
MARGIN_BETWEEN_DISTRICT_AND_REGION = 3
OUTSHONE = 2
OUTSHONE_BY_FELLOW = 3
LEAST_COMPANY = 3


@dataclass(frozen=True, slots=True)
class Region:
    """A division and the sentence that tells how it was found; null and a reason where unclear."""

    division: Division | None
    source: str


def find_region(folded: str, opening: Opening, year: int, named: FileName | None = None) -> Region:
    """Return the region of a folded text with this opening, among the divisions of ``year``.

    What the file's name says (``named``) counts only where the text leaves it unclear.
    """
    found = _region_of_text(folded, opening, year)
    if found.division is None and named is not None:
        division = region_of_file(named, folded, _own_word(folded), year)
        if division is not None:
            return Region(division, f"the name of the file, “{named.words}”, as the text does not tell")
    return found


def _region_of_text(folded: str, opening: Opening, year: int) -> Region:
    names = _named_in_opening(opening, year)
    if not names and (national := NATIONAL.search(_before_the_report(opening))):
        return Region(division_table().get(NATIONAL_CODE, year), f"opening “{national[0]}”")
    if names:
        return _region_of_name(names, folded, year)
    if (session := session_told(folded)) and not own_word_of_short(folded):
        return Region(
            division_table().get(NATIONAL_CODE, year), f"tells of the {session[1]} and of no 全市 or 省委"
        )
    own_word = _own_word(folded)
    mentions = tally(folded, year)
    if own_word == "国":
        return Region(division_table().get(NATIONAL_CODE, year), "the text speaks of 我国, of no part of it")
    candidates = [division for division in mentions.own if division.level != "national"]
    division, told = _most_named(candidates, mentions, own_word)
    if division and own_word and not _outshone(division, candidates, mentions):
        return Region(division, f"named throughout the text, which speaks of 全{own_word}: {told}")
    if only := only_place(folded, opening, candidates, own_word, year):
        return Region(*only)
    return Region(None, f"the opening names no division, and the text does not tell: {told}")


def _region_of_name(names: dict[str, str], folded: str, year: int) -> Region:
    """Return the division that the opening names, the surest name first, or the reason why it is unclear."""
    first = next(iter(names))
    # 北京市朝阳区 at one place of the opening tells which 朝阳区 the others mean.
    for name in names:
        if name.endswith(first) and (division := resolve(name, year, None)):
            return Region(division, f"opening “{names[name]}”")
    namesakes = bearers_of(first, year)
    # 三穗第十五届人民代表大会: a county's short name, where a report names its division, is a name of one.
    if len(namesakes) == 1:
        return Region(namesakes[0], f"opening “{names[first]}”")
    mentions = tally(folded, year)
    if division := _in_company(namesakes, mentions):
        reason = "of its namesakes the one whose neighbours the text names"
        return Region(division, f"opening “{names[first]}”; {reason}")
    if len(folded) <= LONGEST_SHORT_TEXT and (division := _of_named_holder(namesakes, mentions)):
        reason = "of its namesakes the one whose prefecture the text names"
        return Region(division, f"opening “{names[first]}”; {reason}")
    reason = f"a name of {len(namesakes)} divisions that the text does not tell apart"
    return Region(None, f"opening “{names[first]}”, {reason}")


def _named_in_opening(opening: Opening, year: int) -> dict[str, str]:
    """Return name → line for the names that stand where a report names its division, the surest first."""
    weights: Counter[str] = Counter()
    lines: dict[str, str] = {}
    for line in (opening.title or "", _before_the_report(opening)):
        previous = 0, 0
        for start, end in find_names(line, year):
            if previous[1] == start and resolve(line[previous[0] : end], year, None):
                start = previous[0]
            previous = start, end
            weight = next((weight for pattern, weight in AFTER_NAME if pattern.match(line, end)), 0)
            if WHOLE_BEFORE.search(line[max(0, start - 4) : start]) and WHOLE_BEHIND.match(line, end):
                continue
            if weight and line[start:end] != "全国":
                weights[line[start:end]] += weight
                lines.setdefault(line[start:end], line[max(0, start - 20) : end + 25])
    return {name: lines[name] for name, _ in weights.most_common()}


def _before_the_report(opening: Opening) -> str:
    """Return the lines before the report proper as one: a name and the congress it calls may be parted."""
    text = "".join(opening.lines).replace(" ", "")
    if address := ADDRESS.search(text):
        return text[: address.end() + CHARACTERS_AFTER_ADDRESS]
    return text[:CHARACTERS_WITHOUT_ADDRESS]


def _own_word(folded: str) -> str:
    """Return the word (省, 市, 县 …) by which the text calls its own division; empty where it has none."""
    if represents := REPRESENTS.search(folded[:6000]):
        return represents[1]
    words = Counter(word or nation for word, nation in RELATIVE.findall(folded))
    if words["国"] >= LEAST_NATIONAL_WORDS and words["国"] > 3 * (words.total() - words["国"]):
        return "国"
    for position, group in enumerate(RELATIVE_WORDS):
        word = max(group, key=lambda word: words[word])
        above = max((words[word] for wider in RELATIVE_WORDS[position + 1 :] for word in wider), default=0)
        share = SHARE_OF_OWN_WORD.get(word, SHARE_OF_OWN_WORD_ELSE)
        if words[word] >= max(LEAST_RELATIVE_WORDS, share * above):
            return word
    return ""


def _outshone(division: Division, candidates: list[Division], mentions: Tally) -> bool:
    """Whether the text may well be about a part of ``division``.

    So it is where a part is named far more, and where one city stands out among those of its province: cities
    boast of their place 全省, while a province names its cities in turn.
    """
    parts = [
        candidate
        for candidate in candidates
        # 吉林 counts for the province and its city alike.
        if candidate.parent_code == division.code and candidate.short_name != division.short_name
    ]
    if not parts:
        return False
    own = mentions.own.get(division, 0)
    first, second, *_ = [*sorted((mentions.own[part] for part in parts), reverse=True), 0]
    stands_out = first >= OUTSHONE_BY_FELLOW * second and first >= own
    return first >= OUTSHONE * own + ENOUGH_MENTIONS or (division.level == "province" and stands_out)


def _in_company(namesakes: list[Division], mentions: Tally) -> Division | None:
    """Return the one of several divisions of a name whose holder and neighbours are named by far the most."""
    scores = sorted(
        ((mentions.company(division), division.code, division) for division in namesakes), reverse=True
    )
    if not scores or scores[0][0] < LEAST_COMPANY:
        return None
    if len(scores) > 1 and scores[0][0] < MARGIN * scores[1][0]:
        return None
    return scores[0][2]


def _of_named_holder(namesakes: list[Division], mentions: Tally) -> Division | None:
    """Return the only one of several divisions of a name in whose prefecture, once named, it lies."""
    held = [
        one
        for one in namesakes
        if mentions.codes[one.parent_code or ""] and one.parent_code != one.province_code
    ]
    return held[0] if len(held) == 1 else None


def _most_named(candidates: list[Division], mentions: Tally, own_word: str) -> tuple[Division | None, str]:
    """Return the candidate named most, and the scores of the first two; None where they are too close."""
    fitting = [division for division in candidates if division.name.endswith(own_word)]
    scores = {division: mentions.score(division) for division in fitting}
    if not scores:
        return None, "no division is named"
    (best, score), *others = sorted(scores.items(), key=lambda item: -item[1])[:2]
    told = f"{best.name} {score:g}" + (f", then {others[0][0].name} {others[0][1]:g}" if others else "")
    margin = MARGIN_BETWEEN_DISTRICT_AND_REGION if own_word == "区" else MARGIN
    clear = score >= ENOUGH_MENTIONS and (not others or score >= margin * others[0][1])
    return (best if clear else None), told
