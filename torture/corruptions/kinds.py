"""Corruptions as they happen to texts: a unit dropped, 万 read as 亿, a digit doubled, a line lost, bytes flipped.

A *slip* changes a number where it stands, and can be aimed at places of a text. *Damage* befalls a whole file.
Each gives nothing where the report has nothing to spoil in that way.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

UNIT = re.compile(r"(?<=[0-9])(?:个百分点|万亿元|亿元|万元|万人|万吨|公里|%|家|个|亩|户|元|人)")
PERCENT = re.compile(r"(?<=[0-9])[%％]")
TEN_THOUSANDS = re.compile(r"(?<=[0-9])万")
HUNDRED_MILLIONS = re.compile(r"(?<=[0-9])亿(?=元)")
NUMBER = re.compile(r"(?<![0-9.])[0-9]+(?:\.[0-9]+)?(?=[%％]|亿|万|个|家|元)")
WITH_DECIMALS = re.compile(r"(?<![0-9.])[0-9]+\.[0-9]+(?=[%％]|亿|万|个|家|元)")
SEVERAL_DIGITS = re.compile(r"(?<![0-9.])(?=[0-9.]*[0-9]{2})[0-9]+(?:\.[0-9]+)?(?=[%％]|亿|万|个|家|元)")
FALL = re.compile(r"(?:下降|减少|降低)(?=了?[0-9])|(?<=[长降为])[-－](?=[0-9])")
YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?=年)")
HEADING = re.compile(r"(?m)^[ \t　#*]*[一二三四五六七八九十]+、[^\n]{2,40}$")
TARGETS = re.compile(r"(?m)^[^\n]*(?:预期|奋斗|发展)目标[^\n]*$")

Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Slip:
    """A kind of slip: where it can happen, and what the words there become."""

    places: re.Pattern[str]
    spoil: Callable[[str, random.Random], str]

    def __call__(self, text: str, chance: random.Random, within: Spans | None = None) -> Spoiled | None:
        """Spoil one place at random, ``within`` certain spans if they are given."""
        found = [
            match
            for match in self.places.finditer(text)
            if within is None or any(start <= match.start() <= end for start, end in within)
        ]
        if not found:
            return None
        match = chance.choice(found)
        new = self.spoil(match.group(), chance)
        if new == match.group():
            return None
        spoiled = text[: match.start()] + new + text[match.end() :]
        before, after = text[max(0, match.start() - 30) : match.start()], text[match.end() : match.end() + 12]
        return Spoiled(spoiled.encode("utf-8"), f"{before}[{match.group()}→{new}]{after}".replace("\n", "⏎"))


@dataclass(frozen=True, slots=True)
class Spoiled:
    """The bytes of a spoiled file, and what was done to it, for a person."""

    data: bytes
    what: str


def _double_a_digit(number: str, chance: random.Random) -> str:
    place = chance.choice([index for index, sign in enumerate(number) if sign != "."])
    return number[:place] + number[place] + number[place:]


def _move_the_point(number: str, chance: random.Random) -> str:
    whole, decimals = number.split(".")
    if len(whole) > 1 and chance.random() < 0.5:
        return f"{whole[:-1]}.{whole[-1]}{decimals}"
    return f"{whole}{decimals[0]}" + (f".{decimals[1:]}" if decimals[1:] else "")


def _swap_two_digits(number: str, chance: random.Random) -> str:
    places = [
        at for at in range(len(number) - 1) if "." not in number[at : at + 2] and number[at] != number[at + 1]
    ]
    if not places:
        return number
    at = chance.choice(places)
    return number[:at] + number[at + 1] + number[at] + number[at + 2 :]


def _another_year(year: str, chance: random.Random) -> str:
    return str(int(year) + chance.choice([-10, -1, 1, 10]))


SLIPS: dict[str, Slip] = {
    "unit dropped": Slip(UNIT, lambda unit, _: ""),
    "% into ‰": Slip(PERCENT, lambda sign, _: "‰"),
    "万 into 亿": Slip(TEN_THOUSANDS, lambda scale, _: "亿"),
    "亿 into 万": Slip(HUNDRED_MILLIONS, lambda scale, _: "万"),
    "digit doubled": Slip(NUMBER, _double_a_digit),
    "decimal point lost": Slip(WITH_DECIMALS, lambda number, _: number.replace(".", "")),
    "decimal point moved": Slip(WITH_DECIMALS, _move_the_point),
    "digits swapped": Slip(SEVERAL_DIGITS, _swap_two_digits),
    "sign lost": Slip(FALL, lambda words, _: "增长" if len(words) > 1 else ""),
    "year changed": Slip(YEAR, _another_year),
}


def _cut(pattern: re.Pattern[str]) -> Callable[[str, random.Random], bytes | None]:
    def cut(text: str, chance: random.Random) -> bytes | None:
        found = list(pattern.finditer(text))
        if not found:
            return None
        match = chance.choice(found)
        return (text[: match.start()] + text[match.end() :]).encode("utf-8")

    return cut


def _swap_two_lines(text: str, chance: random.Random) -> bytes | None:
    lines = text.split("\n")
    filled = [index for index, line in enumerate(lines) if line.strip()]
    if len(filled) < 2:
        return None
    one, other = chance.sample(filled, 2)
    lines[one], lines[other] = lines[other], lines[one]
    return "\n".join(lines).encode("utf-8")


def _lose_a_line(text: str, chance: random.Random) -> bytes | None:
    lines = text.split("\n")
    filled = [index for index, line in enumerate(lines) if any(sign.isdigit() for sign in line)]
    if not filled:
        return None
    del lines[chance.choice(filled)]
    return "\n".join(lines).encode("utf-8")


def _flip_bits_of_gb18030(text: str, chance: random.Random) -> bytes | None:
    spoiled = bytearray(text.encode("gb18030"))
    for _ in range(3):
        spoiled[chance.randrange(len(spoiled))] ^= 1 << chance.randrange(8)
    return bytes(spoiled)


def _cut_off(text: str, chance: random.Random) -> bytes | None:
    data = text.encode("utf-8")
    return data[: chance.randrange(len(data) // 2, len(data) - 1)]


DAMAGE: dict[str, Callable[[str, random.Random], bytes | None]] = {
    "heading cut": _cut(HEADING),
    "heading of targets cut": _cut(TARGETS),
    "two lines swapped": _swap_two_lines,
    "line lost": _lose_a_line,
    "GB18030 bits flipped": _flip_bits_of_gb18030,
    "file cut off": _cut_off,
}


def spoil(kind: str, text: str, chance: random.Random, within: Spans | None = None) -> Spoiled | None:
    """Return a report spoiled in one way; None where there is nothing to spoil."""
    if kind in SLIPS:
        return SLIPS[kind](text, chance, within)
    data = DAMAGE[kind](text, chance)
    return None if data is None or data == text.encode("utf-8") else Spoiled(data, kind)
