"""One typographic form for all reports, character by character, so that offsets stay true.

Full-width and half-width, subscript and ordinary forms stand for the same sign in these texts, and 二〇一五年 for
2015年, often in one and the same report. ``fold`` maps each code point to exactly one other; a span found in the folded text is
the same span in the original. One sign of two characters is restored: ‰ that came out as %。 reads %o, so
that no sentence ends inside it.
"""

from __future__ import annotations

import re

from zhibiao.lexicon import rows

FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
SUBSCRIPTS = {0x2080 + digit: ord("0") + digit for digit in range(10)}
SUPERSCRIPTS = {0x2070: ord("0"), 0x00B9: ord("1"), 0x00B2: ord("2"), 0x00B3: ord("3")} | {
    0x2070 + digit: ord("0") + digit for digit in range(4, 10)
}
# Punctuation of which several forms occur for one use.
SIGNS = {
    "﹪": "%",
    "﹐": ",",
    "﹔": ";",
    "﹕": ":",
    "∶": ":",
    "於": "于",
    "︰": ":",
    "〜": "~",
    "∼": "~",
    "﹣": "-",
    "−": "-",
    "‐": "-",
    "‑": "-",
    "\u00a0": " ",
    "\u3000": " ",
    "\u2002": " ",
    "\u2003": " ",
    "\u2009": " ",
    "\u2007": " ",
    "\u202f": " ",
    "℅": "%",
    "﹙": "(",
    "﹚": ")",
    "〔": "[",
    "﹝": "[",
    "﹞": "]",
    "〕": "]",
    "＂": '"',
    "「": "“",
    "」": "”",
    "『": "‘",
    "』": "’",
    "■": "●",
    "▪": "●",
    "◆": "●",
    "•": "●",
    "·": "·",
    "・": "·",
    "∙": "·",
}
# All below U+10000, so that the class of them compiles to a bit map. Traditional characters, and look-alikes that PDF files have for simplified ones (⼈, U+2F08, for 人).
CHARACTERS = {ord(row["character"]): ord(row["form"]) for row in rows("character_forms")}
# From so many different ones on, one pass over the whole text is cheaper than one for each.
MANY = 24
TABLE = (
    CHARACTERS
    | FULL_WIDTH
    | SUBSCRIPTS
    | SUPERSCRIPTS
    | {ord(sign): ord(form) for sign, form in SIGNS.items()}
)

_FORMS = {chr(sign): chr(form) for sign, form in TABLE.items() if sign != form}
_FOLDABLE = re.compile(f"[{re.escape(''.join(_FORMS))}]")
# A line's end of its own, as old files have it.
_LONE_RETURN = re.compile(r"\r(?!\n)")
# 9.8%0: a per mille whose second ring is a zero
_ZERO_PER_MILLE = re.compile(r"0(?<=[0-9]%0)(?![0-9.])")
# %。 is a per mille only behind a rate and where no sentence ends: 自然增长率控制在6.5%。以内, 出生率9.08%。,
_BROKEN_PER_MILLE = re.compile(r"%。(?<=[0-9]%。)(?=以[内下]|之内|左右|以上[,。;]|[,、;])")
_RATE_BEFORE = re.compile(r"(?:率|控制在)[^,。;\n]{0,10}[0-9]$")
_RATE_REACH = 14

# 年均增长21.0%.贸易结构得到优化: a point between a unit and a word, or the end of a line, ends the sentence.
_POINT_AS_STOP = re.compile(
    r"\.(?:(?<=[%‰元吨倍斤里亩米户套]\.)|(?<=[0-9万][人个家]\.|人次\.|分点\.))(?=[\u4e00-\u9fff“\n]|\Z)"
)

# A page in small letters: gdp增长5%, pm2.5.
_SMALL_LETTERS = re.compile(r"gdp|r&d|pm(?=2\.5|10)")
# Straight quotes stand for “ and ” where two of them enclose some words of a line; those of a tag (rowspan="2") stay.
_QUOTED = re.compile(r'(?<!=)"([^"\n<>=]{1,40})"')
# 二〇一五年, 一九九五至二〇〇〇年: a year written digit by digit.
_CHINESE_YEAR = re.compile(
    r"[一二](?:(?<=一)九|(?<=二)[〇零○0])[〇零○0一二三四五六七八九]{2}(?= ?年|[-—－~～至到](?:一九|二[〇零○0])[〇零○0一二三四五六七八九]{2}年)"
)
_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")


def fold(text: str) -> str:
    """Return ``text`` in one typographic form; the same length, code point for code point.

    >>> fold("增长５．５％，达到（１）")
    '增长5.5%,达到(1)'
    >>> fold("自然增长率控制在6％。以内")
    '自然增长率控制在6%o以内'
    """
    folded, position, signs = text, 0, 0
    # A text has a handful of these signs. To replace each at its first place is a tenth of the work that
    # ``str.translate`` has with looking up every sign.
    while found := _FOLDABLE.search(folded, position):
        position, signs = found.end(), signs + 1
        if signs > MANY:
            folded = folded.translate(TABLE)
            break
        folded = folded.replace(found[0], _FORMS[found[0]])
    folded = _LONE_RETURN.sub("\n", folded)
    folded = _CHINESE_YEAR.sub(lambda year: year[0].translate(_DIGITS), folded)
    folded = _ZERO_PER_MILLE.sub("o", folded)
    folded = _POINT_AS_STOP.sub("。", folded)
    if '"' in folded:
        folded = _QUOTED.sub(r"“\1”", folded)
    if "gdp" in folded:
        folded = _SMALL_LETTERS.sub(lambda letters: letters[0].upper(), folded)
    return _BROKEN_PER_MILLE.sub(_mended, folded)


def _mended(sign: re.Match[str]) -> str:
    """The sign %。 as it was meant."""
    start = sign.start()
    return "%o" if _RATE_BEFORE.search(sign.string, max(0, start - _RATE_REACH), start) else sign[0]
