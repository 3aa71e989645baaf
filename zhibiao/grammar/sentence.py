"""A sentence while it is read: what it stands in, the subject in force, the verb that a list carries on."""

from __future__ import annotations

import re
from bisect import bisect_left
from copy import copy

from zhibiao.grammar.names import dimension
from zhibiao.grammar.phrases import alternatives, is_bridge, is_prefix, prefix_end
from zhibiao.grammar.region_parts import opens_with_part
from zhibiao.grammar.subject import Passage, Reading, Subject
from zhibiao.grammar.zones import ZONE, scope_of
from zhibiao.model import Quantity
from zhibiao.regions.scanner import Place
from zhibiao.text_search import behind_last

STOPS = (",", ";", ":", "。", "!", "?", "\n", "…")
# 主要预期目标——生产总值增长7%: a dash behind what announces a list is a colon.
DASH, UP_TO_DASH = "标—", re.compile(r".*[目指]标—+", re.DOTALL)
# 财政收入占国内生产总值的比重,由7.7%提高到13.9%: the comma parts the name from what it was before.
FROM = re.compile(r"[已就将]?(?:由|从(?!事))(?![^\d]{0,6}月)")
FROM_OPENS = frozenset("已就将由从")
NAME_BEFORE_FROM = re.compile(rf"[^,;:。!?\n…\d]{{2,40}}{alternatives('head_before_comma')},$")
# 保障性租赁住房6.2万套(间)、棚户区改造住房2.8万套
UNIT_ASIDE = re.compile(r"\([一-鿿]{1,2}\)(?=[、和及与])")
AT_BRACKETS = ("(其中", ")、")  # 新增孵化器3家(其中国家级1家)、众创空间2家
# 是2010 年的1.69 倍
TORN_DATE = re.compile(r"\d [年月日]")
# 180项工业新增长点项目: a point of growth is nothing new.
ADDING = re.compile(rf"(?<!创)(?:{alternatives('adding')})(?!长[点极])")
# An item with a verb of its own takes none from the item before.
DOING = re.compile(rf"(?!{alternatives('noun_like_doing')})(?:{alternatives('doing')})")
ENTITY = re.compile(
    rf"{alternatives('zone')}(?:[^率量,。;、]{{0,3}})$|[^的由了及以上]{{2,}}{alternatives('body')}$"
)
INSTITUTION = re.compile(
    rf"[一-鿿]{{0,10}}?(?:[一二三四五六七八九十]{{1,2}}中|{alternatives('institution')})(?=[、,和等])"
)
EXAMPLE = re.compile(r"[^,;。:\d]{0,40}等")  # 开原市等⟦5个⟧, 卢氏县新坪村等⟦3个⟧: one of those counted
JOINS_PLACES = frozenset("、和与及")
# Behind these words a place is a benchmark or a setting, not the subject.
OTHER_SUBJECT = re.compile(r"[在居列入占比向与对至到从由据按]$")
RANK_OPENING = frozenset("第首前排倒居列最领率唯平级名著")
DIVISION_ENDS = frozenset("省市县区州旗盟")
# 培育自治区专精特新企业18家 in a city: whose title the thing bears, not whose it is.
LEVEL_OF_TITLE = "自治区"
# 广州地区金融机构存款余额, but 广州地区生产总值
AREA = re.compile("地区(?!生产总值|国内生产总值|GDP|财政|[、和的])")
OPENING_LENGTH, TIME_LENGTH = 24, 6
# 今年,高新区完成…, 力争重点园区新开工…: time and intent come before whom the sentence is about.
TIME_OPENING = re.compile(r"(?:(?:今年|去年|全年|一年来|\d{4}年),?)?(?:(?:力争|计划)(?:全[市省]|重点)?)?")
INTENDS = ("力争", "计划")
NAME_LENGTH = 42
GROWS = re.compile(r"增长|递增|增速|增幅")


class Sentence:
    """What has been read of one sentence, and where the reading stands."""

    __slots__ = (
        "among",
        "bracketed",
        "carried",
        "consumed",
        "end",
        "folded",
        "has_brackets",
        "has_places",
        "last",
        "names",
        "of_part",
        "of_places",
        "outside",
        "passage",
        "place",
        "place_outside",
        "position",
        "readings",
        "scope",
        "shares",
        "start",
        "unclaimed",
        "verb",
    )

    def __init__(self, passage: Passage, start: int, end: int, carried: Subject | None = None) -> None:
        self.passage = passage
        self.folded = passage.folded
        self.names = passage.names
        self.start = start
        self.end = end
        self.position = start
        """Up to here the words belong to quantities that are read."""
        self.consumed = start
        """The end of the name of the thing counted last."""
        self.verb = ""
        """新增 and its like, which a list carries on from item to item."""
        self.readings: list[Reading] = []
        self.last: list[Subject] = []
        self.shares: list[Subject] = []
        """The shares told last (占全国的11.9%) of the last subjects, which stay in force beside them."""
        self.unclaimed = start
        """From here on no word belongs to a number yet, but for a length of time (连续三年)."""
        self.outside: list[Subject] = []
        """The last subject before an open bracket, as ``place_outside``: it goes on behind it."""
        self.place_outside: Place | None = None
        self.among: int | None = None
        """Where the clause begins in which a rank is told among so many (空气质量在168个城市中)."""
        self.bracketed = ""
        """The words before a bracket with a benchmark's value (高于全省平均水平), which go on behind it."""
        self.of_places = False
        """Whether the sentence tells of some of the region's places (44个县)."""
        self.of_part = not passage.is_of_county and opens_with_part(self.folded, start, end)
        """Whether it is about a part (县域)."""
        self.carried = carried
        """The subject of the sentence before."""
        self.place: Place | None = None
        first = bisect_left(passage.place_starts, start)
        self.has_places = first < len(passage.place_starts) and passage.place_starts[first] < end
        self.has_brackets = "(" in self.folded[start:end]
        self.scope = self.opening_scope(start)

    def copy(self) -> Sentence:
        """Return the sentence as it stands, for an attempt that changes nothing here."""
        attempt = copy(self)
        attempt.readings, attempt.last = self.readings.copy(), self.last.copy()
        attempt.shares, attempt.outside = self.shares.copy(), self.outside.copy()
        return attempt

    def opening_scope(self, start: int) -> str | None:
        """The zone that a clause opens with, behind words of time; few have one near their beginning."""
        reach = start + TIME_LENGTH + OPENING_LENGTH
        if ZONE.search(self.folded, start, min(self.end, reach)) is None:
            return None
        opening = TIME_OPENING.match(self.folded, start, self.end)
        spoken = opening.end() if opening else start
        return scope_of(self.folded[spoken : min(self.end, spoken + OPENING_LENGTH)])

    def turn_to_zone(self, start: int) -> None:
        """Let the first clause with a number say whose it is: …,力争重点园区新开工项目150个,实际利用外资16亿美元."""
        if (
            start > self.start
            and self.scope is None
            and not self.readings
            and self.folded.startswith(INTENDS, start)
        ):
            self.scope = self.opening_scope(start)

    @property
    def is_of_some(self) -> bool:
        """Whether the sentence tells of a zone, of places or of a part of the region."""
        return self.scope is not None or self.of_places or self.of_part

    def clause_start(self, end: int) -> int:
        """Return the start of the words since the last comma, semicolon or quantity before ``end``."""
        best = behind_last(self.folded, STOPS, self.position, end)
        if self.folded.find(DASH, best, end) >= 0 and (dash := UP_TO_DASH.match(self.folded, best, end)):
            best = dash.end()
        if (
            best == self.position
            and self.has_brackets
            and (aside := UNIT_ASIDE.match(self.folded, best, end))
        ):
            best = aside.end()
        if best < end and self.folded[best] in FROM_OPENS and FROM.match(self.folded, best, end):
            best = self._before_from(best)
        space = self.folded.rfind(" ", best, end)
        if space >= best and not self._joins(space, end):
            best = space + 1
        return min(best, end)

    def _before_from(self, comma_end: int) -> int:
        """Return where the name before 由 or 从 begins, in the clause before; an indicator's is found there anyway."""
        found = self.names.last_in(self.position, comma_end)
        if found is not None and self.names.ends[found] == comma_end - 1:
            return comma_end
        opening = max(self.position, comma_end - NAME_LENGTH)
        named = NAME_BEFORE_FROM.search(self.folded, opening, comma_end)
        return named.start() if named else comma_end

    def _joins(self, space: int, end: int) -> bool:
        """Say whether a space parts nothing: inside a name or a date, behind GDP, or between a name and its number."""
        letter = self.folded[space - 1 : space]
        return (
            TORN_DATE.match(self.folded, space - 1, end) is not None
            or self.names.covers(space)
            or is_bridge(self.folded[space:end])
            or (letter.isascii() and letter.isalpha())
            or ADDING.fullmatch(self.folded, space - 2, space) is not None  # 新增 “四上”企业200户
        )

    def in_force(self, quantity: Quantity, clause: str) -> list[Subject]:
        """Return the last subjects, or their shares where the number goes on to tell of those.

        占全国的11.9%，提高1个百分点 tells of the share; 占全国的11.9%，增长12.5% of what has it.
        """
        kind = dimension(quantity.unit_text)
        of_share = kind == "points" or (kind == "ratio" and not GROWS.search(clause))
        return self.shares if self.shares and of_share and not quantity.rank else self.last

    def goes_on_with_list(self, start: int) -> bool:
        """Say whether the words at ``start`` are a further item: 、 or 和 stands before or at them."""
        if self.has_brackets and self.folded.startswith(AT_BRACKETS, start):
            return True
        return self.folded[start : start + 1] in "、和及" or self.folded[start - 1 : start] in "、,"

    def _is_subject(self, place: Place, start: int, end: int) -> bool:
        """Say whether a place opens its clause as the subject, not as a setting, a rank or a benchmark."""
        folded = self.folded
        head = folded[start : place.start]
        if OTHER_SUBJECT.search(head) or folded[place.end : place.end + 1] in RANK_OPENING:
            return False
        if folded[place.end : place.end + 1] == "、" and (
            folded[place.end + 1 : place.end + 2].isdigit() or self.passage.ends_with_place(place.end, end)
        ):
            return False  # 马鞍山市、65个村镇; 新增荆州、孝感、黄冈3个文明城市
        if not is_prefix(head) or INSTITUTION.match(folded, place.end):
            return False
        if self._end_of(place) > place.end:
            return True
        if EXAMPLE.fullmatch(folded, place.end, end) and prefix_end(folded, place.end, end) < place.end + 2:
            return False
        if folded[place.start : place.end] == LEVEL_OF_TITLE and place.code != self.passage.region_code:
            found = self.names.first_in(place.end, end)
            return not head.strip(" *,") and found is not None and self.names.starts[found] == place.end
        if (
            _is_relative(folded[place.start : place.end])
            or folded[place.end - 1] not in DIVISION_ENDS
            or self.passage.is_held_by(place.code)
        ):
            # A name may begin with the place's last sign: 省科技型中小企业.
            found = self.names.first_in(place.end - 1, self.end)
            named = found is not None and is_prefix(folded[place.end : self.names.starts[found]])
            # 湖南省每年培育大企业100户: told of it, as the adverb or verb behind it shows.
            told = self.passage.is_held_by(place.code) and not _is_relative(folded[place.start : place.end])
            acts = told and prefix_end(folded, place.end, end) > place.end
            return named or acts or is_bridge(folded[place.end : end])
        return True

    def _end_of(self, place: Place) -> int:
        """Where the words of a place end; the document's own may be called an area."""
        area = AREA.match(self.folded, place.end) if place.code == self.passage.region_code else None
        return area.end() if area else place.end

    def ends_in_places(self, end: int) -> bool:
        """朝阳、阜新、铁岭660万亩荒山绿化: say whether several joined places stand right before ``end``."""
        places = self.passage.places
        last = bisect_left(self.passage.place_starts, end) - 1
        if last < 1 or places[last].end != end or places[last - 1].start < self.start:
            return False
        return self.folded[places[last - 1].end : places[last].start] in JOINS_PLACES

    def note_place(self, place: Place | None) -> None:
        """Let a place other than the document's own stay the subject until the sentence names another."""
        if place is not None:
            self.place = None if place.code == self.passage.region_code else place

    def places_in(self, start: int, end: int) -> list[Place]:
        """Return the places that open the clause ``folded[start:end]`` as its subject."""
        if not self.has_places:
            return []
        passage = self.passage
        first = bisect_left(passage.place_starts, start)
        last = bisect_left(passage.place_starts, end)
        return [place for place in passage.places[first:last] if self._is_subject(place, start, end)]

    def place_in(self, start: int, end: int) -> Place | None:
        """Return the place that the words have as their subject."""
        return self.without_places(start, end)[0]

    def without_places(self, start: int, end: int) -> tuple[Place | None, str]:
        """Return the place that the words have as their subject, and the words without names of places."""
        passage, folded = self.passage, self.folded
        if not self.has_places:
            return None, folded[start:end]
        index = bisect_left(passage.place_starts, start)
        rest: list[str] = []
        position, subject = start, None
        while index < len(passage.places) and passage.place_starts[index] < end:
            place = passage.places[index]
            # 新乡市场主体 may begin with the last sign of 新乡市.
            if place.end <= end or (place.start < end == place.end - 1 and folded[end] in DIVISION_ENDS):
                rest.append(folded[position : place.start])
                if self._is_subject(place, start, end):
                    subject = place
                position = min(self._end_of(place), end)
            index += 1
        rest.append(folded[position:end])
        return subject, "".join(rest)


def is_level(folded: str, place: Place) -> bool:
    """Say whether the words of a place are those of a level, as in 自治区重点实验室."""
    return folded[place.start : place.end] == LEVEL_OF_TITLE


def _is_relative(word: str) -> bool:
    return word[:1] in "全我本"
