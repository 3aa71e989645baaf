-- One row: of the documents that the file published before does not have as they are read now, how many are set aside.
with present as (
    select landed.document_id, profiles.extractor_version
    from (select distinct document_id from raw.documents where removed_at is null) as landed
    left join extracted.document_profiles as profiles using (document_id)
),

published as (
    select document_id, extractor_version from vintage.previous_documents
    union all
    select document_id, extractor_version from vintage.previous_rejections
),

fresh as (
    select distinct present.document_id
    from present
    where not exists (
        select 1 from published
        where published.document_id = present.document_id
            and published.extractor_version is not distinct from present.extractor_version
    )
),

counted as (
    select
        (select count(*) from fresh) as new_documents,
        (select count(*) from fresh where document_id in (select document_id from checked.document_failures)) as set_aside
)

select
    counted.*,
    set_aside_bounds.most_percent,
    not (
        set_aside >= set_aside_bounds.at_least_documents
        and 100.0 * set_aside > set_aside_bounds.most_percent * new_documents
    ) as reader_is_trusted
from counted
cross join set_aside_bounds
