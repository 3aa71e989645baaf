-- The figures of sentences that tell a whole and its parts, in their order, with the words before each; nothing of any
-- other sentence is looked at. Where a sentence begins is told by a figure whose text stands in it once.
with sentences as materialized (
    select distinct document_id, hash(quote) as sentence
    from told
    where measure = 'level'
        and (names_parts(quote) or names_their_sum(quote) or names_their_total(quote) or names_them_together(quote))
),

there as materialized (
    select
        figures.document_id, hash(figures.quote) as sentence, figures.figure_id, figures.char_start, figures.char_end, figures.quote,
        figures.value_text, figures.value::double as value, figures.number::double as number, figures.value_high, figures.unit,
        figures.unit_text, figures.bound, figures.measure, figures.status, figures.indicator_text, figures.period_end, figures.rule
    from figures_compared as figures
    semi join sentences on figures.document_id = sentences.document_id and hash(figures.quote) = sentences.sentence
    -- a number that several names share stands once
    qualify row_number() over (partition by figures.document_id, figures.char_start order by figures.figure_id) = 1
),

begun as (
    select document_id, sentence, min(char_start - strpos(quote, value_text) + 1) as begin
    from there
    where length(replace(quote, value_text, '')) = length(quote) - length(value_text)
    group by document_id, sentence
),

placed as (
    select
        there.*,
        there.char_start - begun.begin as offset_in_quote,
        begun.begin,
        row_number() over sentences as place,
        coalesce(lag(there.char_end) over sentences, begun.begin) as end_before
    from there
    inner join begun using (document_id, sentence)
    window sentences as (partition by there.document_id, there.sentence order by there.char_start)
)

select
    * exclude (offset_in_quote, begin, end_before),
    case
        -- what is counted by ones is not rounded
        when value = number and value = round(value)
            and unit in (select unit from unit_dimensions where dimension in ('count', 'people', 'counted noun', 'containers'))
            then 0
        when number = 0 then 0.5
        else 0.5 * power(10, -length(regexp_extract(value_text, '[.．](\d+)', 1))) * abs(value / number)
    end as half,
    substr(quote, (end_before - begin + 1)::bigint, (char_start - end_before)::bigint) as words_before,
    substr(quote, (char_end - begin + 1)::bigint, 12) as words_behind
from placed
