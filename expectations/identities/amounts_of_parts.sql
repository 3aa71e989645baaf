-- The amounts of sentences that tell a whole and its parts, in their order, with what the words around each say; nothing of
-- any other sentence is looked at. Where a sentence begins is told by an amount whose text stands in it once.
with sentences as materialized (
    select distinct document_id, sentence
    from told
    where measure = 'level'
        and (names_parts(quote) or names_their_sum(quote) or names_their_total(quote) or names_them_together(quote))
),

-- narrow first: their sentences are long
of_sentences as materialized (
    select figures.figure_id, sentences.sentence
    from figures_compared as figures
    inner join sentences on figures.document_id = sentences.document_id and hash(figures.quote) = sentences.sentence
    where figures.measure in ('level', 'change_amount')
),

there as materialized (
    select
        figures.document_id, of_sentences.sentence, figures.figure_id, figures.char_start, figures.char_end, figures.quote,
        figures.value_text, figures.value::double as value, figures.number::double as number, figures.value_high, figures.unit,
        figures.unit_text, figures.bound, figures.measure, figures.status, figures.indicator_text, figures.period_end
    from figures_compared as figures
    inner join of_sentences using (figure_id)
    where figures.unit is not null
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
        row_number() over sentences as place,
        substr(
            quote, (coalesce(lag(there.char_end) over sentences, begin) - begin + 1)::bigint,
            (there.char_start - coalesce(lag(there.char_end) over sentences, begin))::bigint
        ) as words_before,
        substr(quote, (char_end - begin + 1)::bigint, 12) as words_behind
    from (
        -- a number that several names share stands once
        select * from there
        qualify row_number() over (partition by document_id, char_start order by figure_id) = 1
    ) as there
    inner join begun using (document_id, sentence)
    window sentences as (partition by there.document_id, there.sentence order by there.char_start)
)

select
    * exclude (words_before, words_behind),
    case
        -- what is counted by ones is not rounded
        when value = number and value = round(value)
            and unit in (select unit from unit_dimensions where dimension in ('count', 'people', 'counted noun', 'containers'))
            then 0
        when number = 0 then 0.5
        else 0.5 * power(10, -length(regexp_extract(value_text, '[.．](\d+)', 1))) * abs(value / number)
    end as half,
    begins_parts(words_before) as begins_list,
    follows_in_a_list(words_before) as follows_in_list,
    ends_a_list(words_before) as stands_behind_end,
    adds_up_parts(words_before) as adds_up,
    tells_of_each(right(words_before, 8)) as is_of_each,
    names_a_project_or_company(words_behind) as is_mark
from placed
