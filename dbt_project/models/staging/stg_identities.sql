-- A place where numbers check each other, whether they agree, and whether that confirms them.
select
    identity,
    confirms,
    document_id,
    figure_id,
    figure_ids,
    holds
from {{ source('checked', 'identities') }}
