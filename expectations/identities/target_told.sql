-- What the next report says had been the target of the year (生产总值预期增速6.5%左右，完成…), beside the target itself.
select
    later.document_id,
    later.figure_id,
    [later.figure_id, targets_set.figure_id] as figure_ids,
    later.char_start,
    later.char_end,
    later.quote,
    later.value::double = abs(targets_set.value) as holds,
    format(
        '{} is said to have been {} for {}, the report of that year wanted {}: 「{}」',
        later.indicator_text, later.value_text, targets_set.year, targets_set.value_text, left(targets_set.quote, 120)
    ) as words
from figures_compared as later
inner join extracted.document_profiles as profiles using (document_id)
inner join targets_set
    on profiles.region_code = targets_set.region_code and profiles.plan_year = targets_set.year + 1
        and later.indicator_id = targets_set.indicator_id and later.measure = targets_set.measure
        and later.unit = targets_set.unit
where
    later.status = 'target'
    and later.region_code = profiles.region_code
    and later.entity_text is null
    and later.value_high is null
    and later.year_scope is null
    and year(later.period_end) = targets_set.year
    and profiles.document_id <> targets_set.document_id
