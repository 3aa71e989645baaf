-- The yearly growth that a document sets for a five-year plan (年均增长): one for each indicator and plan.
with goals as (
    select
        figures.*,
        {{ comparable_value('figures.value', 'figures.measure', 'figures.direction') }} as first_value,
        {{ comparable_value('figures.value_high', 'figures.measure', 'figures.direction') }} as second_value,
        count(*) over (
            partition by
                figures.document_id,
                figures.indicator_id,
                figures.period_start,
                figures.value,
                figures.value_high
        ) as mentions
    from {{ ref('int_figures') }} as figures
    inner join {{ ref('int_documents') }} as documents on figures.document_id = documents.document_id
    where
        documents.is_panel_source
        and figures.failed_checks is null
        and figures.status = 'target'
        and figures.measure = 'growth_rate'
        and figures.is_of_document_region
        and figures.indicator_id is not null
        and figures.period_start is not null
        and year(figures.period_end) - year(figures.period_start) = 4
        -- 2021–2025, 2026–2030: years that end in 1 or 6 begin a plan.
        and year(figures.period_start) % 5 = 1
)

select
    document_series_key as series_key,
    plan_year,
    indicator_id,
    cast(year(period_start) as integer) as first_year,
    cast(year(period_end) as integer) as last_year,
    (first_value + coalesce(second_value, first_value)) / 2 as five_year_value,
    bound as five_year_bound,
    figure_id as five_year_figure_id
from goals
where document_series_key is not null and plan_year is not null
qualify
    row_number() over (
        partition by document_series_key, plan_year, indicator_id
        order by period_start desc, mentions desc, char_start asc
    ) = 1
