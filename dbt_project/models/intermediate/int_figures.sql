{{ config(
    materialized='incremental',
    incremental_strategy='append',
    on_schema_change='fail',
    pre_hook="{{ forget_outdated_documents(this, ref('int_document_states')) }}"
) }}
-- Every figure of a document in force with what its document says of it, and the checks that it failed. Made
-- document by document: only those whose state is another are made again.
with failures as (
    select
        figure_id,
        string_agg(distinct check_name, ';' order by check_name) as failed_checks,
        string_agg(distinct message, ' | ' order by message) as messages
    from {{ ref('stg_figure_failures') }}
    group by figure_id
)

select
    figures.* replace (coalesce(readings.indicator_id, figures.indicator_id) as indicator_id), -- noqa: RF02
    documents.plan_year,
    documents.series_key as document_series_key,
    (
        figures.region_code is not distinct from documents.region_code and figures.entity_text is null
    ) as is_of_document_region,
    {{ page_of('figures.char_start', 'documents.page_starts') }} as page,
    states.document_state,
    regions.region_key,
    failures.failed_checks,
    failures.messages
from {{ ref('stg_figures') }} as figures
inner join {{ ref('int_documents') }} as documents on figures.document_id = documents.document_id
inner join {{ ref('int_document_states') }} as states on figures.document_id = states.document_id
left join
    {{ ref('int_region_years') }} as regions
    on
        figures.region_code = regions.region_code
        and coalesce(year(figures.period_end), documents.plan_year) = regions.year
left join
    {{ ref('int_series_readings') }} as readings
    on
        figures.document_id = readings.document_id
        and figures.indicator_id = readings.read_as
        and figures.is_inferred
left join failures on figures.figure_id = failures.figure_id
{% if is_incremental() %}
    where figures.document_id not in (select made.document_id from {{ this }} as made)
{% endif %}
