"""The rows of the status tables for notes and glossaries, which explain the words of a report."""

from __future__ import annotations

from functools import partial

from zhibiao.grammar import status_words as words
from zhibiao.grammar.decisions import Decision
from zhibiao.grammar.status_clues import Clues
from zhibiao.model import Status

Row = Decision[Clues, Status]
Behind = partial(Row, with_words=True)

EXPLAINED: tuple[Row, ...] = (
    Row(
        "note_foreseen",
        Status.TARGET,
        lambda c: words.FORESEEN.search(c.clause) and not c.figure.endswith("点"),
        "全年预期增长⟦6%⟧，完成3%。",
        "notes",
    ),
    Row(
        "note_intends",
        Status.TARGET,
        lambda c: (
            c.is_ahead
            and ((c.period.text or "").startswith(words.UNTIL) or words.COMMITMENT.search(c.before))
        ),
        "力争到2040年达到⟦90%⟧。",
        "notes",
    ),
    Row(
        "norm",
        Status.REFERENCE,
        lambda c: (
            words.NORM_AFTER.match(c.after)
            or words.WITHIN_YEARS.search(c.before)
            or words.OF_EACH.search(c.before)
        ),
        "每个县补助⟦100万元⟧。",
        "notes",
    ),
    Row(
        "note_on_plan_year",
        Status.TARGET,
        lambda c: c.names_plan_year and not words.DONE.search(c.before),
        "{plan}年完成国省道大修⟦260公里⟧。",
        "notes",
    ),
    Behind(
        "class_in_note",
        Status.REFERENCE,
        lambda c: words.FROM_UPWARDS.match(c.after),
        "包括从业人员已达⟦50人⟧及以上的交通运输业。",
        "notes",
    ),
    Row(
        "definition",
        Status.REFERENCE,
        lambda c: words.DEFINED.search(c.before),
        "高速铁路是指最高运营速度达到⟦200公里⟧的铁路。",
        "notes",
    ),
    Row(
        "note_dated",
        Status.ACTUAL,
        lambda c: c.names_past_time and words.STATED.search(c.before),
        "{review}年末，0—14岁人口为⟦22558万人⟧。",
        "notes",
    ),
    Row("note_so_now", Status.ACTUAL, lambda c: words.SO_NOW.search(c.before), "目前已建成⟦12个⟧。", "notes"),
    # A glossary tells what a programme is to do in the same words as what was done; a date past tells them apart.
    Row(
        "note_performed",
        Status.ACTUAL,
        lambda c: c.names_past_time and words.PERFORMED.search(c.before),
        "{review}年，建成⟦12个⟧车站，开展活动20次。",
        "notes",
    ),
    Row("note", Status.REFERENCE, lambda _: True, "指面积⟦50亩⟧的场地。", "notes"),
)
