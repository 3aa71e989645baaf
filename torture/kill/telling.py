"""What came of the rounds, as tables: by the way in which runs were hurt, and by the step in which they were."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from torture.kill.place import START, STEPS
from torture.kill.ways import KILLS, WAYS
from torture.rounds import Rounds, markdown, share


def tables(rounds: Rounds, lacking: Mapping[str, str]) -> str:
    """Return both tables; ``lacking`` are the ways that were not to be had, with the reason."""
    return "\n\n".join([_by_way(rounds, lacking), _by_step(rounds), rounds.by_commit()])


def _by_way(rounds: Rounds, lacking: Mapping[str, str]) -> str:
    rows: list[list[object]] = []
    for way in WAYS:
        of_way = [one for one in rounds.done if one["way"] == way]
        if not of_way and way in lacking:
            rows.append([way, 0, "", "", f"skipped: {lacking[way]}"])
            continue
        in_time = [one for one in of_way if one["moment"] is not None]
        published = Counter(one["published"] for one in in_time)
        right = sum(not one["wrong"] for one in of_way)
        rows.append([way, len(in_time), published["former"], published["new"], share(right, len(of_way))])
    return markdown(["run hurt by", "in time", "published: the former", "the new", "all right"], rows)


def _by_step(rounds: Rounds) -> str:
    """A round counts where its run stood when it was hurt; one that a full disk ended, where it failed."""
    steps = {kind: Counter[str]() for kind in ("killed", "other")}
    for one in rounds.done:
        if one["moment"] is not None:
            steps["killed" if one["way"] in KILLS else "other"][one.get("step", "unknown")] += 1
    rows: list[list[object]] = [
        [step, steps["killed"][step], steps["other"][step]]
        for step in (START, *STEPS, "unknown")
        if step != "unknown" or steps["killed"][step] or steps["other"][step]
    ]
    return markdown(["step", "SIGKILL", "other ways"], rows)
