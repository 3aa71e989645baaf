-- A row a fact: whether it stays traceable and joins its dimensions.
with whole as (
    select
        facts.*,
        substring(documents.text, facts.char_start + 1, facts.char_end - facts.char_start) = facts.value_text as span_holds
    from marts.fact_figures as facts
    left join texts as documents
        using (document_id)
)

select
    facts.figure_id,
    facts.document_id,
    facts.char_start,
    facts.char_end,
    facts.value_text,
    facts.indicator_id,
    facts.region_code,
    facts.quote,
    count(*) over (partition by facts.figure_id) as rows_of_id,
    facts.span_holds,
    facts.figure_id not in (select figure_id from quality.rejected_figures where figure_id is not null) as is_not_quarantined,
    facts.document_id in (select document_id from marts.dim_document) as has_document,
    case when facts.indicator_id is not null
        then facts.indicator_id in (select indicator_id from marts.dim_indicator where indicator_id is not null) end as has_indicator,
    case when facts.region_code is not null
        then facts.region_code in (select region_code from marts.dim_region where region_code is not null) end as has_region
from whole as facts
