-- What a later report says of an earlier year, beside the report on that year. A difference of up to fifteen per cent from the report on the year is what a census or a change of scope revises; it is
-- neither; nor is one within a factor of four between two scopes, or a number that the earlier report tells too, of a wider
-- or narrower thing.
with found_there as (
    select told_later.figure_id
    from told_later
    inner join told as other
        on told_later.earlier_document_id = other.document_id and told_later.year = other.year
            and told_later.measure = other.measure and told_later.unit = other.unit
    where abs(told_later.difference) > 0.15 and abs(told_later.value - other.value) <= told_later.half + other.half
)

select
    document_id,
    figure_id,
    figure_ids,
    char_start,
    char_end,
    quote,
    case
        when abs(difference) <= 0.005 or is_rounding then true
        when abs(difference) > 0.15 and not (differs and difference between -0.75 and 3)
            and figure_id not in (select figure_id from found_there)
            then false
    end as holds,
    format(
        '{} of {} is {} here and {} in the report on that year: 「{}」',
        indicator_text, year, value_text, earlier_text, left(earlier_quote, 120)
    ) as words
from told_later
where measure in ('level', 'share')
