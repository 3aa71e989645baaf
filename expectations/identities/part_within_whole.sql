-- A part is not above its whole: exports and trade, an industry's value added and GDP, in one document and year.
select
    part.document_id,
    part.figure_id,
    [part.figure_id, whole.figure_id] as figure_ids,
    part.char_start,
    part.char_end,
    part.quote,
    part.value <= whole.value + part.half + whole.half as holds,
    format(
        '{} {} is above {} {}: 「{}」',
        part.indicator_text, part.value_text, whole.indicator_text, whole.value_text, left(whole.quote, 120)
    ) as words
from stated_once as part
inner join parts_of_wholes on part.indicator_id = parts_of_wholes.part_id
inner join stated_once as whole
    on
        part.document_id = whole.document_id
        and parts_of_wholes.whole_id = whole.indicator_id
        and part.year = whole.year
        and part.status = whole.status
        and part.unit = whole.unit
where part.measure = 'level' and whole.measure = 'level'
