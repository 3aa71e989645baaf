"""What was landed before, and which of it the folder's files still are."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import duckdb

from orchestration.ingest.folder import RawFile
from zhibiao.forms.versions import converter_of, converters_version

# Size, time of modification and time of change.
State = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class KnownFile:
    """What was landed under a name: the state of the file then, the hash of its bytes, and what read them."""

    state: State
    document_id: str
    media_type: str
    converter: str | None
    container: str | None = None
    row_facts: str | None = None

    @property
    def is_current(self) -> bool:
        """Whether the file's form is still read by what read it; of a row of a table its table says so."""
        return self.container is not None or self.converter == converter_of(self.media_type)


@dataclass(frozen=True, slots=True)
class KnownContainer:
    """An archive or a table whose parts were all landed: its state then, and what they were read with."""

    state: State
    read_with: str


@dataclass(slots=True)
class Known:
    """Files by name, and containers by name."""

    files: dict[str, KnownFile] = field(default_factory=dict)
    containers: dict[str, KnownContainer] = field(default_factory=dict)

    def is_unchanged(self, file: RawFile, columns: Mapping[str, str]) -> bool:
        """Return whether a file is as it was landed and would be read as it was; ``columns`` as the manifest has them."""
        if container := self.containers.get(file.name):
            return container.state == file.state and container.read_with == read_with(columns)
        known = self.files.get(file.name)
        return known is not None and known.state == file.state and known.is_current

    def within(self, containers: Iterable[str]) -> set[str]:
        """Return the names of the landed parts of these containers."""
        wanted = set(containers)
        return {name for name, file in self.files.items() if file.container in wanted}

    def parts_of_containers(self) -> Counter[str | None]:
        """Return how many parts were landed of each container."""
        return Counter(file.container for file in self.files.values())


def known(connection: duckdb.DuckDBPyConnection) -> Known:
    """Return what was landed and is there still, by the database."""
    files = connection.execute(
        "SELECT file_name, byte_size, modified_ns, changed_ns, document_id, media_type, converter,"
        " container, row_facts"
        " FROM raw.documents WHERE removed_at IS NULL"
    ).fetchall()
    containers = connection.execute(
        "SELECT file_name, byte_size, modified_ns, changed_ns, read_with FROM raw.containers"
    ).fetchall()
    return Known(
        {name: KnownFile((size, modified, changed), *rest) for name, size, modified, changed, *rest in files},
        {
            name: KnownContainer((size, modified, changed), rest)
            for name, size, modified, changed, rest in containers
        },
    )


def read_with(columns: Mapping[str, str]) -> str:
    """Return in short what decides, beside its bytes, what is read of a container."""
    told = "".join(f"\n{name}={columns[name]}" for name in sorted(columns))
    return hashlib.sha256(f"{converters_version()}{told}".encode()).hexdigest()[:12]


def names_below(names: Iterable[str], containers: Iterable[str]) -> Iterator[str]:
    """Give the names that are those of parts of these containers."""
    wanted = set(containers)
    for name in names:
        place = name.find("/")
        while place >= 0:
            if name[:place] in wanted:
                yield name
                break
            place = name.find("/", place + 1)
