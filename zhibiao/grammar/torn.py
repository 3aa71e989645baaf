"""Names that are torn: a text without spaces between two characters (国内生产总 值, PM 2.5) and without marks of notes.

What is found in it is led back to the text as it was.
"""

from __future__ import annotations

import re
from bisect import bisect_right

# Each begins with a sign of its own, so that the search leaps from one such sign to the next.
TORN = (
    re.compile(
        r" (?:(?<=[\u4e00-\u9fff] )(?=[\u4e00-\u9fffA-Z])|(?<=PM )(?=[12])"
        r"|(?:(?<=[A-Z] )|(?<=M2\.5 )|(?<=M 2\.5 )|(?<=M10 )|(?<=M 10 ))(?=[\u4e00-\u9fff]))"
    ),
    re.compile(r"\[\d{1,2}\](?=[\u4e00-\u9fff])"),
)


class Mended:
    """A text without spaces between two characters (国内生产总 值, PM 2.5) and marks of notes."""

    __slots__ = ("_removed", "_seams", "text")

    def __init__(self, folded: str) -> None:
        parts: list[str] = []
        self._seams: list[int] = []
        """Where in the mended text something was taken out."""
        self._removed = [0]
        """How many signs were taken out before the first seam, up to the first, up to the second…"""
        position = 0
        for start, end in sorted(found.span() for torn in TORN for found in torn.finditer(folded)):
            parts.append(folded[position:start])
            self._seams.append(start - self._removed[-1])
            self._removed.append(self._removed[-1] + end - start)
            position = end
        self.text = "".join([*parts, folded[position:]])

    @property
    def is_torn(self) -> bool:
        """Whether anything was taken out."""
        return bool(self._seams)

    def original(self, position: int) -> int:
        """Return where the sign at ``position`` of the mended text stands in the text as it was."""
        return position + self._removed[bisect_right(self._seams, position)]
