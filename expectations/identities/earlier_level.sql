-- What a report says that an earlier year was, beside the report on that year. A difference of up to fifteen per cent is
-- what a census or a change of scope revises; it is neither.
select
    later.document_id,
    later.figure_id,
    [later.figure_id, earlier.figure_id] as figure_ids,
    later.char_start,
    later.char_end,
    later.quote,
    case
        when abs(later.value / earlier.value - 1) <= 0.005 or abs(later.value - earlier.value) <= later.half + earlier.half
            then true
        when abs(later.value / earlier.value - 1) > 0.15
            and abs(later.value - earlier.value) > later.half + earlier.half then false
    end as holds,
    format(
        '{} of {} is {} here and {} in the report on that year: 「{}」',
        later.indicator_text, later.year, later.value_text, earlier.value_text, left(earlier.quote, 120)
    ) as words
from stated_once as later
inner join stated_once as earlier using (region_code, indicator_id, year, measure, unit)
where
    later.measure in ('level', 'share')
    and later.status = 'actual'
    and earlier.status = 'actual'
    and earlier.plan_year = earlier.year + 1
    and later.plan_year > earlier.plan_year
    and earlier.value > 0
