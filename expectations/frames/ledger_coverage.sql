-- A row a numeral of the ledger, or, of a document whose ledger has gaps (`documents_with_gaps`), a run of Arabic digits
-- in its text (from `digit_runs`, found by Python, with the passage around it): whether the ledger has it.
with compared as (
    select
        runs.*,
        ledger.char_start is not null and ledger.char_end >= runs.char_end as is_in_the_ledger
    from digit_runs as runs
    asof left join (
        select document_id, char_start, max(char_end) as char_end
        from numerals_to_check
        where document_id in (select document_id from documents_with_gaps)
        group by document_id, char_start
    ) as ledger
        on runs.document_id = ledger.document_id and runs.char_start >= ledger.char_start
)

select
    * exclude (digits, passage),
    case when not is_in_the_ledger then digits end as digits,
    case when not is_in_the_ledger then passage end as quote
from compared
union all by name
select document_id, char_start, char_end, true as is_in_the_ledger
from numerals_to_check
where document_id not in (select document_id from documents_with_gaps)
