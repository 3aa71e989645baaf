-- A row a run of Arabic digits in a text (from `digit_runs`, found by Python): whether the ledger has it.
with compared as (
    select
        runs.*,
        ledger.char_start is not null and ledger.char_end >= runs.char_end as is_in_the_ledger
    from digit_runs as runs
    asof left join (
        select document_id, char_start, max(char_end) as char_end from extracted.numerals group by document_id, char_start
    ) as ledger
        on runs.document_id = ledger.document_id and runs.char_start >= ledger.char_start
)

select
    compared.*,
    case when not is_in_the_ledger then texts.text[compared.char_start + 1:compared.char_end] end as digits,
    -- twenty characters around it
    case when not is_in_the_ledger then texts.text[greatest(compared.char_start - 19, 1):compared.char_end + 20] end as quote
from compared
left join texts on compared.document_id = texts.document_id
