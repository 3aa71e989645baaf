-- The figures of the documents in force, accepted or not, with declared corrections in place of what the
-- faulty source text says.
with figures as (
    select
        extracted.*,
        cast(null as varchar) as correction_id
    from {{ source('extracted', 'figures') }} as extracted
    where
        extracted.figure_id not in (
            select corrected.figure_id from {{ source('checked', 'corrected_figures') }} as corrected
        )
    union all by name
    select corrected.* exclude (correction_reason)
    from {{ source('checked', 'corrected_figures') }} as corrected
)

select figures.*
from figures
where figures.document_id in (select documents.document_id from {{ ref('stg_documents') }} as documents)
