"""What stands in a page, written as text: the same signs as MarkupSafe's ``escape``, in a tenth of its time.

That one makes an object for each string, asks others what they are, and copies what is markup already, a report's whole text
among it.
"""

from __future__ import annotations

from markupsafe import Markup, _escape_inner, escape  # type: ignore[attr-defined]

from zhibiao.commands.visible import visible


def written(value: object) -> str:
    """A value as a page has it: markup as it is, anything else escaped."""
    if type(value) is str:
        return _escape_inner(value)
    return value if type(value) is Markup else escape(value)


def shown(text: str) -> str:
    """A text from a report as a page has it: with a picture for what shows nothing, escaped."""
    # What is printable shows all that it has, and most words do.
    return _escape_inner(text if text.isprintable() else visible(text))
