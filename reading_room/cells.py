"""What a page shows of a number: its words, its exact value, and the way to its sentence."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import NamedTuple, TypeVar

from markupsafe import Markup

from reading_room.catalogue import Catalogue
from reading_room.escaping import shown, written
from reading_room.numbers import amount, stated
from reading_room.records import Reported, Target
from reading_room.svg import as_markup
from reading_room.wording import Words
from zhibiao.commands.cells import plain_number

NONE = Markup("–")
Row = TypeVar("Row", Target, Reported)


class Sentences:
    """The sentences that the numbers of a page were read from, each once."""

    def __init__(self) -> None:
        self._places: dict[str, int] = {}

    def place(self, sentence: str) -> int:
        """Where a sentence stands in the list."""
        return self._places.setdefault(sentence, len(self._places))

    def listed(self) -> list[str]:
        """The sentences in the order of their places."""
        return list(self._places)

    def data(self) -> Markup:
        """The list as JSON that may stand inside a page: no ``<`` in it."""
        text = json.dumps(self.listed(), ensure_ascii=False, separators=(",", ":"))
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
    told = f' data-v="{written(cell.exact)}"' if cell.exact else ' lang="zh-CN"'
    return as_markup(f'<a href="{written(cell.link)}" data-s="{cell.sentence}"{told}>{shown(cell.text)}</a>')


class Desk:
    """Makes the cells of one page, in one language; ``root`` leads from the page to the others."""

    def __init__(self, catalogue: Catalogue, words: Words, root: str) -> None:
        self.catalogue = catalogue
        self.words = words
        self.root = root
        self.sentences = Sentences()
        # A page shows a target in several places; its rows live as long as it does.
        self._known: dict[int, Cell] = {}
        self._told = catalogue.told[words.language]

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
        return None if target is None else self._cell(target, self.target_text)

    def reported(self, reported: Reported | None) -> Cell | None:
        """What was reported, as a cell."""
        return None if reported is None else self._cell(reported, self._reported_text)

    def _reported_text(self, reported: Reported) -> str:
        names = self.catalogue.library.unit_names
        return stated(reported.bound, reported.value, None, None, reported.unit, self.words, names)

    def _cell(self, row: Row, text_of: Callable[[Row], str]) -> Cell:
        if (known := self._known.get(id(row))) is not None:
            return known
        if (told := self._told.get(id(row))) is None:
            exact = "" if row.value is None else plain_number(row.value)
            told = self._told[id(row)] = (text_of(row), exact)
        link = self.sentence_link(row.document_id, row.char_start)
        made = self._known[id(row)] = Cell(*told, link, self.sentences.place(row.quote))
        return made
