-- The income of all residents lies between that of the countryside and that of the towns.
select
    resident.document_id,
    resident.figure_id,
    [resident.figure_id, urban.figure_id, rural.figure_id] as figure_ids,
    resident.char_start,
    resident.char_end,
    resident.quote,
    resident.value between least(urban.value, rural.value) and greatest(urban.value, rural.value) as holds,
    format(
        'all residents {} do not lie between towns {} and countryside {}',
        resident.value_text, urban.value_text, rural.value_text
    ) as words
from stated_once as resident
inner join stated_once as urban using (document_id, year, status, measure, unit)
inner join stated_once as rural using (document_id, year, status, measure, unit)
where
    resident.measure = 'level'
    and resident.indicator_id = 'resident_income'
    and urban.indicator_id = 'urban_resident_income'
    and rural.indicator_id = 'rural_resident_income'
