"""The words of the pages, in Chinese and English: data in ``words.csv``, one line each."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from reading_room.place_names import english
from reading_room.records import Indicator, Region
from zhibiao.commands.wording import KIND, LEVEL, MEASURE
from zhibiao.model import Measure

LANGUAGES = ("zh", "en")


@dataclass(frozen=True)
class Words:
    """The words of one language: ``words.search`` is the line ``search`` of the table."""

    language: str
    table: dict[str, str]

    def __post_init__(self) -> None:
        # As attributes of the object they are found at once: templates ask for a hundred words a page.
        vars(self).update((name, text) for name, text in self.table.items() if not hasattr(Words, name))

    def __getattr__(self, name: str) -> str:
        try:
            return self.table[name]
        except KeyError:
            raise AttributeError(f"words.csv has no line {name}") from None

    def __getitem__(self, name: str) -> str:
        return self.table[name]

    def pick(self, names: tuple[str, str]) -> str:
        """Of a pair of Chinese and English words, that of this language."""
        return names[LANGUAGES.index(self.language)]

    def say(self, name: str, **parts: object) -> str:
        """The line ``name`` with its blanks filled in; lines of a number know one from many."""
        return self.table[name].format(**parts)

    def named(self, group: str, name: str) -> str:
        """The name of one of a group, as ``severity``; one that the table does not know stands for itself."""
        return self.table.get(f"{group}_{name}", name)

    def level(self, level: str) -> str:
        """The name of a level of government."""
        return self.pick(LEVEL[level]) if level in LEVEL else level

    def kind(self, kind: str) -> str:
        """The name of a kind of document."""
        return self.pick(KIND[kind]) if kind in KIND else kind

    def measure(self, measure: str | None) -> str:
        """The name of a measure."""
        return self.pick(MEASURE[Measure(measure)]) if measure else ""

    def indicator(self, indicator: Indicator) -> str:
        """The name of an indicator."""
        return self.pick((indicator.name_zh, indicator.name_en))

    def region(self, region: Region, name: str | None = None) -> str:
        """The name of a region, as it is or was called: ``平顶山市``, ``Pingdingshan 平顶山市``."""
        if region.code == "000000":
            return self.nation
        chinese = name or region.name
        return chinese if self.language == "zh" else f"{english(region.short_name)} {chinese}"

    def short_region(self, region: Region) -> str:
        """The name of a region without the word for its rank, for pictures."""
        if region.code == "000000":
            return self.nation
        return region.short_name if self.language == "zh" else english(region.short_name)


@cache
def words(language: str) -> Words:
    """Return the words of a language, ``zh`` or ``en``."""
    with (files("reading_room") / "words.csv").open(encoding="utf-8") as lines:
        return Words(language, {row["key"]: row[language] for row in csv.DictReader(lines)})
