-- 完成投资100亿元、增长8%，其中工业投资60亿元、农业投资10亿元: what a sentence says is a part of the amount before it is not
-- above it. A mean (平均每天5044户) has no part, nor has a mark to be passed (均超过20亿元，其中…超过30亿元); a mark is said of what
-- is counted behind it (其中50亿元以上项目8个).
with numbered as (
    select
        document_id, sentence, place, begins_list, follows_in_list,
        count(*) filter (where begins_list) over (partition by document_id, sentence order by place) as list
    from amounts_of_parts
),

parts as (
    select
        document_id,
        sentence,
        place,
        first_value(place) over lists - 1 as whole_place,
        bool_and(begins_list or follows_in_list) over lists as is_part
    from numbered
    where list > 0
    window lists as (partition by document_id, sentence, list order by place)
)

select
    part.document_id,
    part.figure_id,
    [part.figure_id, whole.figure_id] as figure_ids,
    part.char_start,
    part.char_end,
    part.quote,
    part.value <= whole.value + part.half + whole.half as holds,
    format(
        '{} {} is told as a part of {} {}, which is less',
        coalesce(part.indicator_text, '?'), part.value_text, coalesce(whole.indicator_text, '?'), whole.value_text
    ) as words
from parts
inner join amounts_of_parts as part using (document_id, sentence, place)
inner join amounts_of_parts as whole
    on part.document_id = whole.document_id and part.sentence = whole.sentence and parts.whole_place = whole.place
where
    parts.is_part
    and part.measure = whole.measure
    and part.unit = whole.unit
    and part.status = whole.status
    and part.value_high is null
    and whole.value_high is null
    and part.bound in ('exact', 'about', 'at_least')
    and whole.bound in ('exact', 'about', 'at_most')
    and whole.value > 0
    and coalesce(part.period_end, whole.period_end) is not distinct from coalesce(whole.period_end, part.period_end)
    and not whole.is_of_each
    and not part.is_of_each
    and not part.is_mark
