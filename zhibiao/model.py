"""What a report is read into: the vocabulary that every module of the reader shares.

Field names are those of the warehouse's contract (``docs/contract.md``), so that a row of a table and a
record here are the same thing. All offsets are 0-based, half-open, in code points of the document's text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Word(StrEnum):
    """A word of a closed list, which hashes as it is written: an enumeration does it in Python, five times as slow."""

    __hash__ = str.__hash__


class Bound(Word):
    """How the stated number limits the value."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    RANGE = "range"


class Measure(Word):
    """What kind of number it is: an amount, a change, a rate, a share, a place."""

    LEVEL = "level"
    CHANGE_AMOUNT = "change_amount"
    GROWTH_RATE = "growth_rate"
    SHARE = "share"
    CHANGE_POINTS = "change_points"
    INDEX = "index"
    GAP = "gap"
    RANK = "rank"
    OTHER = "other"


class Status(Word):
    """Whether the text intends it, claims it, or merely refers to it."""

    ACTUAL = "actual"
    TARGET = "target"
    REFERENCE = "reference"


class YearScope(StrEnum):
    """What a number is of, where it is not the value of one year."""

    YEARLY_MEAN = "yearly_mean"
    SEVERAL_YEARS = "several_years"
    LIMIT_OVER_YEARS = "limit_over_years"


class PriceBasis(StrEnum):
    """At which prices an amount or its growth is told."""

    NOMINAL = "nominal"
    REAL = "real"


class Reason(Word):
    """Why a numeral of the text is no figure."""

    DATE = "date"
    LIST_MARKER = "list_marker"
    NAME = "name"
    ORDINAL = "ordinal"
    HEADING = "heading"
    FRAGMENT = "fragment"
    OTHER = "other"
    UNEXPLAINED = "unexplained"


class Severity(StrEnum):
    """How grave a finding is: an error blocks publishing, a warning wants a look, an info is told."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Period:
    """The time a figure is about; ``start`` is null for a state as of ``end``."""

    start: date | None
    end: date | None
    text: str | None = None


@dataclass(slots=True)
class Quantity:
    """A numeral with its scale, unit and bound words, as it stands in the text.

    ``start``/``end`` enclose numeral, scale and unit (``6.9万人``, ``第4位``, ``**22**家``).
    ``outer_start``/``outer_end`` enclose the words of the bound too (``超6.9万人以上``).
    ``sign`` is -1 or 1 where a minus or plus stands before a rate (增长-2.1%), whose ``number`` is never negative.
    ``chinese`` marks a numeral written in Chinese characters (两家, 百分之八, 一半), ``to_one`` a ratio to one (2.8:1),
    ``grows`` a rate whose growth is told right behind it (20%以上的增长).
    """

    start: int
    end: int
    number: Decimal
    number_high: Decimal | None
    unit_text: str | None
    bound: Bound
    bound_text: str | None
    outer_start: int
    outer_end: int
    chinese: bool = False
    rank: bool = False
    sign: int = 0
    to_one: bool = False
    grows: bool = False


@dataclass(slots=True)
class Figure:
    """A quantity that the text states about the world. Columns as in the contract."""

    figure_id: str
    char_start: int
    char_end: int
    value_text: str
    number: Decimal
    number_high: Decimal | None
    unit_text: str | None
    value: Decimal
    value_high: Decimal | None
    unit: str | None
    bound: Bound
    bound_text: str | None
    measure: Measure
    direction: str | None
    indicator_text: str | None
    indicator_id: str | None
    status: Status
    is_headline: bool
    period_start: date | None
    period_end: date | None
    period_text: str | None
    region_code: str | None
    region_text: str | None
    entity_text: str | None
    quote: str
    section: str
    commitment: str | None
    rule: str
    year_scope: YearScope | None = None
    is_year_on_year: bool | None = None
    is_stretch: bool = False
    is_called_local: bool = False
    target_text: str | None = None
    price_basis: PriceBasis | None = None
    threshold_text: str | None = None
    scope_text: str | None = None
    is_inferred: bool = False
    benchmark_code: str | None = None
    confidence: float = 0.0


@dataclass(slots=True)
class QualitativeTarget:
    """A headline target without a numeral, one for each indicator that the phrase names."""

    target_id: str
    char_start: int
    char_end: int
    target_text: str
    indicator_id: str | None
    indicator_text: str | None
    benchmark_text: str | None
    direction: str | None
    period_start: date | None
    period_end: date | None
    period_text: str | None
    region_code: str | None
    region_text: str | None
    quote: str
    section: str
    commitment: str | None
    rule: str


@dataclass(slots=True)  # not frozen: a report has hundreds, and these are made in half the time
class Numeral:
    """An Arabic numeral of the text: the figure it belongs to, or the reason it belongs to none."""

    char_start: int
    char_end: int
    numeral_text: str
    figure_id: str | None
    reason: Reason | None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a person should look at, about a document, a passage of it or an indicator."""

    check_name: str
    severity: Severity
    message: str
    char_start: int | None = None
    char_end: int | None = None
    quote: str | None = None
    indicator_id: str | None = None


@dataclass(slots=True)
class Profile:
    """What a document is about, and how that was found (``*_source`` says it in words)."""

    title: str | None = None
    kind: str | None = None  # one of zhibiao.profile.kind.Kind
    region_code: str | None = None
    region_name: str | None = None
    region_level: str | None = None  # national, province, prefecture, county
    plan_year: int | None = None
    review_year: int | None = None
    kind_source: str | None = None
    region_source: str | None = None
    plan_year_source: str | None = None
    review_year_source: str | None = None
    findings: list[Finding] = field(default_factory=list)


@dataclass(slots=True)
class Extraction:
    """All that was read from one document."""

    figures: list[Figure]
    qualitative_targets: list[QualitativeTarget]
    numerals: list[Numeral]
    findings: list[Finding]
