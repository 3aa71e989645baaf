"""What a page shows of a number: its words, its exact value, and the way to its sentence."""

from __future__ import annotations

import json
from typing import NamedTuple

from markupsafe import Markup, escape

from reading_room.catalogue import Catalogue
from reading_room.numbers import amount, stated
from reading_room.records import Reported, Target
from reading_room.svg import as_markup
from reading_room.wording import Words
from zhibiao.commands.cells import plain_number
from zhibiao.commands.visible import visible

NONE = Markup("–")


class Sentences:
    """The sentences that the numbers of a page were read from, each once."""

    def __init__(self) -> None:
        self._places: dict[str, int] = {}

    def place(self, sentence: str) -> int:
        """Where a sentence stands in the list."""
        return self._places.setdefault(sentence, len(self._places))

    def data(self) -> Markup:
        """The list as JSON that may stand inside a page: no ``<`` in it."""
        text = json.dumps(list(self._places), ensure_ascii=False, separators=(",", ":"))
        return Markup(text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029"))


class Cell(NamedTuple):
    """A number or a phrase with its link. ``exact`` is the number as the published file has it."""

    text: str
    exact: str
    link: str
    sentence: int


def cell_markup(cell: Cell | None) -> Markup:
    """A number or phrase with the way to its sentence, or a dash."""
    if cell is None:
        return NONE
    told = f' data-v="{escape(cell.exact)}"' if cell.exact else ' lang="zh-CN"'
    text = escape(visible(cell.text))
    return as_markup(f'<a href="{escape(cell.link)}" data-s="{cell.sentence}"{told}>{text}</a>')


class Desk:
    """Makes the cells of one page, in one language; ``root`` leads from the page to the others."""

    def __init__(self, catalogue: Catalogue, words: Words, root: str) -> None:
        self.catalogue = catalogue
        self.words = words
        self.root = root
        self.sentences = Sentences()
        # A page shows a target in several places; its rows live as long as it does.
        self._known: dict[int, Cell] = {}

    def sentence_link(self, document_id: str, char_start: int) -> str:
        """The way to a sentence in its report."""
        return f"{self.root}report/{document_id[:12]}.html#c{char_start}"

    def target_text(self, target: Target) -> str:
        """A target as a person reads it."""
        if target.value is None:
            return target.words or ""
        names = self.catalogue.library.unit_names
        text = stated(target.bound, target.value, target.low, target.high, target.unit, self.words, names)
        if target.stretch is not None:
            text += self.words.say("stretch", amount=amount(target.stretch, target.unit, self.words, names))
        return text

    def target(self, target: Target | None) -> Cell | None:
        """A target as a cell."""
        if target is None:
            return None
        if (known := self._known.get(id(target))) is not None:
            return known
        exact = "" if target.value is None else plain_number(target.value)
        made = self._known[id(target)] = Cell(
            self.target_text(target),
            exact,
            self.sentence_link(target.document_id, target.char_start),
            self.sentences.place(target.quote),
        )
        return made

    def reported(self, reported: Reported | None) -> Cell | None:
        """What was reported, as a cell."""
        if reported is None:
            return None
        if (known := self._known.get(id(reported))) is not None:
            return known
        text = stated(
            reported.bound,
            reported.value,
            None,
            None,
            reported.unit,
            self.words,
            self.catalogue.library.unit_names,
        )
        link = self.sentence_link(reported.document_id, reported.char_start)
        made = self._known[id(reported)] = Cell(
            text, plain_number(reported.value), link, self.sentences.place(reported.quote)
        )
        return made
