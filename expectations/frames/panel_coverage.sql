-- A row a region and plan year whose report states headline targets.
with stated as (
    select documents.document_id, documents.region_code, documents.plan_year, min(targets.char_start) as char_start,
        arg_min(targets.char_end, targets.char_start) as char_end, arg_min(targets.quote, targets.char_start) as quote
    from marts.fact_targets as targets
    inner join marts.dim_document as documents using (document_id)
    where targets.is_headline and targets.indicator_id is not null and documents.kind = 'work_report'
        and targets.region_code = documents.region_code and documents.plan_year is not null
    group by documents.document_id, documents.region_code, documents.plan_year
)

select
    stated.*,
    (region_code, plan_year) in (select (region_code, plan_year) from marts.target_panel) as is_in_the_panel
from stated
