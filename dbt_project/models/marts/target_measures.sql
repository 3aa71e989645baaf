with measured as (
    select
        stated.*,
        -- The year's number before a mean of the plan's years, a floor before its stretch goal, then what is
        -- said most often, then what is said first.
        row_number() over (
            partition by stated.document_id, stated.indicator_id, stated.measure, stated.unit
            order by
                stated.is_yearly_mean asc,
                stated.is_stretch asc,
                stated.mentions desc,
                stated.first_start asc
        ) as value_rank,
        count(*) over (
            partition by stated.document_id, stated.indicator_id, stated.measure, stated.unit
        ) as stated_values
    from {{ ref('int_target_values') }} as stated
    left join
        {{ ref('int_headline_numbers') }} as listed
        on stated.document_id = listed.document_id and stated.indicator_id = listed.indicator_id
    left join
        {{ ref('int_headline_words') }} as worded
        on stated.document_id = worded.document_id and stated.indicator_id = worded.indicator_id
    where
        -- The sections speak only where the list has nothing of the indicator.
        (stated.is_headline or (listed.document_id is null and worded.document_id is null))
        and stated.document_id in (
            select documents.document_id from {{ ref('int_documents') }} as documents
            where documents.is_panel_source and {{ is_to_be_made('documents.region_code') }}
        )
),

figures as (
    select *
    from {{ ref('int_figures') }}
    where document_id in (select measured.document_id from measured)
),

stretches as (
    select
        document_id,
        indicator_id,
        measure,
        unit,
        arg_min((first_value + coalesce(second_value, first_value)) / 2, value_rank) as stretch_value
    from measured
    where is_stretch and not is_yearly_mean and value_rank > 1
    group by all
),

signed as (
    select
        measured.*,
        stretches.stretch_value,
        -- At least of a fall of 3 % is at most of a change of −3 %.
        case
            when
                figures.direction = 'down'
                and measured.measure in ('growth_rate', 'change_amount', 'change_points')
                then
                    case figures.bound
                        when 'at_least' then 'at_most' when 'at_most' then 'at_least' else figures.bound
                    end
            else figures.bound
        end as bound,
        figures.bound_text,
        figures.commitment,
        figures.measure as stated_measure,
        figures.value_text,
        figures.price_basis,
        figures.threshold_text,
        figures.scope_text,
        figures.is_inferred,
        figures.indicator_text,
        figures.char_start,
        figures.char_end,
        figures.quote
    from measured
    inner join figures on measured.figure_id = figures.figure_id
    left join stretches
        on
            measured.document_id = stretches.document_id
            and measured.indicator_id = stretches.indicator_id
            and measured.measure = stretches.measure
            and measured.unit is not distinct from stretches.unit
    where measured.value_rank = 1
),

ended as (
    select
        *,
        case when bound != 'at_most' then least(first_value, coalesce(second_value, first_value)) end as low,
        case
            when bound != 'at_least' then greatest(first_value, coalesce(second_value, first_value))
        end as high
    from signed
)

select
    documents.region_code,
    documents.plan_year,
    ended.indicator_id,
    ended.measure,
    ended.unit,
    ended.is_headline,
    documents.region_key,
    regions.name as region_name,
    documents.series_key,
    cast(coalesce((ended.low + ended.high) / 2, ended.low, ended.high) as decimal(28, 8)) as value,
    cast(ended.low as decimal(28, 8)) as low,
    cast(ended.high as decimal(28, 8)) as high,
    ended.bound,
    cast(ended.stretch_value as decimal(28, 8)) as stretch_value,
    ended.value_text as as_stated,
    ended.stated_measure,
    ended.bound_text,
    ended.commitment,
    ended.price_basis,
    ended.threshold_text,
    ended.scope_text,
    ended.is_inferred,
    cast(ended.stated_values as integer) as stated_values,
    ended.document_id,
    documents.kind as document_kind,
    ended.figure_id,
    ended.char_start,
    ended.char_end,
    ended.indicator_text,
    ended.quote
from ended
inner join {{ ref('int_documents') }} as documents on ended.document_id = documents.document_id
inner join {{ ref('dim_region') }} as regions on documents.region_key = regions.region_key
where documents.is_panel_source
