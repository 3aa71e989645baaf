-- 由7.7%提高到13.9%，提高6.2个百分点: three figures that follow one another in a sentence, the first the state before.
-- A yearly mean is one over the years between the ends, or those of its period; where another number of years would fit
-- it, the years are not clear and nothing is said. Growth that prices are taken out of is no identity.
-- The sentences with a state before are few, and nothing but their figures is sorted and joined.
with sentences as materialized (
    select distinct document_id, sentence from told where is_state_before
),

there as materialized (
    select told.*
    from told
    semi join sentences on told.document_id = sentences.document_id and told.sentence = sentences.sentence
),

neighbours as (
    select
        *,
        lead(figure_id) over following as next_id,
        lead(figure_id, 2) over following as third_id
    from there
    window following as (partition by document_id, quote order by char_start)
),

changes as (
    select
        changed.*,
        before.value as value_before,
        after.value as value_after,
        before.half + after.half as half_of_ends,
        before.value_text as text_before,
        after.value_text as text_after,
        [before.figure_id, after.figure_id, changed.figure_id] as figure_ids,
        changed.year_scope is not distinct from 'yearly_mean' as is_mean,
        [after.year - before.year, 1 + changed.year - year(changed.period_start)] as years_told
    from neighbours as before
    inner join there as after on before.next_id = after.figure_id
    inner join there as changed on before.third_id = changed.figure_id
    where
        before.is_state_before
        and not after.is_state_before
        and before.unit is not distinct from after.unit
        and before.measure = after.measure
        and before.measure in ('level', 'share', 'index')
        and before.indicator_text = after.indicator_text
        and after.indicator_text = changed.indicator_text
        and changed.measure in ('change_points', 'change_amount', 'growth_rate')
        and before.value > 0
        -- The growth of value added and of output is told in prices of a base year.
        and (
            changed.measure <> 'growth_rate'
            or changed.indicator_id not in (select indicator_id from grown_in_base_prices)
        )
        and changed.price_basis is distinct from 'real'
        and not changed.is_like_for_like
),

over_years as (
    select
        *,
        unnest(case when is_mean then range(2, 11) else [1] end) as years
    from changes
),

compared as (
    select
        *,
        case
            when measure in ('change_points', 'change_amount') then (value_after - value_before) / years
            when unit = '%' then 100 * (power(value_after / value_before, 1.0 / years) - 1)
            else value_after / value_before - 1
        end as implied,
        half + case
            when measure in ('change_points', 'change_amount') then half_of_ends / years
            else 0.6 + 100 * half_of_ends / least(value_before, value_after) / years
        end as tolerance
    from over_years
)

select
    document_id,
    figure_id,
    any_value(figure_ids) as figure_ids,
    char_start,
    char_end,
    any_value(quote) as quote,
    case
        when bool_or(abs(implied - signed_value) <= tolerance and (not is_mean or list_contains(years_told, years)))
            then true
        when not bool_or(abs(implied - signed_value) <= tolerance) then false
    end as holds,
    format(
        'from {} to {} is {:.4g}{}, told is {}',
        any_value(text_before), any_value(text_after), arg_min(implied, abs(implied - signed_value)),
        case when any_value(is_mean) then ' a year at the nearest' else '' end, any_value(value_text)
    ) as words
from compared
group by document_id, figure_id, char_start, char_end
