-- Three levels a year apart and the growth of two years: where the outer levels fit both rates together and the middle
-- one fits neither, it is the middle one that is wrong, and what it would have to be is known.
with levels as (
    select levels.*, growth.signed_value as growth, growth.figure_id as growth_id
    from stated_once as levels
    left join stated_once as growth
        on
            levels.document_id = growth.document_id
            and levels.indicator_id = growth.indicator_id
            and levels.year = growth.year
            and growth.measure = 'growth_rate'
            and growth.unit = '%'
            and growth.status = 'actual'
            and growth.is_year_on_year is distinct from false
    where levels.measure = 'level' and levels.status = 'actual' and levels.plan_year = levels.year + 1
        and levels.value > 0
),

chains as (
    select
        middle.*,
        earlier.value as value_before,
        later.value as value_after,
        later.growth as growth_after,
        [earlier.figure_id, middle.figure_id, later.figure_id, middle.growth_id, later.growth_id] as figure_ids,
        earlier.value_text as text_before,
        later.value_text as text_after,
        earlier.value * (1 + middle.growth / 100) as fitting
    from levels as middle
    inner join levels as earlier
        on middle.region_code = earlier.region_code and middle.indicator_id = earlier.indicator_id
            and middle.year = earlier.year + 1 and middle.unit = earlier.unit
    inner join levels as later
        on middle.region_code = later.region_code and middle.indicator_id = later.indicator_id
            and middle.year = later.year - 1 and middle.unit = later.unit
    where middle.growth is not null and later.growth is not null
)

select
    document_id,
    figure_id,
    figure_ids,
    char_start,
    char_end,
    quote,
    case
        when abs(value / fitting - 1) <= 0.02 then true
        when abs(value / fitting - 1) > 0.2 and abs(value_after / value / (1 + growth_after / 100) - 1) > 0.2 then false
    end as holds,
    format(
        '{} lies between {} the year before and {} the year after, which fit the growth of both years; it would have to be some {:.4g} {}',
        value_text, text_before, text_after, fitting, unit
    ) as words
from chains
where abs(value_after / (fitting * (1 + growth_after / 100)) - 1) <= 0.04
