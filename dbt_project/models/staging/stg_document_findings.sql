-- What a person should look at in a document, as the reader found it.
select
    document_id,
    check_name,
    indicator_id,
    quote
from {{ source('extracted', 'findings') }}
union all
select
    document_id,
    check_name,
    cast(null as varchar) as indicator_id,
    quote
from {{ source('raw', 'landing_findings') }}
where document_id is not null
