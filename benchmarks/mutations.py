"""Corruptions of a report as they happen to texts: a unit dropped, 万 read as 亿, a line lost, bytes flipped.

Each takes the file's bytes (UTF-8) and a source of chance, and returns the spoiled bytes; the bytes as they
were where the report has nothing to spoil in that way.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable

UNIT = re.compile(r"(?<=[0-9])(?:个百分点|万亿元|亿元|万元|万人|万吨|公里|%|家|个|亩|户|元|人)")
PERCENT = re.compile(r"(?<=[0-9])%")
TEN_THOUSANDS = re.compile(r"(?<=[0-9])万")
HUNDRED_MILLIONS = re.compile(r"(?<=[0-9])亿(?=元)")
NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?(?=%|亿|万|个|家|元)")
DECIMAL = re.compile(r"(?<=[0-9])\.(?=[0-9])")
HEADING = re.compile(r"(?m)^[ \t　#*]*[一二三四五六七八九十]+、[^\n]{2,40}$")
TARGETS = re.compile(r"(?m)^[^\n]*(?:预期|奋斗|发展)目标[^\n]*$")

Mutation = Callable[[bytes, random.Random], bytes]


def _at_random(pattern: re.Pattern[str], replacement: Callable[[str], str]) -> Mutation:
    """Replace one match, chosen at random."""

    def mutate(data: bytes, chance: random.Random) -> bytes:
        text = data.decode("utf-8")
        matches = list(pattern.finditer(text))
        if not matches:
            return data
        match = chance.choice(matches)
        return (text[: match.start()] + replacement(match.group()) + text[match.end() :]).encode("utf-8")

    return mutate


def double_a_digit(data: bytes, chance: random.Random) -> bytes:
    """A digit of a number with a unit, typed twice."""
    text = data.decode("utf-8")
    matches = list(NUMBER.finditer(text))
    if not matches:
        return data
    match = chance.choice(matches)
    position = chance.choice([index for index in range(*match.span()) if text[index] != "."])
    return (text[:position] + text[position] + text[position:]).encode("utf-8")


def swap_two_lines(data: bytes, chance: random.Random) -> bytes:
    """Two lines that are not empty change places."""
    lines = data.decode("utf-8").split("\n")
    filled = [index for index, line in enumerate(lines) if line.strip()]
    if len(filled) < 2:
        return data
    one, other = chance.sample(filled, 2)
    lines[one], lines[other] = lines[other], lines[one]
    return "\n".join(lines).encode("utf-8")


def lose_a_line(data: bytes, chance: random.Random) -> bytes:
    """A line with a figure is missing."""
    lines = data.decode("utf-8").split("\n")
    filled = [index for index, line in enumerate(lines) if any(character.isdigit() for character in line)]
    if not filled:
        return data
    del lines[chance.choice(filled)]
    return "\n".join(lines).encode("utf-8")


def flip_bytes_of_gb18030(data: bytes, chance: random.Random) -> bytes:
    """The file in GB18030, with a bit of three bytes flipped."""
    spoiled = bytearray(data.decode("utf-8").encode("gb18030"))
    for _ in range(3):
        spoiled[chance.randrange(len(spoiled))] ^= 1 << chance.randrange(8)
    return bytes(spoiled)


def cut_off(data: bytes, chance: random.Random) -> bytes:
    """The file ends somewhere in its second half."""
    return data[: chance.randrange(len(data) // 2, len(data) - 1)]


MUTATIONS: dict[str, Mutation] = {
    "unit dropped": _at_random(UNIT, lambda unit: ""),
    "% into ‰": _at_random(PERCENT, lambda sign: "‰"),
    "万 into 亿": _at_random(TEN_THOUSANDS, lambda scale: "亿"),
    "亿 into 万": _at_random(HUNDRED_MILLIONS, lambda scale: "万"),
    "digit doubled": double_a_digit,
    "decimal point lost": _at_random(DECIMAL, lambda point: ""),
    "heading cut": _at_random(HEADING, lambda heading: ""),
    "heading of targets cut": _at_random(TARGETS, lambda heading: ""),
    "two lines swapped": swap_two_lines,
    "line lost": lose_a_line,
    "GB18030 bytes flipped": flip_bytes_of_gb18030,
    "file cut off": cut_off,
}
