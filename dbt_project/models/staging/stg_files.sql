-- The name of every document that was ever landed, removed ones too.
select
    document_id,
    min(file_name) as file_name
from {{ source('raw', 'documents') }}
group by document_id
