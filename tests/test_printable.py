"""What a terminal would obey is shown, not obeyed; all else stays as it is."""

from __future__ import annotations

import pytest

from zhibiao.printable import printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("增长\x1b[31m5%", "增长␛[31m5%"),
        ("\x1b]0;title\x07", "␛]0;title␇"),
        ("\x9b31m", "�31m"),
        ("a\x7fb\x00", "a␡b␀"),
        ("行一\n行二\r\n\t行三", "行一 行二   行三"),
        ("\u202e%5长增", "%5长增"),
        ("零\u200b宽\ufeff", "零宽"),
        ("bad\udcff.txt", "bad�.txt"),
        ("\u2028", " "),
    ],
)
def test_what_a_terminal_would_obey_is_shown(text: str, shown: str) -> None:
    assert printable(text) == shown
    assert "\x1b" not in printable(text)


@pytest.mark.parametrize("text", ["", "焦作市　增长5.5%左右", "，。（）“”", "\ue000", "𠮷", "é"])
def test_ordinary_text_stays(text: str) -> None:
    assert printable(text) == text


def test_line_breaks_stay_where_they_are_wanted() -> None:
    assert printable("一\n二\x1b", keep="\n") == "一\n二␛"
