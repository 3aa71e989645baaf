-- A later report tells of an earlier year what a census or a change of scope has made of it: more than rounding, and up to
-- fifteen per cent. It is no contradiction, and is told as a revision.
select
    later.document_id,
    later.figure_id,
    [later.figure_id, earlier.figure_id] as figure_ids,
    later.char_start,
    later.char_end,
    later.quote,
    abs(later.value / earlier.value - 1) <= 0.005
    or abs(later.value - earlier.value) <= later.half + earlier.half
    or abs(later.value / earlier.value - 1) > 0.15 as holds,
    format(
        '{} of {} is revised by {:+.1f} %: {} here, {} in the report on that year: 「{}」',
        later.indicator_text, later.year, 100 * (later.value / earlier.value - 1), later.value_text, earlier.value_text,
        left(earlier.quote, 120)
    ) as words
from stated_once as later
inner join stated_once as earlier using (region_code, indicator_id, year, measure, unit)
where
    later.measure = 'level'
    and later.status = 'actual'
    and earlier.status = 'actual'
    and earlier.plan_year = earlier.year + 1
    and later.plan_year > earlier.plan_year
    and earlier.value > 0
