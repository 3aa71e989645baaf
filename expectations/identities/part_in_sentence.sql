-- 完成投资100亿元、增长8%，其中工业投资60亿元、农业投资10亿元: what a sentence says is a part of the amount before it is not
-- above it. A mean (平均每天5044户) has no part, nor has a mark to be passed (均超过20亿元，其中…超过30亿元); a mark is said of what
-- is counted behind it (其中50亿元以上项目8个).
with numbered as (
    select
        *,
        count(*) filter (where begins_parts(words_before)) over sentences as list,
        max(case when measure in ('level', 'change_amount') then place end) over (
            partition by document_id, sentence order by place rows between unbounded preceding and 1 preceding
        ) as amount_before
    from amounts_of_parts
    window sentences as (partition by document_id, sentence order by place)
),

parts as (
    select
        *,
        first_value(amount_before) over lists as whole_place,
        bool_and(begins_parts(words_before) or follows_in_a_list(words_before)) over lists as is_part
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
from parts as part
inner join amounts_of_parts as whole
    on part.document_id = whole.document_id and part.sentence = whole.sentence and part.whole_place = whole.place
where
    part.is_part
    and part.measure in ('level', 'change_amount')
    and part.measure = whole.measure
    and part.unit = whole.unit
    and part.status = whole.status
    and part.value_high is null
    and whole.value_high is null
    and part.bound in ('exact', 'about', 'at_least')
    and whole.bound in ('exact', 'about', 'at_most')
    and whole.value > 0
    and coalesce(part.period_end, whole.period_end) is not distinct from coalesce(whole.period_end, part.period_end)
    and not tells_of_each(right(whole.words_before, 8))
    and not tells_of_each(right(part.words_before, 8))
    and not names_a_project_or_company(part.words_behind)
