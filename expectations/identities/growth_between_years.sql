-- The level of a year, that of the year before in the report before, and the growth told beside it. What is told in
-- prices of a base year (value added, output) or like for like (同口径) is no identity with levels in those of their year.
with growths as (
    select
        growth.*,
        now.value as value_now,
        earlier.value as value_before,
        now.half / now.value + earlier.half / earlier.value as half_of_ends,
        100 * (now.value / earlier.value - 1) as implied,
        [now.figure_id, earlier.figure_id, growth.figure_id] as figure_ids,
        now.value_text as text_now,
        earlier.value_text as text_before,
        earlier.quote as quote_before,
        now.quote as quote_now
    from stated_once as now
    inner join stated_once as growth using (document_id, indicator_id, year, quote)
    inner join stated_once as earlier
        on
            now.region_code = earlier.region_code
            and now.indicator_id = earlier.indicator_id
            and now.year = earlier.year + 1
            and now.unit = earlier.unit
    where
        now.measure = 'level'
        and earlier.measure = 'level'
        and now.status = 'actual'
        and earlier.status = 'actual'
        and growth.status = 'actual'
        and growth.measure = 'growth_rate'
        and growth.unit = '%'
        and growth.is_year_on_year is distinct from false
        and now.plan_year = now.year + 1
        and earlier.plan_year = earlier.year + 1
        and now.value > 0
        and earlier.value > 0
        and now.indicator_id not in (select indicator_id from grown_in_base_prices)
        and growth.price_basis is distinct from 'real'
        and not growth.is_like_for_like
        and now.is_local = earlier.is_local
)

select
    document_id,
    figure_id,
    figure_ids,
    char_start,
    char_end,
    quote,
    case
        when abs(implied - signed_value) <= 0.3 + half + (100 + implied) * half_of_ends then true
        when abs(implied - signed_value) > 15 + (100 + implied) * half_of_ends then false
    end as holds,
    format(
        '{} after {} the year before is {:+.1f} %, told is {}: 「{}」 「{}」',
        text_now, text_before, implied, value_text, left(quote_now, 90), left(quote_before, 90)
    ) as words
from growths
