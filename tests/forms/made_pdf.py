"""PDF files written by hand: lines of Chinese at places of a page, in a font that no reader has to be given."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

WIDTH, HEIGHT = 595, 842


class Set(NamedTuple):
    """A line of text at a place of a page, in points from its lower left corner."""

    left: float
    bottom: float
    size: float
    text: str


# What a scanner leaves of a page.
PICTURE = "q 400 0 0 600 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 /F /AHx ID 80> EI Q"


def pdf(pages: Sequence[Sequence[Set] | str]) -> bytes:
    """A PDF file of these pages, each sign of a line as wide as it is high, ASCII half as wide; or of their code."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{6 + 2 * n} 0 R' for n in range(len(pages)))}] >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [4 0 R] >>",
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor 5 0 R /DW 1000"
        " /W [1 95 500] /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>",
        "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0"
        " /Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >>",
    ]
    for number, page in enumerate(pages):
        content = (
            page
            if isinstance(page, str)
            else "\n".join(
                f"BT /F {line.size} Tf {line.left} {line.bottom} Td <{line.text.encode('utf-16-be').hex()}> Tj ET"
                for line in page
            )
        )
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {7 + 2 * number} 0 R"
            " /Resources << /Font << /F 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    return assembled(objects)


def assembled(objects: Sequence[str]) -> bytes:
    """A PDF file of these objects, numbered from 1, the first its root."""
    made = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(made))
        made += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(made)}\n%%EOF\n"
    return made + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{end}".encode()


def printed(lines: Sequence[str], columns: int = 1, size: float = 11, head: str = "") -> bytes:
    """A PDF file as a person prints a report: paragraphs indented and broken at the edge, page numbers below.

    The first line stands over all columns, as a headline does; ``head`` runs over the pages.
    """
    gap = 20.0
    column = (WIDTH - 100 - gap * (columns - 1)) / columns
    pages: list[list[Set]] = []
    place, row = columns, 0.0
    rows = [each for line in lines[1:] for each in broken(line, int(column // size * 2))]
    for indent, words in rows:
        if row < 70:
            place, row = place + 1, HEIGHT - 70
            if place >= columns:
                pages.append([Set(WIDTH / 2 - 10, 30, 9, f"- {len(pages) + 1} -")])
                if head:
                    pages[-1].append(Set(50, HEIGHT - 30, 9, f"{head} 第{len(pages)}版"))
                place = 0
                if len(pages) == 1:
                    width = len(lines[0]) * 20
                    pages[-1].append(Set((WIDTH - width) / 2, HEIGHT - 70, 20, lines[0]))
            if len(pages) == 1:
                row -= 40
        pages[-1].append(Set(50 + place * (column + gap) + indent * size, row, size, words))
        row -= size * 1.6
    return pdf(pages)


def broken(line: str, width: int) -> list[tuple[int, str]]:
    """Break a paragraph into rows of so many half-width signs; no mark begins one, no number is parted."""
    rows: list[tuple[int, str]] = []
    row, left, indent = "", width - 4, 2
    for word in _words(line):
        size = sum(1 if sign.isascii() else 2 for sign in word)
        if size > left and not (len(word) == 1 and word in "，。；：、！）"):
            rows.append((indent, row))
            row, left, indent = "", width, 0
        row += word
        left -= size
    return [*rows, (indent, row)]


def _words(line: str) -> list[str]:
    words: list[str] = []
    for sign in line:
        if words and sign.isascii() and words[-1].isascii():
            words[-1] += sign
        else:
            words.append(sign)
    return words
