"""What pages are written with says the same as the template engine's own escaping."""

from __future__ import annotations

from decimal import Decimal

import pytest
from jinja2 import UndefinedError
from markupsafe import Markup, escape

from reading_room.escaping import shown, written
from reading_room.rendering import environment
from zhibiao.commands.visible import visible

VALUES = ["增长6%", "<b>\"'&", "", Markup("<b>6%</b>"), 5, Decimal("6.50"), None, 1.5, True]
TEXTS = [
    "增长6%",
    "a\r\nb",
    "x\u202ey\x07",
    "<script>'\"&",
    "",
    "\u3000 和\u00a0",
    "\ufeff",
    "\U0001f600",
    "\ud800",
]


@pytest.mark.parametrize("value", VALUES)
def test_written_as_escaped(value: object) -> None:
    assert written(value) == str(escape(value))
    assert environment().from_string("{{ it }}").render(it=value) == str(escape(value))


@pytest.mark.parametrize("text", TEXTS)
def test_shown_as_made_visible_and_escaped(text: str) -> None:
    assert shown(text) == str(escape(visible(text)))


def test_what_is_not_there_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        environment().from_string("{{ it }}").render()


def test_what_a_template_calls_gets_only_its_own_arguments() -> None:
    template = "{% macro told(it) %}<i>{{ it }}{{ caller() }}</i>{% endmacro %}{% for it in all %}{{ say(it, end='&') }}{% call told(it) %}{{ it }}{% endcall %}{% endfor %}"
    made = environment().from_string(template).render(all=["<"], say=lambda it, end: f"{it}{end}")
    assert made == "&lt;&amp;<i>&lt;&lt;</i>"
