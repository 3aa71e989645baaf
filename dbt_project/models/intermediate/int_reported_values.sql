-- What a document reports as achieved for its region: every value of an indicator, measure and full year,
-- ranked by how often it is stated, then by which comes first.
with mentions as (
    select
        *,
        {{ comparable_measure('measure') }} as reported_measure,
        {{ comparable_value('value', 'measure', 'direction') }} as first_value,
        {{ comparable_value('value_high', 'measure', 'direction') }} as second_value
    from {{ ref('int_figures') }}
    where
        failed_checks is null
        and status = 'actual'
        and is_of_document_region
        and indicator_id is not null
        -- A state at the year's end, or the whole year; never eleven months.
        and month(period_end) = 12
        and day(period_end) = 31
        and (period_start is null or period_start = make_date(year(period_end), 1, 1))
        and measure in ('growth_rate', 'share', 'level', 'index', 'change_amount', 'change_points')
        -- Neither a mean nor a total nor a limit of several years, nor growth on another base.
        and year_scope is null
        and is_year_on_year is distinct from false
),

stated as (
    select
        document_id,
        document_series_key as series_key,
        plan_year,
        indicator_id,
        reported_measure as measure,
        unit,
        cast(year(period_end) as integer) as year,
        (first_value + coalesce(second_value, first_value)) / 2 as reported_value,
        count(*) as mentions,
        min(char_start) as first_start,
        -- Of two budgets that stand side by side, each has its own value.
        bool_or(is_called_local) as is_called_local,
        bool_or(not is_called_local) as is_called_plain,
        arg_min(figure_id, char_start) as figure_id
    from mentions
    group by all
)

select
    *,
    cast(
        count(*) over (partition by document_id, indicator_id, measure, unit, year) as integer
    ) as stated_values,
    cast(
        row_number() over (
            partition by document_id, indicator_id, measure, unit, year
            order by mentions desc, first_start asc
        ) as integer
    ) as value_rank
from stated
