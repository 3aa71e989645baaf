-- The headline targets without a numeral, of the documents in force.
select qualitative_targets.*
from {{ source('extracted', 'qualitative_targets') }} as qualitative_targets
where qualitative_targets.document_id in (select documents.document_id from {{ ref('stg_documents') }} as documents)
