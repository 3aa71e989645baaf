{{ config(
    materialized='incremental',
    pre_hook="{{ forget_outdated_documents(this, ref('int_document_states')) }}"
) }}
-- Every figure of a document in force with what its document says of it, and the checks that it failed. Made
-- document by document: only those whose state is another are made again.
with to_make as (
    select
        states.document_id,
        states.document_state
    from {{ ref('int_document_states') }} as states
    {% if is_incremental() %}
        where states.document_id not in (select made.document_id from {{ this }} as made)
    {% endif %}
),

-- Their figures first: what follows would otherwise look at those of all documents.
figures as (
    select *
    from {{ ref('stg_figures') }}
    where document_id in (select to_make.document_id from to_make)
),

failures as (
    select
        figure_id,
        string_agg(distinct check_name, ';' order by check_name) as failed_checks
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
    to_make.document_state,
    regions.region_key,
    failures.failed_checks
from figures
inner join {{ ref('int_documents') }} as documents on figures.document_id = documents.document_id
inner join to_make on figures.document_id = to_make.document_id
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
