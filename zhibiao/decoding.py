"""Bytes of a landed file → text: verbatim but for a byte order mark, with the encoding that was found.

The order matters. Strict UTF-8 accepts next to nothing that is not UTF-8. UTF-16 of a Chinese report always
holds NUL bytes (its line ends and digits), GB18030 never does, so a NUL decides between them and short GBK is
not taken for UTF-16. Strict GB18030 also accepts much that is not Chinese at all, so what it gives must look
like Chinese. A file that no encoding reads strictly may still be a report with a fault (cut off, two
encodings joined, a damaged byte): it is read as far as is sensible, and a finding says so.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field
from functools import cache

from zhibiao.media_types import SIGNATURES
from zhibiao.model import Finding, Severity

# Share of everyday Chinese among the non-ASCII characters: over 0.97 in reports, under 0.6 in misread bytes.
PLAUSIBLE_SHARE = 0.75
# A faulty file is still a report while at most this share of its characters could not be read.
DAMAGED_SHARE = 0.05
SAMPLE_CHARACTERS = 20_000
REPLACEMENT = "\ufffd"

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16-be"),
)
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


class Undecodable(ValueError):  # noqa: N818 - a state of the file, named as such
    """The bytes are no text that can be landed; ``reason`` says why, for the finding about the file."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the name of its encoding, and what is wrong with it."""

    text: str
    encoding: str
    findings: list[Finding] = field(default_factory=list)


def decode(data: bytes) -> Decoded:
    """Return the text of a file's bytes, newlines and all as they came, a byte order mark dropped.

    Findings are ``truncated_text`` (cut inside a character), ``mixed_encoding`` (lines in UTF-8 and in
    GB18030) and ``damaged_bytes`` (bytes of no encoding, each read as U+FFFD).

    Raises ``Undecodable`` for an empty or binary file and for one in no encoding that reads as Chinese.
    """
    _refuse_other_formats(data)
    for mark, name, codec in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _with_mark(data[len(mark) :], name, codec)
    if b"\x00" in data:
        return _utf16_by_pattern(data)
    decoded = _strict_utf8(data) or _strict_gb18030(data) or _repaired(data) or _detected(data)
    if decoded is None:
        raise Undecodable("neither UTF-8, UTF-16 nor GB18030, and no other encoding that reads as Chinese")
    return _refuse_empty(decoded)


def _refuse_other_formats(data: bytes) -> None:
    if not data:
        raise Undecodable("the file is empty")
    for signature, _, format_name in SIGNATURES:
        if data.startswith(signature):
            raise Undecodable(f"not a text: {format_name}")


def _refuse_empty(decoded: Decoded) -> Decoded:
    if not decoded.text.strip():
        raise Undecodable("the file holds nothing but white space")
    if len(CONTROL.findall(decoded.text[:SAMPLE_CHARACTERS])) > len(decoded.text[:SAMPLE_CHARACTERS]) / 100:
        raise Undecodable("not a text: too many control characters")
    return decoded


def _with_mark(data: bytes, name: str, codec: str) -> Decoded:
    """Read what a byte order mark announces, with a finding where bytes do not fit it."""
    if codec == "utf-8" and (repaired := _strict_utf8(data) or _repaired(data)):
        encoding = name if repaired.encoding == "utf-8" else repaired.encoding
        return _refuse_empty(Decoded(repaired.text, encoding, repaired.findings))
    text = data.decode(codec, errors="replace")
    findings: list[Finding] = []
    if text.endswith(REPLACEMENT):
        text = text[:-1]
        findings.append(_truncated(text))
    findings += _damage(text)
    if text.count(REPLACEMENT) > max(1, len(text) * DAMAGED_SHARE) or not _reads_as_chinese(text):
        raise Undecodable(f"the byte order mark says {codec}, the bytes say otherwise")
    return _refuse_empty(Decoded(text, name, findings))


def _utf16_by_pattern(data: bytes) -> Decoded:
    """Read UTF-16 without a mark: of the two byte orders, the one that reads as Chinese."""
    even = data[: len(data) // 2 * 2]
    for codec in ("utf-16-le", "utf-16-be"):
        text = even.decode(codec, errors="replace")
        if REPLACEMENT not in text and "\x00" not in text and _reads_as_chinese(text):
            findings = [] if len(even) == len(data) else [_truncated(text)]
            return _refuse_empty(Decoded(text, codec, findings))
    raise Undecodable("not a text: it holds NUL bytes and is not UTF-16")


def _strict_utf8(data: bytes) -> Decoded | None:
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _cut_off(data, error, "utf-8")


def _strict_gb18030(data: bytes) -> Decoded | None:
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError as error:
        return _cut_off(data, error, "gb18030")
    return Decoded(text, "gb18030") if _reads_as_chinese(text) else None


def _cut_off(data: bytes, error: UnicodeDecodeError, codec: str) -> Decoded | None:
    """Read a text whose last character is incomplete, or (UTF-8) whose first is; else None."""
    first, last = 0, len(data)
    if codec == "utf-8":
        while first < 3 and first < last and 0x80 <= data[first] < 0xC0:
            first += 1
    if not first and error.reason not in ("unexpected end of data", "incomplete multibyte sequence"):
        return None
    try:
        text = data[first:].decode(codec)
    except UnicodeDecodeError as second:
        last = first + second.start
        if len(data) - last > 3:
            return None
        text = data[first:last].decode(codec)
    if not _reads_as_chinese(text):
        return None
    findings = [_truncated(text)] if last < len(data) else []
    if first:
        findings.insert(0, _truncated_start())
    return Decoded(text, codec, findings)


def _repaired(data: bytes) -> Decoded | None:
    """Read line by line a file that is in no one encoding throughout; None where little of it is readable."""
    lines: list[str] = []
    encodings: set[str] = set()
    for line in data.split(b"\n"):
        text, encoding = _read_line(line)
        lines.append(text)
        if not line.isascii():
            encodings.add(encoding)
    text = "\n".join(lines)
    if text.count(REPLACEMENT) > len(text) * DAMAGED_SHARE or not _reads_as_chinese(text):
        return None
    findings = _damage(text)
    if len(encodings) > 1:
        findings.insert(0, _mixed(lines, data.split(b"\n")))
    return Decoded(text, "+".join(sorted(encodings, reverse=True)), findings)


def _read_line(line: bytes) -> tuple[str, str]:
    """Return a line in whichever of UTF-8 and GB18030 reads it, or reads most of it."""
    try:
        return line.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        as_utf8 = line.decode("utf-8", errors="replace")
    as_gb18030 = line.decode("gb18030", errors="replace")
    if _everyday_share(as_utf8) >= _everyday_share(as_gb18030):
        return as_utf8, "utf-8"
    return as_gb18030, "gb18030"


def _detected(data: bytes) -> Decoded | None:
    """Ask charset-normalizer; believe it where the text reads as Chinese (Big5, say) or is nearly ASCII."""
    from charset_normalizer import from_bytes  # slow to import, and hardly ever needed

    best = from_bytes(data).best()
    if best is None:
        return None
    text = str(best)
    nearly_ascii = sum(map(str.isascii, text)) >= 0.9 * len(text)
    if text.isascii() or not (nearly_ascii or _reads_as_chinese(text)):
        return None
    return Decoded(text, best.encoding)


@cache
def _everyday_characters() -> frozenset[str]:
    """The 3,755 everyday characters of GB/T 2312 (its first level) and the signs of its rows 1 and 3."""
    rows = (0xA1, 0xA3, *range(0xB0, 0xD8))
    codes = bytes(byte for row in rows for cell in range(0xA1, 0xFF) for byte in (row, cell))
    simplified = codes.decode("gb2312", errors="ignore")
    # Everyday characters of Big5, for reports from Taiwan, Hong Kong and Macao.
    big5 = bytes(byte for row in range(0xA4, 0xC7) for cell in range(0xA1, 0xFF) for byte in (row, cell))
    return frozenset(simplified + big5.decode("big5", errors="ignore") + "\u3000·•—–‘’“”…●■▪◆√①②③④⑤⑥⑦⑧⑨⑩\xa0")


def _everyday_share(text: str) -> float:
    """Return the share of everyday characters among the non-ASCII ones of a sample; 1 without any."""
    step = max(1, len(text) // SAMPLE_CHARACTERS)
    sample = [character for character in text[::step] if not character.isascii()]
    if not sample:
        return 1.0
    return sum(map(_everyday_characters().__contains__, sample)) / len(sample)


def _reads_as_chinese(text: str) -> bool:
    return _everyday_share(text) >= PLAUSIBLE_SHARE


def _truncated(text: str) -> Finding:
    end = len(text)
    quote = text[max(0, end - 20) :]
    message = "The file ends inside a character: the text is cut off."
    return Finding("truncated_text", Severity.WARNING, message, max(0, end - 20), end, quote)


def _truncated_start() -> Finding:
    message = "The file begins inside a character: the start of the text is missing."
    return Finding("truncated_text", Severity.WARNING, message, 0, 0)


def _damage(text: str) -> list[Finding]:
    first = text.find(REPLACEMENT)
    if first < 0:
        return []
    count = text.count(REPLACEMENT)
    message = f"{count} bytes or byte pairs belong to no character of the encoding and read as U+FFFD."
    quote = text[max(0, first - 10) : first + 10]
    return [Finding("damaged_bytes", Severity.WARNING, message, first, first + 1, quote)]


def _mixed(lines: list[str], raw_lines: list[bytes]) -> Finding:
    """Point to the first line whose encoding differs from that of the line with characters before it."""
    offset, before = 0, None
    for text, raw in zip(lines, raw_lines, strict=True):
        encoding = None if raw.isascii() else _read_line(raw)[1]
        if encoding and before and encoding != before:
            break
        before = encoding or before
        offset += len(text) + 1
    message = f"Lines are in different encodings: {before}, then {encoding} from here."
    return Finding("mixed_encoding", Severity.WARNING, message, offset, offset + len(text), text[:40])
