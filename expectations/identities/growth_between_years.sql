-- The level of a year, that of the year before in the report before, and the growth told beside it. What is told in
-- prices of a base year (value added, output) or like for like (同口径) is no identity with levels in those of their year.
-- Where another level of the same two reports fits, or the two are told of different scopes (新口径, 规模以上), a misfit within a
-- factor of four is explained, and nothing is said; projects are counted anew every year.
with growths as (
    select
        growth.*,
        now.unit as level_unit,
        now.half / now.value + earlier.half / earlier.value as half_of_ends,
        100 * (now.value / earlier.value - 1) as implied,
        [now.figure_id, earlier.figure_id, growth.figure_id] as figure_ids,
        now.value_text as text_now,
        earlier.value_text as text_before,
        earlier.quote as quote_before,
        now.quote as quote_now,
        now.value as now_value,
        now.char_end as now_end,
        earlier.document_id as earlier_document_id,
        earlier.year as earlier_year,
        differs_in_scope(now.indicator_text, now.scope_text, earlier.indicator_text, earlier.scope_text) as differs
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
        and now.indicator_id <> 'key_project_investment'
        and growth.price_basis is distinct from 'real'
        and not growth.is_like_for_like
        and now.is_local = earlier.is_local
),

explained as (
    select growths.figure_id
    from growths
    inner join told as other using (indicator_id)
    where
        abs(growths.implied - growths.signed_value) > 15
        and other.measure = 'level' and other.unit = growths.level_unit and other.value > 0
        and case
            -- the growth is that of a level nearer to it
            when other.document_id = growths.document_id
                then other.char_start between growths.now_end and growths.char_start
            else
                other.document_id = growths.earlier_document_id and other.year = growths.earlier_year
                and abs(100 * (growths.now_value / other.value - 1) - growths.signed_value) <= 1
        end
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
        when abs(implied - signed_value) > 15 + (100 + implied) * half_of_ends
            and not (differs and (100 + implied) / (100 + signed_value) between 0.25 and 4)
            and figure_id not in (select figure_id from explained)
            then false
    end as holds,
    format(
        '{} after {} the year before is {:+.1f} %, told is {}: 「{}」 「{}」',
        text_now, text_before, implied, value_text, left(quote_now, 90), left(quote_before, 90)
    ) as words
from growths
