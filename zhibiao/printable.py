"""Text of a report, or the name of a file, as it may be printed on a terminal.

A terminal takes some signs for commands: what follows an ESC may change colours, the title, or what a key sends.
"""

from __future__ import annotations

import io
import sys
import unicodedata

# ␀ … ␟ for the control characters, ␡ for the last of them.
_PICTURES = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "␡"}


def printable(text: str, keep: str = "") -> str:
    """Return ``text`` without anything that a terminal would obey; the signs of ``keep`` stay.

    A control character is shown as its picture, a line break or tab as a blank, half a surrogate pair as �;
    signs without width, among them those that turn the direction of writing, are left out.

    >>> printable("增长\\x1b[31m5%")
    '增长␛[31m5%'
    """
    if text.isprintable():
        return text
    return "".join(sign if sign in keep or sign.isprintable() else _shown(sign) for sign in text)


def print_anything() -> None:
    """Let standard output and error take any text, whatever the surroundings say of their encoding.

    A terminal that knows no Chinese is shown question marks; a file or a pipe gets UTF-8, so that nothing is lost.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="surrogateescape")


def _shown(sign: str) -> str:
    category = unicodedata.category(sign)
    if sign in "\t\n\r" or category in ("Zl", "Zp"):
        return " "
    if category == "Cc":
        return _PICTURES.get(ord(sign), "�")
    if category == "Cf":
        return ""
    return "�" if category == "Cs" else sign
