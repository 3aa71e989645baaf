-- A difference of up to fifteen per cent from the report on the year is what a census or a change of scope revises; it is
-- neither.
select
    document_id,
    figure_id,
    figure_ids,
    char_start,
    char_end,
    quote,
    case
        when abs(difference) <= 0.005 or is_rounding then true
        when abs(difference) > 0.15 then false
    end as holds,
    format(
        '{} of {} is {} here and {} in the report on that year: 「{}」',
        indicator_text, year, value_text, earlier_text, left(earlier_quote, 120)
    ) as words
from told_later
where measure in ('level', 'share')
