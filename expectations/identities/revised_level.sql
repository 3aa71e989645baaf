-- A later report tells of an earlier year what a census or a change of scope has made of it: more than rounding, and up to
-- fifteen per cent. It is no contradiction, and is told as a revision.
select
    document_id,
    figure_id,
    figure_ids,
    char_start,
    char_end,
    quote,
    abs(difference) <= 0.005 or is_rounding or abs(difference) > 0.15 as holds,
    format(
        '{} of {} is revised by {:+.1f} %: {} here, {} in the report on that year: 「{}」',
        indicator_text, year, 100 * difference, value_text, earlier_text, left(earlier_quote, 120)
    ) as words
from told_later
where measure = 'level'
