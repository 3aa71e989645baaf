-- Every figure of a document in force with what its document says of it, and the checks that it failed.
with failures as (
    select
        figure_id,
        string_agg(distinct check_name, ';' order by check_name) as failed_checks,
        string_agg(distinct message, ' | ' order by message) as messages
    from {{ ref('stg_figure_failures') }}
    group by figure_id
)

select
    figures.*,
    documents.plan_year,
    documents.series_key as document_series_key,
    (
        figures.region_code is not distinct from documents.region_code and figures.entity_text is null
    ) as is_of_document_region,
    documents.is_panel_source,
    regions.region_key,
    failures.failed_checks,
    failures.messages
from {{ ref('stg_figures') }} as figures
inner join {{ ref('int_documents') }} as documents on figures.document_id = documents.document_id
left join
    {{ ref('int_region_years') }} as regions
    on
        figures.region_code = regions.region_code
        and coalesce(year(figures.period_end), documents.plan_year) = regions.year
left join failures on figures.figure_id = failures.figure_id
