-- The numbers of headline targets, with the words of their definition.
with targets as (
    select
        panel.*,
        {{ comparable_unit('panel.unit', 'panel.measure') }} as compared_unit,
        indicators.target_side
    from {{ ref('target_panel_long') }} as panel
    inner join {{ ref('dim_indicator') }} as indicators on panel.indicator_id = indicators.indicator_id
    where panel.form = 'number' and {{ is_to_be_made('panel.region_code') }}
),

-- A row a claim: a value that a document reports for the target's region, indicator, measure and year.
claims as (
    select
        targets.*,
        reports.document_id as actual_document_id,
        sources.kind as actual_kind,
        sources.plan_year as actual_plan_year,
        sources.reported_year,
        reports.reported_value as actual_value,
        reports.stated_values as actual_stated_values,
        reports.value_rank,
        reports.figure_id as actual_figure_id,
        reports.reported_value - targets.value as deviation,
        case
            when sources.reported_year > targets.plan_year then 'later'
            when sources.kind = 'communique' then 'communique'
            when sources.kind in ('work_report', 'report_digest', 'conference_digest') then 'next_report'
            when sources.kind in ('plan_report', 'budget_report') then sources.kind
            else 'other'
        end as reported_by,
        {{ is_like_defined('own', 'reports') }} as is_like_defined,
        {{ is_called_alike('own.is_called_local', 'reports') }} as is_called_alike,
        {{ definition_likeness('own', 'reports') }} as likeness
    from targets
    left join {{ ref('int_figures') }} as own on targets.figure_id = own.figure_id
    inner join {{ ref('int_reported_values') }} as reports
        on
            targets.series_key = reports.series_key
            and targets.indicator_id = reports.indicator_id
            and targets.measure = reports.measure
            and targets.compared_unit is not distinct from reports.unit
            and targets.plan_year = reports.year
    inner join {{ ref('int_documents') }} as sources on reports.document_id = sources.document_id
    where sources.reported_year >= targets.plan_year
),

-- Of a document's claims first the one of the target's definition, then the one that is called local (地方)
-- or not as the target is, then the one that is defined in most of the same words, then the one stated most
-- and first.
ranked as (
    select
        *,
        row_number() over (
            partition by region_code, plan_year, indicator_id, measure, actual_document_id
            order by is_like_defined desc, is_called_alike desc, likeness desc, value_rank asc
        ) as claim_rank,
        -- Who is heard first where all report: the government that had set the target, in its next report.
        case reported_by
            when 'next_report'
                then
                    case actual_kind when 'work_report' then 1 when 'report_digest' then 2 else 3 end
            when 'plan_report' then 4
            when 'budget_report' then 5
            when 'communique' then 6
            when 'later' then 7
            else 8
        end as reporter_rank
    from claims
),

compared as (
    select
        *,
        row_number() over (
            partition by region_code, plan_year, indicator_id, measure
            order by
                is_like_defined desc,
                reporter_rank asc,
                reported_year asc,
                actual_document_id asc,
                claim_rank asc
        ) = 1 as comes_first,
        row_number() over (
            partition by region_code, plan_year, indicator_id, measure
            order by
                is_like_defined desc,
                reported_by = 'communique' desc,
                reporter_rank asc,
                reported_year asc,
                actual_document_id asc,
                claim_rank asc
        ) = 1 as comes_first_by_statistics,
        count(distinct actual_document_id) over (
            partition by region_code, plan_year, indicator_id, measure
        ) as reporting_documents,
        count(distinct case when claim_rank = 1 then actual_value end) over (
            partition by region_code, plan_year, indicator_id, measure
        ) as reported_values
    from ranked
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
    judged.reported_by,
    judged.comes_first and judged.is_like_defined as is_preferred,
    judged.comes_first_by_statistics and judged.is_like_defined as is_preferred_by_statistics,
    judged.is_like_defined,
    cast(judged.claim_rank as integer) as claim_rank,
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
