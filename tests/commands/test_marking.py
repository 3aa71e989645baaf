"""The text cut into plain and marked stretches."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from zhibiao.commands.marking import Mark, MarkKind, marks_of, stretches
from zhibiao.commands.reading import ReadDocument


def _mark(number: int, start: int, end: int, kind: MarkKind) -> Mark:
    return Mark(number, start, end, kind, "", "", False, "", "", ())


def test_every_figure_and_excluded_numeral_has_a_mark(document: ReadDocument) -> None:
    marks = marks_of(document)
    assert [(mark.label, mark.kind.value) for mark in marks] == [
        ("2023", "excluded"),
        ("3.1%", "actual"),
        ("66", "excluded"),
        ("2024", "excluded"),
        ("5.5%", "target"),
        ("6.9万人", "target"),
        ("进出口平稳增长", "qualitative"),
        ("4%", "target"),
        ("4%", "target"),
        ("第4位", "reference"),
        ("7", "unexplained"),
    ]


def test_a_numeral_shared_by_two_indicators_is_one_stretch_with_two_marks(document: ReadDocument) -> None:
    shared = [s for s in stretches(document.text, marks_of(document)) if s.text == "4%"]
    assert [[mark.caption for mark in stretch.marks] for stretch in shared] == [["税收收入", "支出"]]


def test_a_figure_inside_a_phrase_keeps_its_own_colour() -> None:
    marks = [_mark(1, 0, 6, MarkKind.QUALITATIVE), _mark(2, 2, 4, MarkKind.TARGET)]
    cut = stretches("高于五点的", marks)
    assert [(s.text, s.kind.value, s.is_opening) for s in cut if s.marks][:2] == [
        ("高于", "qualitative", True),
        ("五点", "target", True),
    ]
    assert not cut[2].is_opening


def test_fields_say_what_the_record_says(document: ReadDocument) -> None:
    jobs = next(mark for mark in marks_of(document) if mark.label == "6.9万人")
    fields = dict(jobs.fields)
    assert fields["数值 value"] == "69000 人"
    assert fields["限定 bound"] == "不低于 at least（以上）"
    assert fields["时期 period"] == "2024（2024年）"
    assert "主体 entity" not in fields


@given(
    st.text(max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 12), st.sampled_from(list(MarkKind))), max_size=8),
)
def test_the_stretches_joined_are_the_text(text: str, spans: list[tuple[int, int, MarkKind]]) -> None:
    marks = [
        _mark(number, min(start, len(text)), min(start + length, len(text)), kind)
        for number, (start, length, kind) in enumerate(spans)
    ]
    cut = stretches(text, marks)
    assert "".join(stretch.text for stretch in cut) == text
    for stretch in cut:
        end = stretch.start + len(stretch.text)
        assert {mark.number for mark in stretch.marks} == {
            mark.number for mark in marks if mark.start <= stretch.start and end <= mark.end
        }
