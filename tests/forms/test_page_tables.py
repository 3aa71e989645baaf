"""The cells of a table on a page, by their places."""

from __future__ import annotations

from zhibiao.forms.page_layout import Piece, lines_in_order
from zhibiao.forms.page_tables import Box, rows_of_text


def _row(*cells: tuple[float, str]) -> list[Box]:
    return [Box(left, left + 10 * len(text), text) for left, text in cells]


def _texts(*rows: list[Box]) -> list[str]:
    return rows_of_text(rows, [10.0] * len(rows))


def test_an_empty_cell_keeps_the_place_of_those_behind_it() -> None:
    assert _texts(
        _row((0, "指标"), (100, "计划"), (200, "完成"), (300, "增长")),
        _row((0, "产量"), (105, "12"), (205, "13"), (305, "5")),
        _row((0, "价格"), (205, "14"), (305, "2")),
        _row((0, "就业"), (105, "11")),
    ) == ["指标\t计划\t完成\t增长", "产量\t12\t13\t5", "价格\t \t14\t2", "就业\t11"]


def test_cells_are_parted_by_the_white_of_all_rows_not_by_the_gap_of_one() -> None:
    assert _texts(
        _row((0, "规模以上工业"), (70, "亿元"), (200, "12")),
        _row((0, "产量"), (70, "万吨"), (200, "13")),
    ) == ["规模以上工业\t亿元\t12", "产量\t万吨\t13"]


def test_a_head_over_two_columns_stands_in_both() -> None:
    assert _texts(
        _row((0, "指标"), (105, "2024年全年")),
        _row((0, "指标"), (100, "计划"), (160, "完成")),
        _row((0, "产量"), (100, "12"), (160, "13")),
        _row((0, "价格"), (100, "14"), (160, "15")),
    ) == ["指标\t2024年全年\t2024年全年", "指标\t计划\t完成", "产量\t12\t13", "价格\t14\t15"]


def test_a_line_of_one_cell_ends_the_table() -> None:
    rows = (_row((0, "甲"), (100, "1"), (200, "2")), _row((0, "以上为预计数。")), _row((0, "乙"), (200, "3")))
    assert _texts(*rows) == ["甲\t1\t2", "以上为预计数。", "乙\t3"]


def test_words_of_a_sentence_keep_the_space_between_them() -> None:
    assert _texts(_row((0, "增长"), (25, "6%"), (50, "左右。"))) == ["增长 6% 左右。"]


def _page(*columns: tuple[float, list[str]]) -> str:
    pieces = [
        Piece(left, 700 - 20 * number, left + 12 * len(text), 712 - 20 * number, text)
        for left, texts in columns
        for number, text in enumerate(texts)
    ]
    return "\n".join(line.text for line in lines_in_order(pieces))


def test_two_columns_of_short_cells_are_a_table() -> None:
    names = ["指标名称", "生产总值增长", "财政收入增长", "城镇新增就业", "居民收入增长"]
    values = ["目标", "6.5%", "5%", "6万人", "7%"]
    assert _page((72, names), (260, values)).splitlines()[1] == "生产总值增长\t6.5%"


def test_two_columns_of_sentences_are_read_one_after_the_other() -> None:
    left = [
        "全市上下坚持稳中求进的工作总基调着",
        "力稳增长促改革调结构惠民生防风险全",
        "年生产总值增长百分之六左右财政收入",
        "增长百分之五城镇新增就业六万人以上",
    ]
    right = [
        "今年要扎实做好以下几个方面的工作一",
        "是着力扩大内需推动消费提质升级促进",
        "投资平稳增长二是着力发展现代产业体",
        "系推进新型工业化建设先进制造业基地",
    ]
    assert _page((72, left), (320, right)).splitlines() == [*left, *right]
