-- The documents to be checked whose ledger cannot hold all digits of their text, or overlaps: the others need not be
-- looked through.
with placed as (
    select
        document_id,
        length(numeral_text) - length(regexp_replace(numeral_text, '[0-9０-９]+', '', 'g')) as digits,
        -- in whatever order rows come: where each begins behind the one before it, none overlaps and none is there twice
        document_id is distinct from lag(document_id) over () as begins_document,
        coalesce(char_start >= lag(char_end) over () and char_end > char_start, false) as begins_behind
    from numerals_to_check
),

quickly_counted as (
    select
        document_id,
        sum(digits) as digits,
        count(*) filter (where begins_document) = 1 and bool_and(begins_document or begins_behind) as is_in_order
    from placed
    group by document_id
),

-- where one may be there twice, each is counted once
ledger as (
    select distinct document_id, char_start, char_end, numeral_text
    from numerals_to_check
    where document_id in (select document_id from quickly_counted where not is_in_order)
),

placed_once as (
    select
        document_id,
        length(numeral_text) - length(regexp_replace(numeral_text, '[0-9０-９]+', '', 'g')) as digits,
        char_start < max(char_end) over (
            partition by document_id order by char_start, char_end
            rows between unbounded preceding and 1 preceding
        ) as begins_within
    from ledger
),

counted as (
    select document_id, digits, false as begins_within from quickly_counted where is_in_order
    union all
    select document_id, sum(digits), bool_or(begins_within) from placed_once group by document_id
)

select measures.document_id
from checked.text_measures as measures
left join counted on measures.document_id = counted.document_id
where measures.document_id in (select document_id from documents_to_check)
    and measures.document_id not in (
        select document_id from extracted.findings where check_name = 'reading_failed' and document_id is not null
    )
    and (coalesce(counted.digits, 0) <> measures.digits or coalesce(counted.begins_within, false))
