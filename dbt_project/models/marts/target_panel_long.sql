with stated as (
    select
        coalesce(numbers.document_id, words.document_id) as document_id,
        coalesce(numbers.indicator_id, words.indicator_id) as indicator_id,
        numbers.measure,
        numbers.figure_id,
        numbers.stretch_figure_id,
        numbers.stated_values,
        numbers.is_contradictory,
        words.target_text,
        words.benchmark_text,
        coalesce(numbers.figure_id, words.target_id) as target_id
    from {{ ref('int_headline_numbers') }} as numbers
    full join
        {{ ref('int_headline_words') }} as words
        on numbers.document_id = words.document_id and numbers.indicator_id = words.indicator_id
),

documents as (
    select *
    from {{ ref('int_documents') }}
    where
        is_panel_source
        -- A region's year before may lie in another province.
        and series_key in (
            select made.series_key from {{ ref('int_documents') }} as made
            where {{ is_to_be_made('made.region_code') }}
        )
),

targets as (
    select *
    from {{ ref('fact_targets') }}
    where document_id in (select documents.document_id from documents)
),

figures as (
    select *
    from {{ ref('int_figures') }}
    where document_id in (select documents.document_id from documents)
),

compared as (
    select
        figure_id,
        {{ comparable_value('value', 'measure', 'direction') }} as first_value,
        {{ comparable_value('value_high', 'measure', 'direction') }} as second_value
    from figures
),

numbered as (
    select
        stated.*,
        documents.region_code,
        documents.region_key,
        documents.series_key,
        documents.plan_year,
        case when targets.measure = 'index' then '%' else targets.unit end as unit,
        targets.bound,
        targets.bound_text,
        targets.commitment,
        targets.direction,
        targets.char_start,
        targets.char_end,
        targets.quote,
        targets.indicator_text,
        targets.value_text as as_stated,
        targets.price_basis,
        targets.threshold_text,
        targets.scope_text,
        targets.is_inferred,
        compared.first_value,
        compared.second_value,
        stretches.commitment as stretch_commitment,
        stretched.first_value as stretch_first,
        stretched.second_value as stretch_second,
        -- "At least" of a fall of 3 % is "at most" of a change of −3 %.
        case
            when
                targets.direction = 'down'
                and stated.measure in ('growth_rate', 'change_amount', 'change_points')
                then
                    case targets.bound
                        when 'at_least' then 'at_most' when 'at_most' then 'at_least' else targets.bound
                    end
            else targets.bound
        end as signed_bound
    from stated
    inner join documents on stated.document_id = documents.document_id
    inner join targets on stated.target_id = targets.target_id
    left join compared on stated.figure_id = compared.figure_id
    left join figures as stretches on stated.stretch_figure_id = stretches.figure_id
    left join compared as stretched on stated.stretch_figure_id = stretched.figure_id
),

bounded as (
    select
        *,
        case
            when signed_bound != 'at_most' then least(first_value, coalesce(second_value, first_value))
        end as low,
        case
            when signed_bound != 'at_least' then greatest(first_value, coalesce(second_value, first_value))
        end as high,
        (stretch_first + coalesce(stretch_second, stretch_first)) / 2 as stretch_value
    from numbered
),

valued as (
    select
        *,
        (low + high) / 2 as midpoint,
        coalesce((low + high) / 2, low, high) as target_value
    from bounded
),

compared_with_past as (
    select
        valued.*,
        before.target_value as value_year_before
    from valued
    left join
        valued as before
        on
            valued.series_key = before.series_key
            and valued.indicator_id = before.indicator_id
            and valued.measure = before.measure
            and valued.unit is not distinct from before.unit
            and valued.plan_year = before.plan_year + 1
),

-- A streak begins where the year before had another value or none.
streaks as (
    select
        *,
        count(*) filter (where target_value is distinct from value_year_before) over (
            partition by series_key, indicator_id order by plan_year
        ) as streak
    from compared_with_past
),

-- The goal of the plan in force, as a document up to that year states it: its outline first.
goals as (
    select
        valued.document_id,
        valued.indicator_id,
        goals.five_year_value,
        goals.five_year_bound,
        goals.five_year_figure_id
    from valued
    inner join {{ ref('int_five_year_goals') }} as goals
        on
            valued.series_key = goals.series_key
            and valued.indicator_id = goals.indicator_id
            and goals.goal_kind = 'yearly_mean'
            and valued.plan_year between goals.first_year and goals.last_year
            and valued.plan_year >= goals.plan_year
    qualify
        row_number() over (
            partition by valued.document_id, valued.indicator_id
            order by goals.document_kind = 'five_year_plan' desc, goals.plan_year desc
        ) = 1
)

select
    streaks.region_code,
    streaks.plan_year,
    streaks.indicator_id,
    streaks.region_key,
    regions.name as region_name,
    streaks.series_key,
    case when streaks.figure_id is null then 'words' else 'number' end as form,
    streaks.measure,
    streaks.unit,
    cast(streaks.target_value as decimal(28, 8)) as value,
    cast(streaks.low as decimal(28, 8)) as low,
    cast(streaks.high as decimal(28, 8)) as high,
    cast(streaks.midpoint as decimal(28, 8)) as midpoint,
    streaks.signed_bound as bound,
    streaks.bound_text,
    streaks.commitment,
    streaks.direction,
    cast(streaks.stretch_value as decimal(28, 8)) as stretch_value,
    streaks.stretch_commitment,
    streaks.target_text,
    streaks.benchmark_text,
    cast(streaks.target_value - streaks.value_year_before as decimal(28, 8)) as change_on_year_before,
    case
        when streaks.value_year_before is not null
            then
                cast(
                    row_number() over (
                        partition by streaks.series_key, streaks.indicator_id, streaks.streak
                        order by streaks.plan_year
                    ) - 1 as integer
                )
    end as years_unchanged,
    goals.five_year_value,
    goals.five_year_bound,
    goals.five_year_figure_id,
    streaks.stated_values,
    streaks.is_contradictory,
    streaks.document_id,
    streaks.target_id,
    streaks.figure_id,
    streaks.stretch_figure_id,
    streaks.char_start,
    streaks.char_end,
    streaks.indicator_text,
    streaks.quote,
    streaks.as_stated,
    streaks.price_basis,
    streaks.threshold_text,
    streaks.scope_text,
    streaks.is_inferred
from streaks
inner join {{ ref('dim_region') }} as regions on streaks.region_key = regions.region_key
left join goals on streaks.document_id = goals.document_id and streaks.indicator_id = goals.indicator_id
where {{ is_to_be_made('streaks.region_code') }}
