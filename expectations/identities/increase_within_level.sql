-- 达到201亿元，增加89.7亿元: what an amount has grown by is not above what it has come to, as told in one breath. What is new
-- (新增办理10件) is beside it, and not within.
with changes as (
    select document_id, figure_id, char_start, char_end, quote, value_text, value, indicator_text, unit, status
    from told
    where measure = 'change_amount' and direction = 'up' and indicator_text is not null and unit is not null
        and not tells_of_what_is_new(right(left(quote, strpos(quote, value_text) - 1), 8))
),

levels as (
    select document_id, figure_id, char_start, char_end, value_text, value, indicator_text, unit, status
    from told
    where measure = 'level' and indicator_text is not null and unit is not null
        and hash(document_id, indicator_text) in (select hash(document_id, indicator_text) from changes)
)

select
    changes.document_id,
    changes.figure_id,
    [changes.figure_id, levels.figure_id] as figure_ids,
    changes.char_start,
    changes.char_end,
    changes.quote,
    changes.value <= levels.value as holds,
    format(
        '{} has grown by {} to {}, which is less: 「{}」',
        changes.indicator_text, changes.value_text, levels.value_text, left(changes.quote, 120)
    ) as words
from changes
asof inner join levels
    on changes.document_id = levels.document_id and changes.indicator_text = levels.indicator_text
        and changes.unit = levels.unit and changes.status = levels.status and changes.char_start > levels.char_start
where changes.char_start - levels.char_end < 20
