"""Numbers as a person reads them, without losing a digit: 7.8万人, 78,000 persons, at least 6%.

A number of the published file is shown exactly; only means and other results of a division are rounded, and
they say so.
"""

from __future__ import annotations

from decimal import Decimal

from reading_room.wording import Words
from zhibiao.commands.cells import plain_number

# From this size on, and the scale word: a Chinese reader counts in ten thousands, an English one in thousands.
SCALES = {
    "zh": ((Decimal(10**8), "亿"), (Decimal(10**4), "万")),
    "en": ((Decimal(10**9), " billion"), (Decimal(10**6), " million")),
}
RATIOS = {"%": "%", "‰": "‰"}
POINTS = Decimal("0.01")
IRREGULAR = {"person": "people", "foot": "feet", "household or firm": "households or firms"}


def amount(number: Decimal, unit: str | None, words: Words, unit_names: dict[str, str]) -> str:
    """A number with its unit, exact: ``6.5%``, ``7.8万人``, ``78,000 persons``, ``-3%``."""
    if unit in RATIOS:
        return minus(plain_number(number)) + RATIOS[unit]
    scaled, scale = _scaled(abs(number), words.language)
    sign = "−" if number < 0 else ""
    return f"{sign}{scaled}{scale}{_unit(unit, words, unit_names, is_one=abs(number) == 1)}"


def minus(text: str) -> str:
    """A number with a real minus sign."""
    return text.replace("-", "−")


def points(number: Decimal | None) -> str:
    """A difference with its sign, rounded to hundredths: ``+0.5``, ``−1``, ``0``."""
    if number is None:
        return ""
    rounded = number.quantize(POINTS)
    sign = "+" if rounded > 0 else ""
    return sign + minus(plain_number(rounded))


def rounded(number: Decimal) -> Decimal:
    """A mean or median, rounded to hundredths."""
    return number.quantize(POINTS)


def _scaled(number: Decimal, language: str) -> tuple[str, str]:
    for size, word in SCALES[language]:
        if number >= size:
            return plain_number(number / size), word
    text = plain_number(number)
    if language == "en":
        whole, dot, rest = text.partition(".")
        text = f"{int(whole):,}{dot}{rest}"
    return text, ""


def _unit(unit: str | None, words: Words, unit_names: dict[str, str], *, is_one: bool) -> str:
    if unit is None:
        return ""
    if words.language == "zh":
        return unit
    name = unit_names.get(unit)
    if name is None:
        return f" {unit}"
    return f" {name}" if is_one else f" {plural(name)}"


def plural(name: str) -> str:
    """The plural of an English unit: ``tonnes``, ``people``, ``yuan``, ``micrograms per cubic metre``."""
    head, rest = name, ""
    for word in (" per ", " of "):
        if word in head:
            at = head.index(word)
            head, rest = head[:at], head[at:] + rest
    if head in IRREGULAR:
        return IRREGULAR[head] + rest
    if head.endswith(("s", "yuan", "mu", "yen", "won", "hertz", "TEU")):
        return head + rest
    ending = "es" if head.endswith(("ch", "x")) else "s"
    return f"{head}{ending}{rest}"


def stated(
    bound: str | None,
    value: Decimal,
    low: Decimal | None,
    high: Decimal | None,
    unit: str | None,
    words: Words,
    unit_names: dict[str, str],
) -> str:
    """A target with what bounds it: ``6%以上``, ``about 6%``, ``6%–7%``; a fall is said as a fall.

    The published file counts a fall as a negative number, so that 下降3%以上 is at most −3.
    """
    if bound == "range" and low is not None and high is not None:
        if high <= 0 and low < 0:
            ends = f"{amount(-high, unit, words, unit_names)}–{amount(-low, unit, words, unit_names)}"
            return words.say("fall_exact", amount=ends)
        return f"{amount(low, unit, words, unit_names)}–{amount(high, unit, words, unit_names)}"
    if value < 0:
        turned = {"at_most": "at_least", "at_least": "at_most"}.get(bound or "", bound or "exact")
        return words.say(f"fall_{turned}", amount=amount(-value, unit, words, unit_names))
    return words.say(f"bound_{bound or 'exact'}", amount=amount(value, unit, words, unit_names))
