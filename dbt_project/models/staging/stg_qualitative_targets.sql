-- The headline targets without a numeral, of the documents in force.
select targets.*
from {{ source('extracted', 'qualitative_targets') }} as targets
where targets.document_id in (select documents.document_id from {{ ref('stg_documents') }} as documents)
