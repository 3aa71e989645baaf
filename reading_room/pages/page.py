"""What a page is: where it lies, what it is made of, and how it is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from reading_room.cells import Desk


@dataclass(frozen=True, slots=True)
class Page:
    """A page in both languages.

    ``path`` is its place below the folder of a language, ``rows`` all that it shows (it is made anew when that
    changes), ``context`` what the template is given.
    """

    path: str
    template: str
    rows: object
    context: Callable[[Desk], dict[str, Any]]
    # The path of a script with the same rows as data, and what writes it.
    data: tuple[str, Callable[[], str]] | None = None

    @property
    def root(self) -> str:
        """From the page to the folder of its language."""
        return "../" * self.path.count("/")
