-- A document in force: removed files and documents that are set aside are left out; files of the same bytes
-- are one document.
select
    documents.document_id,
    min(documents.file_name) as file_name,
    cast(count(*) as integer) as file_count,
    any_value(documents.encoding) as encoding,
    any_value(documents.page_starts) as page_starts,
    max(documents.byte_size) as byte_size,
    min(documents.landed_at) as landed_at,
    max(documents.source_url) as source_url,
    max(documents.publisher) as publisher,
    max(documents.published_on) as published_on,
    max(documents.accessed_on) as accessed_on,
    max(documents.licence) as licence
from {{ source('raw', 'documents') }} as documents
where
    documents.removed_at is null
    and documents.document_id not in (
        select failures.document_id from {{ ref('stg_document_failures') }} as failures
    )
group by documents.document_id
