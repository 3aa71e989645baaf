"""Joins names and numbers: what each quantity of a sentence measures.

A sentence is read from left to right, a group of quantities at a time (``3.6%、4.0%、6.4%`` is one). The name
stands before the number (地区生产总值增长6%), behind it where a measure word counts things (32个老旧小区), in a list
that 分别 deals out, or it is carried on from the number before (3347.6亿元，增长6%).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache

from zhibiao.grammar.lists import halves, ids_of_items, items_of, plain_name
from zhibiao.grammar.names import COMPOUNDS, INDICATOR_OF_NAME, SHARE_OF, Names, dimension, fits, fitting
from zhibiao.grammar.phrases import (
    bare_name,
    counted_thing,
    is_bridge,
    is_prefix,
    strip_prefix,
    leaves_name_whole,
    opens_predicate,
)
from zhibiao.model import Bound, Quantity
from zhibiao.regions.scanner import Place

JOINT = re.compile(r"[\s*]*(?:[、和及与/:]|以及|,)?[\s*]*")
# Words that measure the thing named before them.
RANKED = re.compile(r"[\s*,]*(?:稳|位|跃|名|仍|并|均|分别)*[居列排]")
MEASURED = re.compile(r"完成年度投资|完成投资|完成产值|总产量|总产|产量|改善率")
CLAUSE_END = ",;:。!?\n… "
RESPECTIVELY = re.compile(r"分别|依次|各自")
SHARED = re.compile(r"(?:均|都|各|共同)[^,;]{0,10}$|各$")
RIGHT_END = re.compile(r"[,;:。!?、\n\d(“]|以及|和(?=\d)")
RIGHT_QUALIFIER = re.compile(r"(?:以上|以下|左右|以内|及以上|及以下|\*|\s)*(?:的)?")
ADDING = re.compile(r"新增|净增|新建|新培育|新认定|新创建|新引进|新发展|新入选|减少|压减|新改造|新设|新获批|新认证|增加|新改建|新打造|改造|新开工|新招引")
STATE_BEFORE = re.compile(r"(?:由|从)[^,;。]{0,16}$")
TO_STATE = re.compile(
    r"^[\s*,的]*(?:[一-鿿]{0,6}?)(?:提高|提升|增加|上升|上调|扩大|发展|扩展|增长|增|升|涨|提|降低|下降|下调|减少|压减|压缩|缩短|缩小|回落|降|减|调整|优化|变|并|转变|整合|改)(?:[到至为成])"
)
RATIO_END = re.compile(r"率|比重|占比|比例|比$|指数|面$|度$")
LEVELS = re.compile(r"国家级|省级|市级|国家|自治区级")
ENTITY = re.compile(
    r"(?:高新区|经开区|开发区|园区|新区|新城|科创城|科创新城|尼龙城|工业园|产业园|集聚区|示范区|试验区|自贸区|保税区|综保区|合作区|管委会"
    r"|集团|公司|机场|银行|大学|学院|医院|研究院|实验室|景区|油田|钢厂|港)(?:[^率量,。;、]{0,3})$"
)
SCOPE = re.compile(
    r"^[^,。;:、\d]{0,14}?(?:高新区|经开区|开发区|园区|新区|新城|科创城|科创新城|尼龙城|工业园|产业园|集聚区|试验区|自贸区|保税区|综保区)"
)
VERB_OPENING = re.compile(r"[一-鿿]{0,4}(?:推进|推动|支持|建设|加快|建成|打造|完善|实施|围绕|发挥|依托|抓好|做好|做大|做强|促进|深化|加强|提升|启动|创建|争创|推行)")
WHOLE_AGAIN = re.compile(r"全[市省县区州旗国盟]|我[市省县区州旗]|全年")
OTHER_SUBJECT = re.compile(r"[在居列占比向与对至到从由据按]$")


@dataclass(slots=True)
class Subject:
    """What a number measures: ids of the indicators (none for what has no id), and the words."""

    ids: tuple[str, ...]
    text: str
    before: str = ""
    between: str = ""
    entity: str | None = None
    place: Place | None = None
    rule: str = "name"


@dataclass(slots=True)
class Reading:
    """A quantity with what it measures. ``is_state_before`` marks x of 由x提高到y."""

    quantity: Quantity
    subject: Subject
    is_state_before: bool = False


@dataclass(slots=True)
class Passage:
    """A document's folded text with all that was found in it, and the findings of the reading."""

    folded: str
    names: Names
    places: list[Place]
    place_starts: list[int]
    region_code: str | None
    unequal_lists: list[tuple[int, int, int, int]] = field(default_factory=list)


def groups_of(folded: str, quantities: list[Quantity]) -> list[list[Quantity]]:
    """Return the quantities of one sentence in groups of the same kind with nothing but 、 or 和 between."""
    groups: list[list[Quantity]] = []
    for quantity in quantities:
        if groups:
            previous = groups[-1][-1]
            between = folded[previous.outer_end : quantity.outer_start]
            if len(between) <= 4 and JOINT.fullmatch(between) and _same_kind(previous, quantity):
                if "," not in between or RESPECTIVELY.search(folded, max(0, groups[-1][0].start - 12), quantity.start):
                    groups[-1].append(quantity)
                    continue
        groups.append([quantity])
    return groups


def _same_kind(one: Quantity, other: Quantity) -> bool:
    if one.rank or other.rank:
        return one.rank == other.rank
    if one.unit_text is None:
        return True
    return dimension(one.unit_text) == dimension(other.unit_text)


def read_sentence(
    passage: Passage, start: int, end: int, quantities: list[Quantity], carried: Subject | None
) -> list[Reading]:
    """Return the quantities of the sentence ``folded[start:end]`` with what each measures.

    ``carried`` is the subject of the sentence before, for a sentence that begins with its number.
    """
    reader = _Sentence(passage, start, end)
    groups = groups_of(passage.folded, quantities)
    for index, group in enumerate(groups):
        following = groups[index + 1][0].start if index + 1 < len(groups) else end
        reader.read_group(group, following, carried)
    _mark_states_before(passage.folded, groups, reader.readings)
    return reader.readings


def _mark_states_before(folded: str, groups: list[list[Quantity]], readings: list[Reading]) -> None:
    """由x提高到y: x is the state before, whatever its own verb says."""
    if len(groups) < 2:
        return
    position = 0
    for group, following in zip(groups, groups[1:], strict=False):
        lead = folded[max(0, group[0].outer_start - 18) : group[0].outer_start]
        if STATE_BEFORE.search(lead) and TO_STATE.match(
            folded[group[-1].outer_end : following[0].outer_start]
        ):
            for reading in readings[position : position + len(group)]:
                reading.is_state_before = True
        position += len(group)


class _Sentence:
    """The state of reading one sentence: the subject in force, the verb that a list carries on."""

    def __init__(self, passage: Passage, start: int, end: int) -> None:
        self.passage = passage
        self.folded = passage.folded
        self.start = start
        self.end = end
        self.position = start
        self.consumed = start
        self.verb = ""
        self.readings: list[Reading] = []
        self.last: list[Subject] = []
        self.scope = scope_of(self.folded[start : min(end, start + 24)])

    def read_group(self, group: list[Quantity], following: int, carried: Subject | None) -> None:
        first = group[0]
        if len(group) > 1 and ":" in self.folded[first.end : group[1].start]:
            self._read_ratio(group)
            return
        clause_start = self._clause_start(first.outer_start)
        if len(group) > 1 and group[-1].unit_text and all(q.unit_text is None for q in group[:-1]):
            for quantity in group[:-1]:
                quantity.unit_text = group[-1].unit_text
        subjects = self._dealt_out(group, clause_start)
        if subjects is None:
            subjects = [self._subject(quantity, clause_start, following, carried) for quantity in group]
        for quantity, subject in zip(group, subjects, strict=True):
            self.readings.append(Reading(quantity, self._scoped(subject)))
        self.last = subjects
        self.position = max(group[-1].outer_end, self.consumed)

    def _read_ratio(self, group: list[Quantity]) -> None:
        """``三次产业结构调整为18.8:43.2:38``: the terms of one ratio, which have no indicator of their own."""
        clause = self.folded[self._clause_start(group[0].outer_start) : group[0].outer_start]
        subject = Subject((), bare_name(clause), "", clause, rule="ratio")
        self.readings += [Reading(quantity, subject) for quantity in group]
        self.last = [subject]
        self.position = group[-1].outer_end

    def _scoped(self, subject: Subject) -> Subject:
        """A sentence about a zone gives the region no figure, until it turns to the region again."""
        if self.scope and subject.entity is None:
            if WHOLE_AGAIN.search(subject.before):
                self.scope = None
            else:
                return replace(subject, ids=(), entity=self.scope)
        return subject

    def _clause_start(self, end: int) -> int:
        """The start of the words since the last comma, semicolon or quantity, brackets skipped over."""
        folded, position = self.folded, self.position
        best = position
        for sign in CLAUSE_END:
            found = folded.rfind(sign, best, end)
            if found >= best and not (sign == " " and self.passage.names.covers(found)):
                best = found + 1
        return best

    # -- lists -----------------------------------------------------------------------------------------

    def _dealt_out(self, group: list[Quantity], clause_start: int) -> list[Subject] | None:
        """The subjects of ``A、B、C分别增长x、y、z``; None where nothing is dealt out."""
        folded, count = self.folded, len(group)
        clause = folded[clause_start : group[0].outer_start]
        word = RESPECTIVELY.search(clause)
        if word is None and count == 1:
            return None
        if word is None:
            return self._dealt_out_silently(group, clause_start, clause)
        between = clause[word.end() :]
        names_start, names_end = clause_start, clause_start + word.start()
        if not bare_name(folded[names_start:names_end]):
            earlier = self._earlier_clause(clause_start)
            if earlier is None:
                return self._dealt_from_last(count, between)
            names_start, names_end = earlier
        subjects = self._list(names_start, names_end, count, between)
        if subjects is None:
            if count == 1:
                return self._shared_by_one(group[0], names_start, names_end, between)
            listed = len(items_of(folded[names_start:names_end], None))
            self.passage.unequal_lists.append((names_start, group[-1].outer_end, listed, count))
            text = bare_name(folded[names_start:names_end])
            return [Subject((), text, "", between, rule="unequal_list") for _ in group]
        _spread_bound(group)
        return subjects

    def _shared_by_one(self, quantity: Quantity, start: int, end: int, between: str) -> list[Subject] | None:
        """``A、B分别下降5%``: one number for each of the names."""
        every = ids_of_items(tuple(items_of(self.folded[start:end], None)))
        ids = tuple(one for ids in every for one in ids if fits(one, quantity.unit_text, quantity.rank))
        if not ids:
            return None
        return [Subject(tuple(dict.fromkeys(ids)), bare_name(self.folded[start:end]), "", between, rule="shared")]

    def _dealt_out_silently(self, group: list[Quantity], clause_start: int, clause: str) -> list[Subject] | None:
        """``A、B增至x、y``: as many names as numbers, though no 分别 says so."""
        found = self.passage.names.last_in(clause_start, group[0].outer_start)
        between = ""
        names_end = group[0].outer_start
        if found is not None:
            tail = self.folded[self.passage.names.ends[found] : names_end]
            if is_bridge(tail):
                between, names_end = tail, self.passage.names.ends[found]
        if not bare_name(clause):
            return self._dealt_from_last(len(group), clause) if len(self.last) == len(group) else None
        if len(items_of(self.folded[clause_start:names_end], None)) != len(group):
            words = self.folded[clause_start:names_end]
            if "城乡" not in words and "存贷款" not in words and found is None:
                return None
        return self._list(clause_start, names_end, len(group), between)

    def _earlier_clause(self, clause_start: int) -> tuple[int, int] | None:
        """The clause before the comma, where the names stand ahead of ``，分别增长``."""
        end = clause_start - 1
        if end <= self.position:
            return None
        start = self.position
        for sign in CLAUSE_END:
            start = max(start, self.folded.rfind(sign, self.position, end) + 1)
        return (start, end) if bare_name(self.folded[start:end]) else None

    def _dealt_from_last(self, count: int, between: str) -> list[Subject] | None:
        """``…838亿元、贷款547亿元，分别增长x和y``: the last subjects again, as many as there are numbers."""
        distinct: list[Subject] = []
        for reading in reversed(self.readings):
            if all(reading.subject.text != known.text for known in distinct):
                distinct.append(reading.subject)
            if len(distinct) == count:
                break
        if len(distinct) != count:
            return None
        return [replace(subject, between=between, rule="respectively_carried") for subject in reversed(distinct)]

    def _list(self, start: int, end: int, count: int, between: str) -> list[Subject] | None:
        words = self.folded[start:end]
        items = items_of(words, count)
        found = self.passage.names.last_in(start, end)
        if found is not None and self.passage.names.ends[found] < end:
            tail = self.folded[self.passage.names.ends[found] : end]
            # 旅游收入、游客人数再创新高，分别增长: the names end before the predicate.
            if len(tail) < 12 and items and items[-1].endswith(tail) and not RATIO_END.search(tail):
                items[-1] = items[-1][: len(items[-1]) - len(tail)] or items[-1]
        if len(items) == count and count > 1:
            ids = ids_of_items(tuple(items))
            before = self._verb_of(items[0])
            return [
                Subject(one, listed_name(item), before, between, rule="respectively")
                for one, item in zip(ids, items, strict=True)
            ]
        name = bare_name("".join(items) if len(items) == 1 else words)
        identifiers = self._ids_in(start, end, name)
        if count == 2:
            pair = halves(name, identifiers)
            if pair:
                return [Subject(one, text, "", between, rule="respectively_halved") for one, text in pair]
        if len(identifiers) == count:
            return [Subject((one,), name, "", between, rule="respectively_compound") for one in identifiers]
        if len(items) > 1 and len(items) < count:
            return self._expanded(items, count, between)
        return None

    def _expanded(self, items: list[str], count: int, between: str) -> list[Subject] | None:
        """Items of which one stands for two: 生产总值、城乡居民收入分别增长x、y、z."""
        subjects: list[Subject] = []
        for item, ids in zip(items, ids_of_items(tuple(items)), strict=True):
            name = bare_name(item)
            pair = halves(name, ids)
            if len(ids) > 1:
                subjects += [Subject((one,), name, "", between, rule="respectively_compound") for one in ids]
            elif pair:
                subjects += [Subject(one, text, "", between, rule="respectively_halved") for one, text in pair]
            else:
                subjects.append(Subject(ids, name, "", between, rule="respectively"))
        return subjects if len(subjects) == count else None

    def _ids_in(self, start: int, end: int, name: str) -> tuple[str, ...]:
        if name in COMPOUNDS:
            return COMPOUNDS[name]
        if name in INDICATOR_OF_NAME:
            return (INDICATOR_OF_NAME[name],)
        found = self.passage.names.last_in(start, end)
        if found is None:
            return ()
        names = self.passage.names
        if is_prefix(self.folded[start : names.starts[found]]) and is_bridge(self.folded[names.ends[found] : end]):
            return names.ids[found]
        return ()

    def _verb_of(self, words: str) -> str:
        found = ADDING.match(words.lstrip("*● "))
        self.verb = found.group() if found else ""
        return self.verb

    # -- one name --------------------------------------------------------------------------------------

    def _subject(self, quantity: Quantity, clause_start: int, following: int, carried: Subject | None) -> Subject:
        end = quantity.outer_start
        if clause_start > end:
            clause_start = end
        clause = self.folded[clause_start:end]
        left = self._left(clause_start, end, clause, quantity)
        if left is None or (not left.ids and _counts(quantity)):
            right = self._right(quantity, following, clause, left)
            if right is not None:
                return right
        if left is not None:
            return left
        carry = self.last[-1] if self.last else (carried if quantity.outer_start - self.start < 4 else None)
        if carry is None:
            return Subject((), bare_name(clause), clause, "", rule="none")
        return Subject(
            carry.ids if all(fits(one, quantity.unit_text, quantity.rank) for one in carry.ids) else (),
            carry.text,
            carry.before if not clause.strip(" *,、") else "",
            clause,
            carry.entity,
            carry.place,
            "carried",
        )

    def _left(self, start: int, end: int, clause: str, quantity: Quantity) -> Subject | None:
        """The subject that stands before the number in its clause; None where only verbs stand there."""
        names = self.passage.names
        share = clause.rfind("占")
        found = names.last_in(start, end)
        if share >= 0 and (found is None or names.starts[found] > start + share or names.ends[found] <= start + share):
            return self._share(start, start + share, end, quantity)
        if found is not None and is_bridge(self.folded[names.ends[found] : end]):
            return self._named(start, end, found, quantity)
        name = bare_name(clause)
        if self.last:
            more = self._more_of_last(clause, quantity)
            if more is not None:
                return more
        if not name or (self.last and quantity.rank and RANKED.match(clause)):
            return None
        if "、" in name:
            name = name[name.rindex("、") + 1 :]
        verb = ADDING.match(clause.lstrip("*● "))
        if verb is None and self.verb and clause_is_item(self.folded, start):
            added = INDICATOR_OF_NAME.get(self.verb + name)
            if added and fits(added, quantity.unit_text, quantity.rank):
                return Subject((added,), self.verb + name, self.verb, "", rule="verb_carried")
        else:
            self.verb = verb.group() if verb else ""
        position = clause.rfind(name)
        between = clause[position + len(name) :]
        before = (self.verb if verb is None and self.verb else "") + clause[:position]
        entity = name if ENTITY.search(name) else None
        return Subject((), name, before, between, entity, self._place(start, end), "words")

    def _more_of_last(self, clause: str, quantity: Quantity) -> Subject | None:
        """``总量居全省第4``, ``总产稳定在…``, ``完成投资…``: words that measure the subject before them."""
        level = clause.strip(" *,、的")
        if LEVELS.fullmatch(level) and LEVELS.search(self.last[-1].text):
            return self._of_other_level(level, quantity)
        found = MEASURED.search(clause)
        if found is None or not is_bridge(clause.replace(found.group(), "", 1)):
            return None
        last, word = self.last[-1], found.group()
        ids, text = last.ids, last.text
        beginnings = [last.text[:cut] for cut in range(len(last.text), 1, -1)]
        endings = [last.text[cut:] for cut in range(1, len(last.text) - 1)]
        for part in beginnings + endings:
            joined = INDICATOR_OF_NAME.get(part + word)
            if joined and last.ids:
                ids, text = (joined,), part + word
                break
        ids = fitting(ids, quantity.unit_text, quantity.rank)
        return Subject(ids, text, "", clause, last.entity, last.place, "carried")

    def _of_other_level(self, level: str, quantity: Quantity) -> Subject:
        """``国家级专精特新“小巨人”企业8家、省级112家``: the same thing, of another level."""
        text = LEVELS.sub(level, self.last[-1].text, count=1)
        identifier = INDICATOR_OF_NAME.get(plain_name(text))
        ids = (identifier,) if identifier and fits(identifier, quantity.unit_text, quantity.rank) else ()
        return Subject(ids, text, self.verb, "", rule="level_carried")

    def _named(self, start: int, end: int, found: int, quantity: Quantity) -> Subject:
        names, folded = self.passage.names, self.folded
        name_start, name_end = names.starts[found], names.ends[found]
        before, between = folded[start:name_start], folded[name_end:end]
        text = folded[name_start:name_end]
        inner = ADDING.match(text)
        ids = fitting(names.ids[found], quantity.unit_text, quantity.rank)
        verb = ADDING.search(before)
        if verb:
            self.verb = verb.group()
        elif self.verb and clause_is_item(folded, start) and not before.strip(" *、和及"):
            added = INDICATOR_OF_NAME.get(self.verb + text)
            if added and fits(added, quantity.unit_text, quantity.rank):
                ids = (added,)
            before = self.verb
        else:
            self.verb = inner.group() if inner else ""
        if is_prefix(before):
            return Subject(ids, text, before, between)
        place, rest = self._without_places(start, name_start)
        if is_prefix(rest):
            return Subject(ids, text, before, between, place=place, rule="name_of_place" if place else "name")
        shared = self._shared(start, name_end)
        if shared is not None:
            kept = fitting(shared, quantity.unit_text, quantity.rank)
            return Subject(kept, bare_name(folded[start:name_end]), before, between, rule="shared")
        part = bare_name(before + text)
        entity = ENTITY.search(bare_name(before))
        return Subject((), part, before, between, bare_name(before) if entity else None, place, "part")

    def _shared(self, start: int, end: int) -> tuple[str, ...] | None:
        """The ids of ``A、B`` that share one number; None where the items are no names of indicators."""
        words = self.folded[start:end]
        items = items_of(words, None)
        if len(items) < 2:
            return None
        every = ids_of_items(tuple(items))
        if not any(every) or not every[-1]:
            return None
        named = [ids for ids in every if ids]
        if len(named) < len(items) and not all(_is_short_noun(item) for item in items):
            return None
        return tuple(dict.fromkeys(one for ids in named for one in ids))

    def _share(self, start: int, share: int, end: int, quantity: Quantity) -> Subject:
        """``民生支出占一般公共预算支出的72%``; the numerator may stand before the comma."""
        folded, names = self.folded, self.passage.names
        numerator = names.last_in(start, share)
        text = bare_name(folded[start:share])
        one: tuple[str, ...] = ()
        if numerator is not None and is_prefix(folded[start : names.starts[numerator]]):
            if not folded[names.ends[numerator] : share].strip():
                one = names.ids[numerator]
        if not text and self.last:
            one, text = self.last[-1].ids, self.last[-1].text
        denominator = names.first_in(share, end)
        other = names.ids[denominator] if denominator is not None else ()
        identifier = SHARE_OF.get((one[0], other[0])) if one and other else None
        words = folded[share:end]
        return Subject(
            (identifier,) if identifier else (), text + bare_name(words), "", words, rule="share_of"
        )

    # -- the name behind the number --------------------------------------------------------------------

    def _right(self, quantity: Quantity, following: int, clause: str, left: Subject | None) -> Subject | None:
        """``32个老旧小区``: what a measure word counts; None where the number ends its clause."""
        folded = self.folded
        skipped = RIGHT_QUALIFIER.match(folded, quantity.outer_end)
        start = skipped.end() if skipped else quantity.outer_end
        stop = RIGHT_END.search(folded, start, min(following, self.end))
        end = stop.start() if stop else min(following, self.end)
        if end <= start or opens_predicate(folded, start) and not self._name_at(start, end):
            if not (folded[start : start + 1] in "“(" and _counts(quantity)):
                return None
            close = re.compile(r"[,;。!?、\n]").search(folded, start, min(following, self.end))
            end = close.start() if close else min(following, self.end)
            if end <= start or folded[start] == "(":
                return None
        if left is not None and not _counts(quantity):
            return None
        names = self.passage.names
        found = names.first_in(start, end)
        verb = ADDING.search(clause)
        if verb:
            self.verb = verb.group()
        elif not (self.verb and clause_is_item(folded, quantity.outer_start - len(clause))):
            self.verb = ""
        before = clause if verb or not self.verb else self.verb
        if found is not None and is_prefix(folded[start : names.starts[found]]):
            whole = leaves_name_whole(folded, names.ends[found], end)
            text = folded[names.starts[found] : names.ends[found]]
            ids, name_end = self._fitting(found, quantity)
            whole = leaves_name_whole(folded, name_end, end)
            text = folded[names.starts[found] : name_end]
            added = INDICATOR_OF_NAME.get(self.verb + text) if self.verb else None
            if added and fits(added, quantity.unit_text, quantity.rank):
                ids = (added,)
            if whole and ids and self._only_verbs(quantity.outer_start - len(clause), quantity.outer_start):
                self.consumed = name_end
                return Subject(ids, text, before, "", rule="counted_name")
        words = counted_thing(folded[start:end].rstrip(" *"))
        self.consumed = start + len(words)
        return Subject((), words, before, "", place=None, rule="counted")

    def _fitting(self, found: int, quantity: Quantity) -> tuple[tuple[str, ...], int]:
        """The ids that fit the unit: of the name found, else of the longest name at its beginning that fits."""
        names = self.passage.names
        start, end = names.starts[found], names.ends[found]
        ids = fitting(names.ids[found], quantity.unit_text, quantity.rank)
        while not ids and end > start + 2:
            end -= 1
            shorter = INDICATOR_OF_NAME.get(self.folded[start:end])
            if shorter and fits(shorter, quantity.unit_text, quantity.rank):
                return (shorter,), end
        return ids, end if ids else names.ends[found]

    def _only_verbs(self, start: int, end: int) -> bool:
        """Say whether the words before a count are verbs, or examples of what is counted (某某等5个…)."""
        words = self._without_places(start, end)[1].rstrip(" *")
        return words.endswith("等") or is_prefix(words)

    def _name_at(self, start: int, end: int) -> bool:
        found = self.passage.names.first_in(start, end)
        return found is not None and self.passage.names.starts[found] == start

    # -- places ----------------------------------------------------------------------------------------

    def _place(self, start: int, end: int) -> Place | None:
        return self._without_places(start, end)[0]

    def _without_places(self, start: int, end: int) -> tuple[Place | None, str]:
        """The place that the words open with as their subject, and the words without names of places."""
        passage, folded = self.passage, self.folded
        index = _bisect(passage.place_starts, start)
        rest, position, subject = [], start, None
        while index < len(passage.places) and passage.place_starts[index] < end:
            place = passage.places[index]
            if place.end <= end:
                head = folded[position : place.start]
                rest.append(head)
                if place.code != passage.region_code and not OTHER_SUBJECT.search(head):
                    subject = place
                position = place.end
            index += 1
        rest.append(folded[position:end])
        return subject, "".join(rest)


def scope_of(opening: str) -> str | None:
    """Return the zone that a sentence opens with as its subject; None where a verb has it as its object.

    >>> scope_of("高新区完成投资"), scope_of("加快高新区建设")
    ('高新区', None)
    """
    found = SCOPE.match(opening)
    if found is None or found.group() != bare_name(found.group()) or VERB_OPENING.match(opening):
        return None
    return None if opening[found.end() : found.end() + 1] in "、和与及等建发" else found.group()


def listed_name(item: str) -> str:
    """Return the words of a list's item, without the verbs before it."""
    return strip_prefix(item)


def _bisect(values: list[int], wanted: int) -> int:
    from bisect import bisect_left

    return bisect_left(values, wanted)


@lru_cache(maxsize=16384)
def _is_short_noun(item: str) -> bool:
    """An item that names a thing and tells nothing: 技改投资, not 大力发展旅游."""
    name = bare_name(item)
    return 2 <= len(name) <= 12 and not re.search(r"发展|推进|加快|坚持|实施|完成|增强|创新|落实", name)


def clause_is_item(folded: str, start: int) -> bool:
    """Say whether the words at ``start`` go on with a list: 、 or 和 stands before or at them."""
    return folded[start : start + 1] in "、和及" or folded[start - 1 : start] in "、,"


def _counts(quantity: Quantity) -> bool:
    """Say whether the unit is a measure word, behind which the thing counted may stand."""
    return not quantity.rank and dimension(quantity.unit_text) not in ("points", "multiple", "concentration")


def _spread_bound(group: list[Quantity]) -> None:
    """A qualifier before or behind a list that 分别 deals out governs all of it (``20%和3%以上``)."""
    first, last = group[0], group[-1]
    if last.bound not in (Bound.EXACT, Bound.RANGE) and last.outer_end > last.end:
        source = last
    elif first.bound not in (Bound.EXACT, Bound.RANGE) and first.outer_start < first.start:
        source = first
    else:
        return
    for quantity in group:
        if quantity.bound is Bound.EXACT:
            quantity.bound, quantity.bound_text = source.bound, source.bound_text
