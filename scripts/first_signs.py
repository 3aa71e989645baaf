"""Which signs a match of a regular expression can begin with: told to Python's engine where its compiler does not tell.

``python -m scripts.first_signs`` reads names of modules, a line each, and prints as JSON what it can tell of the patterns
that each of them knows by a name.

The engine leaps in a search from one such sign to the next. The compiler of ``re`` tells it those of a pattern that begins with
a word, a class or words alone; a look behind or a class among several words (``(?<!创)新增|[净扩]增``) keeps it from that, and
the engine then tries the whole pattern at each sign of a text.
"""

from __future__ import annotations

import json
import re
import sys
from importlib import import_module
from re import _compiler, _parser  # type: ignore[attr-defined]  # parts of Python's own that have no types
from types import ModuleType
from typing import Any

Class = list[tuple[Any, Any]]
"""What a class holds, as the parser gives it: literals, ranges and categories."""

# Wider ranges than this (一-鿿) hold most signs of a text: a look at each would cost, and win nothing.
WIDEST = 256
# So many signs tell little of what stands in a text.
MOST = 64
SPACES = "".join(re.findall(r"\s", "".join(map(chr, range(0x10000)))))
# Where the numbers for the engine begin: INFO, how far it reaches, what it tells, the least and the greatest length.
INFO, REACH, TOLD, HEAD = 0, 1, 2, 5


def with_first_signs(pattern: str, flags: int, numbers: list[int]) -> list[int]:
    """Return a pattern's numbers for the engine, with the class of its first signs where it can be told.

    ``flags`` are those that the engine is told, ``numbers`` what ``re`` made of the pattern.
    """
    known = _compiler.SRE_INFO_PREFIX | _compiler.SRE_INFO_CHARSET
    if numbers[INFO] != _compiler.INFO or numbers[TOLD] & known or flags & _compiler.SRE_FLAG_IGNORECASE:
        return numbers
    first, may_be_empty = _first_of(_parser.parse(pattern, flags).data)
    if first is None or may_be_empty:
        return numbers
    told: list[int] = []
    _compiler._compile_charset(_compiler._optimize_charset(first)[0], flags, told)
    head = [numbers[INFO], numbers[REACH] + len(told), numbers[TOLD] | _compiler.SRE_INFO_CHARSET]
    return [*head, *numbers[TOLD + 1 : HEAD], *told, *numbers[HEAD:]]


def first_signs(pattern: re.Pattern[str]) -> str | None:
    """Return the signs of which a match begins with one; None where they are many, or a match may be empty."""
    if pattern.flags & re.IGNORECASE:
        return None
    first, may_be_empty = _first_of(_parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE).data)
    if first is None or may_be_empty:
        return None
    signs: set[str] = set()
    for operation, value in first:
        if operation is _compiler.CATEGORY and value is not _compiler.CATEGORY_SPACE:
            return None
        if operation is _compiler.RANGE:
            signs.update(map(chr, range(value[0], value[1] + 1)))
        else:
            signs.update(SPACES if operation is _compiler.CATEGORY else chr(value))
    return "".join(sorted(signs)) if len(signs) <= MOST else None


def patterns_of(module: ModuleType) -> dict[str, re.Pattern[str]]:
    """Return the patterns that a module knows by a name of its own, or by one of a module that it has imported."""
    known: dict[str, re.Pattern[str]] = {}
    for name, value in vars(module).items():
        inner = vars(value) if isinstance(value, ModuleType) and value.__name__.startswith("zhibiao.") else {}
        named = {name: value} | {f"{name}.{one}": within for one, within in inner.items()}
        known |= {one: told for one, told in named.items() if isinstance(told, re.Pattern)}
    return {name: pattern for name, pattern in known.items() if isinstance(pattern.pattern, str)}


def _first_of(parts: list[tuple[Any, Any]]) -> tuple[Class | None, bool]:
    """Return the signs that a sequence can begin with, None for any, and whether it may be empty."""
    first: Class = []
    for part in parts:
        found, may_be_empty = _first_of_part(*part)
        if found is None:
            return None, may_be_empty
        if part[0] is _compiler.ASSERT and found:
            return first + found, False  # it looks ahead: what follows begins with one of these
        first += found
        if not may_be_empty:
            return first, False
    return first, True


def _first_of_part(operation: Any, value: Any) -> tuple[Class | None, bool]:
    """Return the same of one part, as Python's parser gives it."""
    match operation:
        case _compiler.LITERAL:
            return [(operation, value)], False
        case _compiler.IN:
            return (None if any(map(_is_wide, value)) else list(value)), False
        case _compiler.AT | _compiler.ASSERT_NOT:
            return [], True
        case _compiler.ASSERT:
            ahead, may_be_empty = _first_of(value[1].data) if value[0] > 0 else ([], True)
            return ([] if ahead is None or may_be_empty else ahead), True
        case _compiler.BRANCH:
            found = [_first_of(branch.data) for branch in value[1]]
            may_be_empty = any(empty for _, empty in found)
            if any(first is None for first, _ in found):
                return None, may_be_empty
            return [one for first, _ in found for one in first or ()], may_be_empty
        case _compiler.SUBPATTERN if not value[1] and not value[2]:
            return _first_of(value[3].data)
        case _compiler.ATOMIC_GROUP:
            return _first_of(value.data)
        case _compiler.MAX_REPEAT | _compiler.MIN_REPEAT | _compiler.POSSESSIVE_REPEAT:
            first, may_be_empty = _first_of(value[2].data)
            return first, may_be_empty or value[0] == 0
    return None, True


def _is_wide(one: tuple[Any, Any]) -> bool:
    """Say whether a part of a class holds most signs of a text."""
    operation, value = one
    if operation is _compiler.RANGE:
        return bool(value[1] - value[0] > WIDEST)
    return operation is _compiler.NEGATE or (
        operation is _compiler.CATEGORY
        and value is not _compiler.CATEGORY_DIGIT
        and value is not _compiler.CATEGORY_SPACE
    )


def main() -> None:
    """Print the first signs of the patterns of the modules whose names are read, by module and name."""
    told: dict[str, dict[str, str]] = {}
    for name in sys.stdin.read().split():
        patterns = patterns_of(import_module(name)).items()
        told[name] = {one: signs for one, pattern in patterns if (signs := first_signs(pattern)) is not None}
    print(json.dumps(told))


if __name__ == "__main__":
    main()
