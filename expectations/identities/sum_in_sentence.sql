-- 转制165户，其中整体转让84户，关闭81户; 甲20套、乙30套，合计50套: parts that a sentence tells together with their whole add up to
-- it. Whether 其中 tells all of them is not said: it does where they come within three per cent of the whole, or are named as
-- the two halves of something (two_halves.csv: 城市、农村). A mean has no parts that add up to it.
with numbered as (
    select
        *,
        count(*) filter (where begins_parts(words_before)) over sentences as list,
        coalesce(sum((ends_a_list(words_before) and not begins_parts(words_before))::int) over sentences, 0) as ends,
        max(case when measure in ('level', 'change_amount') then place end) over (
            partition by document_id, sentence order by place rows between unbounded preceding and 1 preceding
        ) as level_before
    from amounts_of_parts
    window sentences as (partition by document_id, sentence order by place)
),

levels as (
    select *, row_number() over (partition by document_id, sentence order by place) as turn
    from numbered
    where measure = 'level'
),

-- behind 其中, up to the end of the list or to another unit
listed as (
    select
        first.document_id,
        first.sentence,
        first.level_before as whole_place,
        part.* exclude (document_id, sentence),
        bool_and(part.unit is not distinct from first.unit and part.status = first.status) over (
            partition by first.document_id, first.sentence, first.list order by part.place
        ) as is_in_list
    from levels as first
    inner join levels as part using (document_id, sentence, list, ends)
    where begins_parts(first.words_before) and first.unit is not null and part.place >= first.place
),

parts_behind as (
    select
        document_id, sentence, whole_place, list(figure_id order by place) as figure_ids, count(*) as parts, sum(value) as total,
        sum(half) as half, string_agg(value_text, '、' order by place) as words,
        list(coalesce(indicator_text, '') order by place) as names
    from listed
    where is_in_list
    group by document_id, sentence, whole_place
    having bool_and(
        value_high is null and bound = 'exact' and split_part(rule, ' ', 4) <> 'state_before'
        and not tells_of_each(right(words_before, 8)) and not names_a_project_or_company(words_behind)
    )
),

-- before 合计, from each of them on
parts_before as (
    select
        whole.document_id, whole.sentence, whole.place as whole_place, first.place as from_place,
        list(part.figure_id order by part.place) as figure_ids, count(*) as parts, sum(part.value) as total, sum(part.half) as half,
        string_agg(part.value_text, '、' order by part.place) as words
    from levels as whole
    inner join levels as first using (document_id, sentence, ends)
    inner join levels as part using (document_id, sentence, ends)
    where
        adds_up_parts(whole.words_before) and part.turn < whole.turn and first.turn between whole.turn - 8 and whole.turn - 2
        and part.turn >= first.turn and whole.unit is not null
    group by whole.document_id, whole.sentence, whole.place, first.place
    having bool_and(
        part.unit is not distinct from whole.unit and part.status = whole.status and part.value_high is null
        and part.bound = 'exact' and not tells_of_each(right(part.words_before, 8))
    )
),

nearest as (
    select
        parts_before.document_id, parts_before.sentence, whole_place, figure_ids, parts, total, parts_before.half, words,
        true as are_all
    from parts_before
    inner join levels using (document_id, sentence)
    where levels.place = whole_place
    qualify row_number() over (
        partition by parts_before.document_id, parts_before.sentence, whole_place order by abs(total - value), from_place
    ) = 1
    union all
    select
        document_id, sentence, whole_place, figure_ids, parts, total, half, words,
        parts = 2 and exists (
            select 1 from two_halves
            where contains(names[1], one) and contains(names[2], other) or contains(names[1], other) and contains(names[2], one)
        )
    from parts_behind
    where parts >= 2
)

select
    whole.document_id,
    whole.figure_id,
    list_prepend(whole.figure_id, nearest.figure_ids) as figure_ids,
    whole.char_start,
    whole.char_end,
    whole.quote,
    abs(nearest.total - whole.value) <= nearest.half + whole.half as holds,
    format(
        '{} {}: {} come to {:.6g} {}',
        coalesce(whole.indicator_text, '?'), whole.value_text, nearest.words, nearest.total * whole.number / whole.value,
        coalesce(whole.unit_text, '')
    ) as words
from nearest
inner join levels as whole
    on nearest.document_id = whole.document_id and nearest.sentence = whole.sentence and nearest.whole_place = whole.place
where
    whole.unit is not null and whole.bound = 'exact' and whole.value_high is null and whole.value > 0
    and whole.number > 0 and not tells_of_each(whole.words_before)
    and (nearest.are_all or abs(nearest.total - whole.value) <= 0.03 * whole.value)
