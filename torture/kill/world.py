"""A small raw folder that goes round in three states, each unlike the one before by a document or two.

Since the states come again, what a run from nothing makes of each is found out once, and every later run is held
against it.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from benchmarks.larger_set import write_larger_set

DOCUMENTS = 6
STATES = 3
# Of the reports that the copies are made of: short ones, so that a run takes its time for the steps and not for one
# text.
LARGEST_BYTES = 20_000
ADDED = "\n今年城镇新增就业{number}万人，粮食产量达到{number}.5亿斤。\n"


def prepare(reports: Path, place: Path) -> None:
    """Make the documents of the world in ``place/pool``, once."""
    pool, short = place / "pool", place / "short"
    if pool.exists():
        return
    shutil.rmtree(short, ignore_errors=True)
    short.mkdir(parents=True)
    for path in sorted(reports.glob("*.txt"), key=lambda path: path.stat().st_size)[:DOCUMENTS]:
        if path.stat().st_size <= LARGEST_BYTES:
            shutil.copyfile(path, short / path.name)
    write_larger_set(short, pool, DOCUMENTS)


def lay_out(place: Path, raw: Path, state: int) -> None:
    """Bring the raw folder into a state: all but the last document; that one added and another changed; a third gone."""
    raw.mkdir(exist_ok=True)
    shutil.copyfile(place / "pool" / "manifest.csv", raw / "manifest.csv")
    names = sorted(path.name for path in (place / "pool").glob("*.txt"))
    for position, name in enumerate(names):
        text = (place / "pool" / name).read_text(encoding="utf-8")
        if position == 1 and state >= 1:
            text += ADDED.format(number=state)
        is_there = not (position == len(names) - 1 and state == 0) and not (position == 2 and state == 2)
        path = raw / name
        if not is_there:
            path.unlink(missing_ok=True)
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
