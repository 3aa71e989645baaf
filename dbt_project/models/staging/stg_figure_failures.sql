-- A figure and a check that it failed.
select
    figure_id,
    document_id,
    check_name,
    severity,
    message
from {{ source('checked', 'figure_failures') }}
