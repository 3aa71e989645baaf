-- The number of a headline target: for each document and indicator the value in the measure that economists
-- use, with the stretch goal (力争) beside the floor where the report states both.
with measured as (
    select
        stated.*,
        dense_rank() over (
            partition by stated.document_id, stated.indicator_id
            order by {{ measure_order('stated.measure', 'indicators.panel_measure') }}
        ) as measure_rank
    from {{ ref('int_target_values') }} as stated
    inner join {{ ref('indicators') }} as indicators on stated.indicator_id = indicators.indicator_id
    where stated.is_headline
),

ranked as (
    select
        *,
        -- The year's number before a mean of the plan's years, a floor before its stretch goal, then what is
        -- said most often, then what is said first.
        row_number() over (
            partition by document_id, indicator_id
            order by is_yearly_mean asc, is_stretch asc, mentions desc, first_start asc
        ) as value_rank,
        count(*) filter (
            where not is_stretch and not is_yearly_mean
        ) over (partition by document_id, indicator_id) as floor_values,
        count(*) over (partition by document_id, indicator_id) as stated_values
    from measured
    where measure_rank = 1
),

stretches as (
    select
        document_id,
        indicator_id,
        arg_min(figure_id, value_rank) as stretch_figure_id
    from ranked
    where is_stretch and not is_yearly_mean and value_rank > 1
    group by document_id, indicator_id
)

select
    mains.document_id,
    mains.indicator_id,
    mains.measure,
    mains.figure_id,
    mains.is_called_local,
    stretches.stretch_figure_id,
    cast(mains.stated_values as integer) as stated_values,
    -- Two values that are no floor and stretch: a person should look.
    (mains.floor_values > 1 or (mains.floor_values = 0 and mains.stated_values > 1)) as is_contradictory
from ranked as mains
left join
    stretches
    on mains.document_id = stretches.document_id and mains.indicator_id = stretches.indicator_id
where mains.value_rank = 1
