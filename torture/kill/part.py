"""Round after round: the world moves on, a run is hurt, what is published is looked at, and a plain run must be right.

Right is: exit code 0, no process and no file left behind, and every table what a run from nothing makes of the same
files, and the exports with them.
"""

from __future__ import annotations

import json
import random
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from orchestration.resources.unchanged import code_version
from orchestration.storage.settings import PROJECT
from torture.kill.contents import Contents, contents, state_of_exports, without_the_clock
from torture.kill.moments import Hurt, Seconds
from torture.kill.place import STEPS, Place, command_of, processes_of
from torture.kill.small_disk import NoDiskError, SmallDisk, run_in
from torture.kill.telling import tables
from torture.kill.ways import (
    BORNE,
    CLOCK_BACK,
    FULL_DISK,
    RAY_DRIVER_KILLED,
    TERM,
    WAYS,
    missing,
    next_way,
    wanted,
)
from torture.kill.world import STATES, lay_out, prepare
from torture.rounds import Round, Rounds
from torture.terms import Terms

# Runs killed, and runs hurt in each other way.
ROUNDS, QUICK_ROUNDS = (100, 10), (4, 1)
# Children look for the run that started them every fifth of a second.
SECONDS_TO_END = 15.0
# Ray's own agents look for theirs about once a minute.
SECONDS_OF_RAY_TO_END = 90.0


def run(terms: Terms) -> str:
    """Do the rounds that are left; return two tables: by the way in which runs were hurt, and by step."""
    folder = terms.place / "kill"
    prepare(PROJECT / "raw", folder)
    place = Place(folder / "raw", folder / "data")
    rounds = Rounds(terms.results("kill"), {"seed": terms.seed})
    lacking = missing()
    numbers = {
        way: number
        for way, number in wanted(*(QUICK_ROUNDS if terms.quick else ROUNDS)).items()
        if way not in lacking
    }
    references = _references(folder)
    if not rounds.done:
        shutil.rmtree(place.data, ignore_errors=True)
    if next_way(rounds.done, numbers):
        _begin(place, folder, len(rounds.done), references)
    while way := next_way(rounds.done, numbers):
        rounds.add(_round(place, folder, len(rounds.done), way, terms, references))
        print(f"{len(rounds.done)}: {rounds.done[-1]}", file=sys.stderr, flush=True)
    told = tables(rounds, lacking)
    wrong = [one for one in rounds.done if one["wrong"]]
    if wrong:
        raise RuntimeError(f"{told}\n\n" + "\n".join(f"- {one}" for one in wrong))
    return told


def _references(folder: Path) -> list[tuple[Contents, Contents]]:
    """Return what a run from nothing makes of each state: the tables, and the exports."""
    found = []
    for state in range(STATES):
        place = Place(folder / f"nothing-{state}" / "raw", folder / f"nothing-{state}" / "data")
        if not _is_of_this_code(place):
            shutil.rmtree(place.raw.parent, ignore_errors=True)
            place.raw.parent.mkdir(parents=True)
            lay_out(folder, place.raw, state)
            if code := place.run():
                raise RuntimeError(f"a plain run from nothing ended with {code}:\n{place.said.read_text()}")
        found.append((contents(place.published), state_of_exports(place.data / "exports")))
    return found


def _is_of_this_code(place: Place) -> bool:
    try:
        told = json.loads((place.data / "state" / "complete.json").read_text(encoding="utf-8"))
    except OSError:
        return False
    return bool(told["inputs"]["code"] == code_version())


def _begin(place: Place, folder: Path, number: int, references: list[tuple[Contents, Contents]]) -> None:
    """Bring the place to the state before a round."""
    lay_out(folder, place.raw, number % STATES)
    if code := place.run():
        raise RuntimeError(f"a plain run ended with {code}:\n{place.said.read_text()}")
    if contents(place.published) != references[number % STATES][0]:
        raise RuntimeError("a plain run makes something else than a run from nothing")


def _round(
    place: Place,
    folder: Path,
    number: int,
    way: str,
    terms: Terms,
    references: list[tuple[Contents, Contents]],
) -> Round:
    """Hurt a run, and let a plain one follow; return what is to be told of both."""
    begun = time.monotonic()
    chance = random.Random(f"{terms.seed}:{number}")
    state = (number + 1) % STATES
    former, new = references[number % STATES], references[state]
    lay_out(folder, place.raw, state)
    wrong: list[str] = []
    with _stage(place, way, chance) as (stage, room):
        hurt = WAYS[way](stage, chance, _seconds(place)) if room is None else run_in(stage, room)
        wrong += _left_behind(hurt, SECONDS_OF_RAY_TO_END if way == RAY_DRIVER_KILLED else SECONDS_TO_END)
        published = _published(stage, former, new, way == CLOCK_BACK, wrong)
    if way in BORNE and hurt.moment is not None and (hurt.code or published != "new"):
        wrong.append(f"it is to come through by itself, and ended with {hurt.code}; published: {published}")
    if way == TERM and hurt.code == 0 and hurt.moment is not None and hurt.step != STEPS[-1]:
        wrong.append("it was told to end, and went on")
    said = place.said.read_text(errors="replace")
    code = place.run()
    wrong += _next_is_wrong(place, code, new)
    if wrong:
        (folder / f"wrong-{number}.txt").write_text(f"{said}\n----\n{place.said.read_text(errors='replace')}")
    return {
        "way": way,
        "moment": hurt.moment,
        "step": hurt.step,
        "ended": hurt.code,
        "published": published,
        "wrong": wrong,
        "seconds": round(time.monotonic() - begun),
    }


@contextmanager
def _stage(place: Place, way: str, chance: random.Random) -> Iterator[tuple[Place, str | None]]:
    """Give where the run is to be hurt: a small disk for some, with the room that it has."""
    try:
        disk = SmallDisk(place) if way == FULL_DISK else None
    except NoDiskError:
        disk = None
    if disk is None:
        yield place, None
        return
    try:
        yield disk.place, disk.shrink(chance)
    finally:
        disk.widen()
        disk.close()


def _seconds(place: Place) -> Seconds:
    """How long each step took last."""
    found: Seconds = json.loads((place.data / "state" / "durations.json").read_text(encoding="utf-8"))
    return found


def _left_behind(hurt: Hurt, seconds: float) -> list[str]:
    give_up = time.monotonic() + seconds
    while processes_of(hurt.session) and time.monotonic() < give_up:
        time.sleep(0.1)
    left = [command_of(number) for number in processes_of(hurt.session)]
    return [f"processes left behind: {left}"] if left else []


def _published(
    place: Place,
    former: tuple[Contents, Contents],
    new: tuple[Contents, Contents],
    is_clock_wrong: bool,
    wrong: list[str],
) -> str:
    """Return which state is published; what is not whole, or of neither state, is wrong."""
    try:
        found = contents(place.published)
        exported = state_of_exports(place.data / "exports")
    except duckdb.Error as error:
        wrong.append(f"what is published is not whole: {error}")
        return "broken"
    if not (place.data / "site" / "index.html").is_file():
        wrong.append("there is no site")
    if exported not in (former[1], new[1]):
        wrong.append("the exports are of neither state")
    of_former, of_new = former[0], new[0]
    if is_clock_wrong:
        found, of_former, of_new = map(without_the_clock, (found, of_former, of_new))
    if found == of_new:
        return "new"
    if found != of_former:
        tables = sorted(
            name for name in of_former if found.get(name) not in (of_former[name], of_new.get(name))
        )
        wrong.append(f"published are tables of neither state: {tables}")
    return "former"


def _next_is_wrong(place: Place, code: int, new: tuple[Contents, Contents]) -> list[str]:
    """Return what is wrong with a plain run."""
    if code:
        return [f"the next run ended with {code}"]
    wrong = []
    found = contents(place.published)
    if found != new[0]:
        wrong.append(
            f"the next run is not right: {sorted(name for name in new[0] if found.get(name) != new[0][name])}"
        )
    if state_of_exports(place.data / "exports") != new[1]:
        wrong.append("the next run's exports are not right")
    names = {path.name for path in (*place.data.iterdir(), *(place.data / "state").iterdir())}
    if litter := names - _names_of_a_sound_place(place):
        wrong.append(f"files left behind: {sorted(litter)}")
    return wrong


def _names_of_a_sound_place(place: Place) -> set[str]:
    data = place.raw.parent / "nothing-0" / "data"
    return {path.name for path in (*data.iterdir(), *(data / "state").iterdir())}
