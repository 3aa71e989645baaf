-- A value that a document states for an indicator as its headline target of the plan year: repeated mentions
-- (a news lead and the list itself) are one value, cited by the mention that says most about its bound.
with mentions as (
    select
        *,
        {{ comparable_measure('measure') }} as target_measure,
        {{ comparable_value('value', 'measure', 'direction') }} as first_value,
        {{ comparable_value('value_high', 'measure', 'direction') }} as second_value
    from {{ ref('int_figures') }}
    where
        failed_checks is null
        and status = 'target'
        and is_headline
        and is_of_document_region
        and indicator_id is not null
        and plan_year is not null
        and coalesce(year(period_end), plan_year) = plan_year
        and measure in ('growth_rate', 'share', 'level', 'index', 'change_amount', 'change_points')
        -- A ceiling over several years (五年平均控制在7‰以内) is no year's.
        and year_scope is distinct from 'limit_over_years'
)

select
    document_id,
    indicator_id,
    target_measure as measure,
    first_value,
    second_value,
    unit,
    count(*) as mentions,
    min(char_start) as first_start,
    coalesce(bool_and(is_stretch), false) as is_stretch,
    bool_and(year_scope is not distinct from 'yearly_mean') as is_yearly_mean,
    arg_min(figure_id, (bound = 'exact', char_start)) as figure_id,
    arg_min(is_called_local, (bound = 'exact', char_start)) as is_called_local
from mentions
group by all
