"""Pages through templates. Everything from a report passes through the template engine's escaping."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.runtime import Context

from reading_room.catalogue import Catalogue
from reading_room.cells import Desk, cell_markup
from reading_room.escaping import written
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


class _Code(CodeGenerator):
    """Templates as code that escapes by ``written``."""

    def _output_child_pre(self, node: Any, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.written(")


class _Context(Context):
    """The names of a template, whose functions are called without a question for the arguments that they want."""

    def call(self, called: Any, /, *args: Any, **named: Any) -> Any:
        """Call what a template calls; the engine names its own variables beside what the template hands over."""
        named.pop("_loop_vars", None)
        named.pop("_block_vars", None)
        return called(*args, **named)


class _Environment(Environment):
    """A template engine that wastes no time on each of thousands of pages."""

    code_generator_class = _Code
    context_class = _Context
    written = staticmethod(written)


@cache
def environment() -> Environment:
    """The template engine, with everything escaped."""
    made = _Environment(
        # Templates do not change while pages are made.
        auto_reload=False,
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


@lru_cache(8)
def _parts(catalogue: Catalogue, language: str, root: str) -> TemplateModule:
    """The macros of all pages that are in a language and as deep: templates that import them make them anew for each page."""
    names = {"c": catalogue, "w": words(language), "root": root}
    return environment().get_template("parts.html.jinja").make_module(names)


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
            parts=_parts(catalogue, language, root),
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
