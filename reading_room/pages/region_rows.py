"""The rows of a region's page, gathered from the catalogue."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from reading_room.catalogue import Catalogue
from reading_room.records import Attainment, Document, Region, Reported, Target

# An indicator and a year.
Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class RegionRows:
    """All that a region's page shows."""

    region: Region
    parents: tuple[Region, ...]
    before: tuple[Region, ...]
    after: tuple[Region, ...]
    children: tuple[Region, ...]
    documents: tuple[Document, ...]
    targets: dict[Place, Target]
    reported: dict[Place, Reported]
    attainments: tuple[Attainment, ...]
    above: dict[Place, Target]
    peers: dict[Place, tuple[Decimal, Decimal, int]]
    silences: dict[tuple[int, str], str]


def gather(catalogue: Catalogue, region: Region) -> RegionRows:
    """The rows of a region, with those of the level above and the span of its peers."""
    regions = catalogue.library.regions
    targets = {(each.indicator_id, each.year): each for each in catalogue.region_targets.get(region.code, [])}
    above, peers = {}, {}
    for place, target in targets.items():
        if (parent := catalogue.above(target)) is not None:
            above[place] = parent
        if target.value is not None:
            values = catalogue.peers(region, target.year, target.indicator_id, target.measure)
            if values:
                peers[place] = (min(values), max(values), len(values))
    parents = []
    code = region.parent_code
    while code is not None and code in regions:
        parents.append(regions[code])
        code = regions[code].parent_code

    def shown(codes: tuple[str, ...]) -> tuple[Region, ...]:
        return tuple(regions[code] for code in codes if code in catalogue.pages)

    return RegionRows(
        region=region,
        parents=tuple(reversed(parents)),
        before=shown(catalogue.library.former.get(region.code, ())),
        after=shown(region.successors),
        children=tuple(catalogue.children.get(region.code, ())),
        documents=tuple(catalogue.region_documents.get(region.code, ())),
        targets=targets,
        reported={(e.indicator_id, e.year): e for e in catalogue.region_reported.get(region.code, [])},
        attainments=tuple(catalogue.region_attainments.get(region.code, ())),
        above=above,
        peers=peers,
        silences=catalogue.region_silences.get(region.code, {}),
    )
