"""SVG, written: elements as escaped strings."""

from __future__ import annotations

import html
from collections.abc import Iterable

from markupsafe import Markup

from reading_room.escaping import written as as_text


def element(name: str, content: str = "", /, **attributes: object) -> Markup:
    """An element with what is in it; ``content`` that is no Markup is escaped, attributes always are.

    ``None`` leaves an attribute out, and in names ``_`` stands for ``-`` (a last one is dropped).
    """
    written = name
    for key, value in attributes.items():
        if value is not None:
            written += f' {_NAMES.get(key) or _name(key)}="{_value(value)}"'
    if not content:
        return as_markup(f"<{written}/>")
    return as_markup(f"<{written}>{as_text(content)}</{name}>")


def joined(parts: Iterable[str]) -> Markup:
    """Elements one after the other."""
    return as_markup("".join(map(as_text, parts)))


def as_markup(text: str) -> Markup:
    """Text that is markup, as ``Markup(text)``, which looks for more than text and takes five times as long."""
    return str.__new__(Markup, text)


_NAMES: dict[str, str] = {}


def _name(key: str) -> str:
    _NAMES[key] = name = key.rstrip("_").replace("_", "-")
    return name


def _value(value: object) -> str:
    if isinstance(value, str):
        return html.escape(value)
    if isinstance(value, float):
        return f"{value:.1f}".rstrip("0").rstrip(".")
    if isinstance(value, int):
        return str(value)
    return html.escape(str(value))
