-- How far a document can be trusted: its numerals, how many are explained, how many figures were set aside.
select
    documents.file_name,
    documents.kind,
    regions.name as region_name,
    documents.plan_year,
    documents.figures,
    documents.numerals,
    documents.unexplained_numerals,
    documents.rejected_figures
from marts.dim_document as documents
left join marts.dim_region as regions on documents.region_key = regions.region_key
order by documents.file_name
