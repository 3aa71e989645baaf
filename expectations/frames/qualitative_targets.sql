-- A row a target without a numeral: whether the record keeps what the contract promises of it.
select
    targets.document_id,
    targets.char_start,
    targets.char_end,
    targets.target_text,
    targets.quote,
    targets.indicator_id,
    targets.period_start,
    targets.period_end,
    documents.document_id is not null as has_document,
    -- those of a text that is in no doubt hold
    case when documents.document_id is not null then texts.document_id is null or coalesce(
        substring(texts.text, targets.char_start + 1, targets.char_end - targets.char_start) = targets.target_text, false
    ) end as span_holds,
    copies.rows_of_id,
    case when targets.indicator_id is not null
        then targets.indicator_id in (select indicator_id from indicator_dimensions) end as indicator_is_known,
    case when targets.period_end is not null and profiles.plan_year is not null
        then year(targets.period_end) >= profiles.plan_year end as target_ends_in_time,
    not regexp_matches(targets.target_text, '[0-9０-９]') as has_no_numeral
from targets_to_check as targets
left join file_names as documents using (document_id)
left join texts_in_doubt as texts using (document_id)
left join (select target_id, count(*) as rows_of_id from targets_to_check group by target_id) as copies
    using (target_id)
left join extracted.document_profiles as profiles using (document_id)
