"""One file of the raw folder → what is landed of it, or why nothing is. Nothing that a file does stops the others."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from orchestration.ingest.conversion import Converter
from orchestration.ingest.findings import LandingFinding
from orchestration.ingest.folder import RawFile
from orchestration.ingest.known import KnownFile
from zhibiao.forms import Converted, Unconvertible
from zhibiao.forms.parts import Part, holds_parts, parts_of
from zhibiao.forms.versions import converter_of
from zhibiao.media_types import TEXT, media_type_of
from zhibiao.prose import han_share, is_chinese_prose

# The longest report known has 0.2 MB; a file of this size is something else and would fill the memory. An archive
# holds many.
LARGEST_FILE = 64_000_000
LARGEST_ARCHIVE = 512_000_000
# What decoding and conversion say of a file in which there is nothing.
EMPTY = {"the file is empty", "the file holds nothing but white space", "there is no text in it"}
NO_PROSE = "no Chinese prose"

# What was landed under a name before.
Former = Callable[[str], KnownFile | None]


@dataclass(frozen=True, slots=True)
class LandedFile:
    """A file's bytes by their hash, and the text read of them; no text where its bytes were landed before.

    Of a part of a container, ``container`` names that; ``row_facts`` is what its table says of a row, as JSON.
    """

    name: str
    document_id: str
    byte_size: int
    converted: Converted | None
    container: str | None = None
    row_facts: str | None = None


@dataclass(frozen=True, slots=True)
class LandedContainer:
    """A container of which every part was read: it is named behind all of them."""

    media_type: str
    document_id: str
    parts: int


class NotLandedError(Exception):
    """A file that is not landed now; the finding says why. One that ``is_unsettled`` may be landed next time."""

    def __init__(self, finding: LandingFinding, *, is_unsettled: bool = False) -> None:
        super().__init__(finding.message)
        self.finding = finding
        self.is_unsettled = is_unsettled


Outcome = LandedFile | LandedContainer | NotLandedError


def read_file(
    file: RawFile, former: Former, columns: Mapping[str, str], converter: Converter
) -> Iterator[Outcome]:
    """Give what is landed of a file: itself, or its parts and then the container.

    ``former`` tells what was landed under a name, ``columns`` what the manifest says of a table's columns. What is
    not landed comes as a ``NotLandedError``. Raises ``FileNotFoundError`` where the file went away.
    """
    try:
        data = _bytes_of(file)
    except NotLandedError as refusal:
        yield refusal
        return
    except FileNotFoundError:
        raise
    except OSError as error:
        yield _not_landed("unreadable_file", file.name, error.strerror or str(error))
        return
    if holds_parts(data, file.name):
        yield from _read_container(file, data, former, columns, converter)
    else:
        yield _read(file.name, data, former(file.name), converter)


def _read(
    name: str, data: bytes, former: KnownFile | None, converter: Converter, container: str | None = None
) -> Outcome:
    """Return what is landed of the bytes of a file or of a member."""
    try:
        document_id = hashlib.sha256(data).hexdigest()
        if former and _is_as_landed(former, document_id, container):
            return LandedFile(name, document_id, len(data), None, container)
        converted = converter.convert(data, name)
        _refuse_other_than_prose(converted.text)
        return LandedFile(name, document_id, len(data), converted, container)
    except Unconvertible as refusal:
        return _not_landed(_check_of(refusal.reason), name, refusal.reason)
    except Exception as error:
        # Whatever a library does with a file is that file's matter.
        return _not_landed("unreadable_file", name, f"{type(error).__name__}: {error}")


def _is_as_landed(former: KnownFile, document_id: str, container: str | None) -> bool:
    read_alike = former.converter == converter_of(former.media_type)
    return read_alike and (former.document_id, former.container) == (document_id, container)


def _read_container(
    file: RawFile, data: bytes, former: Former, columns: Mapping[str, str], converter: Converter
) -> Iterator[Outcome]:
    landed = 0
    try:
        for part in parts_of(data, file.name, columns, converter.rows_of):
            outcome = _read_part(part, file.name, former, converter)
            landed += isinstance(outcome, LandedFile)
            yield outcome
    except Unconvertible as refusal:
        yield _not_landed(_check_of(refusal.reason), file.name, refusal.reason)
        return
    except Exception as error:
        yield _not_landed("unreadable_file", file.name, f"{type(error).__name__}: {error}")
        return
    document_id = hashlib.sha256(data).hexdigest()
    yield LandedContainer(media_type_of(data, file.name), document_id, landed)


def _read_part(part: Part, container: str, former: Former, converter: Converter) -> Outcome:
    name = f"{container}/{part.name}" if part.name else container
    if part.data is None:
        finding = LandingFinding("left_out_of_container", name, f"{name} was left out: {part.refusal}")
        return NotLandedError(finding)
    if part.converter is None:
        return _read(name, part.data, former(name), converter, container)
    return _read_row(name, part, part.data, former(name), container)


def _read_row(name: str, row: Part, data: bytes, former: KnownFile | None, container: str) -> Outcome:
    """Return what is landed of a row of a table: its text, if it is one, and what its columns say."""
    document_id = hashlib.sha256(data).hexdigest()
    facts = json.dumps(row.facts, ensure_ascii=False, sort_keys=True)
    as_read = (document_id, row.converter, container, facts)
    if former and as_read == (former.document_id, former.converter, former.container, former.row_facts):
        return LandedFile(name, document_id, len(data), None, container, facts)
    text = data.decode("utf-8")
    try:
        _refuse_other_than_prose(text)
    except Unconvertible as refusal:
        return _not_landed(_check_of(refusal.reason), name, refusal.reason)
    return LandedFile(name, document_id, len(data), Converted(text, TEXT, row.converter), container, facts)


def _refuse_other_than_prose(text: str) -> None:
    if not is_chinese_prose(text):
        raise Unconvertible(f"{NO_PROSE}: {han_share(text):.0%} of its characters are Chinese")


def _bytes_of(file: RawFile) -> bytes:
    """Return a file's bytes, if it is the file that was seen and nobody writes into it meanwhile."""
    most = LARGEST_ARCHIVE if file.name.lower().endswith(".zip") else LARGEST_FILE
    if file.size > most:
        raise _not_landed("not_text", file.name, f"not a text of a report: {file.size:,} bytes")
    # A link that took the file's place since is not followed, and a pipe does not hold us up.
    descriptor = os.open(file.path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    with os.fdopen(descriptor, "rb") as content:
        data = content.read(most + 1)
        after = os.fstat(content.fileno())
    seen = (file.size, file.modified_ns, file.changed_ns, file.inode)
    if (after.st_size, after.st_mtime_ns, after.st_ctime_ns, after.st_ino) != seen or len(data) != file.size:
        message = "is being written; it is left for the next run"
        raise NotLandedError(
            LandingFinding("still_being_written", file.name, f"{file.name} {message}"), is_unsettled=True
        )
    return data


def _not_landed(check_name: str, name: str, reason: str) -> NotLandedError:
    return NotLandedError(LandingFinding(check_name, name, f"{name} was not landed: {reason}"))


def _check_of(reason: str) -> str:
    if reason in EMPTY:
        return "empty_file"
    if reason.startswith(NO_PROSE):
        return "not_chinese_prose"
    return "undecodable_file" if reason.startswith("neither") or "byte order mark" in reason else "not_text"
