-- The yearly growth that a document sets for a five-year plan (年均增长): one for each indicator and plan.
with goals as (
    select
        *,
        {{ comparable_value('value', 'measure', 'direction') }} as first_value,
        {{ comparable_value('value_high', 'measure', 'direction') }} as second_value,
        count(*) over (partition by document_id, indicator_id, period_start, value, value_high) as mentions
    from {{ ref('int_figures') }}
    where
        failed_checks is null
        and status = 'target'
        and measure = 'growth_rate'
        and is_of_document_region
        and is_panel_source
        and indicator_id is not null
        and period_start is not null
        and year(period_end) - year(period_start) = 4
        -- 2021–2025, 2026–2030: years that end in 1 or 6 begin a plan.
        and year(period_start) % 5 = 1
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
