"""Marts as dbt would build them, in a few statements: enough for the checks that compare layers."""

from __future__ import annotations

import duckdb

STATEMENTS = (
    "create schema if not exists marts",
    "create schema if not exists quality",
    "create table quality.rejected_documents as select document_id, min(file_name) as file_name, "
    "string_agg(check_name, ';' order by check_name) as failed_checks, min(message) as reasons, "
    "any_value(extractor_version) as extractor_version from checked.document_failures "
    "left join extracted.document_profiles using (document_id) group by document_id",
    "create temp table in_force as select distinct document_id from raw.documents where removed_at is null "
    "except select document_id from quality.rejected_documents",
    "create table marts.fact_figures as select figures.*, null::varchar as correction_id from "
    "extracted.figures semi join in_force using (document_id) "
    "where figure_id not in (select figure_id from checked.figure_failures)",
    "create table quality.rejected_figures as select * from extracted.figures semi join in_force "
    "using (document_id) where figure_id in (select figure_id from checked.figure_failures)",
    "create table quality.numerals as select * from extracted.numerals semi join in_force using (document_id)",
    "create table marts.fact_targets as "
    "select document_id, figure_id as target_id, indicator_id, char_start, char_end, quote, "
    "region_code, is_headline "
    "from marts.fact_figures where status = 'target' union all by name "
    "select document_id, target_id, indicator_id, char_start, char_end, quote, region_code, true as "
    "is_headline "
    "from extracted.qualitative_targets semi join in_force using (document_id)",
    "create table marts.fact_achievements as select * from marts.fact_figures where status = 'actual'",
    "create table marts.dim_document as select in_force.document_id, profiles.* exclude (document_id) from in_force "
    "left join extracted.document_profiles as profiles using (document_id)",
    "create table marts.dim_indicator as select distinct indicator_id from extracted.figures",
    "create table marts.dim_region as select distinct region_code from extracted.document_profiles",
    "create table marts.target_panel as select distinct region_code, plan_year from marts.dim_document",
    "create table marts.target_panel_long as select document_id, region_code as region_name, plan_year, "
    "indicator_id, measure, value, char_start, char_end, quote from marts.fact_figures "
    "inner join marts.dim_document using (document_id, region_code) where status = 'target' and is_headline",
    "create table marts.coverage as select document_id, region_code as region_key, region_code as region_name, "
    "plan_year, 'gdp' as indicator_id, 'stated' as status from marts.dim_document",
)


def build_marts(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the marts from what was extracted and checked."""
    for statement in STATEMENTS:
        connection.execute(statement)
