-- A row a numeral of the ledger, or, of a document whose ledger has gaps (`documents_with_gaps`), a run of Arabic digits
-- in its text (from `digit_runs`, found by Python): whether the ledger has it.
with compared as (
    select
        runs.*,
        ledger.char_start is not null and ledger.char_end >= runs.char_end as is_in_the_ledger
    from digit_runs as runs
    asof left join (
        select document_id, char_start, max(char_end) as char_end from numerals_to_check group by document_id, char_start
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
union all by name
select document_id, char_start, char_end, true as is_in_the_ledger
from numerals_to_check
where document_id not in (select document_id from documents_with_gaps)
