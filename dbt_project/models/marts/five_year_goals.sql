with goals as (
    select
        *,
        count(*) over (partition by series_key, first_year, indicator_id, goal_kind) as stating_documents,
        count(distinct five_year_value) over (
            partition by series_key, first_year, indicator_id, goal_kind, measure
        ) as stated_values
    from {{ ref('int_five_year_goals') }}
)

select
    documents.region_code,
    goals.first_year,
    goals.indicator_id,
    goals.document_id,
    documents.region_key,
    regions.name as region_name,
    goals.series_key,
    goals.last_year,
    plans.name as plan_name,
    goals.document_kind,
    goals.plan_year as stated_in,
    max(goals.five_year_value) filter (where goals.goal_kind = 'yearly_mean') as yearly_mean,
    max(goals.five_year_bound) filter (where goals.goal_kind = 'yearly_mean') as yearly_mean_bound,
    max(goals.unit) filter (where goals.goal_kind = 'yearly_mean') as yearly_mean_unit,
    max(goals.five_year_figure_id) filter (where goals.goal_kind = 'yearly_mean') as yearly_mean_figure_id,
    max(goals.five_year_value) filter (where goals.goal_kind = 'total') as five_year_total,
    max(goals.five_year_bound) filter (where goals.goal_kind = 'total') as five_year_total_bound,
    max(goals.measure) filter (where goals.goal_kind = 'total') as five_year_total_measure,
    max(goals.unit) filter (where goals.goal_kind = 'total') as five_year_total_unit,
    max(goals.five_year_figure_id) filter (where goals.goal_kind = 'total') as five_year_total_figure_id,
    max(goals.five_year_value) filter (where goals.goal_kind = 'end') as end_value,
    max(goals.five_year_bound) filter (where goals.goal_kind = 'end') as end_value_bound,
    max(goals.measure) filter (where goals.goal_kind = 'end') as end_value_measure,
    max(goals.unit) filter (where goals.goal_kind = 'end') as end_value_unit,
    max(goals.five_year_figure_id) filter (where goals.goal_kind = 'end') as end_value_figure_id,
    -- The outline of the plan where it is there, else the first report that states the goal.
    bool_or(goals.source_rank = 1) as is_first_source,
    bool_or(goals.stated_values > 1) as documents_disagree,
    cast(max(goals.stating_documents) as integer) as stating_documents
from goals
inner join {{ ref('int_documents') }} as documents on goals.document_id = documents.document_id
inner join {{ ref('dim_region') }} as regions on documents.region_key = regions.region_key
inner join {{ ref('five_year_plans') }} as plans on goals.first_year = plans.first_year
group by all
