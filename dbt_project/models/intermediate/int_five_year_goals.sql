-- The goals that a document sets for a five-year plan: the yearly mean, the total of the five years, the
-- value at its end; one of each for every indicator and plan. The plan's outline speaks, the report that
-- opens the plan, and any that repeats it. The last plan's results are achievements and never stand here.
with plans as (
    select
        figures.*,
        documents.kind as document_kind,
        indicators.panel_measure,
        spans.first_year,
        spans.last_year,
        {{ comparable_measure('figures.measure') }} as goal_measure,
        {{ comparable_value('figures.value', 'figures.measure', 'figures.direction') }} as first_value,
        {{ comparable_value('figures.value_high', 'figures.measure', 'figures.direction') }} as second_value,
        figures.period_start = make_date(spans.first_year, 1, 1) as is_of_span,
        -- A fall of energy use is set for the five years as a whole, unless a yearly mean is said.
        indicators.target_side = 'ceiling' and indicators.indicator_id != 'cpi' as falls_as_a_whole
    from {{ ref('int_figures') }} as figures
    inner join {{ ref('int_documents') }} as documents on figures.document_id = documents.document_id
    inner join {{ ref('indicators') }} as indicators on figures.indicator_id = indicators.indicator_id
    inner join {{ ref('five_year_plans') }} as spans on year(figures.period_end) = spans.last_year
    where
        (documents.is_panel_source or documents.kind = 'five_year_plan')
        and figures.failed_checks is null
        and figures.status = 'target'
        and figures.is_of_document_region
        and figures.document_series_key is not null
        and figures.plan_year between spans.first_year - 1 and spans.last_year
        and figures.measure in ('growth_rate', 'share', 'level', 'index', 'change_amount', 'change_points')
),

told as (
    select
        *,
        case
            when year_scope = 'yearly_mean' then 'yearly_mean'
            when is_of_span and goal_measure = 'growth_rate'
                then
                    case
                        when year_scope = 'several_years' or falls_as_a_whole or is_year_on_year = false
                            then 'total'
                        else 'yearly_mean'
                    end
            when is_of_span and goal_measure in ('change_amount', 'change_points') then 'total'
            -- A flow over the span (五年新增就业50万人) is its total; a stock or a share is what the end brings.
            when goal_measure = 'level' and (is_of_span or year_scope = 'several_years') then 'total'
            when
                goal_measure in ('level', 'share')
                and (plan_year < last_year or document_kind = 'five_year_plan')
                then 'end'
        end as goal_kind
    from plans
    -- What is said of the last year alone is its own target, unless it is a state.
    where is_of_span or period_start is null or year(period_start) = last_year
),

goals as (
    select
        *,
        count(*) over (
            partition by document_id, indicator_id, first_year, goal_kind, value, value_high
        ) as mentions
    from told
    where goal_kind is not null
),

-- The mention that speaks for its document: ranked are these, so that no rank falls to one that is left out.
chosen as (
    select *
    from goals
    qualify
        row_number() over (
            partition by document_id, indicator_id, goal_kind, first_year
            order by
                goal_measure = panel_measure desc,
                -- What is called a yearly mean (年均) before a rate over the span that leaves it open.
                year_scope is not distinct from 'yearly_mean' desc,
                is_stretch asc,
                mentions desc,
                char_start asc
        ) = 1
)

select
    document_series_key as series_key,
    plan_year,
    indicator_id,
    goal_kind,
    first_year,
    last_year,
    goal_measure as measure,
    case when measure = 'index' then '%' else unit end as unit,
    cast((first_value + coalesce(second_value, first_value)) / 2 as decimal(28, 8)) as five_year_value,
    bound as five_year_bound,
    figure_id as five_year_figure_id,
    document_id,
    document_kind,
    cast(
        row_number() over (
            partition by document_series_key, indicator_id, goal_kind, first_year
            order by document_kind = 'five_year_plan' desc, plan_year asc, document_id asc
        ) as integer
    ) as source_rank
from chosen
