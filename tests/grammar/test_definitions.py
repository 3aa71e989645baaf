"""Where the words of a definition stand, beyond what the sentences of ``definitions.yaml`` say."""

from __future__ import annotations

import pytest

from tests.grammar.test_comparability import marked
from zhibiao.folding import fold
from zhibiao.grammar.definitions import mark_definitions
from zhibiao.model import Figure, Measure, PriceBasis


def defined(text: str, name: str, **facts: object) -> Figure:
    """Return the figure that a text has between ‹ and ›, of the indicator ``name``."""
    figure = marked(text, indicator_text=name, **facts)
    mark_definitions(fold(text.replace("‹", "").replace("›", "")), [figure])
    return figure


@pytest.mark.parametrize(
    ("text", "name", "threshold"),
    [
        ("500万元口径固定资产投资增长‹7%›", "固定资产投资", "500万元"),
        ("完成5,000万元以上固定资产投资‹7亿元›", "固定资产投资", "5000万元"),
        ("年销售收入500万元以上的非国有工业企业增加值增长‹7%›", "工业企业增加值", "500万元"),
        ("安排500万元支持固定资产投资增长‹7%›", "固定资产投资", None),
        ("投资500万元以上。固定资产投资增长‹7%›", "固定资产投资", None),
        ("超过纳统上限上市公司‹7家›", "上市公司", None),
    ],
)
def test_a_threshold_stands_directly_before_the_name(text: str, name: str, threshold: str | None) -> None:
    assert defined(text, name).threshold_text == threshold


def test_a_share_is_at_no_prices() -> None:
    text = "按可比价格计算，研发经费占生产总值的比重为‹7%›"
    assert defined(text, "比重", measure=Measure.SHARE).price_basis is None
    assert defined(text, "比重", measure=Measure.GROWTH_RATE).price_basis is PriceBasis.REAL


def test_a_word_of_a_sentence_long_past_says_nothing() -> None:
    assert (
        defined("可比价" + "长" * 200 + "增长‹7%›", "收入", measure=Measure.GROWTH_RATE).price_basis is None
    )
