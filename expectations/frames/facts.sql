-- A row a fact: whether it stays traceable and joins its dimensions.
with repeated as (
    select figure_id, count(*) as rows_of_id
    from marts.fact_figures
    where document_id in (select document_id from documents_to_check)
    group by figure_id
    having count(*) > 1
)

select
    facts.figure_id,
    facts.document_id,
    facts.char_start,
    facts.char_end,
    facts.value_text,
    facts.indicator_id,
    facts.region_code,
    coalesce(repeated.rows_of_id, 1) as rows_of_id,
    -- those of a text that is in no doubt hold
    case when facts.document_id in (select document_id from file_names) then texts.document_id is null
        or substring(texts.text, facts.char_start + 1, facts.char_end - facts.char_start) = facts.value_text
    end as span_holds,
    facts.figure_id not in (select figure_id from quality.rejected_figures where figure_id is not null) as is_not_quarantined,
    facts.document_id in (select document_id from marts.dim_document) as has_document,
    case when facts.indicator_id is not null
        then facts.indicator_id in (select indicator_id from marts.dim_indicator where indicator_id is not null) end as has_indicator,
    case when facts.region_code is not null
        then facts.region_code in (select region_code from marts.dim_region where region_code is not null) end as has_region
from marts.fact_figures as facts
left join repeated on facts.figure_id = repeated.figure_id
left join texts_in_doubt as texts on facts.document_id = texts.document_id
where facts.document_id in (select document_id from documents_to_check)
