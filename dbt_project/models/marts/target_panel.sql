with stated as (
    select
        document_id,
        count(*) as stated_indicators
    from {{ ref('target_panel_long') }}
    group by document_id
),

-- A column holds one quantity: the measure and the unit that economists use of the indicator. What a list
-- states in another stands in the column of that quantity, or in the long form alone.
placed as (
    select
        targets.*,
        (
            targets.measure = indicators.panel_measure
            and {{ is_panel_unit('targets.measure', 'targets.unit', 'indicators.canonical_unit') }}
        ) as is_own
    from {{ ref('target_panel_long') }} as targets
    inner join {{ ref('dim_indicator') }} as indicators on targets.indicator_id = indicators.indicator_id
    where indicators.is_core and {{ is_to_be_made('targets.region_code') }}
),

cells as (
    select
        document_id,
        indicator_id,
        case when is_own then value end as value,
        case when is_own then low end as low,
        case when is_own then high end as high,
        case when is_own then midpoint end as midpoint,
        case when is_own then bound end as bound,
        case when is_own then measure end as measure,
        case when is_own then bound_text end as bound_text,
        case when is_own then commitment end as commitment,
        case when is_own then stretch_value end as stretch,
        target_text as text,
        case when is_own then change_on_year_before end as change,
        case when is_own then years_unchanged end as years_unchanged
    from placed
),

pivoted as (
    select *
    from cells pivot (
        any_value(value) as value,
        any_value(low) as low,
        any_value(high) as high,
        any_value(midpoint) as midpoint,
        any_value(bound) as bound,
        any_value(measure) as measure,
        any_value(bound_text) as bound_text,
        any_value(commitment) as commitment,
        any_value(stretch) as stretch,
        any_value(text) as text,
        any_value(change) as change,
        any_value(years_unchanged) as years_unchanged
        for indicator_id in ('{{ core_indicators() | join("', '") }}') -- noqa: LT05
        group by document_id
    )
),

-- The goals of the plan in force, as a document up to that year states them: the outline before a report.
goals as (
    select
        documents.document_id,
        goals.indicator_id
        || case goals.goal_kind
            when 'yearly_mean' then '_five_year'
            when 'total' then '_five_year_total'
            when 'end' then '_five_year_end'
        end as column_name,
        goals.five_year_value as value
    from {{ ref('int_documents') }} as documents
    inner join {{ ref('int_five_year_goals') }} as goals
        on
            documents.series_key = goals.series_key
            and documents.plan_year between goals.first_year and goals.last_year
            and documents.plan_year >= goals.plan_year
    inner join {{ ref('dim_indicator') }} as indicators on goals.indicator_id = indicators.indicator_id
    where
        documents.is_panel_source
        and {{ is_to_be_made('documents.region_code') }}
        and {{ is_panel_unit('goals.measure', 'goals.unit', 'indicators.canonical_unit') }}
        -- A yearly mean is of the panel's measure, a total of a change; what the end brings is a state.
        and case goals.goal_kind
            when 'yearly_mean' then goals.measure = indicators.panel_measure
            when 'total'
                then
                    goals.measure = case indicators.panel_measure
                        when 'share' then 'change_points' else indicators.panel_measure
                    end
            else goals.measure in ('level', 'share')
        end
    qualify
        row_number() over (
            partition by documents.document_id, goals.indicator_id, goals.goal_kind
            order by goals.document_kind = 'five_year_plan' desc, goals.plan_year desc
        ) = 1
),

numbers as (
    select
        measures.document_id,
        measures.indicator_id
        || case
            when not measures.is_headline then '_beyond_list'
            else
                case measures.measure
                    when 'growth_rate' then '_growth'
                    when 'level' then '_level'
                    when 'share' then '_share'
                    when 'change_points' then '_points'
                end
        end as column_name,
        measures.value
    from {{ ref('target_measures') }} as measures
    inner join {{ ref('dim_indicator') }} as indicators on measures.indicator_id = indicators.indicator_id
    where
        indicators.is_core
        and {{ is_to_be_made('measures.region_code') }}
        and {{ is_panel_unit('measures.measure', 'measures.unit', 'indicators.canonical_unit') }}
        and (measures.is_headline or measures.measure = indicators.panel_measure)
    union all
    select
        document_id,
        column_name,
        value
    from goals
),

quantities as (
    select *
    from numbers pivot (
        any_value(value)
        for column_name in ('{{ panel_quantities() | join("', '") }}') -- noqa: LT05
        group by document_id
    )
)

select
    documents.region_code,
    documents.plan_year,
    documents.region_key,
    regions.name as region_name,
    regions.level,
    regions.province_name,
    regions.prefecture_name,
    documents.document_id,
    documents.kind as document_kind,
    cast(coalesce(stated.stated_indicators, 0) as integer) as stated_indicators,
    {% for id in core_indicators() -%}
        pivoted.{{ id }}_value as {{ id }},
    {% endfor -%}
    pivoted.* exclude (document_id, {{ core_indicators() | join('_value, ') }}_value), -- noqa
    quantities.* exclude (document_id) -- noqa
from {{ ref('int_documents') }} as documents
inner join {{ ref('dim_region') }} as regions on documents.region_key = regions.region_key
left join stated on documents.document_id = stated.document_id
left join pivoted on documents.document_id = pivoted.document_id
left join quantities on documents.document_id = quantities.document_id
where documents.is_panel_source and {{ is_to_be_made('documents.region_code') }}
