-- Parts that are all of a whole: the value added of three industries and GDP (sums.csv), in one report and year.
with parts as (
    select
        sums.whole_id,
        part.document_id,
        part.year,
        part.status,
        part.unit,
        count(*) as parts,
        sum(part.value) as total,
        sum(part.half) as half,
        list(part.figure_id order by part.char_start) as figure_ids,
        string_agg(part.indicator_text || ' ' || part.value_text, '、' order by part.char_start) as words
    from stated_once as part
    inner join sums on part.indicator_id = sums.part_id
    where part.measure = 'level'
    group by all
)

select
    whole.document_id,
    whole.figure_id,
    list_prepend(whole.figure_id, parts.figure_ids) as figure_ids,
    whole.char_start,
    whole.char_end,
    whole.quote,
    case
        when abs(parts.total - whole.value) <= parts.half + whole.half + 0.005 * whole.value then true
        when abs(parts.total - whole.value) > 0.03 * whole.value then false
    end as holds,
    format('{} {}: {} add up to {:.5g} {}', whole.indicator_text, whole.value_text, parts.words, parts.total, whole.unit) as words
from parts
inner join stated_once as whole
    on parts.document_id = whole.document_id and parts.whole_id = whole.indicator_id and parts.year = whole.year
        and parts.status = whole.status and parts.unit = whole.unit and whole.measure = 'level'
where parts.parts = (select count(*) from sums where sums.whole_id = parts.whole_id)
