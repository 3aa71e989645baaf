"""Chunk after chunk of texts, each with a seed of its own; then texts of one thing repeated, ten times as long."""

from __future__ import annotations

import multiprocessing
import os
import random
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any

from torture.rounds import Round, Rounds, markdown
from torture.terms import Terms
from torture.texts.holding import faults_of, faults_of_text
from torture.texts.making import KINDS, REPEATED, encoded
from zhibiao.decoding import decode
from zhibiao.extract import extract
from zhibiao.profile import profile

TEXTS, QUICK_TEXTS = 1_000_000, 2_000
CHUNK = 1_000
# Ten times the length may take twelve times the time. The least of several measures: others use the machine too.
LENGTH, QUICK_LENGTH, LONGER, MOST_RATIO = 10_000, 5_000, 10, 12.0
MEASURES = 3
# So many faults are told, with the text.
MOST_TOLD = 20


def run(terms: Terms) -> str:
    """Do the chunks that are left; return two tables: texts by kind, and time by what is repeated."""
    texts = int(os.environ.get("TEXTS") or (QUICK_TEXTS if terms.quick else TEXTS))
    rounds = Rounds(terms.results("texts"), {"seed": terms.seed, "reports": str(terms.reports)})
    jobs = [(str(terms.reports), terms.seed, number) for number in range(len(rounds.done), texts // CHUNK)]
    with ProcessPoolExecutor(os.cpu_count(), multiprocessing.get_context("spawn")) as pool:
        try:
            for done in pool.map(_chunk, jobs):
                rounds.add(done)
                print(f"\r{len(rounds.done) * CHUNK} texts of {texts}", end="", file=sys.stderr, flush=True)
        except BaseException:
            # Who is told to end does not first do all that is left.
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    ratios = Rounds(terms.results("texts-time"), {"quick": terms.quick})
    for name in list(REPEATED)[len(ratios.done) :]:
        ratios.add(_time(name, QUICK_LENGTH if terms.quick else LENGTH))
    tables = f"{_table(rounds)}\n\n{_table_of_times(ratios)}"
    faults = [fault for one in rounds.done for fault in one["faults"]]
    slow = [one["of"] for one in ratios.done if one["ratio"] > MOST_RATIO]
    if faults or slow:
        raise RuntimeError(f"{tables}\n\n{faults[:MOST_TOLD]}\ntime not linear: {slow}")
    return tables


@cache
def _reports(folder: str) -> tuple[str, ...]:
    return tuple(decode(path.read_bytes()).text for path in sorted(Path(folder).glob("*.txt")))


def _chunk(job: tuple[str, int, int]) -> Round:
    """Make and read a chunk of texts; return how many of each kind were read, and the faults."""
    folder, seed, number = job
    chance = random.Random(f"{seed}:{number}")
    counts: Counter[str] = Counter()
    encodings: Counter[str] = Counter()
    faults: list[dict[str, Any]] = []
    characters = 0
    for _ in range(CHUNK):
        kind = chance.choice(list(KINDS))
        text = KINDS[kind](chance, _reports(folder))
        characters += len(text)
        data, encoding = encoded(text, chance)
        outcome, found = faults_of(data)
        # What cannot be decoded is still a text.
        found += faults_of_text(text) if outcome == "refused" else []
        counts[f"{kind}, {outcome}"] += 1
        encodings[f"{encoding}, {outcome}"] += 1
        faults += [{"fault": fault, "encoding": encoding, "text": text} for fault in found]
    return {"counts": counts, "encodings": encodings, "characters": characters, "faults": faults[:MOST_TOLD]}


def _time(name: str, length: int) -> Round:
    short, long = (REPEATED[name] * (size // len(REPEATED[name])) for size in (length, LONGER * length))
    seconds = [min(_seconds(text) for _ in range(MEASURES)) for text in (short, long)]
    return {
        "of": name,
        "characters": len(short),
        "short": seconds[0],
        "long": seconds[1],
        "ratio": seconds[1] / seconds[0],
    }


def _seconds(text: str) -> float:
    begun = time.process_time()
    extract(text, profile(text), "document")
    return time.process_time() - begun


def _table(rounds: Rounds) -> str:
    counts: Counter[str] = sum((Counter(one["counts"]) for one in rounds.done), Counter())
    faults = sum(len(one["faults"]) for one in rounds.done)
    rows: list[list[object]] = [
        [kind, f"{counts[f'{kind}, read'] + counts[f'{kind}, refused']:,}", f"{counts[f'{kind}, refused']:,}"]
        for kind in KINDS
    ]
    characters = sum(one["characters"] for one in rounds.done)
    total = f"{sum(counts.values()):,} texts of {characters:,} characters; faults: {faults}"
    return f"{markdown(['texts', 'read', 'of them of no encoding, read as text'], rows)}\n\n{total}"


def _table_of_times(ratios: Rounds) -> str:
    rows: list[list[object]] = [
        [one["of"], f"{one['short']:.3f}", f"{one['long']:.3f}", f"{one['ratio']:.1f}"] for one in ratios.done
    ]
    length = ratios.done[0]["characters"] if ratios.done else 0
    return markdown(["repeated", f"{length:,} characters, s", "ten times as many, s", "ratio"], rows)
