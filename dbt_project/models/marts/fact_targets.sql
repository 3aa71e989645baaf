{{ config(materialized='view') }}
-- The figures lie in int_figures once: here is a view, in the published file a table.
with qualitative as (
    select
        targets.*,
        documents.plan_year,
        {{ page_of('targets.char_start', 'documents.page_starts') }} as page,
        regions.region_key
    from {{ ref('stg_qualitative_targets') }} as targets
    inner join {{ ref('int_documents') }} as documents on targets.document_id = documents.document_id
    left join
        {{ ref('int_region_years') }} as regions
        on
            targets.region_code = regions.region_code
            and coalesce(year(targets.period_end), documents.plan_year) = regions.year
)

select
    figure_id as target_id,
    true as is_quantified,
    cast(null as varchar) as target_text,
    cast(null as varchar) as benchmark_text,
    *
from {{ ref('fact_figures') }}
where status = 'target'
union all by name
select
    target_id,
    false as is_quantified,
    target_text,
    benchmark_text,
    document_id,
    char_start,
    char_end,
    direction,
    indicator_text,
    indicator_id,
    'target' as status,
    true as is_headline,
    period_start,
    period_end,
    period_text,
    region_code,
    region_key,
    region_text,
    plan_year,
    quote,
    section,
    commitment,
    rule,
    page
from qualitative
