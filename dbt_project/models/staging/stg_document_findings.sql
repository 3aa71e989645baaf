-- What a person should look at in a document, as the reader found it.
select
    document_id,
    check_name
from {{ source('extracted', 'findings') }}
union all
select
    document_id,
    check_name
from {{ source('raw', 'landing_findings') }}
where document_id is not null
