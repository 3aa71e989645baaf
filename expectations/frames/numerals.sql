-- A row a numeral of the ledger: it belongs to a figure of its document or says why not.
-- Those that nothing explains all count in the document's rate. A person is told of those that stand as a value does:
-- behind a word that a value follows (旅游收入增长12以上, 建设管网257，), at the end of a clause or before what is said of
-- a value. A unit is missing there, or a figure was not read. Most others are parts of names (58同城, 东方1—1气田) or marks
-- of notes, which stand behind a quotation or count on (送服务”4。 … 服务圈”5，).
-- What stands around them Python has looked up (`words_around`).
with unexplained as (
    select
        numerals.document_id,
        numerals.char_start,
        numerals.numeral_text,
        numerals.reason,
        around.words_before,
        around.words_behind,
        around.passage
    from numerals_to_check as numerals
    left join words_around as around using (document_id, char_start, char_end)
    where numerals.document_id in (select document_id from file_names) and (
        numerals.reason = 'unexplained'
        -- 里程达到1300以上, taken for a name
        or numerals.reason = 'name' and is_bounded_behind(around.words_behind)
    )
),

standing as (
    select
        unexplained.*,
        leads_to_a_value(words_before) as follows_a_verb,
        ends_at_a_closing_sign(words_before) or (
            length(numeral_text) <= 2 and exists (
                select 1 from unexplained as other
                where other.document_id = unexplained.document_id
                    and abs(try_cast(other.numeral_text as int) - try_cast(unexplained.numeral_text as int)) = 1
            )
        ) as is_mark_of_note,
        ends_a_value(words_behind) as ends_a_clause
    from unexplained
),

told as (
    select
        document_id,
        count(*) filter (where reason = 'unexplained') as numerals,
        min(char_start) filter (where follows_a_verb or (ends_a_clause and not is_mark_of_note)) as first
    from standing
    group by document_id
),

-- Those that may be there twice are found by their hashes: few are compared as words.
alike as (
    select hash(document_id, char_start, char_end) as hashed from numerals_to_check group by hashed having count(*) > 1
),

repeated as (
    select document_id, char_start, char_end, count(*) as rows_of_span
    from numerals_to_check
    where hash(document_id, char_start, char_end) in (select hashed from alike)
    group by document_id, char_start, char_end
    having count(*) > 1
),

passages as (
    select distinct document_id, char_start, passage from unexplained
)

select
    numerals.document_id,
    numerals.char_start,
    numerals.char_end,
    numerals.numeral_text,
    numerals.figure_id,
    numerals.reason,
    case
        when numerals.reason = 'unexplained' or numerals.char_start = told.first then passages.passage
        else numerals.numeral_text
    end as passage,
    coalesce(told.numerals, 0) as unexplained,
    -- told once a document, at the first of them
    case
        when numerals.char_start = told.first and numerals.reason in ('unexplained', 'name') then false
        when numerals.reason <> 'unexplained' then true
    end as is_explained,
    -- those of a text that is in no doubt hold
    case when numerals.document_id in (select document_id from file_names) then texts.document_id is null
        or substring(texts.text, numerals.char_start + 1, numerals.char_end - numerals.char_start) = numerals.numeral_text
    end as span_holds,
    coalesce(repeated.rows_of_span, 1) as rows_of_span,
    (numerals.figure_id is null) <> (numerals.reason is null) as is_accounted_for_once,
    case when numerals.figure_id is not null
        then numerals.figure_id in (select figure_id from figures_to_check where figure_id is not null)
    end as figure_exists
from numerals_to_check as numerals
left join told using (document_id)
left join repeated using (document_id, char_start, char_end)
left join texts_in_doubt as texts on numerals.document_id = texts.document_id
left join passages
    on case when numerals.reason in ('unexplained', 'name') then numerals.document_id end = passages.document_id
        and numerals.char_start = passages.char_start
