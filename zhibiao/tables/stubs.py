"""The names of a table's rows: what each is, what it is a part of, and its unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from zhibiao.tables.words import units_in, words_of

OF_WHICH = re.compile(r"其\s*中\s*[:;,]?|#(?=[\u4e00-\u9fff])")
# 1、 and (一) before a name; 35个大中城市 is none.
_NUMBERED = re.compile(
    r"(?:\(?[0-9]{1,2}(?:[、)]|\.(?![0-9]))|\(?[一二三四五六七八九十]{1,3}(?:[、)]|\.(?![0-9])))"
)
_BRACKETS = re.compile(r"\(([^()]*)\)$")
_GROUPING = re.compile(r"按.{1,10}分(?:类|组)?$")
# Parts that add up to their whole do so but for the rounding of each.
ROUNDING = Decimal("0.005")
SEPARATOR = " > "
ALIKE = 4
# Unmarked parts make up their whole nearly to the digit.
EXACT = Decimal("0.001")
MOST_PARTS = 12
# Parts that are told for their weight leave a small rest, such as the pipelines beside rail, road and water.
NEARLY_ALL = Decimal("0.97")


@dataclass(slots=True)
class Stub:
    """A row's name. ``of_which`` says 其中; ``unit`` is what stands in its brackets; ``value`` its first amount.

    ``is_group`` marks a name without numbers, over the rows that follow, ``is_section`` one that is a chapter's
    (一、经济发展) and no whole; ``parents`` are the names of what it is a
    part of, from the top.
    """

    name: str
    of_which: bool = False
    numbered: bool = False
    indent: int = 0
    unit: str | None = None
    value: Decimal | None = None
    value_unit: str | None = None
    is_group: bool = False
    is_section: bool = False
    parents: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """The name with what it is a part of: 全国人口 > 城镇."""
        return SEPARATOR.join([*self.parents, self.name])


def stub_of(words: str, indent: int) -> Stub:
    """Return the name of a row (plain words) in its parts."""
    of_which = numbered = section = False
    if found := _NUMBERED.match(words):
        numbered, section, words = True, not found[0].strip("()、.").isdigit(), words[found.end() :]
    if found := OF_WHICH.match(words):
        of_which, words = True, words[found.end() :]
    unit = None
    if (found := _BRACKETS.search(words)) and (units := units_in(found[1])):
        unit, words = units[0], words[: found.start()]
    name = words.strip(":")
    return Stub(name, of_which, numbered, indent, unit, is_section=section or name in words_of("section"))


def settle_parents(stubs: Sequence[Stub]) -> None:
    """Fill ``parents``: what follows 其中 is a part of the row above it, as are the rows that go on with the parts.

    A table does not say where the parts end. Where rows are indented, at the first that is not. Else they go on with
    rows of the same unit for as long as they are no more than the whole, if their names are of one kind (火电, 水电) or
    all of them make up the whole.
    """
    _Settling(stubs).run()


class _Settling:
    """The rows from the top, with the wholes that are open."""

    def __init__(self, stubs: Sequence[Stub]) -> None:
        self.stubs = stubs
        self.group: Stub | None = None
        self.first: Stub | None = None
        self.open: list[_Whole] = []
        self.by_indent = any(stub.indent and not stub.of_which for stub in stubs)

    def run(self) -> None:
        """Settle each row in turn."""
        before: Stub | None = None
        for place, stub in enumerate(self.stubs):
            if stub.is_group:
                self.group = None if stub.is_section or _GROUPING.search(stub.name) else stub
                self.open, before, self.first = [], None, None
                continue
            self.first = self.first or stub
            if stub.numbered and self.group is not None and self.group.numbered:
                self.group = None
            self._place(place, before)
            above = (self.group.name,) if self.group else ()
            stub.parents = (*above, *(whole.stub.name for whole in self.open))
            if not self.open and self._is_sum_of_following(place):
                self.open = [_Whole(stub, self.is_first(stub))]
            before = stub

    def _is_sum_of_following(self, place: int) -> bool:
        """Say whether the rows below, none of them marked, make up a row: they are its parts though no word says so."""
        whole = self.stubs[place]
        sum_of = _Whole(whole, is_first=False)
        for stub in self.stubs[place + 1 : place + 1 + MOST_PARTS]:
            if stub.is_group or stub.of_which or stub.numbered or stub.value is None or whole.value is None:
                return False
            if stub.value_unit != whole.value_unit:
                return False
            sum_of.take(stub)
            if len(sum_of.names) > 1 and abs(sum_of.taken - whole.value) <= abs(whole.value) * EXACT:
                return True
        return False

    def _place(self, place: int, before: Stub | None) -> None:
        """Open, close or go on with the wholes at a row."""
        stub = self.stubs[place]
        if stub.of_which and before is not None:
            self._open(stub, before)
        elif stub.numbered or (self.by_indent and stub.indent == 0):
            self.open = []
        following = self.stubs[place + 1] if place + 1 < len(self.stubs) else None
        again = following.name if following is not None and following.of_which else None
        while self.open and not stub.of_which and (again in self.open[-1].names or not self._goes_on(place)):
            self.open.pop()
        if self.open:
            self.open[-1].take(stub)

    def _goes_on(self, place: int) -> bool:
        """Say whether an unmarked row is one more part of the innermost whole."""
        stub, whole = self.stubs[place], self.open[-1]
        if not whole.takes(stub):
            return False
        if self.by_indent or whole.is_of_all or stub.value is None or whole.stub.value is None:
            return True
        return _of_one_kind(stub.name, whole.last) or self._makes_up(place)

    def _makes_up(self, place: int) -> bool:
        """Say whether the parts told and the rows from here on that may be parts make up the whole, or nearly."""
        rest = self.open[-1].so_far()
        for number, stub in enumerate(self.stubs[place:]):
            if stub.is_group or stub.of_which or stub.value is None or not rest.takes(stub):
                break
            following = self.stubs[place + number + 1 : place + number + 2]
            rest.take(stub)
            if following and following[0].of_which:
                break
        rest.is_of_all = rest.is_nearly_complete
        self.open[-1].is_of_all = rest.is_of_all
        return rest.is_of_all

    def _open(self, stub: Stub, before: Stub) -> None:
        """其中 begins the parts of the row above, or another division of what that is itself a part of."""
        if not self.open:
            self.open = [_Whole(before, self.is_first(before))]
            return
        nested = _Whole(before, self.is_first(before))
        known = stub.value is not None and before.value is not None
        fits = known and not _divides(stub.name) and not self.open[-1].is_complete
        if (fits or _alike(stub.name, before.name)) and nested.takes(stub):
            self.open.append(nested)
            return
        while len(self.open) > 1 and (_divides(stub.name) or not self.open[-1].anew().takes(stub)):
            self.open.pop()
        self.open[-1] = self.open[-1].anew()

    def is_first(self, stub: Stub) -> bool:
        """Say whether a row is the first of the table or of its group."""
        return stub is self.first


def _divides(name: str) -> bool:
    """Say whether a name is one of a usual division of a whole: by sex, by ownership, by kind of trade."""
    bare = _without_brackets(name)
    return bare in words_of("division") or bare.endswith(tuple(words_of("division_ending")))


def _of_one_kind(name: str, other: str) -> bool:
    """Say whether two names end in one sign, as 火电 and 水电, 加工贸易 and 一般贸易 do."""
    return _without_brackets(name)[-1:] == _without_brackets(other)[-1:]


def _without_brackets(name: str) -> str:
    return _BRACKETS.sub("", name) or name


def _alike(name: str, other: str) -> bool:
    """Say whether two names end alike, as a part does that is named after its whole: 65岁及以上 of 60岁及以上."""
    return name[-ALIKE:] == other[-ALIKE:]


class _Whole:
    """A row and the parts of it so far."""

    def __init__(self, stub: Stub, is_first: bool) -> None:
        self.stub = stub
        self.is_first = is_first
        self.taken = Decimal(0)
        self.names: set[str] = set()
        self.last = ""
        self.is_of_all = False

    def anew(self) -> _Whole:
        """The same row, divided another time."""
        return _Whole(self.stub, self.is_first)

    def so_far(self) -> _Whole:
        """A copy, to try on it what follows."""
        other = self.anew()
        other.taken, other.names, other.last = self.taken, set(self.names), self.last
        return other

    def takes(self, stub: Stub) -> bool:
        """Say whether a row may be a part beside those taken."""
        if self.is_complete:
            return False
        if stub.value is None or self.stub.value is None:
            # Rates do not add up: without numbers to tell, the parts of a row amid others end at once.
            return self.is_first or self.stub.numbered or not self.names
        if stub.value_unit != self.stub.value_unit:
            return False
        return self.taken + stub.value <= self.stub.value + self._slack()

    def take(self, stub: Stub) -> None:
        """Take a row as a part."""
        self.taken += stub.value or 0
        self.names.add(stub.name)
        self.last = stub.name

    @property
    def is_complete(self) -> bool:
        """Whether the parts make up the whole."""
        return (
            len(self.names) > 1
            and self.stub.value is not None
            and abs(self.taken - self.stub.value) <= self._slack()
        )

    @property
    def is_nearly_complete(self) -> bool:
        """Whether the parts leave hardly a rest."""
        return self.stub.value is not None and self.taken >= self.stub.value * NEARLY_ALL

    def _slack(self) -> Decimal:
        return abs(self.stub.value or Decimal(0)) * ROUNDING
