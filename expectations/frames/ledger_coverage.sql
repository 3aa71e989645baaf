-- A row a run of Arabic digits in a text (from `digit_runs`, found by Python): whether the ledger has it.
select
    runs.document_id,
    runs.char_start,
    runs.char_end,
    runs.digits,
    runs.quote,
    ledger.char_start is not null and ledger.char_end >= runs.char_end as is_in_the_ledger
from digit_runs as runs
asof left join (
    select document_id, char_start, max(char_end) as char_end from extracted.numerals group by document_id, char_start
) as ledger
    on runs.document_id = ledger.document_id and runs.char_start >= ledger.char_start
