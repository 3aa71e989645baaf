-- Where the figures of a report stand: by its sections, achievements beside targets.
select
    documents.title,
    figures.section,
    count(*) as figures,
    count(*) filter (where figures.status = 'actual') as achievements,
    count(*) filter (where figures.status = 'target') as targets
from marts.fact_figures as figures
inner join marts.dim_document as documents on figures.document_id = documents.document_id
where documents.region_code = '410700' and documents.plan_year = 2024
group by documents.title, figures.section
order by min(figures.char_start)
