"""A file on disk, or standard input, read into a document with its figures."""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from zhibiao.extract import extract
from zhibiao.forms import Converted, Unconvertible, convert
from zhibiao.forms.parts import Part, holds_parts, parts_of
from zhibiao.media_types import TEXT
from zhibiao.model import Extraction, Figure, Finding, Numeral, Profile, Reason
from zhibiao.profile import Overrides, profile
from zhibiao.regions.stated import stated_division

STANDARD_INPUT = "-"
SHOWN_STANDARD_INPUT = "standard input"


class UnreadableFileError(Exception):
    """A file that cannot be read as a report; the message names it and says why, in one line."""


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """One report with all that was read from it. Offsets count code points of ``text``."""

    file_name: str
    document_id: str
    text: str
    encoding: str | None
    profile: Profile
    extraction: Extraction
    decoding_findings: tuple[Finding, ...] = ()
    converter: str | None = None

    @property
    def read_as(self) -> str:
        """How the text was come by: the encoding of its bytes, or the library that took the form apart."""
        return " · ".join(filter(None, (self.converter, self.encoding)))

    @property
    def findings(self) -> list[Finding]:
        """What a person should look at, from decoding, profile and extraction, in that order."""
        return [*self.decoding_findings, *self.profile.findings, *self.extraction.findings]

    @property
    def headline_figures(self) -> list[Figure]:
        """The quantified headline targets, in the order of the text."""
        return [figure for figure in self.extraction.figures if figure.is_headline]

    @property
    def unexplained(self) -> list[Numeral]:
        """The numerals that are neither part of a figure nor excluded for a reason."""
        return [numeral for numeral in self.extraction.numerals if numeral.reason is Reason.UNEXPLAINED]


def read_document(name: str) -> ReadDocument:
    """Read the one document of the file ``name`` (``-`` for standard input) and extract its figures.

    Raises ``UnreadableFileError`` where there is no such file, or none whose text can be had, or it holds several.
    """
    content = _content(name)
    shown_name = _shown(name)
    if holds_parts(content, shown_name):
        raise UnreadableFileError(f"{shown_name}: holds several documents; take out the one that is meant")
    return _read(shown_name, content)


def read_documents(name: str) -> Iterator[ReadDocument | UnreadableFileError]:
    """Read the file ``name``, or each member of an archive and each row of a table that it is.

    What cannot be read comes as an error, so that what follows it is still read.
    """
    try:
        content = _content(name)
    except UnreadableFileError as failure:
        yield failure
        return
    shown_name = _shown(name)
    if not holds_parts(content, shown_name):
        yield _read_or_say_why(shown_name, content)
        return
    try:
        for part in parts_of(content, shown_name):
            part_name = f"{shown_name}/{part.name}" if part.name else shown_name
            if part.data is None:
                yield UnreadableFileError(f"{part_name}: {part.refusal}")
            else:
                yield _read_or_say_why(part_name, part.data, part)
    except Unconvertible as refusal:
        yield UnreadableFileError(f"{shown_name}: {refusal.reason}")


def _read_or_say_why(
    name: str, content: bytes, part: Part | None = None
) -> ReadDocument | UnreadableFileError:
    try:
        return _read(name, content, part)
    except UnreadableFileError as failure:
        return failure


def _read(name: str, content: bytes, part: Part | None = None) -> ReadDocument:
    """Return a document with its figures; a row of a table is a text as it is, with what its columns say of it."""
    converter = part.converter if part else None
    try:
        converted = convert(content, name) if converter is None else _text(content, converter)
    except Unconvertible as refusal:
        raise UnreadableFileError(f"{name}: {refusal.reason}") from refusal
    document_id = hashlib.sha256(content).hexdigest()
    document_profile = profile(
        converted.text, _overrides(part), None if name == SHOWN_STANDARD_INPUT else name
    )
    return ReadDocument(
        file_name=name,
        document_id=document_id,
        text=converted.text,
        encoding=converted.encoding,
        converter=converted.converter,
        profile=document_profile,
        extraction=extract(converted.text, document_profile, document_id),
        decoding_findings=tuple(converted.findings),
    )


def _overrides(part: Part | None) -> Overrides:
    """Return what the columns of a table say of a row: its region and year, as far as they are clear."""
    facts = part.facts if part else {}
    stated = facts.get("plan_year", "").strip()
    year = int(stated[:4]) if re.fullmatch(r"(?:19|20)\d\d年?", stated, re.ASCII) else None
    try:
        region = stated_division(facts["region_code"], year or datetime.now(UTC).year)
    except (KeyError, ValueError):
        region = None
    return Overrides(region_code=region, plan_year=year)


def _text(content: bytes, converter: str) -> Converted:
    return Converted(content.decode("utf-8"), TEXT, converter)


def _shown(name: str) -> str:
    return SHOWN_STANDARD_INPUT if name == STANDARD_INPUT else name


def _content(name: str) -> bytes:
    if name == STANDARD_INPUT:
        return sys.stdin.buffer.read()
    path = Path(name)
    if path.is_dir():
        raise UnreadableFileError(f"{name}: is a folder; name the files in it, as in {path / '*.txt'}")
    try:
        return path.read_bytes()
    except OSError as failure:
        raise UnreadableFileError(f"{name}: {failure.strerror or failure}") from failure
