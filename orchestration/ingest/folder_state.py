"""The state of the raw folder, entry by entry, and the one that a run last carried through to its end."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from orchestration.ingest.folder import MANIFEST, RawFolder, look

NANOSECONDS = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry's state, as text to be compared, and when it last changed, in seconds since 1970."""

    state: str
    changed: float


def entries(folder: Path, found: RawFolder | None = None) -> dict[str, Entry]:
    """Return the files of the folder by name, its manifest, and what is not read there; looks unless it was looked.

    Raises ``NotADirectoryError`` where there is no such folder.
    """
    found = found or look(folder)
    state = {
        file.name: Entry("-".join(map(str, file.state)), file.changed_ns / NANOSECONDS)
        for file in found.files
    }
    state |= {each.name: Entry(each.reason, 0.0) for each in found.left_out}
    manifest = folder / MANIFEST
    if manifest.is_file():
        status = manifest.stat()
        words = f"{status.st_size}-{status.st_mtime_ns}-{status.st_ctime_ns}"
        state[MANIFEST] = Entry(words, status.st_ctime_ns / NANOSECONDS)
    return state


def settled(state: Mapping[str, Entry], unsettled: frozenset[str]) -> dict[str, str]:
    """Return the states of the entries that a run has taken up; not of those that were being written."""
    return {name: entry.state for name, entry in state.items() if name not in unsettled}


def carry_through(record: Path, states: Mapping[str, str]) -> None:
    """Keep the states that a run has carried through to its end."""
    aside = record.with_suffix(".new")
    aside.write_text(json.dumps(states, ensure_ascii=False, indent=0), encoding="utf-8")
    os.replace(aside, record)


def carried_through(record: Path) -> dict[str, str]:
    """Return the states that a run last carried through; none where there is no record, or a damaged one."""
    try:
        states = json.loads(record.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return states if isinstance(states, dict) else {}
