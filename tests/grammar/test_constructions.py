"""Each construction ties the number of its own example, and a person who asks is shown so."""

from __future__ import annotations

import pytest

from zhibiao.explanation import Explanation, NoNumberError, TokenKind, explain
from zhibiao.grammar.constructions import CONSTRUCTIONS, Construction
from zhibiao.model import Profile

PROFILE = Profile(region_code="410400", plan_year=2024, review_year=2023)


def explained(example: str) -> Explanation:
    """How the number between ⟦ and ⟧ of a sentence in a review was read."""
    marked = f"一、2023年工作回顾\n{example}\n"
    return explain(marked.replace("⟦", "").replace("⟧", ""), PROFILE, "example", marked.index("⟦"))


@pytest.mark.parametrize("construction", CONSTRUCTIONS, ids=lambda one: one.id)
def test_a_construction_makes_what_is_read_in_its_example(construction: Construction) -> None:
    explanation = explained(construction.example)
    figure = explanation.figures[0]
    made = [one.subject for one in explanation.candidates if one.construction is construction]
    assert made, "the construction does not see its example"
    assert figure.indicator_text in (made[0].text, *made[0].texts)
    assert (figure.indicator_id,) == (made[0].ids or (None,))


def test_what_was_found_in_the_sentence_is_told_with_its_places() -> None:
    explanation = explained("2023年，长垣市生产总值增长⟦6%⟧。")
    told = [(token.kind, token.text, token.meaning) for token in explanation.tokens]
    assert (TokenKind.TIME, "2023年", "year") in told
    assert (TokenKind.PLACE, "长垣市", "410783") in told
    assert (TokenKind.NAME, "生产总值", "gdp") in told
    assert (TokenKind.QUANTITY, "6%", "exact %") in told


def test_the_four_decisions_are_told_with_examples() -> None:
    decided = {one.question: one for one in explained("新增高新技术企业⟦175家⟧。").decided}
    assert list(decided) == ["subject", "measure", "period", "status"]
    assert decided["measure"].rule == "addition"
    assert decided["measure"].example == "新增高新技术企业⟦175家⟧。"


def test_a_unit_that_does_not_fit_is_told() -> None:
    candidates = explained("森林覆盖率⟦30万亩⟧。").candidates
    assert all(one.subject.ids == () or not one.fits for one in candidates)


def test_an_offset_without_a_number_is_refused() -> None:
    with pytest.raises(NoNumberError, match="no number that measures anything stands at 3"):
        explain("一、2023年工作回顾\n生产总值增长6%。\n", PROFILE, "example", 3)
