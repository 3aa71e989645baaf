-- 三次产业结构调整为18.8:43.2:38: the three add up to a hundred (or to ten).
with ratios as (
    select
        document_id,
        quote,
        count(*) as terms,
        sum(value) as total,
        sum(half) as tolerance,
        min(char_start) as char_start,
        max(char_end) as char_end,
        arg_min(figure_id, char_start) as figure_id,
        list(figure_id order by char_start) as figure_ids,
        string_agg(value_text, ':' order by char_start) as told
    from told
    where is_of_ratio
    group by document_id, quote, indicator_text, period_end, status
)

select
    document_id,
    figure_id,
    figure_ids,
    char_start,
    char_end,
    quote,
    abs(total - 100) <= tolerance + 0.15 or abs(total - 10) <= tolerance + 0.02 as holds,
    format('{} add up to {:.4g}', told, total) as words
from ratios
where terms = 3 and (total between 70 and 130 or total between 9 and 11)
