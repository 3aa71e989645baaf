-- The tables that dbt reads, empty: the working database as docs/architecture.md lays it out.
create schema raw;
create schema extracted;
create schema checked;
create schema vintage;

create table raw.documents (
    document_id varchar, file_name varchar, text varchar, encoding varchar, byte_size bigint,
    landed_at timestamptz, modified_ns bigint, source_url varchar, publisher varchar, published_on date,
    accessed_on date, licence varchar, manifest_region_code varchar, manifest_plan_year integer,
    removed_at timestamptz
);

create table extracted.document_profiles (
    document_id varchar, title varchar, kind varchar, region_code varchar, region_name varchar,
    region_level varchar, plan_year integer, review_year integer, kind_source varchar, region_source varchar,
    plan_year_source varchar, review_year_source varchar, extractor_version varchar, extracted_at timestamptz
);

create table extracted.figures (
    document_id varchar, figure_id varchar, char_start integer, char_end integer, value_text varchar,
    number decimal(28, 8), number_high decimal(28, 8), unit_text varchar, value decimal(28, 8),
    value_high decimal(28, 8), unit varchar, bound varchar, bound_text varchar, measure varchar,
    direction varchar, indicator_text varchar, indicator_id varchar, status varchar, is_headline boolean,
    period_start date, period_end date, period_text varchar, region_code varchar, region_text varchar,
    entity_text varchar, quote varchar, section varchar, commitment varchar, rule varchar
);

create table extracted.qualitative_targets (
    document_id varchar, target_id varchar, char_start integer, char_end integer, target_text varchar,
    indicator_id varchar, indicator_text varchar, benchmark_text varchar, direction varchar,
    period_start date, period_end date, period_text varchar, region_code varchar, region_text varchar,
    quote varchar, section varchar, commitment varchar, rule varchar
);

create table extracted.numerals (
    document_id varchar, char_start integer, char_end integer, numeral_text varchar, figure_id varchar,
    reason varchar
);

create table extracted.findings (
    layer varchar, check_name varchar, severity varchar, file_name varchar, document_id varchar,
    char_start integer, char_end integer, quote varchar, message varchar
);

create table checked.figure_failures (
    document_id varchar, figure_id varchar, check_name varchar, message varchar
);

create table checked.corrected_figures as
select *, null::varchar as correction_id, null::varchar as correction_reason from extracted.figures;

create table vintage.publications (
    version varchar, content_hash varchar, published_at timestamptz, documents bigint, figures bigint,
    targets bigint, panel_rows bigint
);

create table vintage.previous_figures (
    figure_id varchar, document_id varchar, char_start integer, char_end integer, value_text varchar,
    number decimal(28, 8), number_high decimal(28, 8), unit_text varchar, value decimal(28, 8),
    value_high decimal(28, 8), unit varchar, bound varchar, measure varchar, direction varchar,
    indicator_id varchar, indicator_text varchar, status varchar, is_headline boolean, period_start date,
    period_end date, region_code varchar, quote varchar
);

create table vintage.previous_changes (
    version varchar, change varchar, figure_id varchar, document_id varchar, indicator_id varchar,
    changed_columns varchar,
    previous_values varchar, current_values varchar, quote varchar
);
