-- What a report says that an earlier year was, beside the report on that year: the two numbers of a region, and whether
-- no more than rounding lies between them.
select
    later.document_id,
    later.figure_id,
    [later.figure_id, earlier.figure_id] as figure_ids,
    later.char_start,
    later.char_end,
    later.quote,
    later.measure,
    later.indicator_text,
    later.year,
    later.value_text,
    earlier.value_text as earlier_text,
    earlier.quote as earlier_quote,
    later.value / earlier.value - 1 as difference,
    later.value,
    later.half,
    later.unit,
    earlier.document_id as earlier_document_id,
    differs_in_scope(later.indicator_text, later.scope_text, earlier.indicator_text, earlier.scope_text) as differs,
    abs(later.value - earlier.value) <= later.half + earlier.half as is_rounding
from stated_once as later
inner join stated_once as earlier using (region_code, indicator_id, year, measure, unit)
where
    later.status = 'actual'
    and earlier.status = 'actual'
    and earlier.plan_year = earlier.year + 1
    and later.plan_year > earlier.plan_year
    and earlier.value > 0
