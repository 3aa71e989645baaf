"""A file on disk, or standard input, read into a document with its figures."""

from __future__ import annotations

import hashlib
import sys
from dataclasses import dataclass
from pathlib import Path

from zhibiao.extract import extract
from zhibiao.forms import Unconvertible, convert
from zhibiao.model import Extraction, Figure, Finding, Numeral, Profile, Reason
from zhibiao.profile import profile

STANDARD_INPUT = "-"


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
    """Read the file ``name`` (``-`` for standard input) and extract its figures.

    Raises ``UnreadableFileError`` where there is no such file, or none whose text can be had.
    """
    content = _content(name)
    shown_name = "standard input" if name == STANDARD_INPUT else name
    try:
        converted = convert(content, shown_name)
    except Unconvertible as refusal:
        raise UnreadableFileError(f"{shown_name}: {refusal.reason}") from refusal
    document_id = hashlib.sha256(content).hexdigest()
    document_profile = profile(converted.text, file_name=None if name == STANDARD_INPUT else name)
    return ReadDocument(
        file_name=shown_name,
        document_id=document_id,
        text=converted.text,
        encoding=converted.encoding,
        converter=converted.converter,
        profile=document_profile,
        extraction=extract(converted.text, document_profile, document_id),
        decoding_findings=tuple(converted.findings),
    )


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
