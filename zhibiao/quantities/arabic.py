"""Quantities and other numerals written in Arabic digits, from left to right over a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from zhibiao.model import Reason
from zhibiao.quantities import names, reasons, unitless
from zhibiao.quantities.filing import Excluded, Filing
from zhibiao.quantities.joined import MIXES, mixed_of, range_of, share_unit
from zhibiao.quantities.numerals import ARABIC, CHAINED, LONGEST, TORN, arabic
from zhibiao.quantities.patterns import (
    AFTER_TORN,
    CHAIN,
    FRACTION,
    GENERATIONS,
    JOINED,
    LISTED,
    LOST_DECIMALS,
    PER_PARTS,
    RATIO,
    SIZE,
    TO,
    TO_ONE,
    Amount,
    read_amount,
)
from zhibiao.quantities.signs import is_signed_rate


class ArabicScan(Filing):
    """The walk over one text: what was found so far, and the numerals that wait for a unit further on."""

    __slots__ = ("awaited", "waiting")

    def __init__(self, text: str, claims: Sequence[Excluded]) -> None:
        """``claims`` are the spans that are settled beforehand."""
        super().__init__(text, claims)
        self.waiting: list[Amount] = []
        self.awaited = -1

    def run(self) -> None:
        """Walk over the text; every run of digits outside ``claims`` ends in a quantity or is excluded."""
        text, position, claim = self.text, 0, 0
        claims = self.claims
        search = ARABIC.search
        while found := search(text, position):
            start = found.start()
            while claim < len(claims) and claims[claim][1] <= start:
                claim += 1
            limit = len(text)
            if claim < len(claims):
                if claims[claim][0] <= start:
                    position = claims[claim][1]
                    if self.waiting and self.awaited == start:
                        self._give_up(claims[claim][2])
                    continue
                limit = claims[claim][0]
            if self.waiting and self.awaited != start:
                self._give_up(None)
            position = self._read(start, found.end(), limit)
        if self.waiting:
            self._give_up(None)

    def _read(self, start: int, end: int, limit: int) -> int:
        """Read the numeral at ``start``; return where to go on."""
        text = self.text
        if end > limit:
            end = ARABIC.match(text, start, limit).end()  # type: ignore[union-attr]
        before = text[start - 1 : start]
        if (
            text.startswith(".", end)
            and "\u4e00" <= before <= "\u9fff"
            and text[start:end].strip("0")
            and "." not in text[start:end]
            and LOST_DECIMALS.match(text, end, limit)
        ):
            end += 1
        following = text[end : end + 1]
        if (following and following in " .:∶+×xX*/") or (
            before == "+" and not is_signed_rate(text, start, end, limit)
        ):
            special = self._special(start, end, limit, following)
            if special is not None:
                return special
        amount = read_amount(text, start, end, limit)
        if amount is None:
            self.excluded.append((start, end, Reason.NAME))
            return end
        if amount.unit is None and amount.scale and text[amount.end : amount.end + 1] in MIXES:
            amount = mixed_of(text, amount, limit) or amount
        reason = reasons.reason_of(text, amount, before)
        if reason is not None:
            self._exclude(amount, reason)
            return amount.number_end
        if amount.end < limit and text[amount.end] in " *_-—–―~&至到":
            over = TO.match(text, amount.end, limit)
            if over is not None:
                further = self._range(amount, over.end(), limit)
                if further:
                    return further
        if amount.unit is None and not amount.scale:
            return self._without_unit(amount, limit)
        if amount.unit is None or amount.unit == "个":
            joined = JOINED.match(text, amount.end, limit)
            if joined is not None:
                self.waiting.append(amount)
                self.awaited = joined.end()
                return amount.end
        self._accept(amount)
        return amount.end

    def _special(self, start: int, end: int, limit: int, following: str) -> int | None:
        """Numerals joined by signs: 1+3+N, 18.8:43.2:38, 1.2.3, and those torn by spaces."""
        text = self.text
        if following == ".":
            chained = CHAINED.match(text, start, limit)
            if chained is not None:
                self.excluded.append((start, chained.end(), Reason.NAME))
                return chained.end()
        if following == " " and text[end + 1 : end + 2] in ":∶":
            following = ":"
        if following in (" ", "."):
            return self._torn(start, limit)
        if following in (":", "∶"):
            ratio = RATIO.match(text, start, limit)
            if ratio is not None:
                return self._ratio(ratio)
            return None
        generations = GENERATIONS.match(text, start, limit)
        if generations is not None:  # 4/5G
            self.excluded.append((*generations.span(), Reason.NAME))
            return generations.end()
        if following == "/":
            return self._fraction(start, limit)
        size = SIZE.match(text, start, limit)
        if size is not None:
            self.excluded.append((start, size.end(), Reason.NAME))
            return size.end()
        if following in ("x", "X", "*"):
            return None
        chain = CHAIN.match(text, start, limit)
        last = chain.end() if chain is not None else end
        self.excluded.append((start, last, Reason.NAME))
        return last

    def _torn(self, start: int, limit: int) -> int | None:
        """A numeral with a space inside, taken as one where a unit follows and no item begins there."""
        text = self.text
        torn = TORN.match(text, start, limit)
        if torn is None or " " not in torn.group() or AFTER_TORN.match(text, torn.end(), limit) is None:
            return None
        ahead = text[max(0, start - 2) : start].strip(" ")
        if ". " in torn.group() and (not ahead or ahead[-1] in "\n。;:!"):
            return None
        amount = read_amount(text, start, torn.end(), limit)
        if amount is None or (amount.unit in names.BEHIND):
            return None
        self._accept(amount)
        return amount.end

    def _fraction(self, start: int, limit: int) -> int | None:
        """1/3 as a quantity; dates and sizes written with strokes are none."""
        found = FRACTION.match(self.text, start, limit)
        if found is None or self.text[start - 1 : start] == "/":
            return None
        part, whole = Decimal(found[1]), Decimal(found[2])
        if not 0 < part < whole:
            return None
        number = (part / whole).quantize(Decimal("0.0001"))
        self._give_up(None)
        self.file(Amount(start, found.end(), number, "", None, None, found.end()))
        return found.end()

    def _ratio(self, ratio: re.Match[str]) -> int:
        """The terms of 18.8:43.2:38 are quantities, 2.8:1 and 1:6 are one; a time of day is none."""
        start, end = ratio.span()
        reason = unitless.reason_of_ratio(self.text, start, end)
        if reason is not None:
            self.excluded.append((start, end, reason))
            return end
        self._give_up(None)
        to_one = TO_ONE.fullmatch(self.text, start, end)
        term = (to_one[1] or to_one[2]) if to_one is not None else ""
        if to_one is not None and len(term) <= LONGEST:
            self.file(Amount(start, end, arabic(term), "", None, None, end, to_one=True))
            return end
        for term in ARABIC.finditer(self.text, start, end):
            if term.end() - term.start() <= LONGEST:
                number = arabic(term.group())
                self.file(Amount(*term.span(), number, "", None, None, term.end()))
            else:
                self.excluded.append((*term.span(), Reason.NAME))
        return end

    def _exclude(self, amount: Amount, reason: Reason) -> None:
        if self.waiting:
            self._give_up(reason)
        self.excluded.append((amount.start, amount.number_end, reason))

    def _range(self, low: Amount, start: int, limit: int) -> int | None:
        """Accept ``low`` and the amount at ``start`` as one range, where they are one; return where it ends."""
        joined = range_of(self.text, low, start, limit)
        if joined is None:
            return None
        self._accept(*joined)
        return joined[0].end

    def _without_unit(self, amount: Amount, limit: int) -> int:
        """A numeral with nothing behind it: a place, a member of a list, an index, or no figure."""
        text = self.text
        goals = unitless.unit_of_goals(text, amount.start)
        if goals is not None:
            amount.unit = goals or None
            self._accept(amount)
            return amount.end
        mark = unitless.before(text, amount.start)
        if mark == "第" and unitless.is_edition(text, amount.end):
            self._exclude(amount, Reason.ORDINAL)
            return amount.end
        if (mark in ("第", "前") and unitless.ends_phrase(text, amount.end)) or (
            mark == "第"
            and (
                unitless.stands_in_list(text, amount.end) or unitless.moves_on(text, amount.start, amount.end)
            )
        ):
            self._accept(amount)
            return amount.end
        if mark == "之" and PER_PARTS.search(text, max(0, amount.start - 3), amount.start):
            self._accept(amount)
            return amount.end
        listed = LISTED.match(text, amount.end, limit)
        if listed is not None:
            self.waiting.append(amount)
            self.awaited = listed.end()
            return amount.end
        if unitless.is_index(text, amount.start) or unitless.is_value(text, amount.start, amount.end):
            self._accept(amount)
            return amount.end
        reason = unitless.reason(text, amount.start, amount.end, mark)
        self._exclude(amount, reason)
        return amount.end

    def _accept(self, amount: Amount, high: Decimal | None = None) -> None:
        """File the amount, and those before it that waited for its unit."""
        for one in self.waiting:
            share_unit(one, amount)
            self.file(one)
        self.waiting.clear()
        self.file(amount, high)

    def _give_up(self, reason: Reason | None) -> None:
        """No unit came: the bare numerals that waited are none, or share the reason of the last of them."""
        for one in self.waiting:
            if one.scale or one.unit:
                self.file(one)
                continue
            mark = unitless.before(self.text, one.start)
            why = None if mark == "第" else reason
            why = why or unitless.reason(self.text, one.start, one.end, mark)
            self.excluded.append((one.start, one.number_end, why))
        self.waiting.clear()
