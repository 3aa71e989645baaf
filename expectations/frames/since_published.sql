-- One row: the figures of the documents that the file published before has too.
with before as (
    select document_id, count(*) as figures from vintage.previous_figures group by document_id
),

present as (
    select document_id, count(*) as figures from marts.fact_figures group by document_id
)

select
    count(*) as documents_in_both,
    sum(before.figures) as figures_before,
    sum(present.figures) as figures_now,
    case when sum(before.figures) >= 100 then 100.0 * sum(present.figures) / sum(before.figures) end as kept_percent
from before
inner join present using (document_id)
