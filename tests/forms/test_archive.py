"""Members of a ZIP archive: which are read, under which name, and what is said of the others."""

from __future__ import annotations

import stat
import zipfile

import pytest

from tests.forms.made import REPORT, archive, archive_with, encrypted, with_gbk_name, workbook
from zhibiao.forms import Unconvertible
from zhibiao.forms.archive import MOST_MEMBERS, members_of
from zhibiao.forms.parts import Part, holds_parts, parts_of

TEXT = "\n".join(REPORT).encode()


def _parts(data: bytes, name: str = "a.zip") -> dict[str, Part]:
    return {part.name: part for part in parts_of(data, name)}


def _refusal(data: bytes) -> str:
    [member] = members_of(data)
    assert member.data is None
    return member.refusal


def test_members_come_with_their_names_and_bytes() -> None:
    data = archive({"商丘.txt": TEXT, "2024/焦作.txt": b"x", "2024/": b""})
    assert holds_parts(data, "a.zip")
    assert {name: part.data for name, part in _parts(data).items()} == {
        "商丘.txt": TEXT,
        "2024/焦作.txt": b"x",
    }


def test_a_name_that_does_not_say_its_encoding_is_utf8_or_else_gbk() -> None:
    assert list(_parts(with_gbk_name("报告/商丘市2024年.txt", TEXT))) == ["报告/商丘市2024年.txt"]
    raw = "焦作.txt".encode()
    unsaid = archive({"x" * len(raw): TEXT}).replace(b"x" * len(raw), raw)
    assert list(_parts(unsaid)) == ["焦作.txt"]


def test_folders_of_windows_are_folders() -> None:
    data = archive({"2024xa.txt": TEXT}).replace(b"2024xa.txt", b"2024\\a.txt")
    assert list(_parts(data)) == ["2024/a.txt"]


def test_what_a_mac_or_windows_leaves_is_no_member() -> None:
    data = archive(
        {"__MACOSX/._a.txt": b"x", ".DS_Store": b"x", "a/.hidden": b"x", "a/Thumbs.db": b"x", "a.txt": TEXT}
    )
    assert list(_parts(data)) == ["a.txt"]


@pytest.mark.parametrize(
    "name", ["../a.txt", "/etc/passwd", "a/../../b.txt", "C:\\a.txt", "C:/a.txt", "..\\a.txt"]
)
def test_a_name_that_leads_out_of_the_archive_is_told(name: str) -> None:
    assert "leads out of the archive" in _refusal(archive({name: TEXT}))


@pytest.mark.parametrize("name", ["a..b.txt", "..a.txt", "a/..b/c.txt"])
def test_dots_within_a_name_lead_nowhere(name: str) -> None:
    assert [part.data for part in _parts(archive({"x" + name: TEXT})).values()] == [TEXT]


def test_a_link_is_not_followed() -> None:
    link = zipfile.ZipInfo("link.txt")
    link.create_system = 3
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    assert _refusal(archive_with(link, b"/etc/passwd")) == "a link or a device, no file"


def test_a_password_is_told() -> None:
    assert "password" in _refusal(encrypted(archive({"a.txt": TEXT})))


def test_a_way_of_packing_that_may_fill_the_memory_is_not_used() -> None:
    member = zipfile.ZipInfo("a.txt")
    member.compress_type = zipfile.ZIP_LZMA
    assert "pack it as an ordinary ZIP" in _refusal(archive_with(member, TEXT))


def test_a_bomb_is_told_by_how_it_packs_and_nothing_of_it_is_unpacked() -> None:
    assert "made to fill a machine" in _refusal(archive({"bomb.txt": bytes(50_000_000)}))
    # A report packs to a fifth, one of a single sentence over and over to much less: it is small all the same.
    assert _parts(archive({"a.txt": TEXT * 1000}))["a.txt"].data == TEXT * 1000


def test_an_archive_of_too_much_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zhibiao.forms.archive.MOST_UNPACKED", 1_000)
    with pytest.raises(Unconvertible, match="unpacks to 2,000 bytes"):
        list(parts_of(archive({"a": b"x" * 1_000, "b": b"x" * 1_000}), "a.zip"))


def test_an_archive_of_too_many_members_is_refused_before_they_are_listed() -> None:
    many = archive({"a.txt": TEXT}) + b"PK\x01\x02" * (MOST_MEMBERS + 1)
    with pytest.raises(Unconvertible, match="more than 20,000 members"):
        list(parts_of(many, "a.zip"))


def test_an_archive_in_an_archive_is_told_and_not_opened() -> None:
    parts = _parts(archive({"inner.zip": archive({"a.txt": TEXT}), "b.txt": TEXT}))
    assert parts["inner.zip"].data is None
    assert "not opened; unpack it" in parts["inner.zip"].refusal
    assert parts["b.txt"].data == TEXT


def test_the_rows_of_a_table_in_an_archive_are_its_parts() -> None:
    table = workbook(报告=[["标题", "正文"], ["商丘市政府工作报告", "\n".join(REPORT)]])
    parts = _parts(archive({"汇总.xlsx": table, "无.csv": "甲,乙\n1,2\n".encode()}))
    assert list(parts) == ["汇总.xlsx/报告/row 2", "无.csv"]
    assert "no column holds texts" in parts["无.csv"].refusal


def test_a_second_member_of_a_name_is_told() -> None:
    data = archive({"a.txt": TEXT, "b.txt": b"x"}).replace(b"b.txt", b"a.txt")
    first, second = members_of(data)
    assert first.data == TEXT
    assert (second.data, second.refusal) == (None, "a second member of that name; the first is read")


def test_a_damaged_member_costs_the_others_nothing() -> None:
    whole = archive({"a.txt": TEXT, "b.txt": TEXT})
    place = whole.index(b"a.txt") + 30
    parts = _parts(whole[:place] + b"\0\0\0\0" + whole[place + 4 :])
    assert parts["a.txt"].data is None
    assert "damaged in the archive" in parts["a.txt"].refusal
    assert parts["b.txt"].data == TEXT


def test_an_archive_cut_off_is_refused() -> None:
    with pytest.raises(Unconvertible, match=r"a damaged ZIP archive or document .*: get it anew"):
        list(parts_of(archive({"a.txt": TEXT})[:-30], "a.docx"))
