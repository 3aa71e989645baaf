"""SVG, written: elements as escaped strings."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

Number = int | float


def element(name: str, content: str = "", /, **attributes: object) -> Markup:
    """An element with what is in it; ``content`` that is no Markup is escaped, attributes always are.

    ``None`` leaves an attribute out, and in names ``_`` stands for ``-`` (a last one is dropped).
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    inner = escape(content)
    return Markup(f"<{name}{written}>{inner}</{name}>") if inner else Markup(f"<{name}{written}/>")


def joined(parts: Iterable[str]) -> Markup:
    """Elements one after the other."""
    return Markup("").join(parts)


def _value(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.1f}".rstrip("0").rstrip(".")
    return str(escape(value))
