"""What is raised where no text can be had."""

from __future__ import annotations


class Unconvertible(ValueError):  # noqa: N818 - a state of the file, named as such
    """No text can be had from the bytes; ``reason`` says why, and what a person can do."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
