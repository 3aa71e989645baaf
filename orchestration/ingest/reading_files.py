"""One file of the raw folder → what is landed of it, or why nothing is. Nothing that a file does stops the others."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass

from orchestration.ingest.conversion import Converter
from orchestration.ingest.findings import LandingFinding
from orchestration.ingest.folder import RawFile
from zhibiao.forms import Converted, Unconvertible
from zhibiao.prose import han_share, is_chinese_prose

# The longest report known has 0.2 MB; a file of this size is something else and would fill the memory.
LARGEST_FILE = 64_000_000
# What decoding and conversion say of a file in which there is nothing.
EMPTY = {"the file is empty", "the file holds nothing but white space", "there is no text in it"}


@dataclass(frozen=True, slots=True)
class LandedFile:
    """A file's bytes by their hash, and the text read of them; no text where its bytes were landed before."""

    document_id: str
    byte_size: int
    converted: Converted | None


class NotLandedError(Exception):
    """A file that is not landed now; the finding says why. One that ``is_unsettled`` may be landed next time."""

    def __init__(self, finding: LandingFinding, *, is_unsettled: bool = False) -> None:
        super().__init__(finding.message)
        self.finding = finding
        self.is_unsettled = is_unsettled


def read_file(file: RawFile, former_id: str | None, converter: Converter) -> LandedFile:
    """Read a file; ``former_id`` is the hash of the bytes that were landed under its name before.

    Raises ``FileNotFoundError`` where it went away, and ``NotLandedError`` for every other reason.
    """
    try:
        data = _bytes_of(file)
        document_id = hashlib.sha256(data).hexdigest()
        if document_id == former_id:
            return LandedFile(document_id, len(data), None)
        converted = converter.convert(data, file.name)
        if not is_chinese_prose(converted.text):
            share = f"{han_share(converted.text):.0%} of its characters are Chinese"
            raise _not_landed("not_chinese_prose", file, f"no Chinese prose: {share}")
        return LandedFile(document_id, len(data), converted)
    except (FileNotFoundError, NotLandedError):
        raise
    except Unconvertible as refusal:
        raise _not_landed(_check_of(refusal.reason), file, refusal.reason) from refusal
    except OSError as error:
        raise _not_landed("unreadable_file", file, error.strerror or str(error)) from error
    except Exception as error:
        # Whatever a library does with a file is that file's matter.
        raise _not_landed("unreadable_file", file, f"{type(error).__name__}: {error}") from error


def _bytes_of(file: RawFile) -> bytes:
    """Return a file's bytes, if it is the file that was seen and nobody writes into it meanwhile."""
    if file.size > LARGEST_FILE:
        raise _not_landed("not_text", file, f"not a text of a report: {file.size:,} bytes")
    # A link that took the file's place since is not followed, and a pipe does not hold us up.
    descriptor = os.open(file.path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    with os.fdopen(descriptor, "rb") as content:
        data = content.read(LARGEST_FILE + 1)
        after = os.fstat(content.fileno())
    seen = (file.size, file.modified_ns, file.changed_ns, file.inode)
    if (after.st_size, after.st_mtime_ns, after.st_ctime_ns, after.st_ino) != seen or len(data) != file.size:
        message = "is being written; it is left for the next run"
        raise NotLandedError(
            LandingFinding("still_being_written", file.name, f"{file.name} {message}"), is_unsettled=True
        )
    return data


def _not_landed(check_name: str, file: RawFile, reason: str) -> NotLandedError:
    return NotLandedError(LandingFinding(check_name, file.name, f"{file.name} was not landed: {reason}"))


def _check_of(reason: str) -> str:
    if reason in EMPTY:
        return "empty_file"
    return "undecodable_file" if reason.startswith("neither") or "byte order mark" in reason else "not_text"
