"""What leads a list of the year's targets that nothing announces: the growth of the product, of prices, of output."""

from __future__ import annotations

from zhibiao.grammar import headline_words as cues
from zhibiao.lexicon import indicators_of
from zhibiao.model import Figure, Measure, Status
from zhibiao.outline import Line
from zhibiao.text_search import behind_last

YEAR_REACH = 120
OUTPUTS = indicators_of("output")


def tells_otherwise(folded: str, line: Line, figure: Figure, plan_year: int | None) -> bool:
    """Say whether the sentence tells what was done, or the goals of a later year."""
    start = behind_last(folded, cues.SENTENCE_STOPS, line.start, figure.char_start)
    found = cues.SENTENCE.match(folded, start, line.end)
    words = found.group() if found else ""
    # 要求保持一定的增长速度。工农业总产值比上年增长4.3%: the sentence before says whose number this is.
    if cues.TOLD.search(words) and not cues.INTENDED.search(
        folded, max(line.start, start - YEAR_REACH), start + len(words)
    ):
        return True
    years = [int(year) for year in cues.LATER.findall(words)]
    return bool(plan_year and years and max(years) > plan_year)


def is_product_growth(figure: Figure) -> bool:
    return (
        figure.indicator_id == "gdp"
        and figure.status is Status.TARGET
        and figure.measure is Measure.GROWTH_RATE
    )


def is_price(figure: Figure) -> bool:
    return figure.indicator_id == "cpi" and figure.status is Status.TARGET


def is_output(figure: Figure) -> bool:
    return (
        figure.indicator_id in OUTPUTS
        and figure.status is Status.TARGET
        and figure.measure is Measure.GROWTH_RATE
    )
