with matched as (
    select
        targets.*,
        indicators.target_side,
        reports.document_id as actual_document_id,
        reports.plan_year as actual_plan_year,
        reports.reported_value as actual_value,
        reports.stated_values as actual_stated_values,
        reports.figure_id as actual_figure_id,
        reports.reported_value - targets.value as deviation
    from {{ ref('target_panel_long') }} as targets
    inner join {{ ref('dim_indicator') }} as indicators on targets.indicator_id = indicators.indicator_id
    inner join {{ ref('int_reported_values') }} as reports
        on
            targets.series_key = reports.series_key
            and targets.indicator_id = reports.indicator_id
            and targets.measure = reports.measure
            and targets.unit is not distinct from reports.unit
            and targets.plan_year = reports.year
            and targets.plan_year < reports.plan_year
    left join {{ ref('int_headline_numbers') }} as stated
        on targets.document_id = stated.document_id and targets.indicator_id = stated.indicator_id
    where targets.form = 'number'
    -- Of a report's values, the one that it calls local (地方) or not as the target does.
    qualify
        row_number() over (
            partition by targets.region_code, targets.plan_year, targets.indicator_id, reports.document_id
            order by
                {{ is_called_alike('stated.is_called_local', 'reports') }} desc,
                reports.value_rank
        ) = 1
),

compared as (
    select
        *,
        count(*) over (partition by region_code, plan_year, indicator_id) as reporting_documents,
        count(distinct actual_value) over (
            partition by region_code, plan_year, indicator_id
        ) as reported_values
    from matched
),

judged as (
    select
        *,
        -- The bound says on which side of the number the goal is met; a plain number is a floor for what
        -- should grow and a ceiling for what should not, as the lexicon of indicators says.
        case
            when bound = 'at_least' then actual_value >= low
            when bound = 'at_most' then actual_value <= high
            when target_side = 'floor' then actual_value >= low
            when target_side = 'ceiling' then actual_value <= high
        end as is_reached,
        case
            when bound = 'at_least' or (bound != 'at_most' and target_side = 'floor')
                then greatest(low - actual_value, 0)
            when bound = 'at_most' or target_side = 'ceiling' then greatest(actual_value - high, 0)
        end as shortfall
    from compared
)

select
    judged.region_code,
    judged.plan_year,
    judged.indicator_id,
    judged.actual_document_id,
    judged.region_key,
    judged.region_name,
    judged.measure,
    judged.unit,
    judged.value as target_value,
    judged.low as target_low,
    judged.high as target_high,
    judged.bound as target_bound,
    cast(judged.actual_value as decimal(28, 8)) as actual_value,
    actuals.bound as actual_bound,
    cast(judged.deviation as decimal(28, 8)) as deviation,
    cast(judged.shortfall as decimal(28, 8)) as shortfall,
    -- A ratio of a fall, or to a goal of nothing, would say nothing.
    case
        when judged.value > 0 and judged.actual_value >= 0
            then cast(round(judged.actual_value / judged.value * 100, 4) as decimal(18, 4))
    end as attained_percent,
    judged.is_reached,
    judged.actual_plan_year,
    judged.actual_stated_values,
    cast(judged.reporting_documents as integer) as reporting_documents,
    judged.reported_values > 1 as reports_disagree,
    judged.document_id as target_document_id,
    judged.figure_id as target_figure_id,
    judged.char_start as target_char_start,
    judged.char_end as target_char_end,
    judged.quote as target_quote,
    judged.actual_figure_id,
    actuals.char_start as actual_char_start,
    actuals.char_end as actual_char_end,
    actuals.quote as actual_quote
from judged
inner join {{ ref('fact_achievements') }} as actuals on judged.actual_figure_id = actuals.figure_id
