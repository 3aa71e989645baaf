"""The published file → the library. Columns are read by name, so that more of them do no harm."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import duckdb

from reading_room.records import (
    Attainment,
    Comparison,
    Document,
    Indicator,
    Library,
    Publication,
    Region,
    Reported,
    Target,
    Word,
)

Row = tuple[Any, ...]

PUBLICATION = """
    select version, content_hash, published_at, documents, figures, targets
    from marts.publications order by published_at desc limit 1
"""
# A code is shown as what it is now, or was last; what it was called before goes with it.
REGIONS = """
    select
        region_code,
        last(name order by valid_from),
        last(short_name order by valid_from),
        last(aliases order by valid_from),
        last(level order by valid_from),
        last(parent_code order by valid_from),
        last(province_name order by valid_from),
        bool_or(is_current),
        year(max(valid_to)),
        last(successor_codes order by valid_from),
        list(distinct name)
    from marts.dim_region group by region_code
"""
INDICATORS = """
    select indicator_id, name_zh, name_en, canonical_unit, is_core, target_side, panel_measure, coalesce(synonyms, '')
    from marts.dim_indicator
"""
DOCUMENTS = """
    select
        document_id, file_name, coalesce(nullif(trim(title), ''), file_name), kind, region_code, plan_year, review_year,
        is_panel_source, characters, figures, quantified_targets + qualitative_targets, headline_targets,
        qualitative_targets, achievements, rejected_figures, numerals, unexplained_numerals, source_url, publisher,
        published_on, accessed_on, licence, landed_at, coalesce(extractor_version, '')
    from marts.dim_document
    order by plan_year desc nulls last, region_code nulls last, file_name, document_id
"""
TARGETS = """
    select
        region_code, plan_year, indicator_id, region_name, measure, unit, value, low, high, bound, bound_text,
        commitment, stretch_value, target_text, document_id, char_start, quote, hash(t)
    from marts.target_panel_long as t order by region_code, plan_year, indicator_id
"""
ATTAINMENTS = """
    select
        a.region_code, a.plan_year, a.indicator_id, a.region_name, a.deviation, a.shortfall, a.is_reached,
        coalesce(a.reports_disagree, false), a.measure, a.unit, a.actual_value, a.actual_bound, a.actual_document_id,
        a.actual_char_start, a.actual_quote,
        hash(a.measure, a.unit, a.actual_value, a.actual_bound, a.actual_document_id, a.actual_char_start, a.actual_quote)
    from marts.target_attainment as a
    where a.claim_rank = 1
    order by a.region_code, a.plan_year, a.indicator_id, a.actual_plan_year, a.actual_document_id
"""
# What the next report says of a year, whether or not that year's target is known.
LAST_ACHIEVEMENTS = """
    select
        r.region_code, r.plan_year - 1, r.indicator_id, r.measure, r.unit, r.last_achievement, f.bound,
        f.document_id, f.char_start, f.quote,
        hash(r.measure, r.unit, r.last_achievement, f.bound, f.document_id, f.char_start, f.quote)
    from marts.target_ratchet as r
    inner join marts.fact_achievements as f on f.figure_id = r.last_achievement_figure_id
    where r.last_achievement is not null
    order by r.region_code, r.plan_year, r.indicator_id
"""
COMPARISONS = """
    select
        region_code, plan_year, indicator_id, parent_code, parent_value, amplification, coalesce(peer_count, 0), peer_mean,
        peer_rank
    from marts.target_ratchet
    where target_value is not null
"""
# In an order of their own: a page is made anew where its rows are told in another.
SILENCES = """
    select
        region_code, plan_year, indicator_id,
        -- A plan that sets none leaves it out too; one of later years has no list for its own.
        case status when 'set_none' then 'none_stated' when 'only_later_years' then 'no_list_found' else status end
    from marts.coverage
    where status in ('none_stated', 'set_none', 'no_list_found', 'only_later_years')
    order by region_code, plan_year, indicator_id
"""
WORDS = """
    select word, name_en, place, bound, yu_liu_gong_2019, headline_targets
    from marts.constraint_words order by headline_targets desc, word, place
"""
UNITS = (
    "select unit_text, name_en from marts.dim_unit where unit_text = canonical_unit and name_en is not null"
)


def load_library(connection: duckdb.DuckDBPyConnection) -> Library:
    """Read everything but the texts and what was read from each of them."""

    def rows(query: str) -> list[Row]:
        return connection.execute(query).fetchall()

    targets = list(map(Target._make, rows(TARGETS)))
    published = rows(PUBLICATION)
    attainments = _attainments(rows(ATTAINMENTS), targets)
    return Library(
        publication=Publication(*published[0])
        if published
        else Publication("unpublished", "", None, 0, 0, 0),
        regions={row[0]: _region(row) for row in rows(REGIONS)},
        indicators={row[0]: Indicator(*row) for row in rows(INDICATORS)},
        documents=list(map(Document._make, rows(DOCUMENTS))),
        targets=targets,
        reported=_reported(attainments, rows(LAST_ACHIEVEMENTS)),
        attainments=attainments,
        comparisons={(row[0], row[1], row[2]): Comparison._make(row) for row in rows(COMPARISONS)},
        silences={(row[0], row[1], row[2]): row[3] for row in rows(SILENCES)},
        words=[Word(*row) for row in rows(WORDS)],
        unit_names=dict(rows(UNITS)),
        former=_former(
            rows("select region_code, successor_codes from marts.dim_region where successor_codes <> ''")
        ),
    )


def _region(row: Row) -> Region:
    code, name, short, aliases, level, parent, province, is_current, last_year, successors, names = row
    return Region(
        code=code,
        name=name,
        short_name=short or name,
        aliases=tuple(filter(None, (aliases or "").split(";"))),
        level=level,
        parent_code=parent,
        province_name=province,
        is_current=is_current,
        last_year=None if is_current else last_year,
        successors=tuple(code for code in filter(None, (successors or "").split(";")) if code != row[0]),
        former_names=tuple(sorted(set(names) - {name})),
    )


def _former(rows: list[Row]) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = defaultdict(set)
    for code, successors in rows:
        for successor in successors.split(";"):
            if successor != code:
                found[successor].add(code)
    return {code: tuple(sorted(codes)) for code, codes in found.items()}


def _attainments(rows: list[Row], targets: list[Target]) -> list[Attainment]:
    known = {(each.region_code, each.year, each.indicator_id): each for each in targets}
    found = []
    for row in rows:
        code, year, indicator_id, name, deviation, shortfall, is_reached, disagree, *actual = row
        target = known.get((code, year, indicator_id))
        if target is None:
            continue
        reported = Reported(code, year, indicator_id, *actual)
        found.append(
            Attainment(
                code, year, indicator_id, name, deviation, shortfall, is_reached, disagree, target, reported
            )
        )
    return found


def _reported(attainments: list[Attainment], others: list[Row]) -> list[Reported]:
    """One value a region, year and indicator: what stands beside the target, else what the next report says."""
    found: dict[tuple[str, int, str], Reported] = {}
    for attainment in attainments:
        found.setdefault(
            (attainment.region_code, attainment.year, attainment.indicator_id), attainment.reported
        )
    for row in others:
        found.setdefault((row[0], row[1], row[2]), Reported(*row))
    return list(found.values())
