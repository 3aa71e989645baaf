-- 转制165户，其中整体转让84户，关闭81户; 甲20套、乙30套，合计50套: parts that a sentence tells together with their whole add up to
-- it. Whether 其中 tells all of them is not said: it does where they come within three per cent of the whole, or are named as
-- the two halves of something (two_halves.csv: 城市、农村). A mean has no parts that add up to it.
with numbered as (
    select
        * exclude (quote),
        count(*) filter (where begins_list) over sentences as list,
        count(*) filter (where stands_behind_end and not begins_list) over sentences as ends
    from amounts_of_parts
    window sentences as (partition by document_id, sentence order by place)
),

-- behind 其中, up to the end of the list or to another unit or time (由294亿元增加到1283亿元)
listed as (
    select
        first.document_id,
        first.sentence,
        first.place - 1 as whole_place,
        part.* exclude (document_id, sentence),
        bool_and(part.unit = first.unit and part.status = first.status and part.period_end is not distinct from first.period_end) over (
            partition by first.document_id, first.sentence, first.list order by part.place
        ) as is_in_list
    from numbered as first
    inner join numbered as part using (document_id, sentence, list, ends)
    where first.begins_list and part.place >= first.place
),

parts_behind as (
    select
        document_id,
        sentence,
        whole_place,
        list(figure_id order by place) as figure_ids,
        sum(value) as total,
        sum(half) as half,
        string_agg(value_text, '、' order by place) as words,
        list(coalesce(indicator_text, '') order by place) as names
    from listed
    where is_in_list
    group by document_id, sentence, whole_place
    having count(*) > 1 and bool_and(
        measure = 'level' and value_high is null and bound = 'exact' and not is_of_each and not is_mark
    )
),

-- before 合计, from each of them on
parts_before as (
    select
        whole.document_id,
        whole.sentence,
        whole.place as whole_place,
        first.place as from_place,
        whole.value,
        list(part.figure_id order by part.place) as figure_ids,
        sum(part.value) as total,
        sum(part.half) as half,
        string_agg(part.value_text, '、' order by part.place) as words
    from numbered as whole
    inner join numbered as first using (document_id, sentence, ends)
    inner join numbered as part using (document_id, sentence, ends)
    where
        whole.adds_up
        and first.place between whole.place - 8 and whole.place - 2
        and part.place between first.place and whole.place - 1
    group by whole.document_id, whole.sentence, whole.place, whole.value, first.place
    having bool_and(
        part.measure = 'level' and part.unit = whole.unit and part.status = whole.status and part.value_high is null
        and part.bound = 'exact' and not part.is_of_each
    )
),

told_together as (
    select * exclude (value, from_place), true as are_all
    from parts_before
    qualify row_number() over (partition by document_id, sentence, whole_place order by abs(total - value), from_place) = 1
    union all by name
    select
        * exclude (names),
        len(names) = 2 and exists (
            select 1 from two_halves
            where contains(names[1], one) and contains(names[2], other) or contains(names[1], other) and contains(names[2], one)
        ) as are_all
    from parts_behind
)

select
    whole.document_id,
    whole.figure_id,
    list_prepend(whole.figure_id, parts.figure_ids) as figure_ids,
    whole.char_start,
    whole.char_end,
    whole.quote,
    abs(parts.total - whole.value) <= parts.half + whole.half as holds,
    format(
        '{} {}: {} come to {:.6g} {}',
        coalesce(whole.indicator_text, '?'), whole.value_text, parts.words, parts.total * whole.number / whole.value,
        coalesce(whole.unit_text, '')
    ) as words
from told_together as parts
inner join amounts_of_parts as whole
    on parts.document_id = whole.document_id and parts.sentence = whole.sentence and parts.whole_place = whole.place
where
    whole.measure = 'level' and whole.bound = 'exact' and whole.value_high is null and whole.value > 0 and whole.number > 0
    and not whole.is_of_each
    and (parts.are_all or abs(parts.total - whole.value) <= 0.03 * whole.value)
