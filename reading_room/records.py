"""What the pages are made of: the rows of the published file, as far as a page shows them.

Those of which there are thousands are tuples with names, which are made and told in half the time. ``said`` is a hash of all
that a row says, by which what a page is made of is told: a target stands on many pages.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple

LEVELS = ("national", "province", "prefecture", "county")


@dataclass(frozen=True, slots=True)
class Publication:
    """A version of the data, and what it counts."""

    version: str
    content_hash: str
    published_at: datetime | None
    documents: int
    figures: int
    targets: int


@dataclass(frozen=True, slots=True)
class Region:
    """A division as it is called now, or was called last. ``predecessors`` and ``successors`` are codes."""

    code: str
    name: str
    short_name: str
    aliases: tuple[str, ...]
    level: str
    parent_code: str | None
    province_name: str | None
    is_current: bool
    last_year: int | None
    successors: tuple[str, ...]
    former_names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator; ``side`` says on which side of a plain number its target is met."""

    id: str
    name_zh: str
    name_en: str
    unit: str | None
    is_core: bool
    side: str | None
    measure: str | None
    synonyms: str


class Document(NamedTuple):
    """A document, with what was read from it counted."""

    id: str
    file_name: str
    title: str
    kind: str
    region_code: str | None
    plan_year: int | None
    review_year: int | None
    is_panel_source: bool
    characters: int
    figures: int
    targets: int
    headline_targets: int
    qualitative_targets: int
    achievements: int
    rejected_figures: int
    numerals: int
    unexplained_numerals: int
    source_url: str | None
    publisher: str | None
    published_on: date | None
    accessed_on: date | None
    licence: str | None
    landed_at: datetime | None
    extractor_version: str

    @property
    def key(self) -> str:
        """The name of its page."""
        return self.id[:12]


class Target(NamedTuple):
    """A headline target of a region, plan year and indicator: a number, or words where ``value`` is null."""

    region_code: str
    year: int
    indicator_id: str
    region_name: str
    measure: str | None
    unit: str | None
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    bound: str | None
    bound_text: str | None
    commitment: str | None
    stretch: Decimal | None
    words: str | None
    document_id: str
    char_start: int
    quote: str
    said: int

    def __repr__(self) -> str:
        return f"Target({self.said})"


class Reported(NamedTuple):
    """What a report says was achieved in a year, of the measure of that year's target where there is one."""

    region_code: str
    year: int
    indicator_id: str
    measure: str | None
    unit: str | None
    value: Decimal
    bound: str | None
    document_id: str
    char_start: int
    quote: str
    said: int

    def __repr__(self) -> str:
        return f"Reported({self.region_code}, {self.year}, {self.indicator_id}, {self.said})"


class Attainment(NamedTuple):
    """A target beside what a later report says came of it."""

    region_code: str
    year: int
    indicator_id: str
    region_name: str
    deviation: Decimal | None
    shortfall: Decimal | None
    is_reached: bool | None
    reports_disagree: bool
    target: Target
    reported: Reported


class Comparison(NamedTuple):
    """A target beside those of the level above, of the peers, and the last achievement."""

    region_code: str
    year: int
    indicator_id: str
    parent_code: str | None
    parent_value: Decimal | None
    amplification: Decimal | None
    peer_count: int | None
    peer_mean: Decimal | None
    peer_rank: int | None


@dataclass(frozen=True, slots=True)
class Word:
    """A word that targets are set with."""

    word: str
    name_en: str | None
    place: str
    bound: str | None
    yu_liu_gong_2019: str | None
    headline_targets: int


@dataclass(frozen=True, slots=True)
class Library:
    """All that is small enough to be known at once: everything but the texts and what was read from each."""

    publication: Publication
    regions: dict[str, Region]
    indicators: dict[str, Indicator]
    documents: list[Document]
    targets: list[Target]
    reported: list[Reported]
    attainments: list[Attainment]
    comparisons: dict[tuple[str, int, str], Comparison]
    # Of a region, year and indicator without a target: none_stated, or no_list_found.
    silences: dict[tuple[str, int, str], str]
    words: list[Word]
    unit_names: dict[str, str]
    former: dict[str, tuple[str, ...]] = field(default_factory=dict)
