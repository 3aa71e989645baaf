"""A Rich Text document (.rtf) → its text; striprtf knows the format, what Chinese programs write is made fit for it."""

from __future__ import annotations

import re

from striprtf.striprtf import rtf_to_text

from zhibiao.forms.tables import piped
from zhibiao.prose import han_share

# What is no text: data of pictures and embedded files, which may hold anything.
_BINARY = re.compile(r"\\bin\d+ ?")
# A run of what was deleted while changes were tracked.
_DELETED = re.compile(r"\{[^{}]*\\deleted(?![a-z0-9])[^{}]*\}")
_ESCAPED = re.compile(r"((?:\\'[0-9a-fA-F]{2})+)([@-\[\]-z|~]?)")
# The end of a line of the file within a run of bytes parts nothing.
_BROKEN = re.compile(r"(?<=\\'[0-9a-fA-F]{2})[\r\n]+(?=\\')")
_WESTERN = re.compile(r"\\fcharset0(?!\d)")
_MISREAD = re.compile("[\u00a1-\u00ff]{2}")
# The number of a list ends in a tab, which parts cells elsewhere.
_AFTER_NUMBER = re.compile(r"(\\listtext[^{}]*?)\\tab ?(?=\})")
_BEHIND_MARK = re.compile(r"(?m)^(\S{0,8}[、）)．]) ")
_CODE_PAGE = re.compile(r"\\ansicpg(\d+)")
_CHINESE_PAGES = ("936", "950", "54936")
_ROW = re.compile(r"^.*\|$")


class UnreadableRichTextError(ValueError):
    """A document without a text to be had; the message says why."""


def text_of_rich_text(data: bytes) -> str:
    """Return the text of an .rtf, a table's row a line of piped cells; notes and text boxes are not in it.

    Raises ``UnreadableRichTextError`` where it is damaged.
    """
    source = data.decode("latin-1")
    if _BINARY.search(source):
        raise UnreadableRichTextError("binary data within it; save it as .docx")
    # The library would put the address of a link into the text, and takes the number of a list for a setting.
    source = _DELETED.sub("", source).replace("HYPERLINK", "LINK").replace("\\pntext", "\\listtext")
    source = _AFTER_NUMBER.sub(r"\1 \\~", source)
    page = _CODE_PAGE.search(source)
    if page is None or page[1] in _CHINESE_PAGES:
        source = _ESCAPED.sub(_whole_characters, _BROKEN.sub("", source))
        text = _text(source)
        if _MISREAD.search(text):
            # A font that is said to be Western, and is not.
            text = max(text, _text(_WESTERN.sub(r"\\fcharset134", source)), key=han_share)
    else:
        text = _text(source)
    text = _BEHIND_MARK.sub(r"\1", text.replace(" \xa0", " ").replace("\xa0", " "))
    return "\n".join(_with_tables(text.split("\n")))


def _text(source: str) -> str:
    try:
        text: str = rtf_to_text(source, encoding="cp936", errors="replace")
    except (ValueError, IndexError, KeyError, TypeError, RecursionError) as error:
        raise UnreadableRichTextError(f"damaged ({error})") from error
    return text


def _whole_characters(found: re.Match[str]) -> str:
    """Write the second byte of a character out where it stands there as the sign that it is in ASCII.

    The bytes of 镕 are E9 46, which some programs write as ``\\'e9F``.
    """
    escaped, following = found[1], found[2]
    is_open = False
    for byte in (int(each, 16) for each in escaped[2:].split("\\'")):
        is_open = not is_open and byte > 0x80
    return f"{escaped}\\'{ord(following):02x}" if is_open and following else found[0]


def _with_tables(lines: list[str]) -> list[str]:
    """Return lines with those of a table, which end each cell with a bar, as rows of cells."""
    made: list[str] = []
    rows: list[list[str]] = []
    for line in [*lines, ""]:
        if _ROW.match(line):
            rows.append([cell.strip() for cell in line[:-1].split("|")])
            continue
        if rows:
            made += piped(rows) if len(rows) > 1 and len(rows[0]) > 1 else ["".join(row) for row in rows]
            rows = []
        made.append(line)
    return made[:-1]
