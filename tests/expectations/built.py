"""Marts as dbt would build them, in a few statements: enough for the checks that compare layers."""

from __future__ import annotations

import duckdb

STATEMENTS = (
    "create schema if not exists marts",
    "create schema if not exists quality",
    "create table marts.fact_figures as select figures.*, null::varchar as correction_id from "
    "extracted.figures "
    "where figure_id not in (select figure_id from checked.figure_failures)",
    "create table quality.rejected_figures as select * from extracted.figures "
    "where figure_id in (select figure_id from checked.figure_failures)",
    "create table quality.numerals as select * from extracted.numerals",
    "create table marts.fact_targets as "
    "select document_id, figure_id as target_id, indicator_id, char_start, char_end, quote, "
    "region_code, is_headline "
    "from marts.fact_figures where status = 'target' union all by name "
    "select document_id, target_id, indicator_id, char_start, char_end, quote, region_code, true as "
    "is_headline "
    "from extracted.qualitative_targets",
    "create table marts.fact_achievements as select * from marts.fact_figures where status = 'actual'",
    "create table marts.dim_document as select * from extracted.document_profiles",
    "create table marts.dim_indicator as select distinct indicator_id from extracted.figures",
    "create table marts.dim_region as select distinct region_code from extracted.document_profiles",
    "create table marts.target_panel as select distinct region_code, plan_year from "
    "extracted.document_profiles",
)


def build_marts(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the marts from what was extracted and checked."""
    for statement in STATEMENTS:
        connection.execute(statement)
