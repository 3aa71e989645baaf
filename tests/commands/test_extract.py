"""``zhibiao extract`` on files, from the bytes to what is printed."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from tests.forms.made import REPORT as LINES
from tests.forms.made import archive, paragraphs, web_page, workbook
from zhibiao.commands.main import app
from zhibiao.commands.output import OutputFormat
from zhibiao.commands.reading import read_document
from zhibiao.commands.reports import print_documents

REPORT = (
    "焦作市政府工作报告\n"
    "——2024年1月10日在焦作市第十四届人民代表大会第二次会议上\n"
    "一、2023年工作回顾\n"
    "2023年，全市生产总值增长3.1%，城镇新增就业6.1万人。\n"
    "二、2024年工作安排\n"
    "2024年主要预期目标是：地区生产总值增长5.5%左右，进出口平稳增长。\n"
)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "报告.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def extract(*arguments: str | Path, stdin: bytes = b"") -> Result:
    result = CliRunner().invoke(app, ["extract", *map(str, arguments)], input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_the_table_names_value_indicator_status_and_period(report: Path) -> None:
    result = extract(report)
    assert result.exit_code == 0
    line = next(line for line in result.stdout.splitlines() if "5.5%" in line and "│" in line)
    for words in ("≈ 5.5 %", "地区生产总值", "增速", "目标★", "2024"):
        assert words in line
    assert "定性目标★" in result.stdout
    assert "焦作市 410800" in result.stdout


def test_json_and_csv_have_the_figures(report: Path) -> None:
    (document,) = json.loads(extract(report, "--format", "json").stdout)
    assert document["profile"]["region_code"] == "410800"
    values = {figure["value_text"]: figure for figure in document["figures"]}
    assert (values["6.1万人"]["value"], values["6.1万人"]["status"]) == (61000, "actual")
    rows = list(csv.DictReader(io.StringIO(extract(report, "--format", "csv").stdout)))
    assert {row["value_text"] for row in rows} == {*values, ""}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_every_usual_encoding_is_read_also_from_standard_input(encoding: str) -> None:
    result = extract("-", "--format", "json", stdin=REPORT.encode(encoding))
    (document,) = json.loads(result.stdout)
    assert document["file_name"] == "standard input"
    assert any(figure["value_text"] == "5.5%" for figure in document["figures"])


def test_a_bad_file_is_named_with_the_reason_and_the_others_go_on(report: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "paper.pdf").write_bytes(b"%PDF-1.7 not text")
    bad = [tmp_path / "empty.txt", tmp_path / "paper.pdf", tmp_path / "missing.txt", tmp_path]
    result = extract(*bad, report, "--format", "json")
    assert result.exit_code == 1
    assert [Path(document["file_name"]) for document in json.loads(result.stdout)] == [report]
    complaints = result.stderr.splitlines()
    assert len(complaints) == len(bad)
    for path, complaint, reason in zip(bad, complaints, ["", "PDF", "No such file", "folder"], strict=True):
        assert complaint.startswith(f"zhibiao: {path}: ")
        assert reason in complaint


def test_html_writes_a_page_and_prints_a_summary(report: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    result = extract(report, report, "--html", page)
    assert result.exit_code == 0
    assert "│" not in result.stdout
    assert "2 documents" in result.stderr
    assert page.read_text("utf-8").count('<section class="document"') == 2


def test_html_beside_a_format_gives_both(report: Path, tmp_path: Path) -> None:
    result = extract(report, "--html", tmp_path / "page.html", "--format", "json")
    assert json.loads(result.stdout)
    assert (tmp_path / "page.html").exists()


def test_a_page_that_cannot_be_written_is_told(report: Path, tmp_path: Path) -> None:
    result = extract(report, "--html", tmp_path / "nowhere" / "page.html")
    assert result.exit_code == 1
    assert "nowhere" in result.stderr


def test_no_page_is_written_of_nothing(tmp_path: Path) -> None:
    assert extract(tmp_path / "missing.txt", "--html", tmp_path / "page.html").exit_code == 1
    assert not (tmp_path / "page.html").exists()


def test_markup_of_the_terminal_in_a_report_is_text(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(REPORT.replace("全市生产总值", "[bold red]全市[/]生产总值[link=x]"), encoding="utf-8")
    assert extract(path).exit_code == 0


@pytest.mark.slow
def test_a_reader_that_stops_early_is_no_error(report: Path) -> None:
    command = [sys.executable, "-m", "zhibiao.commands.main", "extract", *[str(report)] * 30]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    assert b"Traceback" not in process.stderr.read()
    process.wait()


# Long enough that a few control characters do not make it something else than a text.
TAKEN = (
    REPORT.replace("全市生产总值", "全市\x1b[31m生产总值\x07")
    + "全市各项事业稳步推进，群众生活持续改善。\n" * 200
)


@pytest.mark.parametrize("arguments", [[], ["--html", "page.html"]])
def test_a_terminal_obeys_nothing_of_a_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "taken\x1b[2J.txt"
    path.write_text(TAKEN, encoding="utf-8")
    result = extract(path, *arguments)
    assert result.exit_code == 0
    assert "\x1b" not in result.output
    assert "\x07" not in result.output
    assert "taken␛[2J.txt" in result.stdout


def test_nor_of_the_name_of_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    assert "\x1b" not in extract(tmp_path / "missing\x1b[2J.txt").output


@pytest.mark.parametrize("output_format", ["csv", "json"])
@pytest.mark.parametrize("on_terminal", [True, False])
def test_rows_are_exact_in_a_file_and_harmless_on_a_terminal(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    output_format: str,
    on_terminal: bool,
) -> None:
    path = tmp_path / "report.txt"
    path.write_text(TAKEN.replace("\x1b[31m", "\x9b31m"), encoding="utf-8")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: on_terminal)
    print_documents([read_document(str(path))], OutputFormat(output_format))
    written = capsys.readouterr().out
    assert ("\x9b" in written) is not on_terminal
    assert "增长3.1%" in written


def test_members_of_an_archive_and_rows_of_a_table_are_documents(tmp_path: Path) -> None:
    text = "\n".join(LINES)
    table = f'标题,正文\n无,\n政府工作报告,"{text}"\n'
    page = web_page(paragraphs(LINES))
    members = {"甲.txt": text, "乙.html": page, "丙.csv": table, "丁/../../x.txt": text}
    (tmp_path / "a.zip").write_bytes(archive(members))
    result = extract(tmp_path / "a.zip", "--format", "json")
    assert result.exit_code == 1
    documents = json.loads(result.stdout)
    names = [str(Path(document["file_name"]).relative_to(tmp_path)) for document in documents]
    assert names == ["a.zip/甲.txt", "a.zip/乙.html", "a.zip/丙.csv/row 3"]
    values = [[figure["value_text"] for figure in document["figures"]] for document in documents]
    assert values[0] == ["2235亿元", "4.5%", "6.2万人", "6.5%", "7%", "6万人"]
    assert values[1:] == values[:1] * 2
    complaints = result.stderr.splitlines()
    assert len(complaints) == 2
    assert complaints[0].endswith("a.zip/丙.csv: rows without a text: 2")
    assert complaints[1].endswith("its name leads out of the archive; rename it")


def test_what_read_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "t.xlsx").write_bytes(workbook(甲=[["正文"], [REPORT]]))
    assert "openpyxl 3" in extract(tmp_path / "t.xlsx").stdout
    assert "lxml " in extract("-", stdin=web_page(paragraphs(LINES)).encode()).stdout


def test_an_archive_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(archive({"a.txt": REPORT})[:-30])
    result = extract(tmp_path / "a.zip")
    assert result.exit_code == 1
    assert "a damaged ZIP archive" in result.stderr


def test_the_columns_of_a_table_say_region_and_year_of_a_row(tmp_path: Path) -> None:
    text = "一、主要目标\n地区生产总值增长5.5%左右，城镇新增就业6万人。\n"
    rows = f'年份,地区,正文\n2024,焦作市,"{text}"\n2023,410100,"{text}"\n无,无,"{text}"\n'
    (tmp_path / "t.csv").write_text(rows, encoding="utf-8")
    documents = json.loads(extract(tmp_path / "t.csv", "--format", "json").stdout)
    profiles = [document["profile"] for document in documents]
    assert [(each["region_code"], each["plan_year"]) for each in profiles] == [
        ("410800", 2024),
        ("410100", 2023),
        (None, None),
    ]
