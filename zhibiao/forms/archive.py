"""The members of a ZIP archive, read without writing anything: names told apart, traps told and left."""

from __future__ import annotations

import io
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from zhibiao.forms.refusal import Unconvertible

# A collection of reports has some thousands, with some 50 KB each as text and less than a megabyte as PDF.
MOST_MEMBERS = 20_000
MOST_UNPACKED = 2_000_000_000
LARGEST_MEMBER = 64_000_000
# Text packs to a fifth, a hundred empty pages to a hundredth; what packs better than that was made to unpack.
MOST_RATIO = 100
LEAST_SUSPECT = 1_000_000
# Each names a member with two bytes of its own length: the number of members, before any is looked at.
_MEMBER = b"PK\x01\x02"
_UTF8_FLAG, _ENCRYPTED_FLAG = 0x800, 0x1
_DRIVE = re.compile(r"^[A-Za-z]:")
# What a Mac packs beside each file, and what a folder's window leaves.
_BESIDE = re.compile(r"(?:^|/)(?:__MACOSX/|\.(?!\.)|Thumbs\.db$|desktop\.ini$)")


@dataclass(frozen=True, slots=True)
class Member:
    """A member by its name in the archive; its bytes, or why they are not read."""

    name: str
    data: bytes | None
    refusal: str = ""


def members_of(data: bytes) -> Iterator[Member]:
    """Give the files in an archive, one at a time; folders, hidden files and what a Mac adds are left out.

    A member with a password, one that is a link, that has a name outside the archive (``../a``, ``/a``, ``C:\\a``),
    that unpacks to far more than a report, or that is damaged comes without bytes and with the reason. Raises
    ``Unconvertible`` for an archive that is damaged, or of too many members or bytes.
    """
    if data.count(_MEMBER) > MOST_MEMBERS:
        raise Unconvertible(f"a ZIP archive of more than {MOST_MEMBERS:,} members: pack fewer into one")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError) as error:
        raise Unconvertible(f"a damaged ZIP archive or document ({error}): get it anew") from error
    with archive:
        unpacked = sum(member.file_size for member in archive.infolist())
        if unpacked > MOST_UNPACKED:
            raise Unconvertible(f"a ZIP archive that unpacks to {unpacked:,} bytes: no collection of reports")
        seen: set[str] = set()
        for member in archive.infolist():
            name = _name(member)
            if member.is_dir() or name.endswith("/") or _BESIDE.search(name):
                continue
            refusal = _refusal(member, name)
            if not refusal and name in seen:
                refusal = "a second member of that name; the first is read"
            seen.add(name)
            yield Member(name, None, refusal) if refusal else _read(archive, member, name)


def _name(member: zipfile.ZipInfo) -> str:
    """Return a member's name: what does not say that it is UTF-8 may be so all the same, or else is GBK."""
    name = member.orig_filename.split("\0")[0]
    if not member.flag_bits & _UTF8_FLAG:
        raw = name.encode("cp437", "replace")
        try:
            name = raw.decode("utf-8")
        except UnicodeDecodeError:
            name = raw.decode("gb18030", "backslashreplace")
    # Windows parts folders with a sign that is a part of a name elsewhere.
    return name.replace("\\", "/").removeprefix("./")


def _refusal(member: zipfile.ZipInfo, name: str) -> str:
    """Return why a member is not to be read; nothing for one that is."""
    if name.startswith("/") or _DRIVE.match(name) or ".." in name.split("/") or not name:
        return "its name leads out of the archive; rename it"
    mode = member.external_attr >> 16
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        return "a link or a device, no file"
    if member.flag_bits & _ENCRYPTED_FLAG:
        return "packed with a password; pack it without one"
    if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return "packed in a way that is not read; pack it as an ordinary ZIP (deflate)"
    if member.file_size > LARGEST_MEMBER:
        return f"{member.file_size:,} bytes: no report"
    if member.file_size > max(LEAST_SUSPECT, MOST_RATIO * member.compress_size):
        return f"{member.compress_size:,} bytes that unpack to {member.file_size:,}: made to fill a machine"
    return ""


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> Member:
    try:
        # What is read ends at the size that the archive states, whatever is packed.
        return Member(name, archive.read(member))
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        RuntimeError,
        OSError,
        ValueError,
    ) as error:
        return Member(name, None, f"damaged in the archive ({error})")
