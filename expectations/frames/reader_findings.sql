-- What the reader itself had to say about a document, and what its text shows: places that no year knows, numbers that
-- a list skips, an end within a sentence.
with told as (
    select check_name, document_id, char_start, char_end, quote, message from extracted.findings
    union all by name
    select * from text_findings
)

-- Each thing told of a document is a cause of its own, but for those that a fault of the text repeats.
select distinct on (check_name, document_id, char_start, message)
    *,
    case
        when check_name not in ('achieved_in_plan_year', 'list_lengths_differ', 'numbering_skips', 'outsized_number', 'vanishing_number') then message
    end as cause
from told
where document_id in (select document_id from raw.documents where removed_at is null)
    and document_id in (select document_id from documents_to_check)
