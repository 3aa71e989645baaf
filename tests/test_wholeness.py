"""Numbers that a list skips, texts that break off, headings of another year."""

from __future__ import annotations

import pytest

from zhibiao.wholeness import breaks_off, headings_of_other_years, skipped_numbers


@pytest.mark.parametrize(
    "lines",
    [
        ["一、工作回顾", "（一）经济。", "（二）民生。", "二、目标任务", "（一）产业。", "三、自身建设"],
        # each kind of number is a list by itself
        ["一是改革。", "1. 公园", "二是开放。", "2. 学校", "（1）土地", "第一，落实。", "第二，担当。"],
        ["一、回顾", "二、计划", "一、农业", "二、工业", "三、教育", "三、改革", "四、外交"],
        # within a line
        ["要改革：一是放开。二是搞活。", "三是落实。"],
        ["（1）土地。（2）人才。", "（3）资金。"],
        ["1. 带。2. 化。", "3. 区。"],
        ["1. 带。", "2.15分钟生活圈。", "3. 区。"],
        [*(f"{number}. 某" for number in range(1, 10)), "10.135战略", "11. 某"],
        [*(f"（{numeral}）某" for numeral in "一二三四五六七八九十"), "某（十一）某", "（十二）某"],
        ["增长10.5%。", "1.5亿元投资", "10.5%以上", "三年行动"],
        [f"{number}. 名词解释" for number in range(1, 30)],
        # a sign left out, or a blank too many
        ["（一）经济。", "二）民生。", "（三）生态。"],
        ["1. “双创”", "2“学前教育”", "3.“保教”：指教育和养育"],
        ["1、经济。", "2 、教育。", "3、民生。"],
        ["1、经济。", "2　、教育。", "3、民生。"],
    ],
)
def test_numbers_that_follow_one_another(lines: list[str]) -> None:
    assert skipped_numbers("\n".join(lines)) == []


@pytest.mark.parametrize(
    ("lines", "number"),
    [
        (["（一）经济。", "（三）民生。"], "三"),
        (["一、回顾", "三、目标", "二、任务"], "三"),
        (["一是改革。", "二是开放。", "四是生态。"], "四"),
        (["一、回顾", "二、计划", "一、农业", "二、工业", "三、教育", "四、改革", "六、外交"], "六"),
        (["1. 公园", "3. 学校"], "3"),
        (["1. 公园，增长2.5%。", "3. 学校"], "3"),
        # a quantity in brackets, or before a quotation mark, is no number of a list
        (["1. 公园（共2所，另有12）", "3. 学校"], "3"),
        (["1. “双创”示范2个", "3. “三名”工程"], "3"),
        (["**二、目标任务**"], "二"),
        (["十、法治", "十二、廉政"], "十"),
        (["（一）某（二）", "（四）某"], "四"),
    ],
)
def test_a_number_that_is_skipped(lines: list[str], number: str) -> None:
    text = "\n".join(lines)
    first = skipped_numbers(text)[0]
    assert first.check_name == "numbering_skips"
    assert first.char_start is not None
    assert text[first.char_start : first.char_end] == number
    assert first.quote in [line.strip() for line in lines]


@pytest.mark.parametrize(
    "end",
    [
        "为全面建成小康社会、谱写中国梦的新篇章而努力奋斗！",
        "坚持依法行政，严格落实中央八项规定精神，持续纠治形式主义。\n\n来源：省政府网站",
        "名词解释：指企业在年度内发生的研究开发支出与收入之比（见附件二第三条）",
        "谢谢大家",
        "再接再厉，同心同德，开拓前进，为全面完成今年的各项工作任务而努力奋斗",
        "——二0一六年一月十八日在某某市第四届人民代表大会第六次会议上的报告",
    ],
)
def test_an_end_that_is_one(end: str) -> None:
    assert breaks_off(f"一、回顾\n{end}\n\n") == []


def test_an_end_within_a_sentence() -> None:
    text = "一、回顾\n坚持以人民为中心的发展思想，持续改善生态环境，切实保障和改善民"
    (finding,) = breaks_off(text)
    assert finding.check_name == "text_breaks_off"
    assert text[finding.char_start : finding.char_end].startswith("坚持")


@pytest.mark.parametrize(
    "heading",
    [
        "一、2023年工作回顾", "二、2024年工作安排", "二、2035年远景目标", "一、2019年以来的工作回顾", "一、过去五年工作回顾",
        "一、2023年工作回顾和2024年工作安排", "三、2019-2023年工作回顾", "一、2019年大事记",
        "2022年，我们回顾了过去的工作，取得了成绩，安排了任务。",
    ],
)  # fmt: skip
def test_a_heading_of_its_year(heading: str) -> None:
    assert headings_of_other_years(f"2024年政府工作报告\n\n{heading}\n", 2024) == []
    assert headings_of_other_years(f"2023年省人民政府工作报告\n\n{heading}\n", 2024) == []


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("一、2024年工作回顾", "2024"),
        ("## 二、2023年主要预期目标", "2023"),
        ("2014年市政府工作报告", "2014"),
    ],
)
def test_a_heading_of_another_year(text: str, year: str) -> None:
    (finding,) = headings_of_other_years(text, 2024)
    assert finding.check_name == "heading_of_another_year"
    assert text[finding.char_start : finding.char_end] == year


def test_without_a_year_nothing_is_said() -> None:
    assert headings_of_other_years("一、2024年工作回顾", None) == []
    assert headings_of_other_years("二、1981年国民经济计划的任务", 1980) == []
