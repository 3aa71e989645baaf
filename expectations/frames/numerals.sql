-- A row a numeral of the ledger: it belongs to a figure of its document or says why not.
-- Counted before the texts are joined: a window over rows that hold texts would take 10 GB for 600 reports.
with unexplained as (
    select
        document_id,
        count(*) as numerals,
        min(char_start) as first
    from extracted.numerals
    where reason = 'unexplained'
    group by document_id
)

select
    numerals.document_id,
    numerals.char_start,
    numerals.char_end,
    numerals.numeral_text,
    numerals.figure_id,
    numerals.reason,
    case
        when figures.quote is not null then figures.quote
        when numerals.reason = 'unexplained'
            then trim(substring(documents.text, greatest(numerals.char_start - 29, 1), 60))
        else numerals.numeral_text
    end as quote,
    coalesce(unexplained.numerals, 0) as unexplained,
    -- told once a document, at the first numeral that nothing explains
    case
        when numerals.reason <> 'unexplained' then true
        when numerals.char_start = unexplained.first then false
    end as is_explained,
    substring(documents.text, numerals.char_start + 1, numerals.char_end - numerals.char_start) = numerals.numeral_text as span_holds,
    (numerals.figure_id is null) <> (numerals.reason is null) as is_accounted_for_once,
    case when numerals.figure_id is not null then figures.figure_id is not null end as figure_exists
from extracted.numerals
left join unexplained using (document_id)
left join (select distinct on (document_id) document_id, text from raw.documents where removed_at is null) as documents
    using (document_id)
left join (select distinct on (figure_id) figure_id, quote from extracted.figures) as figures
    on numerals.figure_id = figures.figure_id
