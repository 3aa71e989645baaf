"""Texts that nobody would write: pieces at random, reports with errors, reports spliced; in every encoding."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from zhibiao.lexicon import rows

SHORTEST, LONGEST = 50, 400
MOST_EDITS = 12
HEADINGS = (
    "一、2023年工作回顾\n",
    "二、2024年工作安排\n",
    "## 1 发展为首\n",
    "（一）",
    "——",
    "●",
    "1.",
    "| ",
    "\n",
    "\r\n",
)
WORDS = (
    "分别增长", "均增长", "各", "达到", "由", "从", "提高到", "占", "比重", "其中", "确保", "力争", "居全省", "高于全国", "新增",
    "主要预期目标是：", "以上", "左右", "以内", "比上年", "年均", "累计", "开发区", "全省", "舞钢市", "三次产业", "存贷款余额",
    "城乡居民人均可支配收入", "和",
)  # fmt: skip
NUMBERS = (
    "3.6%", "6%—6.5%", "１２％", "**22**家", "百分之八", "两番", "第4位", "第一", "1,234.5亿元", "5个百分点", "&permil;", "1/3",
    "2023年", "1-11月", "尼龙66", "5G", "12345热线", "第十二届", "“十四五”", "10.16", "18.8:43.2:38", "2026年2月7日", "-0.5%", "1e9", "²",
)  # fmt: skip
SIGNS = "，、；。：（）()“”《》【】[]{}<>|&#*—-～~…·•％%‰℃$￥¥+=/\\'\"\u3000\u00a0\u200b\u2028\ufeff\t\n\r\x00\U0001f600"
ENCODINGS = (
    "utf-8", "utf-8-sig", "gb18030", "gbk", "gb2312", "big5", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le",
    "utf-32-be",
)  # fmt: skip

Make = Callable[[random.Random, Sequence[str]], str]


def _piece(chance: random.Random) -> str:
    kind = chance.randrange(8)
    if kind == 0:
        return chance.choice(HEADINGS)
    if kind in (1, 2):
        return chance.choice(WORDS)
    if kind in (3, 4):
        return chance.choice(NUMBERS)
    if kind == 5:
        return chance.choice(NAMES)
    if kind == 6:
        return chance.choice(SIGNS)
    return f"{chance.randrange(10 ** chance.randint(1, 9))}{chance.choice(UNITS)}"


NAMES = tuple(row["name_zh"] for row in rows("indicators"))
UNITS = tuple(row["unit_text"] for row in rows("units"))


def random_text(chance: random.Random, _: Sequence[str]) -> str:
    """Pieces of reports and signs in any order; now and then any characters at all."""
    if chance.random() < 0.1:
        characters = (chance.choice((0x80, 0x3000, 0x9FFF, 0xD7FF, 0x10FFFF)) for _ in range(LONGEST // 2))
        return "".join(_valid(chance.randrange(most)) for most in characters)
    return "".join(_piece(chance) for _ in range(chance.randint(5, 60)))


def _valid(code: int) -> str:
    return chr(code) if not 0xD800 <= code <= 0xDFFF else "龥"


def _window(chance: random.Random, reports: Sequence[str]) -> str:
    report = chance.choice(reports)
    start = chance.randrange(max(1, len(report) - SHORTEST))
    return report[start : start + chance.randint(SHORTEST, LONGEST)]


def mutated_text(chance: random.Random, reports: Sequence[str]) -> str:
    """A passage of a report with some errors of typing: lost, doubled, moved, other characters."""
    text = _window(chance, reports)
    for _ in range(chance.randint(1, MOST_EDITS)):
        at = chance.randrange(len(text) + 1)
        end = min(len(text), at + chance.choice((1, 1, 2, 8)))
        kind = chance.randrange(5)
        if kind == 0:
            text = text[:at] + text[end:]
        elif kind == 1:
            text = text[:end] + text[at:end] + text[end:]
        elif kind == 2:
            text = text[:at] + _piece(chance) + text[end:]
        elif kind == 3:
            text = text[:at] + chance.choice(SIGNS) + text[at:]
        else:
            to = chance.randrange(len(text) + 1)
            cut, rest = text[at:end], text[:at] + text[end:]
            text = rest[:to] + cut + rest[to:]
    return text


def spliced_text(chance: random.Random, reports: Sequence[str]) -> str:
    """Passages of two or three reports, each broken off anywhere."""
    passages = (_window(chance, reports) for _ in range(chance.choice((2, 3))))
    return "".join(passage[: chance.randint(1, len(passage) + 1)] for passage in passages)


KINDS: dict[str, Make] = {"random": random_text, "mutated": mutated_text, "spliced": spliced_text}


def encoded(text: str, chance: random.Random) -> tuple[bytes, str]:
    """Return a text's bytes in an encoding of chance, some with a few bits flipped or cut off, and its name."""
    encoding = chance.choice(ENCODINGS)
    data = text.encode(encoding, errors="replace")
    if data and chance.random() < 0.2:
        spoiled = bytearray(data)
        for _ in range(chance.randint(1, 4)):
            spoiled[chance.randrange(len(spoiled))] ^= 1 << chance.randrange(8)
        return bytes(spoiled[: chance.randint(1, len(spoiled))]), f"{encoding}, damaged"
    return data, encoding


# Of each a text of any length: what repeats must cost no more each time.
REPEATED = {
    "commas": "，",
    "digits": "7",
    "numbers": "7,",
    "brackets": "（",
    "pairs of brackets": "（）",
    "one name": "地区生产总值",
    "names in a list": "地区生产总值、",
    "numbers in a list": "7%、",
    "lines": "一、\n",
    "table rows": "| 地区生产总值 | 7% |\n",
    "from and to": "由7%提高到",
    "numbers in clauses": "7%，",
    "numbers in brackets": "（7%）",
    "numbers of something": "贡献7%的、",
    "ranges": "7%—8%、",
    "parts": "其中7%",
    "dealt out": "分别增长7%、",
    "dealt out in clauses": "分别增长7%，",
    "shared": "地区生产总值、财政收入均增长7%",
    "years": "2023年",
    "places": "平顶山市",
    "quotation marks": "“",
    "marks of a list": "1.",
    "tags": "<p>",
    "entities": "&lt;",
    "cells": "|7%",
    "blanks": " ",
    "sentences": "地区生产总值增长7%。",
}
