-- A value that a document states for an indicator as its target of the plan year: repeated mentions (a news
-- lead and the list itself) are one value, cited by the mention that says most about its bound. is_headline
-- parts the list of the year's targets from the sections that follow it; of the sections only core indicators
-- are taken, and only what is said of the plan year alone.
with mentions as (
    select
        figures.* exclude (unit), -- noqa: RF02
        {{ comparable_measure('figures.measure') }} as target_measure,
        {{ comparable_value('figures.value', 'figures.measure', 'figures.direction') }} as first_value,
        {{ comparable_value('figures.value_high', 'figures.measure', 'figures.direction') }} as second_value,
        -- An index of 103 is a rise of 3 %; people are counted in persons, whether 个, 人 or nothing is said
        -- (2万贫困人口脱贫); what is told for each person is money, whether 元 or 元/人 is said.
        case
            when figures.measure = 'index' then '%'
            when
                coalesce(figures.unit, '{{ var("unit_of_things") }}') = '{{ var("unit_of_things") }}'
                and indicators.canonical_unit = '{{ var("unit_of_persons") }}'
                and figures.measure in ('level', 'change_amount')
                then indicators.canonical_unit
            when
                figures.unit = '{{ var("unit_of_money") }}/{{ var("unit_of_persons") }}'
                and indicators.canonical_unit = '{{ var("unit_of_money") }}'
                then indicators.canonical_unit
            else figures.unit
        end as unit
    from {{ ref('int_figures') }} as figures
    inner join {{ ref('indicators') }} as indicators on figures.indicator_id = indicators.indicator_id
    where
        figures.failed_checks is null
        and figures.status = 'target'
        and figures.is_of_document_region
        and figures.plan_year is not null
        and coalesce(year(figures.period_end), figures.plan_year) = figures.plan_year
        and figures.measure in ('growth_rate', 'share', 'level', 'index', 'change_amount', 'change_points')
        -- What private investment takes of all investment, or revenue of that of another year, is another
        -- quantity.
        and not (figures.measure = 'share' and figures.unit = '%' and indicators.panel_measure != 'share')
        -- A ceiling over several years (五年平均控制在7‰以内) is no year's.
        and figures.year_scope is distinct from 'limit_over_years'
        and (
            figures.is_headline
            or (
                indicators.core = 1
                and figures.year_scope is null
                and figures.period_end is not null
                and coalesce(year(figures.period_start), figures.plan_year) = figures.plan_year
                and figures.is_year_on_year is distinct from false
            )
        )
)

select
    document_id,
    indicator_id,
    target_measure as measure,
    first_value,
    second_value,
    unit,
    is_headline,
    count(*) as mentions,
    min(char_start) as first_start,
    coalesce(bool_and(is_stretch), false) as is_stretch,
    bool_and(year_scope is not distinct from 'yearly_mean') as is_yearly_mean,
    arg_min(figure_id, (bound = 'exact', char_start)) as figure_id,
    arg_min(is_called_local, (bound = 'exact', char_start)) as is_called_local
from mentions
group by all
