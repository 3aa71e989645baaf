-- Which first places the reports claim, each once with its words, however many indicators share it.
select
    regions.name as region_name,
    figures.plan_year,
    figures.indicator_text,
    figures.value_text,
    figures.quote
from marts.fact_achievements as figures
inner join marts.dim_document as documents on figures.document_id = documents.document_id
inner join marts.dim_region as regions on documents.region_key = regions.region_key
where figures.measure = 'rank' and figures.value = 1
qualify row_number() over (partition by figures.document_id, figures.char_start) = 1
order by figures.plan_year, documents.file_name, figures.char_start
