"""Documents that are ZIP archives of XML (.docx, .xlsx, .odt): opened within limits, their XML read without entities."""

from __future__ import annotations

import io
import zipfile
import zlib

from lxml import etree

# The longest report has 0.2 MB of text, some 2 MB as a document's XML.
LARGEST_UNPACKED = 100_000_000
_PASSWORD = "protected with a password; save it without one"


class UnreadablePackageError(ValueError):
    """A document without a text to be had; the message says why."""


def open_package(data: bytes) -> zipfile.ZipFile:
    """Return a document's archive; raises ``UnreadablePackageError`` where it is damaged, locked or too large."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError) as error:
        raise UnreadablePackageError(f"damaged ({error})") from error
    members = archive.infolist()
    unpacked = sum(member.file_size for member in members if member.filename.endswith((".xml", ".rels")))
    if unpacked > LARGEST_UNPACKED:
        raise UnreadablePackageError(f"{unpacked:,} bytes unpacked: no report")
    if any(member.flag_bits & 1 for member in members):
        raise UnreadablePackageError(_PASSWORD)
    return archive


def read_xml(archive: zipfile.ZipFile, name: str) -> etree._Element | None:
    """Return the root of an XML part, or None where the archive has no such part.

    No entity is expanded and no address followed. Raises ``UnreadablePackageError`` where the part is damaged.
    """
    try:
        content = archive.read(name)
    except KeyError:
        return None
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, OSError) as error:
        raise UnreadablePackageError(f"damaged ({error})") from error
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadablePackageError(f"damaged ({error})") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadablePackageError("damaged (it declares entities of its own, which no such document does)")
    return root
