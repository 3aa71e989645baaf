"""Spoil many reports at once, none of them a neighbour of another, and see which of the slips a check notices.

Two samples: *anywhere*, every kind at places drawn from the whole text, and *aimed*, slips at headline targets and
levels of core indicators. A slip counts where it has changed a figure that is read. It is noticed where a check finds
more in that file than before, or an identity breaks that has a figure of that file in it, or a check finds more in
another report of the region.
"""

from __future__ import annotations

import os
import random
import shutil
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from torture.corruptions.kinds import DAMAGE, SLIPS, Spans, Spoiled, spoil
from torture.corruptions.warehouse import Figure, Seen, Warehouse
from torture.rounds import Round, Rounds, markdown, share
from torture.terms import Terms
from zhibiao.decoding import decode

# So many at most at a time: what a check takes for usual must not be made of what was spoiled.
AT_ONCE = 60
# From further years a report is compared with those of its region alone, and in its levels.
YEARS_APART = 2
YEARS_OF_A_SERIES = 10
SAMPLES = {"anywhere": [*SLIPS, *DAMAGE], "aimed": list(SLIPS)}


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be spoiled: the sample, the kind of slip, the file, and the slip itself."""

    sample: str
    kind: str
    name: str
    spoiled: Spoiled


def run(terms: Terms) -> str:
    """Do the batches that are left; return a table of what was noticed, kind by kind."""
    warehouse = Warehouse(terms.place / "corruptions")
    for path in sorted(terms.reports.glob("*.txt")) + sorted(terms.reports.glob("manifest.csv")):
        shutil.copyfile(path, warehouse.raw / path.name)
    each = int(os.environ.get("SLIPS") or (40 if terms.quick else 500))
    rounds = Rounds(terms.results("corruptions"), {"seed": terms.seed, "of each sample": each})
    before = warehouse.look()
    figures = warehouse.figures(before.about)
    batches = _batches(warehouse, before, terms, each)
    for number, batch in enumerate(batches):
        if number >= len(rounds.done):
            rounds.add(_spoil_and_look(warehouse, before, figures, batch))
            print(f"\rbatch {number + 1} of {len(batches)}", end="", file=sys.stderr, flush=True)
    after = warehouse.look()
    more = after.findings - before.findings
    if more:
        raise RuntimeError(f"the sound reports have findings that they had not before: {dict(more)}")
    return _table(rounds, before)


def _batches(warehouse: Warehouse, seen: Seen, terms: Terms, each: int) -> list[list[Plan]]:
    """Draw what is to be spoiled, and put it into batches without neighbours."""
    chance = random.Random(terms.seed)
    texts = {
        path.name: decode(path.read_bytes()).text
        for path in sorted(warehouse.raw.glob("*.txt"))
        if path.name in seen.about
    }
    core: dict[str, Spans] = dict(warehouse.places_of_core())
    batches: list[list[Plan]] = []
    for sample, kinds in SAMPLES.items():
        for turn in range(each):
            plan = _draw(sample, kinds[turn % len(kinds)], texts, core, chance)
            for batch in batches:
                near = (are_neighbours(seen.about[plan.name], seen.about[other.name]) for other in batch)
                if len(batch) < AT_ONCE and not any(near):
                    batch.append(plan)
                    break
            else:
                batches.append([plan])
    return batches


def _draw(
    sample: str, kind: str, texts: dict[str, str], core: dict[str, Spans], chance: random.Random
) -> Plan:
    """Draw a report that can be spoiled so, and spoil it."""
    for _ in range(1000):
        name = chance.choice(list(texts))
        within = core.get(name, []) if sample == "aimed" else None
        if within is not None and kind in ("year changed", "sign lost"):
            # They stand before the number that they are said of.
            within = [(start - 12, end) for start, end in within]
        spoiled = spoil(kind, texts[name], chance, within)
        if spoiled:
            return Plan(sample, kind, name, spoiled)
    raise ValueError(f"no report has a place for: {kind}")


def are_neighbours(one: tuple[str, int], other: tuple[str, int]) -> bool:
    """Whether two reports, by region and year, are of one region, or one's is within the other's, in years that are near."""
    (code, year), (other_code, other_year) = one, other
    shorter, longer = sorted((code.rstrip("0"), other_code.rstrip("0")), key=len)
    return longer.startswith(shorter) and abs(year - other_year) <= YEARS_APART


def is_compared(one: tuple[str, int], other: tuple[str, int]) -> bool:
    """Whether a finding in a report may come of another: they are neighbours, or in one series of levels."""
    return are_neighbours(one, other) or (one[0] == other[0] and abs(one[1] - other[1]) <= YEARS_OF_A_SERIES)


def _spoil_and_look(
    warehouse: Warehouse, before: Seen, figures: dict[str, Counter[Figure]], batch: list[Plan]
) -> Round:
    """Spoil the files of a batch and look; ``figures`` are those of the sound files.

    They are sound again when it returns, and land so with the next batch: a look at sound files alone between two
    batches would cost as much again and show nothing.
    """
    files = [plan.name for plan in batch]
    sound = {name: (warehouse.raw / name).read_bytes() for name in files}
    try:
        for plan in batch:
            (warehouse.raw / plan.name).write_bytes(plan.spoiled.data)
        after = warehouse.look()
        changed = warehouse.figures(files)
    finally:
        for name, data in sound.items():
            (warehouse.raw / name).write_bytes(data)
    slips = [
        {
            "sample": plan.sample,
            "kind": plan.kind,
            "file": plan.name,
            "what": plan.spoiled.what,
            **_changes(figures[plan.name], changed[plan.name]),
            "noticed by": sorted(_noticed(plan.name, files, before, after)),
        }
        for plan in batch
    ]
    return {"slips": slips, "clean": in_clean_texts(files, before, after)}


def in_clean_texts(spoiled: Iterable[str], before: Seen, after: Seen) -> Round:
    """Return what is found in texts that no slip touched, nor one that they are compared with.

    ``texts`` is how many these are; ``before`` and ``after`` count their findings, ``more`` those that are new, by
    check.
    """
    touched = [before.about[name] for name in spoiled]
    clean = {
        name for name, about in before.about.items() if not any(is_compared(about, one) for one in touched)
    }
    found = [
        Counter({finding: number for finding, number in seen.findings.items() if finding[1] in clean})
        for seen in (before, after)
    ]
    more: Counter[str] = Counter()
    for (check, _), number in (found[1] - found[0]).items():
        more[check] += number
    return {"texts": len(clean), "before": found[0].total(), "after": found[1].total(), "more": dict(more)}


def _changes(before: Counter[Figure], after: Counter[Figure]) -> Round:
    gone, come = list((before - after).elements()), list((after - before).elements())
    return {
        "figures": len(gone) + len(come),
        "core": any(figure[-1] for figure in gone + come),
        "gone": [" ".join(map(str, figure)) for figure in gone[:3]],
        "come": [" ".join(map(str, figure)) for figure in come[:3]],
    }


def _noticed(name: str, spoiled: list[str], before: Seen, after: Seen) -> set[str]:
    """Return the checks that notice what befell a file."""
    more = after.findings - before.findings
    of_itself = {check for check, file in more if file == name}
    broken = {
        str(identity[0])
        for identity, files in after.broken.items()
        if name in files and identity not in before.broken and identity[1] != name
    }
    region, year = before.about[name]
    near = {
        file
        for file, (code, of_year) in before.about.items()
        if code == region and abs(year - of_year) <= YEARS_APART and file not in spoiled
    }
    return of_itself | broken | {check for check, file in more if file in near}


def _table(rounds: Rounds, sound: Seen) -> str:
    slips = [slip for one in rounds.done for slip in one["slips"]]
    rows: list[list[object]] = [
        [kind, *(_noticed_share(slips, sample, kind) for sample in SAMPLES), _by(slips, kind)]
        for kind in SAMPLES["anywhere"]
    ]
    rows.append(["all", *(_noticed_share(slips, sample) for sample in SAMPLES), ""])
    of_core = [slip for slip in slips if slip["core"]]
    head = ["corruption", "noticed, anywhere", "noticed, aimed", "most often by"]
    return "\n".join(
        [
            markdown(head, rows),
            "",
            f"Of those that change a headline target or a level of a core indicator: {_share(of_core)}; of all that "
            f"change a figure, anywhere: {_share([slip for slip in slips if slip['sample'] == 'anywhere'])}. "
            f"Findings in the sound reports: {sum(sound.findings.values())}, of them warnings "
            f"{sum(sound.warnings.values())}; as many after as before.",
            "",
            _of_clean_texts(rounds),
        ]
    )


def _of_clean_texts(rounds: Rounds) -> str:
    looks = [one["clean"] for one in rounds.done if "clean" in one]
    more: Counter[str] = sum((Counter(look["more"]) for look in looks), Counter())
    told = ", ".join(f"`{check}` {number}" for check, number in more.most_common()) or "none"
    return (
        f"Texts that no slip touched, nor one that they are compared with, looked at {sum(look['texts'] for look in looks):,} "
        f"times beside spoiled ones: findings {sum(look['before'] for look in looks):,} before, "
        f"{sum(look['after'] for look in looks):,} then; new ones: {told}."
    )


def _noticed_share(slips: list[Round], sample: str, kind: str | None = None) -> str:
    return _share([slip for slip in slips if slip["sample"] == sample and kind in (None, slip["kind"])])


def _share(slips: list[Round]) -> str:
    changing = [slip for slip in slips if slip["figures"]]
    return share(sum(bool(slip["noticed by"]) for slip in changing), len(changing))


def _by(slips: list[Round], kind: str) -> str:
    checks = Counter(check for slip in slips if slip["kind"] == kind for check in slip["noticed by"])
    return ", ".join(f"`{check}` {number}" for check, number in checks.most_common(4))
