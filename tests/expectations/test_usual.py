"""What is rare but real stays silent beside what would be a record."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from expectations.run import check_extracted, check_raw
from tests.expectations.sound import BEFORE, YEAR, sound_report
from tests.expectations.tables import empty_database

NEAR_RECORDS: list[tuple[str, str, str, dict[str, Any]]] = [
    ("能耗下降3%。", "3%", "能耗下降", {"indicator_id": "energy_intensity", "direction": "down", **YEAR}),
    # 2005: emissions did rise, and a report said so.
    ("排放量增长5.6%。", "5.6%", "排放量增长", {"indicator_id": "cod_emissions", "direction": "up", "status": "actual", **BEFORE}),
    # A year may fall, though no plan does.
    ("生产总值下降2%。", "2%", "生产总值下降", {"indicator_id": "gdp", "direction": "down", "status": "actual", **BEFORE}),
    ("破获刑事案件增长58.6%。", "58.6%", "案件增长", {"indicator_text": "破获刑事案件", "direction": "up", "status": "actual", **BEFORE}),
    ("年均增长12%。", "12%", "年均增长", {"indicator_id": "gdp", "year_scope": "yearly_mean", **BEFORE}),
    ("全年到位资金304亿元。", "304亿元", "到位资金", {"indicator_text": "到位资金", "unit": "元", "number": 304, "value": 30_400_000_000, "measure": "level", **BEFORE}),
    ("每户补助资金3万元。", "3万元", "补助资金", {"indicator_text": "每户补助资金", "unit": "元", "number": 3, "value": 30_000, "measure": "level", **BEFORE}),
    ("群众满意率达到87.9%。", "87.9%", "满意率达到", {"indicator_text": "群众满意率", "unit": "%", "measure": "share", **BEFORE}),
    ("新开工500万元以上项目51个。", "500万元", "新开工", {"unit": "元", "number": 500, "value": 5_000_000, "bound": "at_least", "measure": "level", **BEFORE}),
    ("亩均税收10万元以上。", "10万元", "亩均税收", {"unit": "元", "number": 10, "value": 100_000, "bound": "at_least", "measure": "level", **BEFORE}),
    ("全员劳动生产率16万元/人。", "16万元/人", "生产率", {"indicator_id": "labour_productivity", "unit": "元/人", "number": 16, "value": 160_000, "measure": "level", **BEFORE}),
    ("外贸出口占全国比重9.3‰。", "9.3‰", "比重", {"indicator_text": "外贸出口占全国比重", "measure": "share", "unit": "‰", **BEFORE}),
    # goals that a review recalls
    ("到2034年建成湿地6个。", "6个", "湿地", {"section": "一、2023年工作回顾", "period_text": "到2034年", "period_end": date(2034, 12, 31)}),
    ("力争2034年建成湿地6个。", "6个", "湿地", {"section": "一、2023年工作回顾", "period_text": "2034年", "commitment": "力争", "period_end": date(2034, 12, 31)}),
    ("2034年建成湿地6个。", "6个", "湿地", {"section": "二、今后的目标", "period_text": "2034年", "period_end": date(2034, 12, 31)}),
    ("增长0.5%。", "0.5%", "增长", dict(BEFORE)),
    ("增长100%。", "100%", "增长", dict(BEFORE)),
    ("培训3.1万名。", "3.1万名", "培训", {"number": 3.1, "value": 31_000, "unit_text": "万名", "unit": "名", "measure": "level", **BEFORE}),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "value_text", "after", "record"), NEAR_RECORDS)
def test_what_is_real_stays_silent(
    sentence: str, value_text: str, after: str, record: dict[str, Any]
) -> None:
    connection = empty_database()
    report = sound_report(connection, 0, sentence)
    report.figure(value_text, after=after, **record)
    report.close()
    check_raw(connection)
    check_extracted(connection)
    told = connection.execute("select check_name from checked.findings").fetchall()
    assert not {check for (check,) in told} & {
        "scale_fits_the_words", "point_fits_the_words", "mark_of_size_is_usual",
        "direction_is_usual", "number_has_no_leading_zero", "amount_is_usual", "rate_is_usual",
        "unit_fits_the_indicator", "unit_fits_the_measure", "review_lies_behind",
    }  # fmt: skip
