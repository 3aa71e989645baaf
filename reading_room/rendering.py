"""Pages through templates. Everything from a report passes through the template engine's escaping."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from reading_room.catalogue import Catalogue
from reading_room.cells import Desk, cell_markup
from reading_room.numbers import amount, points
from reading_room.pages.page import Page
from reading_room.wording import LANGUAGES, words
from zhibiao.commands.visible import visible

# Nothing from outside, nothing inline, nothing sent. ``file:`` beside ``'self'``: opened from disk, a page has no
# origin that ``'self'`` could stand for in every browser; served by a host, ``file:`` matches nothing.
POLICY = (
    "default-src 'none'; script-src 'self' file:; style-src 'self' file:; img-src 'self' file: data:; "
    "base-uri 'none'; form-action 'none'"
)


@cache
def environment() -> Environment:
    """The template engine, with everything escaped."""
    made = Environment(
        loader=PackageLoader("reading_room"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    made.filters["visible"] = visible
    made.filters["points"] = points
    made.filters["cell"] = cell_markup
    made.globals["amount"] = amount
    made.globals["policy"] = POLICY
    return made


def places(path: str) -> dict[str, str]:
    """The paths of a page in each language, from the folder of the site."""
    return {language: path if language == "zh" else f"{language}/{path}" for language in LANGUAGES}


def render(page: Page, catalogue: Catalogue) -> dict[str, str]:
    """A page in both languages, by its path from the folder of the site."""
    return {
        path: render_one(page.template, page.path, language, page.context, catalogue)
        for language, path in places(page.path).items()
    }


def render_one(template: str, path: str, language: str, context: Any, catalogue: Catalogue) -> str:
    """A page in one language."""
    root = "../" * path.count("/")
    desk = Desk(catalogue, words(language), root)
    own = context(desk)
    other = f"{root}en/{path}" if language == "zh" else f"{root}../{path}"
    return (
        environment()
        .get_template(template)
        .render(
            **own,
            w=desk.words,
            root=root,
            base=root if language == "zh" else f"{root}../",
            other=other,
            path=path,
            sentences=desk.sentences,
            desk=desk,
            c=catalogue,
        )
    )
