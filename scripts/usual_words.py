"""``python -m scripts.usual_words FOLDER``: count in how many reports words are told of, for ``lexicon/usual_words.csv``.

The folder holds texts of reports; those that are labelled blind are left out, so that what they say of confidence stays fair.
"""

from __future__ import annotations

import csv
import hashlib
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from zhibiao.decoding import decode
from zhibiao.extract import extract
from zhibiao.grammar.names import dimension
from zhibiao.grammar.usual import BEGINNING, ENDING, NAME_ENDING
from zhibiao.model import Figure
from zhibiao.profile import profile

BLIND = Path(__file__).parents[1] / "tests" / "labels" / "blind"
# In how many reports the end or beginning of words stands that is common or known, and a usual name.
COMMON, KNOWN, NAMED = 20, 5, 2
# Of the figures whose words end so, the share that has an indicator where the ending is like a name's, and how many at least.
LIKE, FEWEST = 0.6, 5
CARRIED = "carried"

Words = dict[tuple[str, str], set[str]]


def figures_of(folder: Path) -> Iterator[tuple[str, Figure]]:
    """Give the figures with words of their own, each with the name of its report."""
    sealed = {hashlib.sha256(path.read_bytes()).digest() for path in BLIND.glob("*/*.txt")}
    names = {path.name for path in BLIND.glob("*/*.txt")}
    for path in sorted(folder.glob("*.txt")):
        content = path.read_bytes()
        if path.name in names or hashlib.sha256(content).digest() in sealed:
            continue
        text = decode(content).text
        for figure in extract(text, profile(text), path.stem).figures:
            if figure.indicator_text and not figure.rule.startswith(CARRIED) and figure.entity_text is None:
                yield path.name, figure


def counted(folder: Path) -> Words:
    """Return the usual words of the reports in a folder, by kind and by indicator or dimension."""
    reports: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    linked: dict[tuple[str, str], Counter[bool]] = defaultdict(Counter)
    for report, figure in figures_of(folder):
        words, kind = (figure.indicator_text or "").replace(" ", ""), dimension(figure.unit_text)
        linked[kind, words[-NAME_ENDING:]][figure.indicator_id is not None] += 1
        if figure.indicator_id is not None:
            reports["name", figure.indicator_id, words].add(report)
            continue
        reports["ending", f"{kind} {figure.status}", words[-ENDING:]].add(report)
        reports["beginning", kind, words[:BEGINNING]].add(report)
    found: Words = defaultdict(set)
    for (part, of, words), told in reports.items():
        if part == "name" and len(told) >= NAMED:
            found["name", of].add(words)
        elif part != "name" and len(told) >= KNOWN:
            found[f"{'common' if len(told) >= COMMON else 'known'} {part}", of].add(words)
    for (kind, ending), ids in linked.items():
        if ids.total() >= FEWEST and ids[True] >= LIKE * ids.total():
            found["like a name", kind].add(ending)
    return found


def main(arguments: list[str]) -> None:
    """Write the usual words of the reports in a folder."""
    found = counted(Path(arguments[0]))
    target = Path(str(files("zhibiao.lexicon").joinpath("usual_words.csv")))
    with target.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(["kind", "of", "words"])
        writer.writerows((*key, "|".join(sorted(words))) for key, words in sorted(found.items()))
    print(f"{sum(map(len, found.values()))} words")


if __name__ == "__main__":
    main(sys.argv[1:])
