"""Bytes → text: every encoding that reports come in, every fault that is told, every file that is refused."""

from __future__ import annotations

import pytest

from zhibiao.decoding import Undecodable, decode

REPORT = (
    "焦作市政府工作报告\r\n——2024年2月1日在焦作市第十四届人民代表大会第二次会议上\r\n各位代表：\r\n"
    "现在，我代表市人民政府，向大会报告工作。全年生产总值增长5.5%，城镇新增就业6.9万人以上。\r\n"
) * 20
TRADITIONAL = "各位代表：現在我代表市人民政府，向大會報告工作，請予審議。全市生產總值增長百分之八。" * 5


def names(data: bytes) -> list[str]:
    """Names of the findings about the decoded bytes."""
    return [finding.check_name for finding in decode(data).findings]


@pytest.mark.parametrize("codec", ["utf-8", "utf-16-le", "utf-16-be", "gb18030"])
def test_text_is_verbatim_in_each_encoding(codec: str) -> None:
    decoded = decode(REPORT.encode(codec))
    assert (decoded.text, decoded.encoding, decoded.findings) == (REPORT, codec, [])


@pytest.mark.parametrize(
    ("codec", "name"), [("utf-8-sig", "utf-8-sig"), ("utf-16", "utf-16-le"), ("utf-32", "utf-32-le")]
)
def test_byte_order_mark_is_dropped(codec: str, name: str) -> None:
    decoded = decode(REPORT.encode(codec))
    assert (decoded.text, decoded.encoding) == (REPORT, name)


@pytest.mark.parametrize("text", ["全年", "焦作市政府", "ＧＤＰ增长", "现在,我代表"])
def test_short_gbk_is_not_taken_for_utf16(text: str) -> None:
    assert decode(text.encode("gbk")).text == text


def test_characters_beyond_gbk_are_read_in_gb18030() -> None:
    text = REPORT + "㙦垚𠮷"
    assert decode(text.encode("gb18030")).text == text


def test_another_encoding_is_detected() -> None:
    decoded = decode(TRADITIONAL.encode("big5"))
    assert (decoded.text, decoded.encoding) == (TRADITIONAL, "big5")


def test_markup_is_text() -> None:
    page = f"<!DOCTYPE html><html><body><p>{REPORT}</p></body></html>"
    assert decode(page.encode()).text == page


@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "utf-16-le"])
def test_file_cut_inside_a_character_is_read_up_to_there(codec: str) -> None:
    whole = REPORT.rstrip()[:-2]  # ends in 以, a character of several bytes
    decoded = decode(whole.encode(codec)[:-1])
    assert decoded.text == whole[:-1]
    assert [finding.check_name for finding in decoded.findings] == ["truncated_text"]
    assert decoded.findings[0].char_end == len(decoded.text)


def test_file_that_begins_inside_a_character() -> None:
    decoded = decode(REPORT.encode()[1:])
    assert decoded.text == REPORT[1:]
    assert decoded.findings[0].check_name == "truncated_text"
    assert decoded.findings[0].char_start == 0


def test_two_encodings_joined_are_read_line_by_line() -> None:
    decoded = decode(REPORT.encode() + REPORT.encode("gb18030"))
    assert decoded.text == REPORT * 2
    assert decoded.encoding == "utf-8+gb18030"
    (finding,) = decoded.findings
    assert (finding.check_name, finding.char_start) == ("mixed_encoding", len(REPORT))


@pytest.mark.parametrize("codec", ["utf-8", "gb18030"])
def test_a_damaged_byte_is_told_and_costs_no_more_than_its_line(codec: str) -> None:
    lines = REPORT.encode(codec).split(b"\n")
    lines[4] = lines[4][:10] + b"\xff" + lines[4][10:]
    decoded = decode(b"\n".join(lines))
    expected = REPORT.split("\n")
    read = decoded.text.split("\n")
    assert [line for line in range(len(expected)) if read[line] != expected[line]] == [4]
    assert [finding.check_name for finding in decoded.findings] == ["damaged_bytes"]


def test_sound_files_give_no_finding() -> None:
    assert names(REPORT.encode()) == names(REPORT.encode("gb18030")) == names(b"figures,2024\n") == []


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "white space"),
        (b"\xef\xbb\xbf", "white space"),
        (b"%PDF-1.7\n" + REPORT.encode(), "PDF"),
        (b"PK\x03\x04rest", "ZIP"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "Office"),
        (b"{\\rtf1\\ansi", "Rich Text"),
        (b"\x7fELF\x02\x01\x01\x00\x00\x00", "NUL"),
        (bytes(range(1, 9)) * 50, "control"),
        (bytes(range(128, 256)) * 40, "neither"),
        (b"\xff\xfe" + REPORT.encode(), "byte order mark"),
    ],
)
def test_what_is_no_text_is_refused_with_a_reason(data: bytes, reason: str) -> None:
    with pytest.raises(Undecodable) as refused:
        decode(data)
    assert reason in refused.value.reason
