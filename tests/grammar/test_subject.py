"""A subject with some of its fields changed."""

from __future__ import annotations

from dataclasses import fields

import pytest

from zhibiao.grammar.subject import Subject, replace

NAMES = [field.name for field in fields(Subject)]


@pytest.mark.parametrize("changed", NAMES)
def test_all_other_fields_are_as_they_were(changed: str) -> None:
    subject = Subject(*NAMES)  # type: ignore[arg-type]
    found = replace(subject, **{changed: "another"})
    assert [getattr(found, name) for name in NAMES] == [
        "another" if name == changed else name for name in NAMES
    ]
    assert getattr(subject, changed) == changed
