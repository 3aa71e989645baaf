"""One typographic form for all reports, character by character, so that offsets stay true.

Full-width and half-width, subscript and ordinary forms stand for the same sign in these texts, often in one
and the same report. ``fold`` maps each code point to exactly one other; a span found in the folded text is
the same span in the original.
"""

from __future__ import annotations

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
    "﹙": "(",
    "﹚": ")",
    "〔": "[",
    "〕": "]",
    "＂": '"',
    "■": "●",
    "▪": "●",
    "◆": "●",
    "•": "●",
    "·": "·",
    "・": "·",
    "∙": "·",
}
TABLE = FULL_WIDTH | SUBSCRIPTS | SUPERSCRIPTS | {ord(sign): ord(form) for sign, form in SIGNS.items()}


def fold(text: str) -> str:
    """Return ``text`` in one typographic form; the same length, code point for code point.

    >>> fold("增长５．５％，达到（１）")
    '增长5.5%,达到(1)'
    """
    return text.translate(TABLE)
