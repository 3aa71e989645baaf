"""The short form of a division's name, as reports use it: 焦作市 → 焦作, 延边朝鲜族自治州 → 延边."""

from __future__ import annotations

import re
from functools import cache

from zhibiao.lexicon import rows

# Peoples that stand in the names of autonomous divisions; the longer before those they contain.
PEOPLES = "|".join(row["people"] for row in rows("peoples"))
AUTONOMOUS = re.compile(rf"^(.{{2,}}?)(?:{PEOPLES})*自治(?:区|州|县|旗)$")
# The longer before those that they end in.
SUFFIXES = ("特别行政区", "地区", "林区", "特区", "省", "市", "县", "区", "州", "盟", "旗")


# What may stand before a county of one character and 县: 和县 in 教育和县乡 is no name.
BEFORE_NAME = re.compile(r"[^\u4e00-\u9fff]|[省市区州县盟旗年在与及于对为从至到由是向的]")


def is_cut_out(text: str, start: int, end: int) -> bool:
    """Whether the two characters of ``text`` are a county's name (温县, 和县) cut out of other words."""
    return text[end - 1] in "县旗" and start > 0 and not BEFORE_NAME.match(text[start - 1])


@cache
def short_name(name: str) -> str:
    """Return ``name`` without the word for its rank and the peoples it is autonomous for.

    A name that would be left with a single character is its own short form.

    >>> [short_name(name) for name in ("焦作市", "延边朝鲜族自治州", "内蒙古自治区", "温县", "滨海新区")]
    ['焦作', '延边', '内蒙古', '温县', '滨海新区']
    """
    if name.endswith("新区"):
        return name  # 滨海 or 浦东 alone name other things too
    if "自治" in name and (autonomous := AUTONOMOUS.match(name)):
        return autonomous[1]
    for suffix in SUFFIXES:
        if name.endswith(suffix):
            stem = name.removesuffix(suffix)
            return stem if len(stem) > 1 else name
    return name


def suffix_forms(name: str) -> tuple[str, ...]:
    """Return the shortened official forms of an autonomous division: 延边州, 大厂县; else nothing."""
    if "自治" not in name or name.endswith("自治区"):
        return ()
    short = short_name(name)
    return () if short == name else (short + name[-1],)
