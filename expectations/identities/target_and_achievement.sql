-- What a report wants of an indicator beside what it says was reached the year before: a target of half or twice that
-- is a slip, or one of the two is of another scope (usual_changes.csv).
select
    target.document_id,
    target.figure_id,
    [target.figure_id, reached.figure_id] as figure_ids,
    target.char_start,
    target.char_end,
    target.quote,
    target.value / reached.value between least(usual.lowest, 0.6) and usual.highest_target as holds,
    format(
        '{} {} is the target of {} after {} the year before: 「{}」',
        target.indicator_text, target.value_text, target.year, reached.value_text, left(reached.quote, 120)
    ) as words
from amounts as target
inner join amounts as reached using (document_id, indicator_id, unit, place)
inner join usual_changes as usual using (indicator_id)
where target.status = 'target' and reached.status = 'actual' and target.year = reached.year + 1
    and target.year = target.plan_year and target.place = 1
